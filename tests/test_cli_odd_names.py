"""The command line: names of models that are long, or too much alike for files."""

import json
import os
import subprocess
import sys

from helpers import cli
from helpers.cli import done, tare, write


def test_presets_that_would_share_a_name_are_refused():
    generate = os.path.join(os.environ['TARE_BUILD_DIR'], 'ttl', 'generate')
    if not os.path.exists(generate):
        raise cli.Skip('build/ttl/generate was not built')
    block = 'id %s\nbrand B\nmodel %s\nkind user\n\n'
    os.mkdir('out')
    for ids, status in [(['c-d/e', 'c/d.e'], 0), (['c-d/e', 'c/d-e'], 1)]:
        write('in/all.tare', ''.join(block % (each, each) for each in ids))
        done = subprocess.run([generate, os.path.join(cli.SOURCE, 'ttl'), 'in', 'out'],
                              stderr=subprocess.PIPE)
        assert done.returncode == status, done
    assert b'all.tare:6:1: id names the same files' in done.stderr, done
    result = tare('show', 'c-d/e', env={'TARE_CATALOGUE': os.path.abspath('in')})
    assert result.status == 0 and 'expected a difference in more than' in result.err, result


def test_long_names():
    for n in [127, 128, 300]:
        write('own/own.tare', 'id a/b\nkind user\nbrand %s\nmodel B\npeak 100 3 1\n' % ('é' * n))
        env = {'TARE_CATALOGUE': os.path.abspath('own')}
        for command in [['list', '--json'], ['find', 'b', '--json']]:
            assert json.loads(tare(*command, env=env).out)[0]['model'].startswith('ééé'), command
        if 'without cairo' not in tare('plot', 'a/b', '-o', 'x.svg', env=env).err:
            done('plot', 'a/b', '-o', 'x.svg', env=env)


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_odd_names', globals()))
