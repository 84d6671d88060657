"""No command writes over a file that it reads, by whatever name it reaches it."""

import os
import sys

from helpers import cli
from helpers.cli import done, everything, read, refused, write

CURVE = ''.join('%d,%d\n' % (freq, freq % 7) for freq in range(20, 20001, 180))
APO = 'Preamp: -3 dB\nFilter 1: ON PK Fc 1000 Hz Gain 3 dB Q 1\n'
OWN = 'id my/own\nbrand My\nmodel Own\nkind user\npeak 1000 -3 1\n'

# words in front of the name of a file that is read; words in front of one that is written
CALLS = [
    (['fit', '-t', 'flat'], ['-o']),
    (['fit', '-t', 'flat', '-F', 'tare'], ['--output']),
    (['fit', 'other.csv', '-t'], ['-o']),
    (['fit', 'other.csv', '--sound-like'], ['-o']),
    (['fit', '-t', 'flat', '--left', 'other.csv', '--right'], ['-o']),
    (['fit', '-t', 'flat', '--right', 'other.csv', '--left'], ['-o']),
    (['fit', 'other.csv', '-t', 'flat', '--gain-curve'], ['-o']),
    (['fit', '-t', 'flat'], ['--plot']),
    (['export', '-F', 'apo', '--file'], ['-o']),
    (['plot', '--file'], ['-o']),
    (['blind', '--file'], ['--log']),
]


def names_of(path):
    """The path, and others that lead to the same file."""
    os.symlink(path, 'symbolic' + path)
    os.link(path, 'hard' + path)
    os.mkdir('folder')
    os.symlink('../' + path, 'folder/' + path)
    return [path, './' + path, os.path.abspath(path), 'symbolic' + path, 'hard' + path,
            'folder/' + path]


def test_no_option_writes_what_is_read():
    write('other.csv', CURVE)
    for command, written in CALLS:
        name = 'in.svg' if written[-1] == '--plot' or 'plot' in command else 'in.txt'
        text = CURVE if 'fit' in command else APO
        write(name, text)
        for other in names_of(name):
            refused(*command, name, *written, other, says='is another file of this call')
            refused(*command, other, *written, name, says='is another file of this call')
        assert read(name) == text.encode(), (command, written)
        for each in ['symbolic' + name, 'hard' + name, 'folder/' + name, name]:
            os.remove(each)
        os.rmdir('folder')
    assert everything() == ['other.csv']


def test_two_results_do_not_share_a_file():
    write('m.csv', CURVE)
    write('both.svg', 'old')
    refused('fit', 'm.csv', '-t', 'flat', '-o', 'both.svg', '--plot', 'both.svg',
            says='is another file of this call')
    assert read('both.svg') == b'old'


def test_render_writes_over_neither_sound_nor_correction():
    write('own.tare', OWN)
    write('in.wav', 'sound')
    for name in ['in.wav', 'own.tare', './own.tare']:
        refused('render', '--force', '--file', 'own.tare', 'in.wav', name,
                says='another file of this call|is the file to read')
    assert read('own.tare') == OWN.encode() and read('in.wav') == b'sound'


def test_a_model_of_the_name_of_a_file_is_no_file():
    write('acme-one', 'old')
    done('export', 'acme-one/anna', '-F', 'apo', '-o', 'acme-one.txt')
    done('export', 'acme-one/anna', '-F', 'apo', '-o', 'acme-one.txt')
    done('export', 'acme-one/anna', '-F', 'apo', '-o', 'acme-one')
    assert read('acme-one') == read('acme-one.txt')


def test_other_files_are_replaced():
    write('m.csv', CURVE)
    write('out.txt', 'old')
    os.symlink('out.txt', 'link.txt')
    done('fit', 'm.csv', '-t', 'flat', '-o', 'link.txt')
    assert read('out.txt').startswith(b'Preamp') and os.path.islink('link.txt')
    done('fit', 'm.csv', '-t', 'flat', '-o', '/dev/null')


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_overwrite', globals()))
