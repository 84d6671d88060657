"""Which Debian this is, and which versions of programs it has."""

import re
import subprocess


def of_package(name):
    """The version of those who wrote it, without Debian's; '' where it is not installed."""
    done = subprocess.run(['dpkg-query', '-W', '-f', '${Version} ${db:Status-Status}', name],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, universal_newlines=True)
    found = re.match(r'(?:\d+:)?([\d.]+)\S* installed$', done.stdout)
    return found.group(1).rstrip('.') if found else ''


def is_at_least(name, *numbers):
    """Whether a package is of that version or later."""
    version = of_package(name)
    return bool(version) and tuple(map(int, version.split('.')[:len(numbers)])) >= numbers


def suite():
    """The code name of this Debian, 'sid' for what is never released; '' elsewhere."""
    try:
        with open('/etc/os-release', encoding='utf-8') as file:
            text = file.read()
    except OSError:
        return ''
    if '/sid' in text:
        return 'sid'
    found = re.search('^VERSION_CODENAME=(.*)$', text, re.MULTILINE)
    return found.group(1).strip('"') if found and re.search('^ID=debian$', text, re.MULTILINE) else ''
