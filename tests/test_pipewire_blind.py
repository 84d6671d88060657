"""`tare blind` in a real PipeWire, with a person at a terminal: what is shown and written down, that
nothing tells the order, and that afterwards everything is as it was, however it ends."""

import json
import math
import os
import re
import signal
import time

from helpers import cli
from hosts import pipewire_use
from hosts.pipewire_use import check_status, file, in_each, plays, state, tare
from hosts.terminal import Person

DEEP, SIDES, WORDS = 'tare test deep', 'tare test sides', 'tare test words'
ID = {DEEP: 'tare-test-deep/tests', SIDES: 'tare-test-sides/tests', WORDS: 'tare-test-words/tests'}


def blind(session, *arguments):
    """A person before `tare blind`, once the first round has begun."""
    person = Person(cli.TARE, 'blind', *arguments, env=session.env)
    person.see('Round 1 of')
    return person


def controls(session):
    """The values of the chain's controls; None without a sink."""
    node = session.node('tare')
    for props in (node['info']['params'].get('Props', []) if node else []):
        flat = props.get('params', [])
        if 'eq:enabled' in flat:
            return dict(zip(flat[::2], flat[1::2]))
    return None


def there(session):
    """All that must be as before: values, routes, files, sinks."""
    names = sorted(str(name) for name in session.nodes())
    metadata = {key: value for key, value in session.metadata().items() if key[0] == 0}
    kept = [(name, cli.read(os.path.join(session.config, name)))
            for name in cli.everything(session.config)
            if os.path.isfile(os.path.join(session.config, name))]
    return {'values': controls(session), 'nodes': names, 'metadata': metadata,
            'files': kept, 'run': cli.everything(session.runtime)}


def same_again(session, before):
    """Waits until everything is as before."""
    now = {}

    def is_same():
        now.update(there(session))
        return now == before
    try:
        session.wait_until(is_same, 'everything to be as before')
    except cli.Failure:
        raise cli.Failure('not as before: %s' % {key: (before[key], now[key]) for key in before
                                                  if now[key] != before[key]})


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
    person = blind(session, DEEP, '--rounds', '9', '--log', 'log.tsv')
    for i in range(9):
        person.press('1r42r%d ' % (2 if i else 4))
        person.see('\n')
    said = result_of(person)
    same_again(session, before)
    log = rows('log.tsv')
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
    person = blind(session, DEEP, SIDES, 'Original', '--rounds', '6', '--seed', '3', '--log', 'log')
    for _ in range(6):
        person.press('1r12r33r5 ')
    said = result_of(person)
    log = rows('log')
    assert {row['seed'] for row in log} == {'3'} and len(log) == 18, log
    assert len(stated_chance(said)) == 3 and 'with one of 3 pairs in up to' in said, said
    for id in [ID[DEEP], ID[SIDES], 'original']:
        mean = sum(int(row['answer']) for row in log if row['correction'] == id) / 6
        assert re.search(r'%s\)? +rated %.3g on average' % (re.escape(id), mean), said), (id, mean, said)


@in_each
def test_x_is_recognised_by_who_hears_it(session):
    """The listener of this test asks PipeWire for the values: X is told by them."""
    tare(session, 'use', WORDS, '--default')
    person = blind(session, DEEP, SIDES, '--abx', '--rounds', '7', '--log', 'log')
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
    log = rows('log')
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
        person = blind(session, DEEP, '--rounds', '1', '--log', 'log')
        person.press('1r42r4 ')
        person.wait()
    text = cli.read('log').decode()
    assert text.count('seed\tround') == 1 and len(rows('log')) == 4, text
    assert len({row['seed'] for row in rows('log')}) == 2, 'the same order again'


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


# However it ends

def quit_by_key(session, person):
    person.press('q')
    return 0


def end_of_input(session, person):
    person.press('\x04')
    return 0


def interrupt(session, person):
    person.press('\x03')
    return -signal.SIGINT


def terminate(session, person):
    person.process.terminate()
    return -signal.SIGTERM


def hang_up(session, person):
    person.hang_up()
    return -signal.SIGHUP


ENDS = [quit_by_key, end_of_input, interrupt, terminate, hang_up]


def check_ends(session):
    for end in ENDS:
        before = there(session)
        person = blind(session, DEEP, SIDES, WORDS)
        modes = person.modes_before
        person.press('2')
        person.see('2 plays')
        session.wait_until(lambda: controls(session) != before['values'], 'another sound')
        status = end(session, person)
        assert person.wait() == status, (end, person.process.returncode, person.seen)
        assert person.slave is None or person.modes() == modes, end
        same_again(session, before)
        person.close()


