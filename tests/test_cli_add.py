"""Measurements of one's own beside the catalogue: added, found, aimed, flagged and forgotten."""

import json
import os
import re
import sys

from helpers import cli
from helpers.cli import done, everything, refused, tare, write

OWN = '.local/share/tare'


def table(*bumps, offset=0.0, ripple=0.0):
    """A table of level over frequency: 0 dB, with some decibels up to a frequency."""
    lines = ['* Freq(Hz) SPL(dB)']
    for k in range(121):
        freq = 20 * 2 ** (k / 12)
        level = offset + sum(gain for gain, to in bumps if freq < to) + ripple * (k % 2)
        lines.append('%.2f %.3f' % (freq, level))
    return '\n'.join(lines) + '\n'


def added(*arguments, status=0):
    result = tare('add', *arguments)
    assert result.status == status, result
    return result.out, result.err


def gains(model, *arguments):
    freqs = [str(freq) for freq in arguments if not isinstance(freq, str)]
    options = [text for text in arguments if isinstance(text, str)]
    out = done('response', model, *options, '--at', ','.join(freqs))
    return [float(line.split(',')[1]) for line in out.splitlines()[1:]]


def shown(*arguments):
    return json.loads(done('show', '--json', *arguments))


def test_takes_and_sides_are_one_headphone():
    for name, level in ('L', 2), ('L2', 4), ('R', 6), ('R2', 8):
        write('squig/Zzyzx One %s.txt' % name, table(offset=90 + level))
    write('squig/Zzyzx Onex L.txt', table())
    write('squig/phone_book.json', '[]')
    out, _ = added('squig', '--form', 'over-ear', '--rig', 'gras')
    assert out == 'Zzyzx One  zzyzx-one/measured\nZzyzx Onex  zzyzx-onex/measured\n', out
    assert 'Zzyzx One' in done('find', 'zzyzx one')
    one = shown('zzyzx one')
    assert one['kind'] == 'user' and one['rig'] == 'gras' and one['form'] == 'over-ear'
    assert one['target_id'] == 'harman-over-ear-2018' and 4 < len(one['bands']) <= 10
    assert one['bands'] == shown('zzyzx onex')['bands'], 'the level is no shape'


def test_folders_hold_targets_and_equalisers_too():
    for name in ['Zzyzx One', 'Harman IE 2019 Target', 'Zzyzx One GraphicEQ', 'Zzyzx One ParametricEQ']:
        write('folder/%s.txt' % name, table())
    out, err = added('folder', '--form', 'in-ear', '--rig', '711')
    assert out == 'Zzyzx One  zzyzx-one/measured\n', out
    assert err.count('is left out: by its name it is a target or a correction') == 3, err
    out, _ = added('folder/Harman IE 2019 Target.txt', '--form', 'in-ear', '--rig', '711')
    assert out.startswith('Harman IE 2019 Target  '), out


def test_what_was_added_is_aimed_as_any_other():
    write('Zzyzx One.txt', table((6, 200)))
    write('Zzyzx Two.txt', table())
    added('Zzyzx One.txt', 'Zzyzx Two.txt', '--form', 'over-ear', '--rig', 'gras')
    assert shown('zzyzx two', '--target', 'flat')['bands'] == []
    like = done('response', 'zzyzx two', '--like', 'zzyzx one', '--at', '50,1000').split()
    gains = [float(line.split(',')[1]) for line in like[1:]]
    assert abs(gains[0] - gains[1] - 6) < 0.7, gains
    write('Zzyzx Six.txt', table())
    added('Zzyzx Six.txt', '--form', 'over-ear', '--rig', '5128')
    refused('show', 'zzyzx two', '--like', 'zzyzx six', status=1, says='gras and .* on 5128')


