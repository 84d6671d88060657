"""What a stereo frame costs, beside the equalisers that are installed; see speed.c.

PipeWire 1.2 or later may be unpacked somewhere: PW_ROOT names that folder, SPA_DIR its lib/.../spa-0.2.
TARE_OTHER_BUILD may name the folder of another build, which then takes its turns too.
"""

import glob
import os
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.environ['TARE_SOURCE_DIR']
BUILD = os.environ['TARE_BUILD_DIR']
ROOT = os.environ.get('PW_ROOT', '')


def spa_folder():
    """The folder of a PipeWire that has the filter-graph plugin; empty when there is none."""
    patterns = [os.environ.get('SPA_DIR', ''), ROOT + '/usr/lib/*/spa-0.2', ROOT + '/usr/lib64/spa-0.2',
                ROOT + '/usr/lib/spa-0.2']
    for pattern in filter(None, patterns):
        for folder in sorted(glob.glob(pattern)):
            if os.path.exists(os.path.join(folder, 'filter-graph/libspa-filter-graph.so')):
                return folder
    return ''


def compile_graph(scratch):
    """Makes peers/pipewire_graph.c an object that speed can load; empty when that fails."""
    compilers = os.environ.get('CC', '').split()[:1] + ['cc', 'gcc', 'clang']
    compiler = next(filter(shutil.which, compilers), '')
    path = os.path.join(scratch, 'pipewire_graph.so')
    command = [compiler, '-std=gnu11', '-O2', '-w', '-shared', '-fPIC', '-I', ROOT + '/usr/include/spa-0.2',
               '-I', os.path.join(SOURCE, 'tests'), '-o', path,
               os.path.join(SOURCE, 'tests', 'bench', 'peers', 'pipewire_graph.c')]
    if not compiler or subprocess.run(command).returncode != 0:
        return ''
    return path


def main():
    with tempfile.TemporaryDirectory() as scratch:
        env = dict(os.environ)
        folder = spa_folder()
        if folder:
            libraries = os.path.dirname(folder)
            env.update(SPA_DIR=folder, TARE_PIPEWIRE_GRAPH=compile_graph(scratch),
                       LD_LIBRARY_PATH=libraries + ':' + env.get('LD_LIBRARY_PATH', ''))
        else:
            print('PipeWire 1.2 or later is not there (PW_ROOT, SPA_DIR)')
        status = 0
        for n_bands in ('2', '10', '20'):
            program = os.path.join(BUILD, 'tests', 'bench', 'speed')
            status |= subprocess.run([program, n_bands], env=env).returncode
            sys.stdout.flush()
    return 1 if status else 0


if __name__ == '__main__':
    sys.exit(main())
