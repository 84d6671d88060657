"""`tare fit`: measurements to corrections, one by one and by the list."""

import json
import math
import os
import re
import signal
import subprocess
import sys
import time

from helpers import cli
from helpers.cli import done, read, refused, write

MEASUREMENTS = os.path.join(cli.SOURCE, 'tests', 'data', 'measurements')


def bump(freq_hz, centre_hz, gain_db, octaves):
    return gain_db * math.exp(-(math.log2(freq_hz / centre_hz) / octaves) ** 2)


def curve(*bumps, tilt=0, louder=0):
    """A measurement as text: bumps of (frequency, gain, octaves)."""
    lines = ['frequency,raw']
    for i in range(240):
        freq = 20 * 2 ** (i / 24)
        level = tilt * math.log2(freq / 1000) + sum(bump(freq, *each) for each in bumps)
        lines.append('%.3f,%.4f' % (freq, level + louder))
    return '\n'.join(lines) + '\n'


def fitted(*arguments):
    return json.loads(done('fit', *arguments, '--json'))


def test_a_fault_is_taken_away():
    write('Acme One.csv', curve((200, 4, 1), (3000, -3, 0.7)))
    result = fitted('Acme One.csv', '--target', 'flat')
    correction, figures = result['correction'], result['figures'][0]
    assert (correction['id'], correction['brand'], correction['model']) == \
        ('acme-one/tare', 'Acme', 'One'), correction
    assert correction['kind'] == 'measurement' and correction['target'] == 'flat'
    assert len(correction['bands']) == 10 and correction['reference_rate_hz'] == 48000
    assert figures['before']['rms_db'] > 1 and figures['after']['rms_db'] < 0.1, figures
    assert figures['fit']['rms_db'] < 0.05 and figures['channel'] == 'both', figures
    assert figures['before']['deviation_db'] > 1 > 0.1 > figures['after']['deviation_db'], figures
    assert abs(figures['after']['tilt_db_per_octave']) < 0.02, figures
    note = correction['evidence'][0]
    assert note['file'] == 'Acme One.csv', note
    assert note['note'].startswith('target flat; at most +6 dB; 10 filters at 48000 Hz; tare '), note
    text = done('fit', 'Acme One.csv', '--target', 'flat')
    for part in ['Acme One', 'to flat', 'before', 'after', 'level drop', '20 Hz-10 kHz', 'deviation',
                 'dB/octave']:
        assert part in text, text


def test_twice_gives_the_same():
    write('a.csv', curve((200, 4, 1), (3000, -3, 0.7), (6000, 5, 0.4)))
    first = done('fit', 'a.csv', '--target', 'flat', '-o', 'a.txt')
    text = read('a.txt')
    assert done('fit', 'a.csv', '--target', 'flat', '-o', 'a.txt') == first and read('a.txt') == text
    assert text.splitlines()[0].startswith(b'Preamp: ') and text.count(b'Filter ') == 10, text


def test_what_is_written_can_be_used():
    write('a.csv', curve((200, 4, 1)))
    done('fit', 'a.csv', '--target', 'flat', '--name', 'My Phones', '-n', '3', '-o', 'mine.tare')
    shown = json.loads(done('show', '--file', 'mine.tare', '--json'))
    assert (shown['id'], shown['brand'], shown['model']) == ('my-phones/tare', 'My', 'Phones'), shown
    assert len(shown['bands']) == 3
    done('fit', 'a.csv', '--target', 'flat', '-o', 'graph', '--format', 'pipewire-lv2')
    assert b'urn:tare:eq' in read('graph')
    refused('fit', 'a.csv', '--target', 'flat', '-o', 'x', '--format', 'nothing', status=2,
            says='unknown format')


def test_a_name_that_is_no_text_is_reported():
    write('a.csv', curve((200, 4, 1)))
    result = cli.tare('fit', 'a.csv', '--target', 'flat', '-o', 'a.tare', '--name', b'Acme \xff')
    assert result.status == 1 and 'holds a name that is not UTF-8' in result.err, result
    assert not os.path.exists('a.tare')


def test_as_few_filters_as_needed():
    write('a.csv', curve((300, 5, 1)))
    assert len(fitted('a.csv', '--target', 'flat', '--filters', 'auto')['correction']['bands']) <= 4
    assert len(fitted('a.csv', '--target', 'flat', '-n', '20')['correction']['bands']) == 20


def test_boosts_are_limited():
    write('a.csv', curve((200, -15, 1)))
    low = fitted('a.csv', '--target', 'flat', '--max-boost', '3')
    high = fitted('a.csv', '--target', 'flat', '--max-boost', '12')
    assert low['figures'][0]['after']['rms_db'] > high['figures'][0]['after']['rms_db'] + 1
    assert low['correction']['preamp_db'] > -5 > high['correction']['preamp_db'], low


