#!/usr/bin/env python3
"""Runs libFuzzer on the readers of formats, and on that of measurements, called "curve", with the
address and undefined behaviour sanitizers:

    tests/fuzz/libfuzzer/run.py FORMAT... [-- OPTIONS OF LIBFUZZER]

The kinds of reviews are formats, too: review-markdown, review-page, review-plain, review-toml,
review-yaml.

Needs clang with its runtime. What it learns goes into build/fuzz/FORMAT; it begins with the kept
files of tests/data/fuzz/FORMAT, where there are some, which are tried in each run of the tests too,
and runs among them, so that files that include each other find one.
"""

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


def objects():
    """All but the target, compiled once."""
    folder = os.path.join(BUILD, 'objects')
    os.makedirs(folder, exist_ok=True)
    includes = ['-I' + os.path.join(SOURCE, name) for name in ('presets', 'plugin', 'plugin/core')]
    made = []
    for source in sources():
        name = os.path.relpath(source, SOURCE).replace('/', '_')[:-2] + '.o'
        made.append(os.path.join(folder, name))
        if not os.path.exists(made[-1]) or os.path.getmtime(made[-1]) < os.path.getmtime(source):
            subprocess.run(['clang', *FLAGS, *flags_of(source), *includes,
                            *package('--cflags', LIBRARIES), '-c', source, '-o', made[-1]], check=True)
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


def main(arguments):
    mark = arguments.index('--') if '--' in arguments else len(arguments)
    made, includes = objects()
    for form in arguments[:mark]:
        corpus = os.path.join(BUILD, form)
        os.makedirs(corpus, exist_ok=True)
        kept = os.path.join(SOURCE, 'tests', 'data', kept_of(form))
        folders = [corpus] + [kept] * os.path.isdir(kept)
        done = subprocess.run([build(form, made, includes), *folders, '-timeout=60',
                               '-rss_limit_mb=2048', '-print_final_stats=1',
                               '-artifact_prefix=%s/crash-%s-' % (BUILD, form),
                               *arguments[mark + 1:]], check=False,
                              cwd=kept if os.path.isdir(kept) else None)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
