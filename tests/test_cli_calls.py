"""Calls of every command: each form of each option, what is refused and in which words."""

import functools
import re
import sys

from helpers import cli
from helpers.cli import done, refused, tare, write

OPTION = re.compile(r'^  (?:-(\w),|   ) --([\w-]+)(?: (\S+))?(?:  |$)', re.M)
A_MODEL = 'a model is missing; expected either a model or --file FILE'
TWO = 'both a model and a file are given; expected either a model or --file FILE'
SET = 'set NAME MODEL, set NAME --file FILE, or set NAME --flat'
FORGET = 'forget NAME, or forget --all'
SET_SAID = "expected 'set NAME MODEL', 'set NAME --file FILE', or 'set NAME --flat'"
FORGET_SAID = "expected 'forget NAME', or 'forget --all'"

REFUSED = [
    ('show', A_MODEL),
    ('show -f a.md b', TWO),
    ('plot', 'a file is missing; expected -o FILE.svg or -o FILE.png'),
    ('plot acme-one/anna', 'a file is missing; expected -o FILE.svg or -o FILE.png'),
    ('plot acme-one/anna -o x.jpg', 'x.jpg names no kind of picture; expected a name in .svg or .png'),
    ('plot a -o x.svg --file y', TWO),
    ('response', A_MODEL),
    ('response a --from 500 --to 100',
     '--from lies above --to; expected the lower frequency first'),
    ('response acme-one/anna --at 20,x', '--at 20,x cannot be used; expected frequencies above 0 Hz '
     'and below half the rate, with commas between'),
    ('response acme --at 20 --points 3', '--points means nothing with --at; expected either'),
    ('render', 'IN or OUT is missing; expected tare render IN OUT | --out DIR FILE...'),
    ('render a b', A_MODEL),
    ('render a b --model x --file y', TWO),
    ('render a b c', 'more than two files are given; expected tare render IN OUT | --out DIR FILE...'),
    ('export', "a format is missing; expected --format and a name out of 'tare formats'"),
    ('export a --format nope', "unknown format nope; expected one that 'tare formats' lists"),
    ('export --format apo', A_MODEL),
    ('review', 'a review is missing; expected tare review PATH...'),
    ('fit', 'a file is missing; expected a measurement'),
    ('fit x.csv --batch y', 'both a list and a file are given; expected --batch alone'),
    ('fit --batch y', 'a folder is missing; expected --out DIR with --batch'),
    ('fit --out d', '--out goes with --batch; expected -o FILE'),
    ('fit --batch y --out d --json', '--json means nothing with --batch; expected either'),
    ('fit --batch y --out d -o x', '--output means nothing with --batch; expected either'),
    ('fit x.csv --jobs 2', '--jobs means nothing alone; expected --batch with it'),
    ('fit x.csv --format apo', '--format means nothing alone; expected --output with it'),
    ('fit x.csv --gain-curve --tilt 1', '--tilt means nothing with --gain-curve; expected either'),
    ('fit --left a', 'expected --left FILE and --right FILE, and no other file'),
    ('fit x.csv --left a --right b', 'expected --left FILE and --right FILE, and no other file'),
    ('fit x.csv -n 0', '--filters 0 cannot be used; expected 1 to 20, or auto'),
    ('fit x.csv -n 21', '--filters 21 cannot be used; expected 1 to 20, or auto'),
    ('fit x.csv -n many', '--filters many cannot be used; expected 1 to 20, or auto'),
    ('fit x.csv --form hat',
     'hat is no form of a headphone; expected over-ear, on-ear, in-ear or earbud'),
    ('install', 'a model is missing; expected either models or --file FILE'),
    ('uninstall --pipewire acme', '--pipewire takes neither models nor --dir'),
    ('uninstall --pipewire -d x', '--pipewire takes neither models nor --dir'),
    ('use', A_MODEL),
    ('use -f x acme', TWO),
    ('use acme-one/anna --kind lv9', 'unknown kind lv9; expected lv2, ladspa, builtin or param_eq'),
    ('device', 'list, set, forget or watch is missing; expected '
     'tare device list | set NAME MODEL | forget NAME | watch'),
    ('device frob', "'frob' is unknown; expected list, set, forget or watch"),
    ('device lsit', "'lsit' is none of list, set, forget or watch; did you mean list?"),
    ('device list x', "'x' is too much; expected tare device list [--json]"),
    ('device watch x', "'x' is too much; expected tare device watch"),
    ('device list --flat', 'list takes no --flat; expected tare device list [--json]'),
    ('device set X --json --flat', 'set takes no --json; expected tare device ' + SET),
    ('device set X Y --all', 'set takes no --all; expected tare device ' + SET),
    ('device --flat forget X', 'forget takes no --flat; expected tare device ' + FORGET),
    ('device set', SET_SAID), ('device set a', SET_SAID), ('device set a acme --flat', SET_SAID),
    ('device forget', FORGET_SAID), ('device forget a b', FORGET_SAID),
    ('device forget --all x', FORGET_SAID),
    ('help a b', "'b' is too much; expected tare help [COMMAND]"),
    ('find', 'what to find is missing; expected tare find QUERY...'),
]


