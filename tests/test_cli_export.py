"""What 'tare export' writes, read by readers of their own, written from what each program does, and
held against 'tare response': the same at the rate at which it is played.
"""

import json
import math
import re
import sys

from helpers import cli
from helpers.cli import done, refused, tare, write
from helpers.cookbook import coefficients, level_db

FREQS_HZ = [20.0 * 1000.0 ** (i / 60.0) for i in range(61)]

# Bands that mean 44.1 kHz, where most are wide and high: at other rates they must be moved.
WIDE = """id acme-wide/anna
brand Acme
model Wide
kind user
rate 44100
preamp -6.5
low_shelf 105 5.5 0.7
peak 220 -3.1 1.41
peak 1800 -4.2 2.5
peak 5500 3.3 2
peak 9000 -6 0.9
high_shelf 11000 -3.5 0.7
"""
SIDES = WIDE.replace('peak 5500 3.3 2', 'peak 5500 3.3 2 left').replace('wide', 'sides')
PASSES = WIDE.replace('rate 44100', 'rate 48000') + 'high_pass 15 0.7\nnotch 13000 12\n'


def exported(path, name, *options):
    """What is written, whatever is told."""
    result = tare('export', '--file', path, '-F', name, *options)
    assert result.status == 0, result
    return result.out


def response(path, rate_hz, channel='left'):
    """Levels of what Tare plays, at the preamp of the file."""
    rows = done('response', '--file', path, '--rate', '%g' % rate_hz, '--at',
                ','.join('%.6f' % freq_hz for freq_hz in FREQS_HZ), '--channel', channel,
                '--no-auto-preamp').splitlines()[1:]
    return [float(row.split(',')[1]) for row in rows]


def check(path, rate_hz, bands, preamp_db, bound_db=0.03, channel='left'):
    """Bands are (type, Hz, dB, Q)."""
    filters = [coefficients(kind, freq, gain, rate_hz=rate_hz, q=q)
               for kind, freq, gain, q in bands]
    for freq_hz, wanted in zip(FREQS_HZ, response(path, rate_hz, channel)):
        found = preamp_db + level_db(filters, freq_hz, rate_hz)
        assert abs(found - wanted) <= bound_db, (freq_hz, found, wanted)


MAKE = {'PK': 'peak', 'LSC': 'low_shelf', 'HSC': 'high_shelf', 'LS': 'low_shelf',
        'HS': 'high_shelf', 'LS Q': 'low_shelf', 'HS Q': 'high_shelf'}
LINE = re.compile(r'Filter +(\d+): ON +(\w+(?: Q)?) +Fc +([\d.]+) Hz +Gain +(-?[\d.]+) dB +Q +([\d.]+)$')


def read_text(text):
    """The preamp and the filters of a text whose shelves stand at their centre."""
    filters, preamp_db = [], None
    for line in text.splitlines():
        found = LINE.match(line)
        if line.startswith('Preamp: '):
            preamp_db = float(line.split()[1])
        elif found:
            kind, freq, gain, q = found.group(2, 3, 4, 5)
            filters.append((MAKE[kind], float(freq), float(gain), float(q)))
    return preamp_db, filters


def test_texts_of_other_programs():
    write('wide.tare', WIDE)
    for name, rate_hz, form in [
            ('autoeq', 44100, r'Preamp: -6\.5 dB\n(Filter \d: ON (PK|LSC|HSC) Fc \d+ Hz '
                              r'Gain -?\d+\.\d dB Q \d\.\d\d\n)+'),
            ('squig', 48000, r'Preamp: -\d\.\d dB\r\n(Filter \d: ON (PK|LSC|HSC) Fc \d+ Hz '
                             r'Gain -?\d+\.\d dB Q \d\.\d{3}\r\n)+'),
            ('soundsource', 48000, r'Preamp: -\d\.\d\d dB\n(Filter \d: ON (PK|LS|HS) Fc \d+\.\d Hz '
                                   r'Gain -?\d+\.\d dB Q \d\.\d\d\n)+'),
            ('rew', 48000, r'Filter Settings file\n[^P]*Preamp: -\d\.\d\d dB\n(Filter  \d: ON  '
                           r'(PK  |LS Q|HS Q)     Fc +[\d.]+ Hz  Gain +-?[\d.]+ dB  Q +[\d.]+\n)+')]:
        answer = tare('export', '--file', 'wide.tare', '-F', name, '-o', 'x.txt')
        text = cli.read('x.txt').decode()
        assert re.fullmatch(form, text), (name, text)
        preamp_db, filters = read_text(text)
        check('wide.tare', rate_hz, filters, preamp_db, 0.25)
        assert ('bands are moved' in answer.err) == (rate_hz != 44100), answer.err


