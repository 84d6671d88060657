"""Presets of EasyEffects in the modes that are not the cookbook's, held against what LSP's plugin
plays: impulses through para_equalizer_x16_mono of lsp-plugins-lv2 1.2.5 at 48 kHz, by lv2apply.
"""

import json
import os
import re
import sys

from helpers import cli
from helpers.cli import DATA, tare, write
from helpers.cookbook import GRID_HZ, level_db
from helpers.heard import levels, peak

QUIET_DB = -10.0


def measured():
    with open(os.path.join(DATA, 'lsp_levels.txt'), encoding='utf-8') as file:
        lines = [line.rstrip('\n') for line in file]
    freqs = [float(word) for word in lines[0].split()[2:]]
    for line in lines[1:]:
        kind, mode, slope, freq, gain, q, found = line.split('\t')
        yield (kind, mode, slope, float(freq), float(gain), float(q),
               list(zip(freqs, map(float, found.split()))))


def band(kind, mode, slope, freq, gain, q, **more):
    return dict({'type': kind, 'mode': mode, 'slope': slope, 'solo': False, 'mute': False, 'gain': gain,
                 'frequency': freq, 'q': q, 'width': 4.0}, **more)


def preset(bands, right=None, **more):
    sides = [{'band%d' % i: each for i, each in enumerate(side)} for side in (bands, right or bands)]
    return json.dumps({'output': {'plugins_order': ['equalizer#0'], 'equalizer#0': dict({
        'bypass': False, 'input-gain': QUIET_DB, 'output-gain': 0.0, 'mode': 'IIR', 'decramp': 'Off',
        'split-channels': False, 'num-bands': len(bands), 'left': sides[0], 'right': sides[1]}, **more)}})


def heard(path, freqs, channel='left'):
    result = tare('response', '--file', path, '--no-auto-preamp', '--channel', channel, '--at',
                  ','.join('%.6f' % hz for hz in freqs))
    assert result.status == 0, result
    return [float(line.split(',')[1]) for line in result.out.splitlines()[1:]], result.err


def is_heard(kind, slope, level):
    """Far down the plugin rounds to what single precision has."""
    return level > (-45.0 if 'pass' in kind else -80.0)


def test_every_mode_sounds_as_the_plugin():
    n_exact = n_fitted = 0
    for kind, mode, slope, freq, gain, q, points in measured():
        path = write('ee.json', preset([band(kind, mode, slope, freq, gain, q)], **{
            'input-gain': -20.0}))
        found, said = heard(path, [hz for hz, _ in points])
        told = re.search(r'preamp of (\S+) dB would let peaks clip, (\S+) dB is taken', said)
        shift = -20.0 if not told else -20.0 + float(told.group(2)) - float(told.group(1))
        fitted = re.search(r'the curve becomes .* at most ([\d.]+) dB', said)
        n_exact += not fitted
        n_fitted += bool(fitted)
        n_sections = 2 if mode[0] == 'R' else 6 if mode[0] == 'B' else 24
        rounding_db = 0.006 + 0.001 * n_sections * (freq < 300)  # the plugin's
        bound_db = rounding_db + (float(fitted.group(1)) + 0.1 if fitted else 0.0)
        for (hz, wanted), db in zip(points, found):
            if is_heard(kind, slope, wanted):
                off = abs(db - shift - wanted)
                assert off <= bound_db, (kind, mode, slope, freq, gain, q, hz, db - shift, wanted, said)
    assert n_exact >= 150 and n_fitted >= 3, (n_exact, n_fitted)


def test_what_easyeffects_makes_of_odd_values():
    for change, wanted, says in [
            ({'mode': 'APO'}, ('RLC (BT)', 'x1', 6.0, 1.0), 'has no known mode'),
            ({'mode': None}, ('RLC (BT)', 'x1', 6.0, 1.0), 'has no known mode'),
            ({'gain': 50.0, 'mode': 'RLC (BT)'}, ('RLC (BT)', 'x1', 36.0, 1.0), 'gain is beyond'),
            ({'q': 200.0, 'mode': 'RLC (BT)'}, ('RLC (BT)', 'x1', 6.0, 100.0), 'q is beyond')]:
        odd = dict(band('Bell', 'APO (DR)', 'x1', 1000.0, 6.0, 1.0), **change)
        path = write('odd.json', preset([{k: v for k, v in odd.items() if v is not None}]))
        same = write('same.json', preset([band('Bell', wanted[0], wanted[1], 1000.0, *wanted[2:])]))
        found, said = heard(path, GRID_HZ)
        assert found == heard(same, GRID_HZ)[0] and says in said, (change, said)
    steep = [heard(write('steep.json', preset([band('Bell', 'APO (DR)', slope, 1000.0, -6.0, 1.0)])),
                   GRID_HZ)[0] for slope in ('x1', 'x4')]
    assert steep[0] == steep[1]  # this mode has no slope
    said = tare('show', '--file', write('bad.json', preset([
        band('Bell', 'RLC (BT)', 'steep', 1000.0, 6.0, 1.0), band('Ladder-pass', 'RLC (BT)', 'x1', 1e3, 1, 1),
        band('Bandpass', 'BWC (BT)', 'x1', 1e3, 1, 1), band('Bell', 'APO (DR)', 'x1', 100, 1, 1)]))).err
    for says in ['band0 is not used: its slope is not known', 'band1 is not used: a correction has no',
                 'band2 is not used: a correction has no']:
        assert says in said, (says, said)


def test_what_is_missing_or_no_number():
    without = band('Bell', 'RLC (BT)', 'x1', 1000.0, -6.0, 1.0)
    wanted, _ = heard(write('x1.json', preset([without])), [500, 1000, 2000])
    del without['slope']
    found, _ = heard(write('none.json', preset([without])), [500, 1000, 2000])
    assert found == wanted, (found, wanted)
    _, said = heard(write('text.json', preset([without], **{'input-gain': '-6'})), [1000])
    assert 'input-gain is not used: it is no number' in said, said


def test_what_the_order_does_not_name_is_not_heard():
    text = preset([band('Bell', 'APO (DR)', 'x1', 1000.0, -6.0, 1.0)])
    bell = heard(write('a.json', text), [1000])[0][0]
    for order in ('["equalizer#0", "limiter#0"]', '[]', '"none"'):
        found, said = heard(write('b.json', text.replace('["equalizer#0"]', order)), [1000])
        assert found == [bell] and said == '', (order, said)
    for order in ('["limiter#0"]', '["equalizer#1", 3]'):
        said = tare('show', '--file', write('c.json', text.replace('["equalizer#0"]', order)))
        assert said.status == 1 and 'plugins_order does not name it; expected it there' in said.err, said
    more = text.replace('"equalizer#0": {', '"maximizer#0": {}, "equalizer#0": {')
    assert 'maximizer#0 of output is not used' in heard(write('d.json', more), [1000])[1]


def test_sides_are_heard_whatever_split_channels_says():
    for split in (False, True):
        one, two = [band('Bell', 'APO (DR)', 'x1', hz, -6.0, 2.0) for hz in (100.0, 3000.0)]
        path = write('sides.json', preset([one], [two], **{'split-channels': split}))
        for channel, hz in [('left', 100), ('right', 3000)]:
            for at, db in zip(GRID_HZ, levels(path, channel=channel)[0]):
                assert abs(db - QUIET_DB - level_db([peak(hz, -6, 2)], at)) <= 0.01, (channel, at)
    said = tare('show', '--file', write('fft.json', preset([one], mode='FFT'))).err
    assert 'mode FFT is taken by its level' in said, said


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_easyeffects', globals()))