def test_the_equaliser_itself():
    write('eq.csv', curve((200, 4, 1), (3000, -3, 0.7)))
    result = fitted('eq.csv', '--gain-curve')
    assert result['figures'][0]['fit']['rms_db'] < 0.05, result['figures']
    assert result['correction']['target'] is None
    refused('fit', 'eq.csv', '--gain-curve', '--target', 'flat', status=2, says='no target')


def test_a_target_is_bent_by_bass_treble_ear_and_tilt():
    write('a.csv', curve())
    bands = fitted('a.csv', '--target', 'flat', '--bass', '4', '-n', '3')
    assert bands['figures'][0]['before']['largest_freq_hz'] < 60, bands['figures']
    ear = fitted('a.csv', '--target', 'flat', '--ear', '3', '-n', '1')['correction']['bands'][0]
    assert abs(ear['freq_hz'] - 2750) < 60 and abs(ear['gain_db'] - 3) < 0.2, ear
    treble = fitted('a.csv', '--target', 'flat', '--treble', '-4', '-n', '1')
    assert treble['figures'][0]['after']['rms_db'] < 0.1, treble['figures']
    tilted = fitted('a.csv', '--target', 'flat', '--tilt', '-1', '-n', '5')
    assert tilted['figures'][0]['before']['rms_db'] > 1.5, tilted['figures']
    assert tilted['figures'][0]['after']['rms_db'] < 0.7, tilted['figures']


def test_small_gains_are_put_on_each_other():
    """With +3 dB for each band, two at one place lift by 6."""
    write('lift.csv', curve((1000, 6, 1)))
    for device, bound in [('moondrop-old-fashioned', 0.15), ('moondrop-free-dsp', 0.15)]:
        made = fitted('lift.csv', '--gain-curve', '--for', device)
        assert made['figures'][0]['after']['rms_db'] < bound, (device, made['figures'])
        assert all(band['gain_db'] <= 3 for band in made['correction']['bands']), made['correction']


def test_small_gains_reach_what_large_ones_do():
    """Where nothing is lifted by more than 3 dB, the rest is cut."""
    for bumps in ([(5000, -6, 1), (5000, -8, 1), (2500, -6, 0.6)],
                  [(400, 8, 1), (400, 8, 0.6), (1000, -8, 1)],
                  [(150, 6, 1), (150, -6, 1.44), (60, -8, 0.6)]):
        write('wide.csv', curve(*bumps))
        made = fitted('wide.csv', '--target', 'flat', '-n', '5', '--for', 'moondrop-old-fashioned')
        assert all(-12 <= band['gain_db'] <= 3 for band in made['correction']['bands']), made
        assert made['figures'][0]['fit']['rms_db'] < 0.35, (bumps, made['figures'])


def test_peaks_do_what_shelves_would():
    """Nearly, where a device has none."""
    for bumps in (
            [(1800, 6, 2), (250, -9, 1), (9000, -6, 2), (30, -6, 0.5), (250, 9, 0.5)],
            [(100, -9, 2), (4000, -9, 0.5), (100, -9, 0.5), (9000, -6, 2), (250, -6, 0.5)],
            [(4000, 9, 2), (250, 6, 0.5), (30, -9, 1), (9000, 6, 1), (250, 9, 0.5)]):
        write('ends.csv', curve(*bumps))
        free = fitted('ends.csv', '--target', 'flat', '-n', '5')
        made = fitted('ends.csv', '--target', 'flat', '-n', '5', '--for', 'ktmicro')
        assert all(band['type'] == 'peak' for band in made['correction']['bands']), made
        rms, free_rms = (x['figures'][0]['fit']['rms_db'] for x in (made, free))
        assert rms <= 1.2 * free_rms, (bumps, rms, free_rms)


def test_one_headphone_can_sound_like_another():
    write('a.csv', curve((200, 4, 1)))
    write('b.csv', curve((2000, -3, 1)))
    result = fitted('a.csv', '--sound-like', 'b.csv')
    assert result['figures'][0]['after']['rms_db'] < 0.1, result['figures']
    assert 'to sound like b.csv' in result['correction']['evidence'][0]['note']
    refused('fit', 'a.csv', '--sound-like', 'b.csv', '--target', 'flat', status=2, says='either')


