"""What else is on a machine beside `tare use` stays as it is, and what goes wrong leaves a sound state:
other people's files, links, processes and sinks, interrupts, other rates, other rules."""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import time

from helpers import cli
from hosts import pipewire_chain, pipewire_use
from hosts.pipewire_use import check_status, file, in_each, plays, sinks, state, tare

DEEP, SIDES, WORDS = 'Tare Test Deep', 'Tare Test Sides', 'Tare Test Words'


@in_each
def test_only_our_own_chains_end(session):
    process = pipewire_chain.start(session, 'guitar', path=file(session, 'guitare.conf'))
    tare(session, 'use', 'tare test deep')
    tare(session, 'use', 'tare test deep', '--kind', 'ladspa')
    tare(session, 'uninstall', '--pipewire')
    assert process.poll() is None and session.node('guitar')


def test_a_lock_that_is_held_for_ever():
    for label, root in pipewire_use.SESSIONS[:1]:
        with pipewire_use.session(label, root) as session:
            tare(session, 'use', 'tare test deep')
            folder = os.open(os.path.join(session.config, 'pipewire'), os.O_RDONLY)
            fcntl.flock(folder, fcntl.LOCK_EX)
            runs = [session.spawn(cli.TARE, *words, stderr=subprocess.PIPE) for words in (
                ['use', 'tare test sides'], ['off'], ['device', 'set', 'a', '--flat'],
                ['taste', '--bass', '1'], ['uninstall', '--pipewire'])]
            for run in runs:
                err = run.communicate(timeout=60)[1].decode()
                assert run.returncode == 1 and 'another program has held the lock' in err, err
            check_status(session, plays=DEEP, off=False)
            os.close(folder)
            tare(session, 'off')


@in_each
def test_a_sink_of_the_same_name_is_none_of_ours(session):
    process = pipewire_chain.start(session, 'tare', path=file(session, 'mine.conf'))
    tare(session, 'use', 'tare test deep')
    tare(session, 'use', 'tare test sides')
    check_status(session, plays=SIDES)
    assert len(sinks(session)) == 1
    tare(session, 'uninstall', '--pipewire')
    assert process.poll() is None and not sinks(session)


@in_each
def test_the_chain_of_another_pipewire_stays(session):
    tare(session, 'use', 'tare test deep')
    before = sinks(session)
    text = cli.read(file(session, 'pipewire.conf')).replace(b'core.name = pipewire-0',
                                                            b'core.name = pipewire-1')
    other = os.path.join(session.folder, 'other')
    session.spawn('pipewire', '-c', cli.write(os.path.join(other, 'pipewire', 'other.conf'), text))
    env = {'PIPEWIRE_REMOTE': 'pipewire-1', 'XDG_CONFIG_HOME': other}
    session.wait_until(lambda: os.path.exists(os.path.join(session.runtime, 'pipewire-1')),
                       'the other PipeWire')
    for words in [('use', 'tare test sides'), ('uninstall', '--pipewire')]:
        tare(session, *words, env=env, status=None)
        assert sinks(session) == before, words
    check_status(session, plays=DEEP)


@in_each
def test_files_that_only_look_like_ours(session):
    for name, text in [('tare.conf', '# Written by Tarek in 2024\n'),
                       ('pipewire.conf.d/tare.conf', '# Written by Tare, but not so\n')]:
        path = cli.write(file(session, name), text)
        tare(session, 'use', 'tare test deep', status=1)
        tare(session, 'uninstall', '--pipewire', status=1)
        assert cli.read(path) == text.encode()
        os.remove(path)
    os.symlink('/not mounted/tare.conf', file(session, 'tare.conf'))
    tare(session, 'use', 'tare test deep', status=1)
    assert os.readlink(file(session, 'tare.conf')) == '/not mounted/tare.conf'


