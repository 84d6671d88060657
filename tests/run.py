"""Runs the tests, or with --bench the benchmarks, and counts.

    run.py [--bench | --systems] [NAME...]

A test is a built program from test_*.c or fuzz/*.c, or a script test_*.py. Each prints lines "PASS
name", "FAIL name: what", "SKIP name: why". One that ends badly without a FAIL, takes too long or
prints no such line has failed. How far hosts and players are from the render is shown. NAMEs, parts
of file names, choose among them; --systems chooses those that meet the system: its hosts, PipeWire,
libraries and tools. The environment names the folders: TARE_SOURCE_DIR, TARE_BUILD_DIR; and for some
benchmarks TARE_DATA, which holds large collections in measurements/, opra/ and reviews/.
"""

import concurrent.futures
import glob
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SOURCE = os.environ['TARE_SOURCE_DIR']
BUILD = os.environ['TARE_BUILD_DIR']
TIMEOUT_S = 1200
LINE = re.compile(r'^(PASS|FAIL|SKIP) (\S.*)$', re.MULTILINE)
# How far what a host or player plays is from the render, as tests print it.
HEARD = re.compile(r'^ {5}\S.*: [-+]?\d+\.\d+ (?:dB|LU)$', re.MULTILINE)


def sources(*patterns):
    tests = os.path.join(SOURCE, 'tests')
    found = []
    for pattern in patterns:
        found += sorted(glob.glob(os.path.join(glob.escape(tests), pattern)))
    return [os.path.relpath(path, tests) for path in found]


def python():
    """The Python for which the distribution's modules are, where there is one."""
    return '/usr/bin/python3' if os.path.exists('/usr/bin/python3') else sys.executable


def command(source):
    if source.endswith('.c'):
        return [os.path.join(BUILD, 'tests', source[:-2])]
    gently = ['nice'] if source in BESIDE else []
    return gently + [python(), '-B', os.path.join(SOURCE, 'tests', source)]


def environment(home):
    """A home of its own, so that no test reads or writes what is the user's."""
    env = dict(os.environ, HOME=home)
    env.setdefault('ASAN_OPTIONS', 'detect_stack_use_after_return=1')
    env.setdefault('UBSAN_OPTIONS', 'print_stacktrace=1')
    for name in ['TARE_CATALOGUE', 'LV2_PATH', 'LADSPA_PATH', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME',
                 'XDG_CACHE_HOME', 'XDG_STATE_HOME']:
        env.pop(name, None)
    return env


def execute(source):
    """Runs one in a process group of its own. Returns its output and why it ended badly, if so."""
    home = tempfile.mkdtemp(prefix='tare-test-')
    with tempfile.TemporaryFile() as output:  # a pipe would wait for what the test left running
        try:
            process = subprocess.Popen(command(source), env=environment(home), cwd=home,
                                       stdin=subprocess.DEVNULL, stdout=output,
                                       stderr=subprocess.STDOUT, start_new_session=True)
            why = wait(process)
        except OSError as error:
            why = str(error)
        shutil.rmtree(home, ignore_errors=True)
        output.seek(0)
        return output.read().decode(errors='replace'), why


def wait(process):
    """Waits for the end of a test. Returns why it ended badly, if so."""
    try:
        status = process.wait(TIMEOUT_S)
    except subprocess.TimeoutExpired:
        return 'took longer than %d s' % TIMEOUT_S
    finally:
        end_group(process)
    if status < 0:
        return 'ended by signal %d' % -status
    return 'ended with status %d' % status if status else ''


