"""A machine that is not as it should be: homes that cannot be written, are full or not there, paths
with anything in them, a catalogue that is cut off or of another version, a locale with a decimal comma,
a thousand bundles of others. What cannot be done is refused with the place and the reason, and what was
there stays.

Folders are made read-only or small by mounting, in a namespace of this test alone."""

import glob
import os
import shutil
import subprocess
import sys

from helpers import cli
from helpers.cli import SOURCE, done, everything, read, refused, tare, write

CURVE = ''.join('%d,%d\n' % (freq, freq % 7) for freq in range(20, 20001, 180))
APO = 'Preamp: -3 dB\nFilter 1: ON PK Fc 1000 Hz Gain 3 dB Q 1\n'
CAN_MOUNT = 'TARE_TEST_CAN_MOUNT'

# What writes below the home without PipeWire.
WRITING = [['import', 'in.txt'], ['add', 'm.csv', '--name', 'Acme One', '--form', 'over-ear'],
           ['install', 'acme-one/anna'], ['taste', '--bass', '2'],
           ['device', 'set', 'Headphones', 'acme-one/anna']]
# What they are when they have run before, so that there is something to write again.
AGAIN = [['import', 'in.txt'], ['add', 'm.csv', '--name', 'Acme One', '--form', 'over-ear'],
         ['install', 'acme-one-pro/anna'], ['taste', '--bass', '3'],
         ['device', 'set', 'Speakers', 'acme-one/anna']]
READING = [['list'], ['show', 'acme-one/anna'], ['export', 'acme-one/anna', '--format', 'apo'],
           ['fit', 'm.csv', '-t', 'flat'], ['show', '--file', 'in.txt']]


def write_inputs(is_again=False):
    write('in.txt', APO.replace('Gain 3', 'Gain 5') if is_again else APO)
    write('m.csv', CURVE.replace(',3', ',9') if is_again else CURVE)


def contents(folder):
    """All files of a folder with what is in them."""
    return {name: read(os.path.join(folder, name)) for name in everything(folder)
            if os.path.isfile(os.path.join(folder, name))}


def mount(*words):
    if not os.environ.get(CAN_MOUNT):
        raise cli.Skip('no folder can be mounted here')
    subprocess.run(['mount', *words], check=True)


def in_home(home, command, **options):
    return tare(*command, env={'HOME': os.path.abspath(home)}, **options)


def is_done(result):
    """Rules for outputs are kept, too, where no PipeWire runs, which is told."""
    return result.status == 0 or result.status == 1 and 'PipeWire is not running' in result.err


def check_refused(home, commands, says):
    """Each command that writes says where it could not, and leaves everything."""
    before = contents(home)
    for command in commands:
        result = in_home(home, command)
        assert result.status in (1, 2) and says in result.err, (command, result)
        assert os.path.abspath(home) in result.err or '.l' in result.err, (command, result)
        assert contents(home) == before, (command, everything(home))
    for command in READING:
        result = in_home(home, command)
        assert result.status == 0, (command, result)


def use_home(home):
    write_inputs()
    for command in WRITING:
        result = in_home(home, command)
        assert is_done(result), (command, result)
    write_inputs(is_again=True)


def test_a_home_that_is_read_only():
    for name, commands in [('empty', WRITING), ('used', AGAIN)]:
        write_inputs()
        os.mkdir(name)
        if name == 'used':
            use_home(name)
        mount('--bind', name, name)
        mount('-o', 'remount,ro,bind', name)
        check_refused(name, commands, 'Read-only file system')
        subprocess.run(['umount', name], check=True)


def test_a_disk_that_is_full():
    os.mkdir('small')
    mount('-t', 'tmpfs', '-o', 'size=256k', 'none', 'small')
    use_home('small')
    with open('small/rest', 'wb', buffering=0) as rest:
        try:
            while rest.write(bytes(4096)):
                pass
        except OSError:
            pass
    check_refused('small', AGAIN, 'No space left on device')
    subprocess.run(['umount', 'small'], check=True)


def test_no_home():
    write_inputs()
    nowhere = {name: None for name in ('HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR')}
    before = everything()
    for command in WRITING + [['use', 'acme-one/anna'], ['off'], ['uninstall', '--pipewire']]:
        result = tare(*command, env=nowhere)
        assert result.status in (1, 2) and 'HOME' in result.err and '; expected' in result.err \
            or 'HOME is not set' in result.err, (command, result)
        relative = tare(*command, env=dict(nowhere, HOME='here'))
        assert relative.status in (1, 2), (command, relative)
    for command in READING:
        done_without = tare(*command, env=nowhere)
        assert done_without.status == 0, (command, done_without)
    assert everything() == before


