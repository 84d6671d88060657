"""The files that fuzzing began with, each to the program: whatever they hold, it comes back, and says
what it does not use."""

import os
import sys

from helpers import cli
from helpers.cli import SOURCE, tare

CORPUS = os.path.join(SOURCE, 'tests', 'data', 'fuzz')


def test_every_kept_file_is_read_or_refused():
    n_read = 0
    for folder in sorted(os.listdir(CORPUS)):
        for name in sorted(os.listdir(os.path.join(CORPUS, folder))):
            result = tare('show', '--file', os.path.join(CORPUS, folder, name))
            assert result.status in (0, 1, 2) and (result.err or not result.status), (folder, name, result)
            assert all('; ' in line for line in result.err.splitlines()), (folder, name, result.err)
            n_read += result.status == 0
    assert n_read >= 15, n_read


if __name__ == '__main__':
    sys.exit(cli.main('test_fuzz_corpus', globals()))
