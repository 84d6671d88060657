"""The window in Ardour, on a display of its own: a session with Tare on a track is opened, a model is
typed in the plugin's window, the session saved, and opened again."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

from helpers import cli
from helpers.cli import Failure, Skip
from hosts import ardour, display
from hosts.patience import PATIENCE_S, wait_until

BUILD = os.environ['TARE_BUILD_DIR']
FLAT = ('urn:tare:preset:-flat', '(Flat)')
RATE, N_CHANNELS = 48000, 2
KNOWN_VERSION = 'ardour7-lua'  # whose buttons stand at these places, in a window at (0, 0)
MIXER, PLUGIN = (1326, 73), (331, 205)
OPENING_S = 5  # as long as the window may take to come

# With an engine that plays to nobody, which is offered to tests only.
CONFIG = '''<?xml version="1.0" encoding="UTF-8"?>
<Ardour>
  <Config>
    <Option name="try-autostart-engine" value="1"/>
    <Option name="hide-dummy-backend" value="0"/>
  </Config>
  <Extra>
    <AudioMIDISetup>
      <EngineStates>
        <State backend="None (Dummy)" driver="" device="Silence" input-device="" output-device=""
               sample-rate="48000" buffer-size="1024" n-periods="0" input-latency="0"
               output-latency="0" lm-input="" lm-output="" active="1" use-buffered-io="0"
               midi-option="1 in, 1 out, Silence" lru="1"/>
      </EngineStates>
    </AudioMIDISetup>
  </Extra>
</Ardour>
'''


def need_all():
    display.need()
    program = ardour.find()
    if not program or os.path.basename(program) != KNOWN_VERSION or not shutil.which('ardour'):
        raise Skip('Ardour 7 is not installed')
    if not os.path.exists(os.path.join(BUILD, 'lv2', 'tare.lv2', 'tare_window.so')):
        raise Skip('tare was built without a window')


class Mixer:
    """Ardour with a session, its mixer shown."""

    def __init__(self, env, session):
        self.env, self.file = env, os.path.join(session, 'session.ardour')
        self.window = wait_until(lambda: self.tool('search', '--onlyvisible', '--name',
                                                   '^.?session - Ardour$').split(), 'Ardour')[0]

    def tool(self, *words):
        return subprocess.run(['xdotool', *words], env=self.env, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, universal_newlines=True,
                              timeout=PATIENCE_S).stdout

    def click(self, place, n=1):
        self.tool('mousemove', str(place[0]), str(place[1]), 'click', '--repeat', str(n), '--delay',
                  '120', '1')

    def is_open(self):
        return self.tool('search', '--onlyvisible', '--class', '^tare$').split()

    def comes(self):
        """Whether the plugin's window comes, which may take its time."""
        end = time.monotonic() + OPENING_S
        while not self.is_open() and time.monotonic() < end:
            time.sleep(0.05)
        return self.is_open()

    def opens(self):
        """Whether the window is there, since the session was saved with it, or comes at a double
        click, which would fall into one that is there."""
        if not self.comes():
            self.click(MIXER)
            self.click(PLUGIN, 2)
        return self.comes()

    def open_window(self):
        """Gives somebody at the plugin's window."""
        wait_until(self.opens, "the plugin's window")
        return display.User(self.env)

    def saved(self):
        """Saves; gives the values of the plugin's ports in the session, by their symbols."""
        self.tool('windowfocus', '--sync', self.window, 'key', 'ctrl+s')
        with open(self.file, encoding='utf-8') as file:
            return {symbol: float(value) for symbol, value in
                    re.findall(r'<Port symbol="(\w+)" value="([^"]*)"', file.read())}


@contextlib.contextmanager
def opened(env, session):
    with display.server() as name:
        env = dict(env, DISPLAY=name, LC_ALL='C.UTF-8')
        env.pop('WAYLAND_DISPLAY', None)
        log = os.path.join(os.path.dirname(session), 'log')
        with open(log, 'wb') as out:
            process = subprocess.Popen(['ardour', '--no-splash', session], env=env, stdout=out,
                                       stderr=out, stdin=subprocess.DEVNULL)
        try:
            yield Mixer(env, session)
            if process.poll() is not None:
                raise Failure('Ardour ended with %d' % process.returncode)
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def wait_for_values(mixer, **wanted):
    def are_saved():
        values = mixer.saved()
        return all(abs(values.get(name, 1e9) - value) < 0.01 for name, value in wanted.items())
    wait_until(are_saved, 'the session with %r' % wanted)


def test_a_model_is_typed_saved_and_there_again():
    need_all()
    folder = tempfile.mkdtemp(dir=os.getcwd())
    session = os.path.join(folder, 'session')
    program, env = ardour.prepare(folder, dict(os.environ, LV2_PATH=os.path.join(BUILD, 'lv2')))
    own = os.path.join(folder, 'config', 'ardour7')
    with open(os.path.join(own, 'config'), 'w', encoding='utf-8') as file:
        file.write(CONFIG)
    open(os.path.join(own, '.a7'), 'w').close()  # it has been run before: no questions
    ardour.run_again_after_abort(program, 'ardour_make.lua',
                                 [session, 'urn:tare:eq', FLAT[0], RATE, N_CHANNELS, FLAT[1]], env,
                                 clear=session)
    with opened(env, session) as mixer:
        user = mixer.open_window()
        user.find_model('ex1000')
        wait_for_values(mixer, freq_4=5443, gain_4=-10.6, gain_1=6.1)
    with opened(env, session) as mixer:
        user = mixer.open_window()
        user.click(200, 32)  # closes the list that this opens: the window has the keys now
        user.key('Escape')
        for _ in range(6):  # field to graph
            user.key('Tab')
        user.key('Up')  # its first band, as the session has it, half a decibel more
        wait_for_values(mixer, freq_4=5443, gain_4=-10.6, gain_1=6.6)


if __name__ == '__main__':
    sys.exit(cli.main('test_window_ardour', globals()))
