"""tare review on what people really have: notes, pages and texts that nobody made for it."""

import json
import os
import re
import sys

from helpers import cli
from helpers.cli import done, refused, tare, write

ONE = os.path.join(cli.DATA, 'reviews', 'acme', 'acme-one.md')
FRONT = '---\ntarget_name: "Acme One"\ntags: [Headphones]\n---\n'


def test_review_is_signed_by_its_author():
    """And by nobody where it does not say: not by the authors of the catalogue."""
    text = FRONT + '## Advice\n\nApply -3 dB at 3 kHz (Q 2).\n'
    write('own.md', text)
    write('signed.md', text.replace('tags', 'author: Jane Doe\nlicense: CC0-1.0\ntags'))
    for name, author, licence, end in [('own.md', None, None, 'review'),
                                       ('signed.md', 'Jane Doe', 'CC0-1.0', 'jane-doe')]:
        shown = json.loads(done('show', '--json', '--file', name))
        assert (shown['author'], shown['licence']) == (author, licence), shown
        assert shown['id'] == 'acme-one/' + end and shown['source'] is None, shown
        for each in json.loads(done('formats', '--json')):
            if not each['write']:
                continue
            if each['name'].startswith('impulse'):
                continue
            made = tare('export', '--file', name, '--format', each['name']).out
            assert 'Jane Doe' not in made or author, (each, made)
            if '# Written by' in made:
                assert ('Jane Doe' in made) == (author is not None), (each, made)
            assert 'rieve' not in made, (each, made)


