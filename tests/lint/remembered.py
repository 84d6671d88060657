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


def each(command, paths, others=()):
    """Runs command(path) for each path, side by side. Returns all that was found. `others` are files
    on which the answer depends, too."""
    commands = {path: command(path) for path in paths}
    keys = {path: key(commands[path], path, list(others)) for path in paths}
    memory = os.path.join(BUILD, 'lint', os.path.basename(commands[paths[0]][0]))
    good = read(memory)
    bad = {}

    def look(path):
        if keys[path] not in good:
            bad[path] = project.run(commands[path])
        return bad.get(path)
    findings = project.each(look, paths)
    os.makedirs(os.path.dirname(memory), exist_ok=True)
    with open(memory, 'w', encoding='ascii') as file:
        file.writelines(keys[path] + '\n' for path in paths if not bad.get(path))
    return findings
