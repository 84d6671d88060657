"""Completion in shells: what the program offers, and real shells before a terminal with Tab pressed."""

import json
import os
import resource
import subprocess
import sys

from helpers import cli, shells
from helpers.cli import done, refused, write

FULL_CATALOGUE = {'TARE_CATALOGUE': os.path.join(cli.SOURCE, 'presets', 'catalogue')}
BEST_OF = 15
LIMIT_MS = 30.0


def offers(*words, env=None):
    """How the candidates are to be taken, and the candidates with their notes."""
    first, *lines = done('complete', '--', *words, env=env).split('\n')[:-1]
    return first.strip(), dict(line.split('\t') for line in lines)


def names(*words, env=None):
    return list(offers(*words, env=env)[1])


def test_it_is_for_shells_only():
    assert 'complete' not in done('help')
    assert done('help', 'complete') == done('complete', '--help')
    refused('complete', status=2, says='a word is missing')
    refused('complet', status=2, says="expected one that 'tare help' lists")


def test_commands():
    assert names('') == cli.COMMANDS
    assert names('un') == ['uninstall'] and names('xyz') == []
    assert names('--') == ['--help', '--version']
    assert offers('us')[1]['use'].startswith('Corrects everything')
    assert names('help', 'st') == ['status'] and names('help', 'show', '') == []
    assert names('nonsense', '') == []


def test_all_options_of_all_commands():
    for command in cli.COMMANDS:
        text = done(command, '--help')
        offered = offers(command, '--')[1]
        for name, note in offered.items():
            assert name in text and note in text, (command, name)
        assert len(offered) == sum(line.lstrip().startswith('-') and '--' in line
                                   for line in text.splitlines() if line[:2] == '  '), command


def test_values_of_options():
    assert names('use', '--kind', '') == ['lv2', 'ladspa', 'builtin', 'param_eq']
    assert names('use', '--kind', 'L') == ['lv2', 'ladspa']
    assert names('use', '--kind=la') == ['--kind=ladspa']
    assert names('export', '-Fap') == ['-Fapo']
    assert names('export', '-F', 'ap') == ['apo']
    assert names('use', '--bass', '') == [] and names('use', '--default=x') == []
    assert names('plot', '--channel', 'r') == ['right']
    for words in [('fit', '--form'), ('fit', '--rig')]:
        for value in names(*words, ''):
            result = cli.tare(*words, value, 'missing.csv')
            assert 'missing.csv' in result.err and 'expected over-ear' not in result.err, result
    for kind in names('use', '--kind', ''):
        assert "unknown kind" not in cli.tare('use', '--kind', kind, 'acme one').err, kind


def test_names_out_of_lists():
    formats = [each['name'] for each in json.loads(done('formats', '--json')) if each['write']]
    assert names('fit', '--format', '') == names('export', '--format', '') == formats
    targets = [line.split()[0] for line in done('targets').splitlines()]
    how, offered = offers('fit', '--target', '')
    assert how == 'files' and list(offered) == targets


def test_files_and_folders():
    assert offers('show', '--file', '')[0] == 'files .md .tare .txt .json .jsonl .yml .yaml .conf .wav'
    assert offers('plot', '-o', 'x')[0] == 'files .svg .png'
    assert offers('render', 'in.wav', '')[0] == 'files'
    assert offers('render', 'in.wav', 'out.wav', '')[0] == 'files'
    assert offers('fit', '--out', '')[0] == 'folders'
    assert offers('review', '')[0] == 'folders files .md .txt .html'


def test_models():
    for command in ['find', 'show', 'plot', 'response', 'export', 'install', 'use']:
        assert names(command, 'ac') == ['acme-one-pro', 'acme-one', 'acme-two-anc-on'], command
    assert offers('use', 'acme-t') == ('', {'acme-two-anc-on': 'Acme Two (ANC on)'})
    assert names('render', '-m', 'hd5') == names('use', 'HD 5') == ['gamma-hd-560']
    assert names('use', 'acme two a') == ['acme-two-anc-on']
    assert names('use', '--bass', '3', 'bet') == ['beta-flat'] == names('use', '--', 'bet')
    assert names('use', 'xyz') == [] and len(names('use', '')) == 5


def test_presets_that_are_installed():
    assert names('uninstall', '') == []
    done('install', 'acme-one/review', 'beta flat')
    assert offers('uninstall', 'ac') == ('', {'acme-one/review': 'Acme One'})
    assert names('uninstall', '') == ['acme-one/review', 'beta-flat/anna']


def test_ids_of_corrections():
    assert offers('use', 'acme-one/') == ('', {'acme-one/anna': 'preset, Anna, GRAS 43AG, Flat',
                                               'acme-one/review': 'review, A Reviewer'})
    assert names('show', 'ACME-one/r') == ['acme-one/review']