def end_group(process):
    """Ends the test, if it still runs, and what it left running."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def run_test(source):
    start = time.monotonic()
    if not os.path.exists(command(source)[-1]):
        why = '%s: not built; configure says which library is missing' % source
        return source, [('SKIP', why)], '', 0.0
    output, why = execute(source)
    lines = LINE.findall(output)
    if not lines and not why:
        why = 'printed no result'
    if why and not any(word == 'FAIL' for word, _ in lines):
        lines.append(('FAIL', '%s: %s' % (source, why)))
    return source, lines, output, time.monotonic() - start


# What installs, and so may build, and what drives hosts that do not like company
ALONE = ['test_completion.py', 'test_core_install.py', 'test_hosts.py', 'test_hosts_desktop.py',
         'test_matrix.py', 'test_packages.py', 'test_sanitizers.py']

# What has much to compute, and takes what others leave while they wait
BESIDE = ['test_libfuzzer.py', 'test_two_builds.py']

# What depends on the system around it, by parts of names. The rest is arithmetic and text; what another
# compiler makes of that is seen by test_golden.
SYSTEMS = ['test_hosts', 'test_export_players', 'test_easyeffects', 'test_matrix', 'test_packages',
           'test_built_files', 'test_core_install', 'test_pipewire.py', 'pipewire_alive',
           'pipewire_devices', 'pipewire_formats', 'pipewire_kept', 'pipewire_node',
           'pipewire_safety', 'pipewire_smart', 'pipewire_sound', 'window_hosts', 'window_ardour',
           'window_program', 'window_x11', 'window_lv2', 'test_start', 'test_lv2', 'test_ladspa',
           'test_contract', 'test_realtime', 'cli_audio_files', 'cli_tags', 'test_completion.py',
           'test_manual', 'test_golden', 'review_page', 'test_shipped.c']


def all_results(chosen):
    """C programs side by side, then scripts, which wait more than they work; some by themselves."""
    programs = [source for source in chosen if source.endswith('.c')]
    scripts = [source for source in chosen if source not in programs + ALONE + BESIDE]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(run_test, programs)
    with concurrent.futures.ThreadPoolExecutor(1) as beside:
        heavy = beside.map(run_test, [source for source in chosen if source in BESIDE])
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            yield from pool.map(run_test, scripts)
        yield from heavy
    yield from map(run_test, [source for source in chosen if source in ALONE])


def describe(lines):
    counts = [(sum(word == wanted for word, _ in lines), text)
              for wanted, text in (('PASS', 'passed'), ('FAIL', 'failed'), ('SKIP', 'skipped'))]
    return ', '.join('%d %s' % count for count in counts if count[0])


def run_tests(names):
    chosen = [source for source in sources('test_*.c', 'fuzz/*.c', 'test_*.py')
              if not names or any(name in source for name in names)]
    lines, bad = [], []
    for source, found, output, seconds in all_results(chosen):
        print('%-32s %s (%.1f s)' % (source, describe(found), seconds), flush=True)
        for heard in HEARD.findall(output):
            print(heard, flush=True)
        lines += found
        if any(word == 'FAIL' for word, _ in found):
            bad.append((source, output, found))
    for source, output, found in bad:
        print('\n-- output of %s' % source)
        print(output.rstrip())
    print()
    for word in ('SKIP', 'FAIL'):
        for _, text in [line for line in lines if line[0] == word]:
            print(word, text)
    count = {word: sum(line[0] == word for line in lines) for word in ('PASS', 'FAIL', 'SKIP')}
    if not lines:
        print('there are no tests here')
    print('%(PASS)d passed, %(FAIL)d failed, %(SKIP)d skipped' % count, flush=True)
    return 0 if lines and not count['FAIL'] else 1


def run_benches(names):
    chosen = [source for source in sources('bench/bench_*')
              if not names or any(name in source for name in names)]
    failed = []
    for source in chosen:
        print('-- %s' % source, flush=True)
        if subprocess.run(command(source)).returncode:
            failed.append(source)
    if not chosen:
        print('there are no benchmarks here')
    for source in failed:
        print('%s failed' % source)
    return 0 if chosen and not failed else 1


def main(arguments):
    if arguments[:1] == ['--bench']:
        return run_benches(arguments[1:])
    if arguments[:1] == ['--systems']:
        return run_tests(arguments[1:] or SYSTEMS)
    return run_tests(arguments)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
