#!/usr/bin/env python3
"""Makes the tables of this folder out of a collection of measurements; see README.md.

    make.py MEASUREMENTS
"""

import csv
import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FORMS = ['over-ear', 'in-ear', 'earbud']
N_OF_A_FORM = 12
FREQS_HZ = [20 * 2 ** (k / 12) for k in range(120)]
TARGETS = ['autoeq/' + name for name in (
    'Harman over-ear 2013', 'Harman over-ear 2015', 'Harman over-ear 2018',
    'Harman over-ear 2018 without bass', 'Harman in-ear 2016', 'Harman in-ear 2017-1',
    'Harman in-ear 2017-2', 'Harman in-ear 2019', 'Harman in-ear 2019 without bass',
    'HMS II.3 Harman in-ear 2019 without bass', 'oratory1990 optimum hifi over-ear',
    'oratory1990 in-ear', 'Innerfidelity 2017', 'LMG 5128 0.6', 'LMG 5128 0.6 without bass',
    'JM-1 with Harman filters', 'Diffuse field 5128 -1dB per octave', 'Diffuse field 5128',
    'Diffuse field GRAS KEMAR', 'Diffuse field ISO 11904-1')]
TARGETS += ['used/' + name for name in (
    'gras-over-ear', 'hms-over-ear', 'gras-in-ear', 'hms-in-ear', 'gras-earbud', 'hms-earbud')]


def read_curve(path):
    with open(path, encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file))[1:]  # below a heading
    return [(float(row[0]), float(row[1])) for row in rows]


def level_db(curve, freq_hz):
    """Linear over the logarithm of frequency; level beyond the ends."""
    if freq_hz <= curve[0][0]:
        return curve[0][1]
    for (f0, a), (f1, b) in zip(curve, curve[1:]):
        if freq_hz <= f1:
            return a + (b - a) * math.log(freq_hz / f0) / math.log(f1 / f0)
    return curve[-1][1]


def write_table(name, columns, n_digits=1):
    """`columns` are pairs of a name and a curve."""
    with open(os.path.join(HERE, name + '.csv'), 'w', encoding='utf-8', newline='') as file:
        table = csv.writer(file, lineterminator='\n')
        table.writerow(['frequency'] + [title for title, _ in columns])
        for freq_hz in FREQS_HZ:
            table.writerow(['%.*f' % (n_digits, value + 0.0) for value in
                            [freq_hz] + [level_db(curve, freq_hz) for _, curve in columns]])


def main(folder):
    with open(os.path.join(folder, 'index.csv'), encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    for form in FORMS:
        found = [row for row in rows if row['form'] == form]
        chosen = [found[i * len(found) // N_OF_A_FORM] for i in range(N_OF_A_FORM)]
        write_table(form, [('%s (%s)' % (row['model'], row['source']),
                            read_curve(os.path.join(folder, row['fr']))) for row in chosen])
    write_table('targets', [(name, read_curve(os.path.join(folder, 'targets', name + '.csv')))
                            for name in TARGETS], n_digits=2)


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
