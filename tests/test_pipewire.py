"""`tare use`, `off`, `status` and `uninstall --pipewire` in a real PipeWire with its session manager:
what plays, what is written, and that nothing is lost whatever goes wrong."""

import os
import re
import resource
import shutil
import signal
import subprocess
import time

from helpers import cli
from hosts import pipewire_use
from hosts.pipewire_use import check_status, file, in_each, plays, state, tare

DEEP, SIDES, WORDS = 'tare test deep', 'tare test sides', 'tare test words'
ID = {DEEP: 'tare-test-deep/tests', SIDES: 'tare-test-sides/tests', WORDS: 'tare-test-words/tests'}
NAME = {DEEP: 'Tare Test Deep', SIDES: 'Tare Test Sides', WORDS: 'Tare Test Words'}


def sinks(session):
    return [node['id'] for node in session.dump()
            if node['type'].endswith('Node')
            and node['info']['props'].get('node.name') == 'tare']


def files(session):
    """Every file of the user's configuration with what identifies its content and its writing."""
    found = {}
    for where, _, names in os.walk(session.config):
        for name in names:
            path = os.path.join(where, name)
            found[path] = (cli.read(path), os.stat(path).st_mtime_ns, os.stat(path).st_ino)
    return found


@in_each
def test_use_makes_a_sink_that_plays(session):
    out = tare(session, 'use', DEEP).out
    assert re.match(r'Tare Test Deep \(tare-test-deep/tests\) plays in the sink Tare, in front of Speakers\n',
                    out), out
    now = check_status(session, model=NAME[DEEP], correction=ID[DEEP], plays=NAME[DEEP],
                       kind='lv2', sink='tare', off=False, default=False)
    assert now['output']['node'] == 'speakers' and now['rate_hz'] == session.rate, now
    assert now['versions']['pipewire'] and now['headroom_db'] >= 0 > now['preamp_db'], now
    props = session.node('tare')['info']['props']
    assert props['node.description'] == 'Tare' and props['media.class'] == 'Audio/Sink', props
    text = tare(session, 'status').out
    for word in [NAME[DEEP], ID[DEEP], 'lv2', 'Speakers', 'headroom', 'PipeWire']:
        assert word in text, text


@in_each
def test_another_model_keeps_the_sink(session):
    tare(session, 'use', DEEP)
    before = sinks(session)
    for model in [SIDES, WORDS, DEEP]:
        tare(session, 'use', model)
        check_status(session, plays=NAME[model])
    tare(session, 'use', 'tare test odd', '--bass', '3', '--strength', '50')
    check_status(session, plays='Tare Test Odd')
    tare(session, 'off')
    check_status(session, plays='flat', off=True, model='Tare Test Odd')
    assert sinks(session) == before and len(before) == 1


@in_each
def test_use_twice_changes_nothing(session):
    tare(session, 'use', DEEP, '--default')
    before, ids = files(session), sinks(session)
    metadata = session.metadata()
    tare(session, 'use', DEEP, '--default')
    assert files(session) == before and sinks(session) == ids
    assert session.metadata() == metadata


def remembered_default(session):
    """The default sink that the session manager has written down."""
    path = os.path.join(session.env['XDG_STATE_HOME'], 'wireplumber', 'default-nodes')
    text = cli.read(path).decode() if os.path.exists(path) else ''
    found = re.search('^default.configured.audio.sink=(.*)$', text, re.M)
    return found and found.group(1)


@in_each
def test_it_is_there_after_the_next_login(session):
    tare(session, 'use', SIDES, '--default')
    session.wait_until(lambda: remembered_default(session) == 'tare', 'WirePlumber to remember')
    session.restart_daemon()
    plays(session, NAME[SIDES])
    session.wait_until(lambda: ('tare.output', 'speakers') in session.links(), 'its output')
    check_status(session, plays=NAME[SIDES])
    session.wait_until(lambda: session.default_sink() == 'tare', 'the default sink')
    tare(session, 'use', DEEP)
    check_status(session, plays=NAME[DEEP])
    assert len(sinks(session)) == 1


@in_each
def test_default_is_remembered_and_comes_back(session):
    session.set_default_sink('headphones')
    session.wait_until(lambda: session.default_sink() == 'headphones', 'the default')
    tare(session, 'use', DEEP, '--default')
    session.wait_until(lambda: session.default_sink() == 'tare', 'Tare as default')
    # the output is the one that was chosen, though the other has the higher priority
    session.wait_until(lambda: ('tare.output', 'headphones') in session.links(), 'the output')
    check_status(session, default=True)
    assert not [pair for pair in session.links() if pair == ('tare.output', 'tare')]
    tare(session, 'use', SIDES, '--default')
    before = files(session)
    tare(session, 'uninstall', '--pipewire')
    session.wait_until(lambda: session.default_sink() == 'headphones', 'the default from before')
    session.wait_until(lambda: not sinks(session), 'the end of the sink')
    left = files(session)
    assert left == {path: before[path] for path in left}, left
    assert not [path for path in left if 'tare' in os.path.basename(path)], left
    assert tare(session, 'status', status=1).err


