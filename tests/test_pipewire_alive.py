"""The chain of `tare use` is there as long as PipeWire is, and no longer: what dies comes back, what is
left over ends, and who sees to that is told when it is missing."""

import fcntl
import json
import os
import signal
import time

from helpers import cli
from hosts import pipewire_use
from hosts.pipewire_use import chains, check_status, comes_to, file, in_each, plays, sinks, state, tare

DEEP, SIDES, WORDS = 'Tare Test Deep', 'Tare Test Sides', 'Tare Test Words'


def watcher(session):
    """The process that has the lock, once it has written who it is; 0 before."""
    with open(os.path.join(session.runtime, 'tare-pipewire-0.watch.lock')) as lock:
        pid = int(lock.read() or 0)
    return pid if pid in session.processes() else 0


def watchers(session):
    """Who has the lock, and who waits for it: two that begin at once are both started, and one ends."""
    return pipewire_use.processes(session, lambda words: words[1:3] == [b'device', b'watch'])


def is_locked(session):
    """A process that is no longer listed may still be about to give its lock back."""
    with open(os.path.join(session.runtime, 'tare-pipewire-0.watch.lock')) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def kill_watcher(session):
    comes_to(session, problem=None)
    session.wait_until(lambda: watchers(session) == [watcher(session)], 'one watcher')
    os.kill(watcher(session), signal.SIGKILL)
    session.wait_until(lambda: not watcher(session) and not is_locked(session), 'its end')


@in_each
def test_chains_end_with_pipewire(session):
    """Nobody but the watcher ends them: a service manager, which would, is not there."""
    tare(session, 'use', 'tare test deep')
    for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGKILL):
        check_status(session, problem=None)
        session.restart_daemon(number)
        plays(session, DEEP)
        session.wait_until(lambda: len(chains(session)) == 1, 'one chain')
    session.daemon.kill()
    session.daemon.wait()
    session.wait_until(lambda: not chains(session), 'the end of the chain')


MARK = 'STARTED_BY_THE_DAEMON'
LATE_S = 4


def restart_marked(session):
    """So that what the daemon starts is known, as it is to systemd by a control group."""
    session.env[MARK] = '1'
    session.restart_daemon()
    del session.env[MARK]


def marked(session):
    found = []
    for pid in session.processes():
        try:
            if MARK.encode() in cli.read('/proc/%d/environ' % pid):
                found.append(pid)
        except OSError:  # it has just ended
            pass
    return found


@in_each
def test_a_service_manager_ends_all_at_once(session):
    """As systemd does: PipeWire and all that it has started. What was started at a terminal is not among
    these, and its watcher is: it ends with the next session at the latest."""
    tare(session, 'use', 'tare test deep')
    comes_to(session, problem=None)  # else its watcher may begin in the next session only
    restart_marked(session)
    plays(session, DEEP)
    for words in ([], ['use', 'tare test sides', '--kind', 'ladspa']):
        if words:
            tare(session, *words)
        session.wait_until(lambda: watcher(session) in marked(session), 'the watcher of the daemon')
        for pid in marked(session):
            os.kill(pid, signal.SIGTERM)
        restart_marked(session)
        plays(session, DEEP, SIDES)
        session.wait_until(lambda: len(chains(session)) == 1, 'one chain')
        session.wait_until(lambda: len(sinks(session)) == 1, 'one sink')


@in_each
def test_a_watcher_that_ends_late_is_waited_for(session):
    """That of a PipeWire that has ended, on a busy machine: else nobody watches the next one."""
    tare(session, 'use', 'tare test deep')
    comes_to(session, problem=None)
    session.wait_until(lambda: watchers(session) == [watcher(session)], 'one watcher')
    late = watcher(session)
    os.kill(late, signal.SIGSTOP)
    restart_marked(session)
    time.sleep(LATE_S)
    os.kill(late, signal.SIGCONT)
    session.wait_until(lambda: watcher(session) in marked(session), 'the watcher of the daemon')
    plays(session, DEEP)


