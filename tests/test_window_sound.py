"""Every button of `tare window` does what it says: measured in what is recorded behind Tare, against
what `tare response` says of the same wish."""

import time

from hosts import pipewire_sound as sound, pipewire_use, tare_window
from hosts.patience import PATIENCE_S
from hosts.pipewire_use import SESSIONS, tare
from hosts.tare_window import type_value, window

FREQS_HZ = [4 * round(5 * 1000 ** (i / 20)) for i in range(21)]
EXACT_DB = 0.01
PATIENT = 4096  # so that a busy machine loses no sample of its own
EX1000, HD650 = 'sony-mdr-ex1000/autoeq-crinacle', 'sennheiser-hd-650/oratory1990'


def wanted(session, words):
    text = tare(session, 'response', *words, '--rate', str(session.rate), '--at',
                ','.join(map(str, FREQS_HZ))).out
    return [float(line.split(',')[1]) for line in text.splitlines()[1:]]


def measure(session):
    """What is heard at the output, in dB."""
    gains_db = sound.response(session, 'impulses.wav', 'tare', 'speakers')
    return [gains_db(freq_hz)[0] for freq_hz in FREQS_HZ]


def unlike(heard, gains_db):
    return max(abs(a - b) for a, b in zip(heard, gains_db))


def hear(session, what, gains_db):
    """Waits until that is heard."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        error_db = unlike(measure(session), gains_db)
        if error_db <= EXACT_DB:
            print('     %s, %s: %.5f dB' % (session.label, what, error_db))
            return
        assert time.monotonic() < deadline, '%s: off by %.3f dB' % (what, error_db)


def each_session():
    for label, root in SESSIONS:
        with pipewire_use.session(label, root, quantum=PATIENT) as session:
            session.env.pop('TARE_CATALOGUE')
            sound.write_impulses('impulses.wav', session.rate)
            yield session


def check_switches(session, user):
    corrected = wanted(session, [EX1000])
    user.find_model('ex1000')
    session.wait_until(lambda: session.node('tare'), 'the sink')
    hear(session, 'Enter', corrected)
    user.click(*tare_window.ON)
    hear(session, 'off', [0.0] * len(FREQS_HZ))
    user.click(*tare_window.ON)
    hear(session, 'on', corrected)
    user.click(*tare_window.COMPARE)
    time.sleep(1.5)
    plain = measure(session)
    assert max(plain) - min(plain) <= EXACT_DB and plain[0] < -1.0, plain
    user.click(*tare_window.COMPARE)
    hear(session, 'compared and back', corrected)


def check_tone(session, user):
    said = [EX1000]
    for name, place, value in [('--bass', tare_window.BASS, '3'),
                               ('--treble', tare_window.TREBLE, '-2'),
                               ('--tilt', tare_window.TILT, '-0.5'),
                               ('--strength', tare_window.STRENGTH, '50'),
                               ('--preamp', tare_window.LEVEL, '-12')]:
        type_value(user, place, value)
        said += [name, value]
        hear(session, name + ' ' + value, wanted(session, said))
    user.click(*tare_window.COPY)
    user.click(*tare_window.SLOT_B)
    type_value(user, tare_window.BASS, '0')
    hear(session, 'B', wanted(session, said + ['--bass', '0']))
    user.click(*tare_window.SLOT_A)
    hear(session, 'A', wanted(session, said))


def check_bands(session, user):
    """Typed, and undone: the strength is what it was."""
    user.find_model('hd 650')
    hear(session, 'another model', wanted(session, [HD650]))
    before = measure(session)
    user.click(*tare_window.GAIN_OF_BAND_1)
    type_value(user, tare_window.GAIN_OF_BAND_1, '-9')
    time.sleep(1.5)
    assert unlike(measure(session), before) > 1.0
    user.click(*tare_window.UNDO)
    hear(session, 'undone', wanted(session, [HD650]))


def test_every_control_is_heard():
    for session in each_session():
        with window(session.env) as user:
            check_switches(session, user)
            check_tone(session, user)
    for session in each_session():
        with window(session.env) as user:
            user.find_model('ex1000')
            session.wait_until(lambda: session.node('tare'), 'the sink')
            check_bands(session, user)


def give_the_output_its_own(session, user):
    """Opening the tab chooses the output that plays, as soon as the window knows it."""
    user.click(*tare_window.OUTPUTS)
    time.sleep(5)  # on a busy machine, too
    user.click(*tare_window.FIND_FOR_OUTPUT)
    time.sleep(1)
    user.type('hd 650')
    user.key('Return')
    hear(session, 'of its own', wanted(session, [HD650]))


def test_outputs_get_their_own():
    for session in each_session():
        with window(session.env) as user:
            user.find_model('ex1000')
            session.wait_until(lambda: ('tare.output', 'speakers') in session.links(), 'the sink')
            give_the_output_its_own(session, user)
            user.click(*tare_window.FLAT)
            hear(session, 'flat', [0.0] * len(FREQS_HZ))
            user.click(*tare_window.AS_LOADED)
            hear(session, 'as loaded', wanted(session, [EX1000]))
            user.click(*tare_window.FLAT)
            hear(session, 'flat again', [0.0] * len(FREQS_HZ))
            user.click(*tare_window.NONE_OF_ITS_OWN)
            hear(session, 'none of its own', wanted(session, [EX1000]))


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_window_sound', globals()))
