"""`tare blind` in a real PipeWire, with a person at a terminal: what is shown and written down, and that
nothing tells the order."""

import json
import math
import os
import re
import signal
import time

from helpers import cli
from hosts import pipewire_use
from hosts.pipewire_blind import DEEP, SIDES, WORDS, blind, controls, same_again, there
from hosts.pipewire_use import in_each, state, tare

ID = {DEEP: 'tare-test-deep/tests', SIDES: 'tare-test-sides/tests', WORDS: 'tare-test-words/tests'}


def log_of(session):
    """One for each session, since logs are appended to."""
    return os.path.join(session.folder, 'log.tsv')


def rows(path):
    """The log by lines: dictionaries by the names in its first line."""
    lines = cli.read(path).decode().splitlines()
    return [dict(zip(lines[0].split('\t'), line.split('\t'))) for line in lines[1:]]


def sign_test(n_up, n_down):
    n = n_up + n_down
    tail = sum(math.comb(n, k) for k in range(min(n_up, n_down) + 1))
    return min(1.0, 2 * tail / 2 ** n) if n_up != n_down else 1.0


def stated_chance(text):
    return [float(p) for p in re.findall(r'\(p = ([0-9.e-]+)\)', text)]


def close_to(stated, wanted):
    return abs(stated - wanted) <= 0.05 * wanted + 1e-12  # two digits


def result_of(person):
    """What is said in the end, in one line."""
    assert person.wait() == 0, person.seen
    return ' '.join(person.seen[person.place:].split())


@in_each
def test_ratings_are_counted(session):
    tare(session, 'use', WORDS, '--default')
    before = there(session)
    person = blind(session, DEEP, '--rounds', '9', '--log', log_of(session))
    for i in range(9):
        person.press('1r42r%d ' % (2 if i else 4))
        person.see('\n')
    said = result_of(person)
    same_again(session, before)
    log = rows(log_of(session))
    rounds = [{row['correction']: int(row['answer']) for row in log if row['round'] == str(i + 1)}
              for i in range(9)]
    assert all(set(each) == {ID[DEEP], 'original'} for each in rounds), log
    up = sum(each[ID[DEEP]] > each['original'] for each in rounds)
    down = sum(each[ID[DEEP]] < each['original'] for each in rounds)
    assert up + down == 8 and 'the same in 1.' in said, said
    assert close_to(stated_chance(said)[0], sign_test(up, down)), (said, up, down)
    better = 'Tare Test Deep (tare-test-deep/tests)' if up > down else 'the original'
    assert up == down or 'Preferred: %s.' % better in said, said
    assert up != down or 'None was preferred.' in said, said


@in_each
def test_several_pairs_are_told_as_such(session):
    tare(session, 'use', WORDS, '--default')
    person = blind(session, DEEP, SIDES, 'Original', '--rounds', '6', '--seed', '3', '--log',
                   log_of(session))
    for _ in range(6):
        person.press('1r12r33r5 ')
    said = result_of(person)
    log = rows(log_of(session))
    assert {row['seed'] for row in log} == {'3'} and len(log) == 18, log
    assert len(stated_chance(said)) == 3 and 'with one of 3 pairs in up to' in said, said
    for id in [ID[DEEP], ID[SIDES], 'original']:
        mean = sum(int(row['answer']) for row in log if row['correction'] == id) / 6
        assert re.search(r'%s\)? +rated %.3g on average' % (re.escape(id), mean), said), (id, mean, said)


@in_each
def test_what_is_compared_is_aimed(session):
    measured = os.path.join(session.folder, 'two.tare')
    cli.write(measured, 'id acme-two/anna\nbrand Acme\nmodel Two\nform over-ear\nkind measurement\n'
              'peak 1000 -3 1\nevidence two.csv\ncurve 60 192:-60 286:0\n')
    tare(session, 'use', WORDS, '--default')
    person = blind(session, 'original', '--file', measured, '--target', 'flat', '--bass', '2',
                   '--rounds', '1', '--log', log_of(session))
    person.press('1r12r3 ')
    result_of(person)
    assert {row['correction'] for row in rows(log_of(session))} == {
        'original', 'acme-two/anna+flat+bass2'}


@in_each
def test_x_is_recognised_by_who_hears_it(session):
    """The listener of this test asks PipeWire for the values: X is told by them."""
    tare(session, 'use', WORDS, '--default')
    person = blind(session, DEEP, SIDES, '--abx', '--rounds', '7', '--log', log_of(session))
    for i in range(7):
        heard = {}
        for key in '12x':
            person.press(key)
            person.see('%s plays' % key)
            time.sleep(0.2)
            heard[key] = controls(session)
        assert heard['1'] != heard['2'] and heard['x'] in (heard['1'], heard['2'])
        right = '1' if heard['x'] == heard['1'] else '2'
        answer = right if i else '12'.replace(right, '')
        person.press('a' + answer)
        person.see('x is ' + answer)
        person.press(' ')
    said = result_of(person)
    assert 'X was recognised in 6 of 7 rounds.' in said, said
    wanted = sum(math.comb(7, k) for k in (6, 7)) / 2 ** 7
    assert close_to(stated_chance(said)[0], wanted), (said, wanted)
    log = rows(log_of(session))
    assert [row['place'] for row in log] == ['x'] * 7 and {row['kind'] for row in log} == {'abx'}
    assert sum(row['correction'] == row['answer'] for row in log) == 6, log


