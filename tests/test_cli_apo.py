"""Text in the language of Equalizer APO, by whatever program: what counts for what, whose it is, and
what is said of the rest.
"""

import json
import os
import re
import sys

from helpers import cli
from helpers.cli import done, read, refused, tare, write
from helpers.cookbook import GRID_HZ, level_db
from helpers.heard import check_levels, corner_q, high_shelf, levels, low_shelf, peak, plain

PREAMPS = [
    ('Preamp: -6.4 dB', -6.4, -6.4),
    ('Preamp: -6,4 dB', -6.4, -6.4),
    ('Preamp:-6.4dB', -6.4, -6.4),
    ('Preamp: -6.4', -6.4, -6.4),
    ('Preamp: -6.4 dB\nPreamp: -2 dB', -8.4, -8.4),
    ('Preamp: -2 dB\nChannel: L R\nPreamp: -3 dB', -5, -5),
    ('Preamp: 0 dB', 0, 0),
    ('  Preamp : -3 dB', -3, -3),
    ('Preamp: \u22123 dB', -3, -3),
]


def test_preamps_add_up():
    for text, left_db, right_db in PREAMPS:
        path = write('level.txt', text + '\nFilter: ON PK Fc 100 Hz Gain -6 dB Q 2\n')
        for channel, preamp_db in [('left', left_db), ('right', right_db)]:
            found, said = levels(path, channel=channel)
            check_levels(found, [peak(100, -6, 2)], preamp_db, text)
            assert 'preamp' not in said, said


def test_sides_of_different_level():
    """There is one preamp for both, so that a shelf below what is heard does it."""
    path = write('sides.txt', 'Preamp: -4 dB\nChannel: R\nPreamp: -3 dB\n')
    left, said = levels(path)
    right, _ = levels(path, channel='right')
    check_levels(left, [], -4.0, 'left')
    assert '3 dB louder' in said, said
    for freq_hz, level in zip(GRID_HZ, right):
        assert abs(level + 7.0) <= (0.05 if freq_hz < 30 else 0.01), (freq_hz, level)


ONE, TWO = 'Filter: ON PK Fc 100 Hz Gain -6 dB Q 2', 'Filter: ON PK Fc 3000 Hz Gain -5 dB Q 1'
F_ONE, F_TWO = peak(100, -6, 2), peak(3000, -5, 1)
CHANNELS = [
    ('Channel: L\n%s' % ONE, [F_ONE], []),
    ('Channel: R\n%s' % ONE, [], [F_ONE]),
    ('channel: R\n%s' % ONE, [F_ONE], [F_ONE]),
    ('Channel: l\n%s\nChannel: r\n%s' % (ONE, TWO), [F_ONE], [F_TWO]),
    ('Channel: L\n%s\nChannel: all\n%s' % (ONE, TWO), [F_ONE, F_TWO], [F_TWO]),
    ('Channel: L\n%s\nChannel: ALL\n%s' % (ONE, TWO), [F_ONE, F_TWO], [F_TWO]),
    ('Channel: 1\n%s\nChannel: 2\n%s' % (ONE, TWO), [F_ONE], [F_TWO]),
    ('Channel: L R\n%s' % ONE, [F_ONE], [F_ONE]),
    ('Channel: R C LFE SL\n%s' % ONE, [], [F_ONE]),
    ('Channel: C LFE\n%s\nChannel: L\n%s' % (ONE, TWO), [F_TWO], []),
    ('Channel: L\n%s\nChannel: R\n%s' % (ONE, ONE), [F_ONE], [F_ONE]),
    ('%s\nChannel: L\n%s' % (ONE, TWO), [F_ONE, F_TWO], [F_ONE]),
]


def test_channels_hold_until_the_next_one():
    for text, left, right in CHANNELS:
        path = write('channels.txt', 'Preamp: -20 dB\n%s\n' % text)
        for channel, filters in [('left', left), ('right', right)]:
            check_levels(levels(path, channel=channel)[0], filters, -20.0, (text, channel))


def told(path, *options):
    """The lines of what was not used, and what is said of them."""
    result = tare('show', '--json', '--file', path, *options)
    assert result.status == 0, result
    return re.findall(r'^[^:\n]*:(\d+):\d+: (lines? .*)$', result.err, re.M), json.loads(result.out)


