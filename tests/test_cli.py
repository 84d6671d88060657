"""The command line: help, names, shapes of JSON, messages and what the program returns."""

import json
import os
import re
import subprocess
import sys

from helpers import cli
from helpers.cli import done, refused, tare, write

MODELS = ['Acme One', 'Acme One Pro', 'Acme Two (ANC on)', 'Beta Flat', 'Gamma HD 560']
SHOW_KEYS = ['id', 'brand', 'model', 'variant', 'form', 'kind', 'author', 'rig', 'target',
             'target_id', 'target_known_by', 'source', 'date', 'licence', 'makeshift', 'words_only',
             'reference_rate_hz', 'preamp_db', 'bands', 'evidence', 'left_over', 'agreement',
             'measured_by', 'others']


def test_help_names_every_command():
    text = done('help')
    assert re.findall(r'^  (\w+) ', text, re.M) == cli.COMMANDS, text
    assert text == done('--help') == done('-h')


def test_every_command_explains_itself():
    for command in cli.COMMANDS:
        text = done(command, '--help')
        assert text.startswith('usage: tare %s' % command), text
        assert '--help' in text and max(map(len, text.splitlines())) <= 100, text
        assert text == done('help', command)


def test_help_tells_all_options():
    text = done('render', '--help')
    for option in ['model', 'file', 'strength', 'bass', 'treble', 'tilt', 'preamp',
                   'no-auto-preamp', 'float', 'force']:
        assert '--' + option in text, option


def test_help_tells_what_an_argument_is():
    for command in ['show', 'response', 'export', 'install']:
        assert 'All arguments together name one model' in done(command, '--help'), command
    for command in ['plot', 'uninstall']:
        assert 'Each argument names one model' in done(command, '--help'), command
    for command in ['plot', 'export']:
        assert re.search(r'(?s)file\s+of (that|the) name.* is replaced', done(command, '--help'))
    assert 'peaking' in done('review', '--help') and 'low_shelf' in done('review', '--help')


def test_no_path_of_the_build_is_inside():
    program = cli.read(cli.TARE)
    for path in [cli.SOURCE, os.environ['TARE_BUILD_DIR']]:
        if os.path.isabs(path) and not os.environ.get('TARE_SANITIZE'):
            assert os.fsencode(path) + b'/' not in program and os.fsencode(path) not in program


def test_version():
    assert re.match(r'tare \d+\.\d+', done('version'))
    assert done('--version') == done('version')


def test_no_command_at_all():
    result = tare()
    assert result.status == 2 and 'usage:' in result.out + result.err, result


def test_unknown_command():
    refused('fnd', says="unknown command 'fnd'; did you mean 'find'")
    refused('xyzzyx', says="unknown command 'xyzzyx'; expected one that 'tare help' lists")
    refused('help', 'shwo', says="did you mean 'show'")


def test_unknown_option():
    refused('show', '--jsno', 'acme',
            says=r'tare show: unknown option --jsno; did you mean --json\?')
    refused('show', '-x', 'acme', says='unknown option -x')
    refused('list', '--wurzelbrunft', says="'tare list --help'")


def test_wrong_values():
    refused('response', 'acme one', '--rate', says='--rate has no value; expected --rate HZ')
    refused('response', 'acme one', '--rate', 'fast', says='expected a number from 8000 to 768000')
    refused('response', 'acme one', '--rate', '4000', says='--rate 4000 cannot be used')
    refused('response', 'acme one', '--points', '2.5', says='expected a whole number')
    refused('response', 'acme one', '--rate=nan', says='cannot be used')
    refused('response', 'acme one', '--channel', 'middle', says='expected left or right')
    refused('show', 'acme one', '--json=yes', says='--json takes no value')


def test_wrong_number_of_arguments():
    refused('find', says='expected tare find QUERY')
    refused('show', says='a model is missing; expected either a model or --file FILE')
    refused('list', 'all', says="'all' is too much")
    refused('render', 'in.wav', says='IN or OUT is missing')
    refused('render', 'a', 'b', 'c', '--model', 'acme', says='more than two files are given; expected')


