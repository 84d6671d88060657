"""What is heard of `tare on`, `off`, `toggle`, `compare` and `taste` while sound runs through Tare,
sample by sample: none is lost, nothing clicks, and what gets louder takes its time."""

import array
import itertools
import math
import time

from hosts import pipewire_sound as sound, pipewire_use
from hosts.pipewire_use import SESSIONS, state, tare
from helpers import wav

PATIENT = 4096  # so that a busy machine loses no sample of its own
MODEL = 'tare test deep'
N_TURNS = 100
TURNS = [['compare'], ['compare'], ['taste', '--bass', '3'], ['toggle'], ['compare', 'on'],
         ['taste', '--bass', '-2', '--strength', '80'], ['compare', 'off'], ['off'], ['on'],
         ['taste', '--reset']]

FADE_SECONDS = 0.011  # TARE_RAMP_SECONDS, and what a filter does behind it
STEP = 1e-5           # -100 dB


def each_session(**options):
    for label, root in SESSIONS:
        with pipewire_use.session(label, root, **options) as session:
            yield session


def record_while(session, path, action):
    """What reaches the loudspeakers while a file plays into Tare and something is done."""
    recorder = sound.Recorder(session, 'speakers').wait()
    player = sound.Player(session, path, 'tare')
    session.wait_until(lambda: 'tare' in player.linked(), 'the player')
    session.wait_until(lambda: any(abs(x) > 1e-4 for x in (recorder.latest(4096) or [[]])[0]),
                       'the sound')
    action()
    player.stop()
    return recorder.stop()


def turn_often(session):
    for words in itertools.islice(itertools.cycle(TURNS), N_TURNS):
        tare(session, *words)


def test_turning_loses_no_sample():
    for session in each_session(quantum=PATIENT):
        tare(session, 'use', MODEL)
        sink = session.node('tare')['id']
        periods = sound.write_noise('noise.wav', session.rate, 120)
        channels = record_while(session, 'noise.wav', lambda: turn_often(session))
        assert session.node('tare')['id'] == sink, 'the sink was started anew'
        for samples, period in zip(channels, periods):
            faults = sound.Continuity(period).faults(samples)
            assert not faults, faults
        print('     %s: turned %d times in %.1f s, no sample lost' % (
            session.label, N_TURNS, len(channels[0]) / session.rate))


FREQ_HZ, AMPLITUDE = 100, 0.25