def test_paths_with_anything_in_them():
    for home in ['mein Zuhause', 'ü/日本/é', 'a"b\'c', 'a{b}[c]', '$(touch x);`touch y`', 'a#b = c',
                 '-rf', '%s%n', 'a\\nb']:
        os.makedirs(home)
        write(os.path.join(home, 'in.txt'), APO)
        write(os.path.join(home, 'm.csv'), CURVE)
        for command in WRITING + READING:
            result = tare(*command, env={'HOME': os.path.abspath(home)}, cwd=home)
            assert is_done(result), (home, command, result)
        listed = in_home(home, ['list', '--json']).out
        assert '"Acme One"' in listed, (home, listed)
        in_home(home, ['uninstall', 'acme-one/anna'])
        out = os.path.join(os.path.abspath(home), 'out.conf')
        done('export', 'acme-one/anna', '--format', 'pipewire-lv2', '-o', out)
        assert read(out).startswith(b'# Written by Tare')
    assert not os.path.exists('x') and not os.path.exists('y')


def test_a_catalogue_that_is_cut_off():
    """Wherever it ends: what is whole of it is there, or it is refused with the place."""
    text = b''.join(read(path) for path in sorted(glob.glob(os.path.join(cli.CATALOGUE, '*.tare'))))
    for end in list(range(0, len(text), len(text) // 60)) + [len(text) - 1]:
        write('cut/test.tare', text[:end])
        for command in [['list'], ['find', 'acme'], ['show', 'acme-one/anna'], ['list', '--json']]:
            result = tare(*command, env={'TARE_CATALOGUE': os.path.abspath('cut')})
            assert result.status in (0, 1, 2), (end, command, result)
            assert result.status == 0 or result.err, (end, command, result)
            for line in result.err.splitlines():
                assert '; expected' in line or 'tare ' in line, (end, command, result)


def test_a_shipped_catalogue_that_is_cut_off():
    """With its index, which was made for the whole."""
    shipped = os.path.join(SOURCE, 'presets', 'catalogue')
    shutil.copytree(shipped, 'whole')
    shutil.copy2(os.path.join(os.environ['TARE_BUILD_DIR'], 'catalogue.index'), 'whole')
    env = {'TARE_CATALOGUE': os.path.abspath('whole')}
    for name, part in [('catalogue.index', 0.5), ('opra.tare', 0.3), ('catalogue.index', 0.9),
                       ('opra.names', 0.5), ('measurements.tare', 0.7), ('catalogue.index', 0)]:
        text = read(os.path.join('whole', name))
        write(os.path.join('whole', name), text[:int(part * len(text))])
        for command in [['find', 'hd 650'], ['show', 'hd 650'], ['list']]:
            result = tare(*command, env=env)
            assert result.status in (0, 1, 2) and (result.out or result.err), (name, command, result)
            assert result.status == 0 or '; expected' in result.err or 'is not in' in result.err, (name, result)


def test_a_shipped_catalogue_that_is_cut_off_between_two_corrections_says_so():
    shipped = os.path.join(SOURCE, 'presets', 'catalogue')
    for name in 'opra.tare', 'measurements.tare', 'reviews.tare':
        text = read(os.path.join(shipped, name))
        write('cut/' + name, text)
        env = {'TARE_CATALOGUE': os.path.abspath('cut')}
        assert 'cut off' not in tare('find', 'hd 650', env=env).err, name
        end = text.index(b'\n\n', len(text) // 2) + 1
        write('cut/' + name, text[:end])
        line = text[:end].count(b'\n')
        assert "%s:%d:1: the file is cut off here" % (name, line) in tare('find', 'hd 650', env=env).err
        os.remove('cut/' + name)


def test_a_catalogue_of_another_version():
    """A word of later years is told, with its place, and what is known is used."""
    for line, column in [('wavelength 3\n', 1), ('peak 1000 -3 1 upwards\n', 16)]:
        write('later/later.tare', 'id a/b\nbrand A\nmodel B\nkind user\npeak 100 3 1\n' + line)
        env = {'TARE_CATALOGUE': os.path.abspath('later')}
        result = tare('show', 'a/b', env=env)
        assert 'later.tare:6:%d: ' % column in result.err and '; expected' in result.err, result
    write('binary/later.tare', bytes(range(256)) * 50)
    refused('show', 'a/b', env={'TARE_CATALOGUE': os.path.abspath('binary')}, says='later.tare:1:', status=1)


def foreign_bundle(i):
    text = '@prefix lv2: <http://lv2plug.in/ns/lv2core#> .\n<urn:other:%d> a lv2:Plugin ;\n' \
           '    lv2:binary <a.so> .\n' % i
    return [text, text[:40], '', '\0' * 10, '<' * 10000][i % 5]


def test_a_thousand_bundles_of_others():
    for i in range(1000):
        write('.lv2/other-%d.lv2/manifest.ttl' % i, foreign_bundle(i))
    before = contents('.lv2')
    done('install', 'acme-one/anna')
    ours = set(contents('.lv2')) - set(before)
    assert 2 <= len(ours) <= 4, ours
    done('install', 'acme-one/anna')
    assert set(contents('.lv2')) - set(before) == ours
    done('uninstall', 'acme-one/anna')
    assert contents('.lv2') == before


def german():
    """A locale with a decimal comma, made here."""
    if not shutil.which('localedef'):
        raise cli.Skip('localedef (package libc-bin) is not installed')
    os.mkdir('locales')
    subprocess.run(['localedef', '-i', 'de_DE', '-f', 'UTF-8', './locales/de_DE.utf8'],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if not os.path.isfile('locales/de_DE.utf8/LC_NUMERIC'):
        raise cli.Skip('localedef makes no German locale here (package locales)')
    return {'LOCPATH': os.path.abspath('locales'), 'LC_ALL': 'de_DE.utf8'}


def test_a_decimal_comma_changes_nothing():
    env = german()
    write_inputs()
    write('review.md', '---\ntarget_name: Acme Two\n---\nThere is a peak of 3.5 dB at 8.2 kHz.\n')
    formats = ['apo', 'camilladsp', 'easyeffects', 'graphiceq', 'minidsp', 'opra-eq',
               'pipewire-builtin', 'pipewire-lv2', 'poweramp', 'rew', 'tare', 'ffmpeg', 'sox']
    commands = READING + [['response', 'acme-one/anna'], ['show', 'acme-one-pro/anna', '--json'],
                          ['review', 'review.md']]
    commands += [['export', 'acme-one/anna', '--format', form] for form in formats]
    for command in commands:
        plain, comma = tare(*command), tare(*command, env=env)
        assert (comma.status, comma.out, comma.err) == (plain.status, plain.out, plain.err), \
            (command, plain, comma)
    done('taste', '--bass', '1.5', env=env)
    assert b'1.5' in read('.config/tare/taste.json')


# What lives in hosts, which have a locale.
IN_HOSTS = ['test_window', 'test_window_values', 'test_window_files', 'test_instance', 'test_ports',
            'test_inline_display']


def test_a_host_with_a_decimal_comma_changes_nothing():
    """Programs of tests, which say what they expect, in a process that has asked for the locale."""
    env = german()
    if not shutil.which('cc') or os.environ.get('TARE_SANITIZE'):
        raise cli.Skip('no cc, or sanitizers, which must be loaded first')
    write('comma.c', '#include <locale.h>\n#include <stdlib.h>\n'
          '__attribute__((constructor)) static void begin(void)\n'
          '{\n    if (!setlocale(LC_ALL, "") || *localeconv()->decimal_point != \',\')\n'
          '        abort();\n}\n')
    subprocess.run(['cc', '-shared', '-fPIC', 'comma.c', '-o', 'comma.so'], check=True)
    env['LD_PRELOAD'] = os.path.abspath('comma.so')
    for name in IN_HOSTS:
        program = os.path.join(os.environ['TARE_BUILD_DIR'], 'tests', name)
        if os.path.exists(program):
            ran = subprocess.run([program], env=cli.environment(**env, TARE_CATALOGUE=None),
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            assert ran.returncode == 0, (name, ran.stdout[-1500:])


def test_numbers_have_no_locale():
    """In a program that asks for the locale by itself."""
    said = subprocess.run([os.path.join(os.environ['TARE_BUILD_DIR'], 'tests', 'test_number')],
                          env=cli.environment(**german()), stdout=subprocess.PIPE, check=True).stdout
    assert b'PASS test_number.test_no_locale_matters' in said, said


def can_mount():
    """The way into a namespace in which this test may mount; none on some systems."""
    for words in (['unshare', '-m'], ['unshare', '-rm']):
        if shutil.which('unshare') and subprocess.run(
                words + ['mount', '-t', 'tmpfs', 'none', '/mnt'], stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL).returncode == 0:
            return words
    return None


if __name__ == '__main__':
    way = None if CAN_MOUNT in os.environ else can_mount()
    if way:
        os.environ[CAN_MOUNT] = '1'
        os.execvp(way[0], way + [sys.executable, '-B', os.path.abspath(__file__)])
    sys.exit(cli.main('test_environment', globals()))