def test_nothing_is_dropped_in_silence():
    text = ['Filter Settings file', '', 'Room EQ V5.20', 'Dated: 01-Jan-2025', '', 'Notes:mine',
            'Equaliser: Generic', 'Filter  1: ON  PK  Fc  61.9 Hz  Gain  -8.1 dB  Q 5.171',
            'Filter  2: ON  None', 'Filter  3: ON  None', 'Filter  4: OFF PK Fc 1 Hz Gain 1 dB Q 1',
            'Copy: L=0.5*R', 'Delay: 2 ms', 'Convolution: room.wav', 'GraphicEQ: none',
            'If: sampleRate == 48000', 'Preamp: -3 dB', 'Else:', ONE, 'EndIf:',
            'Eval: x = 3', 'Stage: capture', ONE, 'Stage: post-mix', TWO]
    found, shown = told(write('all.txt', '\r\n'.join(text)))
    lines = [int(line) for line, _ in found]
    assert lines == [1, 3, 6, 9, 11, 12, 13, 14, 15, 16, 21, 23], found
    said = dict((int(line), words) for line, words in found)
    assert 'lines 3 to 4 are not used: it is no command' in said[3]
    assert 'lines 6 to 7' in said[6] and 'lines 9 to 10' in said[9] and 'empty' in said[9]
    assert 'off' in said[11] and 'mixed' in said[12] and 'delayed' in said[13]
    assert 'impulse' in said[14] and 'curve has no points' in said[15] and 'recorded' in said[23]
    assert 'lines 16 to 20' in said[16] and 'condition' in said[16]
    assert [band['freq_hz'] for band in shown['bands']] == [61.9, 3000]


def test_one_device_counts():
    text = 'Device: Phones\n%s\nDevice: Speaker\n%s\nDevice: all\n%s\n' % (ONE, TWO, TWO)
    found, shown = told(write('device.txt', text))
    assert [line for line, _ in found] == ['1', '4'], found
    assert [band['freq_hz'] for band in shown['bands']] == [100, 3000]


def test_includes_only_inside_the_folder():
    write('eq/main.txt', 'Preamp: -9 dB\nChannel: L\nInclude: sub\\part.txt\nInclude: ../out.txt\n'
          'Include: %s/out.txt\nInclude: absent.txt\nInclude: link.txt\nInclude: C:\\out.txt\n'
          'Include: main.txt\nInclude: sub\n%s\n' % (os.getcwd(), TWO))
    write('eq/sub/part.txt', 'Channel: R\n%s\nnonsense\n' % ONE)
    write('out.txt', 'Filter: ON PK Fc 500 Hz Gain 9 dB Q 2\n')
    os.symlink(os.path.abspath('out.txt'), 'eq/link.txt')
    result = tare('show', '--json', '--file', 'eq/main.txt')
    bands = json.loads(result.out)['bands']
    assert result.status == 0 and 500 not in [band['freq_hz'] for band in bands], result
    assert 'eq/sub/part.txt:3:1: line is not used: it is no command' in result.err, result
    for says in [r'eq/main\.txt:4:1: lines 4 to 5 are not used: the file lies elsewhere',
                 r'eq/main\.txt:6:1: line is not used: there is no such file',
                 r'eq/main\.txt:7:1: lines 7 to 8 are not used: the file lies elsewhere',
                 r'eq/main\.txt:10:1: line is not used: it is no file']:
        assert re.search(says, result.err), (says, result.err)
    assert 'too many files include each other' in result.err
    write('eq/main.txt', 'Preamp: -9 dB\nChannel: L\nInclude: sub/part.txt\n%s\n' % TWO)
    check_levels(levels('eq/main.txt')[0], [F_TWO], -9.0, 'left')
    check_levels(levels('eq/main.txt', channel='right')[0], [F_ONE], -9.0, 'right')


AUTOEQ = ('Preamp: -6.6 dB\nFilter 1: ON LS Fc 105 Hz Gain 6.1 dB Q 0.70\n'
          'Filter 2: ON PK Fc 3000 Hz Gain -2.0 dB Q 1.41\n'
          'Filter 3: ON HS Fc 10000 Hz Gain -3.0 dB Q 0.70\n')


def autoeq_filters(rate_hz):
    return [low_shelf(105, 6.1, 0.7, rate_hz=rate_hz), peak(3000, -2, 1.41, rate_hz=rate_hz),
            high_shelf(10000, -3, 0.7, rate_hz=rate_hz)]


