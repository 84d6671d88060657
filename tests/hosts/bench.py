"""What all tests of hosts have in common: sounds, a correction, the programs, and what is heard."""

import json
import os
import shutil
import subprocess
import sys

from helpers import loudness, wav
from helpers.cli import Failure, Skip

SOURCE, BUILD = os.environ['TARE_SOURCE_DIR'], os.environ['TARE_BUILD_DIR']
MODEL = 'tare-test-bench/hosts'
RATE = 48000
NULL_DB = -120.0
OFF_DB = -140.0
MATCH_LU = 0.2


def need(*programs):
    missing = [name for name in programs if not shutil.which(name)]
    if missing:
        raise Skip('%s is not installed' % ', '.join(missing))


def environment():
    return dict(os.environ, LV2_PATH=os.path.join(BUILD, 'lv2'), PYTHON=sys.executable,
                LADSPA_PATH=os.path.join(BUILD, 'ladspa'), GST_REGISTRY=path('gst-registry'),
                TARE_CATALOGUE=os.path.join(SOURCE, 'tests', 'data', 'hosts'))


def run(*command, env=None, cwd=None):
    """Runs a program, gives what it printed."""
    try:
        done = subprocess.run(command, env=env or environment(), cwd=cwd, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    except subprocess.TimeoutExpired:
        raise Failure('%s took longer than two minutes' % command[0])
    text = done.stdout.decode(errors='replace')
    if done.returncode:
        raise Failure('%s ended with status %d:\n%s' % (command[0], done.returncode, text[-2000:]))
    return text


def tare(*arguments):
    return run(os.path.join(BUILD, 'tare'), *arguments)


def path(name):
    """Of a file in the folder of the tests, which is where they run."""
    return os.path.abspath(name)


def shown():
    return json.loads(tare('show', MODEL, '--json'))


def controls(mono=False, enabled=1, compare=0):
    """The correction as (symbol, value) in the order of ports, all of them."""
    correction = shown()
    values = [('enabled', enabled), ('compare', compare), ('strength', 100), ('bass', 0),
              ('treble', 0), ('tilt', 0), ('manual_preamp', 0), ('preamp', correction['preamp_db']),
              ('reference_rate', 0)]
    types = ['peak', 'low_shelf', 'high_shelf', 'low_pass', 'high_pass', 'notch', 'band_pass',
             'all_pass']
    flat = {'type': 'peak', 'freq_hz': 1000, 'gain_db': 0, 'q': 1, 'channel': 'both'}
    for k in range(20):
        band = correction['bands'][k] if k < len(correction['bands']) else flat
        values += [('type_%d' % (k + 1), types.index(band['type'])),
                   ('freq_%d' % (k + 1), band['freq_hz']),
                   ('gain_%d' % (k + 1), band['gain_db']), ('q_%d' % (k + 1), band['q'])]
        if not mono:
            values.append(('channel_%d' % (k + 1),
                           ['both', 'left', 'right'].index(band['channel'])))
    return values


def heard_folder():
    """Where what was measured is told to the matrix of hosts."""
    return os.path.join(BUILD, 'tests', 'heard')


def note(host, residue_db):
    """Tells the matrix how far a host is from the render."""
    os.makedirs(heard_folder(), exist_ok=True)
    with open(os.path.join(heard_folder(), host), 'w') as file:
        file.write('%.2f\n' % residue_db)


def check(name, limit_db=NULL_DB, wanted='wanted.wav'):
    residue = wav.compare(path(wanted), path(name))
    print('     %s: %.1f dB' % (name, residue))
    if residue > limit_db:
        raise Failure('%s differs by %.1f dB; at most %.0f dB was expected'
                      % (name, residue, limit_db))
    return residue


def check_loudness(name, limit_lu=MATCH_LU):
    difference = loudness.of_file(path(name)) - loudness.of_file(path('wanted-pink.wav'))
    print('     %s: %+.2f LU' % (name, difference))
    if not abs(difference) <= limit_lu:
        raise Failure('%s is louder by %.2f LU than the correction' % (name, difference))


def check_host(name, play):
    """`play(in_wav, out_wav, switches)` plays a file with the correction; `switches` are values of
    `enabled` and `compare`, and empty where both are as they are by default. Off counts more."""
    play(path('in.wav'), path(name + '.wav'), {})
    note(name, check(name + '.wav'))
    play(path('in.wav'), path(name + '-off.wav'), {'enabled': 0, 'compare': 1})
    check(name + '-off.wav', OFF_DB, wanted='in.wav')
    play(path('pink.wav'), path(name + '-compare.wav'), {'compare': 1})
    check_loudness(name + '-compare.wav')


def installed_preset():
    """Installs the correction for a user whose LV2 folder lies beside the built bundle; gives the
    LV2_PATH and the preset's URI."""
    folder = path('user-lv2')
    tare('install', MODEL, '--dir', folder)
    env = dict(environment(), LV2_PATH=os.path.join(BUILD, 'lv2') + ':' + folder)
    return env, 'urn:tare:preset:tare--test-bench--tare--hosts--installed'


def make_sounds():
    """Noise and pink noise, and what the correction makes of them."""
    wav.write(path('in.wav'), wav.noise(3, RATE), RATE)
    tare('render', path('in.wav'), path('wanted.wav'), '--model', MODEL)
    wav.write(path('pink.wav'), wav.pink(6, RATE), RATE)
    tare('render', path('pink.wav'), path('wanted-pink.wav'), '--model', MODEL)
