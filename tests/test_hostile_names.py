"""Names that try to be more than names: of models, authors, files and what a file says of itself. None
comes out of a file that Tare writes, a shell's completions or a terminal otherwise than as a name, by
the one rule of presets/base/plain.h: nothing of it steers, turns the line around or is not seen."""

import glob
import json
import os
import shutil
import subprocess
import sys
import unicodedata

from helpers import cli
from helpers.cli import done, tare, write

BIDI = '\u202e\u2066\u202b\u2069'
TAGS = '\U000e0041\U000e007f'  # letters that nobody sees
SHOWN = {  # may stand in a name
    'quotes': 'A"b\'c`d', 'braces': 'A{b}[c](d)', 'back': 'A\\nb\\"c\\',
    'shell': 'A$(touch x)${HOME};|&b>y', 'hash': 'A # b = c : d', 'percent': '%s%n%100000d',
    'turtle': 'A""" ; . <urn:x> @en b', 'spa': 'A" } ] context.exec = [ { path = "/bin/touch" args = "x" } ]',
    'html': 'A<script>&amp;</script>', 'yaml': '- A: !!x &b *c', 'bidi': 'A%sb' % BIDI,
    'lines': 'A\u2028b\u2029c', 'unseen': 'A\u200b\u200d\u00ad\ufeff\u3164\u2060\u180e%sb' % TAGS, 'tilde': '~/A/../../b', 'dash': '--version', 'blanks': 'A  b'}
REFUSED = {'escape': 'A\x1b[31mb', 'bell': 'A\x07b', 'c1': 'A\x9b31mb', 'return': 'A\rb', 'nul': 'A\0b',
           'delete': 'A\x7fb'}
PLAIN = 'Plain'
BINARY = ['impulse', 'impulse-linear']
JSON = ['easyeffects', 'poweramp', 'opra-eq']


def catalogue(name):
    """A catalogue with one correction of a model and an author of that name."""
    text = ('id odd/name\nbrand Odd\nmodel %s\nkind user\nauthor %s\npreamp -3\n'
            'peak 100 3 1, 3000 -4 2\n' % (name, name))
    write('odd/odd.tare', text)
    return {'TARE_CATALOGUE': os.path.abspath('odd')}


def written_formats():
    return [form['name'] for form in json.loads(done('formats', '--json')) if form['write']]


def is_harmless(sign):
    return sign in '\n\t' or unicodedata.category(sign) not in ('Cc', 'Cf', 'Zl', 'Zp') and sign != '\u3164'


def check_harmless(text, where):
    """No control of a terminal or of the direction of text is in it, and nothing that is not seen."""
    for sign in text:
        assert is_harmless(sign), (where, hex(ord(sign)), text)


def plain(name):
    """What a name becomes where it is written."""
    return ''.join(sign for sign in name.replace('\u2028', ' ').replace('\u2029', ' ') if is_harmless(sign))


def check_kept(folder, where):
    """Files and their names."""
    for path in cli.everything(folder):
        check_harmless(path, where)
        if os.path.isfile(os.path.join(folder, path)):
            check_harmless(cli.read(os.path.join(folder, path)).decode(), (where, path))


def test_what_steers_terminals_is_refused():
    for kind, name in REFUSED.items():
        result = tare('show', 'odd/name', env=catalogue(name))
        assert result.status and 'odd.tare:3:8: control character' in result.err, (kind, result)
        check_harmless(result.out + result.err, kind)


def test_terminals_see_a_name():
    for kind, name in SHOWN.items():
        env = catalogue(name)
        for command in [['list'], ['find', 'odd'], ['show', 'odd/name'], ['show', 'nothing of it']]:
            result = tare(*command, env=env)
            check_harmless(result.out + result.err, (kind, command))
        for command in [['list'], ['find', 'odd'], ['show', 'odd/name']]:
            text = done(*command, '--json', env=env)
            check_harmless(text, (kind, command))
            said = json.loads(text)
            said = said[0] if isinstance(said, list) else said
            assert said['model'] in (name, 'Odd ' + plain(name)), (kind, said)


def test_ids_that_hide_something_are_refused():
    """They are in names of files and presets."""
    for sign in BIDI + TAGS + '\u2028\u200b':
        write('odd/odd.tare', 'id odd/na%sme\nbrand Odd\nmodel A\nkind user\npeak 100 3 1\n' % sign)
        result = tare('list', env={'TARE_CATALOGUE': os.path.abspath('odd')})
        assert result.status and 'odd.tare:1:4: ' in result.err, (hex(ord(sign)), result)
        check_harmless(result.out + result.err, hex(ord(sign)))


def test_shells_and_pictures_see_a_name():
    for kind, name in SHOWN.items():
        env = catalogue(name)
        for begun in ['', 'odd', 'odd/', 'Odd ']:
            result = tare('complete', '--', 'show', begun, env=env)
            assert result.status == 0, (kind, result)
            check_harmless(result.out + result.err, (kind, begun))
        for ending in 'svg', 'png':
            done('plot', 'odd/name', '-o', 'odd.' + ending, env=env)
        pictures = [cli.read('odd.svg'), cli.read('odd.png')]
        done('plot', 'odd/name', '-o', 'plain.svg', env=catalogue(plain(name)))
        done('plot', 'odd/name', '-o', 'plain.png', env=catalogue(plain(name)))
        assert pictures[1] == cli.read('plain.png'), kind
        check_harmless(pictures[0].decode(), kind)


