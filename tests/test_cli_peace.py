"""Configurations of Peace, Equalizer APO's interface: each type of its sliders, speakers of their own,
and what is not used.
"""

import json
import math
import re
import sys

from helpers import cli
from helpers.cli import refused, tare, write
from helpers.cookbook import GRID_HZ, level_db
from helpers.heard import check_levels, corner_q, high_shelf, levels, low_shelf, peak, plain

SPEAKERS = '[Speakers]\n' + ''.join('SpeakerId%d=%d\nSpeakerTargets%d=%s\nSpeakerName%d=x\n' % (
    i, i, i, name, i) for i, name in enumerate(['all', 'L', 'R', 'C', 'SUB']))


def sliders(rows, group=''):
    """Each with frequency, gain, quality and number of type; None where Peace writes nothing."""
    text = ''
    for k, (section, key) in enumerate([('Frequencies', 'Frequency'), ('Gains', 'Gain'),
                                        ('Qualities', 'Quality'), ('Filters', 'Filter')]):
        text += '[%s%s]\n' % (section, group) + ''.join(
            '%s%d=%s\n' % (key, i + 1, row[k]) for i, row in enumerate(rows) if row[k] is not None)
    return text


def config(rows, preamp=-20, more=''):
    return '[General]\nDescription=mine\nPreAmp=%s\n' % preamp + SPEAKERS + sliders(rows) + more


