"""The maker of the catalogue: the same bytes each time, those that are shipped, and bad input."""

import os
import re
import subprocess
import sys

from helpers import cli

PROGRAM = os.path.join(os.environ['TARE_BUILD_DIR'], 'presets', 'make_catalogue')
SHIPPED = os.path.join(cli.SOURCE, 'presets', 'catalogue')

REVIEW = '''---
title: "Test"
target_name: "%s"
company_id: test
ref: test
date: 2025-01-01
tags: [Headphones]
---
## Scientific Validity

There is a sharp +6 dB peak at 5.5 kHz (Q=8).
'''


def make(*arguments):
    return cli.Result(subprocess.run([PROGRAM, *arguments], env=cli.environment(),
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE, timeout=120))


def content(folder):
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), 'rb') as file:
            found[name] = file.read()
    return found


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as file:
        file.write(text.encode() if isinstance(text, str) else text)


def source(folder, **reviews):
    write(folder + '/LICENSE.reviews', 'Copyright (c) Somebody\n')
    for name, text in reviews.items():
        write('%s/md/%s.md' % (folder, name), text)
    os.makedirs('out', exist_ok=True)
    return folder


def test_shipped_files_are_small():
    assert sum(map(len, content(SHIPPED).values())) <= 6e6


OPRA = '''{"type":"vendor","id":"v","data":{"name":"Acme"}}
{"type":"product","id":"a","data":{"vendor_id":"v","name":"HD 1+","subtype":"in_ear"}}
{"type":"product","id":"b","data":{"vendor_id":"v","name":"HD1+ (ANC on)","subtype":"in_ear"}}
'''
PRESET = ('{"type":"eq","id":"%s","data":{"product_id":"%s","author":"AutoEQ","details":"Measured by '
          '%s","type":"parametric_eq","parameters":{"gain_db":%s,"bands":[{"type":"peak_dip",'
          '"frequency":%s,"gain_db":-3,"q":1}]}}}\n')


def opra(folder, *presets):
    write(folder + '/database_v1.jsonl', OPRA + ''.join(PRESET % preset for preset in presets))
    os.makedirs('out', exist_ok=True)
    return folder


def test_one_headphone_has_one_name():
    opra('src', ('1', 'a', 'X', '0', '100'), ('2', 'b', 'X', '0', '200'),
         ('3', 'b', 'X (ANC On)', '-1', '300'), ('4', 'a', 'Y', '0', '400'))
    result = make('--from', 'src', '--out', 'out')
    assert result.status == 0 and 'opra: 4 corrections' in result.out, result
    text = content('out')['opra.tare'].decode()
    lines = [line for line in text.splitlines() if line[:3] in ('hea', 'mod', 'var', 'id ')]
    assert lines == ['headphone acme-hd-1-plus-anc-on', 'model HD 1+', 'variant ANC on',
                     'id acme-hd-1-plus-anc-on/autoeq-x', 'id acme-hd-1-plus-anc-on/autoeq-x-2',
                     'headphone acme-hd-1-plus', 'model HD 1+', 'id acme-hd-1-plus/autoeq-x',
                     'id acme-hd-1-plus/autoeq-y'], lines


def test_measurements_get_corrections_of_their_own():
    opra('src', ('1', 'a', 'X', '0', '100'))
    assert make('--from', 'src', '--out', 'out').status == 0
    curve = ''.join('%d,%g\n' % (freq, 3 if freq < 300 else 0) for freq in range(20, 20000, 20))
    for name in 'good', 'bad':
        write('lab/fr/%s.csv' % name, 'frequency,raw\n' + (curve if name == 'good' else ''))
    write('lab/index.csv', 'model,source,form,fr\n"acme hd1+",rtings,in-ear,fr/good.csv\n'
          'Beta X (ANC on),oratory1990,over-ear,fr/good.csv\nC,rtings,in-ear,fr/bad.csv\n'
          'D,nobody,in-ear,fr/good.csv\n')
    result = make('--from', 'lab', '--out', 'out')
    assert result.status == 1 and 'measurements: 2 corrections' in result.out, result
    assert 'bad.csv:' in result.err and 'index.csv:5:1: ' in result.err, result
    text = content('out')['measurements.tare'].decode()
    for line in ['headphone acme-hd-1-plus', 'model HD 1+', 'id acme-hd-1-plus/tare-rtings',
                 'target autoeq-in-ear-hms', 'id beta-x-anc-on/tare-oratory1990', 'variant ANC on',
                 'evidence fr/good.csv', 'kind measurement', 'rate 48000']:
        assert '\n' + line in text, (line, text)
    block = text[text.index('id beta-x-anc-on'):]
    assert '\ncurve 30 ' in block and 'peak' not in block and 'shelf' not in block, block


