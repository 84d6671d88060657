"""tare review on what people really have: notes, pages and texts that nobody made for it."""

import json
import os
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
            made = done('export', '--file', name, '--format', each['name'])
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


def test_review_without_front_matter():
    write('notes.md', '## Advice\n\nApply -3 dB at 3 kHz (Q 2).\n')
    refused('review', 'notes.md', says=r'^notes\.md:1:1: no front matter .*; expected .*--name')
    review, = json.loads(done('review', '--json', '--name', 'Acme HX-500', 'notes.md'))
    assert review['correction']['id'] == 'acme-hx-500/review', review
    assert len(review['filters']) == 1 and review['model'] == 'Acme HX-500', review
    refused('review', '--name', 'Acme HX-500', 'notes.md', ONE, says='expected one review')


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_reviews', globals()))