def structure(form, path):
    """What a format's own reader makes of a file, without the values of names."""
    if form in JSON:
        def shape(value):
            if isinstance(value, dict):
                return {key: shape(each) for key, each in value.items()}
            return [shape(each) for each in value] if isinstance(value, list) else type(value)
        return shape(json.loads(cli.read(path)))
    if form.startswith('pipewire') and shutil.which('spa-json-dump'):
        dumped = subprocess.run(['spa-json-dump', path], stdout=subprocess.PIPE, check=True)
        return [line.split(b':')[0] for line in dumped.stdout.splitlines()]
    return cli.read(path).count(b'\n')


def test_files_have_the_form_that_they_have_with_a_plain_name():
    for form in written_formats():
        if form in BINARY:
            continue
        command = ['export', 'odd/name', '--format', form, '-o']
        result = tare(*command, 'plain', env=catalogue(PLAIN))
        if result.status:
            assert 'built without' in result.err, result
            continue
        for kind, name in SHOWN.items():
            result = tare(*command, 'odd.out', env=catalogue(name))
            assert result.status == 0, (form, kind, result)
            text = cli.read('odd.out').decode()
            assert structure(form, 'odd.out') == structure(form, 'plain'), (form, kind, text)
            check_harmless(text.replace('\r\n', '\n'), (form, kind))
            os.remove('odd.out')
    assert not os.path.exists('x') and not os.path.exists('y')


def statements(folder):
    """What all Turtle there says of something: of what words, and what kind of things."""
    said = b''
    for path in sorted(glob.glob(os.path.join(folder, '*', '*.ttl'))):
        said += subprocess.run(['serdi', '-o', 'ntriples', path], stdout=subprocess.PIPE, check=True).stdout
    triples = [line.split(b' ', 2) for line in said.splitlines()]
    return [(subject[:1], verb, thing[:1]) for subject, verb, thing in triples]


def test_turtle_says_what_it_says_with_a_plain_name():
    if not shutil.which('serdi'):
        raise cli.Skip('serdi is not installed')
    done('install', 'odd/name', '--dir', 'plain', env=catalogue(PLAIN))
    wanted = statements('plain')
    for kind, name in SHOWN.items():
        done('install', 'odd/name', '--dir', kind, env=catalogue(name))
        found = statements(kind)
        assert found == wanted, (kind, found, wanted)
        check_kept(kind, kind)
        for path in cli.everything(kind):
            assert all(sign.isalnum() or sign in '-./' for sign in path), (kind, path)


def test_what_files_say_of_themselves():
    """In formats whose texts may hold anything."""
    bands = [{'type': 3, 'channels': 0, 'frequency': 1000, 'q': 1.0, 'gain': 3.0, 'color': 0}]
    for kind, name in {**SHOWN, **REFUSED, 'newline': 'A\nmodel B\npeak 100 30 1'}.items():
        write('preset.json', json.dumps([{'name': name, 'preamp': -3.0, 'parametric': True,
                                          'bands': bands}]))
        for command in [['show', '--file', 'preset.json'], ['import', 'preset.json'],
                        ['export', '--file', 'preset.json', '--format', 'tare'], ['list']]:
            result = tare(*command)
            said = result.out + result.err
            check_harmless(said, (kind, command))
        assert len(said.splitlines()) < 20, (kind, said)
        result = tare('list', '--json')
        assert result.status == 0 and json.loads(result.out), (kind, result)
        check_kept('.local', kind)
        shutil.rmtree('.local', ignore_errors=True)


def test_names_of_files():
    """In messages, in what is kept, and in a sink's file."""
    text = 'Preamp: -3 dB\nFilter 1: ON PK Fc 1000 Hz Gain 3 dB Q 1\n'
    for kind, name in {**SHOWN, **REFUSED, 'newline': 'A\nb', 'latin': b'A\xe4b'}.items():
        if kind in ('nul', 'tilde'):
            continue
        name = os.fsencode(name)
        write(os.path.join(b'in', name), text)
        write(os.path.join(b'bad', name), 'Filter 1: ON XX Fc 1000 Hz Gain 3 dB Q 1\n')
        for folder in (b'in', b'bad'):
            path = os.path.join(folder, name)
            for command in [['show', '--file', path], ['import', path],
                            ['export', '--file', path, '--format', 'pipewire-lv2']]:
                result = tare(*command)
                check_harmless(result.out + result.err, (kind, command))
                assert folder == b'in' or result.status, (kind, command, result)
    assert not os.path.exists('x') and not os.path.exists('y')


if __name__ == '__main__':
    sys.exit(cli.main('test_hostile_names', globals()))