def test_options_end_and_values_stick():
    refused('find', '--', '--qqqq', status=1, says="nothing found for '--qqqq'")
    assert done('response', '--rate=44100', 'acme-one/anna') == \
        done('response', 'acme-one/anna', '-r44100') == \
        done('response', '-r', '44100', 'acme-one/anna')


def test_find():
    text = done('find', 'acme', 'one')
    assert text.splitlines()[0].startswith('Acme One'), text
    assert 'acme-one/anna' in text and 'acme-one/review' in text
    assert '\033' not in text


def test_find_json():
    models = json.loads(done('find', '--json', 'acme one'))
    first = models[0]
    assert list(first) == ['model', 'form', 'score', 'words_only', 'corrections'], first
    assert first['model'] == 'Acme One' and first['form'] == 'over-ear'
    assert 0 < first['score'] <= 1
    assert [list(c) for c in first['corrections']] == \
        [['id', 'author', 'rig', 'target', 'target_id', 'target_known_by', 'kind', 'default']] * 2
    assert first['corrections'][0] == {'id': 'acme-one/anna', 'author': 'Anna', 'rig': 'GRAS 43AG',
                                       'target': 'Flat', 'target_id': None,
                                       'target_known_by': 'stated', 'kind': 'preset',
                                       'default': True}
    assert first['corrections'][1]['default'] is False
    assert first['corrections'][1]['rig'] is None
    scores = [model['score'] for model in models]
    assert scores == sorted(scores, reverse=True)


def test_find_limit():
    assert len(json.loads(done('find', 'acme', '--json', '--limit', '2'))) == 2
    refused('find', 'acme', '--limit', '0', says='from 1 to')


def test_find_nothing():
    result = tare('find', 'qqqqqqqqqqqq')
    assert result.status == 1 and result.out == '' and 'nothing found' in result.err, result
    result = tare('find', 'qqqqqqqqqqqq', '--json')
    assert result.status == 1 and json.loads(result.out) == [], result


def test_list():
    lines = done('list').splitlines()
    names = [re.split('  +', line)[0] for line in lines]
    assert names == MODELS, lines


def test_list_json():
    models = json.loads(done('list', '--json'))
    assert [model['model'] for model in models] == MODELS
    assert list(models[0]) == ['model', 'form', 'score', 'words_only', 'corrections']
    for model in models:
        assert [c['default'] for c in model['corrections']] == \
            [True] + [False] * (len(model['corrections']) - 1)
    assert models[0]['corrections'][0]['id'] == 'acme-one/anna'


def test_show_json():
    shown = json.loads(done('show', 'acme-one/anna', '--json'))
    assert list(shown) == SHOW_KEYS, shown
    assert shown['variant'] is None and shown['evidence'] == []
    assert (shown['id'], shown['brand'], shown['model']) == ('acme-one/anna', 'Acme', 'One')
    assert (shown['reference_rate_hz'], shown['preamp_db']) == (48000, -3.5)
    assert shown['bands'][1] == {'type': 'peak', 'freq_hz': 1000, 'gain_db': -6, 'q': 2,
                                 'channel': 'both'}
    assert [band['type'] for band in shown['bands']] == ['low_shelf', 'peak', 'high_shelf']


def test_targets_are_stated_or_known_by_rule():
    by_rule = 'id acme-nine/anna\nbrand Acme\nmodel Nine\nkind preset\nauthor Anna\n' \
              'aim autoeq-in-ear\nversion makeshift\npeak 1000 -3 1\n\n'
    os.makedirs('aims')
    write('aims/a.tare', by_rule + by_rule.replace('nine', 'ten').replace('Nine', 'Ten').replace(
        'aim', 'target Harman IEM\naim'))
    env = {'TARE_CATALOGUE': os.path.abspath('aims')}
    facts = 'target', 'target_id', 'target_known_by', 'makeshift'
    for name, wanted in [('acme nine', ['AutoEq in-ear', 'autoeq-in-ear', 'rule', True]),
                         ('acme ten', ['Harman IEM', 'autoeq-in-ear', 'stated', True])]:
        shown = json.loads(done('show', '--json', name, env=env))
        assert [shown[fact] for fact in facts] == wanted, shown
        found = json.loads(done('find', '--json', name, env=env))[0]['corrections'][0]
        assert [found[fact] for fact in facts[:3]] == wanted[:3], found
    assert re.search('target +AutoEq in-ear \\(by rule\\)\n', done('show', 'acme nine', env=env))
    assert re.search('target +Harman IEM\n', done('show', 'acme ten', env=env))
    assert re.search('Anna +- +AutoEq in-ear\n', done('find', 'acme nine', env=env))


