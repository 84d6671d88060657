"""Sound through a client of a JACK server of its own, in freewheel: the server waits for each client,
so that a busy machine loses nothing."""

import array
import contextlib
import ctypes
import os
import shutil
import subprocess

from helpers.cli import Failure
from hosts.patience import PATIENCE_S, wait_until

AUDIO = b'32 bit float mono audio'
IS_INPUT, IS_OUTPUT = 1, 2
NO_START_SERVER, SERVER_NAME = 0x01, 0x04
PERIOD = 256
LEAD_SECONDS = 0.5  # in which a plugin settles


MESSAGE = ctypes.CFUNCTYPE(None, ctypes.c_char_p)
UNHEARD = MESSAGE(lambda text: None)
PROCESS = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_void_p)
FREEWHEEL = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_void_p)
XRUN = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)


def is_installed():
    return bool(shutil.which('jackd')) and load() is not None


def load():
    """The client's library; None where there is none."""
    try:
        jack = ctypes.CDLL('libjack.so.0')
    except OSError:
        return None
    jack.jack_set_error_function(UNHEARD)  # of a server that does not run yet
    jack.jack_client_open.restype = ctypes.c_void_p
    jack.jack_port_register.restype = ctypes.c_void_p
    jack.jack_port_name.restype = ctypes.c_char_p
    jack.jack_port_get_buffer.restype = ctypes.c_void_p
    jack.jack_get_ports.restype = ctypes.POINTER(ctypes.c_char_p)
    return jack


@contextlib.contextmanager
def server(rate, log, period=PERIOD, is_realtime=False):
    """A server that plays to nobody, with the priority of real time where that is allowed and
    wanted; gives its name."""
    name = 'tare-tests-%d' % os.getpid()
    env = dict(os.environ, JACK_NO_AUDIO_RESERVATION='1')
    with open(log, 'wb') as out:
        process = subprocess.Popen(['jackd', '-R' if is_realtime else '-r', '-n', name, '-t', '20000',
                                    '-d', 'dummy', '-r', str(rate), '-p', str(period)], env=env,
                                   stdout=out, stderr=out, stdin=subprocess.DEVNULL)
    try:
        yield name
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


class Client:
    """Plays into and records from the ports of another client."""

    def __init__(self, server_name, n_channels=2):
        self.jack = load()
        self.handle = None
        wait_until(lambda: self.open(server_name), 'the JACK server')
        self.to, self.back = [[self.port(b'%s_%d' % (way, c), flags) for c in range(n_channels)]
                              for way, flags in ((b'out', IS_OUTPUT), (b'in', IS_INPUT))]
        self.position, self.played, self.recorded = -1, [], []
        self.n_xruns = 0
        self.callbacks = [PROCESS(self.process), FREEWHEEL(self.freewheel),
                          XRUN(self.xrun)]  # kept alive
        self.jack.jack_set_process_callback(self.handle, self.callbacks[0], None)
        self.jack.jack_set_freewheel_callback(self.handle, self.callbacks[1], None)
        self.jack.jack_set_xrun_callback(self.handle, self.callbacks[2], None)
        self.check(self.jack.jack_activate(self.handle), 'activate')

    def open(self, server_name):
        status = ctypes.c_int()
        handle = self.jack.jack_client_open(b'tests', NO_START_SERVER | SERVER_NAME,
                                            ctypes.byref(status), server_name.encode())
        self.handle = handle and ctypes.c_void_p(handle)
        return self.handle

    def port(self, name, flags):
        return ctypes.c_void_p(self.jack.jack_port_register(self.handle, name, AUDIO,
                                                            ctypes.c_ulong(flags),
                                                            ctypes.c_ulong(0)))

    def check(self, status, what):
        if status:
            raise Failure('JACK: cannot %s (%d)' % (what, status))

    def ports(self, client, flags):
        """The names of the audio ports of a client."""
        found = self.jack.jack_get_ports(self.handle, b'^%s:' % client.encode(), AUDIO,
                                         ctypes.c_ulong(flags))
        names = []
        while found and found[len(names)]:
            names.append(found[len(names)])
        self.jack.jack_free(found)
        return names

    def process(self, n, _):
        """Called for each period, and while nothing plays with silence."""
        at = self.position
        for port, samples in zip(self.to, self.played or [None] * len(self.to)):
            to = self.jack.jack_port_get_buffer(port, n)
            ctypes.memset(to, 0, 4 * n)
            if samples and 0 <= at < len(samples):
                part = samples[at:at + n].tobytes()
                ctypes.memmove(to, part, len(part))
        if at >= 0:
            for port, samples in zip(self.back, self.recorded):
                samples.frombytes(ctypes.string_at(self.jack.jack_port_get_buffer(port, n), 4 * n))
            self.position = at + n
        return 0

    def freewheel(self, starting, _):
        self.position = 0 if starting else -1

    def xrun(self, _):
        self.n_xruns += 1
        return 0

    def connect(self, client):
        wait_until(lambda: len(self.ports(client, IS_OUTPUT)) >= len(self.back), client)
        name = self.jack.jack_port_name
        for port, other in zip(self.to, self.ports(client, IS_INPUT)):
            self.check(self.jack.jack_connect(self.handle, name(port), other), 'connect')
        for port, other in zip(self.back, self.ports(client, IS_OUTPUT)):
            self.check(self.jack.jack_connect(self.handle, other, name(port)), 'connect')

    def play(self, channels, rate):
        """Plays samples for each channel, after some silence; gives what comes back from the first
        period on."""
        lead = array.array('f', bytes(4 * int(LEAD_SECONDS * rate)))
        self.played = [lead + samples + lead for samples in channels]
        self.recorded = [array.array('f') for _ in self.back]
        self.check(self.jack.jack_set_freewheel(self.handle, 1), 'freewheel')
        wait_until(lambda: self.position >= len(self.played[0]), 'the end of the sound')
        self.check(self.jack.jack_set_freewheel(self.handle, 0), 'stop freewheeling')
        wait_until(lambda: self.position < 0, 'JACK to stop freewheeling')
        return self.recorded

    def close(self):
        self.jack.jack_client_close(self.handle)
