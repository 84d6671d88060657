"""Impulse responses in files of sound, as convolvers take them: fitted by their level, both sides."""

import array
import json
import math
import re
import struct
import sys

from helpers import cli, wav
from helpers.cli import refused, tare, write
from helpers.cookbook import GRID_HZ, coefficients, level_db
from helpers.heard import levels


def filters(rate_hz, shift=0.0):
    return [coefficients('low_shelf', 105, 4.0 + shift, rate_hz, q=0.7),
            coefficients('peak', 250, -3.5, rate_hz, q=1.1),
            coefficients('peak', 3100, 5.0 - shift, rate_hz, q=1.8),
            coefficients('peak', 6200, -6.0, rate_hz, q=4.0),
            coefficients('high_shelf', 9000, -3.0, rate_hz, q=0.7)]


def impulse(sections, n=16384, gain=0.25, at=0):
    samples = [0.0] * n
    samples[at] = gain
    for b0, b1, b2, a0, a1, a2 in sections:
        x1 = x2 = y1 = y2 = 0.0
        for i, x in enumerate(samples):
            y = (b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2) / a0
            x1, x2, y1, y2 = x, x1, y, y1
            samples[i] = y
    return samples


def write_float(path, channels, rate_hz):
    wav.write(path, wav.frames([array.array('f', side) for side in channels]), rate_hz, len(channels))
    return path


def write_integers(path, samples, rate_hz, bits):
    size = bits // 8
    data = b''.join(struct.pack('<i', round(x * (2 ** (bits - 1) - 1)))[:size] for x in samples)
    head = struct.pack('<HHIIHH', 1, 1, rate_hz, rate_hz * size, size, bits)
    return write(path, b'RIFF' + struct.pack('<I', 36 + len(data)) + b'WAVEfmt ' +
                 struct.pack('<I', len(head)) + head + b'data' + struct.pack('<I', len(data)) + data)


def check(path, sections, rate_hz, channel='left', gain_db=20 * math.log10(0.25), bound_db=0.25):
    found, said = levels(path, channel=channel)
    for hz, db in zip(GRID_HZ, found):
        wanted = level_db(sections, hz, rate_hz) + gain_db
        assert abs(db - wanted) <= bound_db, (path, hz, db, wanted, said)
    return said


def test_the_level_is_fitted_and_the_rest_is_told():
    for rate_hz in [44100, 48000, 96000]:
        sections = filters(rate_hz)
        path = write_float('Acme One.wav', [impulse(sections)], rate_hz)
        said = check(path, sections, rate_hz)
        told = re.search(r'becomes (\d+) filters: rms ([\d.]+) dB off it', said)
        assert told and int(told.group(1)) == 20 and float(told.group(2)) < 0.1, said
        assert 'taken by its level, not by its phase' in said, said
    shown = json.loads(tare('show', '--json', '--file', path).out)
    assert shown['id'] == 'acme-one/impulse' and shown['brand'] == 'Acme', shown


def test_sides():
    left, right = filters(48000), filters(48000, 2.0)
    path = write_float('sides.wav', [impulse(left), impulse(right, gain=0.2)], 48000)
    check(path, left, 48000, bound_db=0.8)
    check(path, right, 48000, 'right', 20 * math.log10(0.2), bound_db=0.8)
    same = write_float('same.wav', [impulse(left)] * 2, 48000)
    check(same, left, 48000)
    bands = json.loads(tare('show', '--json', '--file', same).out)['bands']
    assert {band['channel'] for band in bands} == {'both'} and len(bands) == 20, bands


def test_late_linear_and_in_integers():
    sections = filters(44100)
    late = write_float('late.wav', [impulse(sections, at=9000)], 44100)
    check(late, sections, 44100)
    for bits in (16, 24):
        check(write_integers('%d.wav' % bits, impulse(sections), 44100, bits), sections, 44100)
    n = 2048
    spectrum = [10 ** (level_db(sections, max(k, 0.5) * 44100 / n, 44100) / 20)
                for k in range(n // 2 + 1)]
    linear = [sum((1 if k in (0, n // 2) else 2) * spectrum[k] *
                  math.cos(2 * math.pi * k * (i - n // 2) / n) for k in range(n // 2 + 1)) / n / 4
              for i in range(n)]
    found, _ = levels(write_float('linear.wav', [linear], 44100))
    for hz, db in zip(GRID_HZ, found):
        if hz > 60:
            wanted = level_db(sections, hz, 44100) + 20 * math.log10(0.25)
            assert abs(db - wanted) <= 0.3, (hz, db, wanted)


def test_told_by_content():
    sections = filters(48000)
    path = write_float('impulse.txt', [impulse(sections)], 48000)
    check(path, sections, 48000)


def test_what_is_no_impulse_is_refused():
    rate_hz = 48000
    tone = [0.5 * math.sin(0.1 * i) for i in range(48000)]
    cases = [
        (write_float('tone.wav', [tone], rate_hz), 'is no impulse response'),
        (write_float('noise.wav', [wav.noise(1.0, rate_hz, 1)], rate_hz), 'is no impulse response'),
        (write_float('one.wav', [impulse([], 4096), tone[:4096]], rate_hz), 'is no impulse resp'),
        (write_float('long.wav', [impulse([], 300000)], rate_hz), 'too long, or empty'),
        (write_float('empty.wav', [[]], rate_hz), '(empty|cannot be read)'),
        (write_float('silent.wav', [[0.0] * 4096], rate_hz), 'a side is silent'),
        (write_float('half.wav', [impulse([], 4096), [0.0] * 4096], rate_hz), 'a side is silent'),
        (write_float('nan.wav', [[1.0, float('nan')]], rate_hz), 'a sample is no number'),
        (write_float('four.wav', [impulse([], 512)] * 4, rate_hz), 'more than two channels'),
        (write_float('slow.wav', [impulse([], 512)], 16000), 'rate is too low'),
        (write('broken.wav', b'RIFF\x10\x00\x00\x00WAVEfmt \x99'), 'cannot be read'),
    ]
    for path, says in cases:
        refused('show', '--file', path, says=r'%s:1:1: .*%s.*; expected' % (re.escape(path), says))


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_impulse', globals()))
