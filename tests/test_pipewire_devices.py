"""The right correction for the right output: sound cards that are not there come and go, their jacks
and profiles change, and `tare device watch`, which PipeWire itself starts, follows."""

import json
import os
import re
import subprocess
import time

from helpers import cli
from hosts import pipewire_use
from hosts.pipewire_cards import bluetooth, laptop
from hosts.pipewire_use import check_status, in_each, plays, tare

DEEP, SIDES, WORDS = 'Tare Test Deep', 'Tare Test Sides', 'Tare Test Words'


def watchers(session):
    """The processes that follow the devices of a session."""
    found = []
    for pid in filter(str.isdigit, os.listdir('/proc')):
        try:
            words = cli.read('/proc/%s/cmdline' % pid).split(b'\0')
            environment = cli.read('/proc/%s/environ' % pid)
        except OSError:  # it has just ended
            continue
        if words[-3:-1] == [b'device', b'watch'] and session.runtime.encode() in environment:
            found.append(int(pid))
    return found


@in_each
def test_jack(session):
    """By the name of a route; what has no rule is flat."""
    card = laptop(session)
    tare(session, 'use', 'tare test deep', '--default')
    session.wait_until(lambda: ('tare.output', 'alsa_output.pci') in session.links(), 'the card')
    tare(session, 'device', 'set', 'Headphones', 'tare test sides')
    plays(session, 'flat')
    taken_ms = []
    for _ in range(3):
        card('route analog-output-headphones')
        taken_ms.append(plays(session, SIDES))
        card('route analog-output-speaker')
        taken_ms.append(plays(session, 'flat'))
    print('     %s: jack to sound in %s ms' % (session.label, ', '.join('%.0f' % t for t in taken_ms)))
    tare(session, 'device', 'set', 'analog-output-speaker', 'tare test words')
    plays(session, WORDS)
    session.wait_until(lambda: len(watchers(session)) == 1, 'one watcher')
    assert not [pair for pair in session.links() if pair == ('tare.output', 'tare')]


@in_each
def test_plug_and_unplug(session):
    """By the address, by a pattern; WirePlumber moves Tare's output to what was plugged in."""
    tare(session, 'use', 'tare test deep', '--default')
    tare(session, 'device', 'set', '00:11:22:33:44:55', 'tare test words')
    tare(session, 'device', 'set', 'speak*', 'tare test deep')
    plays(session, DEEP)
    card = bluetooth(session)
    plays(session, WORDS)
    card('unplug')
    plays(session, DEEP)
    card('plug')
    plays(session, WORDS)
    tare(session, 'device', 'forget', '00:11:22:33:44:55')
    plays(session, 'flat')
    tare(session, 'device', 'set', 'bluez_output.*', 'tare test sides')
    plays(session, SIDES)
    tare(session, 'device', 'set', '*', 'tare test words')
    plays(session, SIDES)  # the longer pattern counts
    tare(session, 'device', 'set', 'wh-1000xm4', '--flat')
    plays(session, 'flat')  # the one without * counts more
    card.quit()
    plays(session, DEEP)


@in_each
def test_profile(session):
    """By the name of a profile, which says more than the shorter one of the device."""
    card = bluetooth(session)
    tare(session, 'device', 'set', 'WH-1000XM4', 'tare test sides')
    plays(session, SIDES)
    tare(session, 'device', 'set', 'output:analog-stereo', 'tare test words')
    plays(session, WORDS)
    card('profile off')
    plays(session, 'flat')
    card('profile output:analog-stereo')
    plays(session, WORDS)


@in_each
def test_it_makes_a_sink_where_there_is_none(session):
    out = tare(session, 'device', 'set', 'Speakers', 'tare test deep').out
    assert 'Tare is flat' in out, out
    plays(session, DEEP)
    check_status(session, model=None, sink='tare')


