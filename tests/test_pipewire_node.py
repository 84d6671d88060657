"""The correction inside an output's own node, without a sink: `tare use --sink node`, with a PipeWire
that can (1.6), and without. What such an output plays is recorded behind it: its monitor hears what
comes before its node."""

import os
import signal
import time

from helpers import cli
from hosts import pipewire_chain, pipewire_sound as sound, pipewire_use
from hosts.pipewire_blind import blind
from hosts.pipewire_use import chains, check_status, file, in_each, plays, sinks, tare
from test_pipewire_smart import PATIENT, check_none_is_lost, lost
from test_pipewire_sound import EXACT_DB, FREQS_HZ, wanted

DEEP, SIDES, WORDS = 'Tare Test Deep', 'Tare Test Sides', 'Tare Test Words'
N_CHANGES = 25
AT_ONCE_MS = 200  # within which an output that comes has its correction

OUTPUT = '''
    { name = libpipewire-module-loopback args = { audio.position = [ FL FR ]
      capture.props = { node.name = phones  node.description = "Phones"  media.class = Audio/Sink
                        priority.session = 3000 }
      playback.props = { node.name = phones.jack  target.object = speakers
                         node.dont-reconnect = true  state.restore-target = false } } }
'''


def plug(session):
    """An output whose sound comes to the speakers, so that it can be recorded."""
    path = os.path.join(session.folder, 'phones.conf')
    with open(path, 'w') as conf:
        conf.write(pipewire_chain.CLIENT % OUTPUT)
    session.phones = session.spawn('pipewire', '-c', path)
    session.wait_until(lambda: session.default_sink() == 'phones', 'the phones')


def unplug(session):
    session.phones.terminate()
    session.phones.wait(10)
    session.wait_until(lambda: not session.node('phones'), 'the phones to go')


def can_be_inside(session):
    version = session.run('pipewire', '--version').split('libpipewire')[-1].split()[0]
    return tuple(map(int, version.split('.')[:2])) >= (1, 6)


def in_each_that_can(test):
    def run():
        for label, root in pipewire_use.SESSIONS:
            with pipewire_use.session(label, root, quantum=PATIENT) as session:
                if can_be_inside(session):
                    plug(session)
                    test(session)
                else:
                    print('     %s: no correction in a node' % session.label)
    return run


def bears(session, output):
    """Whether there is a correction in an output's node."""
    return 'tare:' in str(session.node(output)['info']['params'].get('Props'))


def watchers(session):
    return [pid for pid in session.processes()
            if b'watch' in cli.read('/proc/%d/cmdline' % pid).split(b'\0')]


def check_sound(session, model):
    """What comes out of the phones is what the core does for a model; None: what went in."""
    sound.write_impulses('impulses.wav', session.rate)
    gains_db = sound.response(session, 'impulses.wav', 'phones', 'speakers')
    for c, channel in enumerate(['left', 'right']):
        want = wanted(session, [model], channel) if model else [0.0] * len(FREQS_HZ)
        error_db = max(abs(gains_db(freq_hz)[c] - gain) for freq_hz, gain in zip(FREQS_HZ, want))
        assert error_db <= EXACT_DB, (model, channel, error_db)


@in_each_that_can
def test_it_is_in_the_node(session):
    done = tare(session, 'use', 'tare test deep', '--sink', 'node')
    assert 'in the node of Phones' in done.out and not done.err, done
    check_status(session, plays=DEEP, inside=True, sink=None, default=False, smart=False,
                 bypassed=False, problem=None, kind='lv2')
    assert 'none; in the node of the output itself' in tare(session, 'status').out
    assert (chains(session), sinks(session), len(watchers(session))) == ([], [], 1)
    assert session.default_sink() == 'phones'
    check_sound(session, 'tare test deep')
    tare(session, 'use', 'tare test words')
    check_sound(session, 'tare test words')
    tare(session, 'off')
    check_status(session, off=True, plays='flat')
    check_sound(session, None)
    tare(session, 'on')
    tare(session, 'taste', '--bass', '3')
    check_status(session, plays=WORDS, problem=None)
    tare(session, 'compare')
    check_status(session, comparing=True)
    tare(session, 'uninstall', '--pipewire')
    check_sound(session, None)
    session.wait_until(lambda: not watchers(session), 'the end of the watcher')
    assert not os.path.exists(file(session, 'tare.conf')), os.listdir(session.config)
    assert not bears(session, 'phones')


@in_each_that_can
def test_changes_lose_no_sample(session):
    periods = sound.write_noise('noise.wav', session.rate, 300)
    player = sound.Player(session, 'noise.wav', 'phones')
    session.wait_until(lambda: player.linked() == {'phones'}, 'the player')
    acts = [['use', 'tare test deep', '--sink', 'node'], ['use', 'tare test words'], ['off'], ['on'],
            ['compare'], ['on']]

    def change():
        for i in range(N_CHANGES):
            tare(session, *acts[i % len(acts)])

    check_none_is_lost(session, player, periods, change)
    check_none_is_lost(session, player, periods, lambda: tare(session, 'uninstall', '--pipewire'))
    player.stop()


