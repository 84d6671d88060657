"""The window in real hosts: jalv with GTK and with Qt, on a display of its own. A model is typed, and
what the plugin then does to an impulse must be what `tare render` does; two sounds are heard blind;
a band is raised, and heard."""

import array
import cmath
import contextlib
import math
import os
import shutil
import subprocess
import sys
import tempfile

from helpers import cli, wav
from helpers.cli import Failure, Skip
from hosts import display, jack
from hosts.patience import PATIENCE_S, wait_until

BUILD = os.environ['TARE_BUILD_DIR']
RATE, N_FRAMES = 48000, 16384
FREQS_HZ = [30, 60, 105, 221, 500, 1000, 2012, 3526, 5443, 7947, 10000, 15000]
NEAR_DB = 0.05
NAME = 'Tare'  # of the plugin, and so of its JACK client


def impulse():
    return array.array('f', [0.25] + [0] * (N_FRAMES - 1))


def levels(samples):
    """In decibels against the impulse, at FREQS_HZ."""
    heard = [(i, x) for i, x in enumerate(samples) if abs(x) > 1e-9]
    return [20 * math.log10(abs(sum(x * cmath.exp(-2j * math.pi * freq * i / RATE)
                                    for i, x in heard)) / 0.25) for freq in FREQS_HZ]


def rendered():
    """What the program makes of it."""
    wav.write('in.wav', wav.frames([impulse(), impulse()]), RATE, 2)
    done = subprocess.run([cli.TARE, 'render', 'in.wav', 'out.wav', '--model', 'ex1000'],
                          stdout=subprocess.DEVNULL)
    assert done.returncode == 0
    return levels(wav.read('out.wav')[0][0])


@contextlib.contextmanager
def jalv(program):
    """A running jalv; gives somebody at its window, and a function that measures it."""
    display.need()
    if not os.path.exists(os.path.join(BUILD, 'lv2', 'tare.lv2', 'tare_window.so')):
        raise Skip('tare was built without a window')
    for tool in (program, 'jackd'):
        if not shutil.which(tool):
            raise Skip(tool + ' is not installed')
    if not jack.is_installed():
        raise Skip('the library of JACK is not installed')
    folder = tempfile.mkdtemp(dir=os.getcwd())
    log = os.path.join(folder, 'log')
    with display.server() as name, jack.server(RATE, log + '.jackd') as server:
        env = dict(os.environ, DISPLAY=name, HOME=folder, LV2_PATH=BUILD + '/lv2',
                   JACK_DEFAULT_SERVER=server, JACK_NO_START_SERVER='1', LC_ALL='C.UTF-8')
        env.pop('WAYLAND_DISPLAY', None)
        client = jack.Client(server)
        with open(log, 'wb') as out:
            process = subprocess.Popen([program, 'urn:tare:eq'], env=env,
                                       stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        try:
            user = display.User(env)
            client.connect(NAME)
            yield user, lambda: levels(client.play([impulse(), impulse()], RATE)[0])
            if process.poll() is not None:
                raise Failure('%s ended with %d' % (program, process.returncode))
        except Failure as why:
            with open(log) as said:
                text = said.read()
            if 'suil error' in text:
                raise Skip('suil cannot embed an X11 window in ' + program)
            raise Failure('%s\n%s' % (why, text[:2000]))
        finally:
            process.terminate()
            process.wait(PATIENCE_S)
            client.close()


def outline(heard):
    """Against the level at 500 Hz: how loud it is as a whole does not count."""
    return [level - heard[4] for level in heard]


def is_like(heard, wanted):
    return max(abs(a - b) for a, b in zip(outline(heard), outline(wanted))) < 2 * NEAR_DB


def check_blind(user, measure, wanted):
    """One of both is the original, the other one the correction; afterwards that plays again."""
    flat = [0.0] * len(wanted)

    def both_are_heard():
        heard = []
        for key in '12':
            user.type(key)
            heard.append(measure())
        return any(is_like(heard[i], flat) and is_like(heard[1 - i], wanted) for i in range(2))

    user.key('ctrl+b')
    user.key('Return')
    wait_until(both_are_heard, 'the original and the correction')
    user.key('Escape')
    wait_until(lambda: max(abs(a - b) for a, b in zip(measure(), wanted)) < NEAR_DB,
               'the correction, after the blind test')


def check_host(program):
    wanted = rendered()
    with jalv(program) as (user, measure):
        flat = measure()
        assert max(map(abs, flat)) < NEAR_DB, flat
        user.find_model('ex1000')
        wait_until(lambda: max(abs(a - b) for a, b in zip(measure(), wanted)) < NEAR_DB,
                   'the correction', lambda: repr((measure(), wanted)))
        check_blind(user, measure, wanted)
        for _ in range(6):  # field to graph, where no slot and no copy is pressed
            user.key('Tab')
        for _ in range(6):  # the first band, a low shelf, 0.5 dB each
            user.key('Up')
        bass = wanted[0] - wanted[5]
        wait_until(lambda: measure()[0] - measure()[5] > bass + 2.5, 'more bass')


def test_jalv_gtk():
    check_host('jalv.gtk3')


def test_jalv_qt():
    check_host('jalv.qt5')


if __name__ == '__main__':
    sys.exit(cli.main('test_window_hosts', globals()))
