"""Configurations of CamillaDSP, old and new: its types, pipelines with filters for each channel, held
against what its source says of them.
"""

import json
import math
import re
import sys

from helpers import cli
from helpers.cli import refused, tare, write
from helpers.cookbook import GRID_HZ, RATE_HZ, coefficients, level_db
from helpers.heard import check_levels, high_shelf, levels, low_shelf, peak, plain

QUIET = 'quiet:\n    type: Gain\n    parameters: { gain: -20.0, inverted: false }'


def filters(*parameters, kind='Biquad'):
    return '\n'.join('  f%d:\n    type: %s\n    parameters: { %s }' % (i, kind, each)
                     for i, each in enumerate(parameters))


def config(text, steps=None, rate=48000, names=1):
    steps = steps or '  - type: Filter\n    channels: [0, 1]\n    names: [quiet%s]\n' % ''.join(
        ', f%d' % i for i in range(names))
    return ('devices:\n  samplerate: %d\n  chunksize: 1024\nfilters:\n  %s\n%s\npipeline:\n%s' %
            (rate, QUIET, text, steps))


def analogue(n, d, freq_hz=RATE_HZ / 4):
    """Of 1, s, s^2, with s = j at a frequency, as coefficients."""
    k = 1.0 / math.tan(math.pi * freq_hz / RATE_HZ)
    turn = lambda x: (x[0] + x[1] * k + x[2] * k * k, 2 * (x[0] - x[2] * k * k),
                      x[0] - x[1] * k + x[2] * k * k)
    return turn(n) + turn(d)


