"""What the program answers for 200 corrections and what the bundle says, as digests in
data/golden/digests.txt: whoever moves code without wanting to change sound or words looks here.

    golden.py make     notes today's answers; only when they are meant to change
    golden.py check    names every answer that is not the noted one

The environment names the folders: TARE_SOURCE_DIR, TARE_BUILD_DIR. A digest of rendered noise holds
for processors that run the same kernel, so that its line names the kernel's instructions.
"""

import concurrent.futures
import functools
import glob
import hashlib
import json
import os
import subprocess
import sys
import tempfile

from helpers import wav

SOURCE = os.environ['TARE_SOURCE_DIR']
BUILD = os.environ['TARE_BUILD_DIR']
TARE = os.path.join(BUILD, 'tare')
DIGESTS = os.path.join(SOURCE, 'tests', 'data', 'golden', 'digests.txt')
RATES = [44100, 48000, 96000, 192000]
FORMATS = ['apo', 'pipewire-ladspa', 'pipewire-lv2']
N_CORRECTIONS = 200
NOISE_S = 0.5


@functools.lru_cache
def kernel():
    """Whose instructions the core's loops are made of here."""
    program = os.path.join(os.environ['TARE_BUILD_DIR'], 'tests', 'test_processor')
    name = subprocess.run([program, 'print'], stdout=subprocess.PIPE, check=True).stdout
    return '%s-%s' % (os.uname().machine, name.decode().strip())


def output(*arguments):
    """What the program prints with the catalogue of the sources; it must end well."""
    env = dict(os.environ, TARE_CATALOGUE=os.path.join(SOURCE, 'presets', 'catalogue'),
               HOME=os.getcwd())
    done = subprocess.run([TARE, *arguments], env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, check=True)
    return done.stdout


def digest(content):
    return hashlib.sha256(content).hexdigest()[:16]


def corrections():
    """Ids spread over the catalogue, in its order."""
    models = json.loads(output('list', '--json'))
    ids = sorted(each['id'] for model in models for each in model['corrections'])
    step = len(ids) / N_CORRECTIONS
    return [ids[int(i * step)] for i in range(N_CORRECTIONS)]


def rendered(correction, rate):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'rendered.wav')
        output('render', 'noise-%d.wav' % rate, path, '--model', correction)
        with open(path, 'rb') as file:
            return file.read()


def answers(correction):
    """Yields name and content of each answer about a correction."""
    yield 'show', output('show', correction, '--json')
    for name in FORMATS:
        yield name, output('export', correction, '--format', name)
    for rate in RATES:
        yield 'response-%d' % rate, output('response', correction, '--rate', str(rate),
                                           '--points', '64')
        yield 'render-%d-%s' % (rate, kernel()), rendered(correction, rate)


def digests_of(correction):
    try:
        return {(correction, name): digest(content) for name, content in answers(correction)}
    except subprocess.CalledProcessError:
        return {(correction, 'show'): 'refused'}  # the catalogue does not have it any more


def digests_of_bundle():
    found = {}
    for path in sorted(glob.glob(os.path.join(glob.escape(BUILD), 'lv2', 'tare.lv2', '*.ttl'))):
        with open(path, 'rb') as file:
            # serd ends a file with an empty line or, from 0.32 on, without
            found['tare.lv2', os.path.basename(path)] = digest(file.read().rstrip())
    return found


def digests(ids):
    """All digests for these corrections, by correction and name; works in the current folder."""
    for rate in RATES:
        wav.write('noise-%d.wav' % rate, wav.noise(NOISE_S, rate), rate)
    found = digests_of_bundle()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for some in pool.map(digests_of, ids):
            found.update(some)
    return found


def noted():
    """What digests.txt says, by correction and name."""
    with open(DIGESTS, encoding='utf-8') as file:
        lines = [line.split() for line in file if not line.startswith('#')]
    return {(correction, name): value for correction, name, value in lines}


def differences(ids):
    """Names the answers about these corrections and the bundle that are not as noted."""
    old = {key: value for key, value in noted().items() if key[0] in ids or key[0] == 'tare.lv2'}
    new = digests(ids)
    here = 'render-%d-' + kernel()
    known = {key for key in old if not key[1].startswith('render-')
             or key[1] in [here % rate for rate in RATES]}
    new = {key: value for key, value in new.items() if key in old or 'render-' not in key[1]}
    return ['%s: %s' % key for key in sorted(known | set(new)) if old.get(key) != new.get(key)]


def noted_ids():
    return sorted({correction for correction, _ in noted()} - {'tare.lv2'})


def make():
    """Lines of renderings by other kernels stay: they can be made only where those run."""
    found = digests(corrections())
    here = 'render-%d-' + kernel()
    others = {key: value for key, value in noted().items()
              if key[1].startswith('render-') and key[1] not in [here % rate for rate in RATES]
              and key[0] in {correction for correction, _ in found}}
    found.update({**others, **found})
    lines = ['%s %s %s' % (*key, value) for key, value in sorted(found.items())]
    with open(DIGESTS, 'w', encoding='utf-8') as file:
        file.write('# correction, answer, first half of its SHA-256: made by tests/golden.py\n')
        file.write('\n'.join(lines) + '\n')


def main(words):
    if words not in (['make'], ['check']):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        if words == ['make']:
            make()
            return 0
        found = differences(noted_ids())
    print('\n'.join(found) if found else 'all answers are as noted')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