@in_each
def test_nothing_is_applied_twice(session):
    """The watcher says each time what it applies, and to what."""
    card = laptop(session)
    tare(session, 'use', 'tare test deep', '--default')
    tare(session, 'device', 'set', 'Headphones', 'tare test sides')
    plays(session, 'flat')
    for pid in watchers(session):
        os.kill(pid, 15)
    session.wait_until(lambda: not watchers(session), 'the end of the watcher')
    log = os.path.join(session.folder, 'watch.log')
    with open(log, 'wb') as out:
        watcher = subprocess.Popen([cli.TARE, 'device', 'watch'], env=session.env, stdout=out)
    session.wait_until(lambda: cli.read(log), 'the first line')
    for _ in range(2):
        card('route analog-output-headphones')
        plays(session, SIDES)
        card('route analog-output-speaker')
        plays(session, 'flat')
    session.add_sink('other', 'Other', 10)  # a change that is none of Tare's business
    session.wait_until(lambda: len(cli.read(log).splitlines()) >= 5, 'what the watcher says')
    time.sleep(0.5)  # so long for a word too many
    card_name = '(Built-in Audio Analog Stereo)'
    flat, sides = 'Speakers %s: flat' % card_name, 'Headphones %s: %s' % (card_name, SIDES)
    lines = cli.read(log).decode().splitlines()
    assert lines == [flat, sides, flat, sides, flat], lines
    done = tare(session, 'device', 'watch')  # a second one has nothing to do
    assert done.out == '' and watcher.poll() is None
    tare(session, 'device', 'forget', '--all')
    plays(session, DEEP)  # what tare use chose plays everywhere again
    assert watcher.poll() is None


@in_each
def test_use_counts_until_the_output_changes(session):
    card = laptop(session)
    tare(session, 'use', 'tare test deep', '--default')
    tare(session, 'device', 'set', 'Headphones', 'tare test sides')
    plays(session, 'flat')
    err = tare(session, 'use', 'tare test words').err
    assert 'until the output changes' in err, err
    time.sleep(0.5)
    check_status(session, plays=WORDS)
    card('route analog-output-headphones')
    plays(session, SIDES)


@in_each
def test_it_survives_a_restart_of_pipewire(session):
    tare(session, 'device', 'set', 'Speakers', 'tare test sides')
    plays(session, SIDES)
    for _ in range(2):
        session.restart_daemon()
        session.wait_until(lambda: session.node('tare'), 'the sink')
        plays(session, SIDES)
        session.wait_until(lambda: len(watchers(session)) == 1, 'one watcher')
    tare(session, 'uninstall', '--pipewire')
    session.wait_until(lambda: not watchers(session), 'the end of the watcher')
    assert not os.path.exists(os.path.join(session.config, 'tare'))


@in_each
def test_rules_that_cannot_be_read_change_nothing(session):
    tare(session, 'device', 'set', 'Speakers', 'tare test sides')
    plays(session, SIDES)
    path = os.path.join(session.config, 'tare', 'devices.json')
    cli.write(path, '[{"device": "Speakers",\n "correction": }]\n')
    for words in [('set', 'a', 'tare test deep'), ('forget', '--all'), ('list',)]:
        err = tare(session, 'device', *words, status=2).err
        assert re.search(r'devices\.json:2:\d+: ', err), err
    assert b'"correction": }' in cli.read(path)
    time.sleep(0.3)
    cli.write(path, '[{"device": "Speakers", "correction": "tare-test-deep/tests"}]\n')
    plays(session, DEEP)  # written by hand counts as well
    cli.write(path, '[{"device": "Speakers", "correction": "gone/away"}]\n')
    plays(session, 'flat')


@in_each
def test_list(session):
    bluetooth(session)
    tare(session, 'device', 'set', 'WH-1000XM4', 'tare test sides')
    plays(session, SIDES)
    text = tare(session, 'device', 'list').out
    for word in ['* Headphone (WH-1000XM4): Tare Test Sides', '00:11:22:33:44:55', 'speakers',
                 'flat, unknown', 'rule "WH-1000XM4": Tare Test Sides (tare-test-sides/tests)']:
        assert word in text, text
    found = json.loads(tare(session, 'device', 'list', '--json').out)
    assert found['rules'] == [{'device': 'WH-1000XM4', 'correction': 'tare-test-sides/tests',
                               'file': None, 'taste': {}}]
    playing = [output for output in found['outputs'] if output['playing']]
    assert [output['node_description'] for output in playing] == ['WH-1000XM4'], found
    assert playing[0]['rule'] == 'WH-1000XM4' and playing[0]['address'] == '00:11:22:33:44:55'
    assert 'there is no rule' in tare(session, 'device', 'forget', 'nobody', status=1).err
    assert 'not in the catalogue' in tare(session, 'device', 'set', 'x', 'qqqqqq', status=1).err


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_devices', globals()))
