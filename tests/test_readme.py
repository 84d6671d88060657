"""Every command in the README is run, as written, on the built program.

Those that build or install are known by name and proven elsewhere: by the run of the tests itself, by
the demonstration, and by an installation into a folder of its own here.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import wav

SOURCE, BUILD = os.environ['TARE_SOURCE_DIR'], os.environ['TARE_BUILD_DIR']
PROVEN_ELSEWHERE = ['./wscript demo', './wscript test', './wscript configure --prefix=/usr/local',
                    './wscript build', 'sudo ./wscript install']


def commands():
    with open(os.path.join(SOURCE, 'README.md')) as file:
        text = file.read()
    for block in re.findall(r'^```sh\n(.*?)^```', text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            command = re.sub(r'\s+#.*', '', line).strip()
            if command:
                yield command


def run(command, folder):
    if command.split()[0] != 'tare' and not shutil.which(command.split()[0]):
        return 'SKIP', '%s is not installed' % command.split()[0]
    if os.environ.get('TARE_SANITIZE') and command.split()[0] != 'tare':
        return 'SKIP', 'hosts without the sanitizers cannot load libraries that have them'
    env = dict(os.environ, PATH=BUILD + ':' + os.environ['PATH'], HOME=folder,
               LV2_PATH=os.path.join(BUILD, 'lv2'))
    done = subprocess.run(['sh', '-c', command], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          universal_newlines=True, timeout=120)
    if done.returncode:
        return 'FAIL', 'status %d: %s' % (done.returncode, done.stdout)
    for name in re.findall(r'(?<=-o )\S+|corrected\S*\.wav', command):
        if not os.path.getsize(os.path.join(folder, name)):
            return 'FAIL', name + ' is empty'
    return 'PASS', ''


def main():
    n_failed = n_run = 0
    with tempfile.TemporaryDirectory() as folder:
        wav.write(os.path.join(folder, 'music.wav'), wav.noise(1, 48000), 48000)
        with open(os.path.join(folder, 'measurement.csv'), 'w') as file:
            file.write('frequency,raw\n20,3\n200,2\n1000,0\n3000,9\n8000,1\n20000,-8\n')
        for command in commands():
            if command in PROVEN_ELSEWHERE:
                continue
            word, why = run(command, folder)
            print('%s test_readme: %s%s' % (word, command, ': ' + why if why else ''), flush=True)
            n_run += 1
            n_failed += word == 'FAIL'
    if not n_run:
        print('FAIL test_readme: there is no command in the README')
    return 1 if n_failed or not n_run else 0


if __name__ == '__main__':
    sys.exit(main())
