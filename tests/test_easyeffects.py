"""Presets for EasyEffects, heard through EasyEffects itself: without a screen, in a PipeWire and on
a session bus of its own."""

import os
import subprocess

from hosts import pipewire_sound as sound, pipewire_use
from hosts.bench import need
from hosts.pipewire_use import SESSIONS, tare
from test_pipewire_formats import FREQS_HZ, SIDES, said

BOUND_DB = 0.05
ALIKE = SIDES.replace(' left', '').replace(' right', '')
NODES = ['easyeffects_sink', 'ee_soe_equalizer', 'ee_soe_spectrum', 'ee_soe_output_level', 'speakers']


def start(session):
    """Starts EasyEffects and what it needs, all of which end with the session."""
    bus = os.path.join(session.runtime, 'bus')
    session.spawn('dbus-daemon', '--session', '--nofork', '--address=unix:path=' + bus)
    session.wait_until(lambda: os.path.exists(bus), 'the session bus')
    screen = session.spawn('Xvfb', '-displayfd', '1', '-nolisten', 'tcp', stdout=subprocess.PIPE)
    session.env.update(DBUS_SESSION_BUS_ADDRESS='unix:path=' + bus, GDK_BACKEND='x11',
                       DISPLAY=':%d' % int(screen.stdout.readline()), GSETTINGS_BACKEND='memory')
    screen.stdout.close()
    session.spawn('easyeffects', '--gapplication-service')
    session.wait_until(lambda: session.node('easyeffects_sink'), 'the sink of EasyEffects')


def load(session, name):
    """Loads a preset; what tells of that ends with status 1 in version 7.0, whatever became of it."""
    subprocess.run(['easyeffects', '--load-preset', name], env=session.env, timeout=60,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    links = set(zip(NODES, NODES[1:]))
    session.wait_until(lambda: links <= session.links(), 'the equaliser of EasyEffects')


def check(session, name, text):
    """Until the sound is that of the preset, as its values may come behind the equaliser."""
    with open(name + '.tare', 'w', encoding='utf-8') as file:
        file.write(text)
    presets = os.path.join(session.config, 'easyeffects', 'output')
    os.makedirs(presets, exist_ok=True)
    tare(session, 'export', '--file', name + '.tare', '--format', 'easyeffects', '-o',
         os.path.join(presets, name + '.json'))
    wanted = [said(session, name + '.tare', channel, '--no-auto-preamp')
              for channel in ('left', 'right')]
    load(session, name)

    def is_right():
        gains_db = sound.response(session, 'impulses.wav', NODES[0], 'speakers')
        off_db = max(abs(gains_db(hz)[side] - wanted[side][i])
                     for i, hz in enumerate(FREQS_HZ) for side in (0, 1))
        print('     %s: %.3f dB' % (name, off_db))
        return off_db <= BOUND_DB
    session.wait_until(is_right, 'the sound of ' + name)


def test_presets_are_heard():
    need('easyeffects', 'Xvfb', 'dbus-daemon')
    label, root = SESSIONS[0]
    with pipewire_use.session(label, root, rate=48000) as session:
        session.env.pop('LV2_PATH', None)  # it plays through an LV2 plugin of the system
        sound.write_impulses('impulses.wav', session.rate)
        start(session)
        check(session, 'sides', SIDES)
        check(session, 'alike', ALIKE)


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_easyeffects', globals()))
