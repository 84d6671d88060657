"""A smart sink is in the way to the default output, which stays it: `tare use --sink smart`, with a
session manager that has smart filters, and without."""

import os
import signal
import time

from helpers import cli
from hosts import pipewire_sound as sound, pipewire_use
from hosts.pipewire_blind import blind, same_again, there
from hosts.pipewire_use import chains, check_status, in_each, plays, sinks, tare

DEEP, SIDES, WORDS = 'Tare Test Deep', 'Tare Test Sides', 'Tare Test Words'
PATIENT = 4096  # frames at once, so that a busy machine loses no sample of its own
N_CHANGES = 50


def play_and(test, session):
    """The test with a player into the default output, where there are smart filters."""
    if session.has_smart_filters:
        sound.write_noise('noise.wav', session.rate, 120)
        player = sound.Player(session, 'noise.wav')
        session.wait_until(lambda: player.linked() == {'speakers'}, 'the player')
        test(session, player)
        player.stop()


def in_each_smart(test):
    return in_each(lambda session: play_and(test, session))


def is_in_the_way(session, player, output):
    links = session.links()
    return ((player.name, 'tare') in links and ('tare.output', output) in links and
            (player.name, output) not in links)


def wait_in_the_way(session, player, output='speakers'):
    try:
        session.wait_until(lambda: is_in_the_way(session, player, output), 'Tare before ' + output)
    except cli.Failure:
        raise cli.Failure('%s is not in the way to %s: %s' % (player.name, output, session.links()))


def wait_gone(session, player):
    session.wait_until(lambda: player.linked() == {'speakers'}, 'the player in the output')


@in_each_smart
def test_it_is_in_the_way(session, player):
    done = tare(session, 'use', 'tare test deep', '--sink', 'smart')
    assert 'bypass' not in done.err and 'in front of Speakers' in done.out, done
    wait_in_the_way(session, player)
    check_status(session, plays=DEEP, smart=True, default=False, bypassed=False, problem=None)
    assert 'Tare, in the way to the default one' in tare(session, 'status').out
    assert session.default_sink() == 'speakers'
    direct = sound.Player(session, 'noise.wav', 'headphones')
    session.wait_until(lambda: direct.linked() == {'headphones'}, 'the player into another output')
    session.set_default_sink('headphones')
    wait_in_the_way(session, player, 'headphones')
    assert session.default_sink() == 'headphones'
    session.set_default_sink('speakers')
    wait_in_the_way(session, player)
    tare(session, 'uninstall', '--pipewire')
    wait_gone(session, player)
    session.wait_until(lambda: not chains(session), 'the end of the chain')


@in_each_smart
def test_rules_follow_the_default_output(session, player):
    tare(session, 'use', 'tare test deep', '--sink', 'smart')
    tare(session, 'device', 'set', 'Headphones', 'tare test sides')
    plays(session, 'flat')
    session.set_default_sink('headphones')
    plays(session, SIDES)
    check_status(session, smart=True, problem=None)


@in_each_smart
def test_it_stays_smart(session, player):
    """Through changes, the end of its chain, and the next login."""
    tare(session, 'use', 'tare test deep', '--sink', 'smart', '--kind', 'ladspa')
    for words in (['use', 'tare test sides'], ['off'], ['on'], ['use', 'tare test words', '--kind',
                                                               'lv2']):
        tare(session, *words)
        check_status(session, smart=True, default=False)
        wait_in_the_way(session, player)
    for pid in chains(session):
        os.kill(pid, signal.SIGKILL)
    wait_gone(session, player)
    wait_in_the_way(session, player)
    session.restart_daemon()
    plays(session, WORDS)
    check_status(session, smart=True, problem=None)
    again = sound.Player(session, 'noise.wav')
    wait_in_the_way(session, again)


