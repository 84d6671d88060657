"""Curves of graphic equalisers, GraphicEQ lines as AutoEq, Wavelet and JamesDSP have them: fitted, and
what is left is told.
"""

import json
import math
import re
import sys

from helpers import cli
from helpers.cli import refused, tare, write
from helpers.cookbook import GRID_HZ, level_db
from helpers.heard import levels, peak

TOLD = re.compile(r'becomes (\d+) filters: rms ([\d.]+) dB off it to 10 kHz, ([\d.]+) dB above, '
                  r'at most ([\d.]+) dB at (\d+) Hz')


def line(points, form='%d %.1f', mark='; '):
    return 'GraphicEQ: ' + mark.join(form % point for point in points) + '\n'


def wavy(low_db=-6.0):
    """127 points, as AutoEq has them, of a curve such as headphones need."""
    freqs = sorted({round(20.0 * 1000.0 ** (i / 126.0)) for i in range(127)})
    return [(freq_hz, low_db + 4.0 * math.sin(1.3 * math.log(freq_hz)) +
             1.5 * math.sin(3.0 * math.log(freq_hz))) for freq_hz in freqs]


def curve_db(points, freq_hz):
    """Linear over the logarithm of frequency, constant beyond the ends."""
    points = sorted(point for point in points if point[0] > 0)
    if freq_hz <= points[0][0]:
        return points[0][1]
    for (f0, l0), (f1, l1) in zip(points, points[1:]):
        if freq_hz <= f1:
            return l0 + (l1 - l0) * math.log(freq_hz / f0) / math.log(f1 / f0)
    return points[-1][1]


def check(path, points, *filters, bound_db=0.25, shift_db=0.0, channel='left'):
    found, said = levels(path, channel=channel)
    worst = max(abs(found_db - shift_db - curve_db(points, freq_hz) - level_db(filters, freq_hz))
                for freq_hz, found_db in zip(GRID_HZ, found))
    assert worst <= bound_db, (worst, said)
    return worst, said


def test_a_curve_is_fitted_and_the_rest_is_told():
    for form, mark in [('%d %.1f', '; '), ('%.2f %.3f', ';'), ('%d  %.2f', ' ;\t')]:
        points = wavy()
        path = write('Acme One GraphicEQ.txt', line(points, form, mark))
        worst, said = check(path, points)
        found = TOLD.search(said)
        assert found and int(found.group(1)) == 20, said
        assert float(found.group(2)) <= 0.1 and abs(float(found.group(4)) - worst) <= 0.1, said
        shown = json.loads(tare('show', '--json', '--file', path).out)
        assert (shown['brand'], shown['model'], len(shown['bands'])) == ('Acme', 'One', 20)


def test_points_are_no_bells():
    """A flat curve is flat, where 32 bells of EasyEffects make -36 dB at 49 Hz of it."""
    points = [(freq_hz, -6.0) for freq_hz, _ in wavy()]
    for text in [line(points), line([(1000, -6.0)]), line([(20, -6), (20000, -6)])]:
        check(write('flat.txt', text), points, bound_db=0.011)


def test_commas_and_points_in_any_order():
    points = wavy()
    text = line(points[::-1], '%d %.2f').replace('.', ',')
    check(write('commas.txt', text), points)
    jamesdsp = line([(0.0, points[0][1])] + points, '%.1f %.2f')
    check(write('zero.txt', jamesdsp), points)


def test_preamps_count_besides():
    points = wavy(-9.0)
    check(write('preamp.txt', 'Preamp: -3 dB\n' + line(points, '%d %.3f')), points, shift_db=-3.0)


def test_curves_beside_filters_and_each_other():
    points = wavy(-12.0)
    text = line(points, '%d %.3f') + 'Filter: ON PK Fc 500 Hz Gain -6 dB Q 6\n'
    check(write('both.txt', text), points, peak(500, -6, 6))
    half = [(freq_hz, level / 2) for freq_hz, level in points]
    check(write('twice.txt', line(half, '%d %.4f') * 2), points)


def test_each_side_may_have_its_own():
    left, right = wavy(-8.0), [(20, -6.0), (200, -9.0), (2000, -7.0), (20000, -6.5)]
    path = write('sides.txt', 'Channel: L\n%sChannel: R\n%s' % (line(left, '%d %.3f'), line(right)))
    check(path, left, bound_db=0.8)
    check(path, right, bound_db=0.8, channel='right')


def test_bad_points_are_told():
    text = line(wavy()).replace('; 20', '; x 1; 30; 30 1 2; 40 nan; -50 1; 20', 1)
    result = tare('show', '--file', write('bad.txt', text))
    assert result.status == 0, result
    told = re.findall(r'bad\.txt:1:(\d+): point is not used', result.err)
    assert len(told) == 5 and text[int(told[0]) - 1:].startswith('x 1'), result
    refused('show', '--file', write('none.txt', 'GraphicEQ: ;;\n'), status=1,
            says='the curve has no points(.|\n)*gives no correction')
    passes = ''.join('Filter: ON HPQ Fc %d Hz Q 0.7\n' % (10 + i) for i in range(20))
    result = tare('show', '--file', write('full.txt', passes + line(wavy())))
    assert result.status == 0 and 'no room for filters of the curve' in result.err, result


def test_a_curve_beside_as_many_filters_as_there_may_be():
    points = wavy(-14.0)
    freqs = [round(60 * 1.3 ** i) for i in range(19)]
    many = ''.join('Filter: ON PK Fc %d Hz Gain -1 dB Q 2\n' % freq_hz for freq_hz in freqs)
    said = check(write('full.txt', many + line(points, '%d %.3f')), points,
                 *[peak(freq_hz, -1, 2) for freq_hz in freqs], bound_db=0.6)[1]
    assert 'there are 19 filters beside a curve, which are fitted together' in said, said


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_graphic', globals()))
