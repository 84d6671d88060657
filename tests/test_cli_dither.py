"""What `tare render` does with the last bit: no distortion, no noise in silence, nothing lost."""

import array
import math
import random
import sys
import wave

from helpers import cli
from helpers.cli import done, tare

RATE = 48000


def needs_sndfile():
    if 'without libsndfile' in tare('render', 'a', 'b', '--model', 'acme').err:
        raise cli.Skip('built without libsndfile')


def write_pcm(path, samples, width=2, channels=1):
    with wave.open(path, 'wb') as file:
        file.setparams((channels, width, RATE, 0, 'NONE', ''))
        file.writeframes(b''.join(x.to_bytes(width, 'little', signed=True) for x in samples))


def read_pcm(path):
    with wave.open(path, 'rb') as file:
        width, data = file.getsampwidth(), file.readframes(file.getnframes())
    assert width == 2
    return array.array('h', data)


def level_db(samples, freq):
    """Of a sine, full scale of 16 bits being 0 dB."""
    n = len(samples)
    parts = [sum(x * f(2 * math.pi * freq * i / RATE) for i, x in enumerate(samples))
             for f in (math.sin, math.cos)]
    return 20 * math.log10(max(2 * math.hypot(*parts) / n / 32768, 1e-12))


def faint_tone(freq, level, n):
    """A tone without distortion of its own, as dither leaves it."""
    noise = random.Random(7)
    return [round(32768 * 10 ** (level / 20) * math.sin(2 * math.pi * freq * i / RATE)
                  + noise.random() - noise.random()) for i in range(n)]


def test_faint_tones_have_no_harmonics():
    needs_sndfile()
    for freq in [500, 1000]:
        write_pcm('in.wav', faint_tone(freq, -68, RATE))
        done('render', '--model', 'beta-flat/anna', '--preamp', '-30', 'in.wav', 'out.wav',
             '--force')
        out = read_pcm('out.wav')
        assert abs(level_db(out, freq) + 98) < 1, level_db(out, freq)
        for harmonic in [2, 3, 5, 7]:
            assert level_db(out, harmonic * freq) < -118, (freq, harmonic)


def test_silence_stays_silent():
    needs_sndfile()
    loud = faint_tone(1000, -6, 4800)
    write_pcm('in.wav', [0] * 9600 + loud + [0] * 24000)
    done('render', '--model', 'acme-one/review', '--preamp', '-3.3', 'in.wav', 'out.wav')
    out = read_pcm('out.wav')
    assert not any(out[:9600]) and any(out[9600:14400])
    assert not any(out[-19200:]), 'the end of the ringing has no noise'


def test_what_needs_no_rounding_stays():
    needs_sndfile()
    samples = [(i * 7919) % 65536 - 32768 for i in range(4001)]
    for channels in [1, 2]:
        write_pcm('in.wav', samples[:4000], channels=channels)
        done('render', '--model', 'beta-flat/anna', 'in.wav', 'out.wav', '--force')
        assert list(read_pcm('out.wav')) == samples[:4000]
    write_pcm('in.wav', [x & ~1 for x in samples])
    result = tare('render', '--model', 'beta-flat/anna', '--preamp', '%.10f' % (-20 * math.log10(2)),
                  'in.wav', 'half.wav')
    assert result.status == 0, result
    worst = max(abs(a - (b >> 1)) for a, b in zip(read_pcm('half.wav'), samples))
    assert worst <= 2, worst


def test_dither_is_the_same_noise_each_time_and_not_twice_in_a_row():
    needs_sndfile()
    write_pcm('in.wav', faint_tone(1000, -40, 4801))
    for name in ['a.wav', 'b.wav']:
        done('render', '--model', 'beta-flat/anna', '--preamp', '-1', 'in.wav', name)
    first, again = read_pcm('a.wav'), read_pcm('b.wav')
    assert first == again and len(first) == 4801
    gain = 10 ** (-1 / 20)
    errors = [x - gain * y for x, y in zip(first, read_pcm('in.wav'))]
    mean = sum(errors) / len(errors)
    power = sum((x - mean) ** 2 for x in errors) / len(errors)
    assert abs(mean) < 0.05 and 0.15 < power < 0.35, (mean, power)  # 1/12 of rounding, 1/6 of dither
    shifted = sum(a * b for a, b in zip(errors, errors[1:])) / len(errors)
    assert abs(shifted) < 0.05 * power * 3, shifted


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_dither', globals()))
