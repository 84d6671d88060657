"""The window in real hosts: jalv with GTK and with Qt, on a display of its own. A model is typed, a
band is dragged; what the plugin then says of its preamp shows that the ports were set."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile

from helpers import cli
from helpers.cli import Failure, Skip
from hosts import display, jack
from hosts.patience import PATIENCE_S, wait_until

BUILD = os.environ['TARE_BUILD_DIR']
FLAT, EX1000 = 0.0, -6.6  # dB
NEAR_DB = 0.15


@contextlib.contextmanager
def jalv(program, print_controls):
    """A running jalv; gives the somebody at its window, and a function that tells the preamp."""
    display.need()
    for tool in (program, 'jackd'):
        if not shutil.which(tool):
            raise Skip(tool + ' is not installed')
    if not jack.is_installed():
        raise Skip('the library of JACK is not installed')
    folder = tempfile.mkdtemp(dir=os.getcwd())
    log = os.path.join(folder, 'log')
    with display.server() as name, jack.server(48000, log + '.jackd') as server:
        env = dict(os.environ, DISPLAY=name, HOME=folder, LV2_PATH=BUILD + '/lv2',
                   JACK_DEFAULT_SERVER=server, JACK_NO_START_SERVER='1', LC_ALL='C.UTF-8')
        env.pop('WAYLAND_DISPLAY', None)
        jack.Client(server).close()  # it listens
        with open(log, 'wb') as out:
            process = subprocess.Popen([program, print_controls, 'urn:tare:eq'], env=env,
                                       stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        try:
            def preamp():
                with open(log) as said:
                    lines = [line for line in said if line.startswith('preamp_used = ')]
                return float(lines[-1].split()[-1]) if lines else FLAT
            yield display.User(env), preamp
            if process.poll() is not None:
                raise Failure('%s ended with %d' % (program, process.returncode))
        except Failure as why:
            with open(log) as said:
                text = said.read()
            if 'suil error' in text:
                raise Skip('suil cannot embed an X11 window in ' + program)
            raise Failure('%s\n%s' % (why, text[-2000:]))
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def check_host(program, print_controls):
    with jalv(program, print_controls) as (user, preamp):
        user.find_model('ex1000')
        wait_until(lambda: abs(preamp() - EX1000) < NEAR_DB, 'the preamp of the EX1000')
        before = preamp()
        user.key('Tab')
        user.key('Tab')
        user.key('space')  # compare: nothing of the correction changes
        user.tool('mousemove', '0', '0')
        for _ in range(4):
            user.key('Tab')
        for _ in range(6):  # the first band, 0.5 dB each
            user.key('Up')
        wait_until(lambda: preamp() < before - 1.0, 'a lower preamp')


def test_jalv_gtk():
    check_host('jalv.gtk3', '--print-controls')


def test_jalv_qt():
    check_host('jalv.qt5', '-p')


if __name__ == '__main__':
    sys.exit(cli.main('test_window_hosts', globals()))
