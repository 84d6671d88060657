"""What is heard while `tare blind` switches: no gap, no click, and all equally loud."""

import array
import cmath
import math
import random

from helpers import wav
from hosts import pipewire_sound as sound, pipewire_use
from hosts.pipewire_blind import DEEP, SIDES, WORDS, blind
from hosts.pipewire_use import SESSIONS, tare

MODELS = [DEEP, SIDES, WORDS, 'original']
N_CHANGES = 100
PATIENT = 4096  # so that a busy machine loses no sample of its own
CHANGE_S = 0.06 + PATIENT / 48000  # a plan, its fade, and the quantum in which it begins
FADE_S = 0.010


def record_changes(session, path):
    """What reaches the loudspeakers while the sounds change a hundred times, but for the beginning
    and the end of the file."""
    recorder = sound.Recorder(session, 'speakers').wait()
    player = sound.Player(session, path, 'tare')
    session.wait_until(lambda: 'tare' in player.linked(), 'the player')
    source = random.Random(1)
    person = blind(session, *MODELS)
    for i in range(N_CHANGES):
        key = source.choice('1234')
        person.press(key)
        person.see(key + ' plays')
        begin = recorder.n_frames()  # the time of the sound counts, however slow the machine is
        session.wait_until(lambda: recorder.n_frames() > begin + CHANGE_S * session.rate,
                           'sound of %s' % key)
    person.press('q')
    assert person.wait() == 0, person.seen
    assert not player.has_ended(), 'the file was too short'
    player.stop()
    return recorder.stop()


def test_changes_lose_no_sample():
    for label, root in SESSIONS:
        with pipewire_use.session(label, root, quantum=PATIENT) as session:
            tare(session, 'use', MODELS[0], '--default')
            periods = sound.write_noise('noise.wav', session.rate, 90)
            channels = record_changes(session, 'noise.wav')
            for samples, period in zip(channels, periods):
                faults = sound.Continuity(period).faults(samples)
                assert not faults, faults
            print('     %s: %d changes in %.1f s, no sample lost' % (
                label, N_CHANGES, len(channels[0]) / session.rate))


def bends(samples, cosine):
    """What a sine of one frequency, whatever its level, leaves as 0."""
    return [abs(a - 2 * cosine * b + c)
            for a, b, c in zip(samples, samples[1:], samples[2:])]


def stretches(values, limit, gap):
    """(first, last) of every stretch in which values go beyond a limit, with no longer gap."""
    found = []
    for i, value in enumerate(values):
        if value <= limit:
            continue
        if found and i - found[-1][1] <= gap:
            found[-1][1] = i
        else:
            found.append([i, i])
    return found


def test_changes_make_no_step():
    """Outside the fades the sound is the sine that it was, within -100 dB; in them no sample is off
    the line by more than the fade itself is bent."""
    for label, root in SESSIONS:
        with pipewire_use.session(label, root, quantum=PATIENT) as session:
            tare(session, 'use', MODELS[0], '--default')
            rate = session.rate
            angle = 2 * math.pi * 400 / rate
            sine = array.array('f', (0.25 * math.sin(angle * (i // 2))
                                     for i in range(2 * 90 * rate)))
            wav.write('sine.wav', sine, rate)
            for samples in record_changes(session, 'sine.wav'):
                begin = sound.first(samples) + rate // 2
                end = len(samples) - sound.first(samples[::-1]) - rate // 4
                inner = samples[begin:end]
                level = max(map(abs, inner))
                found = bends(inner, math.cos(angle))
                moved = stretches(found, 1e-5 * level, round(0.002 * rate))
                longest = max((last - first) / rate for first, last in moved)
                worst = max(found) / level
                print('     %s: %d fades, the longest %.1f ms, off by %.1f dB in them' % (
                    label, len(moved), 1000 * longest, 20 * math.log10(worst)))
                assert N_CHANGES // 2 < len(moved) <= N_CHANGES + 2, len(moved)
                assert longest <= FADE_S + 0.001, longest
                assert worst < 0.001, worst


# Loudness

PERIOD = 65536


def weight(freq_hz, rate):
    """The power of ITU-R BS.1770's two filters, by the coefficients it prints for 48 kHz."""
    assert rate == 48000
    z = cmath.exp(-2j * math.pi * freq_hz / rate)
    shelf = ((1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z * z)
             / (1 - 1.69065929318241 * z + 0.73248077421585 * z * z))
    high_pass = (1 - 2 * z + z * z) / (1 - 1.99004745483398 * z + 0.99007225036621 * z * z)
    return abs(shelf * high_pass) ** 2


def pink_period(rate, seed):
    """Noise of the same power in each part of an octave, 20 Hz to 20 kHz, one period."""
    source = random.Random(seed)
    spectrum = [0j] * PERIOD
    for k in range(1, PERIOD // 2):
        if 20 <= k * rate / PERIOD <= 20000:
            spectrum[k] = cmath.rect(k ** -0.5, source.uniform(0, 2 * math.pi))
    noise = [z.real for z in sound.fft(spectrum)]
    scale = 0.25 / max(map(abs, noise))
    return [scale * x for x in noise]


def write_pink(path, rate, seconds):
    frames = array.array('f', bytes(8 * PERIOD))
    frames[0::2], frames[1::2] = (array.array('f', pink_period(rate, seed)) for seed in (1, 2))
    wav.write(path, frames * math.ceil(seconds * rate / PERIOD), rate)


def loudness_lu(channels, rate):
    """Of one period of a sound that repeats."""
    power = 0.0
    for samples in channels:
        spectrum = sound.fft([complex(x) for x in samples])
        power += sum(abs(spectrum[k]) ** 2 * weight(k * rate / PERIOD, rate)
                     for k in range(1, PERIOD // 2))
    return 10 * math.log10(power)


def steady(session, recorder, key):
    """One period of what plays, once it repeats itself."""
    begin = recorder.n_frames() + session.rate // 2

    def heard():
        if recorder.n_frames() < begin + 2 * PERIOD:
            return None
        channels = recorder.latest(2 * PERIOD)
        return channels if sound.repeats(channels) else None
    return [samples[:PERIOD] for samples in session.wait_until(heard, 'a steady sound ' + key)]


def test_all_are_equally_loud():
    for label, root in SESSIONS:
        with pipewire_use.session(label, root, quantum=PATIENT) as session:
            tare(session, 'use', MODELS[0], '--default')
            write_pink('pink.wav', session.rate, 120)
            recorder = sound.Recorder(session, 'speakers').wait()
            player = sound.Player(session, 'pink.wav', 'tare')
            session.wait_until(lambda: 'tare' in player.linked(), 'the player')
            person = blind(session, *MODELS)
            levels = []
            for key in '1234':
                person.press(key)
                person.see(key + ' plays')
                levels.append(loudness_lu(steady(session, recorder, key), session.rate))
            person.press('q')
            person.wait()
            corrected = loudness_lu(steady(session, recorder, 'the rest'), session.rate)
            player.stop()
            recorder.end()
            print('     %s: within %.3f LU' % (label, max(levels) - min(levels)))
            assert max(levels) - min(levels) <= 0.2, levels
            assert abs(corrected - levels[0]) < 0.2, 'the quietest, which played, was turned down'


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_blind_sound', globals()))
