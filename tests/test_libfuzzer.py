"""libFuzzer on every reader, each for a time, from the kept files on: nothing crashes, reads or writes
where it should not, leaks, takes for ever, or says something without saying what was expected."""

import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys

from fuzz.libfuzzer import run as libfuzzer
from helpers import cli
from helpers.cli import done, write

SECONDS = 20
# Longer ones take seconds each.
MAX_BYTES = {form: 8000 for form in libfuzzer.REVIEWS}
LEAST_RUNS = 10  # of those whose every run makes a fit


def has_libraries():
    return subprocess.run(['pkg-config', '--exists', *libfuzzer.LIBRARIES]).returncode == 0


def has_runtime():
    write('empty.c', 'int LLVMFuzzerTestOneInput(void) { return 0; }\n')
    return shutil.which('clang') and subprocess.run(
        ['clang', '-w', '-fsanitize=fuzzer,address,undefined', 'empty.c', '-o', 'empty'],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def readers():
    """Every format that can be read; for reviews their kinds; measurements."""
    formats = [form['name'] for form in json.loads(done('formats', '--json')) if form['read']]
    return [name for name in formats if name != 'review'] + sorted(libfuzzer.REVIEWS) + ['curve']


def fuzz(form, made, includes):
    """Returns what went wrong, and how often it was run."""
    target = libfuzzer.build(form, made, includes)
    options = ['-max_total_time=%d' % SECONDS, '-seed=1']
    if form in MAX_BYTES:
        options.append('-max_len=%d' % MAX_BYTES[form])
    ended = libfuzzer.fuzz(target, form, os.path.abspath('corpus-' + form), options,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors='replace')
    n_runs = re.search(r'number_of_executed_units: (\d+)', ended.stdout)
    n_runs = int(n_runs.group(1)) if n_runs else 0
    good = ended.returncode == 0 and n_runs >= LEAST_RUNS
    return '' if good else '%s: %d runs\n%s' % (form, n_runs, ended.stdout[-4000:]), n_runs


def test_every_reader_bears_what_libfuzzer_thinks_of():
    if os.environ.get('TARE_SANITIZE'):
        raise cli.Skip('this build has sanitizers itself')
    if not has_runtime():
        raise cli.Skip('clang with its runtime is missing')
    if not has_libraries():
        raise cli.Skip('a library of a reader is missing')
    made, includes = libfuzzer.objects()
    forms = readers()
    assert len(forms) >= 17, forms
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        ended = list(pool.map(lambda form: fuzz(form, made, includes), forms))
    print(', '.join('%s %d' % (form, n) for form, (_, n) in zip(forms, ended)), 'runs')
    assert not any(wrong for wrong, _ in ended), '\n'.join(wrong for wrong, _ in ended if wrong)


if __name__ == '__main__':
    sys.exit(cli.main('test_libfuzzer', globals()))