@in_each
def test_links_are_followed(session):
    """Settings that live in a folder of dotfiles stay there."""
    home = os.path.join(session.folder, 'dotfiles')
    os.makedirs(os.path.join(session.config, 'tare'))
    tare(session, 'use', 'tare test deep', '--kind', 'ladspa')
    cli.write(os.path.join(home, 'tare.conf'), cli.read(file(session, 'tare.conf')))
    os.remove(file(session, 'tare.conf'))
    os.symlink(os.path.join(home, 'tare.conf'), file(session, 'tare.conf'))
    rules = os.path.join(session.config, 'tare', 'devices.json')
    os.symlink(cli.write(os.path.join(home, 'devices.json'), '[]'), rules)
    tare(session, 'use', 'tare test sides', '--kind', 'lv2')
    assert os.path.islink(file(session, 'tare.conf'))
    assert b'Tare Test Sides' in cli.read(os.path.join(home, 'tare.conf'))
    tare(session, 'device', 'set', 'Speakers', 'tare test words')
    plays(session, WORDS)
    tare(session, 'device', 'set', 'Speakers', 'tare test deep')
    plays(session, DEEP)
    assert os.path.islink(rules) and b'deep' in cli.read(os.path.join(home, 'devices.json'))
    tare(session, 'uninstall', '--pipewire')
    assert cli.everything(home) == []


