"""`tare fit` of measurements as people have them: what was not measured, sides, slips, names."""

import json
import math
import os
import re
import sys

from helpers import cli
from helpers.cli import done, read, refused, tare, write


def level(freq):
    """A headphone with bass and treble of its own."""
    return 5 * math.exp(-(math.log2(freq / 150)) ** 2) - 4 * math.exp(-(math.log2(freq / 3500)) ** 2)


def curve(first=20, last=20000, levels=(level,), head='frequency,raw', between=','):
    rows = [head]
    for i in range(240):
        freq = 20 * 2 ** (i / 24)
        if first <= freq <= last:
            rows.append(between.join(['%.2f' % freq] + ['%.4f' % one(freq) for one in levels]))
    return '\n'.join(rows) + '\n'


def fitted(*arguments, says=''):
    result = tare('fit', *arguments, '--json')
    assert result.status == 0 and re.search(says, result.err), result
    return json.loads(result.out)


def gains(*freqs, preamp='0'):
    out = done('response', '--file', 'out.tare', '--at', ','.join('%g' % freq for freq in freqs),
               '--preamp', preamp)
    return [float(line.split(',')[1]) for line in out.splitlines()[1:]]


def test_what_was_not_measured_is_left_alone():
    for first, last in [(200, 5000), (20, 5000), (150, 20000), (300, 3000), (100, 10000),
                        (20, 12000)]:
        write('cut.csv', curve(first, last))
        result = tare('fit', 'cut.csv', '-t', 'harman-in-ear-2019', '-o', 'out.tare')
        assert result.status == 0, result
        assert ('nothing is measured below' in result.err) == (first > 50), result.err
        assert ('nothing is measured above' in result.err) == (last < 16000), result.err
        low, high = gains(20, first), gains(last * 0.97, min(last * 2, 20000))
        if first > 110:
            assert abs(low[0] - low[1]) < 1.5, (first, low)
        if last < 16000:
            assert abs(high[0] - high[1]) < 2.0, (last, high)


def test_what_was_not_measured_is_not_counted():
    write('cut.csv', curve(200, 5000))
    write('full.csv', curve())
    cut = fitted('cut.csv', '-t', 'harman-in-ear-2019', '--max-boost', '20', '--treble-limit',
                 '20000', says='not counted')['figures'][0]
    assert cut['after']['rms_db'] < 0.5 and 200 <= cut['before']['largest_freq_hz'] <= 5000, cut
    assert cut['before']['top_rms_db'] == 0 and cut['after']['top_rms_db'] == 0, cut
    full = fitted('full.csv', '-t', 'harman-in-ear-2019', says='^[^\n]*form and --rig[^\n]*\n$')
    assert full['figures'][0]['before']['top_rms_db'] > 1


def test_a_range_from_100_hertz_goes_on():
    """Below 100 Hz a target is the better guess."""
    write('cut.csv', curve(100, 10000, levels=(lambda freq: 0,)))
    result = tare('fit', 'cut.csv', '-t', 'autoeq-in-ear', '-o', 'out.tare')
    assert result.status == 0 and 'taken to go on as it begins' in result.err, result
    low, high = gains(30, 100)
    assert low > high + 1, (low, high)


def test_columns_of_left_right_and_target():
    def louder(freq):
        return level(freq) + 2

    def target(freq):
        return 0.5 * math.log2(freq / 1000)
    write('lr.csv', curve(levels=(level, louder, target), head='Frequency,Left,Right,Target'))
    write('mean.csv', curve(levels=(lambda freq: level(freq) + 1,)))
    both = fitted('lr.csv', '-t', 'flat', says='2 columns of left and right are averaged')
    mean = fitted('mean.csv', '-t', 'flat')
    assert both['correction']['bands'] == mean['correction']['bands'], both
    write('target.csv', curve(levels=(target,)))
    one, other = (fitted('mean.csv', '-t', name, '-n', '5') for name in ['lr.csv', 'target.csv'])
    assert one['correction']['bands'] == other['correction']['bands'], 'the column of the target'

    sides = fitted('lr.csv', '-t', 'flat', '--sides', '-n', '4')
    assert [each['channel'] for each in sides['figures']] == ['left', 'right']
    assert abs(sides['figures'][1]['turned_down_db'] - 2) < 0.05, sides['figures']
    assert sides['figures'][1]['left_louder_db'] == 0
    kept = fitted('lr.csv', '-t', 'flat', '--sides', '-n', '4', '--keep-balance')
    assert kept['figures'][1]['turned_down_db'] == 0, kept['figures']
    assert abs(kept['figures'][1]['left_louder_db'] - 2) < 0.05, kept['figures']
    assert len(kept['correction']['bands']) == len(sides['correction']['bands']) - 1
    text = done('fit', 'lr.csv', '-t', 'flat', '--sides', '--keep-balance')
    assert re.search(r'louder +2\.00 dB than the other side, which is left as it is', text), text


