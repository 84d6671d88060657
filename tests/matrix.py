"""The matrix of hosts: which plays how near to the render, in which version, on which Debian.

    matrix.py [--root SUITE]

Runs the tests of hosts and writes what they measured on this Debian, or in a root of another SUITE, to
tests/data/matrix, and all that stands there into the README's table. The environment names the folders:
TARE_SOURCE_DIR, TARE_BUILD_DIR.
"""

import datetime
import os
import re
import shutil
import subprocess
import sys

from hosts import versions

SOURCE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
README = os.path.join(SOURCE, 'README.md')
FOLDER = os.path.join('tests', 'data', 'matrix')
SUITES = ['bookworm', 'trixie', 'sid']
TESTS = ['test_hosts', 'test_export_players', 'test_easyeffects']
MOST_DB = -120

# What the table says, the package whose version counts, and the name by which a test tells what it heard
HOSTS = [
    ('ALSA (LADSPA)', 'libasound2-plugins', 'alsa'),
    ('Ardour (LV2)', 'ardour', 'ardour'),
    ('Audacious (LADSPA)', 'audacious', 'audacious'),
    ('Audacity (LV2)', 'audacity', 'audacity'),
    ('ecasound (LADSPA)', 'ecasound', 'ecasound'),
    ('ffmpeg (LV2)', 'ffmpeg', 'ffmpeg-lv2'),
    ('ffmpeg (LADSPA)', 'ffmpeg', 'ffmpeg-ladspa'),
    ('GStreamer (LV2)', 'gstreamer1.0-plugins-bad', 'gstreamer'),
    ('jalv (LV2)', 'jalv', 'jalv'),
    ('lv2apply (LV2)', 'lilv-utils', 'lv2apply'),
    ('mpd (LV2)', 'mpd', 'mpd'),
    ('mpv (LV2)', 'mpv', 'mpv'),
    ('PipeWire (LV2)', 'pipewire', 'pipewire-lv2'),
    ('PipeWire (LADSPA)', 'pipewire', 'pipewire-ladspa'),
    ('PulseAudio (LADSPA)', 'pulseaudio', 'pulseaudio'),
    ('sox (LADSPA)', 'sox', 'sox'),
]


def title():
    """How the table names this Debian."""
    suite = versions.suite()
    if suite == 'sid':
        return datetime.date.today().strftime('unstable, %B %Y')
    with open('/etc/os-release', encoding='utf-8') as file:
        return 'Debian ' + re.search('^VERSION_ID="(.*)"$', file.read(), re.MULTILINE).group(1)


def heard(build):
    """What was measured on this Debian: {host: (version, decibels)}, '-' where nothing was."""
    found = {}
    for host, package, name in HOSTS:
        path = os.path.join(build, 'tests', 'heard', name)
        version = versions.of_package(package)
        if version and os.path.exists(path):
            with open(path) as file:
                found[host] = (version, '%.0f' % float(file.read()))
        elif version:
            found[host] = (version, '-')
    return found


def write(suite, name, found):
    path = os.path.join(SOURCE, FOLDER, suite + '.tsv')
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('# %s\n' % name)
        file.writelines('%s\t%s\t%s\n' % (host, *found[host]) for host, _, _ in HOSTS if host in found)


def read(suite):
    """The name of a Debian, and what was measured on it; None where it was not measured."""
    try:
        with open(os.path.join(SOURCE, FOLDER, suite + '.tsv'), encoding='utf-8') as file:
            first, *lines = file.read().splitlines()
    except FileNotFoundError:
        return None
    rows = (line.split('\t') for line in lines)
    return first[2:], {host: (version, level) for host, version, level in rows}


def cell(found, host):
    version, level = found.get(host, ('', ''))
    return version + ': %s dB' % level if level not in ('', '-') else version or 'not in it'


def table():
    columns = [column for column in map(read, SUITES) if column]
    lines = ['| | ' + ' | '.join(name for name, _ in columns) + ' |',
             '| --- ' * (len(columns) + 1) + '|']
    lines += ['| %s | %s |' % (host, ' | '.join(cell(found, host) for _, found in columns))
              for host, _, _ in HOSTS]
    return '\n'.join(lines) + '\n'


def readme():
    """The README with the table as it should be."""
    with open(README, encoding='utf-8') as file:
        text = file.read()
    found = re.search(r'^\| \| (Debian|unstable).*\n(\|.*\n)+', text, re.MULTILINE)
    return text[:found.start()] + table() + text[found.end():]


def measure():
    """On this Debian. Returns the status of the tests."""
    build = os.environ['TARE_BUILD_DIR']
    shutil.rmtree(os.path.join(build, 'tests', 'heard'), ignore_errors=True)
    status = subprocess.run([sys.executable, '-B', os.path.join(SOURCE, 'tests', 'run.py'), *TESTS]).returncode
    write(versions.suite(), title(), heard(build))
    return status


def measure_in_root(suite):
    """In another Debian, where the same is called."""
    sys.path.insert(0, os.path.join(SOURCE, 'tests', 'roots'))
    import root
    status = root.main(suite, 'sh', '-c', './wscript deps --hosts && ./wscript matrix')
    measured = os.path.join(root.root_of(suite) + root.INSIDE, FOLDER, suite + '.tsv')
    if not os.path.exists(measured):
        sys.exit('matrix.py: nothing was measured in the root of ' + suite)
    shutil.copy(measured, os.path.join(SOURCE, FOLDER, suite + '.tsv'))
    return status


def main(arguments):
    status = measure_in_root(arguments[1]) if arguments[:1] == ['--root'] else measure()
    text = readme()
    with open(README, 'w', encoding='utf-8') as file:
        file.write(text)
    print(table(), end='')
    return status


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