def test_apo_keeps_its_numbers_unless_a_rate_is_said():
    write('wide.tare', WIDE)
    kept = exported('wide.tare', 'apo')
    assert 'Filter 6: ON HSC Fc 11000 Hz Gain -3.5 dB Q 0.7\n' in kept, kept
    for rate_hz in 44100, 48000, 96000:
        text = exported('wide.tare', 'apo', '--rate', '%d' % rate_hz)
        preamp_db, filters = read_text(text)
        check('wide.tare', rate_hz, filters, preamp_db)
        assert '# Reference rate: %d Hz\n' % rate_hz in text, text
    assert exported('wide.tare', 'apo', '--rate', '44100') == kept


def test_apo_has_sides_at_any_rate():
    write('sides.tare', SIDES)
    text = exported('sides.tare', 'apo', '--rate', '48000')
    _, left, right = re.split(r'Channel: [LR]\n', text.split('Channel: all')[0])
    preamp_db, _ = read_text(text)
    for channel, part in ('left', left), ('right', right):
        check('sides.tare', 48000, read_text(part)[1], preamp_db, channel=channel)


def band(type_names, entry, names):
    kind, freq, gain, q = (entry[name] for name in names)
    return type_names[kind], freq, gain, q


def test_presets_in_json():
    write('wide.tare', WIDE)
    preset = json.loads(exported('wide.tare', 'easyeffects'))
    equalizer = preset['output']['equalizer#0']
    assert preset['output']['plugins_order'] == ['equalizer#0'] and not equalizer['split-channels']
    assert equalizer['left'] == equalizer['right'] and equalizer['decramp'] == 'Off'
    bands = [equalizer['left']['band%d' % i] for i in range(equalizer['num-bands'])]
    assert {(b['mode'], b['slope'], b['mute'], b['solo']) for b in bands} == \
        {('APO (DR)', 'x1', False, False)}
    names = {'Bell': 'peak', 'Lo-shelf': 'low_shelf', 'Hi-shelf': 'high_shelf'}
    check('wide.tare', 48000, [band(names, b, ('type', 'frequency', 'gain', 'q')) for b in bands],
          equalizer['input-gain'])
    preset, = json.loads(exported('wide.tare', 'poweramp'))
    assert preset['name'] == 'Acme Wide' and preset['parametric'] is True
    names = {3: 'peak', 4: 'low_shelf', 5: 'high_shelf'}
    check('wide.tare', 48000, [band(names, b, ('type', 'frequency', 'gain', 'q'))
                               for b in preset['bands']], preset['preamp'])
    preset = json.loads(exported('wide.tare', 'opra-eq'))
    names = {'peak_dip': 'peak', 'low_shelf': 'low_shelf', 'high_shelf': 'high_shelf'}
    check('wide.tare', 48000, [band(names, b, ('type', 'frequency', 'gain_db', 'q'))
                               for b in preset['parameters']['bands']],
          preset['parameters']['gain_db'])


def test_sides_of_easyeffects():
    write('sides.tare', SIDES)
    equalizer = json.loads(exported('sides.tare', 'easyeffects')
                           )['output']['equalizer#0']
    names = {'Bell': 'peak', 'Lo-shelf': 'low_shelf', 'Hi-shelf': 'high_shelf'}
    assert equalizer['split-channels']
    for side in 'left', 'right':
        bands = [b for b in equalizer[side].values() if b['type'] != 'Off']
        assert len(equalizer[side]) == equalizer['num-bands']
        check('sides.tare', 48000, [band(names, b, ('type', 'frequency', 'gain', 'q'))
                                    for b in bands], equalizer['input-gain'], channel=side)


def biquad_db(section, freq_hz, rate_hz):
    b0, b1, b2, a1, a2 = section
    z = complex(math.cos(2 * math.pi * freq_hz / rate_hz), -math.sin(2 * math.pi * freq_hz / rate_hz))
    return 20 * math.log10(abs((b0 + b1 * z + b2 * z * z) / (1 - a1 * z - a2 * z * z)))


