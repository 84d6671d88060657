"""What is heard through a running PipeWire: each kind of chain against what `tare response` says,
and changes of the correction under playback, sample by sample."""

import array
import concurrent.futures
import math
import os
import re
import time

from helpers import cli, wav
from hosts import pipewire_sound as sound, pipewire_use
from hosts.pipewire_use import SESSIONS, check_status, tare

RATES = [44100, 48000, 96000]
FREQS_HZ = [4 * round(5 * 1000 ** (i / 40)) for i in range(41)]
MODELS = ['tare test deep', 'tare test sides', 'tare test words']
EXACT_DB, FLOAT_DB = 0.01, 0.1
N_CHANGES = 100
PATIENT = 4096  # so that a busy machine loses no sample of its own


def wanted(session, words, channel):
    """The response that the core has at the session's rate, at FREQS_HZ."""
    text = tare(session, 'response', *words, '--rate', str(session.rate), '--channel', channel,
                '--at', ','.join(map(str, FREQS_HZ))).out
    return [float(line.split(',')[1]) for line in text.splitlines()[1:]]


def largest_error(session, *words):
    """Plays impulses into Tare, records the output; the largest difference from the core."""
    gains_db = sound.response(session, 'impulses-%d.wav' % session.rate, 'tare', 'speakers')
    measured = [gains_db(freq_hz) for freq_hz in FREQS_HZ]
    return max(abs(measured[i][c] - gain)
               for c, channel in enumerate(['left', 'right'])
               for i, gain in enumerate(wanted(session, words, channel)))


def kinds_of(session):
    return ['lv2', 'ladspa', 'builtin'] + (['param_eq'] if session.has_param_eq else [])


def stated_error_db(text):
    """What `tare use` says of a kind that computes in single precision; 0 when it says nothing."""
    found = re.search(r'is off by up to ([0-9.]+) dB', text)
    return float(found.group(1)) if found else 0.0


def check_kinds(session):
    """All kinds and models in one session."""
    sound.write_impulses('impulses-%d.wav' % session.rate, session.rate)
    for kind in kinds_of(session):
        for model in MODELS:
            said = tare(session, 'use', model, '--kind', kind).err
            check_status(session, kind=kind)
            error_db, stated_db = largest_error(session, model), stated_error_db(said)
            print('     %s, %d Hz, %s, %s: %.5f dB' % (session.label, session.rate, kind, model,
                                                       error_db))
            if kind in ('lv2', 'ladspa'):
                assert error_db <= EXACT_DB and not stated_db, (kind, model, error_db)
            else:
                assert error_db <= max(FLOAT_DB, stated_db + FLOAT_DB), (kind, model, error_db, said)
                assert session.rate > 48000 or error_db <= FLOAT_DB, (kind, model, error_db)


def test_every_kind_plays_what_the_core_says():
    """The rates side by side."""
    def check(version, rate):
        with pipewire_use.session(*version, rate=rate, quantum=PATIENT) as session:
            check_kinds(session)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        runs = [pool.submit(check, version, rate) for version in SESSIONS for rate in RATES]
    for run in runs:
        run.result()


def test_what_is_beyond_the_ranges_of_pipewires_filters():
    """They have Q up to 10 and 20 dB, which newer versions keep to: what is beyond is played as well
    as can be, by each kind as it says, and told truly."""
    for label, root in SESSIONS:
        with pipewire_use.session(label, root, quantum=PATIENT) as session:
            sound.write_impulses('impulses-%d.wav' % session.rate, session.rate)
            path = cli.write('beyond.txt', 'Preamp: -9 dB\n'
                             'Filter 1: ON PK Fc 950 Hz Gain -12 dB Q 14.5\n'
                             'Filter 2: ON PK Fc 4000 Hz Gain 24 dB Q 2\n'
                             'Filter 3: ON LSC Fc 100 Hz Gain 22 dB Q 0.71\n')
            words = ['--file', os.path.abspath(path), '--preamp', '21.5']
            for kind in kinds_of(session):
                said = tare(session, 'use', *words, '--kind', kind).err
                check_status(session, kind=kind, plays='beyond', problem=None)
                error_db, stated_db = largest_error(session, *words), stated_error_db(said)
                print('     %s, %s: %.3f dB, stated %.2f' % (label, kind, error_db, stated_db))
                assert error_db <= max(FLOAT_DB, stated_db), (kind, error_db, said)


def test_off_is_flat():
    for label, root in SESSIONS:
        with pipewire_use.session(label, root) as session:
            sound.write_impulses('impulses.wav', session.rate)
            tare(session, 'use', 'tare test deep')
            tare(session, 'off')
            gains_db = sound.response(session, 'impulses.wav', 'tare', 'speakers')
            for freq_hz in FREQS_HZ:
                assert max(map(abs, gains_db(freq_hz))) < 1e-4, freq_hz


def play_while(session, path, action):
    """What reaches the loudspeakers while a file plays into Tare and something is done."""
    recorder = sound.Recorder(session, 'speakers').wait()
    player = sound.Player(session, path, 'tare')
    session.wait_until(lambda: 'tare' in player.linked(), 'the player')
    action()
    player.stop()
    return recorder.stop()


def change_often(session):
    for i in range(N_CHANGES):
        tare(session, 'use', MODELS[i % len(MODELS)])


def change_slowly(session):
    for i in range(20):
        tare(session, 'use', MODELS[i % len(MODELS)])
        time.sleep(0.1)


def test_changes_lose_no_sample():
    for label, root in SESSIONS:
        with pipewire_use.session(label, root, quantum=PATIENT) as session:
            tare(session, 'use', MODELS[0])
            sink = session.node('tare')['id']
            periods = sound.write_noise('noise.wav', session.rate, 60)
            channels = play_while(session, 'noise.wav', lambda: change_often(session))
            assert session.node('tare')['id'] == sink, 'the sink was started anew'
            for samples, period in zip(channels, periods):
                faults = sound.Continuity(period).faults(samples)
                assert not faults, faults
            print('     %s: %d changes in %.1f s, no sample lost' % (
                label, N_CHANGES, len(channels[0]) / session.rate))


def test_changes_make_no_click():
    """A low sine is bent by its own curvature only; a step would stand out."""
    for label, root in SESSIONS:
        with pipewire_use.session(label, root, quantum=PATIENT) as session:
            step = 2 * math.pi * 100 / session.rate
            sine = array.array('f', (0.25 * math.sin(step * (i // 2))
                                     for i in range(2 * 20 * session.rate)))
            wav.write('sine.wav', sine, session.rate)
            tare(session, 'use', MODELS[0])
            channels = play_while(session, 'sine.wav',
                                  lambda: change_slowly(session))
            for samples in channels:
                heard = [i for i, x in enumerate(samples) if x != 0.0]
                inner = samples[heard[0] + session.rate // 4:heard[-1] - session.rate // 4]
                level = max(map(abs, inner))
                bend = max(abs(a - 2 * b + c) for a, b, c in zip(inner, inner[1:], inner[2:]))
                assert level > 0.05, level
                assert bend < 3 * level * step * step, (bend, level * step * step)


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_sound', globals()))
