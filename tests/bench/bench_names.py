"""What the maker of the catalogue did to names and forms: how much, and some of each, drawn by a number.

    bench_names.py [NUMBER [SEED]]
"""

import os
import random
import re
import sys

FOLDER = os.path.join(os.environ['TARE_SOURCE_DIR'], 'presets', 'catalogue')
SOURCES = ['opra', 'reviews', 'measurements']
KINDS = [('merged', 'spellings merged'), ('form', 'names with a form changed'),
         ('alike', 'alike and not merged')]


def lines_of(name):
    with open(os.path.join(FOLDER, name), encoding='utf-8') as file:
        return file.read().splitlines()


def ids():
    for source in SOURCES:
        for line in lines_of(source + '.tare'):
            if line.startswith('id '):
                yield line[3:]


def main():
    number, seed = (list(map(int, sys.argv[1:])) + [10, 1])[:2] if len(sys.argv) != 2 else (
        int(sys.argv[1]), 1)
    found = list(ids())
    print('%d corrections of %d models' % (len(found), len({text.split('/')[0] for text in found})))
    notes = [line for source in SOURCES for line in lines_of(source + '.names')]
    draw = random.Random(seed)
    for kind, title in KINDS:
        rows = [line[len(kind) + 1:] for line in notes if line.startswith(kind + ' ')]
        n_corrections = sum(int(n) for row in rows for n in re.findall(r' ; (\d+)', row))
        print('\n%d %s%s' % (len(rows), title, ', in %d corrections' % n_corrections
                            if n_corrections else ''))
        for row in sorted(draw.sample(rows, min(number, len(rows)))):
            print('  ' + row)
    return 0


if __name__ == '__main__':
    sys.exit(main())
