"""The plugin in hosts, on lilv and by its entry, under valgrind: nothing is read that was not written,
nothing beyond its end, and nothing is lost."""

import os
import shutil
import subprocess
import sys

from helpers import cli

BUILD = os.environ['TARE_BUILD_DIR']


def check(name):
    program = os.path.join(BUILD, 'tests', name)
    if not shutil.which('valgrind'):
        raise cli.Skip('valgrind is not installed')
    if os.environ.get('TARE_SANITIZE') or not os.path.exists(program):
        raise cli.Skip('%s is not built, or with sanitizers' % name)
    done = subprocess.run(['valgrind', '-q', '--error-exitcode=99', '--leak-check=full',
                           '--show-leak-kinds=definite', '--errors-for-leak-kinds=definite', program],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          universal_newlines=True, timeout=900)
    assert done.returncode == 0 and 'PASS ' in done.stdout, (name, done.stdout[:3000])


def test_ports_as_lilv_tells_them():
    check('test_ports')


def test_the_plugin_in_a_host_with_strips():
    check('test_inline_display')


def test_what_each_shell_is_made_of():
    check('test_instance')


if __name__ == '__main__':
    sys.exit(cli.main('test_valgrind', globals()))