def test_the_words_of_one_name():
    assert names('use', 'acme', '') == ['one-pro', 'one', 'two-anc-on']
    assert names('use', 'acme', 'one', '') == ['pro']
    assert names('show', '--json', 'gamma', 'H') == ['hd-560']
    assert names('plot', 'acme', 'bet') == ['beta-flat']  # each argument is a model
    assert names('device', 'set', 'Loudspeaker', 'acme', 't') == ['two-anc-on']


DEVICE_SET = ['--flat', '--file', '--dialect', '--target', '--like', '--filters', '--sure', '--ear',
              '--strength', '--bass', '--treble', '--tilt']


def test_actions():
    assert names('device', '') == ['list', 'set', 'forget', 'watch']
    assert names('device', 'list', '--') == ['--json', '--help']
    assert names('device', 'set', 'Loudspeaker', '-') == DEVICE_SET + ['--help']
    assert names('compare', '') == ['on', 'off']
    assert names('device', 'watch', '--') == ['--help']
    assert names('device', '--') == DEVICE_SET + ['--all', '--json', '--help']
    assert names('device', 'list', '') == names('device', 'xyz', '') == []


# Names of devices come from outside: a shell must neither run nor expand anything of them.
RUNS = 'run$(touch${IFS}ran)`touch ran`;touch ran'
EXPANDS = "home$HOME ~{a,b} \\q (it's)"


def write_rule():
    names = ['My "Loud" Speaker', RUNS, EXPANDS]
    write('.config/tare/devices.json',
          json.dumps([{'device': name, 'correction': 'acme-one/anna'} for name in names]))


def test_rules_of_devices():
    write_rule()
    assert offers('device', 'forget', 'my') == ('', {'My "Loud" Speaker': 'acme-one/anna'})


