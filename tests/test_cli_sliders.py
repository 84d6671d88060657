"""Presets for the sliders of players' equalisers, played by models of these players' filters, sample
by sample as their sources have them (Audacious: libaudcore/equalizer.cc; VLC:
modules/audio_filter/equalizer.c), and by VLC itself."""

import cmath
import math
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

from helpers import cli, wav
from helpers.cli import Skip, done, refused, tare, write

BANDS_HZ = [31.25 * 2 ** k for k in range(10)]
FREQS_HZ = [20.0 * 1000.0 ** (i / 120.0) for i in range(121)]
N_TAPS = 12000
HEAD = 'id acme-one/anna\nbrand Acme\nmodel One\nkind user\nrate 44100\npreamp -9\n'
CASES = {
    'one': 'low_shelf 105 5.5 0.7\npeak 220 -3.1 1.41\npeak 1800 -4.2 2.5\npeak 5500 3.3 2\n'
           'high_shelf 11000 -3.5 0.7\n',
    'two': 'peak 3000 6 1\nlow_shelf 60 -4 0.7\n',
    'flat': 'peak 1000 0 1\n',
    'deep': 'low_shelf 2000 -24 0.7\npeak 8000 12 0.7\n',
    'high': 'low_shelf 200 14 0.7\n'}


def play_audacious(sliders, rate_hz):
    """What an impulse becomes: one filter behind the other, each of which adds to what it gets."""
    q, sounds = 1.2247449, [1.0] + [0.0] * (N_TAPS - 1)
    for band_hz, gain_db in zip(BANDS_HZ, sliders):
        if band_hz > rate_hz / (2.005 * q):
            continue
        th = 2 * math.pi * band_hz / rate_hz
        c = (1 - math.tan(th * q / 2)) / (1 + math.tan(th * q / 2))
        a0, a1, b0, b1 = (1 + c) * math.cos(th), -c, (1 - c) / 2, -1.005
        more, wq0, wq1 = 10 ** (gain_db / 20) - 1, 0.0, 0.0
        for i, y in enumerate(sounds):
            w = y * b0 + wq0 * a0 + wq1 * a1
            sounds[i] = y + (w + wq1 * b1) * more
            wq1, wq0 = wq0, w
    return sounds


def play_vlc(sliders, rate_hz):
    """The same of VLC: all side by side."""
    preamp_db, gains_db = sliders
    sounds = [0.25] + [0.0] * (N_TAPS - 1)
    octave = math.sqrt(2)
    for band_hz, gain_db in zip(BANDS_HZ, gains_db):
        if band_hz > rate_hz / 2:
            continue
        theta1 = 2 * math.pi * band_hz / rate_hz
        theta2 = theta1 / octave
        prd = math.sin(theta2 * (octave + 1) / 2) * math.sin(theta2 * (octave - 1) / 2)
        den = math.sin(theta2) / 2 + prd
        alpha, beta = prd / den, (math.sin(theta2) / 2 - prd) / den
        gamma = math.sin(theta2) * math.cos(theta1) / den
        amp, y0, y1 = 0.25 * (10 ** (gain_db / 20) - 1), 0.0, 0.0
        for i in range(N_TAPS):
            x = (i == 0) - (i == 2)
            y = alpha * x + gamma * y0 - beta * y1
            y1, y0 = y0, y
            sounds[i] += y * amp
    return [10 ** (preamp_db / 20) * sound for sound in sounds]


def levels(taps, rate_hz):
    found = []
    for freq_hz in FREQS_HZ:
        z, sum_ = cmath.exp(-2j * math.pi * freq_hz / rate_hz), 0
        for tap in reversed(taps):
            sum_ = sum_ * z + tap
        found.append(20 * math.log10(max(abs(sum_), 1e-9)))
    return found


def read_audacious(text):
    lines = [line for line in text.splitlines() if not line.startswith('#')]
    assert lines[:2] == ['[Equalizer preset]', 'Preamp=0'], text
    assert [line.split('=')[0] for line in lines[2:]] == ['Band%d' % k for k in range(10)], text
    gains_db = [int(line.split('=')[1]) for line in lines[2:]]
    assert all(abs(gain_db) <= 12 for gain_db in gains_db), gains_db
    return gains_db


def read_vlc(text):
    words = shlex.split(text, comments=True)
    assert words[:3] == ['--audio-filter=equalizer', '--no-equalizer-vlcfreqs',
                         '--no-equalizer-2pass'], words
    preamp_db = float(re.fullmatch(r'--equalizer-preamp=(-?\d+\.\d)', words[3]).group(1))
    gains_db = re.fullmatch(r'--equalizer-bands=((?:-?\d+\.\d ?){10})', words[4]).group(1)
    gains_db = [float(gain_db) for gain_db in gains_db.split()]
    assert all(abs(value) <= 20 for value in [preamp_db] + gains_db), words
    return preamp_db, gains_db


def response(path, rate_hz):
    rows = done('response', '--file', path, '--rate', str(rate_hz), '--at',
                ','.join('%.6f' % freq_hz for freq_hz in FREQS_HZ)).splitlines()[1:]
    return [float(row.split(',')[1]) for row in rows]


def off(found, wanted):
    """Off but for one level: rms, and how far it is at most."""
    errors = [f - w for f, w in zip(found, wanted)]
    mean = sum(errors) / len(errors)
    errors = [error - mean for error in errors]
    return math.sqrt(sum(error ** 2 for error in errors) / len(errors)), max(map(abs, errors))


