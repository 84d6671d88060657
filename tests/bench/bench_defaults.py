"""What two builds say of their catalogues: targets known, defaults, and what is by default from words only.

usage: bench_defaults.py OLD_BUILD NEW_BUILD [HOW_MANY [SEED]]

Each is a folder build/ with the program in it, beside its own sources. Prints counts and, of each change, so
many at random."""

import json
import os
import random
import subprocess
import sys
from collections import Counter


def blocks(folder):
    """The corrections of a catalogue as dicts of their keys, what stands above them included."""
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.tare'):
            continue
        above, headphone, block = {}, None, None
        with open(os.path.join(folder, name), encoding='utf-8') as file:
            for line in file:
                key, _, value = line.rstrip('\n').partition(' ')
                if key in ('headphone', 'id') and block:
                    yield block
                    block = None
                if key == 'headphone':
                    headphone = {}
                elif key == 'id':
                    block = {**above, **(headphone or {}), 'id': value}
                elif key and not key.startswith('#'):
                    (above if block is None and headphone is None else
                     headphone if block is None else block)[key] = value
        if block:
            yield block


def defaults(build):
    """The default correction of each model, by the model's name."""
    answer = subprocess.run([os.path.join(build, 'tare'), 'list', '--json'], stdout=subprocess.PIPE, check=True)
    found = {}
    for model in json.loads(answer.stdout):
        found[model['model']] = dict(model['corrections'][0], n=len(model['corrections']))
    return found


def is_known(block):
    return 'target' in block or 'aim' in block


def describe(block):
    """Where a correction comes from and towards what it goes."""
    return '%s: %s' % (block['id'], block.get('target') or '-') + (
        ' = %s' % block['aim'] if block.get('aim') else '')


def say(title, rows, how_many):
    print('\n%s: %d' % (title, len(rows)))
    for row in sorted(random.sample(rows, min(how_many, len(rows)))):
        print('  ' + row)


def read(build):
    folder = os.path.join(os.path.dirname(os.path.abspath(build)), 'presets', 'catalogue')
    return {block['id']: block for block in blocks(folder)}


def compare_targets(old, new, how_many):
    for title, catalogue in ('old', old), ('new', new):
        known = sum(map(is_known, catalogue.values()))
        print('%s: %d corrections, %d with a target (%d as a fact), %d without, %d makeshift' % (
            title, len(catalogue), known, sum('aim' in c for c in catalogue.values()),
            len(catalogue) - known, sum('version' in c for c in catalogue.values())))
    say('targets known by rule', [describe(c) for i, c in new.items()
                                  if is_known(c) and not is_known(old.get(i, {}))], how_many)
    unknown = [c for c in new.values() if not is_known(c)]
    say('targets unknown', [describe(c) for c in unknown], how_many)
    for (author, rig, form), n in Counter((c.get('author'), c.get('rig'), c.get('form'))
                                          for c in unknown).most_common():
        print('  %5d  %s, %s, %s' % (n, author, rig or '-', form or '-'))


def compare_defaults(builds, how_many):
    old, new = map(defaults, builds)
    print('\nmodels: %d, %d' % (len(old), len(new)))
    changed = ['%s: %s -> %s' % (name, describe(old[name]), describe(new[name]))
               for name in new if name in old and old[name]['id'] != new[name]['id']]
    say('defaults changed', changed, how_many)
    for title, found in ('old', old), ('new', new):
        words = ['%s: %s, of %d' % (name, c['id'], c['n'])
                 for name, c in found.items() if c['kind'] == 'review']
        say('defaults from words only, ' + title, words, how_many)


def main():
    if len(sys.argv) < 3:
        print(__doc__)
        return 2
    builds = sys.argv[1:3]
    how_many = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    random.seed(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    catalogues = [read(build) for build in builds]
    compare_targets(*catalogues, how_many)
    compare_defaults(builds, how_many)
    return 0


if __name__ == '__main__':
    sys.exit(main())