def test_autoeq_shape_is_read_its_way():
    path = write('Acme One ParametricEQ.txt', AUTOEQ)
    found, said = levels(path, rate_hz=44100)
    check_levels(found, autoeq_filters(44100), -6.6, 'autoeq', 44100)
    assert "read as AutoEq's text: LS and HS are LSC and HSC" in said, said
    shown = json.loads(tare('show', '--json', '--file', path).out)
    assert (shown['brand'], shown['model'], shown['id']) == ('Acme', 'One', 'acme-one/autoeq')
    assert shown['reference_rate_hz'] == 44100 and shown['kind'] == 'preset'
    found, said = levels(path, '--dialect', 'apo')
    check_levels(found, [corner_q('low_shelf', 105, 6.1, 0.7), peak(3000, -2, 1.41),
                         corner_q('high_shelf', 10000, -3, 0.7)], -6.6, 'as APO')
    assert 'read as' not in said, said


def test_shape_is_exact():
    for change in [('105 Hz', '105.0 Hz'), ('6.1 dB', '6 dB'), ('Q 1.41', 'Q 1.4'),
                   ('Preamp: -6.6 dB\n', ''), ('Filter 2:', 'Notes: x\nFilter 2:')]:
        path = write('near.txt', AUTOEQ.replace(*change))
        assert "Equalizer APO's text" in tare('show', '--file', path).err, change
    path = write('near.txt', AUTOEQ.replace('\n', '\r\n').replace('ON PK', 'OFF PK'))
    assert "AutoEq's text" in tare('show', '--file', path).err
    for change in [('Preamp', '# from the web\n\nPreamp'), ('Filter 2:', '# mids\nFilter 2:'),
                   ('Filter 3:', '\n#Filter 3: ON HS Fc 1 Hz\nFilter 3:')]:
        found, said = levels(write('near.txt', AUTOEQ.replace(*change)), rate_hz=44100)
        check_levels(found, autoeq_filters(44100), -6.6, change, 44100)
        assert "AutoEq's text" in said, (change, said)


def test_squig_link_shape():
    text = AUTOEQ.replace('0.70', '0.700').replace('1.41', '1.410').replace('\n', '\r\n')
    for shelves in [text, text.replace('ON LS', 'ON LSQ').replace('ON HS', 'ON HSQ')]:
        found, said = levels(write('squig.txt', shelves))
        check_levels(found, autoeq_filters(48000), -6.6, 'squig')
        assert "squig.link's text" in said, said
    refused('show', '--dialect', 'squigg', '--file', 'squig.txt', says='did you mean squig')
    refused('show', '--dialect', 'apo', 'acme one', says='--dialect means nothing alone')
    refused('device', 'set', 'x', '--flat', '--dialect', 'apo', says='expected')


def test_line_ends_and_marks():
    lines = ['Preamp: -20 dB', ONE, TWO]
    for end in ['\n', '\r\n', '\r']:
        for last in [end, '']:
            for mark, code in [(b'', 'utf-8'), (b'\xef\xbb\xbf', 'utf-8'),
                               (b'\xff\xfe', 'utf-16-le'), (b'\xfe\xff', 'utf-16-be')]:
                path = write('ends.txt', mark + (end.join(lines) + last).encode(code))
                check_levels(levels(path)[0], [F_ONE, F_TWO], -20.0, (end, last, code))
    latin = 'Preamp: -20 dB\nFilter: ON PK Fc 1\xa0234 Hz Gain -6 dB Q 2\n'.encode('latin-1')
    check_levels(levels(write('latin.txt', latin))[0], [peak(1234, -6, 2)], -20.0, 'latin')


def test_what_one_band_cannot_hold_is_several():
    lines = [('Filter: ON NO Fc 1000 Hz', [plain('notch', 1000, 30)]),
             ('Filter: ON NO Fc 1000 Hz Q 75', [plain('notch', 1000, 75)]),
             ('Filter: ON PK Fc 100 Hz Gain -40 dB Q 2', [peak(100, -40, 2)]),
             ('Filter: ON PK Fc 3000 Hz Gain 9 dB Q 33', [peak(3000, 9, 33)]),
             ('Filter: ON PK Fc 3000 Hz Gain 9 dB Q 0.05', [peak(3000, 9, 0.05)]),
             ('Filter: ON HSC Fc 3000 Hz Gain -36 dB Q 0.6', [high_shelf(3000, -36, 0.6)]),
             ('Filter: ON LPQ Fc 9000 Hz Q 24', [plain('low_pass', 9000, 24)])]
    for line, filters in lines:
        found, said = levels(write('several.txt', 'Preamp: -30 dB\n' + line))
        check_levels(found, filters, -30.0, line)
        assert re.search(r':2:1: filter becomes \d that together are the same', said), said


