"""Bundles of presets by brand: made of a catalogue that is too large for the plugin's own bundle, and
of names that nobody has."""

import collections
import glob
import os
import re
import shutil
import subprocess
import sys

from helpers import cli
from helpers.cli import Skip, read, write

BUILD = os.environ['TARE_BUILD_DIR']
BRANDS = os.path.join(BUILD, 'ttl', 'brands')
GENERATE = os.path.join(BUILD, 'ttl', 'generate')
PRESETS = 'http://lv2plug.in/ns/ext/presets#'
LV2 = 'http://lv2plug.in/ns/lv2core#'
RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
MAX_SHIPPED = 250

HOSTILE = ['"', '""" .', '\\', '\\u0000 \\', '<urn:x>', '> .', '@prefix a: <b> .', '# no', "'",
           '%s%n', '../..', '/', '\u200f\u202ebackwards', '\u00e9\u0301', '\u4e2d\u6587',
           '\U0001f3a7', '{|}^`', 'a' * 4000, '\u00e9' * 2000, '-', '()', '; ,', '&amp;']


def block(name, brand, model, **more):
    lines = ['id %s' % name, 'brand %s' % brand, 'model %s' % model, 'kind preset', 'preamp -3.5',
             'low_shelf 105 3.5 0.7', 'peak 2000 -3 1.41']
    lines += ['%s %s' % pair for pair in more.items()]
    return '\n'.join(lines) + '\n\n'


def run(*command):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert result.returncode == 0, (command[0], result.stderr[-500:])
    return result.stdout.decode('utf-8')


def make(catalogue):
    """Makes the plugin's Turtle in lv2/tare.lv2 and the brands' bundles in brands."""
    if not os.path.exists(BRANDS):
        raise Skip('build/ttl/brands was not built')
    write('catalogue/test.tare', catalogue)
    for folder in ['lv2', 'brands']:
        shutil.rmtree(folder, ignore_errors=True)
    os.makedirs('lv2/tare.lv2')
    run(GENERATE, os.path.join(cli.SOURCE, 'ttl'), 'catalogue', 'lv2/tare.lv2')
    run(BRANDS, 'catalogue', 'brands')
    return sorted(os.listdir('brands'))


def statements(path):
    """What serdi reads in a file: {subject: {predicate: [objects]}}, without the values of ports."""
    if not shutil.which('serdi'):
        raise Skip('serdi is not installed')
    found = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in run('serdi', '-o', 'ntriples', path).split('\n'):
        match = re.match(r'<(\S+)> <(\S+)> (.*) \.$', line)
        if match:
            found[match.group(1)][match.group(2)].append(match.group(3).strip('<>'))
    return found


def presets(manifest):
    return {uri: said for uri, said in statements(manifest).items()
            if PRESETS + 'Preset' in said[TYPE]}


def large():
    """More models than are shipped; two brands take turns."""
    return ''.join(block('acme%d-m-%d/anna' % (i % 2, i), 'Acme %d' % (i % 2), 'M %d' % i,
                         author='Anna', target='Flat') for i in range(500))


def test_no_preset_is_there_twice():
    assert make(large()) == ['tare-presets-acme-0.lv2', 'tare-presets-acme-1.lv2']
    manifests = ['lv2/tare.lv2/manifest.ttl'] + sorted(glob.glob('brands/*/manifest.ttl'))
    uris = [uri for manifest in manifests for uri in presets(manifest)]
    assert len(uris) == len(set(uris)) == 501, len(uris)  # and the flat one
    assert 0 < len(presets(manifests[0])) <= MAX_SHIPPED


def test_manifest_says_all_but_values():
    make(large())
    manifest = 'brands/tare-presets-acme-1.lv2/manifest.ttl'
    labels = []
    for uri, said in presets(manifest).items():
        assert said[LV2 + 'appliesTo'] == ['urn:tare:eq'], said
        assert said[PRESETS + 'bank'] == ['urn:tare:bank:acme-1'], said
        assert said[RDFS + 'seeAlso'][0].endswith('presets.ttl'), said
        assert 'Target: Flat. Preamp in dB: -3.5.' in said[RDFS + 'comment'][0], said
        assert LV2 + 'port' not in said
        labels += said[RDFS + 'label']
    assert labels == sorted(set(labels)) and labels[0].startswith('"Acme 1 - M '), labels[:3]
    assert statements(manifest)['urn:tare:bank:acme-1'][RDFS + 'label'] == ['"Acme 1"']


