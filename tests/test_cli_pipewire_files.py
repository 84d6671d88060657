"""Graphs of PipeWire's filter-chain as files: its builtin filters, its parametric equaliser, our own
plugins, in all the ways in which a graph can be written.
"""

import json
import re
import sys

from helpers import cli
from helpers.cli import done, refused, tare, write
from helpers.cookbook import GRID_HZ
from helpers.heard import check_levels, high_shelf, levels, low_shelf, peak, plain

QUIET = '{ type = builtin name = pre label = bq_highshelf control = { "Freq" = 0 "Q" = 1.0 "Gain" = -20.0 } }'


def node(name, label, freq, gain, q):
    return ('{ type = builtin name = %s label = %s control = { "Freq" = %s "Q" = %s "Gain" = %s } }' %
            (name, label, freq, q, gain))


def chain(*nodes):
    names = ['pre'] + re.findall(r'name = (\w+)', ' '.join(nodes))
    links = ''.join('    { output = "%s:Out" input = "%s:In" }\n' % pair
                    for pair in zip(names, names[1:]))
    return ('nodes = [\n    %s\n]\nlinks = [\n%s]\n' % ('\n    '.join((QUIET,) + nodes), links))


FILTERS = [
    (node('a', 'bq_peaking', 5500, -6, 8), [peak(5500, -6, 8)]),
    (node('a', 'bq_peaking', 5500.5, 6, '1.0'), [peak(5500.5, 6, 1)]),
    (node('a', 'bq_lowshelf', 105, 6.1, 0.7), [low_shelf(105, 6.1, 0.7)]),
    (node('a', 'bq_highshelf', 9000, -4, 0.5), [high_shelf(9000, -4, 0.5)]),
    (node('a', 'bq_lowshelf', 105, 6.1, 0), [low_shelf(105, 6.1, 0.5 ** 0.5)]),
    (node('a', 'bq_lowpass', 9000, 0, 0.8), [plain('low_pass', 9000, 0.8)]),
    (node('a', 'bq_highpass', 30, 0, 0), [plain('high_pass', 30, 0.5 ** 0.5)]),
    (node('a', 'bq_bandpass', 1000, 0, 0.7), [plain('band_pass', 1000, 0.7)]),
    (node('a', 'bq_notch', 1000, 0, 5), [plain('notch', 1000, 5)]),
    (node('a', 'bq_notch', 1000, 0, 50), [plain('notch', 1000, 50)]),
    (node('a', 'bq_allpass', 300, 0, 2), [plain('all_pass', 300, 2)]),
    ('{ type = builtin name = a label = bq_raw config = { coefficients = [ { rate = 44100 b0 = 1 b1 = 0 '
     'b2 = 0 a0 = 1 a1 = 0 a2 = 0 } { rate = 48000, b0=0.6, b1=-0.9, b2=0.36, a0=1, a1=-1.2, a2=0.5 } '
     '] } }', [(0.6, -0.9, 0.36, 1, -1.2, 0.5)]),
    ('{ type = builtin name = a label = copy }', []),
    ('{ type = builtin name = a label = linear control = { "Mult" = 0.5 } }', [(0.5, 0, 0, 1, 0, 0)]),
    ('{ type = builtin name = a label = mixer control = { "Gain 1" = 0.5 } }', [(0.5, 0, 0, 1, 0, 0)]),
]


def test_each_filter():
    for text, sections in FILTERS:
        graph = chain(text, node('z', 'bq_peaking', 100, -3, 2)).replace('"a:In"', '"a:In 1"' if
                                                                          'mixer' in text else '"a:In"')
        found, said = levels(write('one.conf', graph))
        check_levels(found, sections + [peak(100, -3, 2)], -20.0, text)
        assert 'not used' not in said, said


