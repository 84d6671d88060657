"""Presets of EasyEffects, Poweramp and OPRA, as JSON: each sounds as its program has it, and what is
not used is told.
"""

import json
import sys

from helpers import cli
from helpers.cli import refused, tare, write
from helpers.cookbook import coefficients
from helpers.heard import check_levels, high_shelf, levels, low_shelf, peak, plain


def band(kind='Bell', frequency=1000.0, gain=-3.0, q=1.0, **changes):
    return dict({'type': kind, 'mode': 'APO (DR)', 'slope': 'x1', 'solo': False, 'mute': False,
                 'gain': gain, 'frequency': frequency, 'q': q, 'width': 4.0}, **changes)


def side(bands):
    return {'band%d' % i: each for i, each in enumerate(bands)}


def equalizer(left, right=None, **changes):
    return dict({'bypass': False, 'input-gain': -20.0, 'output-gain': 0.0, 'mode': 'IIR',
                 'decramp': 'Off', 'split-channels': right is not None, 'balance': 0.0,
                 'pitch-left': 0.0, 'pitch-right': 0.0, 'num-bands': len(left),
                 'left': side(left), 'right': side(left if right is None else right)}, **changes)


def preset(**plugins):
    named = {name.replace('_', '#'): each for name, each in plugins.items()}
    return json.dumps({'output': dict({'blocklist': [], 'plugins_order': list(named)}, **named)})


BANDS = [
    (band(), peak(1000, -3, 1)),
    (band('Bell', 5500, -6, 8), peak(5500, -6, 8)),
    (band('Lo-shelf', 105, 6.1, 0.7), low_shelf(105, 6.1, 0.7)),
    (band('Hi-shelf', 9000, -4, 0.5), high_shelf(9000, -4, 0.5)),
    (band('Lo-pass', 9000, 0, 0.8), plain('low_pass', 9000, 0.8)),
    (band('Hi-pass', 30, 0, 0.6), plain('high_pass', 30, 0.6)),
    (band('Notch', 1000, 0, 5), plain('notch', 1000, 5)),
    (band('Allpass', 1000, 0, 2), plain('all_pass', 1000, 2)),
    (band('Bandpass', 1000, 0, 2), plain('band_pass', 1000, 2)),
    (band('Resonance', 1000, -4, 2), peak(1000, -4, 2)),
    (band('Notch', 1000, 0, 33.3), plain('notch', 1000, 33.3)),
    (band('Bell', 1000, -6, 0.02), peak(1000, -6, 0.1)),
    (band('Bell', 1000, -36, 2), peak(1000, -36, 2)),
    (band('Bell', 1000, -6, 2, slope='x3'), peak(1000, -6, 2)),
]
UNUSED = [
    (band('Off'), 'it is off'), (band(mute=True), 'it is muted'),
    (band('Wobble'), 'its type is not known'), (band('Ladder-pass'), 'a correction has no such'),
    (band(q='1.0'), 'something is no number'),
]


def test_easyeffects_bands_are_those_of_the_cookbook():
    for each, filters in BANDS:
        found, said = levels(write('ee.json', preset(equalizer_0=equalizer([each]))))
        check_levels(found, [filters], -20.0, each)
        assert 'not used' not in said, said
    for each, why in UNUSED:
        found, said = levels(write('ee.json', preset(equalizer_0=equalizer([each, band()]))))
        check_levels(found, [peak(1000, -3, 1)], -20.0, each)
        assert 'equalizer#0, left, band0 is not used: ' + why in said, (each, said)


def test_easyeffects_chains_and_sides():
    one, two = band('Bell', 100, -6, 2), band('Bell', 3000, -5, 1)
    first, second = peak(100, -6, 2), peak(3000, -5, 1)
    cases = [
        (preset(equalizer_0=equalizer([one], [two])), [first], [second]),
        (preset(equalizer=equalizer([one])), [first], [first]),
        (preset(equalizer_0=equalizer([one, two], **{'num-bands': 1})), [first], [first]),
        (preset(equalizer_0=equalizer([one, dict(two, solo=True)])), [second], [second]),
        (preset(equalizer_0=equalizer([one], **{'input-gain': -12, 'output-gain': -3.0}),
                equalizer_1=equalizer([two], **{'input-gain': -5})), [first, second],
         [first, second]),
        (preset(equalizer_0=equalizer([one]), equalizer_1=equalizer([two], bypass=True)), [first],
         [first]),
    ]
    for text, left, right in cases:
        path = write('chain.json', text)
        for channel, filters in [('left', left), ('right', right)]:
            check_levels(levels(path, channel=channel)[0], filters, -20.0, (text, channel))