@in_each_smart
def test_from_one_place_to_the_other(session, player):
    session.set_default_sink('speakers')
    for _ in range(2):
        tare(session, 'use', 'tare test deep', '--default', '--sink', 'own')
        session.wait_until(lambda: session.default_sink() == 'tare', 'Tare as default')
        wait_in_the_way(session, player)
        check_status(session, smart=False, default=True)
        tare(session, 'use', 'tare test deep', '--sink', 'smart')
        session.wait_until(lambda: session.default_sink() == 'speakers', 'the default from before')
        wait_in_the_way(session, player)
        check_status(session, smart=True, default=False)
        assert len(chains(session)) == len(sinks(session)) == 1
        for words in (['--default'], ['--device', 'headphones']):
            err = tare(session, 'use', 'tare test sides', *words, status=2).err
            assert 'or --sink own' in err, err
        check_status(session, plays=DEEP, smart=True)


@in_each_smart
def test_it_stays_in_the_way_in_a_blind_comparison(session, player):
    tare(session, 'use', 'tare test words', '--sink', 'smart')
    wait_in_the_way(session, player)
    before = there(session)
    person = blind(session, 'tare test deep', 'tare test sides')
    person.press('2')
    person.see('2 plays')
    assert is_in_the_way(session, player, 'speakers') and session.default_sink() == 'speakers'
    person.press('q')
    assert person.wait() == 0, person.seen
    same_again(session, before)
    person.close()


@in_each
def test_it_needs_smart_filters(session):
    tare(session, 'use', 'tare test deep', '--sink', 'round', status=2)
    if session.has_smart_filters:
        return
    tare(session, 'use', 'tare test deep')
    before = check_status(session, plays=DEEP, smart=False)
    err = tare(session, 'use', 'tare test sides', '--sink', 'smart', status=1).err
    assert 'needs WirePlumber 0.5 or later' in err, err
    assert check_status(session, plays=DEEP) == before
    session.stop()  # without PipeWire it cannot be known
    tare(session, 'use', 'tare test sides', '--sink', 'smart', status=1)
    session.start()
    session.wait_until(lambda: sinks(session), 'the sink')
    assert "without WirePlumber 0.5" in tare(session, 'status', status=1).err
    tare(session, 'use', 'tare test sides', '--sink', 'own')
    check_status(session, smart=False, plays=SIDES, problem=None)


def lost(session, player, periods, action):
    """The faults in what the loudspeakers play while something is done."""
    tap = sound.Tap(session, 'speakers').wait()
    time.sleep(0.5)
    action()
    time.sleep(0.5)
    return [sound.Continuity(period).faults(samples)
            for samples, period in zip(tap.stop(), periods)]


def check_none_is_lost(session, player, periods, action):
    """A busy machine loses some now and then; what the action itself loses is lost each time."""
    for _ in range(3):
        faults = lost(session, player, periods, action)
        if not any(faults):
            return
        print('     %s: %s' % (session.label, faults))
    raise cli.Failure('samples were lost each time')


def check_changes(session, player):
    def change():
        for i in range(N_CHANGES):
            tare(session, 'use', ['tare test deep', 'tare test words'][i % 2])

    periods = [sound.noise_period(seed) for seed in (1, 2)]
    for words in (['use', 'tare test deep', '--sink', 'smart'], ['uninstall', '--pipewire']):
        def act():
            tare(session, *words)
            (wait_in_the_way if words[0] == 'use' else wait_gone)(session, player)
        faults = lost(session, player, periods, act)
        n_silent = [sum(int(what.split()[1]) for _, what in found if what.startswith('silent'))
                    for found in faults]
        print('     %s: %s: %s' % (session.label, words[0], faults))
        assert max(n_silent) <= 4 * PATIENT, faults
        if words[0] == 'use':
            check_none_is_lost(session, player, periods, change)


def test_changes_lose_no_sample():
    """Only what puts it in the way, and out of it, does, as any change of the output."""
    for label, root in pipewire_use.SESSIONS:
        with pipewire_use.session(label, root, quantum=PATIENT) as session:
            play_and(check_changes, session)


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_smart', globals()))
