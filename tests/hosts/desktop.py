"""A session bus of its own, with a desktop on it that is not there: the program of fake_desktop.c."""

import contextlib
import os
import shutil
import subprocess
import urllib.parse

from helpers.cli import Failure, Skip
from hosts.patience import PATIENCE_S

PROGRAM = os.path.join(os.environ['TARE_BUILD_DIR'], 'tests', 'fakes', 'fake_desktop')
MODULE = os.path.join(os.environ['TARE_BUILD_DIR'], 'tare-desktop.so')


# Nothing is started by being called: what is installed here does not count
CONFIGURATION = '''<busconfig><type>session</type><listen>%s</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
'''


@contextlib.contextmanager
def bus(folder):
    """Gives the address of a bus."""
    if not shutil.which('dbus-daemon'):
        raise Skip('dbus-daemon is not installed')
    if not os.path.exists(MODULE):
        raise Skip('tare was built without libsystemd')
    path = os.path.join(os.path.abspath(folder), 'session-bus')
    address = 'unix:path=' + urllib.parse.quote(path)
    with open(path + '.conf', 'w') as file:
        file.write(CONFIGURATION % address)
    daemon = subprocess.Popen(['dbus-daemon', '--config-file=' + path + '.conf', '--nofork',
                               '--nopidfile', '--print-address'],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL)
    try:
        daemon.stdout.readline()
        yield address
    finally:
        daemon.terminate()
        daemon.wait(PATIENCE_S)
        daemon.stdout.close()


class Desktop:
    def __init__(self, address):
        self.process = subprocess.Popen(
            [PROGRAM], env=dict(os.environ, DBUS_SESSION_BUS_ADDRESS=address), bufsize=0,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.answer()

    def answer(self):
        lines = []
        while True:
            line = self.process.stdout.readline().decode().rstrip('\n')
            if line == 'ok':
                return '\n'.join(lines)
            if not line or line.startswith('no'):
                raise Failure('the desktop said %r' % line)
            lines.append(line)

    def __call__(self, line):
        self.process.stdin.write(line.encode() + b'\n')
        return self.answer()

    def has(self, line, part):
        """Whether what it answers has that in it; it need not be able to answer yet."""
        try:
            return part in self(line)
        except Failure:
            return False

    def menu(self):
        """(id, type, state, label) of each line."""
        found = [line.split(' ', 3) for line in self('menu').splitlines()]
        return [(int(number), kind, int(is_on), label) for number, kind, is_on, label in found]

    def click(self, label):
        self('click %d' % next(item[0] for item in self.menu() if item[3] == label))

    def end(self):
        self.process.kill()
        self.process.wait(PATIENCE_S)
        self.process.stdin.close()
        self.process.stdout.close()


@contextlib.contextmanager
def desktop(folder):
    """Gives the address of a bus, and the desktop on it."""
    with bus(folder) as address:
        there = Desktop(address)
        try:
            yield address, there
        finally:
            there.end()
