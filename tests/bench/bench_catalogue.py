"""The shipped catalogue made anew out of TARE_DATA, in another order of the sources too: the same bytes
as those that are shipped, and what that takes."""

import os
import subprocess
import sys
import tempfile
import time

SOURCE, BUILD = os.environ['TARE_SOURCE_DIR'], os.environ['TARE_BUILD_DIR']
DATA = os.environ.get('TARE_DATA', '')
SHIPPED = os.path.join(SOURCE, 'presets', 'catalogue')


def content(folder):
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), 'rb') as file:
            found[name] = file.read()
    return found


def make(sources, folder):
    """Returns the names of files that differ from the shipped ones, and of those that lack."""
    start = time.monotonic()
    done = subprocess.run([os.path.join(BUILD, 'presets', 'make_catalogue'), '--from', *sources,
                           '--out', folder, '--same', os.path.join(SHIPPED, 'same.txt')], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, universal_newlines=True)
    print('%-32s %6.1f s' % (', '.join(map(os.path.basename, sources)), time.monotonic() - start))
    notes = [line for line in done.stderr.splitlines() if 'stands twice' not in line]
    print(''.join(line + '\n' for line in notes), end='')
    found, shipped = content(folder), content(SHIPPED)
    other = [name for name in found if found[name] != shipped.get(name)]
    kinds = {os.path.basename(source).rstrip('2') for source in sources}
    return other + notes + ['a file'] * (len(found) != 3 * len(kinds)) + [
        'status %d' % done.returncode] * (done.returncode != 0)


def main():
    sources = [os.path.join(DATA, name)
               for name in ('opra', 'reviews', 'measurements', 'measurements2')]
    if not DATA or not all(map(os.path.isdir, sources)):
        print('skipped: TARE_DATA names no folder with opra, reviews, measurements and measurements2')
        return 0
    status = 0
    for order in sources, sources[1::-1]:
        with tempfile.TemporaryDirectory() as folder:
            wrong = make(order, folder)
        print('differs: ' + ', '.join(wrong) if wrong else 'the same bytes as those that are shipped')
        status |= bool(wrong)
    return status


if __name__ == '__main__':
    sys.exit(main())