def test_minidsp():
    write('passes.tare', PASSES)
    for rate_hz in 48000, 96000:
        text = exported('passes.tare', 'minidsp', '--rate', '%d' % rate_hz)
        assert re.fullmatch(r'(biquad\d+,\n(b\d=[-\d.e]+,\n){3}a1=[-\d.e]+,\na2=[-\d.e]+,?\n)+',
                            text) and not text.endswith(',\n'), text
        numbers = [float(x) for x in re.findall(r'=([-\d.e]+)', text)]
        sections = [numbers[i:i + 5] for i in range(0, len(numbers), 5)]
        wanted = response('passes.tare', rate_hz)
        found = [sum(biquad_db(s, freq_hz, rate_hz) for s in sections) for freq_hz in FREQS_HZ]
        # at 96 kHz peaks do what the notch does elsewhere; in its middle nothing can
        assert max(abs(f - w) for f, w in zip(found, wanted) if w > -20) < 0.1, rate_hz
        assert len(sections) <= 10
    write('sides.tare', SIDES)
    refused('export', '--file', 'sides.tare', '-F', 'minidsp', status=1,
            says='left and right differ; expected')


def test_camilladsp():
    write('sides.tare', SIDES)
    text = exported('sides.tare', 'camilladsp')
    names = {'Peaking': 'peak', 'Lowshelf': 'low_shelf', 'Highshelf': 'high_shelf'}
    filters = {name: (names[kind], float(freq), float(gain), float(q))
               for name, kind, freq, q, gain in re.findall(r'^  (\w+):\n    type: Biquad\n    parameters:\n      type: (\w+)\n'
                             r'      freq: ([\d.]+)\n      q: ([\d.]+)\n      gain: (-?[\d.]+)\n',
                             text, re.M)}
    preamp_db = float(re.search(r'      gain: (-?[\d.]+)\n      scale: dB\n', text).group(1))
    steps = re.findall(r'  - type: Filter\n    channels: \[(\d)\]\n    names: \[preamp, (.*)\]',
                       text)
    assert [channel for channel, _ in steps] == ['0', '1']
    for (_, used), channel in zip(steps, ('left', 'right')):
        check('sides.tare', 48000, [filters[name] for name in used.split(', ')], preamp_db,
              channel=channel)


def test_rockbox_has_its_shape():
    write('wide.tare', WIDE)
    text = exported('wide.tare', 'rockbox')
    lines = text.splitlines()
    assert lines[0] == 'eq enabled: on' and len(lines) == 12, text
    assert [line.split(':')[0] for line in lines[1:]] == ['eq precut', 'eq low shelf filter'] + [
        'eq peak filter %d' % (i + 1) for i in range(8)] + ['eq high shelf filter']
    rows = [[int(x) for x in line.split(': ')[1].split(', ')] for line in lines[2:]]
    kinds = ['low_shelf'] + ['peak'] * 8 + ['high_shelf']
    check('wide.tare', 44100, [(kind, f, g / 10.0, q / 10.0) for kind, (f, q, g) in
                               zip(kinds, rows) if g], -int(lines[1].split()[-1]) / 10.0, 0.3)


def test_graphic_curve():
    write('wide.tare', WIDE)
    text = exported('wide.tare', 'graphiceq')
    points = [tuple(map(float, point.split())) for point in text[len('GraphicEQ: '):].split(';')]
    assert len(points) == 127 and points[0][0] == 20 and points[-1][0] == 19871, points
    rows = done('response', '--file', 'wide.tare', '--at',
                ','.join('%g' % freq_hz for freq_hz, _ in points)).splitlines()[1:]
    for (_, found), row in zip(points, rows):
        assert abs(found - float(row.split(',')[1])) <= 0.0501, (found, row)


def played(path, rate_hz, channel):
    """Levels with the preamp that Tare finds itself."""
    rows = done('response', '--file', path, '--rate', '%g' % rate_hz, '--channel', channel, '--at',
                ','.join('%.6f' % freq_hz for freq_hz in FREQS_HZ)).splitlines()[1:]
    return [float(row.split(',')[1]) for row in rows]