def test_measurements_of_several_folders_stand_in_one_file():
    for lab, model in [('lab1', 'acme one'), ('lab2', 'acme two')]:
        write(lab + '/fr/a.csv', 'frequency,raw\n20,-3\n20000,1.5\n')
        write(lab + '/index.csv', 'model,source,form,fr\n%s,rtings,in-ear,fr/a.csv\n' % model)
    os.mkdir('out')
    assert make('--from', 'lab1', 'lab2', '--out', 'out').status == 0
    text = content('out')['measurements.tare'].decode()
    assert re.findall('^id (.*)', text, re.M) == ['acme-one/tare-rtings', 'acme-two/tare-rtings']
    curves = re.findall('^curve (.*)', text, re.M)
    assert len(curves) == 2 and curves[0] == curves[1] and curves[0].startswith('-30 '), curves


def test_what_cannot_be_represented_is_reported_and_the_rest_is_kept():
    opra('src', ('1', 'a', 'X', '0', '100'), ('2', 'a', 'Y', '0', '-5'), ('3', 'c', 'Z', '0', '9'))
    result = make('--from', 'src', '--out', 'out')
    assert result.status == 1 and 'opra: 1 corrections' in result.out, result
    assert 'database_v1.jsonl:5:1: 2: frequency is out of range; expected' in result.err, result
    assert 'database_v1.jsonl:6:1: 3: product c is not there; expected' in result.err, result


def test_repeats_are_left_out():
    opra('src', ('1', 'a', 'X', '0', '100'), ('2', 'a', 'X', '0', '100'),
         ('3', 'a', 'X', '0', '101'), ('1', 'a', 'X', '0', '100'))
    result = make('--from', 'src', '--out', 'out')
    assert result.status == 0 and 'opra: 2 corrections' in result.out, result
    assert '7:1: 1 stands twice' in result.err, result


def test_repeat_of_what_got_a_number_is_left_out():
    opra('src', ('1', 'a', 'X', '0', '100'), ('2', 'a', 'X', '0', '101'),
         ('3', 'a', 'X', '0', '101'), ('4', 'a', 'X', '0', '102'))
    result = make('--from', 'src', '--out', 'out')
    assert result.status == 0 and 'opra: 3 corrections' in result.out, result
    ids = [line for line in content('out')['opra.tare'].decode().splitlines() if line[:3] == 'id ']
    assert ids == ['id acme-hd-1-plus/autoeq-x' + end for end in ('', '-2', '-3')], ids


def test_form_that_one_spelling_lacks_is_that_of_the_others():
    products = (('b', 'HD 2', ''), ('c', 'hd2', ',"subtype":"in_ear"'), ('d', 'X', ''))
    text = ''.join('{"type":"product","id":"%s","data":{"vendor_id":"v","name":"%s"%s}}\n' % product
                   for product in products)
    presets = [('1', 'b', 'Z', '0', '100'), ('2', 'c', 'A', '0', '200'), ('3', 'd', 'A', '0', '9')]
    write('src/database_v1.jsonl', OPRA.splitlines()[0] + '\n' + text +
          ''.join(PRESET % preset for preset in presets))
    os.mkdir('out')
    result = make('--from', 'src', '--out', 'out')
    assert result.status == 0 and 'opra: 3 corrections' in result.out, result
    assert content('out')['opra.tare'].decode().count('form in-ear') == 1


