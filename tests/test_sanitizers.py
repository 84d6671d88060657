"""The sanitizers of addresses, undefined behaviour and leaks: what reads, and the plugin through
its LV2 entry, built apart, below build/sanitized-*, of what these tests need."""

import os
import shutil
import subprocess
import sys

from helpers import cli
from helpers.cli import SOURCE

BUILD = os.environ['TARE_BUILD_DIR']
TIMEOUT_S = 1000  # of one step, on a machine that may have much to do
PLUGIN = ['lv2_*.c', 'tare_window', 'tare_inline']

# Readers, what they find by chance and on purpose; the core; the plugin. The window takes minutes.
MEMORY = ['fuzz/fuzz_aliases', 'fuzz/fuzz_apo', 'fuzz/fuzz_catalogue', 'fuzz/fuzz_curve',
          'fuzz/fuzz_filter_files', 'fuzz/fuzz_flac_blocks', 'fuzz/fuzz_graphic_eq', 'fuzz/fuzz_host',
          'fuzz/fuzz_json_presets', 'fuzz/fuzz_pipewire', 'fuzz/fuzz_review', 'fuzz/fuzz_stored_curve',
          'test_eq_safety', 'test_formats', 'test_instance', 'test_kernel',
          'test_new_file', 'test_picture', 'test_soak', 'test_writers']


def run(words, **changes):
    return subprocess.run(words, cwd=SOURCE, env=dict(os.environ, **changes), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True,
                          timeout=TIMEOUT_S)


def build(sanitizers, programs):
    """Builds programs of tests, and what they load; returns the folder of the build."""
    folder = os.path.join(BUILD, 'sanitized-' + sanitizers.replace(',', '-'))
    apart = {'WAFLOCK': '.lock-waf_' + os.path.basename(folder), 'CFLAGS': '-O1', 'CXXFLAGS': '-O1'}
    wscript = [sys.executable, '-B', 'wscript']
    options = ['--out=' + folder, '--sanitize=' + sanitizers]
    asked = run(wscript + ['configure'] + options, **apart)
    if asked.returncode:
        raise cli.Skip('this compiler has no sanitizers: ' + asked.stdout[-300:].replace('\n', ' '))
    done = run(wscript + ['build', '--out=' + folder,
                          '--targets=' + ','.join(PLUGIN + [name + '.c' for name in programs])], **apart)
    assert done.returncode == 0, done.stdout[-3000:]
    shutil.copy(os.path.join(BUILD, 'catalogue.path'), folder)  # by which it is found
    return folder


def check(sanitizers, programs):
    if os.environ.get('TARE_SANITIZE'):
        raise cli.Skip('this build has sanitizers itself')
    programs = [name for name in programs if os.path.exists(os.path.join(BUILD, 'tests', name))]
    folder = build(sanitizers, programs)
    leaks = os.path.join(SOURCE, 'tests', 'data', 'leaks.supp')
    for name in programs:
        done = run([os.path.join(folder, 'tests', name)], TARE_BUILD_DIR=folder,
                   TARE_SANITIZE=sanitizers, UBSAN_OPTIONS='print_stacktrace=1',
                   ASAN_OPTIONS='detect_stack_use_after_return=1',
                   LSAN_OPTIONS='print_suppressions=0:suppressions="%s"' % leaks)
        assert done.returncode == 0 and 'PASS ' in done.stdout, (name, done.stdout[:4000])


def test_memory_and_behaviour():
    check('address,undefined', MEMORY)


if __name__ == '__main__':
    sys.exit(cli.main('test_sanitizers', globals()))
