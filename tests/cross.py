"""The core and the catalogue on other machines and another libc: built by cross-compilers without the
rest of the build, their tests run under qemu: ./wscript cross. What is not installed is skipped by
name (packages musl-tools, qemu-user, gcc-aarch64-linux-gnu, gcc-arm-linux-gnueabihf, gcc-s390x-linux-gnu)."""

import concurrent.futures
import glob
import os
import shutil
import subprocess

from helpers import cli
from helpers.cli import SOURCE, Failure, Skip

# Where the arithmetic, the kernels, the numbers in texts and the order of bytes show.
TESTS = ['test_biquad', 'test_cascade', 'test_catalogue', 'test_catalogue_values', 'test_eq',
         'test_exact', 'test_kernel', 'test_match', 'test_number', 'test_ramp', 'test_settings']
HELPERS = ['corrected', 'eq_run', 'example', 'headphones', 'kernels', 'limit', 'mistype', 'mutate',
           'printed', 'programme', 'published', 'rates', 'scratch', 'seen', 'shelf', 'splash']
FOLDERS = ['plugin/core', 'plugin', 'presets/base', 'presets/corrections']
NOT_IN_THE_LIBRARY = ['example', 'lv2_shell', 'ladspa_shell']
WIDE = {'kernel_v3': ['-mavx2', '-mfma'], 'kernel_v3_narrow': ['-mavx2', '-mfma'],
        'kernel_v4': ['-mavx2', '-mfma', '-mavx512f', '-mavx512bw', '-mavx512dq', '-mavx512vl']}
C = ['-std=c11', '-D_XOPEN_SOURCE=700', '-D_FILE_OFFSET_BITS=64']
TIMEOUT_S = 300  # of one program: qemu is some ten times slower, on a machine that may have much to do


def stem(path):
    return os.path.splitext(os.path.basename(path))[0]


def run(command, **options):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=TIMEOUT_S, **options)
    if done.returncode:
        raise Failure('%s ended with %d: %s' % (' '.join(command[-3:]), done.returncode,
                                                done.stdout.decode(errors='replace')[-1500:]))


def includes():
    return ['-I' + os.path.join(SOURCE, folder)
            for folder in ['plugin/core', 'plugin', 'presets', 'tests']]


def compile_one(compiler, path):
    # wide and fused where the build is: see KERNELS in plugin/wscript; empty elsewhere
    is_wide = stem(path) in WIDE and compiler == 'musl-gcc'
    flags = ['-ffp-contract=fast', *WIDE[stem(path)]] if is_wide else ['-ffp-contract=off']
    name = '%s.%s.o' % (os.path.basename(os.path.dirname(path)), stem(path))
    run([compiler, *C, '-O2', *flags, *includes(), '-c', path, '-o', name])
    return name


def sources():
    found = [os.path.join(SOURCE, 'tests', 'helpers', name + '.c') for name in HELPERS]
    for folder in FOLDERS:
        found += [path for path in sorted(glob.glob(os.path.join(glob.escape(SOURCE), folder, '*.c')))
                  if stem(path) not in NOT_IN_THE_LIBRARY]
    return found


def check_one(compiler, runner, test):
    run([compiler, '-static', *C, '-O1', *includes(),
         os.path.join(SOURCE, 'tests', test + '.c'), 'all.a', '-lm', '-o', test])
    run(runner + ['./' + test])


def check(compiler, runner=()):
    for program in [compiler, *runner]:
        if not shutil.which(program):
            raise Skip('%s is not installed' % program)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        objects = list(pool.map(lambda path: compile_one(compiler, path), sources()))
        run(['ar', 'rcs', 'all.a', *objects])
        list(pool.map(lambda test: check_one(compiler, list(runner), test), TESTS))


def test_musl():
    check('musl-gcc')


def test_aarch64():
    check('aarch64-linux-gnu-gcc', ['qemu-aarch64'])


def test_armhf():
    check('arm-linux-gnueabihf-gcc', ['qemu-arm'])


def test_s390x_counts_bytes_from_the_other_end():
    check('s390x-linux-gnu-gcc', ['qemu-s390x'])


if __name__ == '__main__':
    raise SystemExit(cli.main('cross', globals()))
