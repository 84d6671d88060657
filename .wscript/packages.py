"""The Debian packages that Tare needs, and how they are installed. Needs no waf."""

import os
import shutil
import signal
import subprocess
import sys

BUILD_PACKAGES = ['pkg-config', 'libc6-dev', 'lv2-dev', 'ladspa-sdk', 'liblilv-dev', 'lilv-utils',
                  'libserd-dev', 'serdi', 'sordi', 'libjansson-dev', 'libyaml-dev', 'libcmark-dev',
                  'libgumbo-dev', 'libsndfile1-dev', 'libsamplerate0-dev', 'libtag1-dev', 'g++',
                  'libcairo2-dev', 'libx11-dev', 'libsystemd-dev', 'libpipewire-0.3-dev',
                  'libebur128-dev']

PACKAGING = ['build-essential', 'debhelper', 'dpkg-dev', 'fakeroot']

# Those that are asked for by a word of this name on the command line
MORE_PACKAGES = {
    '--hosts': ['jalv', 'jackd2', 'pipewire', 'pipewire-bin', 'wireplumber', 'ardour', 'ffmpeg',
                'gstreamer1.0-plugins-bad', 'gstreamer1.0-plugins-good', 'gstreamer1.0-tools',
                'sox', 'mpv', 'ecasound', 'pulseaudio', 'pulseaudio-utils', 'alsa-utils',
                'libasound2-plugins', 'vlc-bin', 'vlc-plugin-base', 'easyeffects',
                'lsp-plugins-lv2', 'xvfb', 'xdotool', 'desktop-file-utils', 'appstream',
                'dbus-daemon', 'locales', 'mpd', 'mpc', 'audacity', 'audacious', 'audacious-plugins',
                'bash-completion', 'zsh', 'fish', 'man-db', 'mandoc', 'lintian'] + PACKAGING,
    'deb': PACKAGING,
    '--lint': ['gcc', 'clang', 'libclang-rt-dev', 'clang-format', 'clang-tidy', 'cppcheck', 'pmccabe'],
}

TRIED = 'TARE_PACKAGES_TRIED'  # tells the next wscript in line

INSTALL = 'apt-get -q -y --no-install-recommends -o Dpkg::Use-Pty=0 install "$@"'


def note(text):
    print('wscript: ' + text, file=sys.stderr, flush=True)


def wanted():
    """Those for what the command line asks for."""
    compilers = os.environ.get('CC', '').split()[:1] + ['cc', 'gcc', 'clang']
    compiler = [] if any(shutil.which(c) for c in compilers) else ['gcc']
    more = [name for option in sorted(set(MORE_PACKAGES) & set(sys.argv))
            for name in MORE_PACKAGES[option]]
    return list(dict.fromkeys(compiler + BUILD_PACKAGES + more))


def missing(names):
    answer = subprocess.run(['dpkg-query', '-W', '-f', '${Package} ${db:Status-Status}\n'] + names,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            universal_newlines=True)
    installed = {line.split()[0] for line in answer.stdout.splitlines()
                 if line.endswith(' installed')}
    return [name for name in names if name not in installed]


def as_root():
    """What to put before a command so that root runs it; None when that cannot be had."""
    return [] if os.geteuid() == 0 else ['sudo'] if shutil.which('sudo') else None


def print_names():
    """Prints the names of those wanted, for a pipe that may well read only the first ones."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    print('\n'.join(wanted()))


def run_apt(root, script, names):
    command = root + ['env', 'DEBIAN_FRONTEND=noninteractive', 'sh', '-c', script, 'sh'] + names
    return subprocess.run(command, stdin=subprocess.DEVNULL).returncode == 0


def install():
    """Installs those that are missing, one by one where not all are to be had. Returns whether there
    was something to install and it worked."""
    if not shutil.which('apt-get') or not shutil.which('dpkg-query'):
        note('no apt here; "configure" says which libraries are missing')
        return False
    names = missing(wanted())
    if not names or os.environ.get(TRIED):
        return False
    os.environ[TRIED] = '1'
    root = as_root()
    if root is None:
        note('packages are missing, and there is no sudo to install them; as root:\n    apt-get '
             'install ' + ' '.join(names))
        return False
    note('installing ' + ' '.join(names))
    if not run_apt(root, 'apt-get -q update; exec ' + INSTALL, names):
        failed = [name for name in names if not run_apt(root, 'exec ' + INSTALL, [name])]
        note('going on without these packages, which could not be installed: ' + ' '.join(failed))
        return len(failed) < len(names)
    return True
