"""`tare blind` in a real PipeWire: however it ends, everything is as it was."""

import os
import signal
import time

from helpers import cli
from hosts import pipewire_use
from hosts.pipewire_blind import DEEP, SIDES, WORDS, blind, controls, same_again, there
from hosts.pipewire_use import check_status, file, in_each, plays, state, tare
from hosts.terminal import Person


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


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_blind_end', globals()))