def butterworth(kind, freq_hz, order, times=1):
    return [plain(kind, freq_hz, 0.5 / math.sin(math.pi / order * (i + 0.5)))
            for i in range(order // 2)] * times


TYPES = [
    ((900, -4.5, 2.2, None), [peak(900, -4.5, 2.2)]),
    ((900, 3, None, 0), [peak(900, 3, 1.41)]),
    ((9000, 0, 0.9, 1), [plain('low_pass', 9000, 0.9)]),
    ((40, None, 0.6, 2), [plain('high_pass', 40, 0.6)]),
    ((800, 0, 0.7, 3), [plain('band_pass', 800, 0.7)]),
    ((105, 6, 1.0, 4), [low_shelf(105, 6, slope=0.9)]),
    ((8000, -6, 1.0, 5), [high_shelf(8000, -6, slope=0.9)]),
    ((1000, 0, 8, 6), [plain('notch', 1000, 8)]),
    ((700, 0, 1.2, 7), [plain('all_pass', 700, 1.2)]),
    ((120, 8, 12, 8), [low_shelf(120, 8, slope=1.0)]),
    ((6000, -5, 6, 9), [high_shelf(6000, -5, slope=0.5)]),
    ((6000, 0, 2, 10), butterworth('low_pass', 6000, 2)),
    ((6000, 0, 5, 10), butterworth('low_pass', 6000, 5)),
    ((60, 0, 8, 11), butterworth('high_pass', 60, 8)),
    ((7000, 0, 4, 12), butterworth('low_pass', 7000, 2, 2)),
    ((60, 0, 2, 13), [plain('high_pass', 60, 0.5)]),
    ((60, 0, 6, 13), butterworth('high_pass', 60, 3, 2) + [plain('high_pass', 60, 0.5)]),
    ((105, 6, 0.7, 14), [low_shelf(105, 6, 0.7)]),
    ((8000, -6, 0.5, 15), [high_shelf(8000, -6, 0.5)]),
    ((105, 6, 0.7, 16), [corner_q('low_shelf', 105, 6, 0.7)]),
    ((8000, -6, 0.6, 17), [corner_q('high_shelf', 8000, -6, 0.6)]),
]


def test_each_type_of_slider():
    for row, wanted in TYPES:
        found, said = levels(write('type.peace', config([row])))
        check_levels(found, wanted, -20, row)
        assert not said, (row, said)
    several = [TYPES[i] for i in (0, 2, 5, 17)]
    found, said = levels(write('several.txt', config([row for row, _ in several])))
    check_levels(found, [each for _, wanted in several for each in wanted], -20, 'several')


def test_ways_of_writing():
    row, wanted = TYPES[0]
    text = config([row])
    for other in [text.replace('\n', '\r\n'), '\ufeff; of Peace\n\n' + text, text.upper(),
                  text.replace('-4.5', '-4,5'), text.replace('=', ' = '), sliders([row]),
                  text + '[Gains]\nGain1=9\n', text.replace('[Freq', '[Configuration]\nHotKey=\n[Freq')]:
        has_preamp = 'preamp' in other.lower()
        path = write('Acme One.peace', other)
        check_levels(levels(path)[0], wanted, -20 if has_preamp else 0, other)
    shown = json.loads(tare('show', '--json', '--file', path).out)
    assert (shown['id'], shown['brand'], shown['kind']) == ('acme-one/peace', 'Acme', 'user'), shown


def test_speakers_of_their_own():
    row, (filters,) = (900, -4, 2, None), [[peak(900, -4, 2)]]
    text = config([row], more=sliders([(100, -6, 1, 0)], '1') + sliders([(5000, -3, 3, 0)], '2') +
                  sliders([(60, 5, 1, 0)], '4') + '[General]\nPreAmp1=-2\n')
    path = write('sides.peace', text)
    left, said = levels(path)
    right, _ = levels(path, channel='right')
    at = text.splitlines().index('[Frequencies4]') + 2
    assert re.search(r':%d:1: line is not used: it is for channels that headphones' % at, said), said
    assert said.count('not used') == 1 and '2 dB louder' in said, said
    check_levels(right, filters + [peak(5000, -3, 3)], -20, 'right')
    from_30_hz = slice(8, None)  # below, the shelf that is the level between the sides ends
    wanted = filters + [peak(100, -6, 1)]
    for hz, db in list(zip(GRID_HZ, left))[from_30_hz]:
        assert abs(db + 22 - level_db(wanted, hz)) <= 0.02, (hz, db)
    usual = sliders([row]) + sliders([(100, -6, 1, 0)], '1')
    check_levels(levels(write('usual.peace', usual), channel='right')[0], filters, 0, 'usual')


def test_points_of_a_graphic_equaliser():
    points = [(hz, -3 - i % 4, None, None) for i, hz in enumerate([20, 60, 200, 600, 2000, 6000, 20000])]
    found, said = levels(write('curve.peace', config(points, 0).replace('PreAmp=0', 'GraphicEQ=1')))
    assert 'the curve becomes' in said, said
    near = dict(zip([round(hz) for hz in GRID_HZ], found))
    assert abs(near[20] + 3) < 0.2 and abs(near[200] + 5) < 0.4 and abs(near[20000] + 5) < 0.3, near


def test_what_is_not_used_is_told():
    row, wanted = TYPES[0]
    for more, says in [('[Commands]\n0=Copy: L=R\n', 'commands of Equalizer APO.*that Peace exports'),
                       ('[General]\nStereo Expanding=3.5\n', 'an effect of Peace'),
                       ('[Frequencies]\nFrequency2=abc\n', 'the setting is no number'),
                       ('[Other]\nGain1=3\n', 'no setting that is known'),
                       ('[Gains]\nGain99=3\n', 'no setting that is known'),
                       ('[Gains]\nwords\n', 'it is no setting;')]:
        text = config([row], more=more)
        found, said = levels(write('more.peace', text))
        check_levels(found, wanted, -20, more)
        assert re.search(r'more\.peace:%d:1: line is not used: .*%s' % (text.count('\n'), says), said), said
        assert said.count('; expected') == 1, said
    for rows, more, says in [([(90, 3, 1, 18)], '', 'number of the filter.s type is not known'),
                             ([(90, 3, 1, -1)], '', 'number of the filter.s type is not known'),
                             ([(90, 3, 1, 0.5)], '', 'number of the filter.s type is not known'),
                             ([(90, 0, 2.5, 10)], '', 'order of the filter is none'),
                             ([(90, 0, 99, 12)], '', 'order of the filter is none'),
                             ([(90, 3, 1, 0)], '[Disabled]\nDisabled2=1\n', 'the slider is off'),
                             ([(90, 3, 0, 0)], '', 'has no width')]:
        found, said = levels(write('more.peace', config([row] + rows, more=more)))
        check_levels(found, wanted, -20, rows)
        assert re.search(r':%d:1: line is not used: .*%s.*; expected' % (
            config([row]).splitlines().index('Frequency1=900') + 2, says), said), (rows, said)
    mixed = config([row]).replace('SpeakerTargets1=L', 'SpeakerTargets1=L=0.5*L+0.5*R')
    assert 'channels are not mixed here' in levels(write('mixed.peace', mixed))[1]
    off = config([row]).replace('[Speakers]', 'Off=1\n[Speakers]')
    refused('show', '--file', write('off.peace', off), status=1, says='slider is off(.|\n)*gives no correct')
    refused('show', '--file', write('empty.peace', '[General]\n'), status=1, says='gives no correction')


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_peace', globals()))
