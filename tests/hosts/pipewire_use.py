"""What the tests of `tare use` share: sessions in which it runs, and looking at what it did."""

import contextlib
import json
import os
import subprocess
import tempfile
import time

from helpers import cli
from hosts import pipewire, pipewire_config

BUILD = os.environ['TARE_BUILD_DIR']
CATALOGUE = os.path.join(cli.SOURCE, 'tests', 'data', 'pipewire')
SESSIONS = []


@contextlib.contextmanager
def session(label, root, **options):
    """A PipeWire in a new folder below the current one, where the plugin is installed for the
    user; the program finds the tests' catalogue."""
    folder = tempfile.mkdtemp(prefix='s', dir=os.getcwd())
    with pipewire.Session(folder, root, **options) as started:
        started.label = label
        version = started.run('pipewire', '--version').split('libpipewire')[-1].split()[0]
        started.has_param_eq = tuple(map(int, version.split('.')[:2])) >= (1, 4)
        started.env['TARE_CATALOGUE'] = CATALOGUE
        lv2 = os.path.join(started.env['HOME'], '.lv2')
        os.makedirs(lv2, exist_ok=True)
        os.symlink(os.path.join(BUILD, 'lv2', 'tare.lv2'), os.path.join(lv2, 'tare.lv2'))
        yield started


def in_each(test):
    """The test of a session, once for each PipeWire there is."""
    def run():
        for label, root in SESSIONS:
            with session(label, root) as started:
                test(started)
    return run


def tare(session, *arguments, status=0, env=None, **options):
    """Runs the program in a session; it must end with that status."""
    done = subprocess.run([cli.TARE, *arguments], env=dict(session.env, **(env or {})),
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=120, **options)
    result = cli.Result(done)
    assert status is None or result.status == status, (arguments, result, session.logs())
    return result


def state(session):
    return json.loads(tare(session, 'status', '--json').out)


def check_status(session, **wanted):
    now = state(session)
    for key, value in wanted.items():
        assert now[key] == value, (key, value, now)
    return now


def comes_to(session, **wanted):
    """Waits until the state is that; what a command started may have to begin first."""
    def is_so():
        said = tare(session, 'status', '--json', status=None)
        return said.status == 0 and wanted.items() <= json.loads(said.out).items()
    session.wait_until(is_so, ', '.join('%s: %s' % pair for pair in wanted.items()))


def plays(session, *names):
    """Waits until the sink plays one of these corrections; returns after how many milliseconds."""
    begin, said = time.monotonic(), []

    def is_heard():
        said[:] = [tare(session, 'status', '--json', status=None)]
        return said[0].status == 0 and json.loads(said[0].out)['plays'] in names

    try:
        session.wait_until(is_heard, 'the sound of ' + ' or '.join(names))
    except cli.Failure as why:
        raise cli.Failure('%s\nstatus says: %s %s' % (why, said[0].out, said[0].err))
    return 1000 * (time.monotonic() - begin)


def sinks(session):
    """The ids of Tare's sinks."""
    return [node['id'] for node in session.dump() if node['type'].endswith('Node')
            and 'tare.kind' in node['info']['props']
            and node['info']['props'].get('media.class') == 'Audio/Sink']


def processes(session, is_meant):
    """Those whose words of the command line are meant."""
    found = []
    for pid in session.processes():
        try:
            words = cli.read('/proc/%d/cmdline' % pid).split(b'\0')
        except OSError:  # it has just ended
            continue
        if is_meant(words):
            found.append(pid)
    return found


def chains(session):
    """The processes that run the sink, with and without a PipeWire."""
    return processes(session, lambda words: os.path.basename(words[0]) == b'pipewire'
                     and b'tare' in os.path.basename(words[-2]))


def file(session, name):
    return os.path.join(session.config, 'pipewire', name)


def main(module_name, names):
    """As cli.main(); each test runs once with every PipeWire that there is."""
    if os.environ.get('TARE_SANITIZE'):
        print('SKIP %s: PipeWire without the sanitizers cannot load libraries that have them'
              % module_name)
        return 0
    if not os.path.exists(os.path.join(BUILD, 'tests', 'fakes', 'fake_card')):
        print('SKIP %s: tare was built without libpipewire' % module_name)
        return 0
    try:
        pipewire_config.need()
        SESSIONS.extend(pipewire_config.versions())
    except cli.Skip as why:
        print('SKIP %s: %s' % (module_name, why))
        return 0
    return cli.main(module_name, names)