def test_every_name_is_understood():
    """What is offered for a headphone means this headphone; some of them all over the catalogue."""
    brands = names('use', '', env=FULL_CATALOGUE)
    assert len(brands) > 300
    for brand in brands[::len(brands) // 10]:
        for name, model in list(offers('use', brand, env=FULL_CATALOGUE)[1].items())[:2]:
            first = done('show', name, env=FULL_CATALOGUE).splitlines()[0]
            assert first == model, (name, model, first)
    plus, = names('use', 'anker-zolo-liberty-plus', env=FULL_CATALOGUE)  # the Liberty+
    assert plus.startswith('anker-zolo-liberty-plus/'), plus


def test_many_names_are_offered_by_their_beginnings():
    how, offered = offers('use', 's', env=FULL_CATALOGUE)
    assert how == 'stems' and offered['sennheiser-'].endswith(' headphones')
    how, offered = offers('use', 'sennheiser-', env=FULL_CATALOGUE)
    assert how == '' and offered['sennheiser-hd-650'] == 'Sennheiser HD 650'
    assert offers('use', 'hd6', env=FULL_CATALOGUE)[0] == 'list'
    for word in ['', 'a', 'pro', '1', '-']:
        assert len(names('use', word, env=FULL_CATALOGUE)) <= 700, word


def time_of(*arguments):
    """The least time of a processor that the program takes, in ms: what else runs does not count."""
    def used_s():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime
    times_s = []
    for _ in range(BEST_OF):
        before_s = used_s()
        done(*arguments, env=FULL_CATALOGUE)
        times_s.append(used_s() - before_s)
    return 1e3 * min(times_s)


def test_it_takes_no_longer_than_a_blink():
    if os.environ.get('TARE_SANITIZE'):
        raise cli.Skip('sanitizers take their time')
    taken_ms = time_of('complete', '--', 'use', 'sen')
    print('tare use sen<Tab>: %.0f ms' % taken_ms, file=sys.stderr)
    assert taken_ms <= max(LIMIT_MS, time_of('list')), taken_ms  # on any machine


# Shells. A Tab completes the word; what stands behind it shows whether a blank was added.

TYPED = [
    ('us\tx', ['use', 'x']),
    ('use gam\tx', ['use', 'gamma-hd-560', 'x']),
    ('use Acme-T\tx', ['use', 'acme-two-anc-on', 'x']),
    ('use ac\tx', ['use', 'acme-x']),  # as far as all candidates go
    ('use hd5\tx', ['use', 'gamma-hd-560', 'x']),
    ('use gamma h\tx', ['use', 'gamma', 'hd-560', 'x']),
    ('use acme-one/r\tx', ['use', 'acme-one/review', 'x']),
    ('plot "acme tw\t x', ['plot', 'acme-two-anc-on', 'x']),
    ('plot acme\\ tw\tx', ['plot', 'acme-two-anc-on', 'x']),
    ('use --kind=la\tx', ['use', '--kind=ladspa', 'x']),
    ('use --kind la\tx', ['use', '--kind', 'ladspa', 'x']),
    ('use --no\tx', ['use', '--no-auto-preamp', 'x']),
    ('device se\tx', ['device', 'set', 'x']),
    ('device forget My\tx', ['device', 'forget', 'My "Loud" Speaker', 'x']),
    ('device forget run\tx', ['device', 'forget', RUNS, 'x']),
    ('device forget ho\tx', ['device', 'forget', EXPANDS, 'x']),
    ('show --file my\tx', ['show', '--file', 'my review.md', 'x']),
    ('show --file=my\tx', ['show', '--file=my review.md', 'x']),
    ('show -f so\tin\tx', ['show', '-f', 'some folder/inside.tare', 'x']),
    ('fit --batch cu\tx', ['fit', '--batch', 'curves.csv', 'x']),
    ('fit --target cu\tx', ['fit', '--target', 'curves.csv', 'x']),
    ('fit --target autoeq-e\tx', ['fit', '--target', 'autoeq-earbudx']),
    ('fit --out so\tx', ['fit', '--out', 'some folder/x']),
    ('render cu\tx', ['render', 'curves.csv', 'x']),
]


def make_files():
    for name in ['my review.md', 'curves.csv', 'some folder/inside.tare', 'some folder/other.png']:
        write(name, '')
    write_rule()


def check_typed(make, typed, *changes, **where):
    shell = make(*changes, **where)
    try:
        for keys, words in typed:
            found = shell.words(keys)
            assert found == words, (keys, found)
    finally:
        shell.close()


def test_bash():
    make_files()
    check_typed(shells.bash, TYPED)


def test_shells_list_what_is_possible():
    for make in [shells.bash, shells.zsh]:
        shell = make()
        shell.listed('use acme-\t\t', 'acme-two-anc-on')
        shell.close()


def test_zsh():
    make_files()
    check_typed(shells.zsh, TYPED)


# Candidates that have less in common are listed, and do not shorten the word.
KEPT = [('use hd6\tx', ['use', 'hd6x']), ('use sennh\tx', ['use', 'sennheiser-x'])]


def test_bash_keeps_what_is_typed():
    check_typed(shells.bash, KEPT, FULL_CATALOGUE)


def test_zsh_keeps_what_is_typed():
    check_typed(shells.zsh, KEPT, FULL_CATALOGUE)


def test_fish():
    shells.need('fish')
    make_files()
    fish = shells.fish
    assert fish('tare us') == {'use': 'Corrects everything that plays through PipeWire, live'}
    assert fish('tare use acme-t') == {'acme-two-anc-on': 'Acme Two (ANC on)'}
    assert list(fish('tare use hd5')) == ['gamma-hd-560']
    assert list(fish('tare use gamma h')) == ['hd-560']
    assert list(fish('tare use "acme tw')) == ['acme-two-anc-on']
    assert sorted(fish('tare use --kind=l')) == ['--kind=ladspa', '--kind=lv2']
    assert '--no-auto-preamp' in fish('tare use --')
    assert list(fish('tare show --file my')) == ['my review.md']
    assert list(fish('tare show --file=my')) == ['--file=my review.md']
    assert list(fish('tare show --file some\\ folder/')) == ['some folder/inside.tare']
    assert list(fish('tare fit --out so')) == ['some folder/']
    assert list(fish('tare device forget My')) == ['My "Loud" Speaker']


def test_scripts_are_installed_where_the_shells_look():
    root = os.path.join(os.getcwd(), 'root')
    subprocess.run([sys.executable, '-B', 'wscript', 'install', '--destdir=' + root],
                   cwd=cli.SOURCE, check=True, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    page, = [path for path in cli.everything(root) if path.endswith('share/man/man1/tare.1')]
    share = os.path.join(root, page[:-len('/man/man1/tare.1')])
    where = {'XDG_DATA_DIRS': share}
    assert list(shells.fish('tare us', where, '')) == ['use']
    check_typed(shells.zsh, [('us\tx', ['use', 'x'])], folder=zsh_folder(share))
    loader = '/usr/share/bash-completion/bash_completion'
    if not os.path.exists(loader):
        raise cli.Skip('bash-completion is not installed')
    check_typed(shells.bash, [('us\tx', ['use', 'x'])], where, script=loader)


def zsh_folder(share):
    folder, = [path for path in cli.everything(share) if path.endswith('/_tare')]
    return os.path.join(share, os.path.dirname(folder))


if __name__ == '__main__':
    sys.exit(cli.main('test_completion', globals()))
