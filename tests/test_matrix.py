"""The README's table of hosts is what `./wscript matrix` writes, and what the tests of hosts have measured
in this run is what it says of this Debian."""

import os

from helpers import cli
from hosts import versions
import matrix

NEAR_DB = 4  # what processors may differ by: another order of additions rounds otherwise


def test_readme_has_the_table():
    with open(matrix.README, encoding='utf-8') as file:
        assert file.read() == matrix.readme(), 'expected in the README:\n' + matrix.table()


def test_no_host_is_far_from_the_render():
    for name, found in filter(None, map(matrix.read, matrix.SUITES)):
        for host, (_, level) in found.items():
            assert level == '-' or float(level) <= matrix.MOST_DB, (name, host, level)


def test_this_debian_is_as_the_table_says():
    """Security updates change the last parts of versions; in unstable all of them change."""
    said, now = matrix.read(versions.suite()), matrix.heard(os.environ['TARE_BUILD_DIR'])
    if not said:
        raise cli.Skip('the table has no column for this system')
    heard = {host for host, (_, level) in now.items() if level != '-'}
    if not heard:
        raise cli.Skip('no test of hosts has run in this build')
    for host in heard:
        assert host in said[1], (host, now[host])
        (version, level), (version_now, level_now) = said[1][host], now[host]
        assert level != '-' and abs(float(level) - float(level_now)) <= NEAR_DB, (host, level, level_now)
        assert versions.suite() == 'sid' or version.split('.')[:2] == version_now.split('.')[:2], \
            (host, version, version_now)


if __name__ == '__main__':
    raise SystemExit(cli.main('test_matrix', globals()))