def test_what_a_correction_cannot_hold_is_told():
    lines = ['Filter: ON AP Fc 1000 Hz Q 30', 'Filter: ON LSC Fc 100 Hz Gain 4 dB Q 22',
             'Filter: ON PK Fc 5 Hz Gain 4 dB Q 2', 'Filter: ON PK Fc 100 Hz Gain 4 dB Q -2',
             'Filter: ON LSC 48 dB Fc 100 Hz Gain 24 dB', 'Filter: ON PK Fc 100 Hz Gain 1e4 dB Q 2']
    result = tare('show', '--json', '--file', write('far.txt', '\n'.join(lines)))
    shown = json.loads(result.out)
    assert [(band['q'], band['gain_db']) for band in shown['bands'][:2]] == [(20, 0), (20, 4)], shown
    assert len(shown['bands']) == 3 and shown['bands'][2]['freq_hz'] < 20, 'what is heard of 5 Hz'

    for says in [r':1:1: Q 30 is beyond', r':2:1: Q 22 is beyond', r':3:1: frequency 5 is beyon',
                 r':4:1: filter cannot be made', r':5:1: filter cannot be made',
                 r':6:1: gain 10000 is beyond .* is left out']:
        assert re.search(says, result.err), (says, result.err)


def test_frequencies_beyond_those_of_a_correction_are_heard():
    for line, wanted in [('PK Fc 5 Hz Gain 9 dB Q 0.3', peak(5, 9, 0.3)), ('LSC Fc 6 Hz Gain 9 dB Q 0.7', low_shelf(6, 9, 0.7)),
                         ('HSC Fc 4 Hz Gain -9 dB Q 0.7', high_shelf(4, -9, 0.7)), ('HP Fc 7 Hz', plain('high_pass', 7, 2 ** -0.5)),
                         ('PK Fc 7.99 Hz Gain 7.5 dB Q 0.12', peak(7.99, 7.5, 0.12)),
                         ('HSC Fc 23000 Hz Gain -6 dB Q 0.5', high_shelf(23000, -6, 0.5)),
                         ('LP Fc 23500 Hz', plain('low_pass', 23500, 2 ** -0.5))]:
        found, said = levels(write('beyond.txt', 'Preamp: -20 dB\nFilter: ON %s\n' % line))
        assert re.search(r':2:1: frequency .* beyond .*, what is heard of it is done by others', said), said
        worst = max(abs(db + 20 - level_db([wanted], hz)) for hz, db in zip(GRID_HZ, found))
        assert worst <= 0.02, (line, worst, said)
    _, said = levels(write('beyond.txt', 'Preamp: -20 dB\nFilter: ON PK Fc 24000 Hz Gain 9 dB Q 1\n'))
    assert re.search(r':2:1: frequency 24000 is beyond .*left out', said), said


def test_more_filters_than_there_are_bands():
    many = ['Filter: ON PK Fc %d Hz Gain %d dB Q 2' % (100 * 1.25 ** i, i % 5 - 6) for i in range(23)]
    found, said = levels(write('many.txt', 'Preamp: -15 dB\n' + '\n'.join(many)))
    wanted = [peak(int(100 * 1.25 ** i), i % 5 - 6, 2) for i in range(23)]
    assert 'there are 23 filters, which are fitted together; expected at most 20' in said, said
    for freq_hz, found_db in zip(GRID_HZ, found):
        assert abs(found_db + 15.0 - level_db(wanted, freq_hz)) <= 0.25, (freq_hz, found_db, said)
    quiet = many[:21]
    quiet[3] = 'Filter: ON PK Fc 400 Hz Gain 0 dB Q 2'
    check_levels(levels(write('quiet.txt', 'Preamp: -20 dB\n' + '\n'.join(quiet)))[0],
                 [each for i, each in enumerate(wanted[:21]) if i != 3], -20.0, 'quiet')
    passes = ['Filter: ON HPQ Fc %d Hz Q 0.7' % (10 + i) for i in range(22)]
    result = tare('show', '--file', write('passes.txt', '\n'.join(passes)))
    assert re.findall(r'txt:(\d+):1: filter is left out', result.err) == ['21', '22'], result.err


