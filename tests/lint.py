"""Checks what a compiler does not: layout, length, directions of includes, headers on their own,
static analysis, and the Turtle of the built bundle.

The environment names the folders: TARE_SOURCE_DIR, TARE_BUILD_DIR. A tool that is not installed is
named and passed over.
"""

import concurrent.futures
import glob
import os
import re
import shutil
import subprocess
import sys

SOURCE = os.environ['TARE_SOURCE_DIR']
BUILD = os.environ['TARE_BUILD_DIR']
MAX_LINES = 400
FOLDERS = ['plugin', 'presets', 'ttl', 'tests']

# Which folders a file may include from, the first that fits; the core sees nothing but itself.
PATHS = [
    ('plugin/core/', ['plugin/core']),
    ('plugin/', ['plugin', 'plugin/core']),
    ('presets/', ['presets', 'plugin', 'plugin/core']),
    ('ttl/', ['ttl', 'presets', 'plugin', 'plugin/core']),
    ('tests/', ['tests', 'ttl', 'presets', 'plugin', 'plugin/core']),
]
PACKAGES = ['lv2', 'serd-0', 'jansson', 'yaml-0.1', 'libcmark', 'sndfile', 'cairo', 'lilv-0',
            'libpipewire-0.3']
DEFINES = ['-D_POSIX_C_SOURCE=200809L', '-DTARE_SOURCE_DIR=""', '-DTARE_BUILD_DIR=""',
           '-DTARE_DATA_DIR=""', '-DTARE_LADSPA_DIR=""', '-DHAVE_SNDFILE=1',
           '-DHAVE_CAIRO=1', '-DHAVE_LILV=1', '-DHAVE_SERD=1', '-DHAVE_PIPEWIRE=1']
WARNINGS = ['-Wall', '-Wextra', '-Wconversion', '-Wshadow', '-Werror']


def files(*suffixes):
    found = []
    for folder in FOLDERS:
        for suffix in suffixes:
            pattern = os.path.join(glob.escape(os.path.join(SOURCE, folder)), '**', '*' + suffix)
            found += glob.glob(pattern, recursive=True)
    return sorted(os.path.relpath(path, SOURCE) for path in found)


def text_of(path):
    with open(os.path.join(SOURCE, path), encoding='utf-8') as file:
        return file.read()


def run(command, text=None):
    """Runs a tool in the source folder. Returns what it says, empty when it is content."""
    done = subprocess.run(command, cwd=SOURCE, input=text, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, universal_newlines=True)
    if done.returncode == 0:
        return ''
    return done.stdout.strip() or '%s: status %d' % (command[0], done.returncode)


def compile_flags(path):
    folders = next(folders for start, folders in PATHS if path.startswith(start))
    flags = ['-std=c11'] + DEFINES + ['-I' + folder for folder in folders]
    packages = [name for name in PACKAGES if not run(['pkg-config', '--exists', name])]
    listed = subprocess.run(['pkg-config', '--cflags-only-I'] + packages, stdout=subprocess.PIPE,
                            universal_newlines=True).stdout.split() if packages else []
    for flag in listed:
        flags += ['-isystem', flag[2:]]
    return flags


def each(check, paths):
    """Runs a check on each file, side by side. Returns all that was found."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [finding for finding in pool.map(check, paths) if finding]


def check_length():
    counted = [(path, text_of(path).count('\n')) for path in files('.c', '.h', '.py', 'wscript')]
    counted.append(('wscript', text_of('wscript').count('\n')))
    return ['%s: %d lines; at most %d expected' % (path, n, MAX_LINES)
            for path, n in counted if n > MAX_LINES]


def check_includes():
    return ['%s: includes %s; a bare name expected' % (path, name)
            for path in files('.c', '.h')
            for name in re.findall(r'^#\s*include\s+"([^"]*\.\./[^"]*)"', text_of(path), re.M)]


def check_headers():
    def compile_alone(path):
        compiler = shutil.which('cc') or 'gcc'
        inside = '#include "%s"\ntypedef int one_declaration;\n' % os.path.join(SOURCE, path)
        return run([compiler] + WARNINGS + compile_flags(path)
                   + ['-fsyntax-only', '-x', 'c', '-'], inside)
    return each(compile_alone, files('.h'))


def check_warnings():
    compilers = [name for name in ('gcc', 'clang') if shutil.which(name)]
    return [finding for compiler in compilers
            for finding in each(lambda path: run([compiler, '-O2'] + WARNINGS + compile_flags(path)
                                                 + ['-c', '-o', '/dev/null', path]), files('.c'))]


def check_format():
    return [run(['clang-format', '--dry-run', '-Werror'] + files('.c', '.h'))]


def check_tidy():
    return each(lambda path: run(['clang-tidy', '--quiet', path, '--'] + compile_flags(path)),
                files('.c'))


def check_cppcheck():
    return [run(['cppcheck', '--quiet', '--error-exitcode=1', '--std=c11', '--inline-suppr',
                 '--enable=warning,portability', '--suppress=normalCheckLevelMaxBranches',
                 '-D_POSIX_C_SOURCE=200809L'] + ['-I' + folder for folder in PATHS[-1][1]]
                + ['plugin', 'presets', 'ttl'])]


def bundle():
    """The Turtle of the built bundle, and that of the brands' where it was made."""
    return sorted(glob.glob(os.path.join(glob.escape(BUILD), 'lv2*', '*.lv2', '*.ttl')))


def check_serdi():
    return each(lambda path: run(['serdi', '-q', '-o', 'ntriples', path]), bundle())


def specifications():
    """The Turtle of the LV2 standard itself, not that of plugins."""
    found = []
    for manifest in sorted(glob.glob('/usr/lib/lv2/*/manifest.ttl')):
        with open(manifest, encoding='utf-8') as file:
            if re.search('lv2:Specification|owl:Ontology', file.read()):
                found += glob.glob(os.path.join(os.path.dirname(manifest), '*.ttl'))
    return found


def check_sord():
    return [run(['sord_validate'] + specifications() + bundle())]


# name, what it needs besides python, check
CHECKS = [
    ('length of files', None, check_length),
    ('directions of includes', None, check_includes),
    ('headers on their own', 'pkg-config', check_headers),
    ('warnings of the compilers', 'pkg-config', check_warnings),
    ('format', 'clang-format', check_format),
    ('Turtle syntax', 'serdi', check_serdi),
    ('Turtle against schemas', 'sord_validate', check_sord),
    ('cppcheck', 'cppcheck', check_cppcheck),
    ('clang-tidy', 'clang-tidy', check_tidy),
]


def main(names):
    n_bad = 0
    for name, tool, check in CHECKS:
        if names and not any(part in name for part in names):
            continue
        if tool and not shutil.which(tool):
            print('%s: skipped, %s is not installed' % (name, tool))
            continue
        findings = [finding for finding in check() if finding]
        print('%s: %s' % (name, 'bad' if findings else 'good'), flush=True)
        for finding in findings:
            print(finding)
        n_bad += bool(findings)
    print('lint: %s' % ('%d checks found something' % n_bad if n_bad else 'nothing found'))
    return 1 if n_bad else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
