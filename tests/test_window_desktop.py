"""`tare window` on a desktop that has a tray, a file chooser of its own, and a person who starts it
twice; and on one that has nothing of it."""

import os
import shutil
import subprocess
import tempfile
import time

from helpers import cli
from helpers.cli import Skip
from hosts import desktop, pipewire_use, tare_window
from hosts.patience import PATIENCE_S, wait_until
from hosts.pipewire_use import in_each, state, tare
from hosts.tare_window import window

EX1000, HD650 = 'Sony MDR-EX1000', 'Sennheiser HD 650'


def home():
    """What a session without a PipeWire has, in a new folder."""
    folder = tempfile.mkdtemp(dir=os.getcwd())
    return dict(os.environ, HOME=folder, XDG_RUNTIME_DIR=folder, XDG_CONFIG_HOME=folder,
                XDG_DATA_HOME=folder, XDG_STATE_HOME=folder,
                LV2_PATH=os.path.join(pipewire_use.BUILD, 'lv2'))


def chain(env):
    """What will play when PipeWire starts."""
    try:
        with open(os.path.join(env['XDG_CONFIG_HOME'], 'pipewire', 'tare.conf')) as file:
            return file.read()
    except FileNotFoundError:
        return ''


def labels(there):
    return [item[3] for item in there.menu()]


def test_the_tray_has_the_last_five_models():
    env = home()
    with desktop.desktop(env['HOME']) as (bus, there), window(env, bus=bus) as user:
        there('tray on')  # which comes after the window
        wait_until(lambda: there.has('menu', 'Quit'), 'the menu')
        assert labels(there) == ['Correct what plays', '', 'Show the window', 'Quit']
        for name in ['ex1000', 'hd 600', 'k712', 'dt 880', 'hd 800', 'hd 650']:
            user.find_model(name)
            wait_until(lambda: len(there.menu()[2][3]) > 0 and
                       name.replace(' ', '') in there.menu()[2][3].lower().replace(' ', '')
                       .replace('-', ''), name)
        last = labels(there)[2:7]
        assert last[0] == HD650 and EX1000 not in last and len(set(last)) == 5, last
        assert [item[2] for item in there.menu()[2:7]] == [1, 0, 0, 0, 0]
        there.click(last[3])
        wait_until(lambda: labels(there)[2] == last[3], 'an older one')
        wait_until(lambda: last[3] in chain(env), 'its correction')
    with desktop.desktop(env['HOME']) as (bus, there), window(env, bus=bus):
        there('tray on')
        wait_until(lambda: there.has('menu', last[0]), 'those of the last time')
        assert labels(there)[2:7] == [last[3]] + [name for name in last if name != last[3]]


def test_the_menu_itself_has_properties():
    """libdbusmenu, and with it the panels of Xfce, ask for them."""
    if not shutil.which('dbus-send'):
        raise Skip('dbus-send is not installed')
    env = home()
    with desktop.desktop(env['HOME']) as (bus, there), window(env, bus=bus) as user:
        there('tray on')
        wait_until(lambda: there.has('menu', 'Quit'), 'the menu')
        said = subprocess.run(
            ['dbus-send', '--session', '--print-reply',
             '--dest=org.kde.StatusNotifierItem-%d-1' % user.process.pid, '/MenuBar',
             'com.canonical.dbusmenu.GetGroupProperties', 'array:int32:0', 'array:string:label'],
            env=dict(os.environ, DBUS_SESSION_BUS_ADDRESS=bus), stdout=subprocess.PIPE,
            universal_newlines=True, timeout=PATIENCE_S, check=True).stdout
        assert 'children-display' in said and 'submenu' in said, said


@in_each
def test_the_tray_turns_it_on_and_off(session):
    with desktop.desktop(session.folder) as (bus, there), window(session.env, bus=bus) as user:
        there('tray on')
        user.find_model('ex1000')
        pipewire_use.plays(session, EX1000)
        wait_until(lambda: there.has('get ToolTip', 'Tare: ' + EX1000), 'its name')
        there.click('Correct what plays')
        wait_until(lambda: state(session)['off'], 'off')
        wait_until(lambda: there.has('get ToolTip', '(off)'), 'the word for it')
        assert there.menu()[0][2] == 0 and there('get OverlayIconName') != ''
        there('second')
        wait_until(lambda: not state(session)['off'], 'on')
        tare(session, 'off')
        wait_until(lambda: there.has('get ToolTip', '(off)'), 'what another program did')
        assert int(there('changes')) >= 3


def test_the_window_lives_on_in_the_tray():
    env = home()
    with desktop.desktop(env['HOME']) as (bus, there), window(env, bus=bus) as user:
        there('tray on')
        wait_until(lambda: there.has('menu', 'Quit'), 'the menu')
        user.close()
        wait_until(lambda: not user.find(), 'no window')
        there('activate')
        user.window = wait_until(user.find, 'the window')
        user.close()
        wait_until(lambda: not user.find(), 'no window')
        there('tray off')
        wait_until(user.find, 'the window, which could not be had back from there')
        there('tray on')
        wait_until(lambda: there.has('menu', 'Quit'), 'the menu')
        user.expects_end = True
        there.click('Quit')
        assert user.process.wait(PATIENCE_S) == 0


