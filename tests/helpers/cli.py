"""What the tests of the command line share: running the program, a folder of its own, counts."""

import os
import pty
import re
import shutil
import subprocess
import tempfile
import traceback

SOURCE = os.environ['TARE_SOURCE_DIR']
TARE = os.path.join(os.environ['TARE_BUILD_DIR'], 'tare')
DATA = os.path.join(SOURCE, 'tests', 'data', 'cli')
CATALOGUE = os.path.join(DATA, 'catalogue')
COMMANDS = ['find', 'list', 'show', 'plot', 'response', 'render', 'export', 'formats', 'add', 'import',
            'forget', 'review', 'fit', 'targets', 'install', 'uninstall', 'use', 'on', 'off', 'toggle', 'compare',
            'taste', 'status', 'blind', 'device', 'window',
            'help', 'version']


class Skip(Exception):
    """Raised by a test that cannot run here."""


class Failure(Exception):
    """A host did not do what it should."""


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode('utf-8', 'replace')
        self.err = done.stderr.decode('utf-8', 'replace')

    def __repr__(self):
        return 'status %d, out %.300r, err %.600r' % (self.status, self.out, self.err)


def environment(**changes):
    """A home in the current folder and the catalogue of the tests; None takes a variable away."""
    env = dict(os.environ, HOME=os.getcwd(), TARE_CATALOGUE=CATALOGUE)
    env.pop('XDG_DATA_HOME', None)
    env.update({name: value for name, value in changes.items() if value is not None})
    for name, value in changes.items():
        if value is None:
            env.pop(name, None)
    return env


def tare(*arguments, env=None, **options):
    """Runs the program to its end."""
    return Result(subprocess.run([TARE, *arguments], env=environment(**(env or {})),
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, timeout=120, **options))


def done(*arguments, **options):
    """Runs the program, which must find nothing to complain about; returns what it printed."""
    result = tare(*arguments, **options)
    assert result.status == 0 and result.err == '', result
    return result.out


def refused(*arguments, status=2, says='', **options):
    """Runs the program, which must refuse and print nothing but why; returns that."""
    result = tare(*arguments, **options)
    assert result.status == status and result.out == '' and result.err, result
    assert re.search(says, result.err), result
    return result.err


def on_terminal(*arguments, env=None):
    """Runs the program before a terminal; returns all that the person would see."""
    master, slave = pty.openpty()
    changes = dict({'TERM': 'xterm'}, **(env or {}))
    process = subprocess.Popen([TARE, *arguments], env=environment(**changes), stdin=slave,
                               stdout=slave, stderr=slave)
    os.close(slave)
    seen = b''
    try:
        while True:
            seen += os.read(master, 65536)
    except OSError:  # what a terminal says at its end
        process.wait()
        os.close(master)
    return seen.decode()


def everything(folder='.'):
    """All names below a folder, to see that nothing was written or left behind."""
    return sorted(os.path.relpath(os.path.join(where, name), folder)
                  for where, folders, names in os.walk(folder) for name in folders + names)


def write(path, content):
    os.makedirs(os.path.dirname(path) or '.', exist_ok=True)
    with open(path, 'wb') as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def run_one(name, test):
    folder = tempfile.mkdtemp(prefix='tare-cli-')
    before = os.getcwd()
    os.chdir(folder)
    try:
        test()
        return 'PASS %s' % name
    except Skip as why:
        return 'SKIP %s: %s' % (name, why)
    except Exception as error:  # whatever goes wrong, the other tests run
        line = traceback.extract_tb(error.__traceback__)[1].lineno
        return 'FAIL %s: line %d: %s %s' % (name, line, type(error).__name__, error)
    finally:
        os.chdir(before)
        shutil.rmtree(folder, ignore_errors=True)


def main(module_name, names):
    """Runs every function test_* of a module, each in a folder of its own."""
    if not os.path.exists(TARE):
        print('SKIP %s: build/tare was not built' % module_name)
        return 0
    failed = False
    for name, test in sorted(names.items()):
        if name.startswith('test_') and callable(test):
            line = run_one('%s.%s' % (module_name, name), test)
            failed = failed or line.startswith('FAIL')
            print(line, flush=True)
    return 1 if failed else 0