def test_unsafe_preamp_is_lowered_and_told():
    for preamp, says in [('Preamp: -2 dB\n', r'preamp of -2 dB would let peaks clip, -6(\.\d)? dB'),
                         ('', r'there is no preamp, -6(\.\d)? dB is taken')]:
        result = tare('show', '--json', '--file',
                      write('loud.txt', preamp + 'Filter: ON PK Fc 100 Hz Gain 6 dB Q 2\n'))
        assert re.search(says, result.err), result
        assert -6.1 <= json.loads(result.out)['preamp_db'] <= -5.9


def test_files_that_give_nothing():
    refused('show', '--file', write('none.txt', 'Filter: OFF PK Fc 1 Hz Gain 1 dB Q 1\n'), status=1,
            says='gives no correction; expected a filter that is on')
    refused('show', '--file', write('words.txt', 'some words\n'),
            says=r'words\.txt:1:1: is of no known format; expected')
    refused('show', '--file', write('zero.txt', b'Filter: ON PK\0\n'), says='control character')
    refused('show', '--file', write('long.txt', b'Filter: ON PK\n' * 100000), says='too long')


def same_numbers(a, b):
    if (a['type'], a['channel']) != (b['type'], b['channel']):
        return False
    return all(abs(a[key] - b[key]) <= 1e-4 * abs(a[key]) + 1e-9
               for key in ('freq_hz', 'gain_db', 'q'))


def test_own_export_comes_back():
    for model in ['acme one', 'acme two']:
        if tare('show', model).status != 0:
            continue
        first = json.loads(done('show', '--json', model))
        done('export', model, '--format', 'apo', '-o', 'out.txt')
        second = json.loads(done('show', '--json', '--file', 'out.txt'))
        for key in ('id', 'brand', 'model', 'kind', 'author', 'preamp_db', 'reference_rate_hz'):
            assert first[key] == second[key], (key, first, second)
        assert len(first['bands']) == len(second['bands'])
        assert all(map(same_numbers, first['bands'], second['bands'])), (first, second)
        done('export', '--file', 'out.txt', '--format', 'apo', '-o', 'again.txt')
        assert read('out.txt').split(b'# Evidence')[0] == read('again.txt').split(b'# Evidence')[0]


REW = [
    ('LS Q     Fc  500.00 Hz  Gain   3.0 dB Q   0.71', low_shelf(500, 3, 0.71)),
    ('HS Q     Fc  630.00 Hz  Gain  -3.0 dB Q   0.50', high_shelf(630, -3, 0.5)),
    ('LP Q     Fc  9000.00 Hz  Q   0.90', plain('low_pass', 9000, 0.9)),
    ('HP Q     Fc  100.00 Hz  Q   0.71', plain('high_pass', 100, 0.71)),
    ('Notch    Fc 1000.00 Hz ', plain('notch', 1000, 30)),
    ('Notch Q  Fc 1250.00 Hz  Q   5.00', plain('notch', 1250, 5)),
    ('All pass  Fc 1600.00 Hz  Q   0.71', plain('all_pass', 1600, 0.71)),
]


def test_words_that_only_rew_writes():
    head = 'Preamp: -9 dB\nFilter Settings file\n\nRoom EQ V5.20.13\n\nEqualiser: Generic\n'
    for text, wanted in REW:
        path = write('rew.txt', '%sFilter  1: ON  %s\n' % (head, text))
        check_levels(levels(path)[0], [wanted], -9.0, text)
    for text in ['LP1      Fc  9000.00 Hz', 'L-T      Fc   50.00 Hz  Q   1.20 Fp 30 Qp 0.50']:
        result = tare('show', '--file', write('rew.txt', '%sFilter  1: ON  %s\n' % (head, text)))
        assert 'of no known type' in result.err, (text, result)
    done('export', 'acme one', '--format', 'rew', '-o', 'out.txt')
    assert b'LSC' not in read('out.txt') and b'HSC' not in read('out.txt')


def test_the_rate_that_an_export_states_counts():
    for model in ['acme one', 'acme two']:
        for rate in ['44100', '48000', '96000', '192000']:
            path = '%s.txt' % rate
            assert tare('export', model, '--format', 'apo', '--rate', rate, '-o', path).status == 0
            wanted, found = [
                [float(line.split(',')[1]) for line in tare(
                    'response', *what, '--rate', rate, '--no-auto-preamp').out.splitlines()[1:]]
                for what in [[model], ['--file', path]]]
            os.remove(path)
            most = max(abs(a - b) for a, b in zip(wanted, found))
            assert most < 0.05, (model, rate, most)


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_apo', globals()))
