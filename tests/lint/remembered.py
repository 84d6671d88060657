"""Runs a tool on each source, but not again on what it found nothing in: the same command, of the
same version, on the same text of the source and of all headers of ours that it reaches.

What is remembered stands in the build folder; headers of the system are taken to stay as they are.
"""

import functools
import hashlib
import os

import project
from includes import reached
from project import BUILD, output, text_of


@functools.lru_cache(maxsize=None)
def version(tool):
    return output([tool, '--version'])


def key(command, path, others):
    parts = [version(command[0])] + command
    parts += [text_of(name) for name in [path] + sorted(reached(path)) + others]
    return hashlib.sha256('\0'.join(parts).encode()).hexdigest()


def read(memory):
    try:
        with open(memory, encoding='ascii') as file:
            return set(file.read().split())
    except OSError:
        return set()


def write(memory, keys, mode):
    os.makedirs(os.path.dirname(memory), exist_ok=True)
    with open(memory, mode, encoding='ascii') as file:
        file.write(''.join(key + '\n' for key in keys))


def each(command, paths, others=()):
    """Runs command(path) for each path, side by side. Returns all that was found. `others` are
    files on which the answer depends, too."""
    commands = {path: command(path) for path in paths}
    keys = {path: key(commands[path], path, list(others)) for path in paths}
    memory = os.path.join(BUILD, 'lint', os.path.basename(commands[paths[0]][0]))
    good = read(memory)
    write(memory, good & set(keys.values()), 'w')  # the rest is of the past

    def look(path):
        if keys[path] in good:
            return ''
        finding = project.run(commands[path])
        if not finding:
            write(memory, [keys[path]], 'a')  # now, for who interrupts
        return finding
    return project.each(look, paths)
