"""Lint finds what it should: a copy of the sources passes its quick checks as it is; with each rule
broken once, each check says where and what.
"""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.environ['TARE_SOURCE_DIR']
LEFT_OUT = shutil.ignore_patterns('*.tare', 'data', '__pycache__')
TABLE = 'tests/lint/layers.py'


def header(name, text):
    return '#ifndef ANY_%s\n#define ANY_%s\n\n%s\n\n#endif\n' % (name, name, text)


def function(line, n):
    return 'int any(int a);\n\nint any(int a)\n{\n%s    return a;\n}\n' % ('    %s\n' % line * n)


def includes_of_all():
    headers = glob.glob(os.path.join(glob.escape(SOURCE), 'presets', '**', '*.h'), recursive=True)
    return ''.join('#include "%s"\n' % os.path.relpath(path, os.path.join(SOURCE, 'presets'))
                   for path in sorted(headers))


# rule, the check that knows it, files that break it, what is to be said
BREAKS = [
    ('an include against the layers', 'layers',
     {'presets/base/upward.c': '#include "search/search.h"\n'},
     r'presets/base/upward\.c:1: includes "search/search\.h" of presets/search; '
     r'presets/base may not, after ' + TABLE),
    ('a folder without a row', 'layers',
     {'presets/attic/box.h': header('BOX', 'int box(void);')},
     r'presets/attic/box\.h:1: its folder has no row in ' + TABLE),
    ('an include of nothing', 'names of includes',
     {'presets/base/nobody.c': '#include "nobody.h"\n'},
     r'presets/base/nobody\.c:1: includes "nobody\.h", which is no file of ours'),
    ('a circle of units', 'circles of includes',
     {'presets/base/egg.h': header('EGG', '#include "base/hen.h"'),
      'presets/base/hen.c': '\n#include "base/egg.h"\n',
      'presets/base/hen.h': header('HEN', 'int hen(void);')},
     r'presets/base/egg\.h:4: circle of includes: presets/base/egg \(presets/base/egg\.h:4\) -> '
     r'presets/base/hen \(presets/base/hen\.c:2\)'),
    ('a circle of folders', 'circles of includes',
     {'presets/base/up.h': header('UP', '#include "names/fold.h"')},
     r'presets/base/up\.h:4: circle of folders: presets/base \(\S+\) -> presets/names \(\S+\)'),
    ('a source that reaches too much', 'reach of includes',
     {'tests/reaching.c': includes_of_all()},
     r'tests/reaching\.c:1: reaches \d+ headers of ours; at most 25 expected'),
    ('a header that hides one of the system', 'hidden system headers',
     {'plugin/core/complex.h': header('COMPLEX', 'int complex(void);')},
     r'plugin/core/complex\.h:1: hides <complex\.h> of /'),
    ('a file too long', 'length of files',
     {'presets/base/long.c': '\n' * 401},
     r'presets/base/long\.c:401: the file goes on to line 401; at most 400 expected'),
    ('a function too long', 'functions',
     {'presets/base/long_function.c': function('a++;', 57)},
     r'presets/base/long_function\.c:3: any has 61 lines; at most 60 expected'),
    ('a function too complex', 'functions',
     {'presets/base/branches.c': function('if (a > 1 && a < 5) a++;', 8)},
     r'presets/base/branches\.c:3: any has a cyclomatic complexity of 17; at most 15 expected'),
    ('a header that leans on others', 'headers on their own',
     {'presets/base/leaning.h': header('LEANING', 'size_t leaning(void);')},
     r'presets/base/leaning\.h:4:1: error: unknown type name'),
    ('a layout of its own', 'format',
     {'presets/base/crooked.c': 'int  crooked;\n'},
     r'presets/base/crooked\.c:1:4: error: code should be clang-formatted'),
]


def copy_sources(folder):
    for name in ['plugin', 'presets', 'ttl', 'tests', '.wscript']:
        shutil.copytree(os.path.join(SOURCE, name), os.path.join(folder, name), ignore=LEFT_OUT)
    for name in ['wscript', '.clang-format']:
        shutil.copy(os.path.join(SOURCE, name), folder)


def add(folder, files):
    for path, text in files.items():
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with open(os.path.join(folder, path), 'w', encoding='utf-8') as file:
            file.write(text)


def lint(folder, *names):
    """What lint says of a folder, and its status."""
    env = dict(os.environ, TARE_SOURCE_DIR=folder, TARE_BUILD_DIR=os.path.join(folder, 'build'))
    script = os.path.join(folder, 'tests', 'lint', 'run.py')
    done = subprocess.run([sys.executable, '-B', script, '--quick', *names], env=env,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, universal_newlines=True)
    return done.stdout, done.returncode


def tell(name, why_not):
    print('%s test_lint: %s%s' % ('FAIL' if why_not else 'PASS', name,
                                  ': ' + why_not if why_not else ''), flush=True)
    return bool(why_not)


def test_good(folder):
    said, status = lint(folder)
    bad = [line for line in said.splitlines() if not re.match(r'.*: (good|skipped)|    ', line)]
    return tell('the sources as they are', '\n'.join(bad) if status else '')


def test_breaks(folder):
    n_failed = 0
    for _, _, files, _ in BREAKS:
        add(folder, files)
    said, status = lint(folder)
    for rule, check, _, expected in BREAKS:
        if re.search('^%s: skipped' % check, said, re.MULTILINE):
            print('SKIP test_lint: %s: %s' % (
                rule, re.search('^%s: skipped, (.*)' % check, said, re.MULTILINE).group(1)))
            continue
        good = re.search('^%s: bad' % check, said, re.MULTILINE) and re.search(
            '^' + expected, said, re.MULTILINE)
        n_failed += tell(rule, '' if good else 'expected %s in:\n%s' % (expected, said))
    return n_failed + tell('status after breaks', '' if status == 1 else '%d, not 1' % status)


def test_table(folder):
    """A row that allows what stands below it, and one that allows what nobody uses."""
    path = os.path.join(folder, TABLE)
    with open(path, encoding='utf-8') as file:
        text = file.read()
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace("LAYERS = {\n", "LAYERS = {\n    'attic': ['tests/**'],\n"
                                "    'cellar': ['attic'],\n", 1))
    said, _ = lint(folder, 'layers')
    good = (re.search(r'^%s:\d+: attic may include tests/\*\*, which is no row above' % TABLE, said,
                      re.MULTILINE)
            and re.search(r'^%s:\d+: cellar may include attic, but does not' % TABLE, said,
                          re.MULTILINE))
    return tell('rows that should not be', '' if good else said)


def main():
    with tempfile.TemporaryDirectory() as folder:
        copy_sources(folder)
        n_failed = test_good(folder) + test_breaks(folder) + test_table(folder)
    return 1 if n_failed else 0


if __name__ == '__main__':
    sys.exit(main())
