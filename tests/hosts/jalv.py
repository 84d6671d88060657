"""jalv without a window: an LV2 plugin with a preset, in a JACK server of its own."""

import contextlib
import os
import subprocess

from helpers import wav
from helpers.cli import Failure
from hosts import jack

NAME = 'tare-jalv'


def read_prompt(process):
    """What jalv says before it asks for a command."""
    said = b''
    while not said.endswith(b'> '):
        byte = process.stdout.read(1)
        if not byte:
            raise Failure('jalv ended:\n' + said.decode(errors='replace'))
        said += byte
    return said.decode(errors='replace')


def command(process, line):
    process.stdin.write(line.encode() + b'\n')
    process.stdin.flush()
    return read_prompt(process)


@contextlib.contextmanager
def session(plugin, rate, n_channels, log, env):
    """A client to be heard through jalv, and jalv's process, which has asked for a command."""
    with jack.server(rate, log) as server:
        client = jack.Client(server, n_channels)
        env = dict(env, JACK_DEFAULT_SERVER=server, JACK_NO_START_SERVER='1')
        process = subprocess.Popen(['stdbuf', '-o0', 'jalv', '-x', '-n', NAME, plugin], env=env,
                                   bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        try:
            read_prompt(process)
            yield client, process
        finally:
            process.stdin.close()
            process.kill()
            process.wait()
            client.close()


def controls(process):
    """What the controls are, by symbol."""
    return dict(line.split(' = ') for line in command(process, 'controls').splitlines()
                if ' = ' in line)


def play(plugin, preset, in_wav, out_wav, env, settings=()):
    """Plays a file through the plugin, with settings (symbol, value) besides the preset's; gives what
    jalv said."""
    channels, rate = wav.read(in_wav)
    with session(plugin, rate, len(channels), out_wav + '.jackd.log', env) as (client, process):
        said = command(process, 'presets') + command(process, 'preset ' + preset)
        for setting in settings:
            said += command(process, 'set %s %g' % setting)
        client.connect(NAME)
        recorded = client.play(channels, rate)
    wav.write(out_wav, wav.frames(recorded), rate, len(recorded))
    os.remove(out_wav + '.jackd.log')
    return said
