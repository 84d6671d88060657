"""The demonstration: what a review says of a headphone, as corrected sound from the built plugin."""

import json
import os
import subprocess
import sys

BUILD = os.environ['TARE_BUILD_DIR']
MODEL = 'sony-mdr-ex1000/audioreview'
PRESET = 'urn:tare:preset:sony--mdr-ex1000--from-review-text'


def built(name):
    return os.path.join(BUILD, name)


def shown(path):
    """A path as it is typed in the project's folder, in which the launcher works."""
    return os.path.relpath(path, os.environ['TARE_SOURCE_DIR'])


def tare(*arguments):
    return subprocess.run([built('tare'), *arguments], check=True, stdout=subprocess.PIPE,
                          universal_newlines=True).stdout


def tell_correction():
    """Prints what the review says; returns the band that answers it."""
    correction = json.loads(tare('show', MODEL, '--json'))
    print('\n%(brand)s %(model)s, from a review by %(author)s, %(date)s:' % correction)
    for evidence in correction['evidence']:
        print('  "%s"' % evidence['text'])
    band = correction['bands'][0]
    print('so Tare applies: %(type)s at %(freq_hz)g Hz, %(gain_db)+g dB, Q %(q)g' % band)
    return band


def main():
    for name in ['tare', 'tests/demonstration/demo', 'lv2/tare.lv2/manifest.ttl']:
        if not os.path.exists(built(name)):
            sys.exit('demo: %s was not built; "./wscript configure" says what is missing' % name)
    os.makedirs(built('demo'), exist_ok=True)
    picture, wav = built('demo/sony-mdr-ex1000.png'), built('demo/off-and-on.wav')
    band = tell_correction()
    print('\nThe built LV2 plugin in an LV2 host, level at %g Hz relative to 1 kHz:'
          % band['freq_hz'], flush=True)
    subprocess.run([built('tests/demonstration/demo'), built('lv2/tare.lv2'), PRESET,
                    str(band['freq_hz']), str(band['gain_db']), wav], check=True)
    tare('plot', MODEL, '-o', picture)
    print('\nA picture:  %s' % shown(picture))
    print('A sound:    %s (pink noise, a second without and a second with, in turn)' % shown(wav))
    print('\nNext:')
    for command, what in [(shown(built('tare')) + ' find sony', 'which headphones are known'),
                          (shown(built('tare')) + ' show "mdr ex1000"', 'the correction and why'),
                          ('./wscript install', 'the plugin for Ardour, Carla and all others'),
                          ('./wscript test', 'every test')]:
        print('  %-32s  %s' % (command, what))


if __name__ == '__main__':
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit('demo: %s ended with status %d' % (os.path.basename(error.cmd[0]),
                                                    error.returncode))