def test_ways_of_writing():
    graph = chain(node('a', 'bq_peaking', 1000, -6, 2))
    whole = ('# mine\ncontext.modules = [\n    { name = libpipewire-module-filter-chain\n      args = {\n'
             '        node.description = "My # EQ"\n        filter.graph = {\n%s}\n'
             '        capture.props = { node.name = "eq" audio.position = [ FL FR ] }\n      } }\n]\n' %
             graph)
    tight = re.sub(r'\s*=\s*', '=', graph)
    as_json = json.dumps({'filter.graph': {
        'nodes': [{'type': 'builtin', 'name': 'pre', 'label': 'bq_highshelf',
                   'control': {'Freq': 0, 'Gain': -20.0, 'Q': 1.0}},
                  {'type': 'builtin', 'name': 'a', 'label': 'bq_peaking',
                   'control': {'Freq': 1000.0, 'Gain': -6.0, 'Q': 2}}],
        'links': [{'output': 'pre:Out', 'input': 'a:In'}]}}, indent=1)
    ends = graph + 'inputs = [ "pre:In" ]\noutputs = [ "a:Out" ]\n'
    for text in [graph, whole, tight, as_json, ends, graph.replace('\n', '\r\n'), '\ufeff' + graph,
                 '{ %s }' % graph, graph.replace('-6 }', '-6 # less\n }')]:
        check_levels(levels(write('ways.txt', text))[0], [peak(1000, -6, 2)], -20.0, text)


MODELS = ['acme one', 'acme two', 'gamma hd 560']
LEFT, RIGHT = peak(100, -6, 2), peak(3000, -5, 1)


def test_sides():
    nodes = [node(side + name, label, freq, gain, q)
             for side, more in [('l_', ('bq_peaking', 100, -6, 2)), ('r_', ('bq_peaking', 3000, -5, 1))]
             for name, label, freq, gain, q in [('pre', 'bq_highshelf', 0, -20, 1), ('eq',) + more]]
    links = ''.join('{ output = "%spre:Out" input = "%seq:In" }\n' % (side, side)
                    for side in ('l_', 'r_'))
    builtin = ('nodes = [ %s ]\nlinks = [ %s ]\ninputs = [ "l_pre:In" "r_pre:In" ]\n'
               'outputs = [ "l_eq:Out" "r_eq:Out" ]' % ('\n'.join(nodes), links))
    lists = ['{ type = bq_highshelf freq = 0 gain = -20.0 q = 1.0 }\n{ type = bq_peaking freq = %s gain '
             '= %s q = %s }' % each for each in [(100, -6, 2), (3000, -5, 1)]]
    param = ('nodes = [ { type = builtin name = eq label = param_eq config = {\nfilters1 = [ %s ]\n'
             'filters2 = [ %s ] } } ]\n' % tuple(lists))
    named = param + 'inputs = [ "eq:In 1" "eq:In 2" ]\noutputs = [ "eq:Out 1" "eq:Out 2" ]\n'
    for text in [builtin, param, named]:
        path = write('sides.conf', text)
        for channel, wanted in [('left', LEFT), ('right', RIGHT)]:
            check_levels(levels(path, channel=channel)[0], [wanted], -20.0, (text, channel))
    same = param.replace('filters1', 'filters').split('filters2')[0] + '} } ]'
    check_levels(levels(write('same.conf', same), channel='right')[0], [LEFT], -20.0, 'same')
    bands = json.loads(tare('show', '--json', '--file', 'same.conf').out)['bands']
    assert [band['channel'] for band in bands] == ['both'], bands


def test_twenty_bands_on_both_sides_stay():
    freqs = [50 * 1.3 ** i for i in range(20)]
    text = ' '.join('{ type = bq_peaking freq = %.2f gain = -1.0 q = 3.0 }' % hz for hz in freqs)
    path = write('twenty.conf', 'nodes = [ { type = builtin name = eq label = param_eq config = { filters '
                 '= [ { type = bq_highshelf freq = 0 gain = -20 } %s ] } } ]' % text)
    found, said = levels(path)
    check_levels(found, [peak(float('%.2f' % hz), -1, 3) for hz in freqs], -20.0, 'twenty')
    assert 'fitted' not in said, said