def test_show_evidence():
    shown = json.loads(done('show', 'acme-one/review', '--json'))
    evidence = shown['evidence'][0]
    assert evidence['file'] == 'acme/one.md' and evidence['section'] == 'Advice'
    assert evidence['line'] == 12 and evidence['text'] == 'a cut of 6 dB at 5.5 kHz (Q=8)'
    text = done('show', 'acme-one/review')
    for part in ['Acme One', 'acme-one/review', 'A Reviewer', 'acme/one.md:12', 'Advice',
                 'a cut of 6 dB at 5.5 kHz (Q=8)', 'as written', '5500 Hz', '-6 dB', 'analogue']:
        assert part in text, part


def test_show_holds_words_against_measurements():
    shown = json.loads(done('show', 'acme-one/review', '--json'))
    assert len(shown['agreement']) == 1, shown
    row = shown['agreement'][0]
    assert row['review'] == 'acme-one/review' and row['measured'] == 'acme-one/anna', row
    assert (row['freq_hz'], row['gain_db']) == (5500, -6), row
    assert row['verdict'] == 'disagrees' and 0.5 < row['measured_db'] < 1, row
    assert row['words_db'] == -3.2, row  # a peak of -6 dB with Q 8 over a third of an octave
    assert json.loads(done('show', 'acme-one/anna', '--json'))['agreement'] == [row]
    assert json.loads(done('show', 'acme-one-pro/anna', '--json'))['agreement'] == []
    for name in 'acme-one/review', 'acme-one/anna':
        text = done('show', name)
        assert 'Words against measurements' in text, text
        assert 'disagrees  5500 Hz: review -3.2 dB, anna +' in text, text
    assert 'Words' not in done('show', 'acme-one-pro/anna')


def test_numbers_are_short():
    text = done('show', 'acme-one-pro/anna', '--json')
    assert '"freq_hz": 200,' in text and '"gain_db": 0.1,' in text and '"q": 0.7071,' in text, text
    assert 'peak           200 Hz      0.1 dB     0.7071' in done('show', 'acme-one-pro/anna')


def test_model_by_words_name_and_id():
    for words in [['acme-one/anna'], ['Acme One'], ['acme', 'one']]:
        assert json.loads(done('show', '--json', *words))['id'] == 'acme-one/anna', words
    assert json.loads(done('show', '--json', 'acme two anc on'))['variant'] == 'ANC on'


def test_ambiguous_model():
    message = refused('show', 'acme', status=1, says="'acme' fits more than one model")
    for candidate in ['acme-one/anna', 'acme-one-pro/anna', 'acme-two-anc-on/anna']:
        assert candidate in message, message


def test_nothing_found():
    for command in [['show'], ['response'], ['export', '--format', 'apo'], ['plot', '-o', 'x.svg'],
                    ['install']]:
        refused(*command, 'qqqqqqqqqqqq', status=1, says="'qqqqqqqqqqqq' is not in the catalogue")
    assert not os.path.exists('x.svg')


def test_a_slip_in_a_long_word_is_taken_and_said():
    write('names/a.tare', 'id a/b\nkind preset\nbrand Sennheiser\nmodel HD 560\npeak 100 3 1\n')
    env = {'TARE_CATALOGUE': os.path.abspath('names')}
    result = tare('show', '--json', 'senheiser hd 560', env=env)
    assert result.status == 0 and json.loads(result.out)['id'] == 'a/b', result
    assert "'senheiser hd 560' is read as Sennheiser HD 560" in result.err, result


