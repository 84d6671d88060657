"""The URIs of the shipped presets, which sessions and settings of listeners hold: each stays for ever
and means the same for ever. data/presets/uris.tsv notes them, with the labels that tell what they mean.

    preset_uris.py note     notes those that are new; what is noted stays
    preset_uris.py check    names each that is gone, means another thing, or is not noted

A preset that the rule no longer chooses is kept by its URI in presets/catalogue/standards.txt. The
environment names the folders: TARE_SOURCE_DIR, TARE_BUILD_DIR.
"""

import os
import re
import sys

NOTED = os.path.join(os.environ['TARE_SOURCE_DIR'], 'tests', 'data', 'presets', 'uris.tsv')
MANIFEST = os.path.join(os.environ['TARE_BUILD_DIR'], 'lv2', 'tare.lv2', 'manifest.ttl')
HEAD = '# URI, label: made by tests/preset_uris.py; no line may go or change\n'
PRESET = re.compile(r'^<(\S+)>\n\ta pset:Preset ;\n.*?^\trdfs:label ("""|"|\'\'\'|\')(.*?)\2 ;$',
                    re.M | re.S)


def listed(manifest):
    """URIs and labels as a manifest has them, in its order."""
    with open(manifest, encoding='utf-8') as file:
        return [(uri, label) for uri, _, label in PRESET.findall(file.read())]


def noted():
    try:
        with open(NOTED, encoding='utf-8') as file:
            return dict(line.rstrip('\n').split('\t') for line in file if not line.startswith('#'))
    except FileNotFoundError:
        return {}


def differences(old, new):
    """What is wrong with new presets, as URI and label, for those who know the old ones."""
    wrong = ['%s is gone' % uri for uri in old if uri not in new]
    wrong += ['%s means %s instead of %s' % (uri, new[uri], label) for uri, label in old.items()
              if uri in new and new[uri] != label]
    return wrong + ['%s is not noted: preset_uris.py note' % uri for uri in new if uri not in old]


def note():
    lines = sorted({**dict(listed(MANIFEST)), **noted()}.items())
    os.makedirs(os.path.dirname(NOTED), exist_ok=True)
    with open(NOTED, 'w', encoding='utf-8') as file:
        file.write(HEAD + ''.join('%s\t%s\n' % line for line in lines))


def main(words):
    if words == ['note']:
        note()
    elif words == ['check']:
        wrong = differences(noted(), dict(listed(MANIFEST)))
        print('\n'.join(wrong))
        return 1 if wrong else 0
    else:
        sys.exit(__doc__)
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
