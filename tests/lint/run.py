"""Checks what a compiler does not: layers, sizes, layout, static analysis, the built Turtle.

    run.py [--quick] [NAME...]

NAMEs, parts of names of checks, choose among them; --quick takes those that need neither a build
nor patience. The environment names the folders: TARE_SOURCE_DIR, TARE_BUILD_DIR. A tool that is not
installed is named and passed over.
"""

import os
import resource
import shutil
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bundle  # noqa: E402
import compilers  # noqa: E402
import includes  # noqa: E402
import sizes  # noqa: E402

# name, tool that it needs, check: those of --quick
QUICK = [
    ('layers', None, includes.check_layers),
    ('names of includes', None, includes.check_names),
    ('circles of includes', None, includes.check_circles),
    ('reach of includes', None, includes.check_reach),
    ('hidden system headers', 'cc', includes.check_shadows),
    ('length of files', None, sizes.check_files),
    ('functions', 'pmccabe', sizes.check_functions),
    ('headers on their own', 'pkg-config', compilers.check_headers),
    ('format', compilers.format_tool, compilers.check_format),
]
SLOW = [
    ('symbols', 'nm', bundle.check_symbols),
    ('Turtle syntax', 'serdi', bundle.check_syntax),
    ('Turtle against schemas', 'sord_validate', bundle.check_schemas),
    ('cppcheck', 'cppcheck', compilers.check_cppcheck),
    ('warnings of the compilers', 'pkg-config', compilers.check_warnings),
    ('clang-tidy', 'clang-tidy', compilers.check_tidy),
]


def lack(tool):
    """Why a check cannot be made; empty when it can."""
    if callable(tool):
        return tool()[1]
    return '' if not tool or shutil.which(tool) else '%s is not installed' % tool


def processor_s():
    """What this and its tools have used of the processor; a busy machine changes it little."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main(words):
    n_bad = 0
    names = [word for word in words if word != '--quick']
    started = time.monotonic()
    for name, tool, check in QUICK + ([] if '--quick' in words else SLOW):
        if names and not any(part in name for part in names):
            continue
        if lack(tool):
            print('%s: skipped, %s' % (name, lack(tool)))
            continue
        began, used = time.monotonic(), processor_s()
        findings = [finding for finding in check() if finding]
        print('%s: %s (%.1f s, of a processor %.1f s)' % (
            name, 'bad' if findings else 'good', time.monotonic() - began, processor_s() - used),
            flush=True)
        for finding in findings:
            print(finding, flush=True)
        n_bad += bool(findings)
    print('lint: %s (%.0f s, of a processor %.0f s)' % (
        '%d checks found something' % n_bad if n_bad else 'nothing found',
        time.monotonic() - started, processor_s()))
    return 1 if n_bad else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