def test_a_slip_in_a_number_or_a_short_word_is_not_taken():
    message = refused('show', 'gamma hd 650', status=1, says="'gamma hd 650' is not in the catalo")
    assert 'gamma-hd-560/anna' in message and "'tare fit' makes" in message
    refused('show', 'acme onr pro', status=1, says="'acme onr pro' is not in the catalogue")


def test_a_source_that_does_not_exist_is_not_replaced():
    message = refused('show', 'acme-one/unknown', status=1, says='is not in the catalogue')
    assert 'acme-one/anna' in message


def test_nearest_is_offered():
    message = refused('show', 'sony', status=1, says="'sony' is not in the catalogue; nearest:")
    assert 'acme-one/anna' in message
    result = tare('find', '--json', 'sony')
    assert result.status == 1 and json.loads(result.out)[0]['model'] == 'Acme One', result
    assert "nothing found for 'sony'; this comes near" in result.err


def test_the_model_that_is_meant():
    write('names/a.tare', ''.join(
        'id %s\nkind preset\nbrand %s\nmodel %s\npeak 100 3 1\n%s' % row for row in [
            ('cca-cra/a', 'CCA', 'CRA', ''), ('dca-ether/a', 'Dan Clark Audio', 'Ether 2', ''),
            ('hd-650/a', 'Sennheiser', 'HD 650', ''),
            ('hd-650-worn/a', 'Sennheiser', 'HD 650', 'variant worn pads\n'),
            ('qc/a', 'Bose', 'QuietComfort 25', ''), ('qc/b', 'Bose', 'QuietComfort 35+', '')]))
    write('names/aliases.txt', 'same MrSpeakers = Dan Clark Audio\nsame QC = QuietComfort\n')
    env = {'TARE_CATALOGUE': os.path.abspath('names')}
    for words, wanted in [('mrspeakers ether 2', 'dca-ether/a'), ('QC25', 'qc/a'),
                          ('cra', 'cca-cra/a'), ('hd650', 'hd-650/a'),
                          ('hd650 (worn pads)', 'hd-650-worn/a')]:
        assert json.loads(done('show', '--json', words, env=env))['id'] == wanted, words
        assert json.loads(done('find', '--json', words, env=env)), words
    for words in ['CRA+', 'cca cra+', 'bose quietcomfort 35']:
        says = re.escape("'%s' is not in the catalogue; nearest:" % words)
        refused('show', words, status=1, says=says, env=env)
        result = tare('find', words, env=env)
        assert result.status == 1 and result.out, result
        assert "nothing found for '%s'; this comes near" % words in result.err, result


def test_what_comes_nearer_with_another_number_keeps_the_rest_away():
    write('names/a.tare', ''.join(
        'id %s/a\nkind preset\nbrand %s\nmodel %s\npeak 100 3 1\n' % row for row in [
            ('aria', 'Moondrop', 'Aria 2'), ('blessing', 'Moondrop', 'Blessing 3'),
            ('nova', 'SteelSeries', 'Arctis Nova 3')]))
    env = {'TARE_CATALOGUE': os.path.abspath('names')}
    for words in ['Aria 3', 'Moondrop Aria 3']:
        says = "'%s' is not in the catalogue; nearest:\n    Moondrop Aria 2" % words
        refused('show', words, status=1, says=says, env=env)
    refused('show', 'arctis 3', status=1, says="'arctis 3' is not in the catalogue", env=env)
    result = tare('show', '--json', 'arctis nova 3', env=env)
    assert json.loads(result.out)['id'] == 'nova/a', result


def test_broken_alias_spoils_nothing():
    write('names/a.tare', 'id a/b\nkind preset\nbrand A\nmodel B\npeak 100 3 1\n')
    write('names/aliases.txt', 'same A\nsame A = C\n')
    result = tare('show', 'c b', '--json', env={'TARE_CATALOGUE': os.path.abspath('names')})
    assert result.status == 0 and json.loads(result.out)['id'] == 'a/b', result
    assert re.search(r'aliases\.txt:1:7: one name; expected', result.err), result