def test_names_whose_ids_are_long_are_read_back():
    name = '+a' * 150
    write('src/database_v1.jsonl', OPRA.replace('Acme', name).replace('HD 1+', name) +
          ''.join(PRESET % preset for preset in [('1', 'a', 'X', '0', '100')]))
    os.mkdir('out')
    result = make('--from', 'src', '--out', 'out')
    assert result.status == 0 and 'opra: 1 corrections' in result.out, result
    result = cli.tare('list', env={'TARE_CATALOGUE': os.path.abspath('out')})
    assert result.status == 0 and not result.err and '+a+a' in result.out, result
    ids = re.findall('^id (.*)$', content('out')['opra.tare'].decode(), re.M)
    assert len(ids) == 1 and len(ids[0]) < 240, ids
    result = cli.tare('install', ids[0], '--dir', 'lv2',
                      env={'TARE_CATALOGUE': os.path.abspath('out')})
    assert result.status == 0 and len(os.listdir('lv2')) == 1, result


def test_order_of_the_files_does_not_matter():
    source('src', b=REVIEW % 'Acme One', a=REVIEW % 'Acme Two')
    assert make('--from', 'src', '--out', 'out').status == 0
    first = content('out')
    ids = [line for line in first['reviews.tare'].decode().splitlines() if line[:3] == 'id ']
    assert len(ids) == 2 and ids == sorted(ids), ids
    assert b'Somebody' in first['reviews.LICENSE']
    source('turned', a=REVIEW % 'Acme Two', b=REVIEW % 'Acme One')
    assert make('--from', 'turned', '--out', 'out').status == 0
    assert content('out') == first


def test_order_of_the_sources_does_not_matter():
    """Measurements come last: they take the names that are known."""
    source('words', a=REVIEW % 'Acme Two')
    opra('presets', ('1', 'a', 'X', '0', '100'), ('2', 'b', 'Y', '0', '200'))
    write('lab/fr/a.csv', 'frequency,raw\n20,3\n300,1\n20000,0\n')
    write('lab/index.csv', 'model,source,form,fr\nacme hd1+,rtings,in-ear,fr/a.csv\n')
    for folder, order in ('out', ['words', 'presets']), ('turned', ['presets', 'words']):
        os.makedirs(folder, exist_ok=True)
        result = make('--from', *order, 'lab', '--out', folder)
        assert result.status == 0, result
    assert content('out') == content('turned')
    assert sorted(content('out')) == [name + end for name in ('measurements', 'opra', 'reviews')
                                      for end in ('.LICENSE', '.names', '.tare')], list(content('out'))


def test_two_reviews_of_one_model_give_one_correction():
    source('src', a=REVIEW % 'Acme One', b=REVIEW % 'Acme One')
    result = make('--from', 'src', '--out', 'out')
    assert result.status == 0, result
    assert 'left out' in result.err and 'b.md' in result.err, result
    assert content('out')['reviews.tare'].count(b'\nid ') == 1


def test_bad_reviews_are_reported_and_the_rest_is_kept():
    source('src', a=REVIEW % 'Acme One', b=b'---\n\xff\n---\n')
    result = make('--from', 'src', '--out', 'out')
    assert result.status == 1 and 'b.md:' in result.err, result
    assert content('out')['reviews.tare'].count(b'\nid ') == 1


def test_wrong_calls_are_refused():
    for arguments in ([], ['--from', 'x'], ['--out', 'x'], ['x', '--out', 'y'],
                      ['--from', '--out', 'y'], ['--from', 'a', '--what', '--out', 'y']):
        result = make(*arguments)
        assert result.status == 2 and 'usage' in result.err, result
    os.mkdir('empty')
    result = make('--from', 'empty', '--out', 'empty')
    assert result.status == 2 and 'expected' in result.err and not os.listdir('empty'), result


def test_old_files_stay_when_the_new_ones_cannot_be_written():
    source('src', a=REVIEW % 'Acme One')
    result = make('--from', 'src', '--out', 'missing')
    assert result.status == 2 and 'missing' in result.err, result
    assert not os.path.exists('missing')


if __name__ == '__main__':
    sys.exit(cli.main('test_make_catalogue', globals()))