def test_own_graphs_come_back():
    models = MODELS
    for model in models:
        for form in ['pipewire-lv2', 'pipewire-ladspa']:
            write('own.conf', done('export', model, '--format', form))
            for channel in ('left', 'right'):
                wanted = tare('response', model, '--channel', channel, '--at',
                              ','.join('%.6f' % hz for hz in GRID_HZ), '--rate', '48000')
                found, said = levels('own.conf', channel=channel)
                for line, db in zip(wanted.out.splitlines()[1:], found):
                    assert abs(float(line.split(',')[1]) - db) <= 0.01, (model, form, line, db, said)
                assert 'not used' not in said and 'fitted' not in said, said


def test_what_is_wrong_is_told_with_its_line():
    good = node('a', 'bq_peaking', 1000, -6, 2)
    for bad, says in [
            ('{ type = builtin name = b label = convolver config = { filename = "x.wav" } }',
             'convolver is not used: a correction has no such thing'),
            ('{ type = lv2 name = b plugin = "http://x" }', 'node is not used: its sound is not known'),
            ('{ type = ladspa name = b plugin = "x" label = "y" }', 'node is not used: its sound'),
            ('{ type = builtin name = b label = bq_peaking control = { "Freq" = "1000" "Q" = 1 "Gain" = 1 } }',
             'a value is no number'),
            (node('b', 'bq_peaking', 1000, -6, 0), 'it has no frequency or width'),
            (node('b', 'bq_notch', 0, 0, 2), 'it has no frequency or width'),
            ('{ type = builtin name = b label = linear control = { "Mult" = 0 } }', 'just set a level'),
            ('{ type = builtin name = b label = bq_raw }', 'its coefficients for 48000 Hz are missing'),
            ('{ type = builtin name = b label = param_eq config = { filename = "x.txt" } }',
             'its filters are not in this file')]:
        found, said = levels(write('bad.conf', chain(good, bad)))
        check_levels(found, [peak(1000, -6, 2)], -20.0, bad)
        assert re.search(r'bad\.conf:4:1: .*%s.*; expected' % re.escape(says), said), (bad, said)
    circle = chain(good).replace('links = [\n', 'links = [\n    { output = "a:Out" input = "pre:In" }\n')
    assert 'run in a circle' in tare('show', '--file', write('circle.conf', circle)).err
    unlinked = chain(good).replace('links = [', 'links = [ # none').replace('{ output', '# { output')
    said = tare('show', '--file', write('unlinked.conf', unlinked)).err
    assert re.search(r'unlinked\.conf:3:1: node is not used: no sound comes to it; expected a link', said), said
    assert 'no sound comes' not in tare('show', '--file', write('linked.conf', chain(good))).err
    nowhere = chain(good).replace('"a:In"', '"b:In"')
    assert 'names no node' in tare('show', '--file', write('nowhere.conf', nowhere)).err
    for broken, says in [(chain(good)[:-2], 'the end comes too soon'), (chain(good) + '}', 'closes none'),
                         (chain(good) + 'x = "y\n', 'a quote is not closed'),
                         (chain(good) + 'x = ' + '[' * 60, 'nested too deeply'),
                         (chain(good) + '{ x }', 'a key is missing')]:
        refused('show', '--file', write('broken.conf', broken), says=r'broken\.conf:\d+:\d+: .*' + says)
    for text in ['nodes = [ ] # builtin', 'context.modules = [ { name = libpipewire-module-parametric-equali'
                 'zer args = { equalizer.filepath = "x.txt" } } ]']:
        refused('show', '--file', write('none.conf', text), status=1, says='there are no nodes')
    two = '{ a = { %s } b = { %s } }' % (chain(good), chain(good))
    assert 'graph is not used' in tare('show', '--file', write('two.conf', two)).err


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_pipewire_files', globals()))
