"""Audacity, driven through the pipes of its module mod-script-pipe, on a display that nobody sees. Both
its pipes and the folders of other plugins, which it would look into one by one, lie where no program but it
sees them: in a mount namespace of its own."""

import contextlib
import datetime
import glob
import os
import re
import select
import shutil
import subprocess

from helpers.cli import Failure, Skip
from hosts import display
from hosts.patience import PATIENCE_S, wait_until

INSIDE = '/mnt'  # where it sees our folder
SETTINGS = '''[Locale]
Language=en
[GUI]
ShowSplashScreen=0
[Version]
%(version)s
[Directories]
TempDir=/mnt/projects
[SamplingRate]
DefaultProjectSampleRate=48000
[Update]
DefaultUpdatesChecking=0
UpdateNoticeShown=1
[Module]
mod-script-pipe=%(is_driven)d
[ModulePath]
mod-script-pipe=%(module)s
[ModuleDateTime]
mod-script-pipe=%(module_date)s
[FileFormats]
[FileFormats/ExportFormat_SF1_Type]
WAV_10000=6
'''
ENTER = '''
for folder in /usr/lib/lv2 /usr/lib/ladspa; do
    [ ! -d $folder ] || mount --bind "$1/empty" $folder
done
mount --bind "$1" %s
mount --bind "$1/pipes" /tmp
cd %s
exec audacity
''' % (INSIDE, INSIDE)
UNSHARE = ['unshare', '--mount', '--map-root-user'] if os.geteuid() else ['unshare', '--mount']


def module():
    found = glob.glob('/usr/lib/audacity/modules/mod-script-pipe.so') + \
        glob.glob('/usr/lib/*/audacity/modules/mod-script-pipe.so')
    if not found:
        raise Skip('Audacity has no mod-script-pipe')
    return found[0]


def need():
    display.need()
    module()
    if subprocess.run(UNSHARE + ['true'], stderr=subprocess.DEVNULL).returncode:
        raise Skip('no mount namespace can be made here')


def write_settings(folder, version, is_driven):
    date = datetime.datetime.fromtimestamp(int(os.stat(module()).st_mtime)).isoformat()
    numbers = zip(('Major', 'Minor', 'Micro'), version.split('.'))
    config = os.path.join(folder, 'home', '.config', 'audacity')
    os.makedirs(config, exist_ok=True)
    with open(os.path.join(config, 'audacity.cfg'), 'w', encoding='utf-8') as file:
        file.write(SETTINGS % {'version': '\n'.join('%s=%s' % pair for pair in numbers),
                               'is_driven': is_driven, 'module': module(), 'module_date': date})


@contextlib.contextmanager
def audacity(folder, screen):
    """It runs, and ends with this."""
    home = os.path.join(INSIDE, 'home')
    env = dict(os.environ, HOME=home, DISPLAY=screen, XDG_CONFIG_HOME=home + '/.config',
               XDG_DATA_HOME=home + '/.local/share', XDG_CACHE_HOME=home + '/.cache',
               GDK_BACKEND='x11', NO_AT_BRIDGE='1')
    for name in 'LV2_PATH', 'LADSPA_PATH', 'XDG_RUNTIME_DIR':
        env.pop(name, None)
    with open(os.path.join(folder, 'audacity.log'), 'ab') as log:
        process = subprocess.Popen(UNSHARE + ['sh', '-c', ENTER, 'sh', folder], env=env, stdout=log,
                                   stderr=log, stdin=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def knows(folder, uri):
    found = glob.glob(os.path.join(glob.escape(folder), 'home', '.config', 'audacity',
                                   'pluginregistry.cfg'))
    return found and re.search('^Path=%s$' % re.escape(uri), open(found[0]).read(), re.MULTILINE)


class Pipes:
    """A conversation. What is said before the window is there gets lost."""

    def __init__(self, folder, screen):
        to, back = [os.path.join(folder, 'pipes', 'audacity_script_pipe.%s.%d' % (way, os.geteuid()))
                    for way in ('to', 'from')]
        wait_until(lambda: os.path.exists(back), 'the pipes of Audacity')
        self.to, self.back = open(to, 'w'), open(back)
        wait_until(lambda: self.windows(screen), 'the window of Audacity')
        self.ask_until_it_answers()

    def windows(self, screen):
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^Audacity$'],
                              env=dict(os.environ, DISPLAY=screen), stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL).stdout

    def ask_until_it_answers(self):
        """It may take a moment more until it listens."""
        for _ in range(PATIENCE_S // 3):
            self.to.write('Message: Text=there\n')
            self.to.flush()
            if select.select([self.back], [], [], 3.0)[0]:
                self.read()
                return
        raise Failure('Audacity does not answer')

    def read(self):
        said = ''
        while True:
            line = self.back.readline()
            if not line or line == '\n' and said.strip():
                return said
            said += line

    def command(self, line):
        self.to.write(line + '\n')
        self.to.flush()
        said = self.read()
        while 'there' in said.split():  # what it was asked meanwhile
            said = self.read()
        if 'BatchCommand finished: OK' not in said:
            raise Failure('Audacity says to %s: %s' % (line, said))


def play(plugin, bundles, version, effect, in_wav, out_wav):
    """Plays a file through an effect as the macro line `effect` has it. The bundles are copied to where it
    looks; first it gets to know them, then it is driven, since what looks into plugins would take the
    pipes."""
    folder = out_wav + '.audacity'
    for name in 'empty', 'pipes', 'home/.lv2':
        os.makedirs(os.path.join(folder, name))
    for bundle in bundles:
        shutil.copytree(bundle, os.path.join(folder, 'home', '.lv2', os.path.basename(bundle)))
    shutil.copy(in_wav, os.path.join(folder, 'in.wav'))
    with display.server() as screen:
        write_settings(folder, version, False)
        with audacity(folder, screen):
            wait_until(lambda: knows(folder, plugin), 'Audacity to know ' + plugin)
        shutil.rmtree(os.path.join(folder, 'projects'), ignore_errors=True)
        write_settings(folder, version, True)
        with audacity(folder, screen):
            pipes = Pipes(folder, screen)
            for line in ('Import2: Filename="%s/in.wav"' % INSIDE, 'SelectAll:', effect,
                         'Export2: Filename="%s/out.wav" NumChannels=2' % INSIDE):
                pipes.command(line)
    shutil.move(os.path.join(folder, 'out.wav'), out_wav)
    shutil.rmtree(folder)