@in_each_that_can
def test_it_comes_back_with_its_output(session):
    tare(session, 'use', 'tare test deep', '--sink', 'node')
    waits_ms = []
    for _ in range(3):
        unplug(session)
        status = tare(session, 'status', status=1)
        assert 'is not there' in status.err, status
        plug(session)
        waits_ms.append(plays(session, DEEP))
    print('     back after %s ms, as seen by status' % ', '.join('%.0f' % ms for ms in waits_ms))
    check_sound(session, 'tare test deep')
    assert not tare(session, 'use', 'tare test words').err  # while it is there


@in_each_that_can
def test_a_chosen_output_and_a_new_session(session):
    """One in which nothing has played so far tells nothing; it plays it from the first sample."""
    sound.write_noise('noise.wav', session.rate, 60)
    tare(session, 'use', 'tare test deep', '--sink', 'node', '--device', 'speakers')
    tare(session, 'uninstall', '--pipewire')
    tare(session, 'use', 'tare test deep', '--sink', 'node', '--device', 'headphones')
    check_status(session, plays='nothing', inside=False, problem=None)
    assert 'that has played nothing yet' in tare(session, 'status').out
    player = sound.Player(session, 'noise.wav', 'headphones')
    plays(session, DEEP)
    state = check_status(session, plays=DEEP, inside=True)
    assert state['output']['node'] == 'headphones', state
    player.stop()
    assert not bears(session, 'phones')
    tare(session, 'use', 'tare test sides', '--device', 'auto')
    assert check_status(session, plays=SIDES)['output']['node'] == 'phones'
    assert not bears(session, 'headphones')
    session.phones.terminate()
    session.phones.wait(10)
    session.restart_daemon(signal.SIGTERM)
    plug(session)
    plays(session, SIDES)
    assert not chains(session) and len(watchers(session)) == 1
    check_sound(session, 'tare test sides')


@in_each_that_can
def test_from_one_place_to_the_other(session):
    """What corrected before ends behind what comes, so that nothing gets louder between them."""
    periods = sound.write_noise('noise.wav', session.rate, 300)
    player = sound.Player(session, 'noise.wav')
    session.wait_until(lambda: player.linked() == {'phones'}, 'the player')
    for words in (['own', '--default'], ['node'], ['smart'], ['node'], ['own'], ['node']):
        taken = lost(session, player, periods,
                     lambda: tare(session, 'use', 'tare test deep', '--sink', *words))
        print('     to %s: %s' % (words[0], taken))
        check_status(session, plays=DEEP, inside=words[0] == 'node', smart=words[0] == 'smart',
                     problem=None)
        n = words[0] != 'node'
        assert (len(chains(session)), len(sinks(session))) == (n, n), words
        assert bears(session, 'phones') != n, words
    assert session.default_sink() == 'phones'
    player.stop()


@in_each_that_can
def test_a_rule_of_the_output_and_a_blind_comparison(session):
    tare(session, 'use', 'tare test deep', '--sink', 'node')
    tare(session, 'device', 'set', 'Phones', 'tare test sides')
    plays(session, SIDES)
    unplug(session)
    plug(session)
    plays(session, SIDES)
    tare(session, 'device', 'forget', 'Phones')
    plays(session, DEEP)
    person = blind(session, 'tare test deep', 'tare test sides')
    person.press('2')
    person.see('2 plays')
    person.press('q')
    assert person.wait() == 0, person.seen
    person.close()
    plays(session, DEEP)


@in_each_that_can
def test_what_does_not_go(session):
    for words, reason in ((['--default'], 'or --sink own'), (['--device', 'nothing'], 'no output'),
                          (['--kind', 'ladspa'], 'expected lv2')):
        done = tare(session, 'use', 'tare test deep', '--sink', 'node', *words, status=None)
        assert done.status in (1, 2) and reason in done.err, (words, done)
    assert not session.node('tare') and not bears(session, 'phones')
    os.remove(os.path.join(session.env['HOME'], '.lv2', 'tare.lv2'))
    err = tare(session, 'use', 'tare test deep', '--sink', 'node', status=1).err
    assert 'tare.lv2 is not where PipeWire looks' in err, err


@in_each
def test_it_needs_a_new_pipewire(session):
    if can_be_inside(session):
        return
    tare(session, 'use', 'tare test deep')
    before = check_status(session, plays=DEEP, inside=False)
    err = tare(session, 'use', 'tare test sides', '--sink', 'node', status=1).err
    assert 'needs PipeWire 1.6 or later' in err, err
    assert check_status(session, plays=DEEP) == before
    time.sleep(0.2)
    assert len(chains(session)) == 1


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_node', globals()))
