"""`tare window`, and where its buttons are when it opens, in a window of scale 1."""

import contextlib
import os
import subprocess

from helpers import cli
from helpers.cli import Skip
from hosts import display
from hosts.patience import PATIENCE_S

ON, COMPARE, SLOT_A, SLOT_B, COPY = (690, 32), (800, 32), (890, 32), (934, 32), (993, 32)
UNDO = (965, 72)
STRENGTH, BASS, TREBLE, TILT, LEVEL = (100, 522), (220, 522), (343, 522), (447, 522), (590, 522)
BANDS, TARGET, OUTPUTS = (683, 109), (813, 109), (954, 109)
GAIN_OF_BAND_1 = (895, 215)
FIND_FOR_OUTPUT, AS_LOADED, FLAT, NONE_OF_ITS_OWN = (670, 543), (770, 543), (845, 543), (950, 543)
EVERYTHING = (823, 505)


def need():
    display.need()
    if not os.path.exists(os.path.join(os.environ['TARE_BUILD_DIR'], 'lv2', 'tare.lv2',
                                       'tare_window.so')):
        raise Skip('tare was built without a window')


def row(number):
    """An output in the list."""
    return 800, 193 + 46 * number


@contextlib.contextmanager
def window(env, *options, bus=None):
    """A running `tare window` that shows the shipped catalogue, on a session bus or on none; gives
    somebody at it."""
    need()
    with display.server() as name:
        env = dict(env, DISPLAY=name, DBUS_SESSION_BUS_ADDRESS=bus or 'unix:path=/nonexistent/bus')
        env.pop('TARE_CATALOGUE', None)
        process = subprocess.Popen([cli.TARE, 'window', *options], env=env,
                                   stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            user = display.User(env)
            user.process, user.process_env, user.expects_end = process, env, False
            yield user
            assert user.expects_end or process.poll() is None, process.communicate()
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def type_value(user, place, text):
    """Puts a value in the place of another."""
    user.click(*place)
    user.type(text)
    user.key('Return')