def test_file_of_the_catalogue():
    block = 'id my/own\nbrand My\nmodel Own\nkind user\npeak 100 3 1\n'
    path = write('own.tare', block)
    assert json.loads(done('show', '--file', path, '--json'))['id'] == 'my/own'
    two = write('two.tare', block + '\n' + block.replace('my/own', 'my/other'))
    refused('show', '--file', two, says=r'two.tare:1:1: holds 2 corrections; expected one')
    broken = write('broken.tare', block.replace('100', 'low'))
    refused('show', '--file', broken, says=r'broken.tare:5:\d+: ')
    refused('show', '--file', write('empty.tare', ''), says=r'empty.tare:1:1: holds 0 corrections')
    refused('show', '--file', 'absent.tare', says=r'absent.tare:1:1: .*; expected')
    refused('show', 'acme one', '--file', path, says='both a model and a file')


def test_own_corrections_are_found():
    write('data/tare/mine.tare', 'id my/own\nbrand My\nmodel Own\nkind user\npeak 100 3 1\n')
    found = done('find', 'my own', env={'XDG_DATA_HOME': os.path.abspath('data')})
    assert 'my/own' in found
    os.makedirs('.local/share')
    os.rename('data/tare', '.local/share/tare')
    assert 'my/own' in done('find', 'my own')
    assert 'my/own' not in tare('find', 'my own', env={'XDG_DATA_HOME': '/nowhere'}).out


def test_broken_own_correction_spoils_nothing():
    write('.local/share/tare/bad.tare', 'id my/own\nbrand My\nmodel Own\nkind user\npeak 1 2\n')
    result = tare('show', 'acme-one/anna', '--json')
    assert result.status == 0 and json.loads(result.out), result
    assert re.search(r'bad\.tare:5:\d+: ', result.err), result


def test_unreadable_part_of_the_catalogue_spoils_nothing():
    write('part/a.tare', 'id a/b\nkind preset\nbrand A\nmodel B\npeak 100 3 1\n')
    os.symlink('nowhere', 'part/gone.tare')
    result = tare('find', 'a b', env={'TARE_CATALOGUE': os.path.abspath('part')})
    assert result.status == 0 and 'a/b' in result.out, result
    assert 'part/gone.tare:1:1: ' in result.err, result


def test_catalogue_that_is_not_there():
    refused('list', env={'TARE_CATALOGUE': '/nowhere/at/all'}, says='/nowhere/at/all:1:1: ')


def test_catalogue_of_the_build_tree():
    assert 'sony-mdr-ex1000/' in done('find', 'sony ex1000', env={'TARE_CATALOGUE': None})


def test_output_that_cannot_be_written():
    if not os.path.exists('/dev/full'):
        raise cli.Skip('no /dev/full here')
    with open('/dev/full', 'w') as full:
        for command in [['list'], ['show', 'acme-one/anna', '--json'],
                        ['response', 'acme-one/anna'], ['help'], ['formats']]:
            result = subprocess.run([cli.TARE, *command], env=cli.environment(), stdout=full,
                                    stderr=subprocess.PIPE)
            assert result.returncode == 1 and b'cannot write' in result.stderr, (command, result)


def test_control_characters_stay_out_of_messages():
    message = refused('show', 'a\x1b[31mb\x07\u202ec', status=1)
    assert '\x1b' not in message and '\x07' not in message and '\u202e' not in message
    refused('fi\x1bnd', says=r'fi\?nd')


def test_colours_on_a_terminal_only():
    assert '\033[1mAcme One\033[0m' in cli.on_terminal('find', 'acme one')
    assert '\033[1;31mtare show:' in cli.on_terminal('show')
    for env in [{'NO_COLOR': '1'}, {'TERM': 'dumb'}]:
        assert '\033' not in cli.on_terminal('find', 'acme one', env=env), env
    assert '\033' not in done('find', 'acme one') + done('show', 'acme-one/review')


def test_locale_changes_nothing():
    german = {'LC_ALL': 'de_DE.UTF-8', 'LANG': 'de_DE.UTF-8'}
    for command in [['show', 'acme-one-pro/anna'], ['response', 'acme-one/anna']]:
        assert done(*command) == done(*command, env=german)


if __name__ == '__main__':
    sys.exit(cli.main('test_cli', globals()))
