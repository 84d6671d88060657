"""Checks of what was built: the Turtle of the bundles, the names of the libraries."""

import glob
import os
import re

from project import BUILD, each, output, run

LIBRARIES = ['core', 'plugin', 'presets', 'cli', 'ttl']


def bundles():
    """The Turtle of the built bundle, and that of the brands' where it was made."""
    return sorted(glob.glob(os.path.join(glob.escape(BUILD), 'lv2*', '*.lv2', '*.ttl')))


def check_syntax():
    return each(lambda path: run(['serdi', '-q', '-o', 'ntriples', path]), bundles())


def specifications():
    """The Turtle of the LV2 standard itself, not that of plugins."""
    found = []
    for manifest in sorted(glob.glob('/usr/lib/lv2/*/manifest.ttl')):
        with open(manifest, encoding='utf-8') as file:
            if re.search('lv2:Specification|owl:Ontology', file.read()):
                found += glob.glob(os.path.join(os.path.dirname(manifest), '*.ttl'))
    return found


def check_schemas():
    yield run(['sord_validate'] + specifications() + bundles())


def check_symbols():
    """Whatever a library shares with others has our name before it."""
    for name in LIBRARIES:
        for library in glob.glob(os.path.join(glob.escape(BUILD), '*', 'libtare_%s.a' % name)):
            said = output(['nm', '-A', '-g', '--defined-only', library])
            for unit, symbol in re.findall(r'^[^:]*:([^:]*):\S* \w (\S+)$', said, re.MULTILINE):
                if not symbol.startswith('tare_'):
                    yield '%s: %s: a name that begins with tare_ expected' % (unit, symbol)
