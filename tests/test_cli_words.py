"""The command line: what rests on words only says so, and what find and show tell beside a correction."""

import json
import os
import re
import shutil
import subprocess
import sys

from helpers import cli, wav
from helpers.cli import done, tare, write

WORDS = 'from words only'
EXPLAINED = '* the default; columns: id, kind, author, measured by or on, target'

BLOCK = 'id %s\nbrand %s\nmodel %s\nkind %s\n%s\n'
PEAK = 'preamp 0\npeak 5500 -6 8\n'
SAID = '''evidence acme/told.md
line 3
text 9 dB peaks at 5.8 kHz
evidence acme/told.md
line 3
text 9 dB peaks at 5.8 kHz and 11 kHz
'''


def block(name, brand, model, kind='preset', more=PEAK):
    return BLOCK % (name, brand, model, kind, more)


CORRECTIONS = [
    block('acme-told/review', 'Acme', 'Told', 'review', PEAK + 'peak 11000 -6 8\n' + SAID),
    block('acme-both/anna', 'Acme', 'Both', 'preset', 'author Anna\nrig GRAS 43AG\ntarget Flat\n' + PEAK),
    block('acme-both/ben', 'Acme', 'Both', 'measurement', 'author Ben\npeak 300 -2 1\n'),
    block('acme-both/review', 'Acme', 'Both', 'review', PEAK + 'peak 11000 -6 8\n' + SAID),
    block('odd/one', "L'Odd", 'It\'s "7" $HOME `x` \\n !!'),
    block('odd/two', '-dash', 'Two & three; (4) *'),
    block('odd/three', 'Größe', 'Ö 1'),
]


def catalogue():
    """A catalogue of this test alone, as an environment."""
    write('catalogue/own.tare', '\n'.join(CORRECTIONS))
    return {'TARE_CATALOGUE': os.path.abspath('catalogue')}


def show(name, env):
    return done('show', name, env=env)


def steps(text):
    """The commands that show ends with."""
    lines = text.split('What to do next\n')[1].splitlines()
    assert lines and all(line.startswith('    tare ') and '  # ' in line for line in lines), text
    assert len({line.index('  # ') for line in lines}) == 1, text
    return [line.strip().rsplit('  # ', 1)[0].rstrip() for line in lines]


def test_find_says_where_text_is_all_there_is():
    env = catalogue()
    text = done('find', 'acme', env=env)
    heads = [line for line in text.splitlines() if line.startswith('Acme')]
    assert sorted(heads) == ['Acme Both', 'Acme Told  ' + WORDS], text
    found = {model['model']: model for model in json.loads(done('find', 'acme', '--json', env=env))}
    assert found['Acme Told']['words_only'] is True and found['Acme Both']['words_only'] is False
    for model in json.loads(done('list', '--json', env=env)):
        assert model['words_only'] == (model['model'] == 'Acme Told'), model


def test_find_explains_itself_in_one_line():
    env = catalogue()
    text = done('find', 'acme both', '-n1', env=env)
    lines = text.splitlines()
    assert lines[-1] == EXPLAINED and lines[-2] == '' and text.count('default') == 1, text
    assert lines[1].split() == ['*', 'acme-both/anna', 'preset', 'Anna', 'GRAS', '43AG', 'Flat']
    assert lines[2].split() == ['acme-both/ben', 'measurement', 'Ben', '-', '-'], text
    assert {line[2:4] for line in lines[1:4]} == {'* ', '  '}, text
    kinds = [line.rindex(word) for line, word in zip(lines[1:], ['preset', 'measurement', 'review'])]
    assert len(set(kinds)) == 1, text
    assert EXPLAINED in cli.on_terminal('find', 'acme both', env=dict(env, NO_COLOR='1'))
    assert EXPLAINED not in done('find', 'acme both', '--json', env=env)
    nothing = tare('find', 'qqqqqqqqqqqq', env=env)
    assert nothing.out == '', nothing


def test_what_is_used_from_words_only_says_so():
    env = catalogue()
    wav.write('in.wav', wav.noise(0.3, 48000), 48000)
    calls = [['render', 'in.wav', 'out.wav', '--force', '-m'], ['install'], ['use'],
             ['device', 'set', 'Headphones']]
    note = 'tare %s: Acme Told is corrected ' + WORDS + '\n'
    for call in calls:
        assert note % call[0] in tare(*call, 'acme told', env=env).err, call
        assert note % call[0] in tare(*call, 'acme-told/review', env=env).err, call
        for measured in 'acme both', 'acme-both/ben', 'acme-both/review':
            assert WORDS not in tare(*call, measured, env=env).err, (call, measured)
    result = tare('render', 'in.wav', 'out.wav', '--force', '-m', 'acme told', env=env)
    assert (result.status, result.err) == (0, note % 'render'), result
    result = tare('render', 'in.wav', 'out.wav', '--force', '--file',
                  os.path.join(cli.DATA, 'reviews', 'acme', 'acme-one.md'), env=env)
    assert result.status == 0 and WORDS in result.err, result


