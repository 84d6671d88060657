#!/usr/bin/env python3
"""Runs libFuzzer on the readers of formats, and on that of measurements, called "curve", with the
address and undefined behaviour sanitizers:

    tests/fuzz/libfuzzer/run.py FORMAT... [-- OPTIONS OF LIBFUZZER]

The kinds of reviews are formats, too: review-markdown, review-page, review-plain, review-toml,
review-yaml. test_libfuzzer.py runs all of them for a short time.

Needs clang with its runtime. What it learns goes into build/fuzz/FORMAT; it begins with the kept
files of tests/data/fuzz/FORMAT, where there are some, which are tried in each run of the tests too,
and runs among them, so that files that include each other find one.
"""

import concurrent.futures
import glob
import os
import platform
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.normpath(os.path.join(HERE, '..', '..', '..'))
BUILD = os.path.join(os.environ.get('TARE_BUILD_DIR', os.path.join(SOURCE, 'build')), 'fuzz')
ROOMS = ['base', 'corrections', 'curves', 'fit', 'formats', 'names', 'search', 'review',
         'pipewire/chain']
LIBRARIES = ['jansson', 'yaml-0.1', 'sndfile', 'libcmark', 'gumbo']
# What makes the reader of reviews take a text for one of a kind.
REVIEWS = {'review-markdown': '---\\ntarget_name: Acme One\\n---\\n', 'review-page': '<html>',
           'review-plain': '', 'review-toml': '+++\\n', 'review-yaml': '---\\n'}
NO_LIBRARY = '_none.c'  # stands for what is built without an optional library
FLAGS = ['-std=gnu11', '-g', '-O1', '-ffp-contract=off', '-fsanitize=fuzzer-no-link,address,undefined',
         '-fno-sanitize-recover=undefined', '-w', '-DTARE_DATA_DIR="/nowhere"',
         *('-DTARE_%s_DIR="/nowhere"' % name for name in ('BIN', 'LADSPA', 'MODULE'))]


def sources():
    found = [os.path.join(SOURCE, 'plugin', name) for name in ('ports.c', 'settings.c')]
    core = os.path.join(SOURCE, 'plugin', 'core')
    found += [os.path.join(core, name) for name in os.listdir(core)
              if name.endswith('.c') and name != 'example.c']
    for room in ROOMS:
        folder = os.path.join(SOURCE, 'presets', room)
        found += [os.path.join(folder, name) for name in os.listdir(folder)
                  if name.endswith('.c') and not name.endswith(NO_LIBRARY)]
    return sorted(found)


def flags_of(source):
    """Those of the kernels for certain processors."""
    name = os.path.basename(source)
    is_x86 = platform.machine() == 'x86_64'
    return ['-march=x86-64-v' + name[8]] if is_x86 and name.startswith('kernel_v') else []


def package(option, names):
    return subprocess.run(['pkg-config', option, *names], stdout=subprocess.PIPE, check=True,
                          universal_newlines=True).stdout.split()


def compile_all(commands):
    """On all processors."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda command: subprocess.run(command, check=True), commands))


def newest_of(pattern):
    found = glob.glob(os.path.join(glob.escape(SOURCE), pattern), recursive=True)
    return max(map(os.path.getmtime, found))


def objects():
    """All but the target, compiled once, and anew after a change."""
    folder = os.path.join(BUILD, 'objects')
    os.makedirs(folder, exist_ok=True)
    includes = ['-I' + os.path.join(SOURCE, name) for name in ('presets', 'plugin', 'plugin/core')]
    cflags = package('--cflags', LIBRARIES)
    shared = max(newest_of('presets/**/*.h'), newest_of('plugin/**/*.h'), os.path.getmtime(__file__))
    made, commands = [], []
    for source in sources():
        name = os.path.relpath(source, SOURCE).replace('/', '_')[:-2] + '.o'
        made.append(os.path.join(folder, name))
        known = os.path.getmtime(made[-1]) if os.path.exists(made[-1]) else 0.0
        if known < max(shared, os.path.getmtime(source)):
            commands.append(['clang', *FLAGS, *flags_of(source), *includes, *cflags, '-c', source,
                             '-o', made[-1]])
    compile_all(commands)
    return made, includes


def target_of(form):
    """The source of a target, and what it is compiled with."""
    if form in REVIEWS:
        return ['-DTARE_FUZZ_PREFIX="%s"' % REVIEWS[form], os.path.join(HERE, 'review.c')]
    if form == 'curve':
        return [os.path.join(HERE, 'curve.c')]
    return ['-DTARE_FUZZ_FORMAT="%s"' % form, os.path.join(HERE, 'reader.c')]


def kept_of(form):
    """The folder of the kept files, below tests/data; there may be none."""
    return 'reviews' if form in REVIEWS else os.path.join('fuzz', form)


def build(form, made, includes):
    target = os.path.join(BUILD, 'fuzz-' + form)
    subprocess.run(['clang', *FLAGS, '-fsanitize=fuzzer', *includes, *target_of(form), *made, '-o', target,
                    *package('--libs', LIBRARIES), '-lm'], check=True)
    return target


def fuzz(target, form, corpus, options, **how):
    """Runs a target. What it learns goes into the folder `corpus`, and what breaks it beside that."""
    kept = os.path.join(SOURCE, 'tests', 'data', kept_of(form))
    has_kept = os.path.isdir(kept)
    os.makedirs(corpus, exist_ok=True)
    return subprocess.run([target, corpus, *[kept] * has_kept, '-timeout=60', '-rss_limit_mb=2048',
                           '-print_final_stats=1', '-artifact_prefix=%s-crash-' % corpus, *options],
                          check=False, cwd=kept if has_kept else None, **how)


def main(arguments):
    mark = arguments.index('--') if '--' in arguments else len(arguments)
    made, includes = objects()
    for form in arguments[:mark]:
        target = build(form, made, includes)
        done = fuzz(target, form, os.path.join(BUILD, form), arguments[mark + 1:])
        if done.returncode:
            return done.returncode
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
