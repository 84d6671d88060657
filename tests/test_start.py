"""The program with the index of its catalogue beside it and without: the same answers, whatever became
of the index."""

import json
import os
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from helpers import cli
from helpers.cli import read, tare, write

INDEX = os.path.join(os.environ['TARE_BUILD_DIR'], 'catalogue.index')
SHIPPED = os.path.join(cli.SOURCE, 'presets', 'catalogue')
COMMANDS = [
    ['find', 'hd650'], ['find', 'sennhesier hd 65'], ['find', 'zzz qqq'], ['find', 'nc 700', '--json'],
    ['find', 'x', '-n', '1000'], ['show', 'hd 650'], ['show', 'sony ex1000', '--json'],
    ['show', 'sennheiser-hd-650/oratory1990'], ['show', 'hd 6500'], ['list'],
    ['export', 'dt 990 pro', '--format', 'apo'], ['complete', '--', 'use', 'sen'],
    ['complete', '--', 'use', 's'], ['complete', '--', 'use', ''], ['complete', '--', 'show', 'cra'],
    ['complete', '--', 'use', 'sony', 'wh'], ['complete', '--', 'use', 'SENNHEISER-hd-650/'],
    ['complete', '--', 'use', 'zz/'],
]


def copy(folder):
    """A catalogue without an index that holds: one of its files has become longer."""
    shutil.copytree(SHIPPED, folder)
    path = os.path.join(folder, 'reviews.tare')
    write(path, read(path) + b'\n')
    return {'TARE_CATALOGUE': os.path.abspath(folder)}


def copy_with_index(folder):
    shutil.copytree(SHIPPED, folder)
    shutil.copy2(INDEX, folder)
    return {'TARE_CATALOGUE': os.path.abspath(folder)}


def answers(env, name='read'):
    """All that the program says; paths of the catalogue are no part of that."""
    found = []
    for command in COMMANDS:
        result = tare(*command, env=env)
        found.append((command, result.status, result.out,
                      result.err.replace(env['TARE_CATALOGUE'], name)))
    return found


def check_same(some, others):
    for one, other in zip(some, others):
        assert one == other, one[0]


def test_same_answers():
    check_same(answers(copy('read')), answers(copy_with_index('index')))


def test_it_is_used():
    """An older file of the same length tells that nobody looked into it."""
    env = copy_with_index('index')
    path = os.path.join('index', 'opra.tare')
    write(path, read(path).replace(b'brand Sennheiser\n', b'brand Zennheiser\n'))
    os.utime(path, (1, 1))
    assert 'Sennheiser HD 650' in tare('find', 'hd650', env=env).out
    os.utime(path)
    assert 'Zennheiser HD 650' in tare('find', 'hd650', env=env).out


def test_broken_ones_change_nothing():
    wanted = tare('find', 'hd650', '--json', env=copy('read')).out
    env = copy_with_index('index')
    path = os.path.join('index', 'catalogue.index')
    whole = read(path)
    for wrong in [b'', whole[:100], whole[:len(whole) // 2], whole[:-1], whole + b'\0',
                  whole[:8] + bytes([whole[8] + 1]) + whole[9:],
                  whole[:300000] + bytes([whole[300000] ^ 1]) + whole[300001:], b'\xff' * 500]:
        write(path, wrong)
        result = tare('find', 'hd650', '--json', env=env)
        assert (result.status, result.out, result.err) == (0, wanted, ''), len(wrong)


def test_nothing_is_written():
    env = copy_with_index('index')
    before = cli.everything('index')
    for name in before:
        os.chmod(os.path.join('index', name), 0o444)
    os.chmod('index', 0o555)
    try:
        assert json.loads(tare('find', 'hd650', '--json', env=env).out)
    finally:
        os.chmod('index', 0o755)
    assert cli.everything('index') == before


def test_own_corrections_stand_beside_it():
    write('.local/share/tare/mine.tare', 'id mine/hd\nbrand Sennheiser\nmodel HD 650\nkind user\n'
          'peak 1000 -3 1\n\nid aaa-own/x\nbrand AAA\nmodel Own\nkind user\npeak 1000 -3 1\n')
    check_same(answers(copy('read')), answers(copy_with_index('index')))
    found = json.loads(tare('find', 'hd650', '--json', env={'TARE_CATALOGUE': SHIPPED}).out)
    assert found[0]['corrections'][0]['id'] == 'mine/hd'


if __name__ == '__main__':
    sys.exit(cli.main('test_start', globals()))