def test_left_and_right_together_and_apart():
    write('x L.csv', curve((200, 4, 1)))
    write('x R.csv', curve((200, 2, 1)))
    both = fitted('x L.csv', 'x R.csv', '--target', 'flat')
    assert abs(both['figures'][0]['before']['largest_db'] - 2.5) < 0.5, both['figures']
    write('x L.csv', curve((200, 4, 1), louder=2))
    apart = fitted('--left', 'x L.csv', '--right', 'x R.csv', '--target', 'flat', '-n', '4')
    channels = [band['channel'] for band in apart['correction']['bands']]
    assert channels == ['left'] * 5 + ['right'] * 4, channels  # the left is louder
    down = apart['figures'][0]['turned_down_db']
    assert down > 0.1 and apart['correction']['bands'][4]['gain_db'] == -down, down
    assert apart['figures'][1]['turned_down_db'] == 0
    assert [side['channel'] for side in apart['figures']] == ['left', 'right']
    refused('fit', '--left', 'x L.csv', status=2, says='--right')
    refused('fit', '--left', 'x L.csv', '--right', 'x R.csv', '-n', '11', status=2, says='at most 10')


def test_targets_say_whom_they_are_for():
    targets = json.loads(done('targets', '--json'))
    names = [target['name'] for target in targets]
    assert [t['licence'] for t in targets if t['source']] == ['MIT'] * (len(names) - 1)
    assert 'harman-over-ear-2018' in names and 'flat' in names
    assert all(name in done('targets') for name in names)
    write('a.csv', curve((200, 4, 1)))
    result = cli.tare('fit', 'a.csv')
    assert result.status == 0 and '--form and --rig' in result.err, result
    result = cli.tare('fit', 'a.csv', '--form', 'in-ear', '--rig', 'gras')
    assert result.status == 0 and not result.err and 'autoeq-in-ear' in result.out, result
    for form, name in [('in-ear', 'jm-1'), ('over-ear', 'lmg-5128')]:  # not a bare sound field
        result = cli.tare('fit', 'a.csv', '--form', form, '--rig', '5128')
        assert result.status == 0 and not result.err and name in result.out, result
    result = cli.tare('fit', 'a.csv', '--form', 'over-ear', '--rig', '5128', '--target',
                      'harman-over-ear-2018')
    assert result.status == 0 and 'another rig' in result.err, result
    result = cli.tare('fit', 'a.csv', '--rig', 'toy', '--target', 'flat')
    assert result.status == 0 and 'toy is no rig' in result.err, result
    for more in [], ['--form', 'over-ear'], ['--target', 'harman-over-ear-2018']:
        result = cli.tare('fit', 'a.csv', '--rig', 'nose', *more)
        assert result.status == 0 and result.err.count('\n') == 1, result
        assert 'nose is no rig that is known; expected gras, hms, 711 or 5128' in result.err, result
    refused('fit', 'a.csv', '--form', 'square', status=2, says='over-ear, on-ear')
    refused('fit', 'a.csv', '--target', 'nothing', status=2, says='nothing')


def test_a_picture_is_drawn():
    write('a.csv', curve((200, 4, 1)))
    done('fit', 'a.csv', '--target', 'flat', '--plot', 'a.png')
    assert read('a.png')[:4] == b'\x89PNG'
    refused('fit', 'a.csv', '--target', 'flat', '--plot', 'a.txt', status=2, says='svg')


def test_bad_curves_are_refused():
    for name, text in [('one.csv', '100,1\n'), ('nan.csv', '100,nan\n200,nan\n'),
                       ('zero.csv', '0,1\n0,2\n'), ('picture.csv', b'\x89PNG\r\n\x1a\n\0\0\0'),
                       ('empty.csv', '')]:
        write(name, text)
        refused('fit', name, '--target', 'flat', status=2, says=re.escape(name) + r':\d+:\d+: .*; expected')
    refused('fit', 'missing.csv', '--target', 'flat', status=2, says='missing.csv')
    refused('fit', status=2, says='missing')
    write('a.csv', curve())
    for wrong in ['0', '21', '1.5', 'x', '']:
        refused('fit', 'a.csv', '--filters', wrong, status=2, says='1 to 20')
    refused('fit', 'a.csv', '--rate', '46000', status=2, says='44100 or 48000')


def test_even_curves_are_fitted():
    write('flat.csv', '20,80\n20000,80\n')
    result = fitted('flat.csv', '--target', 'flat')
    assert result['figures'][0]['after']['rms_db'] == 0 and \
        result['correction']['preamp_db'] == 0, result


LIST = 'model,source,form,fr,target,eqcurve\n'


def make_list(n):
    rows = []
    for i in range(n):
        write('data/%d.csv' % i, curve((200 + 50 * i, 4, 1), (3000, i - 3, 0.7)))
        rows.append('"Acme %d (a, b)",lab,over-ear,%d.csv,target.csv,%d.csv\n' % (i, i, i))
    write('data/target.csv', '20,0\n20000,0\n')
    write('data/index.csv', LIST + ''.join(rows))


def results(folder):
    found = {}
    for where, _, names in os.walk(folder):
        for name in names:
            found[os.path.relpath(os.path.join(where, name), folder)] = read(os.path.join(where, name))
    return found


