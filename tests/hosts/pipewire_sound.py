"""Sound through the PipeWire of pipewire.py, sample by sample: playing and recording, the response
of what lies between, and samples that were lost on the way."""

import array
import cmath
import math
import os
import random

from helpers import wav
from helpers.cli import Failure
from hosts.patience import PATIENCE_S


def first(samples):
    """The first sample that is not silent, or how many there are."""
    return next((i for i, x in enumerate(samples) if abs(x) > 1e-9), len(samples))


class Recorder:
    """Records what a sink plays, until stop()."""

    def __init__(self, session, sink, channels=2):
        self.session, self.sink, self.channels = session, sink, channels
        self.name = session.new_name('recorder')
        self.path = os.path.join(session.folder, self.name + '.wav')
        self.process = session.spawn(
            'pw-record', '--target', sink, '--format', 'f32', '--channels', str(channels),
            '--rate', str(session.rate), '-P', '{ stream.capture.sink = true'
            ' node.dont-reconnect = true node.name = %s state.restore-props = false }' % self.name,
            self.path)

    def wait(self):
        """Returns when samples come in."""
        self.session.wait_until(lambda: self.n_frames() > 0, 'the first samples of ' + self.sink)
        return self

    def begin(self):
        """Where in the file the samples begin; 0 when that is not yet known."""
        if not os.path.exists(self.path):
            return 0
        with open(self.path, 'rb') as file:
            return file.read(4096).find(b'data') + 8

    def n_frames(self):
        """How many there are by now."""
        begin = self.begin()
        return (os.path.getsize(self.path) - begin) // (4 * self.channels) if begin > 8 else 0

    def latest(self, n):
        """The samples of each channel in the last n frames by now; None when there are less."""
        n_frames = self.n_frames()
        if n_frames < n:
            return None
        samples = array.array('f')
        with open(self.path, 'rb') as file:
            file.seek(self.begin() + 4 * self.channels * (n_frames - n))
            samples.frombytes(file.read(4 * self.channels * n))
        return [samples[c::self.channels] for c in range(self.channels)]

    def end(self):
        self.process.terminate()
        self.process.wait(PATIENCE_S)

    def stop(self):
        """Gives the samples of each channel."""
        self.end()
        return wav.read(self.path)[0]


class Tap(Recorder):
    """Records what a sink really plays: a recorder that the session manager connects hears what comes
    before a smart filter."""

    def __init__(self, session, sink, channels=2):
        self.session, self.sink, self.channels = session, sink, channels
        self.name = session.new_name('tap')
        self.path = os.path.join(session.folder, self.name + '.wav')
        self.process = session.spawn(
            'pw-record', '--format', 'f32', '--channels', str(channels), '--rate', str(session.rate),
            '-P', '{ node.autoconnect = false node.name = %s state.restore-props = false }'
            % self.name, self.path)
        session.wait_until(lambda: session.node(self.name), 'the tap')
        for channel in ['FL', 'FR'][:channels]:
            session.run('pw-link', '%s:monitor_%s' % (sink, channel),
                        '%s:input_%s' % (self.name, channel))


class Player:
    """Plays a WAV file, into a sink or the default, until its end or stop()."""

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

    def has_ended(self):
        status = self.process.poll()
        if status:
            raise Failure('the player ended with status %d\n%s' % (status, self.session.logs()))
        return status == 0

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE_S)


# Exact measurements.

LIKE = 1e-5  # of the largest sample: single precision does not settle further


def repeats(channels):
    """Whether the second half is like the first, and not silent."""
    n = len(channels[0]) // 2
    largest = max(max(map(abs, samples)) for samples in channels)
    return largest > 1e-6 and all(
        abs(a - b) <= LIKE * largest for samples in channels
        for a, b in zip(samples[:n], samples[n:]))


def steady_period(session, path, target, sink, n):
    """Plays a periodic file into a sink, again and again, until what reaches another repeats itself: n
    frames as the n frames before them. Gives these, samples for each channel, beginning anywhere in
    the period. Start, settling and what a busy machine loses are waited for in this way."""
    players = [Player(session, path, target)]
    recorder = Recorder(session, sink)

    def heard():
        if players[-1].has_ended():
            players.append(Player(session, path, target))
        channels = recorder.latest(2 * n)
        return channels if channels and repeats(channels) else None

    try:
        channels = session.wait_until(heard, 'a steady sound in ' + sink)
    finally:
        players[-1].stop()
        recorder.end()
        os.remove(recorder.path)
    return [samples[n:] for samples in channels]


IMPULSES_HZ = 4
IMPULSE = 0.25


def write_impulses(path, rate, seconds=20, channels=2):
    """What response() measures with; gives the length of a period."""
    n = rate // IMPULSES_HZ
    silence = array.array('f', bytes(4 * channels * (n - 1)))
    period = array.array('f', [IMPULSE] * channels) + silence
    wav.write(path, period * (seconds * IMPULSES_HZ), rate, channels)
    return n


def spectrum(samples, freq_hz, rate):
    """The Fourier transform of one period, exact at multiples of its frequency."""
    step, sum_ = cmath.exp(-2j * math.pi * freq_hz / rate), 0j
    for x in reversed(samples):
        sum_ = sum_ * step + x
    return sum_


def response(session, path, target, sink):
    """A function of a frequency, a multiple of IMPULSES_HZ, that gives the gain of each channel in dB
    on the way to a sink. Of a linear filter in its steady state this is exact. The file is that of
    write_impulses()."""
    period = steady_period(session, path, target, sink, session.rate // IMPULSES_HZ)

    def gains_db(freq_hz):
        return [20 * math.log10(abs(spectrum(samples, freq_hz, session.rate)) / IMPULSE + 1e-15)
                for samples in period]
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
