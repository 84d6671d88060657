"""Files of other programs through a running PipeWire: `tare use --file` of each kind, heard against
the filters that the file means; and files for PipeWire's own filters as they are exported."""

from helpers import kinds
from helpers.cookbook import level_db
from hosts import pipewire_chain, pipewire_sound as sound, pipewire_use
from hosts.pipewire_use import SESSIONS, tare

FREQS_HZ = [4 * round(5 * 1000 ** (i / 40)) for i in range(41)]
BOUND_DB = 0.05


def said(session, path, channel, *options):
    text = tare(session, 'response', '--file', path, '--rate', str(session.rate), '--channel', channel,
                *options, '--at', ','.join(map(str, FREQS_HZ))).out
    return [float(line.split(',')[1]) for line in text.splitlines()[1:]]


def heard(session, path):
    tare(session, 'use', '--file', path)
    gains_db = sound.response(session, 'impulses.wav', 'tare', 'speakers')
    return [gains_db(hz) for hz in FREQS_HZ]


def check(name, found, wanted):
    """The same but for the preamp, which the sink sets as high as nothing clips: one for both sides."""
    shift_db = found[0][0] - wanted[0][0]
    for i, hz in enumerate(FREQS_HZ):
        for side in (0, 1):
            off_db = found[i][side] - wanted[side][i] - shift_db
            assert abs(off_db) <= BOUND_DB, (name, side, hz, off_db)


def check_session(session):
    sound.write_impulses('impulses.wav', session.rate)
    others = kinds.write_all(FREQS_HZ)
    for name, (_, _, rate_hz) in kinds.EXACT.items():
        filters = kinds.filters(rate_hz)
        check(name, heard(session, name), [[level_db(filters, hz, rate_hz) for hz in FREQS_HZ]] * 2)
    for name in others:
        check(name, heard(session, name),
              [said(session, name, channel, '--no-auto-preamp') for channel in ('left', 'right')])


def test_each_format_is_heard_as_it_is_meant():
    for label, root in SESSIONS:
        with pipewire_use.session(label, root, rate=48000, quantum=4096) as session:
            check_session(session)


SIDES = """id acme-one/anna
brand Acme
model One
kind user
rate 44100
preamp -7.5
low_shelf 105 5.5 0.7
peak 220 -3.1 1.4 left
peak 3300 3.7 3
peak 5500 -6 8 right
high_shelf 10000 -3.5 0.7
"""


def check_exported(session, kind):
    """The whole file, in impulses and not in noise: the filters are of single precision, so that
    what they round of a noise never repeats itself."""
    path = 'sides-%s.tare' % kind
    with open(path, 'w', encoding='utf-8') as file:
        file.write(SIDES)
    chain = tare(session, 'export', '--file', path, '--format', 'pipewire-' + kind, '--rate',
                 str(session.rate)).out
    process = pipewire_chain.start_exported(session, chain)
    gains_db = sound.response(session, 'impulses.wav', 'tare_correction', 'speakers')
    process.terminate()
    process.wait()
    for side, channel in enumerate(('left', 'right')):
        for hz, wanted in zip(FREQS_HZ, said(session, path, channel)):
            assert abs(gains_db(hz)[side] - wanted) <= BOUND_DB, (kind, channel, hz, gains_db(hz), wanted)


def test_exported_files_of_its_own_filters_are_heard():
    for label, root in SESSIONS:
        for rate in 48000, 44100:
            with pipewire_use.session(label, root, rate=rate, quantum=4096) as session:
                sound.write_impulses('impulses.wav', session.rate)
                for kind in ['builtin'] + ['param_eq'] * session.has_param_eq:
                    check_exported(session, kind)


def test_pipewire_tells_the_ranges_that_its_filters_are_fitted_to():
    """TARE_COOKBOOK_MAX_Q and TARE_COOKBOOK_MAX_GAIN_DB: what it clamps from 1.6 on."""
    for label, root in SESSIONS:
        with pipewire_use.session(label, root) as session:
            tare(session, 'use', '--file', kinds_file(), '--kind', 'builtin')
            told = session.node('tare')['info']['params']['PropInfo']
            for ending, most in (':Q', 10), (':Gain', 20):
                found = {info['type']['max'] for info in told
                         if str(info.get('name')).endswith(ending)}
                assert found == {most}, (label, ending, found)


def kinds_file():
    with open('ranges.tare', 'w', encoding='utf-8') as file:
        file.write(SIDES)
    return 'ranges.tare'


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_formats', globals()))
