"""Audacious without a window: plays a file through a LADSPA plugin into another file."""

import os
import re
import subprocess

from helpers.cli import Failure
from hosts.patience import PATIENCE_S

SETTINGS = '''[audacious]
enable_clipping_prevention=FALSE
enable_replay_gain=FALSE
output_bit_depth=-1
software_volume_control=FALSE

[filewriter]
fileext=0
file_path=file://%(out)s
filename_mode=0
filenamefromtags=FALSE
save_original=FALSE
use_suffix=FALSE

[ladspa]
plugin0_controls=%(controls)s
plugin0_label=%(label)s
plugin0_path=%(library)s
plugin_count=1
'''
# It lists the modules that it has as it ends, and asks the session bus for nothing else
LOOK = '''audacious -H & audacious=$!
until audtool version; do kill -0 $audacious || exit 1; sleep 0.1; done
audtool shutdown
wait $audacious'''
WANTED = ['filewriter.so', 'ladspa.so']


def run(env, *command):
    try:
        done = subprocess.run(['dbus-run-session', '--', *command], env=env, timeout=PATIENCE_S,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
    except subprocess.TimeoutExpired:
        raise Failure('Audacious took longer than %d s' % PATIENCE_S)
    if done.returncode:
        raise Failure('Audacious ended with %d: %s' % (done.returncode, done.stdout[-2000:].decode()))


def enable(registry):
    """Of what makes sound or changes it, only what is wanted."""
    with open(registry) as file:
        parts = re.split(r'^(?=[a-z]+ /)', file.read(), flags=re.MULTILINE)
    for i, part in enumerate(parts):
        if part.startswith(('output /', 'effect /', 'general /', 'vis /')):
            is_wanted = os.path.basename(part.split('\n')[0]) in WANTED
            parts[i] = re.sub('^enabled .*', 'enabled %d' % is_wanted, part, flags=re.MULTILINE)
    with open(registry, 'w') as file:
        file.write(''.join(parts))


def play(library, label, controls, in_wav, out_wav, env):
    """`controls` are values of all control ports of the plugin, outputs too."""
    home = out_wav + '.audacious'
    config = os.path.join(home, '.config', 'audacious')
    os.makedirs(config)
    env = dict(env, HOME=home, XDG_CONFIG_HOME=os.path.dirname(config), XDG_RUNTIME_DIR=home,
               LADSPA_PATH=os.path.dirname(library))
    env.pop('DISPLAY', None)
    with open(os.path.join(config, 'config'), 'w') as file:
        file.write(SETTINGS % {'out': home, 'label': label, 'library': os.path.basename(library),
                               'controls': ','.join('%.9g' % value for value in controls)})
    run(env, 'sh', '-c', LOOK)
    enable(os.path.join(config, 'plugin-registry'))
    run(env, 'audacious', '-H', '-q', '-p', in_wav)
    os.rename(os.path.join(home, os.path.basename(in_wav)), out_wav)
