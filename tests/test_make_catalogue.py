"""The maker of the catalogue: the same bytes each time, those that are shipped, and bad input."""

import os
import subprocess
import sys

import cli

PROGRAM = os.path.join(os.environ['TARE_BUILD_DIR'], 'presets', 'make_catalogue')
REVIEWS = os.path.join(cli.SOURCE, '..', 'shared', 'reviews')
SHIPPED = os.path.join(cli.SOURCE, 'presets', 'catalogue')
FILES = ['reviews.LICENSE', 'reviews.tare']

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


def test_shipped_files_are_those_that_the_data_gives():
    if not os.path.isdir(REVIEWS):
        raise cli.Skip('the reviews are not there (../shared/reviews)')
    shipped = content(SHIPPED)
    for folder in ['a', 'b']:
        os.mkdir(folder)
        result = make('--from', REVIEWS, '--out', folder)
        assert result.status == 0 and not result.err, result
        assert content(folder) == {name: shipped[name] for name in FILES}, folder


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