@in_each
def test_device_is_the_output_behind_tare(session):
    tare(session, 'use', DEEP, '--device', 'HEADPH*')
    check_status(session, plays=NAME[DEEP])
    session.wait_until(lambda: ('tare.output', 'headphones') in session.links(), 'headphones')
    err = tare(session, 'use', DEEP, '--device', 'gramophone', status=1).err
    assert 'gramophone' in err and 'Headphones' in err and 'Speakers' in err, err
    session.restart_daemon()
    session.wait_until(lambda: ('tare.output', 'headphones') in session.links(), 'headphones')
    tare(session, 'use', DEEP, '--device', 'auto')
    session.wait_until(lambda: ('tare.output', 'speakers') in session.links(), 'speakers')


@in_each
def test_kinds(session):
    for kind in ['ladspa', 'builtin', 'lv2']:
        tare(session, 'use', DEEP, '--kind', kind)
        check_status(session, kind=kind, plays=NAME[DEEP])
        assert len(sinks(session)) == 1
        tare(session, 'use', SIDES)  # the kind stays
        check_status(session, kind=kind, plays=NAME[SIDES])
    tare(session, 'use', DEEP, '--kind', 'builtin')
    assert 'expected --kind lv2' in tare(session, 'use', DEEP, '--bass', '2', status=2).err
    check_status(session, kind='builtin', plays=NAME[DEEP])
    assert 'unknown kind' in tare(session, 'use', DEEP, '--kind', 'vinyl', status=2).err


@in_each
def test_param_eq_says_what_it_cannot(session):
    if not session.has_param_eq:
        err = tare(session, 'use', DEEP, '--kind', 'param_eq', status=1).err
        assert 'needs PipeWire 1.4 or later' in err and not sinks(session), err
        return
    tare(session, 'use', DEEP, '--kind', 'param_eq')
    before = sinks(session)
    err = tare(session, 'use', SIDES).err
    assert 'cannot be changed while it plays' in err, err
    assert sinks(session) != before and len(sinks(session)) == 1
    check_status(session, kind='param_eq', plays=NAME[SIDES], read_back=False)
    assert 'does not tell what it plays' in tare(session, 'status').err


@in_each
def test_a_file_of_the_user_is_left_alone(session):
    for name in ['tare.conf', 'pipewire.conf.d/tare.conf']:
        path = cli.write(file(session, name), '# mine\n')
        err = tare(session, 'use', DEEP, status=1).err
        assert path in err and 'left alone' in err, err
        tare(session, 'off', status=1)
        tare(session, 'uninstall', '--pipewire', status=1)
        assert cli.read(path) == b'# mine\n' and not sinks(session)
        os.remove(path)
    tare(session, 'use', DEEP)


@in_each
def test_a_damaged_choice_is_written_anew(session):
    tare(session, 'use', DEEP)
    path = file(session, 'tare.conf')
    text = cli.read(path).replace(b'"ports"', b'ports')
    cli.write(path, text)
    err = tare(session, 'status', status=1).err
    assert re.search(r'tare\.conf:2:\d+: ', err), err
    tare(session, 'use', SIDES)
    check_status(session, plays=NAME[SIDES])


@in_each
def test_a_broken_catalogue_leaves_what_plays(session):
    tare(session, 'use', DEEP)
    before, ids = files(session), sinks(session)
    cli.write(os.path.join(session.folder, 'broken', 'a.tare'), 'id nothing\nbrand \x01\n')
    broken = {'TARE_CATALOGUE': os.path.join(session.folder, 'broken')}
    assert tare(session, 'use', SIDES, status=None, env=broken).status in (1, 2)
    assert files(session) == before and sinks(session) == ids
    check_status(session, plays=NAME[DEEP])


@in_each
def test_a_missing_plugin_leaves_what_plays(session):
    tare(session, 'use', DEEP, '--kind', 'ladspa')
    before, ids = files(session), sinks(session)
    lv2 = os.path.join(session.env['HOME'], '.lv2', 'tare.lv2')
    os.remove(lv2)
    err = tare(session, 'use', SIDES, '--kind', 'lv2', status=1).err
    assert 'tare.lv2 is not where PipeWire looks' in err, err
    shutil.copytree(os.path.join(pipewire_use.BUILD, 'lv2', 'tare.lv2'), lv2)
    cli.write(os.path.join(lv2, 'tare.so'), 'no plugin at all')
    err = tare(session, 'use', SIDES, '--kind', 'lv2', status=1).err
    assert 'the plugin cannot be loaded' in err and 'tare.so' in err, err
    assert files(session) == before and sinks(session) == ids
    check_status(session, plays=NAME[DEEP], kind='ladspa')


@in_each
def test_without_a_wish_the_next_kind_that_runs_is_taken(session):
    os.remove(os.path.join(session.env['HOME'], '.lv2', 'tare.lv2'))
    tare(session, 'use', SIDES)
    check_status(session, plays=NAME[SIDES], kind='ladspa')


