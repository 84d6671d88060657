"""Every command in the README is run, as written, on the built program.

Those that build or install are known by name and proven elsewhere: by the run of the tests itself, by
the demonstration, and by an installation into a folder of its own here.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

from helpers import cli, wav
from hosts import pipewire_config, pipewire_use
from hosts.terminal import Person

SOURCE, BUILD = os.environ['TARE_SOURCE_DIR'], os.environ['TARE_BUILD_DIR']
PROVEN_ELSEWHERE = ['./wscript demo', './wscript test', './wscript configure --prefix=/usr/local',
                    './wscript build', 'sudo ./wscript install', 'tare window']


def commands():
    with open(os.path.join(SOURCE, 'README.md')) as file:
        text = file.read()
    for block in re.findall(r'^```sh\n(.*?)^```', text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            command = re.sub(r'\s+#.*', '', line).strip()
            if command:
                yield command


def needs_pipewire(command):
    return re.match('tare (use|on|off|toggle|compare|taste|status|blind|device|uninstall --pipewire)\\b', command)


def run_at_terminal(command, env):
    """What asks for keys: one round, and the end."""
    person = Person('sh', '-c', command, env=env)
    try:
        person.see('Round 1 of 10   1 plays')
        person.press('1r42r5 q')
        state = person.wait()
        passed = state == 0 and '1 round of 10' in person.seen
        return ('PASS', '') if passed else ('FAIL', 'status %d: %s' % (state, person.seen))
    finally:
        person.close()


def run(command, folder, session):
    if needs_pipewire(command) and not session:
        return 'SKIP', 'PipeWire with WirePlumber is not installed'
    if command.split()[0] != 'tare' and not shutil.which(command.split()[0]):
        return 'SKIP', '%s is not installed' % command.split()[0]
    if os.environ.get('TARE_SANITIZE') and command.split()[0] != 'tare':
        return 'SKIP', 'hosts without the sanitizers cannot load libraries that have them'
    env = dict(os.environ, PATH=BUILD + ':' + os.environ['PATH'], HOME=folder,
               LV2_PATH=os.path.join(BUILD, 'lv2'))
    if needs_pipewire(command):
        env = dict(session.env, PATH=BUILD + ':' + session.env['PATH'])
        env.pop('TARE_CATALOGUE')  # that of the tests; this is about what people have
    if command.startswith('tare blind'):
        return run_at_terminal(command, env)
    done = subprocess.run(['sh', '-c', command], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          universal_newlines=True, timeout=120)
    if done.returncode:
        return 'FAIL', 'status %d: %s' % (done.returncode, done.stdout)
    for name in re.findall(r'(?<=-o )\S+|corrected\S*\.wav', command):
        if not os.path.getsize(os.path.join(folder, name)):
            return 'FAIL', name + ' is empty'
    return 'PASS', ''


@contextlib.contextmanager
def some_session():
    """A PipeWire for the commands that need one; None when it is not installed."""
    try:
        (label, root), *_ = pipewire_config.need()
    except cli.Skip:
        yield None
        return
    if os.environ.get('TARE_SANITIZE'):
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with pipewire_use.session(label, root) as session:
            yield session
        os.chdir('/')


def run_all(folder, session):
    """Returns how many commands ran, and how many failed."""
    n_failed = n_run = 0
    for command in commands():
        if command in PROVEN_ELSEWHERE:
            continue
        word, why = run(command, folder, session)
        print('%s test_readme: %s%s' % (word, command, ': ' + why if why else ''), flush=True)
        n_run += 1
        n_failed += word == 'FAIL'
    return n_run, n_failed


def main():
    with tempfile.TemporaryDirectory() as folder, some_session() as session:
        wav.write(os.path.join(folder, 'music.wav'), wav.noise(1, 48000), 48000)
        with open(os.path.join(folder, 'measurement.csv'), 'w') as file:
            file.write('frequency,raw\n20,3\n200,2\n1000,0\n3000,9\n8000,1\n20000,-8\n')
        n_run, n_failed = run_all(folder, session)
    if not n_run:
        print('FAIL test_readme: there is no command in the README')
    return 1 if n_failed or not n_run else 0


if __name__ == '__main__':
    sys.exit(main())
