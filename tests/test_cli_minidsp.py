"""Filters as coefficients, "biquad1" and so on, as miniDSP's devices take them: bands that are the
same filter, held against the coefficients.
"""

import json
import re
import sys

from helpers import cli
from helpers.cli import refused, tare, write
from helpers.cookbook import GRID_HZ, coefficients, level_db
from helpers.heard import BOUND_DB, check_levels, high_shelf, levels, low_shelf, peak, plain


def normal(filters):
    """b0, b1, b2, a1, a2"""
    return [(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0) for b0, b1, b2, a0, a1, a2 in filters]


def text(filters, form='%.15f', end='\n', last=''):
    """With miniDSP's signs, and no comma behind the last number."""
    parts = []
    for i, (b0, b1, b2, a1, a2) in enumerate(normal(filters)):
        numbers = zip(['b0', 'b1', 'b2', 'a1', 'a2'], [b0, b1, b2, -a1, -a2])
        parts.append('biquad%d,' % (i + 1) + end +
                     (',' + end).join('%s=%s' % (name, form % value) for name, value in numbers))
    return (',' + end).join(parts) + last + end


FILTERS = [
    peak(1000, -20, 1), peak(31.5, -4.5, 4.3), peak(12000, -9, 0.4), peak(80, -30, 0.1),
    low_shelf(105, -6, 0.71), low_shelf(40, -12, slope=0.5), high_shelf(9000, -5.5, 0.5),
    high_shelf(2000, -12, slope=1.0), plain('low_pass', 15000, 0.71), plain('high_pass', 25, 0.6),
    plain('notch', 60, 8), plain('notch', 1000, 30), plain('band_pass', 800, 0.7),
    plain('all_pass', 300, 1.2), peak(500, -40, 3), peak(500, -6, 31),
    # a bell and a shelf in one, zeros on the circle beside the poles, two real pairs
    (0.6, -0.9, 0.36, 1.0, -1.2, 0.5), (0.5, -0.99, 0.5, 1.0, -1.7, 0.75),
    (0.8, -1.0, 0.3, 1.0, -0.9, 0.1),
    # a shelf of first order, a level
    (0.62, -0.5, 0.0, 1.0, -0.8, 0.0), (0.5, 0.0, 0.0, 1.0, 0.0, 0.0),
]
QUIET = (0.1, 0.0, 0.0, 1.0, 0.0, 0.0)  # so that no preamp has to be lowered


def test_each_filter_is_bands():
    for each in FILTERS:
        found, said = levels(write('mini.txt', text([each, QUIET])))
        check_levels(found, [each, QUIET], 0.0, each)
        assert 'not used' not in said and 'off it' not in said, said
    many = [peak(60 * 1.5 ** i, -3, 2) for i in range(12)]
    check_levels(levels(write('many.txt', text(many)))[0], many, 0.0, 'many')


def test_zeros_outside_are_heard_the_same():
    for each in [(0.5, -1.2, 0.6, 1.0, -1.2, 0.5), (0.3, -0.9, -0.5, 1.0, -1.2, 0.5),
                 (-0.6, 0.9, -0.36, 1.0, -1.2, 0.5)]:
        found, said = levels(write('outside.txt', text([each, QUIET])))
        check_levels(found, [each, QUIET], 0.0, each)
        assert ('its phase is another' in said) == (each[0] > 0), said


def test_what_no_band_is_comes_near_and_is_told():
    for each in [(0.1, 0.1, 0.0, 1.0, -0.8, 0.0), (0.9, -0.9, 0.0, 1.0, -0.8, 0.0),
                 (0.1, 0.1, 0.0, 1.0, -1.2, 0.5)]:
        found, said = levels(write('near.txt', text([each, QUIET])))
        told = re.search(r':1:1: filter becomes \d that are at most (0\.0\d) dB off it', said)
        off = max(abs(db - level_db([each, QUIET], hz)) for hz, db in zip(GRID_HZ, found))
        assert told and BOUND_DB / 2 < off <= float(told.group(1)) + 0.005 <= 0.05, (off, said)


def test_ways_of_writing():
    filters = [peak(1000, -6, 2), low_shelf(105, -4, 0.7)]
    for form in ['%.15f', '%.17g', '%.9f', '%+.12e']:
        for end in ['\n', '\r\n', '\r', ' ']:
            for last in ['', ',', '\n\n']:
                path = write('ways.txt', text(filters, form, end, last))
                check_levels(levels(path)[0], filters, 0.0, (form, end, last))
    path = write('ways.txt', '\ufeff# from REW\n\n' + text(filters).replace('=', ' = '))
    check_levels(levels(path)[0], filters, 0.0, 'blanks')


