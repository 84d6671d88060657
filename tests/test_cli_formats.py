"""Each format that can be read, with each command that takes a file."""

import json
import os
import re
import shutil
import sys

from helpers import cli, kinds, wav
from helpers.cli import tare, write
from helpers.cookbook import GRID_HZ
from helpers.heard import check_levels, levels


def readable():
    """What 'tare formats' says is read."""
    return set(re.findall(r'^(\S+) +read ', tare('formats').out, re.M))


def good(name, *arguments):
    result = tare(*arguments)
    assert result.status == 0, (name, arguments, result)
    return result


def test_there_is_a_file_of_each():
    assert readable() == {each[0] for each in kinds.EXACT.values()} | {'impulse', 'review'}


def test_each_is_read_exactly():
    kinds.write_all(GRID_HZ)
    for name, (_, _, rate_hz) in kinds.EXACT.items():
        found, said = levels(name, rate_hz=rate_hz)
        check_levels(found, kinds.filters(rate_hz), kinds.PREAMP_DB, name, rate_hz)
        assert 'not used' not in said or name == 'rew.txt', (name, said)


def check_commands(name):
    shown = json.loads(good(name, 'show', '--json', '--file', name).out)
    assert len(shown['bands']) >= (3 if name in kinds.EXACT else 1), (name, shown)
    good(name, 'plot', '--file', name, '-o', 'plot.svg')
    good(name, 'response', '--file', name, '--points', '5')
    good(name, 'render', 'in.wav', 'out.wav', '--file', name)
    good(name, 'export', '--file', name, '--format', 'apo', '-o', 'apo-out.txt')
    again = json.loads(good(name, 'show', '--json', '--file', 'apo-out.txt').out)
    assert again['id'] == shown['id'], (name, shown, again)
    good(name, 'install', '--file', name, '--dir', 'lv2')
    kept = tare('device', 'set', 'Headphones', '--file', name)  # 1: no PipeWire is running
    assert kept.status in (0, 1) and 'Headphones: ' + shown['id'] in kept.out, (name, kept)
    assert shown['id'] in good(name, 'import', name).out, name
    found = good(name, 'show', '--json', shown['id']).out
    assert json.loads(found)['bands'] == shown['bands'], (name, found)
    good(name, 'forget', shown['id'])
    for left in ['plot.svg', 'out.wav', 'apo-out.txt']:
        os.remove(left)
    assert os.listdir('lv2'), name
    shutil.rmtree('lv2')


def test_each_command_takes_each():
    wav.write('in.wav', wav.noise(0.5, 48000), 48000)
    for name in list(kinds.EXACT) + kinds.write_all(GRID_HZ):
        check_commands(name)


def test_content_counts_and_not_the_name():
    kinds.write_all(GRID_HZ)
    for name in kinds.EXACT:
        with open(name, encoding='utf-8', newline='') as file:
            path = write('Acme One.txt', file.read())
        one, other = [json.loads(good(each, 'show', '--json', '--file', each).out)['bands']
                      for each in (name, path)]
        assert one == other, name


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_formats', globals()))