def test_it_stands_beside_the_model_of_its_name():
    write('acme one.txt', table())
    out, _ = added('acme one.txt', '--rig', 'gras')
    assert out == 'Acme One  acme-one/measured\n', out
    assert shown('acme one')['form'] == 'over-ear', 'that of the model'
    assert shown('acme-one/anna')['others'][0]['id'] == 'acme-one/measured'


def test_what_hardly_moved_stays():
    arguments = ['Zzyzx One.txt', '--form', 'over-ear', '--rig', 'gras']
    write('Zzyzx One.txt', table((3, 200)))
    added(*arguments)
    before = shown('zzyzx one')
    write('Zzyzx One.txt', table((3, 200), ripple=0.2))
    out, _ = added(*arguments)
    assert out.endswith('  unchanged: it moved by less than 0.3 dB\n'), out
    assert shown('zzyzx one') == before
    write('Zzyzx One.txt', table((4, 200)))
    assert added(*arguments)[0].endswith('  replaced\n')
    assert shown('zzyzx one') != before
    arguments[-1] = '5128'
    assert added(*arguments)[0].endswith('  replaced\n'), 'another rig is another measurement'


def test_absurd_fits_are_flagged():
    write('Zzyzx Loud.txt', table((14, 200)))
    out, err = added('Zzyzx Loud.txt', '--form', 'over-ear', '--rig', 'gras', '--target', 'flat')
    assert re.search(r'zzyzx-loud/measured: all bands together lower the bass \(20 to 80 Hz\) by '
                     r'1\d\.\d dB; expected', err), (out, err)
    write('Zzyzx Leak.txt', table((-25, 100)))
    out, err = added('Zzyzx Leak.txt', '--form', 'over-ear', '--rig', 'gras')
    assert re.search(r'zzyzx-leak/measured: the bass .* is [23]\d\.\d dB below the target, of which '
                     r'the bands make up for \d\.\d; expected less than 15: was the seal', err), err
    write('Zzyzx Good.txt', table((1, 150)))
    assert added('Zzyzx Good.txt', '--form', 'over-ear', '--target', 'flat')[1] == ''
    write('Zzyzx Bud.txt', table((-25, 100)))
    assert added('Zzyzx Bud.txt', '--form', 'earbud', '--rig', '711')[1] == '', 'no earbud seals'


def test_a_target_out_of_a_file_is_kept():
    write('Zzyzx One.txt', table((6, 200)))
    write('mine.csv', table((4, 200), offset=75))
    arguments = ['Zzyzx One.txt', '--form', 'over-ear', '--rig', 'gras', '--target', 'mine.csv']
    added(*arguments)
    os.remove('mine.csv')
    one = shown('zzyzx one')
    assert one['target'] == 'mine.csv' and one['target_id'] is None, one
    assert len(one['bands']) > 0 and 'mine.csv' in done('find', 'zzyzx one')
    bass, middle = gains('zzyzx one', 50, 1000)
    assert abs(bass - middle + 2) < 0.4, (bass, middle)
    bass, middle = gains('zzyzx one', 50, 1000, '--bass', '3')
    assert abs(bass - middle - 1) < 0.7, (bass, middle)
    write('mine.csv', table((4, 200), offset=70))
    for kept, again in zip(gains('zzyzx one', 30, 100, 300, 1000),
                           gains('zzyzx one', 30, 100, 300, 1000, '--target', 'mine.csv')):
        assert abs(kept - again) < 0.2, (kept, again)
    done('plot', 'zzyzx one', '-o', 'one.svg')
    write('mine.csv', table((4, 200), offset=75))
    assert added(*arguments)[0].endswith('0.3 dB\n')
    write('mine.csv', table((5, 200)))
    assert added(*arguments)[0].endswith('  replaced\n'), 'another target'
    write('broken.csv', 'nothing\n')
    arguments[-1] = 'broken.csv'
    added(*arguments, status=2)


