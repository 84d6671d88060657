"""An X display that nobody sees, and somebody at it."""

import contextlib
import os
import shutil
import subprocess

from helpers.cli import Skip
from hosts.patience import PATIENCE_S, wait_until

TOOLS = ['Xvfb', 'xdotool']
MANAGER = os.path.join(os.environ['TARE_BUILD_DIR'], 'tests', 'fakes', 'fake_manager')


def need():
    for tool in TOOLS:
        if not shutil.which(tool):
            raise Skip(tool + ' is not installed')


@contextlib.contextmanager
def server():
    """Gives its name."""
    ours, theirs = os.pipe()
    process = subprocess.Popen(['Xvfb', '-displayfd', str(theirs), '-screen', '0', '1400x900x24',
                                '-nolisten', 'tcp', '-noreset'], pass_fds=[theirs],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(theirs)
    try:
        with os.fdopen(ours) as pipe:
            yield ':' + pipe.readline().strip()
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


class User:
    """Somebody at the window of a program. Places are those of a window of scale 1."""

    def __init__(self, env):
        self.env = env
        self.window = wait_until(self.find, 'the window')

    def find(self):
        found = self.tool('search', '--onlyvisible', '--class', '^tare$').split()
        return found[-1] if found else None

    def tool(self, *words):
        return subprocess.run(['xdotool', *words], env=self.env, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, universal_newlines=True,
                              timeout=PATIENCE_S).stdout

    def click(self, x, y):
        self.tool('mousemove', '--window', self.window, str(x), str(y), 'click', '1')

    def drag(self, x, y, to_x, to_y):
        self.tool('mousemove', '--window', self.window, str(x), str(y), 'mousedown', '1',
                  'mousemove', '--window', self.window, str((x + to_x) // 2), str((y + to_y) // 2),
                  'mousemove', '--window', self.window, str(to_x), str(to_y), 'mouseup', '1')

    def type(self, text):
        self.tool('type', '--delay', '30', '--', text)

    def key(self, name):
        self.tool('key', name)

    def close(self):
        """As by the button of a window manager."""
        subprocess.run([MANAGER, self.window], env=self.env, check=True, timeout=PATIENCE_S)

    def find_model(self, name):
        self.click(200, 32)
        self.type(name)
        self.key('Return')
