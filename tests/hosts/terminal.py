"""A person before a terminal, who reads what a program shows and presses keys."""

import fcntl
import os
import pty
import select
import subprocess
import termios
import time

from helpers import cli
from hosts.patience import PATIENCE_S


class Person:
    """Runs a program in a terminal of its own, as its controlling one."""

    def __init__(self, *command, env):
        self.master, slave = pty.openpty()
        self.modes_before = termios.tcgetattr(self.master)

        def own_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(command, env=dict(env, TERM='xterm', NO_COLOR='1'),
                                        stdin=slave, stdout=slave, stderr=slave,
                                        preexec_fn=own_terminal)
        self.slave = slave  # so that the modes can be asked for when the program has ended
        self.seen = ''
        self.place = 0  # up to which it was looked at

    def look(self, timeout_s=0.0):
        """Takes what the terminal shows by now; False when nothing came."""
        ready, _, _ = select.select([self.master], [], [], timeout_s)
        if ready:
            self.seen += os.read(self.master, 65536).decode(errors='replace')
        return bool(ready)

    def see(self, text):
        """Waits until a text is shown behind the one that was waited for before; returns what came
        before it."""
        end = time.monotonic() + PATIENCE_S
        while text not in self.seen[self.place:]:
            has_ended = self.process.poll() is not None
            if not self.look(0.05) and has_ended or time.monotonic() > end:
                raise cli.Failure('%r is not shown; this is: %r' % (text, self.seen))
        at = self.seen.index(text, self.place)
        passed, self.place = self.seen[self.place:at], at + len(text)
        return passed

    def press(self, keys):
        os.write(self.master, keys.encode())

    def modes(self):
        return termios.tcgetattr(self.slave)

    def hang_up(self):
        """The window is closed."""
        os.close(self.slave)
        os.close(self.master)
        self.slave = self.master = None

    def wait(self):
        """Waits for the end of the program; gives its status."""
        end = time.monotonic() + PATIENCE_S
        while self.process.poll() is None:
            if self.master is None:
                time.sleep(0.02)
            else:
                self.look(0.05)
            if time.monotonic() > end:
                self.process.kill()
                raise cli.Failure('the program does not end; it showed %r' % self.seen)
        while self.master is not None and self.look():
            pass
        return self.process.returncode

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self.slave, self.master):
            if descriptor is not None:
                os.close(descriptor)
        self.slave = self.master = None