@in_each
def test_chains_that_nobody_watched_end_later(session):
    """With the next session's watcher, or with the next change."""
    tare(session, 'use', 'tare test deep')
    start = file(session, 'pipewire.conf.d/tare.conf')
    unwatched = '\n'.join(line for line in cli.read(start).decode().split('\n')
                          if 'device watch' not in line)
    for words in (['use', 'tare test sides'], ['off'], None):
        kill_watcher(session)
        cli.write(start, unwatched)
        for _ in range(2):
            session.restart_daemon()
            session.wait_until(lambda: sinks(session), 'the sink')
        assert len(chains(session)) == 3
        tare(session, *(words or ['device', 'set', 'Speakers', 'tare test words']))
        session.wait_until(lambda: len(chains(session)) == 1, 'one chain')
        assert len(sinks(session)) == 1, (words, sinks(session))


def lose_sink(session, how):
    (pid,) = chains(session)
    if how == 'killed':
        os.kill(pid, signal.SIGKILL)
    else:
        session.run('pw-cli', 'destroy', str(sinks(session)[0]))
    return pid


@in_each
def test_a_chain_that_died_comes_back(session):
    """With all that it was; the default output and the outputs' rules too."""
    tare(session, 'use', 'tare test deep', '--default', '--kind', 'ladspa')
    for how in ('killed', 'destroyed'):
        before = check_status(session, problem=None)
        pid = lose_sink(session, how)
        session.wait_until(lambda: chains(session) not in ([], [pid]), 'another chain')
        plays(session, DEEP)
        session.wait_until(lambda: state(session) == before, 'what was')
        assert len(chains(session)) == len(sinks(session)) == 1
    tare(session, 'device', 'set', 'Speakers', 'tare test words')
    plays(session, WORDS)
    lose_sink(session, 'killed')
    plays(session, WORDS)


@in_each
def test_a_chain_that_dies_again_comes_back_after_a_pause(session):
    tare(session, 'use', 'tare test deep')
    begins = []
    for _ in range(3):
        pid = lose_sink(session, 'killed')
        session.wait_until(lambda: chains(session) not in ([], [pid]), 'another chain')
        begins.append(time.monotonic())
        session.wait_until(lambda: sinks(session), 'the sink')
    assert all(b - a > 4.5 for a, b in zip(begins, begins[1:])), begins
    tare(session, 'uninstall', '--pipewire')
    time.sleep(5.5)
    assert not chains(session) and not sinks(session)


@in_each
def test_what_takes_the_place_of_a_dead_chain_is_not_doubled(session):
    """Who changes the sink meanwhile is not disturbed."""
    tare(session, 'use', 'tare test deep', '--kind', 'ladspa')
    for kind in ('lv2', 'ladspa', 'lv2'):
        lose_sink(session, 'killed')
        tare(session, 'use', 'tare test sides', '--kind', kind)
        check_status(session, plays=SIDES, kind=kind, problem=None)
        assert len(chains(session)) == len(sinks(session)) == 1
    time.sleep(5.5)
    assert len(chains(session)) == len(sinks(session)) == 1


@in_each
def test_a_chain_that_died_is_told(session):
    tare(session, 'use', 'tare test deep')
    kill_watcher(session)
    lose_sink(session, 'killed')
    session.wait_until(lambda: not sinks(session), 'the end of the sink')
    done = tare(session, 'status', status=1)
    assert 'the sink has ended' in done.err and 'not there' in done.out, done
    now = json.loads(tare(session, 'status', '--json', status=1).out)
    assert now['plays'] == 'nothing' and 'the sink has ended' in now['problem'], now
    tare(session, 'use', 'tare test deep')
    check_status(session, plays=DEEP, problem=None)


@in_each
def test_a_missing_watcher_is_told(session):
    tare(session, 'use', 'tare test deep')
    for words in (['off'], ['on'], ['taste', '--bass', '1'], ['use', 'tare test sides']):
        kill_watcher(session)
        assert 'nobody watches the sink' in tare(session, 'status', status=1).err
        tare(session, *words)
    tare(session, 'device', 'set', 'Speakers', 'tare test deep')
    kill_watcher(session)
    done = tare(session, 'status', status=1)
    assert "nobody follows the outputs" in done.err and "'tare device watch'" in done.err, done
    tare(session, 'device', 'set', 'Speakers', 'tare test sides')
    comes_to(session, problem=None)
    tare(session, 'device', 'forget', '--all')
    comes_to(session, problem=None)


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_alive', globals()))
