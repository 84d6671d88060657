"""The core as others embed it: installed into a folder, found by pkg-config, compiled as C and as
C++, linked static and shared, and run."""

import functools
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

from helpers import cli

SOURCE, BUILD = os.environ['TARE_SOURCE_DIR'], os.environ['TARE_BUILD_DIR']
CORE = os.path.join(SOURCE, 'plugin', 'core')
WARNINGS = ['-Wall', '-Wextra', '-pedantic', '-Werror']
LANGUAGES = {'C11': ['-std=c11', '-x', 'c'], 'C++17': ['-std=c++17', '-x', 'c++']}
COMPILERS = {'C11': ['gcc', 'clang'], 'C++17': ['g++', 'clang++']}
ROOT = tempfile.TemporaryDirectory(prefix='tare-root-')  # gone with the program


def output_of(*command, **changes):
    done = subprocess.run(command, env=dict(os.environ, **changes), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          universal_newlines=True)
    assert done.returncode == 0, '%s: %s' % (' '.join(command), done.stdout)
    return done.stdout


def need(*programs):
    for program in programs:
        if not shutil.which(program):
            raise cli.Skip('%s is not installed' % program)


@functools.lru_cache(maxsize=None)
def library():
    """Installs once. Returns the folder of the library."""
    subprocess.run(['./wscript', 'install', '--destdir=' + ROOT.name],
                   cwd=SOURCE, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    found, = glob.glob(os.path.join(glob.escape(ROOT.name), '**', 'libtare-core.a'), recursive=True)
    return os.path.dirname(found)


def pkg_config(*asked):
    """What pkg-config says of the library, as a program sees it that is built for this root."""
    path = os.path.join(library(), 'pkgconfig')
    prefix = output_of('pkg-config', '--variable=prefix', 'tare-core', PKG_CONFIG_PATH=path).strip()
    return output_of('pkg-config', '--define-variable=prefix=' + ROOT.name + prefix, *asked,
                     'tare-core', PKG_CONFIG_PATH=path).split()


def include_folder():
    flag, = pkg_config('--cflags')
    assert flag.startswith('-I'), flag
    return flag[2:]


def public_headers():
    return sorted(glob.glob(os.path.join(glob.escape(include_folder()), 'tare', '*.h')))


def check_said(text):
    assert re.fullmatch(r'Tare %s: -6\.00 dB at 3 kHz, 9\.\d\d dB of headroom\n'
                        % re.escape(version()), text), text


def check_example(language, is_static):
    """Builds the example with every compiler of the language and looks at what it says."""
    if os.environ.get('TARE_SANITIZE'):
        raise cli.Skip('a library with the sanitizers needs programs that have them')
    need('pkg-config', 'readelf', COMPILERS[language][0])
    libraries = pkg_config('--libs', *(['--static'] if is_static else []))
    if is_static:
        libraries = [flag.replace('-ltare-core', '-l:libtare-core.a') for flag in libraries]
    for compiler in filter(shutil.which, COMPILERS[language]):
        output_of(compiler, *WARNINGS, *LANGUAGES[language], *pkg_config('--cflags'), '-c',
                  os.path.join(CORE, 'example.c'), '-o', 'example.o')
        output_of(compiler, 'example.o', *libraries, '-lm', '-o', 'example')
        needs_library = 'libtare-core.so.' in output_of('readelf', '-d', 'example')
        assert needs_library != is_static, libraries
        check_said(output_of('./example', LD_LIBRARY_PATH=library()))


def test_example_in_c_shared():
    check_example('C11', is_static=False)


def test_example_in_c_static():
    check_example('C11', is_static=True)


def test_example_in_cpp_shared():
    check_example('C++17', is_static=False)


def test_example_in_cpp_static():
    check_example('C++17', is_static=True)


def test_command_in_the_readme():
    if os.environ.get('TARE_SANITIZE'):
        raise cli.Skip('a library with the sanitizers needs programs that have them')
    need('pkg-config', 'cc')
    with open(os.path.join(SOURCE, 'README.md')) as file:
        command, = re.findall(r'^cc .*tare-core.*$', file.read(), re.M)
    cli.write('bin/pkg-config', '#!/bin/sh\nexec %s --define-variable=prefix=%s "$@"\n'
              % (shutil.which('pkg-config'), os.path.dirname(include_folder())))
    os.chmod('bin/pkg-config', 0o755)
    os.symlink(os.path.join(SOURCE, 'plugin'), 'plugin')
    output_of('sh', '-c', command, PATH=os.path.abspath('bin') + ':' + os.environ['PATH'],
              PKG_CONFIG_PATH=os.path.join(library(), 'pkgconfig'))
    check_said(output_of('./example', LD_LIBRARY_PATH=library()))


def version():
    with open(os.path.join(CORE, 'tare', 'version.h')) as file:
        return '.'.join(re.findall(r'^#define TARE_VERSION_M\w+ (\d+)$', file.read(), re.M))


def test_version_is_the_same_everywhere():
    need('pkg-config')
    assert re.fullmatch(r'\d+\.\d+\.\d+', version()), version()
    assert pkg_config('--modversion') == [version()]
    assert cli.done('version').split()[1] == version()
    names = {os.path.basename(path) for path in glob.glob(os.path.join(library(), '*tare-core.so*'))}
    major = version().split('.')[0]
    assert names == {'libtare-core.so' + end for end in ('', '.' + major, '.' + version())}, names


def declared():
    """The functions that public headers mark as the interface."""
    names = set()
    for path in public_headers():
        with open(path) as file:
            text = re.sub(r'/\*.*?\*/|^#.*?[^\\]$', '', file.read(), flags=re.S | re.M)
        names.update(re.findall(r'\bTARE_API\b[^;(]*?(\w+)\(', text))
    return names


def exported(path):
    return {line.split()[-1] for line in output_of('nm', '-D', '--defined-only', path).splitlines()}


def test_shared_library_exports_what_is_declared():
    need('pkg-config', 'nm')
    names = exported(os.path.join(library(), 'libtare-core.so'))
    assert 'tare_eq_process' in names and names == declared(), names ^ declared()


def test_plugins_export_one_symbol_each():
    need('nm')
    for path, name in [('lv2/tare.lv2/tare.so', 'lv2_descriptor'),
                       ('lv2/tare.lv2/tare_window.so', 'lv2ui_descriptor'),
                       ('lv2/tare.lv2/tare_inline.so', 'tare_inline_draw'),
                       ('ladspa/tare.so', 'ladspa_descriptor')]:
        path = os.path.join(BUILD, path)
        if os.path.exists(path):
            assert exported(path) == {name}, (path, exported(path))


def check_headers(language):
    need('pkg-config', COMPILERS[language][0])
    assert len(public_headers()) > 5, public_headers()
    for path in public_headers():
        name = os.path.relpath(path, include_folder())
        with open('alone.c', 'w') as file:
            file.write('#include <%s>\nextern int alone;\nint alone = 1;\n' % name)
        for compiler in filter(shutil.which, COMPILERS[language]):
            output_of(compiler, *WARNINGS, *LANGUAGES[language], '-I' + include_folder(),
                      '-fsyntax-only', 'alone.c')


def test_each_header_compiles_alone_in_c():
    check_headers('C11')


def test_each_header_compiles_alone_in_cpp():
    check_headers('C++17')


def system_folders(compiler):
    """Where a compiler looks for headers."""
    said = output_of(compiler, '-E', '-v', '-x', 'c', '/dev/null')
    return re.search(r'search starts here:\n((?: .*\n)+)End', said).group(1).split()


def test_no_header_has_the_name_of_one_of_the_system():
    need('pkg-config', 'gcc')
    folders = system_folders('gcc')
    assert any(os.path.exists(os.path.join(folder, 'limits.h')) for folder in folders), folders
    for root in [include_folder(), CORE, os.path.dirname(CORE)]:
        names = [os.path.relpath(path, root)
                 for path in glob.glob(os.path.join(glob.escape(root), '**', '*.h'), recursive=True)]
        for name in names:
            for folder in folders:
                assert name.startswith('tare/') or not os.path.exists(os.path.join(folder, name)), \
                    '%s hides the one in %s' % (name, folder)
    assert os.listdir(include_folder()) == ['tare']


if __name__ == '__main__':
    sys.exit(cli.main('test_core_install', globals()))