def test_what_was_not_measured_is_left_alone():
    rows = [row for row in table((3, 600)).splitlines()[1:] if 300 <= float(row.split()[0]) <= 5000]
    write('Zzyzx Cut.txt', '\n'.join(rows))
    _, err = added('Zzyzx Cut.txt', '--form', 'in-ear', '--rig', '711')
    assert 'nothing is measured below 302 Hz: left alone there' in err, err
    fitted = json.loads(
        tare('fit', 'Zzyzx Cut.txt', '--form', 'in-ear', '--rig', '711', '--json').out)
    low, first, last, high = gains('zzyzx cut', 20, 300, 5000, 15000)
    assert abs(low - first) < 1 and abs(last - high) < 2, (low, first, last, high)
    deepest = max(abs(band['gain_db']) for band in shown('zzyzx cut')['bands'])
    assert deepest < 1 + max(abs(band['gain_db']) for band in fitted['correction']['bands']), deepest


def test_phone_books_say_what_files_are_called():
    write('squig/data/phone_book.json', json.dumps([
        {'name': 'Zzyzx Audio', 'phones': [
            'One', {'name': 'Two', 'file': ['zz2', 'zz2 foam'], 'suffix': ['', '(foam)']}]}]))
    for name in ['One L', 'One R', 'zz2 L', 'zz2 R', 'zz2 foam L', 'Other L']:
        write('squig/data/phones/%s.txt' % name, table())
    out, _ = added('squig', '--form', 'in-ear', '--rig', '711')
    assert sorted(out.splitlines()) == [
        'Other  other/measured', 'Zzyzx Audio One  zzyzx-audio-one/measured',
        'Zzyzx Audio Two  zzyzx-audio-two/measured',
        'Zzyzx Audio Two (foam)  zzyzx-audio-two-foam/measured'], out
    one = shown('zzyzx audio one')
    assert one['brand'] == 'Zzyzx Audio' and one['model'] == 'One', one
    write('squig/data/phone_book.json', '[{"name": ')
    out, err = added('squig/data', '--form', 'in-ear', '--rig', '711', status=1)
    assert 'phone_book.json:1:' in err and 'One  one/measured' in out, (out, err)


def test_two_of_one_name_are_not_mixed_up():
    write('a/Zzyzx One.txt', table())
    write('b/Zzyzx One.txt', table((5, 200)))
    out, err = added('a', 'b', '--form', 'in-ear', '--rig', '711', status=1)
    assert out == 'Zzyzx One  zzyzx-one/measured\n' and 'was added just now' in err, (out, err)


def test_it_is_forgotten():
    write('Zzyzx One.txt', table())
    added('Zzyzx One.txt', '--form', 'in-ear', '--rig', '711')
    assert everything(OWN) == ['imported-zzyzx-one-measured.tare']
    done('forget', 'zzyzx-one/measured')
    assert everything(OWN) == []


def test_what_cannot_be_used_is_said():
    write('notes.txt', 'nothing here\n')
    write('Zzyzx One.txt', table())
    out, err = added('notes.txt', 'Zzyzx One.txt', '--form', 'in-ear', '--rig', 'gras', status=1)
    assert 'zzyzx-one/measured' in out and 'notes.txt:1:1: ' in err, (out, err)
    added('notes.txt', status=2)
    refused('add', 'absent.txt', says=r'^absent\.txt:1:1: .*; expected')
    refused('add', says='a file is missing')
    refused('add', 'Zzyzx One.txt', '--form', 'inear', says='did you mean in-ear')
    refused('add', 'Zzyzx One.txt', '--target', 'harmam', says='did you mean harman')
    refused('add', 'Zzyzx One.txt', '--target', 'notes.txt', status=2, says='expected')
    os.mkdir('empty')
    refused('add', 'empty', says='holds no file')


def test_an_unknown_rig_is_told():
    write('Zzyzx One.txt', table())
    _, err = added('Zzyzx One.txt')
    assert '--form and --rig say whether it fits' in err, err


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_add', globals()))
