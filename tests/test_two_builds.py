"""Two builds, in folders of two names and at two times, come to the same bytes: all that is installed."""

import ast
import os
import re
import shutil
import subprocess
import sys

from helpers import cli
from helpers.cli import SOURCE, read

BUILD = os.environ['TARE_BUILD_DIR']
TIMEOUT_S = 1000  # on a machine that may have much to do


def options():
    """With which the first was made."""
    with open(os.path.join(BUILD, 'c4che', '_cache.py'), encoding='utf-8') as file:
        found = dict(re.findall(r'^(\w+) = (.*)$', file.read(), re.MULTILINE))
    sticky = ast.literal_eval(found['STICKY'])
    return ['--%s=%s' % (name, value) for name, value in sticky.items() if isinstance(value, str) and value] + \
        ['--' + name.replace('_', '-') for name, value in sticky.items() if value is True]


def install(folder):
    """Builds a copy of the sources, but for the tests, into a folder; returns what was installed, by the
    place in the build or in the sources out of which it came."""
    copy = os.path.abspath('another folder/deeper/tare')
    shutil.copytree(SOURCE, copy, symlinks=True,
                    ignore=shutil.ignore_patterns('build', '.git', '.lock-waf*', 'tests'))
    os.mkdir(os.path.join(copy, 'tests'))
    with open(os.path.join(copy, 'tests', 'wscript'), 'w', encoding='utf-8') as file:
        file.write('def build(bld):\n    pass\n')
    env = {name: value for name, value in os.environ.items() if not name.startswith('TARE_')}
    waf = [sys.executable, '-B', 'wscript']
    for command in ['configure', *options()], ['install', '--destdir=' + folder]:
        done = subprocess.run(waf + command, cwd=copy, env=dict(env, CCACHE_DISABLE='1'),
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, universal_newlines=True, timeout=TIMEOUT_S)
        assert done.returncode == 0, done.stdout[-3000:]
    return dict(reversed(pair) for pair in
                re.findall(r'^\+ install (\S.*) \(from (.*)\)$', done.stdout, re.MULTILINE))


def test_two_builds_have_the_same_bytes():
    if os.environ.get('TARE_SANITIZE'):
        raise cli.Skip('this build has sanitizers')
    installed = install(os.path.abspath('root'))
    for wanted in ['build/tare', 'build/tare.1', 'build/catalogue.index', 'build/lv2/tare.lv2/tare.so']:
        assert wanted in installed, (wanted, sorted(installed))
    for origin, path in sorted(installed.items()):
        first = os.path.join(BUILD, origin[6:]) if origin.startswith('build/') else os.path.join(SOURCE, origin)
        assert read(path) == read(first), (origin, 'differs between two builds')
    print(len(installed), 'files')


if __name__ == '__main__':
    sys.exit(cli.main('test_two_builds', globals()))