@functools.lru_cache(maxsize=None)
def options(command):
    """Letter ('' for none), name and value ('' for a flag) of each option, out of the help."""
    found = OPTION.findall(done('help', command))
    assert found[-1] == ('h', 'help', ''), found
    return found[:-1]


def each_option():
    return [(command, *option) for command in cli.COMMANDS for option in options(command)]


def message(command, *words):
    """The one line with which a call is refused, without the name of the command."""
    text = refused(command, *words)
    lines = text.splitlines()
    assert len(lines) == 1 and lines[0].startswith('tare %s: ' % command), (command, words, text)
    return lines[0][len('tare %s: ' % command):]


def test_wrong_calls_are_refused_in_one_line():
    for call, wanted in REFUSED:
        command, *words = call.split()
        assert message(command, *words) == wanted, (call, message(command, *words))
    assert cli.everything() == []


def test_commands_without_arguments_take_none():
    for command in ['list', 'formats', 'targets', 'off', 'status', 'version']:
        assert message(command, 'x') == "'x' is too much; expected tare %s" % command


def test_an_option_at_the_end_has_no_value():
    for command, letter, name, value in each_option():
        if value:
            wanted = '--%s has no value; expected --%s %s' % (name, name, value)
            assert message(command, '--' + name) == wanted, wanted
            assert not letter or message(command, '-' + letter) == wanted, wanted


def test_a_flag_takes_no_value():
    for command, letter, name, value in each_option():
        if not value:
            wanted = '--%s takes no value; expected it alone' % name
            assert message(command, '--%s=yes' % name) == wanted
            assert message(command, '--%s=' % name) == wanted


def test_options_are_not_abbreviated():
    for command, letter, name, value in each_option():
        known = [other for _, other, _ in options(command)]
        for short in {name[:-1], name[:3]} - set(known):
            text = message(command, '--%s=1' % short)
            assert text.startswith('unknown option --%s=1; ' % short), text


def test_options_are_not_spelled_in_capitals():
    for command, letter, name, value in each_option():
        assert message(command, '--' + name.upper()).startswith('unknown option --'), name


def test_what_is_no_number_is_refused_everywhere():
    n_numbers = 0
    for command, letter, name, value in each_option():
        if value not in ['HZ', 'DB', 'PERCENT', 'N', 'SHARE', 'OCTAVES']:
            continue
        n_numbers += 1
        for text in ['nan', '1x', '']:
            said = message(command, '--' + name, text)
            wanted = r'--%s %s cannot be used; expected a (whole )?number from (\S+) to (\S+)'
            found = re.fullmatch(wanted % (name, re.escape(text)), said)
            assert found and float(found.group(2)) < float(found.group(3)), said
    assert n_numbers > 25, n_numbers


