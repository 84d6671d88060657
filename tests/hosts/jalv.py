"""jalv without a window: an LV2 plugin with a preset, in a JACK server of its own."""

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


def play(plugin, preset, in_wav, out_wav, env):
    """Plays a file through the plugin; gives what jalv said."""
    channels, rate = wav.read(in_wav)
    with jack.server(rate, out_wav + '.jackd.log') as server:
        client = jack.Client(server, len(channels))
        env = dict(env, JACK_DEFAULT_SERVER=server, JACK_NO_START_SERVER='1')
        process = subprocess.Popen(['stdbuf', '-o0', 'jalv', '-x', '-n', NAME, plugin], env=env,
                                   bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        try:
            said = read_prompt(process) + command(process, 'presets')
            said += command(process, 'preset ' + preset)
            client.connect(NAME)
            recorded = client.play(channels, rate)
        finally:
            process.stdin.close()
            process.kill()
            process.wait()
            client.close()
    wav.write(out_wav, wav.frames(recorded), rate, len(recorded))
    os.remove(out_wav + '.jackd.log')
    return said