def write_sine(path, rate, seconds):
    step = 2 * math.pi * FREQ_HZ / rate
    period = array.array('f', (AMPLITUDE * math.sin(step * (i // 2))
                               for i in range(2 * rate // FREQ_HZ)))
    wav.write(path, period * (seconds * FREQ_HZ), rate)


def inside(samples, rate):
    """The sound without its beginning and end, which are the player's."""
    heard = [i for i, x in enumerate(samples) if x != 0.0]
    return samples[heard[0] + rate // 2:heard[-1] - rate // 4]


def residue(samples, rate):
    """What of each sample is no sine of FREQ_HZ: nothing, as long as its gain stands still, for
    x[n + 1] = 2 cos w x[n] - x[n - 1]; and of a step its height."""
    turn = 2 * math.cos(2 * math.pi * FREQ_HZ / rate)
    return [abs(a - turn * b + c) for a, b, c in zip(samples, samples[1:], samples[2:])]


def stretches(marks, gap):
    """Where marked samples begin and end that are not farther from each other than the gap."""
    found = []
    for i in marks:
        if found and i - found[-1][1] <= gap:
            found[-1][1] = i
        else:
            found.append([i, i])
    return found


def test_turning_makes_no_click():
    """Outside the fades no step is above -100 dB; in them none is above what a fade of full scale
    bends a sine by."""
    for session in each_session(quantum=PATIENT):
        write_sine('sine.wav', session.rate, 120)
        tare(session, 'use', MODEL)
        channels = record_while(session, 'sine.wav', lambda: turn_often(session))
        # a gain that goes from 0 to 1 as half a cosine over the fade: 2 w g' and g'' at most
        n_fade = 0.010 * session.rate
        w = 2 * math.pi * FREQ_HZ / session.rate
        slope, bend = math.pi / 2 / n_fade, math.pi ** 2 / 2 / n_fade ** 2
        allowed = AMPLITUDE * (2 * w * slope + bend)
        for samples in channels:
            inner = inside(samples, session.rate)
            rest = residue(inner, session.rate)
            fades = stretches([i for i, r in enumerate(rest) if r > STEP], session.rate // 200)
            longest = max((end - begin for begin, end in fades), default=0) / session.rate
            print('     %s: %d of %d turns heard as a fade, the longest %.1f ms, the worst bend '
                  '%.1f dB of what is allowed' % (session.label, len(fades), N_TURNS, 1000 * longest,
                                                   20 * math.log10(max(rest) / allowed)))
            assert longest <= 2 * FADE_SECONDS, fades
            assert max(rest) <= allowed, (max(rest), allowed)
            levels = levels_db(inner, session.rate)
            assert max(levels) - min(levels) > 6.0, (min(levels), max(levels))  # it was heard


def levels_db(samples, rate, ms=20):
    """The level of each stretch, of whole periods of FREQ_HZ."""
    n = rate * ms // 1000
    return [10 * math.log10(2 * sum(x * x for x in samples[i:i + n]) / n + 1e-20)
            for i in range(0, len(samples) - n + 1, n)]


def levels_while(session, action):
    """The levels from shortly before something is done until shortly after it, while the sine
    plays, once it plays without a break."""
    recorder = sound.Recorder(session, 'speakers').wait()
    player = sound.Player(session, 'sine.wav', 'tare')

    def is_steady():
        channels = recorder.latest(session.rate // 2)
        if not channels:
            return False
        levels = levels_db(channels[0], session.rate)
        return max(levels) - min(levels) < 0.01 and max(levels) > -60.0
    session.wait_until(is_steady, 'the sine')
    begin = recorder.n_frames()
    action()
    time.sleep(0.5)
    end = recorder.n_frames()
    player.stop()
    return levels_db(recorder.stop()[0][begin:end], session.rate)


def check_glide(levels, least_db):
    """From one standing level up to another: over about a second, evenly."""
    low, high = levels[0], levels[-1]
    assert high - low > least_db, (low, high)
    on_the_way = [i for i, level in enumerate(levels)
                  if low + 0.05 * (high - low) < level < high - 0.05 * (high - low)]
    seconds = 0.02 * (on_the_way[-1] - on_the_way[0] + 1)
    steps = [b - a for a, b in zip(levels, levels[1:])]
    print('     %.1f dB in %.2f s, the largest step in 20 ms %.2f dB, back by %.3f dB' % (
        high - low, seconds, max(steps), -min(steps)))
    assert 0.7 <= seconds <= 1.2, seconds
    assert max(steps) < (high - low) / 5 and min(steps) > -0.5, (max(steps), min(steps))


def test_off_gets_louder_over_a_second():
    for session in each_session(quantum=PATIENT):
        write_sine('sine.wav', session.rate, 60)
        for kind, before in [('lv2', []), ('lv2', ['compare']), ('ladspa', []), ('builtin', [])]:
            tare(session, 'use', MODEL, '--kind', kind)
            for word in before:
                tare(session, word)

            levels = levels_while(session, lambda: tare(session, 'off'))
            print('     %s, %s %s:' % (session.label, kind, before))
            check_glide(levels, 3.0)


def test_what_is_louder_takes_a_second():
    """Another model comes at once, no louder than what played, and gets louder over a second."""
    for session in each_session(quantum=PATIENT):
        write_sine('sine.wav', session.rate, 60)
        for kind in ('lv2', 'ladspa'):
            for model, before in [(MODEL, []), ('tare test words', []), (MODEL, ['compare'])]:
                tare(session, 'use', MODEL, '--kind', kind, '--preamp', '-24')
                for word in before:
                    tare(session, word)

                levels = levels_while(session, lambda model=model: tare(session, 'use', model))
                print('     %s, %s, %s %s:' % (session.label, kind, model, before))
                if model == MODEL and not before:
                    check_glide(levels, 10.0)
                else:  # the sine does not become louder as noise does
                    steps = [b - a for a, b in zip(levels, levels[1:])]
                    assert levels[-1] - levels[0] > 10.0 and max(steps) < 6.0, max(steps)


def test_a_louder_rule_takes_a_second():
    """As what was chosen, so what a rule gives; and so what is chosen where there is none left."""
    for session in each_session(quantum=PATIENT):
        write_sine('sine.wav', session.rate, 60)
        for kind in ('lv2', 'ladspa'):
            tare(session, 'use', MODEL, '--kind', kind, '--preamp', '-24')
            steps = [(['device', 'set', 'Speakers', MODEL], MODEL.title(), 10.0),
                     (['device', 'set', 'Speakers', '--flat'], 'flat', 3.0),
                     (['device', 'set', 'Speakers', MODEL], MODEL.title(), None),
                     (['use', MODEL, '--preamp', '6'], MODEL.title(), 10.0),
                     (['device', 'set', 'Speakers', MODEL, '--bass', '1'], MODEL.title(), None),
                     (['device', 'forget', '--all'], MODEL.title(), 10.0)]
            for words, name, least_db in steps:
                def change(words=words, name=name):
                    tare(session, *words)
                    pipewire_use.plays(session, name)
                    time.sleep(1.0)
                levels = levels_while(session, change)
                print('     %s, %s, %s:' % (session.label, kind, ' '.join(words)))
                if least_db:
                    check_glide(levels, least_db)
                else:
                    assert levels[-1] < levels[0] - 3.0, (levels[0], levels[-1])


def test_off_is_the_input():
    """To the last bit, wherever it came from; and compared it is the input at another level."""
    for session in each_session(quantum=PATIENT):
        periods = sound.write_noise('noise.wav', session.rate, 60)
        for kind in ('lv2', 'ladspa'):
            tare(session, 'use', MODEL, '--kind', kind)

            def listen(*words):
                def action():
                    tare(session, *words)
                    time.sleep(1.0)
                channels = record_while(session, 'noise.wav', action)
                return [samples[:len(samples) - session.rate // 4][-8192:] for samples in channels]
            for samples, period in zip(listen('off'), periods):
                place, _ = sound.Continuity(period).place(samples[:sound.Continuity.WINDOW])
                wanted = (period * 3)[place:place + len(samples)]
                assert list(samples) == list(wanted), (kind, place)
            loudness_db = check_loudness(session)
            for samples, period in zip(listen('compare'), periods):
                place, like = sound.Continuity(period).place(samples[:sound.Continuity.WINDOW])
                wanted = (period * 3)[place:place + len(samples)]
                gain_db = 10 * math.log10(sum(x * x for x in samples) / sum(x * x for x in wanted))
                assert like > 0.99999 and gain_db < -3.0, (kind, like, gain_db)
                assert abs(gain_db - loudness_db) < 4.0, (gain_db, loudness_db)  # noise is white


def check_loudness(session):
    """How loud pink noise is, corrected."""
    tare(session, 'on')
    return state(session)['loudness_db']


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_turn_sound', globals()))
