"""Checks of who includes whom: layers, circles, reach, names of headers."""

import functools
import os
import re
import statistics

import layers
from project import files, include_paths, system_folders, text_of

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^">\n]+)[">]', re.MULTILINE)
TABLE = 'tests/lint/layers.py'


def found(path, quote, name):
    """Which of our headers an include may mean, the one that a compiler takes first."""
    folders = ([os.path.dirname(path)] if quote == '"' else []) + include_paths(path)
    candidates = [os.path.normpath(os.path.join(folder, name)) for folder in folders]
    ours = set(files('.h', '.c'))
    return list(dict.fromkeys(candidate for candidate in candidates if candidate in ours))


@functools.lru_cache(maxsize=None)
def includes(path):
    """The includes of a file: line, quote, name, our headers that it may mean."""
    text = text_of(path)
    return [(text.count('\n', 0, match.start()) + 1, match[1], match[2],
             found(path, match[1], match[2])) for match in INCLUDE.finditer(text)]


@functools.lru_cache(maxsize=None)
def edges():
    """Every include of a header of ours: file, line, header."""
    return [(path, line, ours[0]) for path in files('.c', '.cpp', '.h')
            for line, _, _, ours in includes(path) if ours]


# Layers

def layer_of(path):
    """The row of a file's folder; None when there is none."""
    folder = os.path.dirname(path)
    if folder in layers.LAYERS:
        return folder
    return next((row for row in layers.LAYERS
                 if row.endswith('/**') and (folder + '/').startswith(row[:-2])), None)


def row_line(row):
    """Where a row stands in the table."""
    lines = text_of(TABLE).split('\n')
    return next((i for i, line in enumerate(lines, 1) if line.startswith("    '%s': " % row)), 1)


def check_table():
    """The table itself: each row names rows above it, and none that is not used."""
    used = {(layer_of(path), layer_of(header)) for path, _, header in edges()}
    above = []
    for row, allowed in layers.LAYERS.items():
        for name in [] if allowed == layers.EVERYTHING_ABOVE else allowed:
            where = '%s:%d: ' % (TABLE, row_line(row))
            if name not in above:
                yield where + '%s may include %s, which is no row above' % (row, name)
            elif (row, name) not in used:
                yield where + '%s may include %s, but does not; take it out' % (row, name)
        above.append(row)


def allowed_for(row):
    allowed = layers.LAYERS[row]
    return allowed if allowed != layers.EVERYTHING_ABOVE else list(layers.LAYERS)


def check_layers():
    for path in files('.c', '.cpp', '.h'):
        row = layer_of(path)
        if row is None:
            yield '%s:1: its folder has no row in %s' % (path, TABLE)
            continue
        for line, _, name, ours in includes(path):
            layer = layer_of(ours[0]) if ours else row
            if layer != row and layer not in allowed_for(row):
                yield '%s:%d: includes "%s" of %s; %s may not, after %s:%d' % (
                    path, line, name, layer or os.path.dirname(ours[0]), row, TABLE, row_line(row))
    yield from check_table()


def check_names():
    """What is included: bare names, each of one file."""
    for path in files('.c', '.cpp', '.h'):
        for line, quote, name, ours in includes(path):
            where = '%s:%d: includes ' % (path, line)
            if '..' in name.split('/'):
                yield where + '%s; a name without ".." expected' % name
            elif quote == '"' and not ours:
                yield where + '"%s", which is no file of ours; <%s> expected' % (name, name)
            elif len(ours) > 1:
                yield where + '%s, which may be %s; a name for only one expected' % (
                    name, ' or '.join(ours))


def check_shadows():
    """Headers of ours that <name> would find before the system's."""
    for path in files('.h'):
        for root in layers.INCLUDE_PATHS:
            name = os.path.relpath(path, root)
            for folder in system_folders() if not name.startswith('..') else []:
                if os.path.exists(os.path.join(folder, name)):
                    yield '%s:1: hides <%s> of %s; another name expected' % (path, name, folder)


# Circles

def unit_of(path):
    """A source and its header are one unit."""
    return os.path.splitext(path)[0]


def graph(node_of):
    """Which node includes which, and by which line."""
    arrows = {}
    for path, line, header in edges():
        a, b = node_of(path), node_of(header)
        if a != b:
            arrows.setdefault(a, {}).setdefault(b, '%s:%d' % (path, line))
    return arrows


def shortest_circle(arrows, start):
    """The nodes of a shortest way from a node back to it; None when there is none."""
    ways = [[start]]
    seen = set()
    for way in ways:
        for node in arrows.get(way[-1], {}):
            if node == start:
                return way
            if node not in seen:
                seen.add(node)
                ways.append(way + [node])
    return None


def circles(node_of, what):
    arrows = graph(node_of)
    told = set()
    for start in sorted(arrows):
        circle = shortest_circle(arrows, start) if start not in told else None
        if circle:
            told.update(circle)
            steps = list(zip(circle, circle[1:] + circle[:1]))
            way = ' -> '.join('%s (%s)' % (a, arrows[a][b]) for a, b in steps)
            yield '%s: circle of %s: %s' % (arrows[steps[0][0]][steps[0][1]], what, way)


def check_circles():
    yield from circles(unit_of, 'includes')
    yield from circles(os.path.dirname, 'folders')


# Reach

def reached(path):
    """The headers of ours that a file draws in."""
    seen, todo = set(), [path]
    while todo:
        for _, _, _, ours in includes(todo.pop()):
            if ours and ours[0] not in seen:
                seen.add(ours[0])
                todo.append(ours[0])
    return seen


def check_reach():
    counts = {path: len(reached(path)) for path in files('.c')}
    median = statistics.median(n for path, n in counts.items() if not path.startswith('tests/'))
    print('    own headers reached by a .c file: median %g (at most %d; with those of the tests %g), '
          'max %d (at most %d)' % (median, layers.MAX_MEDIAN_REACHED,
                                   statistics.median(counts.values()), max(counts.values()),
                                   layers.MAX_REACHED))
    if median > layers.MAX_MEDIAN_REACHED:
        yield '%s:1: own headers reached: median %g; at most %d expected' % (
            TABLE, median, layers.MAX_MEDIAN_REACHED)
    for path, n in counts.items():
        if n > layers.MAX_REACHED:
            yield '%s:1: reaches %d headers of ours; at most %d expected' % (
                path, n, layers.MAX_REACHED)