def test_what_easyeffects_does_besides_is_told():
    text = preset(equalizer_0=equalizer([band()], balance=10.0, decramp='On'),
                  limiter_0={'bypass': False})
    result = tare('show', '--file', write('Acme One.json', text))
    assert result.status == 0, result
    for says in ['balance is not used', 'decramp is not used', 'limiter#0 of output is not used']:
        assert says in result.err, (says, result.err)
    off = preset(equalizer_0=equalizer([band()], bypass=True))
    refused('show', '--file', write('off.json', off), status=1, says='gives no correction')
    for broken in ['{"output": {"equalizer#0": ', '{"output": {"equalizer#0": {}}} x']:
        refused('show', '--file', write('broken.json', broken),
                says=r'broken\.json:1:\d+: no JSON: .*; expected')


def poweramp(bands, **changes):
    return dict({'name': 'Acme One', 'preamp': -20.0, 'parametric': True, 'bands': bands}, **changes)


def test_poweramp():
    types = ['low_pass', 'high_pass', 'band_pass', 'peak', 'low_shelf', 'high_shelf']
    for number, kind in enumerate(types):
        each = {'type': number, 'channels': 0, 'frequency': 3000, 'q': 0.8, 'gain': -3.5}
        found, _ = levels(write('pa.json', json.dumps([poweramp([each])])))
        gain_db = -3.5 if number >= 3 else 0.0
        check_levels(found, [coefficients(kind, 3000, gain_db, q=0.8)], -20.0, kind)
    bands = [{'type': 3, 'channels': side, 'frequency': 1000 * side + 500, 'q': 2, 'gain': -4}
             for side in (0, 1, 2)] + [{'type': 9, 'frequency': 10, 'q': 1, 'gain': 1}]
    path = write('pa.json', json.dumps(poweramp(bands)))
    for channel, freq_hz in [('left', 1500), ('right', 2500)]:
        found, said = levels(path, channel=channel)
        check_levels(found, [peak(500, -4, 2), peak(freq_hz, -4, 2)], -20.0, channel)
        assert 'band 4 is not used: its type is not known' in said, said
    shown = json.loads(tare('show', '--json', '--file', path).out)
    assert (shown['brand'], shown['model'], shown['id']) == ('Acme', 'One', 'acme-one/poweramp')
    _, said = levels(write('more.json', json.dumps(poweramp([dict(bands[0], color=3, slope=12)], delay=1))))
    assert '"slope" is not used' in said and '"delay" is not used' in said and 'color' not in said, said
    two = json.dumps([poweramp(bands[:1]), poweramp(bands[1:2], name='Acme Two')])
    refused('show', '--file', write('two.json', two), says='holds 2 corrections')
    out = tare('import', 'two.json').out
    assert out == 'Acme One  acme-one/poweramp\nAcme Two  acme-two/poweramp\n', out
    graphic = json.dumps([poweramp(bands, parametric=False)])
    refused('show', '--file', write('graphic.json', graphic), status=1, says='of the graphic')


def opra(bands, **changes):
    return json.dumps(dict({'author': 'Anna', 'details': 'Some target', 'type': 'parametric_eq',
                            'parameters': {'gain_db': -20, 'bands': bands}}, **changes))


def test_a_single_preset_of_opra():
    each = [{'type': 'peak_dip', 'frequency': 3000, 'gain_db': -4, 'q': 2},
            {'type': 'low_shelf', 'frequency': 105, 'gain_db': 5, 'q': 0.7},
            {'type': 'high_shelf', 'frequency': 9000, 'gain_db': -4, 'q': 0.7},
            {'type': 'high_pass', 'frequency': 30, 'slope': 12},
            {'type': 'band_stop', 'frequency': 50, 'q': 4}]
    path = write('Acme One.json', opra(each))
    found, _ = levels(path)
    check_levels(found, [peak(3000, -4, 2), low_shelf(105, 5, 0.7), high_shelf(9000, -4, 0.7),
                         plain('high_pass', 30, 0.5 ** 0.5), plain('notch', 50, 4)], -20.0, 'opra')
    shown = json.loads(tare('show', '--json', '--file', path).out)
    assert (shown['id'], shown['author'], shown['reference_rate_hz']) == ('acme-one/opra', 'Anna',
                                                                         48000), shown
    path = write('one.json', opra(each, author='AutoEQ'))
    assert json.loads(tare('show', '--json', '--file', path).out)['reference_rate_hz'] == 44100
    each[3]['slope'] = 18
    assert tare('show', '--file', write('odd.json', opra(each))).status == 0
    each[3]['slope'] = 15
    refused('show', '--file', write('none.json', opra(each)), says='slope cannot be represented')
    refused('show', '--file', write('none.json', opra([])), says='has no bands')


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_json_presets', globals()))
