"""What versions of Tare have written, kept for ever: filter-chains of all kinds, text of the catalogue,
a user's own catalogue. This version reads the same values out of it, and it sounds the same.

What a later version writes is put beside by

    TARE_SOURCE_DIR=. TARE_BUILD_DIR=build python3 -B tests/test_kept_versions.py --keep

in a folder of its number, which is never made anew."""

import json
import math
import os
import shutil
import sys

from helpers import cli
from helpers.cli import done, read, tare, write

KEPT = os.path.join(cli.SOURCE, 'tests', 'data', 'kept', 'versions')
WITHIN_DB = 0.01
KINDS = ['pipewire-lv2', 'pipewire-ladspa', 'pipewire-builtin', 'pipewire-param_eq', 'tare']
OWN = os.path.join('.local', 'share', 'tare')

# Every type of band, sides that differ, a rate of its own, and a name that needs escapes.
CATALOGUE = '''author Tests "of" {names}
licence ISC
kind preset
form over-ear

id kept-one/tests
brand Kept
model One
rate 44100
preamp -6.25
low_shelf 60 5.5 0.7
peak 25 5 1.4, 180 -4.5 0.6, 7600 -6 4
notch 3000 4
high_shelf 9000 -5 0.7

id kept-two/tests
brand Kept
model Two
rate 0
preamp -5
peak 80 4 1
peak 500 -6 1.5 left
peak 3000 5 2 right
'''
IDS = ['kept-one/tests', 'kept-two/tests']
APO = 'Preamp: -3 dB\nFilter 1: ON PK Fc 1000 Hz Gain 3 dB Q 1.25\nFilter 2: ON LSC Fc 90 Hz Gain -2 dB Q 0.7\n'


def curve():
    return ''.join('%d,%.2f\n' % (freq, 4 * math.sin(3 * math.log10(freq)))
                   for freq in range(20, 20001, 40))


def told(*words, env):
    """The values and the sound of a correction, as this version has them."""
    values = json.loads(tare('show', *words, '--json', env=env).out)
    heard = tare('response', *words, '--rate', '48000', '--points', '12', env=env)
    assert heard.status == 0, heard  # where a file says no preamp that is told
    return {'preamp_db': values['preamp_db'], 'bands': values['bands'],
            'reference_rate_hz': values['reference_rate_hz'], 'response': heard.out}


def files(folder):
    """The kept files that stand for a correction, and how the program is asked for each."""
    for i, _ in enumerate(IDS):
        for kind in KINDS:
            name = '%d-%s' % (i + 1, kind)
            if os.path.exists(os.path.join(folder, name)):
                yield name, ['--file', os.path.join(folder, name)], {}


def own(folder):
    """The same for the corrections of the user, whose home is made here."""
    shutil.rmtree('.local', ignore_errors=True)
    shutil.copytree(os.path.join(folder, 'own'), OWN)
    for name in sorted(os.listdir(OWN)):
        first = [line.split()[1] for line in read(os.path.join(OWN, name)).decode().splitlines()
                 if line.startswith('id ')]
        for each in first:
            yield each, [each], {}


def each_told(folder):
    found = {}
    for where in (files, own):
        for name, words, env in where(folder):
            found[name] = told(*words, env=env)
    return found


def keep():
    """Writes what this version writes."""
    folder = os.path.join(KEPT, done('version').split()[1])
    os.makedirs(folder)
    write('catalogue/kept.tare', CATALOGUE)
    env = {'TARE_CATALOGUE': os.path.abspath('catalogue')}
    for i, each in enumerate(IDS):
        for kind in KINDS:
            made = tare('export', each, '--format', kind, '-o',
                        os.path.join(folder, '%d-%s' % (i + 1, kind)), env=env)
            assert made.status == 0 or 'expected pipewire-lv2' in made.err, made  # not each has a notch
    write('Kept Three.txt', APO)
    write('Kept Four.csv', curve())
    for words in (['import', 'Kept Three.txt'], ['add', 'Kept Four.csv', '--form', 'over-ear', '--rig', 'gras']):
        made = tare(*words, env=env)
        assert made.status == 0, made
    shutil.copytree(OWN, os.path.join(folder, 'own'))
    write(os.path.join(folder, 'told.json'), json.dumps(each_told(folder), indent=1, sort_keys=True) + '\n')


def levels(response):
    """Rows of a frequency and the level of each side that differs."""
    return [[float(number) for number in line.split(',')] for line in response.splitlines()[1:]]


def shape(response):
    """Without the preamp, which a plugin that has its own is not told."""
    rows = levels(response)
    return [[level - first for level, first in zip(row[1:], rows[0][1:])] for row in rows]


def check_near(one, other, name):
    for key in ('preamp_db', 'bands', 'reference_rate_hz'):
        assert one[key] == other[key], (name, key, one[key], other[key])
    some, others = levels(one['response']), levels(other['response'])
    assert len(some) == len(others) >= 12, (name, one['response'])
    for row, wanted in zip(some, others):
        assert all(abs(a - b) <= WITHIN_DB for a, b in zip(row, wanted)), (name, row, wanted)


def test_what_versions_wrote_is_read_as_they_read_it():
    versions = sorted(os.listdir(KEPT))
    assert versions
    for version in versions:
        folder = os.path.join(KEPT, version)
        wanted, found = json.loads(read(os.path.join(folder, 'told.json'))), each_told(folder)
        assert found.keys() == wanted.keys() and len(found) >= 9, found.keys() ^ wanted.keys()
        for name, values in found.items():
            check_near(values, wanted[name], (version, name))


def test_what_is_kept_says_what_it_was_made_of():
    """The text of the catalogue, which has every digit, against the files of all kinds."""
    for version in sorted(os.listdir(KEPT)):
        wanted = json.loads(read(os.path.join(KEPT, version, 'told.json')))
        for i, _ in enumerate(IDS):
            exact = shape(wanted['%d-tare' % (i + 1)]['response'])
            for name in filter(lambda each: each.startswith('%d-' % (i + 1)), wanted):
                for row, right in zip(shape(wanted[name]['response']), exact):
                    assert all(abs(a - b) <= 0.1 for a, b in zip(row, right)), (version, name, row, right)


if __name__ == '__main__':
    if sys.argv[1:] == ['--keep']:
        print(cli.run_one('keep', keep))
    else:
        sys.exit(cli.main('test_kept_versions', globals()))