@in_each
def test_an_interrupt_leaves_one_chain(session):
    tare(session, 'use', 'tare test deep', '--kind', 'lv2', '--default')
    for i, delay_ms in enumerate([5, 15, 25, 35, 50]):
        kind = ['ladspa', 'lv2'][i % 2]
        run = subprocess.Popen([cli.TARE, 'use', 'tare test sides', '--kind', kind],
                               env=session.env, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
        time.sleep(delay_ms / 1000)
        run.send_signal(signal.SIGINT)
        assert run.wait(60) in (0, 1, -signal.SIGINT)
        session.wait_until(lambda: len(sinks(session)) == 1, 'one sink')
        session.wait_until(lambda: ('tare.output', 'speakers') in session.links(), 'its output')
        assert ('tare.output', 'tare') not in session.links()
        assert not os.path.exists(file(session, 'tare-trial.conf'))
        assert state(session)['plays'] in (DEEP, SIDES)
        tare(session, 'use', 'tare test deep')


@in_each
def test_the_way_to_the_plugin_is_remembered(session):
    """LV2_PATH of one shell counts for the chain, also when another shell changes it."""
    lv2 = os.path.join(session.folder, 'lv2')
    os.rename(os.path.join(session.env['HOME'], '.lv2'), lv2)
    tare(session, 'use', 'tare test deep', '--kind', 'lv2', env={'LV2_PATH': lv2})
    for words in [('use', 'tare test sides'), ('off',), ('use', 'tare test words')]:
        tare(session, *words)
    session.restart_daemon()
    plays(session, WORDS)
    check_status(session, plays=WORDS, kind='lv2')
    shutil.rmtree(lv2)
    assert 'no longer there for the next session' in tare(session, 'use', 'tare test deep').err


@in_each
def test_the_default_is_the_listeners(session):
    tare(session, 'use', 'tare test deep', '--default')
    session.set_default_sink('headphones')
    session.wait_until(lambda: session.default_sink() == 'headphones', 'the default')
    for words in [('use', 'tare test sides'), ('use', 'tare test deep', '--kind', 'ladspa'), ('off',)]:
        tare(session, *words)
        assert session.default_sink() == 'headphones', words
    tare(session, 'uninstall', '--pipewire')
    time.sleep(0.3)
    assert session.default_sink() == 'headphones'


def fitted_to(session):
    now = state(session)
    return now['rate_hz'], now['made_for_hz']


@in_each
def test_another_rate(session):
    """A plugin does not mind; what was fitted to one rate is told, and fitted anew when asked."""
    force = ('pw-metadata', '-n', 'settings', '0', 'clock.force-rate')
    tare(session, 'use', 'tare test deep', '--kind', 'builtin')
    session.run(*force, '96000')
    session.wait_until(lambda: state(session)['made_for_hz'] == 48000, 'the other rate')
    assert 'was made for 48000 Hz' in tare(session, 'status').err
    check_status(session, plays=DEEP)
    tare(session, 'use', 'tare test deep')
    assert check_status(session, plays=DEEP)['made_for_hz'] is None
    tare(session, 'device', 'set', 'Speakers', 'tare test sides')
    plays(session, SIDES)
    session.run(*force, '44100')
    session.wait_until(lambda: fitted_to(session) == (44100, None), 'the watcher to fit it anew')
    plays(session, SIDES)
    tare(session, 'use', 'tare test deep', '--kind', 'lv2')
    assert check_status(session, plays=DEEP)['made_for_hz'] is None


@in_each
def test_rules_that_were_set_before_pipewire_ran(session):
    session.stop()
    result = tare(session, 'device', 'set', 'Speakers', 'tare test words', status=1)
    assert 'PipeWire is not running' in result.err, result
    session.start()
    plays(session, WORDS)


@in_each
def test_off_is_off_on_every_output(session):
    tare(session, 'use', 'tare test deep')
    tare(session, 'device', 'set', 'Speakers', 'tare test words')
    plays(session, WORDS)
    tare(session, 'off')
    session.restart_daemon()
    plays(session, 'flat')
    time.sleep(1)  # so long for a watcher that would turn it on
    check_status(session, plays='flat', off=True)


@in_each
def test_rules_that_are_mended_count(session):
    """Whether they were unreadable at the login, or their whole folder was put back."""
    tare(session, 'device', 'set', 'Speakers', 'tare test words')
    plays(session, WORDS)
    folder = os.path.join(session.config, 'tare')
    good = cli.read(os.path.join(folder, 'devices.json'))
    cli.write(os.path.join(folder, 'devices.json'), '[{')
    session.restart_daemon()
    session.wait_until(lambda: sinks(session), 'the sink')
    time.sleep(0.5)
    result = tare(session, 'status', '--json')
    assert 'devices.json:1:' in result.err and json.loads(result.out)['sink'] == 'tare', result
    cli.write(os.path.join(folder, 'devices.json'), good)
    plays(session, WORDS)
    os.rename(folder, folder + '.old')
    os.mkdir(folder)
    cli.write(os.path.join(folder, 'devices.json'), good.replace(b'words', b'sides'))
    plays(session, SIDES)


@in_each
def test_use_against_uninstall(session):
    """Whoever comes last, files and sink are there together, or neither is."""
    for _ in range(6):
        runs = [subprocess.Popen([cli.TARE, *words], env=session.env, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT)
                for words in [('use', 'tare test deep'), ('uninstall', '--pipewire')]]
        said = [run.communicate(timeout=60)[0] for run in runs]
        assert [run.returncode for run in runs] == [0, 0], said
        there = [os.path.exists(file(session, name))
                 for name in ('tare.conf', 'pipewire.conf.d/tare.conf')]
        assert there == [bool(sinks(session))] * 2, there


@in_each
def test_what_blocks_the_way(session):
    shutil.rmtree(file(session, 'pipewire.conf.d'), ignore_errors=True)
    cli.write(file(session, 'pipewire.conf.d'), 'a file')
    err = tare(session, 'use', 'tare test deep', status=1).err
    assert 'pipewire.conf.d: folder cannot be made' in err and not sinks(session), err
    os.remove(file(session, 'pipewire.conf.d'))
    os.mkfifo(file(session, 'tare.conf'))
    assert 'left alone' in tare(session, 'use', 'tare test deep', status=1).err
    long = {'XDG_CONFIG_HOME': '/' + 'x/' * 3000}
    tare(session, 'use', 'tare test deep', env=long, status=None)


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_safety', globals()))