@in_each
def test_what_played_is_restored(session):
    """The default sink, with taste."""
    tare(session, 'use', WORDS, '--default', '--bass', '3', '--strength', '70')
    check_ends(session)
    check_status(session, plays='Tare Test Words')


@in_each
def test_a_sink_beside_the_default_is_restored(session):
    """Kind ladspa, switched off, and another output chosen by the listener."""
    session.set_default_sink('headphones')
    session.wait_until(lambda: session.default_sink() == 'headphones', 'the default')
    tare(session, 'use', WORDS, '--kind', 'ladspa')
    tare(session, 'off')
    before, links = there(session), session.links()
    person = blind(session, DEEP, SIDES)
    session.wait_until(lambda: session.default_sink() == 'tare', 'Tare as default')
    session.wait_until(lambda: ('tare.output', 'headphones') in session.links(), 'the output')
    person.press('q')
    person.wait()
    same_again(session, before)
    session.wait_until(lambda: session.links() == links, 'the links')


@in_each
def test_a_sink_comes_and_goes(session):
    """Without a sink one is there for the while; no file stays."""
    assert session.node('tare') is None
    check_ends(session)
    assert session.node('tare') is None and not os.path.exists(file(session, 'tare.conf'))


@in_each
def test_killed_it_restores_everything_but_the_terminal(session):
    for words in ([], ['use', WORDS, '--bass', '3'], ['use', WORDS, '--default'], ['off']):
        if words:
            tare(session, *words)
        before, processes = there(session), set(session.processes())
        person = blind(session, DEEP, SIDES)
        person.press('2')
        person.see('2 plays')
        session.wait_until(lambda: controls(session) != before['values'], 'another sound')
        person.process.kill()
        person.process.wait()
        same_again(session, before)
        session.wait_until(lambda: set(session.processes()) <= processes, 'all to end')
        person.close()


@in_each
def test_a_sink_that_stays_behind_is_told(session):
    """As long as it is there, and when all that would end it was killed."""
    processes = set(session.processes())
    person = blind(session, DEEP, SIDES)
    for words in (['status'], ['status', '--json'], ['on'], ['off'], ['toggle'], ['compare']):
        said = tare(session, *words, status=1).err
        assert "no model is chosen for it, as while 'tare blind' runs" in said, said
    ours = [pid for pid in set(session.processes()) - processes
            if b'blind' in cli.read('/proc/%d/cmdline' % pid).split(b'\0')]
    assert len(ours) == 2, ours
    for pid in sorted(ours, key=lambda pid: pid == person.process.pid):
        os.kill(pid, signal.SIGKILL)
    person.process.wait()
    person.close()
    assert 'tare blind' in tare(session, 'off', status=1).err
    tare(session, 'uninstall', '--pipewire')
    session.wait_until(lambda: session.node('tare') is None, 'no sink')
    assert 'there is no sink Tare' in tare(session, 'off', status=1).err


@in_each
def test_pipewire_going_away_is_said(session):
    for has_sink in (False, True):
        if has_sink:
            tare(session, 'use', WORDS, '--default')
        person = blind(session, DEEP, SIDES)
        modes = person.modes_before
        person.press('2')
        session.restart_daemon()
        assert person.wait() == 1 and 'PipeWire went away' in person.seen, person.seen
        assert person.modes() == modes
        person.close()
        if has_sink:
            plays(session, 'Tare Test Words')
        else:
            session.wait_until(lambda: session.node('tare') is None, 'no sink')


@in_each
def test_the_sink_going_away_is_said(session):
    tare(session, 'use', WORDS, '--default')
    person = blind(session, DEEP, SIDES)
    tare(session, 'uninstall', '--pipewire')
    assert person.wait() == 1 and 'the sink Tare went away' in person.seen, person.seen
    assert session.node('tare') is None


@in_each
def test_another_program_has_the_last_word(session):
    for has_sink in (False, True):
        person = blind(session, DEEP, SIDES)
        person.press('2')
        person.see('2 plays')
        time.sleep(0.3)
        tare(session, 'use', WORDS, '--bass', '2')
        assert person.wait() == 1 and 'another program' in person.seen, person.seen
        check_status(session, plays='Tare Test Words')
        session.wait_until(lambda: state(session)['default'] == has_sink, 'the default')
        tare(session, 'use', WORDS, '--default')


@in_each
def test_kinds_that_click_are_refused(session):
    tare(session, 'use', WORDS, '--kind', 'builtin', '--default')
    before = there(session)
    person = Person(cli.TARE, 'blind', DEEP, SIDES, env=session.env)
    assert person.wait() == 1 and 'expected lv2 or ladspa' in person.seen, person.seen
    assert there(session) == before


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