def test_sides_need_columns_for_them():
    write('one.csv', curve())
    refused('fit', 'one.csv', '--sides', '-t', 'flat', says='one.csv:1:1: no column of the left')
    write('left.csv', curve(head='frequency,left'))
    refused('fit', 'left.csv', '--sides', '-t', 'flat', says='left.csv:1:1: no column of the right')
    refused('fit', 'one.csv', 'left.csv', '--sides', '-t', 'flat', says='expected one file')
    refused('fit', 'one.csv', '--sides', '--left', 'left.csv', says='--sides means nothing with')
    refused('fit', 'one.csv', '--keep-balance', '-t', 'flat', says='about sides apart')


def test_slips_are_told_with_what_is_near():
    write('a.csv', curve())
    for slip, meant in [('iem', 'in-ear'), ('IEM', 'in-ear'), ('iems', 'in-ear'),
                        ('inear', 'in-ear'), ('in_ear', 'in-ear'), ('over-eat', 'over-ear'),
                        ('Over-Ear', 'over-ear'), ('circumaural', 'over-ear'), ('onear', 'on-ear'),
                        ('earbuds', 'earbud')]:
        refused('fit', 'a.csv', '--form', slip, says='did you mean %s\\?' % meant)
    for slip, meant in [('harmam', 'harman-'), ('harman-over-ear-2081', 'harman-over-ear-2018'),
                        ('falt', 'flat'), ('autoeq-inear', 'autoeq-in-ear'), ('Harman', 'harman-')]:
        refused('fit', 'a.csv', '-t', slip, says='did you mean %s' % meant)
    refused('fit', 'a.csv', '-t', 'none.csv', says='none.csv:1:1: cannot be opened')
    refused('fit', 'a.csv', '--form', 'chair', says='chair is no form of a headphone; expected')
    assert 'did you mean' not in refused('fit', 'a.csv', '-t', 'xyz/harmam', says='cannot be opened')


def test_the_name_of_a_result_says_what_is_in_it():
    write('a.csv', curve())
    printed = done('fit', 'a.csv', '-t', 'flat', '--json', '-o', 'a.json')
    assert json.loads(read('a.json')) == json.loads(printed) and read('a.json') == printed.encode()
    for name in ['a.xml', 'a.jsn', 'a.csv2', 'a.wav', 'a.conf']:
        refused('fit', 'a.csv', '-t', 'flat', '-o', name, says='does not say what to write')
        assert not os.path.exists(name)
    done('fit', 'a.csv', '-t', 'flat', '-o', 'b.json', '-F', 'apo')
    assert read('b.json').startswith(b'Preamp')
    done('fit', 'a.csv', '-t', 'flat', '-o', 'b.txt')
    done('fit', 'a.csv', '-t', 'flat', '-o', 'folder.d', '-F', 'apo')


def test_names_of_files_make_titles_and_evidence():
    for name, title in [('HD650', 'HD650'), ('Acme One', 'Acme One'), ('a', 'a'),
                        ('Acme Acme', 'Acme')]:
        write(name + '.csv', curve())
        text = done('fit', name + '.csv', '-t', 'flat', '-o', 'out.tare')
        assert text.splitlines()[0] == title + '  to flat', text
        assert done('show', '--file', 'out.tare').splitlines()[0].split('  ')[0] == title
    write('deep/folder/Acme L.csv', curve())
    write('deep/Acme R.csv', curve(levels=(lambda freq: -level(freq),)))
    write('deep/my target.csv', curve(levels=(lambda freq: 0,)))
    left, right = 'deep/folder/Acme L.csv', os.path.abspath('deep/Acme R.csv')
    for words in [[left, right], ['--left', left, '--right', right, '-n', '3']]:
        for goal in [['-t', os.path.abspath('deep/my target.csv')],
                     ['--sound-like', 'deep/my target.csv'], ['-t', 'flat']]:
            result = fitted(*words, *goal)
            correction = result['correction']
            assert correction['evidence'][0]['file'] == 'Acme L.csv, Acme R.csv', correction
            assert 'deep' not in json.dumps(result) and os.getcwd() not in json.dumps(result)
            assert (correction['target'] == 'flat') == (goal[1] == 'flat'), correction
            done('fit', *words, *goal, '-o', 'out.txt')
            assert b'deep' not in read('out.txt')


def test_a_list_hides_folders_too():
    write('data/deep/a.csv', curve(200, 5000))
    write('data/deep/target.csv', curve(levels=(lambda freq: 0,)))
    write('data/index.csv', 'model,fr,target\nAcme One,deep/a.csv,deep/target.csv\n')
    result = tare('fit', '--batch', 'data/index.csv', '--out', 'out')
    assert result.status == 0 and 'nothing is measured above' in result.err, result
    assert b'deep' not in read('out/Acme One ParametricEQ.txt')


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_measured', globals()))
