"""Memory that runs out at every turn of the whole program: one allocation after the other fails, those
of the libraries included where these bear it. The program does then what it does else, or says why
not and ends with another status; it never crashes, and a file is the old one, the new one, or not
there."""

import concurrent.futures
import os
import shutil
import struct
import subprocess
import sys

from helpers import cli
from helpers.cli import CATALOGUE, SOURCE, TARE, everything, read, write

MOST_RUNS = 160  # of one command: the first third one by one, the rest at even steps
TIMEOUT_S = 120
CURVE = ''.join('%d,%d\n' % (freq, freq % 7) for freq in range(20, 20001, 180))
APO = 'Preamp: -3 dB\nFilter 1: ON PK Fc 1000 Hz Gain 3 dB Q 1\n'
REVIEW = ('---\ntarget_name: Acme One\n---\nThere is a peak of 3 dB at 5 kHz. '
          'The bass is 4 dB too loud around 80 Hz.\n')
INDEX = 'model,source,form,fr,target\nAcme Nine,lab,over-ear,m.csv,flat.csv\n'


def wave(n):
    """Two channels of 16 bits."""
    data = b'\x00\x10' * 2 * n
    return (b'RIFF' + struct.pack('<I', 36 + len(data)) + b'WAVEfmt ' +
            struct.pack('<IHHIIHH', 16, 1, 2, 48000, 4 * 48000, 4, 16) +
            b'data' + struct.pack('<I', len(data)) + data)


GIVEN = {'flat.csv': '20,0\n20000,0\n', 'm.csv': CURVE, 'eq.txt': APO, 'r.md': REVIEW, 'list.csv': INDEX, 'kept': 'old',
         'kept.svg': 'old', 'kept.wav': 'old', 'in.wav': wave(600), 'home/nothing': ''}

COMMANDS = [
    'help', 'use --help', 'version', 'formats', 'targets', 'list', 'list --json', 'find acme', 'find --json acme',
    'show acme-one/anna', 'show --json acme-one/anna', 'show --file eq.txt', 'export acme-one/anna --format apo',
    'export --file eq.txt --format easyeffects', 'export --file eq.txt --format pipewire-lv2',
    'export --file eq.txt --format tare -o kept', 'response --file eq.txt --points 5', 'review r.md',
    'review --json r.md', 'import eq.txt', 'add m.csv --form over-ear --rig gras',
    'fit m.csv -t flat -o kept', 'fit m.csv -t flat --json', 'complete -- show acme',
    'plot --file eq.txt -o kept.svg', 'install acme-one/anna --dir lv2', 'uninstall acme-one/anna --dir lv2',
    'forget eq/apo', 'render in.wav kept.wav --force --file eq.txt', 'fit --batch list.csv --out made']
# Libraries that crash themselves: fontconfig below Cairo, serd, libsndfile, TagLib as it is loaded
OWN_ONLY = ['plot', 'install', 'uninstall', 'render']
CAREFUL = ['uninstall', 'forget']  # take what they cannot read for somebody else's
BEFORE = {'uninstall': 'install acme-one/anna --dir lv2', 'forget': 'import eq.txt'}


def library():
    """Built here, since it stands on glibc's own names."""
    compiler = next((name for name in ('cc', 'gcc', 'clang') if shutil.which(name)), None)
    source = os.path.join(SOURCE, 'tests', 'fakes', 'failing_calls.c')
    if not compiler or subprocess.run([compiler, '-std=c11', '-O1', '-fPIC', '-shared', source, '-o', 'failing.so'],
                                      stderr=subprocess.DEVNULL).returncode:
        raise cli.Skip('no compiler here makes tests/fakes/failing_calls.c, which needs glibc')
    return os.path.abspath('failing.so')


class Place:
    """A folder in which one command runs again and again."""

    def __init__(self, name, preload):
        self.folder = os.path.abspath(name)
        self.given = GIVEN
        self.env = dict(os.environ, TARE_CATALOGUE=CATALOGUE, LD_PRELOAD=preload,
                        HOME=os.path.join(self.folder, 'home'),
                        TARE_FAILING_COUNT=os.path.join(os.path.abspath('counts'), name))

    def run(self, words, failing):
        """Returns the status, what was said, and all files with what they hold."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for name, content in self.given.items():
            write(os.path.join(self.folder, name), content)
        env = dict(self.env, TARE_FAILING_CALL=str(failing))
        if words[0] in OWN_ONLY:
            env['TARE_FAILING_OWN'] = '1'
        done = cli.Result(subprocess.run([TARE, *words], cwd=self.folder, env=env, stdin=subprocess.DEVNULL,
                                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT_S))
        paths = [(path, os.path.join(self.folder, path)) for path in everything(self.folder)]
        return done, {path: read(whole) for path, whole in paths if os.path.isfile(whole)}

    def n_asked(self):
        return int(read(self.env['TARE_FAILING_COUNT']))


def chosen(n):
    if n <= MOST_RUNS:
        return range(1, n + 1)
    first = MOST_RUNS // 3
    step = (n - first) / (MOST_RUNS - first)
    return list(range(1, first)) + [int(first + i * step) for i in range(MOST_RUNS - first)] + [n]


def wrong_with(words, done, files, good, before, after):
    """What is wrong with one run; '' when nothing is."""
    if done.status not in (0, 1, 2):
        return 'crashed'
    if done.status == 0 and words[0] == 'complete':  # a shell is offered less, and disturbed by nothing
        return '' if files == before else 'wrote something'
    files = {path: text for path, text in files.items() if '.lv2.' not in path}  # taken away the next time
    if done.status == 0:
        if done.out != good.out or files != after:
            return 'did something else and did not say so'
        return ''
    if 'memory' not in done.err and words[0] not in CAREFUL:
        return 'does not say that memory was short'
    if any(files.get(path) not in (text, after.get(path)) for path, text in before.items()):
        return 'lost a file'
    if any(text != after.get(path) and text != before.get(path) for path, text in files.items()):
        return 'left something behind'
    return ''


def starve(words, preload):
    """Returns how often a command was run, and what went wrong."""
    place = Place('-'.join(words).replace('/', '-'), preload)
    before = place.run(BEFORE.get(words[0], 'version').split(), 0)[1]
    place.given = before
    good, after = place.run(words, 0)
    n = place.n_asked()
    if good.status != 0 or n < 1:
        return 0, ['%s: %r, %d allocations' % (words, good, n)]
    wrong = []
    for failing in chosen(n):
        done, files = place.run(words, failing)
        why = wrong_with(words, done, files, good, before, after)
        if why:
            wrong.append('%s: allocation %d of %d: %s: %r' % (words, failing, n, why, done))
    return len(chosen(n)), wrong


def test_each_allocation_of_the_program_fails_once():
    if os.environ.get('TARE_SANITIZE'):
        raise cli.Skip('sanitizers have allocations of their own')
    preload = library()
    os.mkdir('counts')
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        ended = list(pool.map(lambda command: starve(command.split(), preload), COMMANDS))
    print(sum(n for n, _ in ended), 'runs')
    wrong = [each for _, found in ended for each in found]
    assert not wrong, '%d of them:\n%s' % (len(wrong), '\n'.join(wrong[:40]))


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_memory', globals()))
