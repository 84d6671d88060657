"""Fits are the same to the last bit whoever compiles them: without optimisation, with all of it and fused
multiply-adds to be had, by another compiler, for another processor.
"""

import glob
import os
import shutil
import subprocess
import sys

from helpers import cli

SOURCE = os.environ['TARE_SOURCE_DIR']
CURVES = os.path.join(SOURCE, 'presets', 'catalogue', 'measurements.tare')
STEP = '200'  # of more than two thousand curves

# The folders of all that a fit needs; nothing in them needs a library but libm
PARTS = ['presets/base/*.c', 'presets/names/*.c', 'presets/corrections/*.c', 'presets/curves/*.c',
         'presets/fit/*.c', 'plugin/core/*.c', 'plugin/ports.c', 'plugin/settings.c',
         'tests/demonstration/print_fits.c']
NO_PART = ['example.c', 'module.c']  # another program; what loads, by a folder of the build
CALL = ['-std=c11', '-D_GNU_SOURCE', '-w', '-Ipresets', '-Iplugin', '-Iplugin/core']


def sources():
    found = [path for part in PARTS for path in sorted(glob.glob(part, root_dir=SOURCE))]
    return [path for path in found if os.path.basename(path) not in NO_PART]


def has_avx2():
    try:
        with open('/proc/cpuinfo', encoding='ascii') as file:
            return ' avx2 ' in file.read()
    except OSError:
        return False


def noted():
    """What the program of this build prints."""
    program = os.path.join(os.environ['TARE_BUILD_DIR'], 'tests', 'demonstration', 'print_fits')
    text = subprocess.run([program, CURVES, STEP], check=True, capture_output=True).stdout
    assert text.count(b'\n') > 100, text
    return text


def check(compiler, *flags, runner=()):
    for tool in (compiler, *runner):
        if not shutil.which(tool):
            raise cli.Skip('no %s' % tool)
    path = os.path.abspath('print_fits')
    subprocess.run([compiler, *CALL, *flags, *sources(), '-o', path, '-lm'], check=True, cwd=SOURCE)
    text = subprocess.run([*runner, path, CURVES, STEP], check=True, capture_output=True).stdout
    assert text == noted(), 'fits differ by %s' % ' '.join([compiler, *flags])


def test_without_optimisation():
    check('gcc', '-O0')


def test_by_another_compiler():
    check('clang', '-O2')


def test_with_fused_operations():
    if not has_avx2():
        raise cli.Skip('no AVX2 here')
    check('gcc', '-O3', '-mavx2', '-mfma')


def test_for_another_processor():
    check('aarch64-linux-gnu-gcc', '-O1', '-static', runner=['qemu-aarch64'])


if __name__ == '__main__':
    sys.exit(cli.main('test_fit_bytes', globals()))
