"""Checks that compilers and their kin make on each file."""

import re
import shutil

import layers
import remembered
from project import DEFINES, WARNINGS, compile_flags, each, files, output, run

# Results differ from version to version; this is the one of Debian 12.
FORMAT_VERSION = '14'

# Static analysis follows ways through a file until it has seen so many states: all of what people
# run, and the first ones of tests, which would otherwise take twice as long as all the rest.
TESTS_ANALYSIS = ['-Xclang', '-analyzer-config', '-Xclang', 'max-nodes=20000']


def check_headers():
    """Each header compiles when nothing was included before it."""
    compiler = shutil.which('gcc') or 'cc'

    def compile_alone(path):
        return run([compiler] + WARNINGS + compile_flags(path) + ['-fsyntax-only', '-x', 'c', '-'],
                   '#include "%s"\ntypedef int one_declaration;\n' % path)
    return each(compile_alone, files('.h'))


def check_warnings():
    """gcc sees some things only when it optimises; clang sees all that it sees without."""
    compilers = {'gcc': ['-O2', '-S', '-o', '/dev/null'], 'clang': ['-fsyntax-only']}
    for compiler, how in compilers.items():
        if not shutil.which(compiler):
            print('    %s is not installed' % compiler)
            continue
        command = [compiler] + WARNINGS + how
        yield from remembered.each(lambda path, command=command:
                                   command + compile_flags(path) + [path], files('.c'))


def format_tool():
    """The clang-format of the version wanted, or why there is none."""
    for name in ['clang-format-' + FORMAT_VERSION, 'clang-format']:
        said = output([name, '--version']) if shutil.which(name) else ''
        if re.search(r'version %s\.' % FORMAT_VERSION, said):
            return name, ''
    return None, 'clang-format %s is not installed' % FORMAT_VERSION


def check_format():
    said = run([format_tool()[0], '--dry-run', '-Werror'] + files('.c', '.cpp', '.h'))
    first = {}  # of each file, where it begins
    for line in re.findall(r'^\S+:\d+:\d+: .*', said, re.MULTILINE):
        first.setdefault(line.split(':')[0], line)
    return list(first.values()) or [said]


def check_tidy():
    def command(path):
        less = TESTS_ANALYSIS if path.startswith('tests/') else []
        return ['clang-tidy', '--quiet', path, '--'] + compile_flags(path) + less
    return remembered.each(command, files('.c'), ['.clang-tidy'])


def check_cppcheck():
    """Without what the analysis of clang and the tests with failing allocations see better: here it
    differs from version to version, and is often wrong about arrays that a callee fills."""
    left_out = ['normalCheckLevelMaxBranches', 'uninitvar', 'nullPointerOutOfMemory']
    yield run(['cppcheck', '--quiet', '--error-exitcode=1', '--std=c11', '--inline-suppr',
               '--enable=warning,portability'] + ['--suppress=' + name for name in left_out]
              + DEFINES + ['-I' + folder for folder in layers.INCLUDE_PATHS['ttl']]
              + ['plugin', 'presets', 'ttl'])