def told(text):
    found = re.search(r'sliders are set for filters at (\d+) Hz: rms ([\d.]+) dB off, at most '
                      r'([\d.]+) dB at', text)
    assert found, text
    return tuple(map(float, found.groups()))


def loud(text):
    """How much it is too loud, as it is told."""
    found = re.search(r'the preamp is (\S+) dB, as it cannot be lower there; expected (\S+) dB', text)
    return float(found.group(1)) - float(found.group(2)) if found else 0.0


def check(form, read, play, name, rate_hz, bound_db):
    write(name + '.tare', HEAD + CASES[name])
    result = tare('export', '--file', name + '.tare', '-F', form, '--rate', '%d' % rate_hz)
    assert result.status == 0, result
    sliders = read(result.out)
    wanted = response(name + '.tare', rate_hz)
    found = levels(play(sliders, rate_hz), rate_hz)
    where = (form, name, rate_hz, sliders, result.err, off(found, wanted))
    rate_told, *errors = told(result.err)
    assert rate_told == rate_hz, where
    assert all(abs(a - b) <= 0.02 for a, b in zip(errors, off(found, wanted))), where
    assert errors[0] <= bound_db, where
    assert -0.15 <= loud(result.err) - (max(found) - max(max(wanted), 0)), where
    return sliders, wanted


def test_audacious():
    for name, bound_db in ('one', 0.9), ('two', 0.9), ('flat', 0.01), ('deep', 3.5), ('high', 0.9):
        check('audacious', read_audacious, play_audacious, name, 48000, bound_db)
    for rate_hz in 44100, 96000:
        check('audacious', read_audacious, play_audacious, 'two', rate_hz, 0.9)


def test_vlc():
    for name, bound_db in ('one', 0.7), ('two', 0.7), ('flat', 0.01), ('deep', 3.5), ('high', 0.7):
        sliders, _ = check('vlc', read_vlc, play_vlc, name, 48000, bound_db)
        assert sliders == (12.0, [0] * 10) or name != 'flat', sliders
    for rate_hz in 44100, 96000:
        check('vlc', read_vlc, play_vlc, 'one', rate_hz, 0.7)


def at(levels_db, freq_hz):
    return levels_db[round(120 * math.log(freq_hz / 20) / math.log(1000))]


def test_sliders_are_not_set_to_the_curve():
    """They overlap: what is fitted comes nearer than the level that is wished at each slider does."""
    for name in 'one', 'two', 'high':
        fitted, wanted = check('vlc', read_vlc, play_vlc, name, 48000, 0.7)
        shown = [at(wanted, freq_hz) for freq_hz in BANDS_HZ]
        mean = sum(shown) / 10
        shown = [level - mean for level in shown]
        for found, plain in [(play_vlc(fitted, 48000), play_vlc((0, shown), 48000)),
                             (play_audacious(check('audacious', read_audacious, play_audacious, name,
                                                   48000, 0.9)[0], 48000),
                              play_audacious(shown, 48000))]:
            assert off(levels(found, 48000), wanted)[0] < 0.75 * off(levels(plain, 48000), wanted)[0]


def test_sides_are_refused():
    write('sides.tare', HEAD + 'peak 1000 3 1 left\n')
    for form in 'audacious', 'vlc':
        refused('export', '--file', 'sides.tare', '-F', form, status=1,
                says='left and right differ; expected')


def play_in_vlc(words, in_wav, out_wav):
    """Its program refuses to run as root, so it runs as nobody in a folder for everybody."""
    user = ['setpriv', '--reuid=65534', '--clear-groups'] if os.geteuid() == 0 else []
    subprocess.run([*user, 'cvlc', '-I', 'dummy', '--no-video', *words, '--aout=afile',
                    '--audiofile-file=' + out_wav, '--audiofile-format=float32', in_wav, 'vlc://quit'],
                   env=dict(os.environ, HOME=os.path.dirname(out_wav)), stdin=subprocess.DEVNULL,
                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=True)


def test_vlc_itself():
    """An impulse through VLC is what the model makes of it, but for the ends, where VLC resamples to
    its own clock and the recording is cut."""
    if not shutil.which('cvlc'):
        raise Skip('VLC is not installed')
    write('one.tare', HEAD + CASES['one'])
    text = tare('export', '--file', 'one.tare', '-F', 'vlc').out
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        in_wav, out_wav = (os.path.join(folder, name) for name in ('in.wav', 'out.wav'))
        wav.write(in_wav, wav.array.array('f', [0.5 * (i // 2 == 24000) for i in range(4 * 48000)]), 48000)
        play_in_vlc(shlex.split(text, comments=True), in_wav, out_wav)
        channels, rate_hz = wav.read(out_wav)
    assert rate_hz == 48000 and len(channels) == 2
    wanted = levels(play_vlc(read_vlc(text), 48000), 48000)
    for samples in channels:
        middle = max(range(len(samples)), key=lambda i: abs(samples[i]))
        found = levels([2 * x for x in samples[middle - 100:middle + N_TAPS]], 48000)
        for freq_hz, a, b in zip(FREQS_HZ, found, wanted):
            assert abs(a - b) <= 0.05 or freq_hz > 15000, (freq_hz, a, b)


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_sliders', globals()))