def test_a_list_is_fitted():
    make_list(5)
    assert '5 of 5 fitted' in done('fit', '--batch', 'data/index.csv', '--out', 'one')
    found = results('one')
    assert sorted(found)[0] == 'lab/over-ear/Acme 0 (a, b) ParametricEQ.txt', sorted(found)
    assert len(found) == 6 and found[sorted(found)[0]].count(b'Filter ') == 10
    done('fit', '--batch', 'data/index.csv', '--out', 'two', '--jobs', '3')
    assert results('two') == found
    single = done('fit', 'data/0.csv', '--target', 'data/target.csv', '-o', '0.txt')
    assert [line for line in read('0.txt').splitlines() if not line.startswith(b'#')] == \
        [line for line in found[sorted(found)[0]].splitlines() if not line.startswith(b'#')], single


def test_an_interrupted_list_goes_on():
    make_list(24)
    done('fit', '--batch', 'data/index.csv', '--out', 'whole')
    process = subprocess.Popen([cli.TARE, 'fit', '--batch', 'data/index.csv', '--out', 'part'],
                               env=cli.environment(), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    while len(cli.everything('part')) < 8 and process.poll() is None:  # two are folders
        time.sleep(0.002)
    os.killpg(process.pid, signal.SIGINT)
    process.wait(timeout=300)
    assert 4 <= len(results('part')) <= 25
    done('fit', '--batch', 'data/index.csv', '--out', 'part')
    assert results('part') == results('whole')


def test_results_of_other_options_are_not_mixed():
    make_list(1)
    done('fit', '--batch', 'data/index.csv', '--out', 'out')
    refused('fit', '--batch', 'data/index.csv', '--out', 'out', '--max-boost', '3', status=2,
            says='other options')


def test_the_help_tells_the_defaults():
    told = dict(re.findall(r'--([a-z-]+) [A-Z]+\s[^-]*?\(default ([0-9.]+)\)',
                           done('fit', '--help')))
    names = ['restarts', 'max-boost', 'treble-limit', 'treble-smoothing', 'max-slope']
    make_list(1)
    done('fit', '--batch', 'data/index.csv', '--out', 'out')
    for name in names:  # those of another number are refused
        done('fit', '--batch', 'data/index.csv', '--out', 'out', '--' + name, told[name])


def test_two_rows_for_one_result_are_refused():
    write('a.csv', curve((200, 4, 1)))
    write('index.csv', 'model,fr\nA/b,a.csv\nC d,a.csv\nA-b,a.csv\n')
    refused('fit', '--batch', 'index.csv', '--out', 'out', '--target', 'flat', status=2,
            says='index.csv:4:1: row has the source, form and model of line 2')
    assert not os.path.exists('out')


def test_a_list_needs_a_folder():
    write('index.csv', 'model,fr\nA b,a.csv\n')
    for folder in [], ['--out', '']:
        refused('fit', '--batch', 'index.csv', *folder, status=2, says='a folder is missing')


def test_bad_rows_are_reported_and_the_rest_is_fitted():
    make_list(3)
    write('data/1.csv', 'nothing\n')
    result = cli.tare('fit', '--batch', 'data/index.csv', '--out', 'out')
    assert result.status == 1 and '2 of 3 fitted' in result.out and '1.csv:' in result.err, result
    write('data/bad.csv', 'x,y\n1,2\n')
    refused('fit', '--batch', 'data/bad.csv', '--out', 'b', status=2, says='bad.csv:1:1: .*; expected')
    write('data/bad.csv', LIST + 'a,b,c\n')
    refused('fit', '--batch', 'data/bad.csv', '--out', 'b', status=2, says='bad.csv:2:1: .*; expected')
    refused('fit', '--batch', 'data/index.csv', status=2, says='--out DIR')
    refused('fit', 'a.csv', '--out', 'b', status=2, says='--batch')


def read_table(name):
    """{name of a column: text of a curve}."""
    with open(os.path.join(MEASUREMENTS, name + '.csv'), encoding='utf-8') as file:
        rows = [line.rstrip('\n').split(',') for line in file]
    return {title: ''.join('%s,%s\n' % (row[0], row[column]) for row in rows)
            for column, title in enumerate(rows[0]) if column}


def test_measured_headphones():
    lines, targets = ['model,source,form,fr,target\n'], read_table('targets')
    for form in 'over-ear', 'in-ear', 'earbud':
        write('data/%s.csv' % form, targets['used/hms-' + form])
        for name, text in read_table(form).items():
            path = '%s/%s.csv' % (form, name)
            write('data/' + path, text)
            lines.append('%s,lab,%s,%s,%s.csv\n' % (name, form, path, form))
    write('data/index.csv', ''.join(lines))
    assert '36 of 36 fitted' in done('fit', '--batch', 'data/index.csv', '--out', 'out')
    assert len(set(results('out').values())) == 37  # with the list's own file


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_fit', globals()))
