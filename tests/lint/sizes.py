"""Checks of how long and how branched things are."""

import glob
import os

import layers
from project import SOURCE, files, output, text_of


def check_files():
    scripts = glob.glob(os.path.join(glob.escape(SOURCE), '.wscript', '*.py'))
    counted = files('.c', '.cpp', '.h', '.py', 'wscript') + ['wscript']
    for path in counted + sorted(os.path.relpath(script, SOURCE) for script in scripts):
        n = text_of(path).count('\n')
        if n > layers.MAX_FILE_LINES:
            yield '%s:%d: the file goes on to line %d; at most %d expected' % (
                path, layers.MAX_FILE_LINES + 1, n, layers.MAX_FILE_LINES)


def check_functions():
    for line in output(['pmccabe'] + files('.c', '.cpp', '.h')).splitlines():
        fields = line.split('\t')
        if len(fields) != 6:  # a word of warning, not a function
            yield line
            continue
        complexity, n_lines, (where, name) = int(fields[1]), int(fields[4]), fields[5].split(': ')
        where = where.replace('(', ':').replace(')', '')
        if complexity > layers.MAX_COMPLEXITY:
            yield '%s: %s has a cyclomatic complexity of %d; at most %d expected' % (
                where, name, complexity, layers.MAX_COMPLEXITY)
        if n_lines > layers.MAX_FUNCTION_LINES:
            yield '%s: %s has %d lines; at most %d expected' % (
                where, name, n_lines, layers.MAX_FUNCTION_LINES)
