"""Ardour without a window: a session with a WAV file on a track and a plugin with a preset, saved,
opened again in another process and exported. For Ardour 7 and later."""

import glob
import os
import re
import shutil
import signal
import subprocess
import xml.etree.ElementTree as ElementTree

from helpers import wav
from helpers.cli import Failure

HERE = os.path.dirname(os.path.abspath(__file__))
PATIENCE_S = 200
TICKS_PER_SECOND = 282240000
EXPORT_ID = '7e0e4d3c-95a5-4a4f-8f2c-0f4a5b3ce6d1'
# The format is Ardour's own "BWAV 32float Export".
EXPORT_PRESET = '''<?xml version="1.0" encoding="UTF-8"?>
<ExportPreset id="%s" name="tests">
  <ExportFormat id="20b4ab09-6452-4cb3-bd66-b921cdbd2942"/>
  <ExportFilename>
    <Folder relative="1" path="export"/>
    <Field name="timespan" enabled="1"/>
    <Field name="time" enabled="0" value="T_None"/>
    <Field name="date" enabled="0" value="D_None"/>
  </ExportFilename>
</ExportPreset>
''' % EXPORT_ID


class Aborted(Failure):
    pass


def find():
    """The newest ardourN-lua of PATH; None when there is none."""
    found = {}
    for folder in os.environ['PATH'].split(os.pathsep):
        for path in glob.glob(os.path.join(glob.escape(folder), 'ardour*-lua')):
            number = re.fullmatch(r'ardour(\d+)-lua', os.path.basename(path))
            if number and os.access(path, os.X_OK):
                found.setdefault(int(number.group(1)), path)
    return found[max(found)] if found else None


def run_script(program, script, arguments, env):
    """Runs one of the scripts here; gives what it printed."""
    command = [program, os.path.join(HERE, script), *map(str, arguments)]
    if shutil.which('stdbuf'):  # what is said before it aborts is wanted too
        command = ['stdbuf', '-oL'] + command
    try:
        done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        raise Failure('%s took longer than %d s' % (script, PATIENCE_S))
    text = done.stdout.decode(errors='replace')
    if done.returncode == -signal.SIGABRT and re.search('^done$', text, re.M):
        print('     Ardour aborted as it ended, behind all that it had to do')
        return text
    if done.returncode or re.search('^FAIL', text, re.M):
        kind = Aborted if done.returncode == -signal.SIGABRT else Failure
        raise kind('%s ended with status %d:\n%s' % (script, done.returncode, text[-2000:]))
    return text


def add(parent, kind, **attributes):
    """An element whose attributes have - for _."""
    return ElementTree.SubElement(parent, kind, {name.replace('_', '-'): str(value)
                                                 for name, value in attributes.items()})


def put_on_track(session, in_wav):
    """Makes a file of the session a region from the beginning of its track."""
    channels, rate = wav.read(in_wav)
    shutil.copy(in_wav, os.path.join(session, 'interchange', 'session', 'audiofiles', 'in.wav'))
    path = os.path.join(session, 'session.ardour')
    tree = ElementTree.parse(path)
    root = tree.getroot()
    ids = iter(range(int(root.get('id-counter')) + 1000, 1 << 40))
    end = 'a%d' % (TICKS_PER_SECOND // rate * len(channels[0]))
    sources = {}
    for c in range(len(channels)):
        source = add(root.find('Sources'), 'Source', name='in.wav', type='audio', flags='',
                     id=next(ids), channel=c, origin='', gain=1)
        sources['source-%d' % c] = sources['master-source-%d' % c] = source.get('id')
    playlist = next(p for p in root.find('Playlists') if p.get('type') == 'audio')
    for parent, is_whole in (root.find('Regions'), 1), (playlist, 0):
        add(parent, 'Region', name='in', type='audio', id=next(ids), channels=len(channels),
            whole_file=is_whole, start='a0', length=end + '@a0', sync_position='a0',
            ancestral_start='a0', ancestral_length=end + '@a0', stretch=1, shift=1,
            layering_index=0, first_edit='nothing', muted=0, opaque=1, locked=0, automatic=0,
            hidden=0, position_locked=0, envelope_active=0, default_fade_in=1,
            default_fade_out=1, fade_in_active=0, fade_out_active=0, scale_amplitude=1, **sources)
    locations = root.find('Locations')
    for location in list(locations):
        if 'IsSessionRange' in location.get('flags', ''):
            locations.remove(location)
    add(locations, 'Location', id=next(ids), name='session', start='a0', end=end,
        flags='IsSessionRange', locked=0, timestamp=0, cue=0)
    root.set('id-counter', str(next(ids)))
    tree.write(path, encoding='UTF-8', xml_declaration=True)


def run_again_after_abort(program, script, arguments, env, clear=None):
    """Ardour 7.3 itself aborts now and then while it exports, whatever plugin is loaded (3 of 20 runs
    with another vendor's): only that is tried again, and not what 8.12 does on a busy machine, which
    is to abort as the program ends ("exception not rethrown", 7 of 8 runs), when the session is saved
    and closed. What is begun anew is the folder `clear`."""
    for _ in range(4):
        try:
            return run_script(program, script, arguments, env)
        except Aborted as why:
            last = why
            print('     Ardour aborted in ' + script)
            if clear:
                shutil.rmtree(clear, ignore_errors=True)
    raise last


def prepare(folder, env):
    """Gives the program, and the environment of an Ardour that lives in a folder of its own."""
    program = find()
    config = os.path.join(folder, 'config')
    exports = os.path.join(config, os.path.basename(program).replace('-lua', ''), 'export')
    os.makedirs(exports)
    with open(os.path.join(exports, 'tests.preset'), 'w', encoding='utf-8') as file:
        file.write(EXPORT_PRESET)
    return program, dict(env, HOME=folder, XDG_CONFIG_HOME=config, ARDOUR_PLUGIN_SCAN_TIMEOUT='20',
                         XDG_CACHE_HOME=os.path.join(folder, 'cache'))


def export(program, folder, out_wav, env):
    """Opens the session again and exports it; gives the label of its preset."""
    said = run_again_after_abort(program, 'ardour_export.lua',
                                 [os.path.join(folder, 'session'), folder, EXPORT_ID], env)
    shutil.copy(os.path.join(folder, 'out.wav'), out_wav)
    return re.search(r'^reopened (.*)$', said, re.M).group(1)


def play(plugin, preset, in_wav, out_wav, folder, env, other, settings=()):
    """Plays a file through the plugin, all in a folder of its own, with settings (number of a control,
    value) besides the preset's; gives the label of the preset that the session has when it is opened
    again, and the URI of another one with a label."""
    program, env = prepare(folder, env)
    session = os.path.join(folder, 'session')
    channels, rate = wav.read(in_wav)
    made = run_again_after_abort(program, 'ardour_make.lua',
                                 [session, plugin, preset, rate, len(channels), other,
                                  *('%d=%g' % setting for setting in settings)],
                                 env, clear=session)
    put_on_track(session, in_wav)
    return (export(program, folder, out_wav, env),
            re.search(r'^listed (.*)$', made, re.M).group(1))


def play_kept(session_file, in_wav, out_wav, folder, env):
    """Opens a session that was made by play() one day, around the file that it had then."""
    program, env = prepare(folder, env)
    audio = os.path.join(folder, 'session', 'interchange', 'session', 'audiofiles')
    os.makedirs(audio)
    shutil.copy(session_file, os.path.join(folder, 'session', 'session.ardour'))
    shutil.copy(in_wav, os.path.join(audio, 'in.wav'))
    export(program, folder, out_wav, env)