def test_without_a_tray_a_closed_window_ends():
    env = home()
    with desktop.desktop(env['HOME']) as (bus, _), window(env, bus=bus) as user:
        user.expects_end = True
        user.close()
        assert user.process.wait(PATIENCE_S) == 0


def test_it_outlives_the_bus():
    env = home()
    with desktop.bus(env['HOME']) as bus:
        there = desktop.Desktop(bus)
        there('tray on')
        opened = window(env, bus=bus)
        user = opened.__enter__()
        wait_until(lambda: there.has('menu', 'Quit'), 'the menu')
        there.end()
    user.find_model('ex1000')
    wait_until(lambda: EX1000 in chain(env), 'the correction')
    opened.__exit__(None, None, None)


def start_again(user, **more):
    done = subprocess.run([cli.TARE, 'window'], env=dict(user.process_env, **more),
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=PATIENCE_S)
    return cli.Result(done)


def test_a_second_start_shows_the_first_window():
    env = home()
    with desktop.desktop(env['HOME']) as (bus, there), window(env, bus=bus) as user:
        there('tray on')
        wait_until(lambda: there.has('menu', 'Quit'), 'the menu')
        user.close()
        wait_until(lambda: not user.find(), 'no window')
        result = start_again(user)
        assert result.status == 0 and 'is open already' in result.err, result
        wait_until(user.find, 'the first window')
        result = start_again(user, DISPLAY=':4095')  # where it would not be seen
        assert result.status == 1 and 'no X display' in result.err, result


def correction_file(folder):
    path = os.path.join(folder, 'Acme One.txt')
    with open(path, 'w') as file:
        file.write('Preamp: -3 dB\nFilter 1: ON PK Fc 1000 Hz Gain 3 dB Q 2\n')
    return path


def test_the_desktops_own_chooser_is_asked():
    env = home()
    opened = correction_file(env['HOME'])
    saved = os.path.join(env['HOME'], 'it is here.txt')
    with desktop.desktop(env['HOME']) as (bus, there), window(env, bus=bus) as user:
        there('portal file://' + opened.replace(' ', '%20'))
        user.key('ctrl+o')
        wait_until(lambda: 'Acme One' in chain(env), 'the file')
        assert there('asked').startswith('OpenFile x11:%x "Open ' % int(user.window)), there('asked')
        there('portal file://' + saved.replace(' ', '%20'))
        user.key('ctrl+s')
        user.type('apo')
        user.key('Return')
        wait_until(lambda: os.path.exists(saved), 'the file')
        with open(saved) as file:
            assert 'Fc 1000 Hz Gain 3 dB Q 2' in file.read()
        assert there('asked').endswith('"Acme One apo.txt"'), there('asked')
        there('portal none')
        user.key('ctrl+o')
        wait_until(lambda: there.has('asked', 'OpenFile'), 'the question')
        user.find_model('ex1000')  # nothing is in the way
        wait_until(lambda: EX1000 in chain(env), 'the correction')


def type_into_question(user, key, text, answer):
    """What is typed before the window asks, which first looks for somebody else to do so, is lost:
    then it is typed again, later after the key each time."""
    pauses_s = [0]

    def is_answered():
        user.key('Escape')
        user.key(key)
        time.sleep(pauses_s[0])
        pauses_s[0] = min(2 * pauses_s[0] + 0.25, 8)
        user.type(text)
        end = time.monotonic() + 1 + pauses_s[0]
        while time.monotonic() < end:
            if answer():
                return True
            time.sleep(0.1)
        return False
    wait_until(is_answered, 'what comes of %s and %s' % (key, text))


def check_own_chooser(user, env):
    """A file that is typed."""
    def open_it():
        user.key('Tab')
        user.key('Return')
        return 'Acme One' in chain(env)

    def save_it():  # the second time in the place that it is asked for
        user.key('Return')
        return os.path.exists(os.path.join(env['HOME'], 'Acme One apo.txt'))
    type_into_question(user, 'ctrl+o', 'Acme', open_it)
    type_into_question(user, 'ctrl+s', 'apo', save_it)


def test_without_a_portal_the_window_asks_itself():
    env = home()
    correction_file(env['HOME'])
    with desktop.desktop(env['HOME']) as (bus, _), window(env, bus=bus) as user:
        check_own_chooser(user, env)


def test_without_a_bus_all_is_as_it_was():
    env = home()
    correction_file(env['HOME'])
    with window(env) as user:
        check_own_chooser(user, env)
        user.expects_end = True
        user.close()
        assert user.process.wait(PATIENCE_S) == 0


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_window_desktop', globals()))