def test_what_is_written_says_that_it_is_from_words_only():
    env = catalogue()
    for form in [each['name'] for each in json.loads(done('formats', '--json')) if each['write']]:
        if form.startswith('impulse'):
            continue
        told = tare('export', 'acme told', '--format', form, env=env)
        assert told.status == 0 and WORDS in told.err, (form, told)
        if '# Written by' in told.out:
            assert '# Kind: review, ' + WORDS in told.out.splitlines(), (form, told)
        both = tare('export', 'acme both', '--format', form, env=env)
        assert both.status == 0 and WORDS not in both.out + both.err, (form, both)
    tare('install', 'acme told', env=env)
    done('install', 'acme both', env=env)
    comments = {}
    for folder in os.listdir('.lv2'):
        manifest = cli.read('.lv2/%s/manifest.ttl' % folder).decode()
        comments[folder] = re.search(r'rdfs:comment "([^"]*)', manifest).group(1)
    assert len(comments) == 2, comments
    for folder, comment in comments.items():
        assert (WORDS in comment) == ('told' in folder), comments


def test_show_says_on_what_it_rests():
    env = catalogue()
    assert re.search(r'^  kind +review, from words only$', show('acme told', env), re.M)
    assert re.search(r'^  kind +preset$', show('acme both', env), re.M)
    for name, wanted in ('acme told', True), ('acme both', False), ('acme-both/review', True):
        assert json.loads(done('show', name, '--json', env=env))['words_only'] is wanted, name


def test_show_names_the_other_corrections_and_quotes_the_review():
    env = catalogue()
    text = show('acme both', env)
    others = text.split('Other corrections of this headphone\n')[1].split('\n\n')[0].splitlines()
    assert [line.split() for line in others[:2]] == [
        ['acme-both/ben', 'measurement', 'Ben', '-', '-'],
        ['acme-both/review', 'review', '-', '-', '-']], text
    assert others[2:] == ['      "9 dB peaks at 5.8 kHz and 11 kHz"'], text  # each sentence once
    text = show('acme-both/review', env)
    rest = text.split('Other corrections of this headphone\n')[1]
    assert 'acme-both/anna  preset       Anna  GRAS 43AG  Flat' in rest and '"' not in rest, text
    assert 'Other corrections' not in show('acme told', env)
    shown = json.loads(done('show', 'acme both', '--json', env=env))
    assert [(other['id'], other['default']) for other in shown['others']] == \
        [('acme-both/ben', False), ('acme-both/review', False)], shown
    assert json.loads(done('show', 'acme told', '--json', env=env))['others'] == []


def test_show_ends_with_what_to_do_next():
    env = catalogue()
    assert steps(show('acme both', env)) == [
        "tare use 'Acme Both'", "tare render in.wav out.wav -m 'Acme Both'",
        "tare install 'Acme Both'", "tare export 'Acme Both' --format apo"]
    assert steps(show('acme-both/ben', env))[0] == 'tare use acme-both/ben'
    assert steps(show('acme told', env))[-1] == 'tare fit measured.csv -o mine.tare'
    assert len(steps(show('acme-both/review', env))) == 4
    assert 'What to do next' not in done('show', 'acme both', '--json', env=env)


def test_the_commands_mean_what_was_shown_in_every_shell():
    """Each as it stands, in each shell that is here."""
    env = catalogue()
    wav.write('in.wav', wav.noise(0.3, 48000), 48000)
    os.mkdir('bin')
    os.symlink(cli.TARE, 'bin/tare')
    path = os.path.abspath('bin') + os.pathsep + os.environ['PATH']
    shells = [shell for shell in ['sh', 'bash', 'zsh', 'fish'] if shutil.which(shell)]
    for name in [text.split('\n')[0][3:] for text in CORRECTIONS]:
        wanted = tare('export', name, '--format', 'apo', env=env).out
        for shell in shells:
            commands = steps(show(name, env))
            export = [command for command in commands if command.startswith('tare export')]
            for command, state in (export[0], 0), (commands[1], 0), (commands[2], 0):
                ran = subprocess.run([shell, '-c', command], stdout=subprocess.PIPE,
                                     env=cli.environment(PATH=path, **env),
                                     stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
                assert ran.returncode == state, (shell, command, ran)
                if command.startswith('tare export'):
                    assert ran.stdout.decode() == wanted, (shell, command, ran)
            os.remove('out.wav')
    assert len(os.listdir('.lv2')) == len(CORRECTIONS), os.listdir('.lv2')


def test_the_commands_take_a_file_by_its_name():
    for path in 'mine.tare', "it's $mine (1).tare":
        write(path, CORRECTIONS[0])
        commands = steps(done('show', '--file', path))
        assert len(commands) == 4 and not any('install' in command for command in commands), commands
        words = subprocess.run(['sh', '-c', "printf '%s\\n' " + commands[0]],
                               stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
        assert words == ['tare', 'use', '-f', path], words
    write('control\n.tare', CORRECTIONS[1])
    assert steps(done('show', '--file', 'control\n.tare'))[0] == 'tare use -f FILE'


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_words', globals()))
