"""lv2lint, which is in no Debian, on the bundle: no FAIL, no WARN and no NOTE. It is taken from
TARE_LV2LINT, the path of its program, else from PATH."""

import os
import re
import shutil
import subprocess
import sys

from helpers import cli

PLUGINS = ['urn:tare:eq', 'urn:tare:eq-mono']
COLOURS = re.compile(r'\x1b\[[0-9;]*m')


def test_nothing_is_found():
    program = os.environ.get('TARE_LV2LINT') or shutil.which('lv2lint')
    if not program:
        raise cli.Skip('lv2lint is not here; expected its path in TARE_LV2LINT, to see 0 FAIL, 0 WARN, 0 NOTE')
    bundle = os.path.join(os.environ['TARE_BUILD_DIR'], 'lv2')
    # Controls are in no port groups, on purpose: GStreamer cannot link an element with one.
    done = subprocess.run([program, '-S', 'warn', '-S', 'note', '-M', 'pack', '-t', 'Port Group',
                           '-I', os.path.join(bundle, 'tare.lv2', ''), *PLUGINS],
                          env=dict(os.environ, LV2_PATH=bundle + ':/usr/lib/lv2:/usr/local/lib/lv2'),
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          errors='replace', universal_newlines=True, timeout=300)
    said = COLOURS.sub('', done.stdout)
    assert all(uri in said for uri in PLUGINS), said[-4000:]
    assert done.returncode == 0 and not re.search(r'\[ *(FAIL|WARN|NOTE) *\]', said), said[-4000:]


if __name__ == '__main__':
    sys.exit(cli.main('test_lv2lint', globals()))