def test_impulse_of_linear_phase_is_symmetrical():
    from helpers import wav
    write('sides.tare', SIDES)
    for rate_hz in 44100, 96000:
        exported('sides.tare', 'impulse-linear', '--rate', '%d' % rate_hz, '-o', 'x.wav')
        channels, found_hz = wav.read('x.wav')
        assert found_hz == rate_hz and len(channels) == 2 and len(channels[0]) % 2 == 1
        for taps, side in zip(channels, ('left', 'right')):
            middle = len(taps) // 2
            assert max(range(len(taps)), key=lambda i: abs(taps[i])) == middle
            assert max(abs(taps[middle - i] - taps[middle + i]) for i in range(middle)) < 1e-7
            wanted = played('sides.tare', rate_hz, side)
            for freq_hz, level in list(zip(FREQS_HZ, wanted))[::6]:
                w = 2 * math.pi * freq_hz / rate_hz
                sum_ = taps[middle] + 2 * sum(taps[middle + i] * math.cos(w * i)
                                              for i in range(1, middle + 1))
                assert abs(20 * math.log10(abs(sum_)) - level) < 0.01, (freq_hz, side)


DEVICE_RULES = ['qudelix-5k', 'moondrop-free-dsp', 'truthear-keyx', 'ktmicro', 'rockbox', 'tmreq',
                'minidsp-2x4-hd']


def within(value, limits, name):
    assert limits['min'] - 1e-9 <= value <= limits['max'] + 1e-9, (name, value, limits)
    if limits['step']:
        assert abs(value / limits['step'] - round(value / limits['step'])) < 1e-6, (name, value)


def check_device(device, bands, preamp_db):
    assert len(bands) <= device['bands'], (device['name'], len(bands))
    within(preamp_db, dict(device['preamp_db'], step=None), device['name'])
    for found in bands:
        assert found['type'] in device['types'], (device['name'], found)
        for key in 'freq_hz', 'gain_db', 'q':
            within(found[key], device[key], (device['name'], key))


TYPES = {'PEAK': 'peak', 'LSHELF': 'low_shelf', 'HSHELF': 'high_shelf', 'LPF': 'low_pass',
         'HPF': 'high_pass'}


def read_table(text):
    rows = [line.split() for line in text.splitlines()[3:]]
    return float(text.split()[2]), [
        {'type': TYPES[kind], 'freq_hz': float(freq), 'gain_db': float(gain), 'q': float(q)}
        for _, kind, freq, gain, q in rows]


def test_nothing_is_outside_the_limits_of_a_device():
    devices = json.loads(done('formats', '--devices', '--json'))
    assert [d['name'] for d in devices] == sorted(d['name'] for d in devices)
    assert all(d['source'] and d['title'] for d in devices)
    many = WIDE + ''.join('peak %d %.1f 4\n' % (300 * 1.4 ** i, 3 * (-1) ** i) for i in range(8))
    for name, text in ('wide', WIDE), ('many', many):
        write(name + '.tare', text)
        for device in devices:
            text = exported(name + '.tare', 'table', '--for', device['name'])
            preamp_db, bands = read_table(text)
            check_device(device, bands, preamp_db)
    refused('export', '--file', 'wide.tare', '--for', 'qudelix', status=2, says='unknown device')


def curve():
    return 'frequency,raw\n' + ''.join('%g,%.3f\n' % (
        freq_hz, -4 * math.exp(-(math.log(freq_hz / 150) / 0.8) ** 2) +
        5 * math.exp(-(math.log(freq_hz / 3000) / 0.35) ** 2) -
        3 * math.exp(-(math.log(freq_hz / 700) / 0.5) ** 2) + 1.2 * math.sin(9 * math.log(freq_hz)) +
        0.8 * math.sin(17 * math.log(freq_hz))) for freq_hz in
        [20 * 1000 ** (i / 400) for i in range(401)])


def test_a_fit_for_a_device_is_nearly_as_good():
    write('curve.csv', curve())
    devices = {d['name']: d for d in json.loads(done('formats', '--devices', '--json'))}
    for name in DEVICE_RULES:
        n = str(min(devices[name]['bands'], 10))
        words = ['fit', 'curve.csv', '--target', 'flat', '-n', n, '--json']
        free = json.loads(done(*words))
        made = json.loads(done(*words, '--for', name))
        check_device(devices[name], made['correction']['bands'], made['correction']['preamp_db'])
        rms, free_rms = (x['figures'][0]['fit']['rms_db'] for x in (made, free))
        assert rms <= 1.2 * free_rms, (name, rms, free_rms)


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_export', globals()))
