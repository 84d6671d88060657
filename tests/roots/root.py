"""Runs all tests within another Debian, with the hosts of that Debian.

    root.py SUITE [COMMAND...]

The root of a SUITE (trixie, sid) is made once with debootstrap, and kept in the folder that TARE_ROOTS names,
usually /var/cache/tare-roots. Each run copies the sources into it, installs what is missing, and
runs the tests, or the COMMAND, in a namespace of its own, which takes along what they leave running.
Needs to be root.
"""

import os
import re
import shutil
import subprocess
import sys

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
ROOTS = os.environ.get('TARE_ROOTS') or '/var/cache/tare-roots'
INSIDE = '/src/tare'  # where the sources are in a root
TESTS = ['sh', '-c', './wscript deps --hosts && ./wscript test']

# Devices and temporary folders are the namespace's own; nothing stays mounted when it ends.
ENTER = '''
set -e
root=$1; folder=$2; shift 2
mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
mount -t tmpfs tmpfs "$root/run"
exec chroot "$root" env --chdir="$folder" "$@"
'''


def run(command, **options):
    return subprocess.run(command, stdin=subprocess.DEVNULL, **options)


def root_of(suite):
    return os.path.join(os.path.abspath(ROOTS), suite)


def make(suite, root):
    """A root that is only there when it is complete."""
    if os.path.isdir(root):
        return
    if not shutil.which('debootstrap'):
        run(['apt-get', '-q', '-y', '--no-install-recommends', 'install', 'debootstrap'], check=True,
            stdout=subprocess.DEVNULL)
    scratch = root + '.new'
    shutil.rmtree(scratch, ignore_errors=True)
    os.makedirs(scratch)
    print('root.py: making %s' % root, file=sys.stderr, flush=True)
    run(['debootstrap', '--variant=minbase', '--include=python3', suite, scratch], check=True,
        stdout=subprocess.DEVNULL)
    os.rename(scratch, root)


def listed():
    """The paths of the sources: those that git knows, or all but what was built."""
    git = run(['git', '-C', SOURCE, 'ls-files', '-z'], stdout=subprocess.PIPE,
              stderr=subprocess.DEVNULL) if shutil.which('git') else None
    if git and git.returncode == 0:
        return git.stdout.decode().split('\0')[:-1]
    found = []
    for folder, folders, files in os.walk(SOURCE):
        folders[:] = [name for name in folders if name not in ('build', '__pycache__', '.git')]
        found += [os.path.relpath(os.path.join(folder, name), SOURCE) for name in files]
    return found


def copy_sources(root):
    """Fresh ones; what was built from older ones stays."""
    target = root + INSIDE
    os.makedirs(target, exist_ok=True)
    for name in os.listdir(target):
        if name not in ('build', '.lock-waf_linux_build'):
            path = os.path.join(target, name)
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
    for path in listed():
        source, copy = os.path.join(SOURCE, path), os.path.join(target, path)
        if os.path.lexists(source):  # one that is removed is listed still
            os.makedirs(os.path.dirname(copy), exist_ok=True)
            shutil.copy2(source, copy, follow_symlinks=False)


def enter(root, command):
    """Runs a command among the sources. Returns its status."""
    shutil.copy('/etc/resolv.conf', root + '/etc/resolv.conf')
    variables = ['-', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'HOME=/root', 'LANG=C.UTF-8',
                 'DEBIAN_FRONTEND=noninteractive']
    variables += ['%s=%s' % item for item in os.environ.items() if re.fullmatch('(?i).*_proxy', item[0])]
    return run(['unshare', '--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', ENTER, 'sh',
                root, INSIDE] + variables + command).returncode


def main(suite, *command):
    if not re.fullmatch('[a-z]+', suite):
        sys.exit("root.py: '%s' is no suite of Debian; expected trixie, sid or the like" % suite)
    if os.geteuid() != 0:
        sys.exit('root.py: expected to be root, who alone can enter the root of another system')
    root = root_of(suite)
    try:
        make(suite, root)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit('root.py: the root of %s cannot be made: %s' % (suite, error))
    copy_sources(root)
    return enter(root, list(command) or TESTS)


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    sys.exit(main(*sys.argv[1:]))