@in_each
def test_the_taste_is_added_to_corrections(session):
    tare(session, 'use', WORDS, '--default')
    tare(session, 'taste', '--bass', '3', '--strength', '80')
    person = blind(session, DEEP, 'original', '--seed', '1')
    assert 'your taste, ' in person.seen and 'bass +3 dB' in person.seen, person.seen
    tastes = []
    for key in '12':
        person.press(key)
        person.see(key + ' plays')
        time.sleep(0.2)
        values = controls(session)
        tastes.append((values['eq:bass'], values['eq:strength']))
    assert sorted(tastes) == [(0.0, 100.0), (3.0, 80.0)], tastes
    person.press('q')
    person.wait()


@in_each
def test_a_log_is_appended_to(session):
    tare(session, 'use', WORDS, '--default')
    for _ in range(2):
        person = blind(session, DEEP, '--rounds', '1', '--log', log_of(session))
        person.press('1r42r4 ')
        person.wait()
    text = cli.read(log_of(session)).decode()
    assert text.count('seed\tround') == 1 and len(rows(log_of(session))) == 4, text
    assert len({row['seed'] for row in rows(log_of(session))}) == 2, 'the same order again'


ODD_KEYS = [' ', 'r9', 'r ', 'rr', '3', '0', 'x', 'a1', '\x1b[B', '\x1b[12~', '\x1a\x1c\x00\xff']


@in_each
def test_keys_that_are_not_meant_do_nothing(session):
    tare(session, 'use', WORDS, '--default')
    before = there(session)
    person = blind(session, DEEP, SIDES)
    for keys in ODD_KEYS:
        person.press(keys)
        time.sleep(0.05)  # so that what follows is not taken for the rest of an arrow
        for key in '21':
            person.press(key)
            person.see('Round 1 of 10   %s plays   1: -  2: -' % key)
    for keys, shown in [('r5', '1: 5  2: -'), ('r1', '1: 1  2: -'), (' ', 'Rate each sound first')]:
        person.press(keys)
        person.see(shown)
    person.press('q')
    assert person.wait() == 0 and 'No round was finished' in person.seen, person.seen
    same_again(session, before)


# What tells the order

def visible(session):
    """All that PipeWire tells of the nodes of Tare, but for the values of the filters."""
    found = json.loads(json.dumps([session.node('tare'), session.node('tare.output')]))
    for node in found:
        node['info'].pop('state')  # an idle node is suspended after some seconds
        for props in node['info']['params'].get('Props', []):
            flat = props.get('params', [])
            assert not [x for x in flat if isinstance(x, str) and 'test' in x.lower()], flat
            props['params'] = flat[::2]
    return found


def course(session, seed):
    """What is shown until the end, and what PipeWire tells meanwhile."""
    before, told = controls(session), []
    person = blind(session, DEEP, SIDES, WORDS, '--seed', str(seed), '--rounds', '3')
    session.wait_until(lambda: controls(session) != before, 'the first sound')
    for _ in range(3):
        for key in '123':
            person.press(key)
            person.see(key + ' plays')
            time.sleep(0.1)
            told.append((visible(session), state(session)['plays']))
            person.press('r3')
            person.see('%s: 3' % key)
        person.press(' ')
    person.see('3 rounds.')
    shown = person.seen[:person.place]
    person.wait()
    return shown, told


@in_each
def test_neither_screen_nor_properties_tell_the_order(session):
    """Nor does `tare status` name it, though what it knows as chosen is one of the sounds."""
    tare(session, 'use', WORDS, '--default')
    runs = [course(session, seed) for seed in range(1, 5)]
    first_shown, first_told = runs[0]
    for shown, told in runs:
        assert shown == first_shown
        for each in told:
            assert each == first_told[0], (each, first_told[0])


@in_each
def test_the_screen_does_not_wait_for_pipewire(session):
    """So how long a key takes tells nothing of whether the sound changes."""
    tare(session, 'use', WORDS, '--default')
    before = there(session)
    person = blind(session, DEEP, SIDES, '--abx')
    session.daemon.send_signal(signal.SIGSTOP)
    try:
        for key in '1x2x1x2':
            begin = time.monotonic()
            person.press(key)
            person.see(key + ' plays')
            assert time.monotonic() - begin < 1.0
    finally:
        session.daemon.send_signal(signal.SIGCONT)
    person.press('q')
    person.wait()
    same_again(session, before)


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_blind', globals()))