def butterworth(kind, freq_hz, order):
    return [plain(kind, freq_hz, 1 / (2 * math.sin(math.pi / order * (i + 0.5))))
            for i in range(order // 2)]


A = 10 ** (6 / 40)
S_100, S_5K = [math.tan(math.pi * hz / RATE_HZ) for hz in (100, 5000)]
W_60, W_25 = 60.0, 25.0
BIQUADS = [
    ('type: Peaking, freq: 5500, gain: -6.0, q: 8', [peak(5500, -6, 8)]),
    ('type: Peaking, freq: 180, gain: -2, bandwidth: 0.5', [peak(180, -2, octaves=0.5)]),
    ('type: Peaking, freq: 12000, gain: 6, bandwidth: 1.0', [peak(12000, 6, octaves=1)]),
    ('type: Lowshelf, freq: 105, gain: 6.1, q: 0.7', [low_shelf(105, 6.1, 0.7)]),
    ('type: Lowshelf, freq: 105, gain: 6.1, slope: 6.0', [low_shelf(105, 6.1, slope=0.5)]),
    ('type: Highshelf, freq: 9000, gain: -4, q: 0.5', [high_shelf(9000, -4, 0.5)]),
    ('type: Highshelf, freq: 9000, gain: -4, slope: 12', [high_shelf(9000, -4, slope=1)]),
    ('type: Lowpass, freq: 9000, q: 0.8', [plain('low_pass', 9000, 0.8)]),
    ('type: Highpass, freq: 30, q: 0.5', [plain('high_pass', 30, 0.5)]),
    ('type: Notch, freq: 1000, q: 5', [plain('notch', 1000, 5)]),
    ('type: Notch, freq: 1000, q: 40', [plain('notch', 1000, 40)]),
    ('type: Notch, freq: 3000, bandwidth: 0.5', [coefficients('notch', 3000, octaves=0.5)]),
    ('type: Bandpass, freq: 1000, q: 0.7', [plain('band_pass', 1000, 0.7)]),
    ('type: Bandpass, freq: 1000, bandwidth: 2', [coefficients('band_pass', 1000, octaves=2)]),
    ('type: Allpass, freq: 300, q: 2', [plain('all_pass', 300, 2)]),
    ('type: Allpass, freq: 300, bandwidth: 2', [coefficients('all_pass', 300, octaves=2)]),
    ('type: LowshelfFO, freq: 100, gain: 6',
     [analogue((A * A * S_100, A, 0), (S_100, A, 0))]),
    ('type: HighshelfFO, freq: 5000, gain: 6',
     [analogue((A * S_5K, A * A, 0), (A * S_5K, 1, 0))]),
    ('type: Free, b0: 0.6, b1: -0.9, b2: 0.36, a1: -1.2, a2: 0.5',
     [(0.6, -0.9, 0.36, 1, -1.2, 0.5)]),
    ('type: GeneralNotch, freq_z: 1000, freq_p: 2000, q_p: 1.0',
     [analogue((math.tan(math.pi / 48) ** 2, 0, 1),
               (math.tan(math.pi / 24) ** 2, math.tan(math.pi / 24), 1))]),
    ('type: GeneralNotch, freq_z: 2000, freq_p: 1000, q_p: 0.8, normalize_at_dc: true',
     [analogue([x * (math.tan(math.pi / 48) / math.tan(math.pi / 24)) ** 2
                for x in (math.tan(math.pi / 24) ** 2, 0, 1)],
               (math.tan(math.pi / 48) ** 2, math.tan(math.pi / 48) / 0.8, 1))]),
    ('type: LinkwitzTransform, freq_act: 60, q_act: 0.9, freq_target: 25, q_target: 0.7',
     [analogue((W_60 ** 2, W_60 * 42.5 / 0.9, 42.5 ** 2), (W_25 ** 2, W_25 * 42.5 / 0.7, 42.5 ** 2),
               42.5)]),
]
COMBOS = [
    ('type: ButterworthLowpass, freq: 9000, order: 4', butterworth('low_pass', 9000, 4)),
    ('type: ButterworthHighpass, freq: 40, order: 8', butterworth('high_pass', 40, 8)),
    ('type: LinkwitzRileyLowpass, freq: 9000, order: 4', butterworth('low_pass', 9000, 2) * 2),
    ('type: LinkwitzRileyHighpass, freq: 40, order: 8', butterworth('high_pass', 40, 4) * 2),
    ('type: LinkwitzRileyHighpass, freq: 40, order: 2', [plain('high_pass', 40, 0.5)]),
    ('type: LinkwitzRileyLowpass, freq: 9000, order: 10',
     butterworth('low_pass', 9000, 5) * 2 + [plain('low_pass', 9000, 0.5)]),
    ('type: Tilt, gain: 6', [low_shelf(110, -3, 0.35), high_shelf(3500, 3, 0.35)]),
    ('type: FivePointPeq, fls: 100, gls: 3, qls: 0.7, fp1: 200, gp1: -2, qp1: 1, fp2: 1000, gp2: 4, '
     'qp2: 2, fp3: 3000, gp3: -5, qp3: 3, fhs: 9000, ghs: 2, qhs: 0.5',
     [low_shelf(100, 3, 0.7), peak(200, -2, 1), peak(1000, 4, 2), peak(3000, -5, 3),
      high_shelf(9000, 2, 0.5)]),
    ('type: GraphicEqualizer, freq_min: 20, freq_max: 20480, gains: [1, -2, 0, 4, -5, 3, 2, -1, 2, 1]',
     [peak(20 * 2 ** (i + 0.5), gain, octaves=1)
      for i, gain in enumerate([1, -2, 0, 4, -5, 3, 2, -1, 2, 1])]),
]


def test_each_type():
    for kind, cases in [('Biquad', BIQUADS), ('BiquadCombo', COMBOS)]:
        for text, sections in cases:
            found, said = levels(write('one.yml', config(filters(text, kind=kind))))
            check_levels(found, sections, -20.0, text)
            assert 'not used' not in said and 'off it' not in said, said


def test_gains():
    for text, gain_db in [('gain: -3.5', -3.5), ('gain: -3.5, scale: dB', -3.5),
                          ('gain: 0.5, scale: linear', 20 * math.log10(0.5)),
                          ('gain: -0.5, scale: linear', 20 * math.log10(0.5)),
                          ('gain: -6, inverted: true, mute: false, scale: null', -6.0)]:
        found, said = levels(write('gain.yml', config(filters(text, kind='Gain'))))
        check_levels(found, [], -20.0 + gain_db, text)
        assert ('turns the sound over' in said) == ('-0.5' in text or 'true' in text), said


LEFT, RIGHT = 'type: Peaking, freq: 100, gain: -6, q: 2', 'type: Peaking, freq: 3000, gain: -5, q: 1'
F_LEFT, F_RIGHT = peak(100, -6, 2), peak(3000, -5, 1)


def step(names, channels='', more=''):
    return '  - type: Filter\n%s%s    names: [%s]\n' % (channels and '    %s\n' % channels, more, names)


def test_pipelines():
    cases = [
        (step('quiet') + step('f0', 'channels: [0]') + step('f1', 'channels: [1]'),
         [F_LEFT], [F_RIGHT]),
        (step('quiet, f0', 'channel: 0') + step('quiet, f1', 'channel: 1'), [F_LEFT], [F_RIGHT]),
        (step('quiet, f0, f1', 'channel: 0') + step('quiet, f0, f1', 'channel: 1'),
         [F_LEFT, F_RIGHT], [F_LEFT, F_RIGHT]),
        (step('quiet, f0, f0'), [F_LEFT] * 2, [F_LEFT] * 2),
        (step('quiet', 'channels: null') + step('f0', 'channels: [0, 1, 2]'), [F_LEFT], [F_LEFT]),
        (step('quiet') + step('f0', more='    bypassed: true\n') + step('f1'), [F_RIGHT], [F_RIGHT]),
        (step('quiet') + step('f0', 'channels: [2, 3]') + step('f1'), [F_RIGHT], [F_RIGHT]),
        ('  - type: Mixer\n    name: to_2\n' + step('quiet, nothing, f0'), [F_LEFT], [F_LEFT]),
    ]
    for steps, left, right in cases:
        path = write('pipe.yml', config(filters(LEFT, RIGHT), steps))
        for channel, wanted in [('left', left), ('right', right)]:
            check_levels(levels(path, channel=channel)[0], wanted, -20.0, (steps, channel))
    said = tare('show', '--file', path).err
    assert re.search(r'pipe\.yml:\d+:1: step is not used: channels are not mixed', said), said
    assert re.search(r'pipe\.yml:\d+:1: filter nothing is not used: there is none', said), said
    assert re.search(r'pipe\.yml:\d+:1: filter f1 is not used: no step names it', said), said
    assert 'filter f0' not in said and 'filter quiet' not in said, said


def test_without_pipeline_or_rate():
    text = 'filters:\n  %s\n%s\n' % (QUIET, filters(LEFT))
    found, said = levels(write('Acme One.yml', text))
    check_levels(found, [F_LEFT], -20.0, text)
    assert 'there is no pipeline' in said and 'read as for 48000 Hz' in said, said
    shown = json.loads(tare('show', '--json', '--file', 'Acme One.yml').out)
    assert shown['id'] == 'acme-one/camilladsp', shown


def test_rates():
    for rate in (44100, 48000, 96000, 88200):
        sections = [coefficients('peak', 3000, -6, rate, q=2), coefficients('peak', 9000, -5, rate, q=2)]
        text = filters('type: Peaking, freq: 3000, gain: -6, q: 2',
                       'type: Peaking, freq: 9000, gain: -5, q: 2')
        path = write('rate.yml', config(text, rate=rate, names=2))
        found, said = levels(path, rate_hz=min(rate, 48000))
        bound_db = 0.01 if rate < 48001 else 0.02
        for hz, db in zip(GRID_HZ, found):
            assert abs(db + 20 - level_db(sections, hz, rate)) <= bound_db, (rate, hz, db, said)
        assert ('are moved' in said) == (rate > 48000), said
        shown = json.loads(tare('show', '--json', '--file', path).out)
        assert shown['reference_rate_hz'] == (44100 if rate % 44100 == 0 else 48000), shown


def test_yaml_as_people_write_it():
    text = config(filters(LEFT))
    loose = ('%YAML 1.1\n---\ntitle: "My EQ"\ndescription: null\ndevices: {samplerate: 48000}\n'
             'mixers: {}\nfilters:\n  quiet: {type: Gain, parameters: {gain: -20}}\n'
             "  'f0': &one\n    type: Biquad\n    description: Bass\n    parameters:\n"
             '      type: Peaking\n      freq: 1.0e+2\n      gain: -6\n      q: 2.0\n'
             '  f1: *one\npipeline:\n- type: Filter\n  channels:\n  - 0\n  - 1\n  names:\n  - quiet\n'
             '  - f1\n...\n')
    for each in [text, text.replace('\n', '\r\n'), '\ufeff' + text, '# mine\n' + text, loose]:
        check_levels(levels(write('loose.txt', each))[0], [F_LEFT], -20.0, each)


def test_what_is_wrong_is_told_with_its_line():
    for bad, says in [('type: Peaking, freq: x, gain: 1, q: 1', 'freq is no number'),
                      ('type: Peaking, freq: "100", gain: 1, q: 1', 'freq is no number'),
                      ('type: Peaking, freq: 100, gain: 1', 'q is no number'),
                      ('type: Peaking, freq: 100, q: 1', 'gain is no number'),
                      ('type: Wobble, freq: 100', 'its type is not known'),
                      ('freq: 100', 'its type is not known'),
                      ('type: AllpassFO, freq: 100', 'a phase without a level'),
                      ('type: Free, b0: 1, b1: 0, b2: 0, a1: -2.1, a2: 1.2', 'does not come to rest')]:
        path = write('bad.yml', config(filters(bad, LEFT), names=2))
        found, said = levels(path)
        check_levels(found, [F_LEFT], -20.0, bad)
        assert re.search(r'bad\.yml:9:1: filter .*is not used: .*%s' % says, said), (bad, said)
    for kind in ['Conv', 'Delay', 'Dither', 'Limiter', 'Loudness', 'Volume', 'DiffEq']:
        text = filters('x: 1', kind=kind) + '\n' + filters(LEFT).replace('f0', 'f1')
        said = levels(write('other.yml', config(text, names=2)))[1]
        assert 'f0 is not used: a correction has no such thing' in said, (kind, said)
    for order, says in [('0', 'order is none'), ('2.5', 'order is none'), ('99', 'order is none')]:
        text = filters('type: ButterworthLowpass, freq: 100, order: ' + order, kind='BiquadCombo')
        assert says in tare('show', '--file', write('order.yml', config(text))).err
    for broken, line in [(config(filters(LEFT)) + '  - {', 16), ('filters:\n  a: {type: Biquad, '
                         'parameters: {}}\n  a: {}\npipeline: []\n', 3)]:
        refused('show', '--file', write('broken.yml', broken), says=r'broken\.yml:%d:\d+: .*; exp' % line)
    deep = 'filters: ' + '[' * 200 + ']' * 200 + '\npipeline:\n- {type: x, parameters: 1}\n'
    refused('show', '--file', write('deep.yml', deep), says='nested too deeply')
    empty = 'filters: {}\npipeline: []\nx: {type: , parameters: }\n'.replace('type: ,', 'type: 1,')
    refused('show', '--file', write('empty.yml', empty), status=1, says='gives no correction')


def test_each_fault_once():
    text = filters('type: Wobble, freq: 100', LEFT)
    steps = step('quiet, f0, f1', 'channel: 0') + step('quiet, f0, f1', 'channel: 1')
    said = levels(write('twice.yml', config(text, steps)))[1]
    assert said.count('its type is not known') == 1, said
    many = '\n'.join('  w%d:\n    type: Wobble' % i for i in range(3000))
    steps = step('quiet, ' + ', '.join('w%d' % i for i in range(3000)))
    said = tare('show', '--file', write('many.yml', config(many, steps))).err
    assert said.count('is not used') == 20 and 'there are 2980 more parts that are not used' in said


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_camilladsp', globals()))