@in_each
def test_a_chain_that_cannot_start_leaves_what_plays(session):
    """Of the metadata of a plugin PipeWire takes notice at once."""
    tare(session, 'use', DEEP, '--kind', 'ladspa')
    before, ids = files(session), sinks(session)
    lv2 = os.path.join(session.env['HOME'], '.lv2', 'tare.lv2')
    os.remove(lv2)
    shutil.copytree(os.path.join(pipewire_use.BUILD, 'lv2', 'tare.lv2'), lv2)
    cli.write(os.path.join(lv2, 'manifest.ttl'), '')
    err = tare(session, 'use', SIDES, '--kind', 'lv2', status=1).err
    assert 'the sink of kind lv2 cannot be started: ' in err, err
    assert files(session) == before and sinks(session) == ids
    check_status(session, plays=NAME[DEEP], kind='ladspa')


@in_each
def test_a_full_disk_leaves_what_plays(session):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
    tare(session, 'use', DEEP)
    before, ids = files(session), sinks(session)
    err = tare(session, 'use', SIDES, status=1, preexec_fn=limit).err
    assert 'tare.conf' in err and 'cannot be written' in err, err
    err = tare(session, 'use', SIDES, '--kind', 'ladspa', status=1, preexec_fn=limit).err
    assert files(session) == before and sinks(session) == ids
    check_status(session, plays=NAME[DEEP], kind='lv2')


@in_each
def test_pipewire_that_goes_away_in_the_middle(session):
    """Whenever it goes: the run ends by itself, and the next session plays the old or the new."""
    tare(session, 'use', DEEP)
    for delay_ms in [0, 2, 5, 10, 15, 20, 30]:
        run = subprocess.Popen([cli.TARE, 'use', SIDES], env=session.env,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(delay_ms / 1000)
        session.restart_daemon()
        out, err = run.communicate(timeout=60)
        assert run.returncode in (0, 1) and (run.returncode == 0 or err), (run.returncode, out, err)
        plays(session, NAME[DEEP], NAME[SIDES])
        assert len(sinks(session)) == 1
        tare(session, 'use', DEEP)


@in_each
def test_pipewire_that_is_back_before_it_is_missed(session):
    """The program sleeps meanwhile, wherever it is: the new chain may have read the old file."""
    tare(session, 'use', DEEP)
    for delay_ms in range(1, 45, 2):
        run = subprocess.Popen([cli.TARE, 'use', SIDES], env=session.env,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(delay_ms / 1000)
        run.send_signal(signal.SIGSTOP)
        session.restart_daemon()
        session.wait_until(lambda: sinks(session), 'the new chain')
        run.send_signal(signal.SIGCONT)
        out, err = run.communicate(timeout=60)
        assert run.returncode == 0, (delay_ms, run.returncode, out, err)
        plays(session, NAME[SIDES])
        assert len(sinks(session)) == 1
        tare(session, 'use', DEEP)


@in_each
def test_two_at_once_end_in_one_of_the_two(session):
    for _ in range(3):
        runs = [subprocess.Popen([cli.TARE, 'use', model, '--kind', kind], env=session.env,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                for model, kind in [(DEEP, 'lv2'), (SIDES, 'ladspa')] * 3]
        assert [run.wait(60) for run in runs] == [0] * 6
        now = state(session)
        assert (now['plays'], now['kind']) in [(NAME[DEEP], 'lv2'), (NAME[SIDES], 'ladspa')], now
        assert now['model'] == now['plays'] and len(sinks(session)) == 1, now


@in_each
def test_without_pipewire_the_files_are_written(session):
    session.stop()
    for arguments in [('use', DEEP), ('status',), ('off',), ('use', SIDES, '--default')]:
        result = tare(session, *arguments, status=None)
        assert result.status == (0 if arguments == ('status',) else 1), result
        assert 'PipeWire is not running; start it with' in result.err, result
    session.start()
    plays(session, NAME[SIDES])
    session.wait_until(lambda: ('tare.output', 'speakers') in session.links(), 'its output')


@in_each
def test_pipewire_that_hangs_is_not_waited_for(session):
    tare(session, 'use', DEEP)
    pid = session.daemon.pid
    os.kill(pid, signal.SIGSTOP)
    try:
        begin = time.monotonic()
        err = tare(session, 'use', SIDES, status=1).err
        assert 'does not answer' in err and time.monotonic() - begin < 60, err
    finally:
        os.kill(pid, signal.SIGCONT)


@in_each
def test_another_remote(session):
    """PIPEWIRE_REMOTE names the socket; another name is another PipeWire."""
    tare(session, 'use', DEEP, env={'PIPEWIRE_REMOTE': 'pipewire-0'})
    err = tare(session, 'use', SIDES, env={'PIPEWIRE_REMOTE': 'elsewhere-0'}, status=1).err
    assert 'PipeWire is not running' in err, err


def test_wrong_calls():
    for words in [['use'], ['off', 'now'], ['status', 'quo'], ['uninstall', '--pipewire', 'x'],
                  ['use', 'x', '--kind'], ['device'], ['device', 'dance'], ['device', 'set'],
                  ['device', 'set', 'a'], ['device', 'forget'], ['device', 'list', 'x']]:
        cli.refused(*words)


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire', globals()))
