"""The command line: pictures."""

import os
import re
import subprocess
import sys

from helpers import cli
from helpers.cli import done, everything, refused, tare


def needs_cairo():
    if 'without cairo' in tare('plot', 'acme-one/anna', '-o', 'x.svg').err:
        raise cli.Skip('built without cairo')


def test_plot():
    needs_cairo()
    done('plot', 'acme-one/anna', '-o', 'a.svg')
    done('plot', 'acme-one/anna', '-o', 'a.PNG')
    assert cli.read('a.svg').startswith(b'<?xml') and cli.read('a.svg').rstrip().endswith(b'</svg>')
    png = cli.read('a.PNG')
    assert png[:8] == b'\x89PNG\r\n\x1a\n' and png[16:24] == b'\0\0\x04\xb0\0\0\x02\xbc'
    first = cli.read('a.svg')
    done('plot', 'acme-one/anna', '-o', 'a.svg')
    assert cli.read('a.svg') == first
    done('plot', 'acme-two-anc-on/anna', '-o', 'a.svg', '--channel', 'right')
    assert cli.read('a.svg') != first


REVIEW = '''---
target_name: "Acme HX-500"
author: A Reviewer
company_id: acme
tags: [Headphones]
---
## Advice

There is a 15 dB peak at 5 kHz and a 7.3 dB dip at 210 Hz. A 5 dB dip at 12 kHz is left alone.
Apply EQ of +9 dB at 500 Hz (Q=2).
'''


def test_a_review_looks_the_same_from_its_file_and_from_a_catalogue():
    needs_cairo()
    os.makedirs('src/md')
    os.mkdir('out')
    for name, text in ('src/md/a.md', REVIEW), ('src/LICENSE.reviews', 'Somebody\n'), ('a.md', REVIEW):
        with open(name, 'w', encoding='utf-8') as file:
            file.write(text)
    maker = os.path.join(os.environ['TARE_BUILD_DIR'], 'presets', 'make_catalogue')
    subprocess.run([maker, '--from', 'src', '--out', 'out'], check=True, timeout=60,
                   stdout=subprocess.DEVNULL, env=cli.environment())
    catalogue = cli.read('out/reviews.tare').decode()
    assert catalogue.count('\nstated ') == 3 and catalogue.count('\nsays remedy') == 1, catalogue
    done('plot', '--file', 'a.md', '-o', 'file.svg')
    done('plot', '--file', 'out/reviews.tare', '-o', 'catalogue.svg')
    assert cli.read('file.svg') == cli.read('catalogue.svg')


def test_plot_of_several_models():
    needs_cairo()
    os.remove('x.svg')
    models = ['acme-one/anna', 'Acme One Pro', 'beta-flat/anna', 'acme-one/review', 'hd 560']
    for n in [2, 3, 5]:
        done('plot', *models[:n], '-o', '%d.svg' % n)
        svg = cli.read('%d.svg' % n).decode()
        colours = {'%02x%02x%02x' % tuple(round(2.55 * float(part)) for part in rgb)
                   for rgb in re.findall(r'rgb\(([0-9.]+)%, ?([0-9.]+)%, ?([0-9.]+)%\)', svg)}
        assert len(colours & {'0072b2', 'd55e00', '009e73', 'cc79a7', '56b4e9', 'e69f00'}) == n
    before = everything()
    refused('plot', *['acme-one/anna'] * 7, '-o', '7.svg', says='7 models are too many .* at most 6')
    refused('plot', 'acme-one/anna', 'qqqqqqqq', '-o', '7.svg', status=1,
            says="'qqqqqqqq' is not in the catalogue")
    refused('plot', 'acme-one/anna', 'hd 560', '-o', '7.svg', '--file', 'x', says='expected either')
    assert everything() == before
    assert 'Each argument names one model' in done('plot', '--help')


def test_plot_refuses():
    needs_cairo()
    os.remove('x.svg')
    refused('plot', 'acme-one/anna', says='a file is missing; expected -o FILE.svg')
    refused('plot', 'acme-one/anna', '-o', 'a.jpg', says='expected a name in .svg or .png')
    refused('plot', 'acme-one/anna', '-o', 'no/folder/a.svg', status=1,
            says='no/folder/a.svg:1:1: ')
    assert everything() == []


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_plot', globals()))