def test_review_in_other_encodings():
    text = FRONT + '## Advice\n\nVoilà: apply \u20133 dB at 3 kHz (Q 2).\n'
    for encoding in ['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'cp1252']:
        write('one.md', text.encode(encoding))
        result = tare('review', '--json', 'one.md')
        assert result.status == 0 and len(json.loads(result.out)[0]['filters']) == 1, encoding
        assert ('one.md:7:5: characters are not UTF-8' in result.err) == (encoding == 'cp1252')
        assert json.loads(tare('show', '--json', '--file', 'one.md').out)['model'] == 'One', encoding


def test_sections_that_are_not_read_are_listed():
    write('one.md', FRONT + '## Value\n\n-9 dB at 9 kHz (Q 9).\n\n## Sound\n\n'
          'Apply -3 dB at 3 kHz (Q 2).\n')
    text = done('review', 'one.md')
    assert '  not read\n    line 5: about prices\n      Value\n' in text, text
    review, = json.loads(done('review', '--json', 'one.md'))
    assert review['not_read'] == [{'line': 5, 'text': 'Value', 'reason': 'about prices'}], review
    assert [band['freq_hz'] for band in review['filters']] == [3000], review
    assert review['facts'][0]['section'] == 'Sound', review


PAGE = ('<!doctype html>\n<html><head><meta name=author content="Jane Doe"></head><body>'
        '<nav>+9 dB at 9 kHz</nav>\n<h2>Advice</h2>\n<p>Apply <b>-3 dB</b> at 3&nbsp;kHz (Q 2).'
        '<h2>Price</h2><p>+9 dB at 9 kHz')


def test_web_page():
    write('page.html', PAGE)
    refused('review', 'page.html', says='expected .*--name')
    result = tare('review', '--json', '--name', 'Acme One', 'page.html')
    if 'built without libgumbo' in result.err:
        raise cli.Skip('built without libgumbo')
    review, = json.loads(result.out)
    assert result.status == 0 and review['correction']['author'] == 'Jane Doe', review
    assert [band['freq_hz'] for band in review['filters']] == [3000], review
    assert review['facts'][0]['line'] == 4, review
    assert [row['text'] for row in review['not_read']] == ['nav', 'Price'], review


FOREIGN = {
    'Japanese': '低音は100Hzで+5dB、5kHzに6dBのピークがあります。とても良いヘッドホンです。',
    'German': 'Der Bass ist mit +5 dB bei 100 Hz zu stark, und die Höhen sind nicht sehr klar.',
    'French': 'Le grave est trop fort, avec +5 dB à 100 Hz, et les aigus ne sont pas très clairs.',
    'Russian': 'Бас слишком сильный: +5 dB на 100 Hz, а высокие частоты не очень чистые.',
}


def test_another_language_is_named():
    for language, text in FOREIGN.items():
        write('one.md', FRONT + '## EQ\n\n' + text + '\n')
        result = tare('review', 'one.md')
        assert 'is in %s; only English is read' % language in result.out, result
        assert result.status == 1 and 'not about' not in result.out, result
        assert json.loads(tare('review', '--json', 'one.md').out)[0]['language'] == language
        refused('show', '--file', 'one.md', status=1,
                says='it is in %s; only English is read' % language)


def test_what_measurements_show_where_no_size_is_said():
    os.makedirs('measured')
    write('measured/a.tare', ''.join(
        'id %s\nbrand Acme\nmodel %s\nkind %s\nauthor Anna\npeak %s\n\n' % row for row in [
            ('acme-one/anna', 'One', 'preset', '5100 -5.4 4, 8100 3 6'),
            ('acme-one/review', 'One', 'review', '5300 -3 4'),
            ('acme-two/anna', 'Two', 'preset', '5500 -9 4')]))
    env = {'TARE_CATALOGUE': os.path.abspath('measured')}
    write('one.md', 'Additional peaks around 5.5 kHz. A dip near 9 kHz. A peak near 500 Hz.\n'
          'It leaks 9 dB at 5 kHz.\n')
    for name, wanted in [('Acme One', [[(5100, 5.2)], [(8100, -2.8)], []]),
                         ('Acme Two', [[(5500, 8.6)], [], []]), ('Acme Three', [[], [], []])]:
        result = tare('review', '--json', '--name', name, 'one.md', env=env)
        assert result.status == 0 and result.err == '', result.err
        review, = json.loads(result.out)
        rows = [row for row in review['left_out'] if 'no size' in row['reason']]
        for row, shown in zip(rows, wanted, strict=True):
            assert len(row['shown']) == len(shown), (name, row)
            for found, (freq_hz, gain_db) in zip(row['shown'], shown):
                assert found['measured'] == name.lower().replace(' ', '-') + '/anna', row
                assert abs(found['freq_hz'] / freq_hz - 1) < 0.02, row
                assert abs(found['gain_db'] - gain_db) <= 0.5, row
        assert all(row['shown'] == [] for row in review['left_out'] if row not in rows), review
        text = done('review', '--name', name, 'one.md', env=env)
        assert text.count('measured there, acme-') == sum(map(len, wanted)), text
    assert 'no size' in done('review', '--name', 'Acme One', 'one.md',
                             env={'TARE_CATALOGUE': '/nowhere/at/all'})


def test_review_without_front_matter():
    write('notes.md', '## Advice\n\nApply -3 dB at 3 kHz (Q 2).\n')
    refused('review', 'notes.md', says=r'^notes\.md:1:1: no front matter .*; expected .*--name')
    review, = json.loads(done('review', '--json', '--name', 'Acme HX-500', 'notes.md'))
    assert review['correction']['id'] == 'acme-hx-500/review', review
    assert len(review['filters']) == 1 and review['model'] == 'Acme HX-500', review
    refused('review', '--name', 'Acme HX-500', 'notes.md', ONE, says='expected one review')


SAID = 'There is a +6 dB peak at 5 kHz.\n'
NOTED = 'Headphone notes\n\n' + SAID

# What people keep of reviews, and what has to be seen in the answer: the status, whether there is a
# peak of 6 dB at 5 kHz, and words.
ODD = {
    'no-heading.md': (FRONT + SAID, 0, True, 'Acme One'),
    'other-headings.md': (FRONT + '## Sound\n\n' + SAID + '\n## Value\n\n+9 dB at 9 kHz\n', 0, True,
                          'about prices'),
    'deep.md': (FRONT + '## Price\n\n### Sound\n\n+9 dB at 9 kHz\n\n## Tone\n\n' + SAID, 0, True,
                'about prices'),
    'title.md': (FRONT + '# Is it worth its price?\n\n' + SAID, 0, True, ''),
    'bold.md': (FRONT + '**Alternatives**\n\n+9 dB at 9 kHz\n\n**Treble**\n\n' + SAID, 0, True,
                'about other products'),
    'toml.md': ('+++\ntarget_name = "Acme One"\ntags = ["IEM"]\n+++\n' + SAID, 0, True, 'Acme One'),
    'bad-toml.md': ('+++\ntarget_name = "Acme One\n+++\n' + SAID, 2, False, 'bad-toml.md:2:15: '),
    'open-toml.md': ('+++\ntarget_name = "Acme One"\n' + SAID, 2, False, r'second line "\+\+\+"'),
    'notes.txt': (NOTED, 0, True, 'Brand Model'),
    'crlf.txt': (NOTED.replace('\n', '\r\n'), 0, True, 'Brand Model'),
    'capitals.txt': ('An in-ear.\n\nSOUND\n' + SAID + '\nPRICE\n+9 dB at 9 kHz\n', 0, True, 'PRICE'),
    'latin.txt': ((NOTED + 'Voilà – très bien.\n').encode('cp1252'), 0, True,
                  'latin.txt:4:5: characters are not UTF-8'),
    'utf16.txt': (NOTED.encode('utf-16'), 0, True, 'Brand Model'),
    'utf16-be.md': ((FRONT + SAID).encode('utf-16-be'), 0, True, 'Acme One'),
    'damaged.md': ((FRONT + 'Café\n').encode() + b'\xff' + SAID.encode(), 2, False,
                   'damaged.md:6:1: byte is not UTF-8; expected'),
    'picture.md': (b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 2, False, 'picture.md:1:1: byte is not UTF-8'),
    'page.html': ('<!doctype html><p>These headphones: <i>+6 dB peak</i> at 5&nbsp;kHz.<nav>x', 0, True,
                  'part of the page'),
    'deep.html': ('<!doctype html>' + '<div>' * 2000 + SAID, 2, False, 'nested too deeply; expected'),
    'japanese.md': (FRONT + '5kHzに6dBのピークがあります。とても良いです。\n', 1, False,
                    'is in Japanese; only English is read'),
    'german.txt': ('Der Kopfhörer hat bei 5 kHz eine Spitze von 6 dB, und das ist nicht zu überhören.\n',
                   1, False, 'is in German; only English is read'),
    'speaker.txt': ('A bookshelf speaker.\n\n' + SAID, 0, False, 'not about a headphone'),
    'unsized.md': (FRONT + 'Additional peaks are found around 9 kHz.\n', 0, False,
                   'no size is said of this place'),
    'html-within.md': (FRONT + '<ul><li>There is a +6 dB peak at 5 kHz.</ul>\n', 0, True, 'Acme One'),
    'columns.txt': ('type,freq,gain,q\nPK,5000,-6,2\n', 0, True, '-6 dB'),
    'names.txt': ('Freq: 5000\nGain: -6\nQ: 2\n', 0, True, '-6 dB'),
    'sliders.txt': ('10 band\n\n1K 2K 5K 8K 16K\n0 0 -6 0 0\n', 0, True, '-6 dB'),
    'neutral-tags.md': (FRONT.replace('Headphones', 'ANC, Wireless') + SAID, 0, True, 'Acme One'),
    'room.txt': ('REW, from the sofa:\n\nPK 5000 Hz -6 dB Q 2\n', 0, False, 'not about a headphone'),
    'source.md': (FRONT + SAID + '\n[1] They measured +9 dB at 9 kHz.\n', 0, True, 'a source'),
}


def test_odd_files():
    for name, (content, status, has_peak, says) in ODD.items():
        write(name, content)
        named = [] if name.endswith('.md') else ['--name', 'Brand Model']
        result = tare('review', *named, name)
        if 'built without libgumbo' in result.err:
            continue
        assert result.status == status, (name, result)
        assert re.search(says, result.out + result.err), (name, result)
        assert ('5000 Hz' in result.out) == has_peak, (name, result)
        assert '9000 Hz' not in result.out, (name, result)


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_reviews', globals()))
