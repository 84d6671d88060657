"""What the files that are built look like from outside: what they export, and what the linker and the
compiler put between a fault and whoever would use it."""

import os
import re
import shutil
import subprocess
import sys

from helpers import cli

BUILD = os.environ['TARE_BUILD_DIR']

# What hosts look for, and nothing else that could meet another plugin's.
EXPORTED = {
    'lv2/tare.lv2/tare.so': ['lv2_descriptor'],
    'lv2/tare.lv2/tare_window.so': ['lv2ui_descriptor'],
    'ladspa/tare.so': ['ladspa_descriptor'],
}
PROGRAMS = ['tare']


def readelf(option, name):
    return subprocess.check_output(['readelf', '-W', option, os.path.join(BUILD, name)],
                                   universal_newlines=True)


def built(names):
    return [name for name in names if os.path.exists(os.path.join(BUILD, name))]


def exported(name):
    """The symbols that a library defines for others."""
    rows = [line.split() for line in readelf('--dyn-syms', name).splitlines()]
    return sorted(row[7] for row in rows if len(row) > 7 and row[4] in ('GLOBAL', 'WEAK')
                  and row[6] != 'UND')


def test_each_library_exports_one_symbol():
    for name in built(EXPORTED):
        assert exported(name) == EXPORTED[name], (name, exported(name))


def test_nothing_is_written_that_is_executed():
    for name in built(list(EXPORTED) + PROGRAMS):
        headers, dynamic = readelf('-l', name), readelf('-d', name)
        assert re.search(r'GNU_STACK .* RW ', headers) and 'GNU_RELRO' in headers, (name, headers)
        assert not re.search(r'LOAD .* RWE', headers), (name, headers)
        assert re.search(r'BIND_NOW|FLAGS_1.*NOW', dynamic), (name, dynamic)
        assert 'TEXTREL' not in dynamic and 'RPATH' not in dynamic and 'RUNPATH' not in dynamic, name


def test_programs_lie_anywhere_and_watch_their_stacks():
    for name in PROGRAMS:
        symbols = readelf('--dyn-syms', name)
        assert re.search('FLAGS_1.*PIE', readelf('-d', name)), name
        assert '__stack_chk_fail' in symbols and re.search(r'__\w+_chk', symbols), name


def test_arithmetic_that_rounds_when_it_likes_is_refused():
    """As i386 has it without SSE2."""
    compiler = shutil.which('gcc')
    if os.uname().machine != 'x86_64' or not compiler:
        raise cli.Skip('no gcc for x86')
    for name in ['wscript', '.wscript', 'plugin/core/tare/version.h']:
        path = os.path.join(cli.SOURCE, name)
        os.makedirs(os.path.dirname(name) or '.', exist_ok=True)
        shutil.copytree(path, name) if os.path.isdir(path) else shutil.copy(path, name)
    for flags, is_right in (('-mfpmath=387', False), ('-mfpmath=sse', True)):
        done = subprocess.run([sys.executable, '-B', 'wscript', 'configure'],
                              env=dict(os.environ, CC=compiler, CFLAGS=flags),
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, universal_newlines=True)
        assert (done.returncode == 0) == is_right, done.stdout
        assert is_right or 'expected FLT_EVAL_METHOD' in done.stdout, done.stdout


def needs_elf():
    if os.environ.get('TARE_SANITIZE'):
        return 'sanitizers build otherwise'
    try:
        with open(os.path.join(BUILD, PROGRAMS[0]), 'rb') as file:
            return '' if file.read(4) == b'\x7fELF' else 'not ELF'
    except OSError:
        return ''  # main() says so


if __name__ == '__main__':
    why = needs_elf()
    if why:
        print('SKIP test_built_files: %s' % why)
        raise SystemExit(0)
    raise SystemExit(cli.main('test_built_files', globals()))
