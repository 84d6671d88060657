"""Packages: made by their commands out of a copy of the sources, looked at by Debian's own tools, and
what is in them used. The build is one with Debian's hardening."""

import functools
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

from helpers import cli

SOURCE = os.environ['TARE_SOURCE_DIR']
FOLDER = tempfile.TemporaryDirectory(prefix='tare packages ')  # gone with the program
MAINTAINER = {'DEBFULLNAME': 'A. Packager', 'DEBEMAIL': 'packager@debian.org'}


def run(*command, **options):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, universal_newlines=True, **options)
    assert done.returncode == 0, '%s: %s' % (' '.join(command), done.stdout[-2000:])
    return done.stdout


def need(*programs):
    for program in programs:
        if not shutil.which(program):
            raise cli.Skip('%s is not installed' % program)


@functools.lru_cache(maxsize=None)
def sources():
    """A copy that a package can be made in, without what is built here."""
    copy = os.path.join(FOLDER.name, 'tare')
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns('build', '.git', '.lock-waf*'),
                    symlinks=True)
    return copy


def wscript(*arguments):
    env = {name: value for name, value in os.environ.items() if not name.startswith('TARE_')}
    return run('./wscript', *arguments, cwd=sources(), env=dict(env, **MAINTAINER))


@functools.lru_cache(maxsize=None)
def debs():
    """The packages' paths by their names."""
    need('dpkg-buildpackage', 'dh')
    paths = re.findall(r'^build/packages/deb/.*\.deb$', wscript('deb'), re.MULTILINE)
    return {os.path.basename(path).split('_')[0]: os.path.join(sources(), path) for path in paths}


@functools.lru_cache(maxsize=None)
def unpacked():
    folder = os.path.join(FOLDER.name, 'unpacked')
    for name in 'tare', 'libtare-core0', 'libtare-core-dev':
        run('dpkg', '-x', debs()[name], folder)
    return folder


def inside(pattern):
    found, = glob.glob(os.path.join(glob.escape(unpacked()), pattern))
    return found


def test_debian_finds_no_error():
    need('lintian')
    changes, = glob.glob(os.path.join(glob.escape(os.path.dirname(debs()['tare'])), '*.changes'))
    said = run('lintian', '--allow-root', '--fail-on', 'error', changes)
    assert not re.search('^E:', said, re.MULTILINE), said


def test_deb_depends_on_what_it_links():
    depends = run('dpkg-deb', '-f', debs()['tare'], 'Depends')
    for library in 'libsndfile1', 'libcairo2', 'libjansson4', 'libc6':
        assert library in depends, depends


def test_deb_has_a_program_that_works():
    env = dict(os.environ, TARE_CATALOGUE=inside('usr/share/tare/catalogue'))
    said = run(inside('usr/bin/tare'), 'find', 'ex1000', env=env)
    assert 'MDR-EX1000' in said, said
    assert 'command' in run('man', '-l', inside('usr/share/man/man1/tare.1.gz')).lower()


def test_deb_has_the_plugins():
    need('lv2ls')
    env = dict(os.environ, LV2_PATH=inside('usr/lib/lv2'))
    assert 'urn:tare:eq' in run('lv2ls', env=env).split()
    assert os.path.exists(inside('usr/lib/ladspa/tare.so'))


def test_deb_is_hardened():
    need('readelf')
    for pattern in ['usr/bin/tare', 'usr/lib/ladspa/tare.so', 'usr/lib/lv2/tare.lv2/tare.so',
                    'usr/lib/lv2/tare.lv2/tare_window.so', 'usr/lib/lv2/tare.lv2/tare_inline.so',
                    'usr/lib/*/tare/tare-tags.so']:
        path = inside(pattern)
        headers, dynamic = run('readelf', '-lW', path), run('readelf', '-dW', path)
        assert 'GNU_RELRO' in headers and re.search('BIND_NOW|NOW', dynamic), path
        stack, = re.findall(r'GNU_STACK.*', headers)
        assert ' RWE ' not in stack and ' RW ' in stack, (path, stack)
    program = inside('usr/bin/tare')
    assert 'PIE' in run('readelf', '-dW', program)
    symbols = run('readelf', '-sW', '--dyn-syms', program)
    assert '__stack_chk_fail' in symbols and '_chk@' in symbols.replace('__stack_chk_fail', '')


def test_arch_recipe_builds_the_archive():
    path = wscript('arch').splitlines()
    recipe = os.path.join(sources(), next(line for line in path if line.endswith('PKGBUILD')))
    text = open(recipe).read()
    archive, = glob.glob(os.path.join(glob.escape(os.path.dirname(recipe)), '*.tar.gz'))
    assert run('sha256sum', archive).split()[0].lstrip('\\') in text
    assert '@' not in re.sub(r'\S+@\S+\.\S+', '', text.replace('[@]', '')), text
    said = run('bash', '-c', '. "$1"; echo "$pkgname $pkgver"; declare -F', 'bash', recipe)
    for wanted in 'tare ', 'build', 'check', 'package':
        assert wanted in said, said


if __name__ == '__main__':
    sys.exit(cli.main('test_packages', globals()))