def test_ranges_of_numbers_end_where_they_say():
    """Just outside a range the number is refused; at its ends something else is: too many words."""
    for command, letter, name, value in each_option():
        if value not in ['HZ', 'DB', 'PERCENT', 'N', 'SHARE', 'OCTAVES']:
            continue
        said = message(command, '--' + name, 'x')
        low, high = [float(end) for end in re.search(r'from (\S+) to (\S+)$', said).groups()]
        for end, step in [(low, -1), (high, 1)]:
            assert 'cannot be used' in message(command, '--%s=%.12g' % (name, end + step)), name
            text = message(command, '--%s=%.12g' % (name, end), '--no-such-option')
            assert text.startswith('unknown option --no-such-option'), (name, end, text)


def test_values_of_all_forms_are_the_same():
    for words in [['--channel', 'right'], ['--channel=right']]:
        assert done('response', 'acme-two-anc-on/anna', '--at', '500', *words) == \
            done('response', '--at=500', *words, 'acme-two-anc-on/anna')
    assert done('find', 'acme', '-n1') == done('find', '-n', '1', 'acme') == \
        done('find', '--limit=1', 'acme') == done('find', '--limit', '1', '--', 'acme') == \
        done('find', '-n', '5', 'acme', '--limit=1')
    assert done('export', 'acme-one/anna', '-Fapo') == done('export', '-F', 'apo', 'acme-one/anna') == \
        done('export', '--format=apo', '--', 'acme-one/anna')


def test_behind_two_dashes_everything_is_a_name():
    for name in ['--json', '-n', '--', '--limit=3', '-h']:
        assert "nothing found for '%s'" % name in tare('find', '--', name).err, name


def test_a_single_dash_is_a_name():
    assert "'-'" in refused('find', '-', status=1)


def test_help_counts_wherever_it_stands():
    for command in cli.COMMANDS:
        text = done('help', command)
        assert done(command, 'a', 'b', 'c', 'd', '--help') == done(command, '-h', 'a') == text
    assert done('find', '--limit', '3', '--help') == done('help', 'find')
    refused('find', '--limit', '--help')  # here it is a value
    refused('find', '--', '--help', status=1)
    refused('find', '--json=1', '--help')  # what comes first counts


def test_the_first_fault_is_told():
    assert message('find', '--limit', '0', '--jsno') == \
        '--limit 0 cannot be used; expected a whole number from 1 to 1000'
    assert message('find', '--jsno', '--limit', '0') == 'unknown option --jsno; did you mean --json?'


def test_no_refusal_leaves_a_file():
    write('in.wav', 'no sound')
    for call in ['render in.wav out.wav --model acme-one/anna --strength 101',
                 'export acme-one/anna --format apo -o out.txt --jsno',
                 'plot acme-one/anna -o out.svg --channel middle',
                 'fit in.wav -o out.tare', 'render in.wav out.wav --model acme-one/anna']:
        refused(*call.split())
    assert cli.everything() == ['in.wav']


def test_no_home_no_sink():
    nowhere = {'HOME': 'relative', 'XDG_CONFIG_HOME': None}
    for call in ['use acme-one/anna', 'off', 'status', 'device set a --flat', 'device forget a',
                 'device list', 'device list --json', 'device watch']:
        result = tare(*call.split(), env=nowhere)
        assert result.status == 2 and result.out == '', (call, result)
        assert result.err == 'tare %s: there is no folder for settings; expected XDG_CONFIG_HOME ' \
            'or HOME to be an absolute path\n' % call.split()[0], (call, result)
    assert cli.everything() == []


def test_lines_of_a_terminal_of_any_width_are_the_same():
    for words in [['help', 'fit'], ['show', 'acme-one/review'], ['find', 'acme'], ['list']]:
        texts = {cli.on_terminal(*words, env={'COLUMNS': columns, 'NO_COLOR': '1'})
                 for columns in ['20', '80', '300']}
        assert len(texts) == 1, words
        assert texts == {done(*words).replace('\n', '\r\n')}, words


def test_no_line_of_help_is_wide_or_ends_in_a_blank():
    for command in cli.COMMANDS:
        for line in done('help', command).splitlines():
            assert len(line) <= 100 and line == line.rstrip() and '\t' not in line, (command, line)


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_calls', globals()))