def test_each_preset_has_its_values():
    make(large())
    folder = 'brands/tare-presets-acme-0.lv2/'
    named = set(presets(folder + 'manifest.ttl'))
    values = presets(folder + 'presets.ttl')
    assert set(values) == named
    assert {len(said[LV2 + 'port']) for said in values.values()} == {102}
    assert b'enabled' not in read(folder + 'presets.ttl')


def test_equal_labels_are_refused():
    make('')
    write('catalogue/test.tare', block('a/x', 'Acme', 'M') + block('b/x', 'Acme', 'M'))
    result = subprocess.run([BRANDS, 'catalogue', 'brands'], stderr=subprocess.PIPE)
    assert result.returncode == 1 and b'a/x and b/x have the same label' in result.stderr, result
    write('catalogue/test.tare', block('a/x', 'Acme', 'M-1') + block('b/x', 'ACME', 'm 1'))
    result = subprocess.run([BRANDS, 'catalogue', 'brands'], stderr=subprocess.PIPE)
    assert result.returncode == 1 and b' have the same label, but for ' in result.stderr, result


def test_twice_gives_the_same_bytes():
    make(large())
    before = {path: read(path) for path in glob.glob('brands/*/*.ttl')}
    make(large())
    assert before == {path: read(path) for path in glob.glob('brands/*/*.ttl')}


def hostile(n_plain):
    """Names that nobody has, behind so many plain ones that these are shipped instead."""
    blocks = [block('plain-%d/x' % i, 'Acme', 'M %d' % i, author='A') for i in range(n_plain)]
    for i, name in enumerate(HOSTILE):
        blocks.append(block('hostile-%d/x' % i, name, name, variant=name, author=name, rig=name,
                            target=name, source=name, licence=name))
    return ''.join(blocks)


def test_names_that_nobody_has():
    bundles = make(hostile(n_plain=300))
    assert all(re.fullmatch(r'tare-presets-[a-z0-9-]{1,64}\.lv2', name) for name in bundles), bundles
    labels = []
    for name in bundles:
        found = presets('brands/%s/manifest.ttl' % name)
        assert set(found) == set(presets('brands/%s/presets.ttl' % name))
        labels += [label for said in found.values() for label in said[RDFS + 'label']]
    assert len(labels) >= len(HOSTILE) and len(labels) == len(set(labels))


def check_validity():
    files = glob.glob('lv2/*/*.ttl') + glob.glob('brands/*/*.ttl')
    for manifest in glob.glob('/usr/lib/lv2/*/manifest.ttl'):
        if re.search(b'lv2:Specification|owl:Ontology', read(manifest)):
            files += glob.glob(os.path.join(os.path.dirname(manifest), '*.ttl'))
    assert ' 0 errors ' in run('sord_validate', *map(os.path.abspath, files))


def test_terms_go_where_the_data_go():
    licences = glob.glob(os.path.join(cli.SOURCE, 'presets', 'catalogue', '*.LICENSE'))
    bundles = glob.glob(os.path.join(BUILD, 'lv2', '*.lv2'))
    bundles += glob.glob(os.path.join(BUILD, 'lv2-brands', '*.lv2'))
    assert len(licences) >= 2 and bundles
    for bundle in bundles:
        for licence in licences:
            assert read(os.path.join(bundle, os.path.basename(licence))) == read(licence), bundle


def test_bundles_are_valid():
    if not shutil.which('sord_validate'):
        raise Skip('sord_validate is not installed')
    assert make(hostile(n_plain=300))
    check_validity()
    make(hostile(n_plain=0))  # names of nothing but signs count as one model
    assert len(presets('lv2/tare.lv2/manifest.ttl')) > len(HOSTILE) / 2
    check_validity()


if __name__ == '__main__':
    sys.exit(cli.main('test_brand_bundles', globals()))