def test_the_rate_is_asked():
    filters = [peak(100, -6, 2), low_shelf(105, -4, 0.7)]
    path = write('Acme One.txt', text(filters))
    for dialect, said_so in [((), True), (('--dialect', 'minidsp-48'), False),
                             (('--dialect', 'apo'), True)]:
        found, said = levels(path, *dialect)
        check_levels(found, filters, 0.0, dialect)
        assert ('expected --dialect minidsp-96' in said) == said_so, said
    slow = [coefficients('peak', 100, -6, 96000, q=2), coefficients('peak', 400, -9, 96000, q=2)]
    found, said = levels(write('fast.txt', text(slow)), '--dialect', 'minidsp-96')
    for hz, db in zip(GRID_HZ, found):
        assert abs(db - level_db(slow, hz, 96000)) <= 0.02, (hz, db, said)
    shown = json.loads(tare('show', '--json', '--file', path).out)
    assert shown['id'] == 'acme-one/minidsp' and shown['reference_rate_hz'] == 48000, shown
    assert len(shown['bands']) == 2, shown


def fast(bands):
    return [coefficients(kind, hz, gain, 96000, q=q) for kind, hz, gain, q in bands]


def heard_at_96000(filters):
    """How far off what is heard is at most, and what was said."""
    quiet = filters + [QUIET]
    found, said = levels(write('high.txt', text(quiet)), '--dialect', 'minidsp-96')
    return max(abs(db - level_db(quiet, hz, 96000)) for hz, db in zip(GRID_HZ, found)), said


def test_another_rate_is_moved_and_told():
    off, said = heard_at_96000(fast([('peak', 100, -6, 2), ('peak', 5500, -6, 4), ('peak', 9000, -5, 1.5),
                                     ('high_shelf', 10000, -6, 0.7), ('low_shelf', 105, -5, 0.7)]))
    assert off <= 0.02, (off, said)
    assert re.search(r'for 96000 Hz: 3 sound otherwise at 48000 Hz and are moved, at most 0\.0', said), said


def test_narrow_high_and_many_filters_for_another_rate():
    for bands in [[('peak', hz, gain, q)] for hz in (7000, 12500, 17000, 19500)
                  for gain in (-12, 9) for q in (0.5, 2, 6, 10)] + \
            [[('peak', 14928, -0.7, 10), ('peak', 14639, -9.0, 0.5), ('peak', 10036, -9.0, 10),
              ('peak', 14486, -10.1, 0.7), ('peak', 17402, -10.0, 1), ('peak', 13360, -0.4, 6)],
             [('low_shelf', 12463, -11.5, 0.7), ('peak', 10240, -5.4, 6), ('peak', 12938, -11.1, 1.4)],
             [('peak', 1000 * 1.22 ** i, (-1) ** i * 4, 8) for i in range(16)],
             [('low_pass', 15000, 0, 0.7), ('notch', 9000, 0, 8), ('peak', 12000, 6, 3)]]:
        off, said = heard_at_96000(fast(bands))
        assert off <= 0.05 and 'are moved' in said, (off, bands, said)


def test_what_is_wrong_is_told():
    good = text([peak(1000, -6, 2)], last=',')
    n = good.count('\n')
    for more, says in [('biquad2,\nb0=1,\n', r'filter is not used: a number is missing'),
                       ('biquad2,\nb0=1,\nb0=1,\nb1=0,b2=0,a1=0,a2=0\n', None),
                       (text([(1, 0, 0, 1, -2.1, 1.2)]), r'does not come to rest'),
                       (text([(1, 0, 0, 1, 1.99, -0.99)]), r'does not come to rest'),
                       (text([(0, 0, 0, 1, -1.2, 0.5)]), r'lets nothing pass')]:
        found, said = levels(write('bad.txt', good + more))
        check_levels(found, [peak(1000, -6, 2)], 0.0, more)
        if says:
            assert re.search(r'bad\.txt:%d:1: .*%s.*; expected' % (n + 1, says), said), said
        else:
            assert re.search(r':%d:1: line is not used: it is no number of a fil' % (n + 3), said), said
    for bad in ['b3=1', 'b0=x', 'b0=nan', 'hello', 'b0']:
        said = tare('show', '--file', write('bad.txt', good + bad + '\n')).err
        assert re.search(r'bad\.txt:%d:1: line is not used: it is no number' % (n + 1), said), said
    refused('show', '--file', write('one.txt', 'biquad1,\nb0=1,\nb1=0\n'), status=1,
            says=r'one\.txt:1:1: filter is not used(.|\n)*gives no correction')


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_minidsp', globals()))
