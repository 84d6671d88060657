"""Sound through the PipeWire of pipewire.py, sample by sample: playing and recording, the response
of what lies between, and samples that were lost on the way."""

import array
import cmath
import math
import os
import random
import subprocess
import time

from helpers import wav
from hosts.pipewire import Failure


def play_and_record(session, in_wav, play_target, record_sink, out_wav):
    """Plays a float32 WAV file of the session's rate into a sink (None: the default) and
    records what reaches another. Both must begin as marked() does: the recording is cut so
    that each frame of it stands where it stood in the file."""
    wanted, rate = wav.read(in_wav)
    if rate != session.rate:
        raise ValueError('%s is at %d Hz, the session at %d' % (in_wav, rate, session.rate))
    raw = os.path.join(session.folder, session.new_name('raw') + '.wav')
    recorder = Recorder(session, record_sink, raw, len(wanted))
    seconds = len(wanted[0]) / rate
    player = Player(session, in_wav, play_target)
    player.finish(seconds + 10)
    time.sleep(0.1 + 8 * session.quantum / session.rate)
    got = recorder.stop()
    os.remove(raw)
    start = min(map(first, got)) - min(map(first, wanted))
    if min(map(first, got)) == len(got[0]):
        raise Failure('nothing of %s reached %s\n%s' % (in_wav, record_sink, session.logs()))
    n = len(wanted[0])
    frames = array.array('f', bytes(4 * n * len(got)))
    for c, samples in enumerate(got):
        part = samples[max(start, 0):max(start + n, 0)]
        lead = max(-start, 0)
        frames[lead * len(got) + c:(lead + len(part)) * len(got):len(got)] = part
    wav.write(out_wav, frames, rate, len(got))


def first(samples):
    """The first sample that is not silent, or how many there are."""
    return next((i for i, x in enumerate(samples) if abs(x) > 1e-9), len(samples))


class Recorder:
    """Records what a sink plays, from before the constructor returns until stop()."""

    def __init__(self, session, sink, path, channels=2):
        self.session, self.path = session, path
        self.name = session.new_name('recorder')
        self.process = session.spawn(
            'pw-record', '--target', sink, '--format', 'f32', '--channels', str(channels),
            '--rate', str(session.rate), '-P', '{ stream.capture.sink = true'
            ' node.dont-reconnect = true node.name = %s state.restore-props = false }' % self.name,
            path)
        session.wait_until(lambda: (sink, self.name) in session.links(), 5,
                           'the recorder of %s' % sink)
        session.wait_until(self.size, 5, 'the first samples of %s' % sink)

    def size(self):
        return os.path.exists(self.path) and os.path.getsize(self.path) > 100

    def stop(self):
        """Gives the samples of each channel."""
        self.process.terminate()
        self.process.wait(10)
        return wav.read(self.path)[0]


class Player:
    """Plays a WAV file, into a sink or the default, until its end, finish() or stop()."""

    def __init__(self, session, path, target=None):
        self.session = session
        self.name = session.new_name('player')
        words = ['--target', target] if target else []
        self.process = session.spawn(
            'pw-play', *words, '-P', '{ node.name = %s state.restore-props = false'
            ' state.restore-target = false }' % self.name, path)

    def linked(self):
        """The sinks it plays into."""
        return {sink for player, sink in self.session.links() if player == self.name}

    def finish(self, timeout):
        try:
            status = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)
            raise Failure('the player did not end\n%s' % self.session.logs())
        if status:
            raise Failure('the player ended with status %d\n%s' % (status, self.session.logs()))

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


# Exact measurements.

MARK_SECONDS = 0.125


def marked(frames, rate, channels=2, level=0.25):
    """Silence, one sample of `level` in each channel, silence, then the frames: whatever filter it
    goes through, the first sample that is heard is known."""
    silent = array.array('f', bytes(4 * channels * int(MARK_SECONDS * rate)))
    return silent + array.array('f', [level] * channels) + silent + frames


def write_impulse(path, rate, seconds=2.0, channels=2, level=0.25):
    """What response() measures with: one sample, then silence in which a filter rings down."""
    wav.write(path, marked(array.array('f', bytes(4 * channels * int(seconds * rate))), rate,
                           channels, level), rate, channels)


def spectrum(samples, freq_hz, rate):
    """The Fourier transform of a finite signal at any frequency, exactly."""
    begin, end = first(samples), len(samples)
    while end > begin and samples[end - 1] == 0.0:
        end -= 1
    step, sum_ = cmath.exp(-2j * math.pi * freq_hz / rate), 0j
    for x in reversed(samples[begin:end]):
        sum_ = sum_ * step + x
    return sum_ * cmath.exp(-2j * math.pi * freq_hz * begin / rate)


