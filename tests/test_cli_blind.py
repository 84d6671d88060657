"""`tare blind` without a PipeWire: what cannot be compared, and what is said of it before anything is
touched."""

import os

from helpers import cli
from helpers.cli import refused
from hosts.terminal import Person

ONE, PRO = 'acme-one/anna', 'acme-one-pro/anna'
TEXT = """author Me
licence ISC
kind preset
rate 0

headphone mine-%(name)s
brand Mine
model %(name)s

id mine-%(name)s/me
preamp -3
peak 1000 %(gain)d 1
"""


def environment(**changes):
    """No PipeWire, and a home in the current folder."""
    os.makedirs('run', exist_ok=True)
    folder = os.path.join(os.getcwd(), 'run')
    return cli.environment(XDG_RUNTIME_DIR=folder, XDG_CONFIG_HOME=folder, PIPEWIRE_REMOTE=None,
                           PIPEWIRE_RUNTIME_DIR=None, **changes)


def at_terminal(*arguments, status, says):
    """Before a terminal the program ends by itself, having said why; nothing is written."""
    before = cli.everything()
    person = Person(cli.TARE, 'blind', *arguments, env=environment())
    try:
        assert person.wait() == status, (arguments, person.process.returncode, person.seen)
        assert says in ' '.join(person.seen.split()), (arguments, says, person.seen)
        assert 'Round' not in person.seen, person.seen
    finally:
        person.close()
    left = [name for name in cli.everything() if name not in before and name != 'run']
    assert not left, left


def own(name, gain):
    return cli.write('%s.tare' % name, TEXT % {'name': name, 'gain': gain})


def test_it_wants_a_terminal():
    for arguments in [(ONE,), (ONE, PRO), (ONE, '--abx')]:
        refused('blind', *arguments, says='expected a terminal')


def test_what_is_no_comparison():
    for arguments, says in [
            ((), 'expected 2 to 9'),
            ((ONE,) * 10, 'expected 2 to 9'),
            (('original',), 'are the same sound'),
            (('original', 'Original'), 'are the same sound'),
            ((ONE, ONE), 'Acme One (acme-one/anna) and Acme One (acme-one/anna) are the same sound'),
            ((ONE, 'original', ONE), 'are the same sound'),
            ((ONE, PRO, 'original', '--abx'), '--abx compares two sounds'),
            ((ONE, PRO, '--rounds', '0'), 'from 1 to 999'),
            ((ONE, PRO, '--rounds', '1000'), 'from 1 to 999'),
            ((ONE, PRO, '--rounds', '2.5'), 'expected a whole number'),
            ((ONE, PRO, '--seed', '-1'), 'expected a whole number'),
            ((ONE, PRO, '--file', 'nothing.tare'), 'nothing.tare')]:
        at_terminal(*arguments, status=2, says=says)


def test_models_are_named_one_by_one():
    at_terminal('acme one', 'nothing at all', status=1, says="'nothing at all' is not in the catalogue")
    at_terminal('hd', '560', status=1, says='a name with blanks needs quotes')


def test_files_are_compared_too():
    """As many as there are; what keeps the program from more is that there is no PipeWire."""
    a, b = own('a', 3), own('b', -3)
    for arguments in [('--file', a), ('--file', a, '-f', b), (ONE, '--file=' + a, 'original'),
                      ('gamma hd 560', PRO, '-f', b)]:
        at_terminal(*arguments, status=1, says='PipeWire is not running')
    at_terminal('--file', a, '--file', a, status=2, says='are the same sound')
    many = [word for _ in range(10) for word in ('--file', a)]
    at_terminal(*many, status=2, says='expected it at most 9 times')


def test_a_log_that_cannot_be_written():
    at_terminal(ONE, '--log', 'no/such/folder/log', status=1, says='cannot be written')


if __name__ == '__main__':
    raise SystemExit(cli.main('test_cli_blind', globals()))
