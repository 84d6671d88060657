"""The manual page: that it is complete, and that man and mandoc find nothing to complain about."""

import os
import re
import shutil
import subprocess
import sys

from helpers import cli
from helpers.cli import done

PAGE = os.path.join(os.environ['TARE_BUILD_DIR'], 'tare.1')
SECTIONS = ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'COMMANDS', 'FILES', 'EXIT STATUS', 'ENVIRONMENT',
            'EXAMPLES', 'SEE ALSO']


def run(*command):
    if not shutil.which(command[0]):
        raise cli.Skip(command[0] + ' is not installed')
    env = dict(os.environ, LC_ALL='C.UTF-8', MANWIDTH='200', GROFF_NO_SGR='1')
    found = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return found.returncode, found.stdout.decode(), found.stderr.decode()


def printed():
    """The page as a person reads it."""
    status, out, _ = run('man', '--nh', '-E', 'UTF-8', '-P', 'cat', '-l', PAGE)
    assert status == 0
    return re.sub('.\b', '', out).replace('\N{HYPHEN}', '-').replace('\N{MINUS SIGN}', '-')


def squeezed(text):
    return ' '.join(text.split())


def test_man_has_nothing_to_say():
    status, _, err = run('man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', PAGE)
    assert status == 0 and err == '', err


def test_mandoc_has_nothing_to_say():
    """But that there is no date: the version tells how old the page is, and each build is the same."""
    _, out, _ = run('mandoc', '-T', 'lint', '-W', 'warning', PAGE)
    found = [line for line in out.splitlines() if 'missing date' not in line]
    assert not found, found


def test_it_has_the_usual_sections():
    page = printed()
    assert re.findall(r'^([A-Z ]+)$', page, re.M) == SECTIONS
    assert done('version').strip() in page


def test_it_tells_what_the_help_tells():
    page = squeezed(printed())
    for command in cli.COMMANDS:
        text = done(command, '--help')
        assert text.splitlines()[0].replace('usage: ', '') in page, command
        for paragraph in text.split('\n\n')[1:]:
            if not paragraph.startswith('  ') and not paragraph.startswith('example: '):
                assert squeezed(paragraph) in page, paragraph
        options = re.findall(r'^  (?:(-\w), )? *(--[\w-]+)(?: (\S+))?(?:\n? {2,})(.*)$', text, re.M)
        assert len(options) >= text.count('\n  -') and options, text
        for letter, name, value, note in options:
            left = ', '.join(filter(None, [letter, name])) + (' ' + value if value else '')
            assert '%s %s' % (left, squeezed(note)) in page, (command, left, note)
    assert ' tare complete' not in page


def test_its_examples_work():
    """As far as they need neither PipeWire nor files."""
    examples = re.findall(r'^ +(tare .*)$', printed().split('\nEXAMPLES\n')[1], re.M)
    assert len(examples) == 5, examples
    catalogue = os.path.join(cli.SOURCE, 'presets', 'catalogue')
    for example in examples:
        if re.match('tare (show|export)', example):
            result = cli.tare(*example.split()[1:], env={'TARE_CATALOGUE': catalogue})
            assert result.status == 0, result


def test_every_build_makes_the_same():
    writer = os.path.join(os.environ['TARE_BUILD_DIR'], 'presets', 'write_manual')
    _, out, _ = run(writer)
    assert out.encode() in cli.read(PAGE)


if __name__ == '__main__':
    sys.exit(cli.main('test_manual', globals()))