def response(in_wav, out_wav):
    """A function of a frequency that gives the gain of each channel in dB: the quotient of the two
    spectra. With the whole of the ringing recorded this is exact for every linear filter."""
    played, rate = wav.read(in_wav)
    heard, heard_rate = wav.read(out_wav)
    if rate != heard_rate or len(played) != len(heard):
        raise ValueError('%s and %s differ in form' % (in_wav, out_wav))

    def gains_db(freq_hz):
        return [20 * math.log10(abs(spectrum(y, freq_hz, rate)) / abs(spectrum(x, freq_hz, rate))
                                + 1e-15) for x, y in zip(played, heard)]
    return gains_db


# Lost samples.

PERIOD = 10007  # no multiple of a quantum, so that whole lost quanta show


def noise_period(seed=1, level_db=-20.0):
    """One period of white noise, in 32-bit floats."""
    source = random.Random(seed)
    scale = 10 ** (level_db / 20) * math.sqrt(3)
    return array.array('f', (scale * source.uniform(-1, 1) for _ in range(PERIOD)))


def write_noise(path, rate, seconds):
    """A long file of periodic noise, different in each channel; gives the period of each."""
    periods = [noise_period(seed) for seed in (1, 2)]
    frames = array.array('f', bytes(8 * PERIOD))
    frames[0::2], frames[1::2] = periods
    wav.write(path, frames * math.ceil(seconds * rate / PERIOD), rate)
    return periods


def fft(values):
    """The discrete Fourier transform of a power of two of values."""
    n = len(values)
    if n == 1:
        return values
    even, odd = fft(values[0::2]), fft(values[1::2])
    turned = [cmath.exp(-2j * math.pi * k / n) * x for k, x in enumerate(odd)]
    return [a + b for a, b in zip(even, turned)] + [a - b for a, b in zip(even, turned)]


class Continuity:
    """Finds where a recording stops being the periodic noise that was played, be it corrected: the
    recording of each block is compared with what must stand there. A correction leaves a block of
    white noise like itself as long as it does not take away most of the band; any other part of
    the noise is not like it."""

    WINDOW = 4096
    LIKE = 0.3

    def __init__(self, period, block=512):
        self.period, self.block = list(period), block
        n = 1
        while n < len(period) + self.WINDOW:
            n *= 2
        self.n = n
        self.spectrum = fft((self.period * (1 + n // len(period)))[:n])

    def place(self, samples):
        """Where in the period a stretch of WINDOW samples begins, and how like it is."""
        part = list(samples) + [0.0] * (self.n - len(samples))
        product = [a * b.conjugate() for a, b in zip(self.spectrum, fft(part))]
        lags = [z.real for z in fft([z.conjugate() for z in product])[:len(self.period)]]
        best = max(range(len(lags)), key=lags.__getitem__)
        return best, self.likeness(samples, best)

    def likeness(self, samples, place):
        """The correlation of a stretch with the period from a place on, from -1 to 1."""
        n = len(samples)
        wanted = (self.period * (1 + (place + n) // len(self.period)))[place:place + n]
        power = sum(x * x for x in samples) * sum(x * x for x in wanted)
        return sum(map(float.__mul__, samples, wanted)) / math.sqrt(power) if power else 0.0

    def faults(self, recorded):
        """A list of (sample, what) for each fault between the first sound and the last; what is
        'silent n', 'shift n' (n lost, or repeated when negative) or 'unlike'."""
        begin, end = first(recorded), len(recorded)
        while end > begin and recorded[end - 1] == 0.0:
            end -= 1
        samples = list(recorded[begin:end])
        if len(samples) < 2 * self.WINDOW:
            raise Failure('only %d samples were recorded' % len(samples))
        found = [(begin + at, 'silent %d' % n) for at, n in silences(recorded[begin:end])]
        place, like = self.place(samples[:self.WINDOW])
        if like < self.LIKE:
            found.append((begin, 'unlike'))
        length, quiet = len(self.period), False
        for at in range(0, len(samples) - self.WINDOW, self.block):
            part = samples[at:at + self.block]
            if self.likeness(part, (place + at) % length) >= self.LIKE:
                quiet = False
                continue
            if not any(part):
                continue
            now, like = self.place(samples[at + self.block:at + self.block + self.WINDOW])
            shift = (now - (place + at + self.block) + length // 2) % length - length // 2
            if like >= self.LIKE and shift:
                found.append((begin + at, 'shift %d' % shift))
                place, quiet = (place + shift) % length, False
            elif not quiet:
                found.append((begin + at, 'unlike'))
                quiet = True
        return sorted(found)


def silences(samples, shortest=16):
    """(place, length) of every run of exact zeros, which noise does not have."""
    content, found, at = samples.tobytes(), [], 0
    while True:
        at = content.find(bytes(4 * shortest), at)
        if at < 0:
            return found
        begin = end = -(-at // 4)
        while end < len(samples) and samples[end] == 0.0:
            end += 1
        found.append((begin, end - begin))
        at = 4 * end
