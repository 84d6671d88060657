"""What the window says stands in one table, so that it can be translated."""

import glob
import os
import re
import sys

from helpers import cli

TABLE = 'words.c'
BUILD_TOOL = 'write_picture.c'  # draws the picture for MOD
FOLDERS = [('presets', 'window', '*.c'), ('presets', 'desktop', '*.c'),
           ('presets', 'cli', 'sink', 'window_*.c')]
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
SAID = re.compile(r'[A-Za-z]{2,}[,:;]? [A-Za-z]{2,}')  # two words
NOT_SEEN = re.compile(r'_Static_assert|sd_bus_error_set|tare_cli_')


def said_in(path):
    """What stands between quotes there and is no message for a terminal or a bus."""
    with open(path, encoding='utf-8') as file:
        text = re.sub(r'/\*.*?\*/|//[^\n]*', '', file.read(), flags=re.S)
    strings = []

    def keep(match):
        strings.append(match.group(1))
        return '"%d"' % (len(strings) - 1)
    for statement in STRING.sub(keep, text).split(';'):
        if not NOT_SEEN.search(statement):
            for number in re.findall(r'"(\d+)"', statement):
                if SAID.search(strings[int(number)]):
                    yield strings[int(number)]


def test_no_text_is_outside_the_table():
    paths = [path for folder in FOLDERS
             for path in glob.glob(os.path.join(glob.escape(cli.SOURCE), *folder))]
    table = [path for path in paths if os.path.basename(path) == TABLE]
    assert len(paths) > 80 and len(list(said_in(table[0]))) > 100
    found = ['%s: %s' % (os.path.basename(path), said) for path in paths if path not in table
             and os.path.basename(path) != BUILD_TOOL for said in said_in(path)]
    assert not found, '\n'.join(found)


if __name__ == '__main__':
    sys.exit(cli.main('test_window_words', globals()))
