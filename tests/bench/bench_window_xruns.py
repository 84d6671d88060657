"""Whether typing at the window costs sound: the xruns of a JACK server while "wh1000xm4" is typed at
the window of the plugin in jalv, and while the same keys go nowhere, in turns; and what a key takes
of the host's processor time.

On a machine that does other things as well, some xruns come by themselves: the two counts are to be
held against each other. The server has the priority of real time, as where music is made; where
that is not allowed, its own threads wait for whoever computes, and typing is heard. A period in
frames may be named, 256 otherwise.
"""

import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.environ['TARE_SOURCE_DIR'], 'tests'))

from hosts import display, jack  # noqa: E402
from hosts.patience import PATIENCE_S  # noqa: E402

BUILD = os.environ['TARE_BUILD_DIR']
RATE, HOST, NAME = 48000, 'jalv.gtk3', 'Tare'
N_TURNS, SECONDS = 12, 4
WORD = 'wh1000xm4'
NOWHERE = '1'  # no window


def used_ms(pid):
    """Processor time of a process."""
    with open('/proc/%d/stat' % pid) as stat:
        fields = stat.read().rsplit(')', 1)[1].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def type_there(user):
    user.type(WORD)
    user.key('Escape')


def type_nowhere(user):
    user.tool('type', '--delay', '30', '--window', NOWHERE, WORD)
    user.tool('key', '--window', NOWHERE, 'Escape')


def measure(user, client, pid):
    counts = {way: [0, 0, 0.0] for way in (type_there, type_nowhere)}
    for turn in range(2 * N_TURNS):
        way = (type_there, type_nowhere)[(turn + turn // 2) % 2]
        xruns, used, end = client.n_xruns, used_ms(pid), time.monotonic() + SECONDS
        while time.monotonic() < end:
            way(user)
            counts[way][1] += len(WORD) + 1
        counts[way][0] += client.n_xruns - xruns
        counts[way][2] += used_ms(pid) - used
    (typed, n_keys, used), (still, _, idle) = counts[type_there], counts[type_nowhere]
    print('%d xruns in %d s of typing, %d in as long without; %d keys, %.2f ms of the host each'
          % (typed, N_TURNS * SECONDS, still, n_keys, (used - idle) / n_keys))


def main(period=256):
    os.chdir(tempfile.mkdtemp())
    with display.server() as screen, jack.server(RATE, 'jackd.log', int(period), True) as server:
        env = dict(os.environ, DISPLAY=screen, HOME=os.getcwd(), LV2_PATH=BUILD + '/lv2',
                   JACK_DEFAULT_SERVER=server, JACK_NO_START_SERVER='1', LC_ALL='C.UTF-8')
        env.pop('WAYLAND_DISPLAY', None)
        client = jack.Client(server)
        process = subprocess.Popen([HOST, 'urn:tare:eq'], env=env, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            user = display.User(env)
            client.connect(NAME)
            user.find_model('ex1000')
            time.sleep(2)  # in which the host settles
            measure(user, client, process.pid)
        finally:
            process.terminate()
            process.wait(PATIENCE_S)
            client.close()


if __name__ == '__main__':
    main(*sys.argv[1:])
