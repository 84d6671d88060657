"""`tare window` on a display of its own: with a PipeWire and without one, and what a desktop is told
of it."""

import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time

from helpers import cli
from helpers.cli import Skip
from hosts import pipewire_use, tare_window
from hosts.patience import wait_until
from hosts.pipewire_use import in_each, state, tare
from hosts.tare_window import ON, COMPARE, BASS, EVERYTHING, OUTPUTS, type_value, window

DESKTOP = os.path.join(cli.SOURCE, 'presets', 'window', 'desktop')


def is_so(session, **wanted):
    now = state(session)
    return all(now[name] == value for name, value in wanted.items())


@in_each
def test_what_plays_is_chosen_and_switched(session):
    with window(session.env) as user:
        user.find_model('ex1000')
        wait_until(lambda: is_there(session), 'the sink')
        wait_until(lambda: is_so(session, plays='Sony MDR-EX1000', off=False), 'the correction')
        user.click(*ON)
        wait_until(lambda: is_so(session, off=True), 'off')
        user.click(*ON)
        wait_until(lambda: is_so(session, off=False), 'on')
        user.click(*COMPARE)
        wait_until(lambda: is_so(session, comparing=True), 'comparing')
        user.click(*COMPARE)
        wait_until(lambda: is_so(session, comparing=False), 'corrected')
        type_value(user, BASS, '3')
        wait_until(lambda: state(session)['taste'].get('bass_db') == 3, 'more bass')


@in_each
def test_everything_is_sent_through_it_again(session):
    """The button is there as soon as the window has seen that another output is the default."""
    with window(session.env) as user:
        user.find_model('ex1000')
        wait_until(lambda: session.default_sink() == 'tare', 'the sink as the default output')
        session.set_default_sink('speakers')
        wait_until(lambda: session.default_sink() == 'speakers', 'another default output')
        time.sleep(5)  # on a busy machine, too
        user.click(*OUTPUTS)
        user.click(*EVERYTHING)
        wait_until(lambda: session.default_sink() == 'tare', 'the sink as the default once more')


@in_each
def test_pipewire_may_go_and_come_back(session):
    with window(session.env) as user:
        user.find_model('ex1000')
        wait_until(lambda: is_there(session), 'the sink')
        session.restart_daemon()
        pipewire_use.plays(session, 'Sony MDR-EX1000')
        user.click(*ON)
        wait_until(lambda: is_so(session, off=True), 'off')


def is_there(session):
    return tare(session, 'status', '--json', status=None).status == 0


def test_it_works_without_pipewire():
    folder = tempfile.mkdtemp(dir=os.getcwd())
    env = dict(os.environ, HOME=folder, XDG_RUNTIME_DIR=folder, XDG_CONFIG_HOME=folder,
               XDG_DATA_HOME=folder, LV2_PATH=os.path.join(pipewire_use.BUILD, 'lv2'))
    with window(env) as user:
        user.find_model('ex1000')
        chain = os.path.join(folder, 'pipewire', 'tare.conf')
        wait_until(lambda: os.path.exists(chain), 'what will play when PipeWire starts')
        with open(chain) as file:
            assert 'Sony MDR-EX1000' in file.read()


def test_it_says_that_there_is_no_display():
    tare_window.need()
    done = subprocess.run([cli.TARE, 'window'], env=cli.environment(DISPLAY=None),
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    result = cli.Result(done)
    assert result.status == 1 and 'no X display' in result.err, result


def check_with(tool, *arguments):
    if not shutil.which(tool):
        raise Skip(tool + ' is not installed')
    done = subprocess.run([tool, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          universal_newlines=True)
    assert done.returncode == 0, done.stdout


def test_the_desktop_file_is_valid():
    check_with('desktop-file-validate', os.path.join(DESKTOP, 'tare.desktop'))


def test_the_metainfo_is_valid():
    """But for a homepage, which there is none; older tools do not ask for it."""
    words = ['appstreamcli', 'validate', '--no-net', os.path.join(DESKTOP, 'tare.metainfo.xml')]
    try:
        check_with(*words)
    except AssertionError as said:
        if 'url-homepage-missing' not in str(said):
            raise
        check_with(*words, '--override', 'url-homepage-missing=info')


def test_mod_has_the_pictures_that_it_is_told_of():
    tare_window.need()
    bundle = os.path.join(pipewire_use.BUILD, 'lv2', 'tare.lv2')
    with open(os.path.join(bundle, 'window.ttl'), encoding='utf-8') as file:
        names = set(re.findall(r'<(modgui/\S+\.png)>', file.read()))
    assert len(names) == 2
    for name in names:
        with open(os.path.join(bundle, name), 'rb') as file:
            head = file.read(24)
        assert head.startswith(b'\x89PNG'), name
        width, height = struct.unpack('>II', head[16:])
        assert width == 2 * height <= 360, (name, width, height)


if __name__ == '__main__':
    sys.exit(pipewire_use.main('test_window_program', globals()))
