"""Interactive shells before a terminal, for the tests of completion: keys go in, and a stand-in for the
program tells which words come out. All else that the shells ask of it, the program itself answers."""

import os
import pty
import select
import shutil
import signal
import subprocess
import time

from helpers import cli

TIMEOUT_S = 120
STAND_IN = """#!/bin/sh
[ "$1" = complete ] && exec "%s" "$@"
printf '<%%s>' "$@"
echo ' was called'
"""
SCRIPTS = os.path.join(cli.SOURCE, 'presets', 'cli', 'offers')


def need(name):
    if not shutil.which(name):
        raise cli.Skip(name + ' is not installed')


def environment(changes=None):
    """One in which `tare` is the stand-in."""
    cli.write('bin/tare', STAND_IN % cli.TARE)
    os.chmod('bin/tare', 0o755)
    path = os.path.join(os.getcwd(), 'bin') + ':' + os.environ['PATH']
    return cli.environment(PATH=path, TERM='xterm', LC_ALL='C.UTF-8', **(changes or {}))


class Shell:
    """A shell in the current folder; `setup` is typed first and takes the prompt away."""

    def __init__(self, command, setup, changes=None):
        need(command[0])
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(command, env=environment(changes), stdin=slave,
                                        stdout=slave, stderr=slave, start_new_session=True)
        os.close(slave)
        self.seen = ''
        for line in setup:
            self.type(line + '\r')
        self.type('tare ready\r')
        self.wait('<ready> was called')

    def type(self, keys):
        os.write(self.master, keys.encode())

    def wait(self, text):
        """Waits until this is on the terminal; returns all that came since the last time."""
        end = time.monotonic() + TIMEOUT_S
        while text not in self.seen:
            if not select.select([self.master], [], [], max(0.0, end - time.monotonic()))[0]:
                raise AssertionError('%r does not come; there is %r' % (text, self.seen[-2000:]))
            self.seen += os.read(self.master, 65536).decode(errors='replace')
        seen, self.seen = self.seen.split(text, 1)
        return seen + text

    def words(self, keys):
        """Types a line of tare with its Tabs; returns the words that the program would get."""
        self.type('tare ' + keys + '\r')
        seen = self.wait('> was called')
        last = seen[seen.rindex('\n', 0, seen.rindex('<')) + 1:] if '\n' in seen else seen
        return last[last.index('<') + 1:-len('> was called')].split('><')

    def listed(self, keys, text):
        """Types a line of tare with its Tabs and waits for what the shell lists; the line is left."""
        self.type('tare ' + keys)
        seen = self.wait(text)
        self.type('\x03')
        return seen

    def close(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def bash(changes=None, script=os.path.join(SCRIPTS, 'tare.bash')):
    return Shell(['bash', '--norc', '--noprofile', '-i'],
                 ["PS1='' PS2=''", "bind 'set bell-style none'", "source '%s'" % script], changes)


def zsh(changes=None, folder=SCRIPTS):
    return Shell(['zsh', '-f', '-i'],
                 ["PS1='' RPS1='' PROMPT_EOL_MARK=''; unsetopt beep prompt_cr zle_bracketed_paste",
                  "fpath+=('%s'); autoload -Uz compinit; compinit -u -D" % folder], changes)


def fish(line, changes=None, script=os.path.join(SCRIPTS, 'tare.fish')):
    """What fish offers behind a line, with its notes; script '': as fish finds it by itself."""
    need('fish')
    found = subprocess.run(['fish', '--private', '-c',
                            'test -z $argv[1]; or source $argv[1]; complete -C $argv[2]',
                            script, line], env=environment(changes), stdout=subprocess.PIPE,
                           timeout=TIMEOUT_S)
    return dict((text + '\t').split('\t')[:2] for text in found.stdout.decode().splitlines())
