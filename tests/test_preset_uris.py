"""URIs of presets: for ever, of plain characters, in the order of labels, and each by its own label
alone."""

import os
import re
import sys
import unicodedata

from helpers import cli
import preset_uris
import test_brand_bundles as bundles

ODD = ['One', 'One+', 'ONE 2', 'One Plus 2', 'One (2)', 'One, two', 'One-two', 'One.3', 'One/4', 'One & 3', 'One and 3!', "One's",
       'O', '\u00d6ne', 'Onyx', '10', '9', '9x', 'HD 600', 'HD-650', 'HD660S', 'hd 58X', 'jazz', 'jazzy',
       'zz', 'zzz', 'zy', 'Z', '\u4e00', '\u4e2d\u6587', 'A\u4e2d', '\u30d8\u30c3\u30c9',
       '\uc82c\ud558\uc774\uc800', '\u0421\u0435\u043d\u043d', '[x]', '<2>', '"2"', 'One!', 'One?']


def plain(text):
    """Latin letters without their accents."""
    letters = unicodedata.normalize('NFD', text).translate({0xd8: 'O', 0xf8: 'o', 0x141: 'L',
                                                            0x142: 'l', 0xc6: 'AE', 0xe6: 'ae'})
    return ''.join(c for c in letters if not 0x300 <= ord(c) < 0x370)


def collation(label):
    """How a person sorts labels: parts, words and letters, without case and accents."""
    parts = []
    for part in re.split(r' - |[(),]', label.replace('+', ' plus ').replace('&', ' and ')):
        words = [unicodedata.normalize('NFC', word).casefold()
                 for word in re.findall(r'[^\W_]+', plain(part))]
        parts += [words] if words else []
    return parts


def odd_catalogue(names):
    return ''.join(bundles.block('odd-%d/x' % ODD.index(name), 'Acme', name, author='Anna')
                   for name in names)


def made(names):
    """URIs and labels of the brand's bundle, with so many plain models that they ship instead."""
    plain = ''.join(bundles.block('plain-%d/%s' % (i, who), 'Aaa', 'M %d' % i, author=who)
                    for i in range(250) for who in ['a', 'b'])
    bundles.make(plain + odd_catalogue(names))
    return preset_uris.listed('brands/tare-presets-acme.lv2/manifest.ttl')


def test_shipped_presets_stay_and_mean_the_same():
    shipped = dict(preset_uris.listed(preset_uris.MANIFEST))
    assert 200 <= len(shipped) <= 250, len(shipped)
    wrong = preset_uris.differences(preset_uris.noted(), shipped)
    assert not wrong, '; '.join(wrong)


def test_what_goes_changes_or_comes_is_told():
    old = {'a': 'A', 'b': 'B'}
    assert preset_uris.differences(old, old) == []
    assert preset_uris.differences(old, {'a': 'A'}) == ['b is gone']
    assert preset_uris.differences(old, {'a': 'A', 'b': 'C'}) == ['b means C instead of B']
    assert preset_uris.differences(old, dict(old, c='C')) == ['c is not noted: preset_uris.py note']


def test_shipped_uris_are_plain_and_in_the_order_of_labels():
    presets = preset_uris.listed(preset_uris.MANIFEST)
    uris = [uri for uri, _ in presets]
    assert presets[0] == ('urn:tare:preset:-flat', '(Flat)'), presets[0]
    assert all(re.fullmatch('urn:tare:preset:[a-z0-9-]+', uri) for uri in uris)
    assert uris == sorted(uris)
    labels = [label for _, label in presets[1:]]
    assert labels == sorted(labels, key=collation)
    blanks = str.maketrans("-.'/", '    ')
    assert labels == sorted(labels, key=lambda label: plain(label).lower().translate(blanks))


def test_what_studios_use_is_shipped():
    labels = [re.sub('[^a-z0-9]', '', label.lower())
              for _, label in preset_uris.listed(preset_uris.MANIFEST)]
    for name in ['beyerdynamicdt770pro', 'beyerdynamicdt880', 'beyerdynamicdt990pro',
                 'beyerdynamicdt1990', 'sennheiserhd25', 'sennheiserhd280pro',
                 'sennheiserhd490pro', 'sennheiserhd599', 'sennheiserhd600', 'sennheiserhd650',
                 'akgk240', 'akgk371', 'akgk702', 'sonymdr7506', 'audiotechnicaathm50x',
                 'shuresrh840', 'sonywh1000xm4', 'sonywh1000xm5', 'sonywh1000xm6',
                 'appleairpodspro', 'sonymdrex1000fromreviewtext']:
        assert any(label.startswith(name) for label in labels), name


def test_odd_names_are_plain_and_in_the_order_of_labels():
    presets = made(ODD)
    uris = [uri for uri, _ in presets]
    assert len(set(uris)) == len(set(label for _, label in presets)) == len(ODD)
    assert all(re.fullmatch('urn:tare:preset:[a-z0-9-]+', uri) for uri in uris), uris
    assert uris == sorted(uris)
    keys = [collation(label) for _, label in presets]
    assert keys == sorted(keys), presets


def test_no_preset_changes_the_uri_of_another():
    whole = dict(made(ODD))
    for step in [2, 3, 5]:
        some = dict(made(ODD[step // 2::step]))
        assert some and all(whole[uri] == label for uri, label in some.items())


if __name__ == '__main__':
    sys.exit(cli.main('test_preset_uris', globals()))
