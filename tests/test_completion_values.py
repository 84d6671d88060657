"""Completion of every option's value: what is offered is what the option takes, in each of its forms."""

import functools
import os
import re
import sys

from helpers import cli
from helpers.cli import done, tare, write

OPTION = re.compile(r'^  (?:-(\w),|   ) --([\w-]+)(?: (\S+))?(?:  |$)', re.M)
A_FILE = {'FILE', 'INDEX.csv', 'NAME|FILE'}
A_FOLDER = {'DIR'}
WORDS = {'KIND': ['lv2', 'ladspa', 'builtin', 'param_eq'], 'CHANNEL': ['left', 'right'],
         'FORM': ['over-ear', 'on-ear', 'in-ear', 'earbud']}


def offers(*words):
    """How the candidates are to be taken, and the candidates with their notes."""
    first, *lines = done('complete', '--', *words).split('\n')[:-1]
    return first.strip(), dict(line.split('\t') for line in lines)


def names(*words):
    return list(offers(*words)[1])


@functools.lru_cache(maxsize=None)
def options(command):
    """Letter ('' for none), name and value ('' for a flag) of each option, out of the help."""
    return OPTION.findall(done('help', command))


def with_value():
    return [(command, *option) for command in cli.COMMANDS
            for option in options(command) if option[2]]


def test_a_value_is_completed_in_all_forms_alike():
    for command, letter, name, value in with_value():
        how, offered = offers(command, '--' + name, '')
        again, joined = offers(command, '--%s=' % name)
        assert how == again, (command, name, how, again)
        assert list(joined) == ['--%s=%s' % (name, text) for text in offered], (command, name)
        assert list(joined.values()) == list(offered.values()), (command, name)
        if letter:
            assert offers(command, '-' + letter, '') == (how, offered), (command, letter)


def test_a_value_behind_a_letter():
    for command, letter, name, value in with_value():
        offered = names(command, '--' + name, '')
        if letter and offered:
            first = offered[0]
            assert '-%s%s' % (letter, first) in names(command, '-%s%s' % (letter, first[:2])), name


def test_files_are_offered_for_files_and_folders_for_folders():
    seen = set()
    for command, letter, name, value in with_value():
        how = offers(command, '--' + name, '')[0].split(' ')
        assert ('files' in how) == (value in A_FILE), (command, name, value, how)
        assert ('folders' in how) == (value in A_FOLDER), (command, name, value, how)
        seen.add(value)
    assert seen >= A_FILE | A_FOLDER | set(WORDS), seen


def test_words_are_those_that_the_help_names():
    for command, letter, name, value in with_value():
        if value in WORDS:
            assert names(command, '--' + name, '') == WORDS[value], (command, name)


def test_only_the_rates_of_fits_are_offered_for_numbers():
    for command, letter, name, value in with_value():
        if value in ['HZ', 'DB', 'PERCENT', 'N', 'SHARE', 'OCTAVES', 'HZ,...']:
            how, offered = offers(command, '--' + name, '')
            assert how == '' and bool(offered) == ((command, name) == ('fit', 'rate')), (command, name, offered)
            for rate in offered:
                result = tare(command, '--%s=%s' % (name, rate), '--no-such-option')
                assert 'unknown option' in result.err and 'cannot be used' not in result.err, result


def test_what_is_begun_narrows_in_any_case():
    for command, letter, name, value in {row[2]: row for row in with_value()}.values():
        offered = names(command, '--' + name, '')
        for text in offered if value in WORDS or value == 'NAME' else []:
            for begun in [text[:3], text[:3].upper(), text]:
                wanted = [each for each in offered if each.lower().startswith(begun.lower())]
                assert names(command, '--' + name, begun) == wanted, (command, name, begun)
        assert value in ['MODEL'] or names(command, '--' + name, 'xqxqx') == [], (command, name)


def test_a_flag_has_no_value_to_complete():
    for command in cli.COMMANDS:
        for letter, name, value in options(command):
            if not value:
                assert names(command, '--%s=' % name) == [], (command, name)
                assert offers(command, '--' + name, '') == offers(command, ''), (command, name)


def test_every_option_is_found_by_its_beginning():
    for command in cli.COMMANDS:
        known = ['--' + name for _, name, _ in options(command)]
        assert names(command, '--') == known, command
        for begun in {option[:4] for option in known}:
            wanted = [each for each in known if each.startswith(begun)]
            assert names(command, begun) == wanted, (command, begun)


def test_behind_two_dashes_no_option_is_offered():
    for command in cli.COMMANDS:
        assert not any(text.startswith('-') for text in names(command, '--', '-')), command


def test_values_that_look_like_options_are_values():
    assert names('find', '--limit', '--', '--j') == ['--json']  # the two dashes are the value
    assert names('export', '--format', '--') == []


def test_options_before_the_word_change_nothing():
    plain = offers('show', 'acme')
    for before in [['--json'], ['--file', 'a.md'], ['--no-such-option'], ['-x'], ['--json=1']]:
        assert offers('show', *before, 'acme') == plain, before


def test_notes_are_the_lines_of_the_help():
    for command in cli.COMMANDS:
        text = re.sub(r'\s+', ' ', done('help', command))
        for name, note in offers(command, '--')[1].items():
            assert note and note in text, (command, name, note)


def test_odd_words_are_completed_to_nothing():
    for word in ['\033', 'a\tb', '\u00e9', '*', '[a', '%s%n', 'x' * 3000, '"', "'", '\\']:
        assert names('use', '--kind', word) == [] and names(word) == [], word
        assert names(word, '') == [], word
        assert tare('complete', '--', 'show', word).status == 0, word


def test_a_broken_catalogue_is_no_reason_to_print_nonsense():
    write('catalogue/a.tare', 'id a/a\nbrand A\nmodel One\nid a/a\n')
    env = {'TARE_CATALOGUE': os.path.abspath('catalogue')}
    result = tare('complete', '--', 'show', '', env=env)
    assert result.status == 0 and all('\t' in line for line in result.out.split('\n')[1:-1]), result
    env = {'TARE_CATALOGUE': '/nowhere'}
    result = tare('complete', '--', 'show', '', env=env)
    assert result.status == 0 and result.out == '\n', result


if __name__ == '__main__':
    sys.exit(cli.main('test_completion_values', globals()))
