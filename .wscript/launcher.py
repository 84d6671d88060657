"""Finds waf, or fetches it, and hands over to it. Needs no waf itself."""

import os
import shutil
import subprocess
import sys

import packages
from packages import as_root, note


def fetch_waf(folder):
    """Unpacks the waf inside Debian's xmds2 into `folder`."""
    scratch = folder + '.new'
    shutil.rmtree(scratch, ignore_errors=True)
    os.makedirs(scratch)
    download = ['apt-get', '-q', 'download', 'xmds2']
    quiet = {'stdin': subprocess.DEVNULL, 'stdout': subprocess.PIPE, 'stderr': subprocess.PIPE}
    if subprocess.run(download, cwd=scratch, **quiet).returncode != 0:
        if as_root() is not None:  # apt may not have been told yet which packages there are
            subprocess.run(as_root() + ['apt-get', '-q', 'update'], **quiet)
        subprocess.run(download, cwd=scratch, check=True, **quiet)
    package = next(name for name in os.listdir(scratch) if name.endswith('.deb'))
    unpacked = os.path.join(scratch, 'unpacked')
    subprocess.run(['dpkg', '-x', os.path.join(scratch, package), unpacked], check=True)
    os.rename(os.path.join(unpacked, 'usr/lib/python3/dist-packages/xpdeint/waf'), folder)
    shutil.rmtree(scratch)


def waflib_folders(project):
    """Where waflib may be, best first; the last one is made when it comes to that."""
    if 'WAFDIR' in os.environ:
        yield os.environ['WAFDIR']
    yield '/usr/lib/python3/dist-packages/xpdeint/waf'
    folder = os.path.join(project, 'build', 'waf')
    if not os.path.isdir(folder):
        note('fetching waf (out of the package xmds2)')
        try:
            fetch_waf(folder)
        except (OSError, StopIteration, subprocess.CalledProcessError) as error:
            shutil.rmtree(folder + '.new', ignore_errors=True)
            note('waf could not be fetched: %s' % error)
            if getattr(error, 'stderr', None):
                note(error.stderr.decode(errors='replace').strip())
            sys.exit('wscript: install waf, or set WAFDIR to the folder that holds waflib; on '
                     'Debian "apt-get update" (as root) makes this work')
    yield folder


def find_waf(project):
    """Makes waflib importable, or becomes the waf that is installed."""
    if sys.version_info >= (3, 12):  # older wafs ask the module imp, which is gone, for this only
        import types
        sys.modules.setdefault('imp', types.ModuleType('imp')).new_module = types.ModuleType
    try:
        import waflib.Context
        return os.path.dirname(os.path.dirname(waflib.Context.__file__))
    except ImportError:
        pass
    if shutil.which('waf'):
        os.execvp('waf', ['waf'] + sys.argv[1:])
    for folder in waflib_folders(project):
        if os.path.isdir(os.path.join(folder, 'waflib')):
            sys.path.insert(0, folder)
            return folder
    sys.exit('wscript: there is no waflib')


def other_root():
    """What follows --root: a suite of Debian; None without that."""
    for i, word in enumerate(sys.argv):
        if word == '--root':
            return sys.argv[i + 1] if i + 1 < len(sys.argv) else ''
        if word.startswith('--root='):
            return word[len('--root='):]
    return None


def launch():
    project = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    os.chdir(project)
    commands = [word for word in sys.argv[1:] if not word.startswith('-')]
    if other_root() is not None:  # needs nothing of this system
        script = ['tests/matrix.py', '--root'] if 'matrix' in commands else ['tests/roots/root.py']
        tests = ['sh', '-c', './wscript deps --hosts && ./wscript test --systems']
        more = tests if '--systems' in sys.argv and 'matrix' not in commands else []
        sys.exit(subprocess.run([sys.executable, '-B', *script, other_root(), *more]).returncode)
    if '--print' in sys.argv:
        packages.print_names()
        return
    if {'deps', 'demo', 'test', 'matrix', 'deb'} & set(commands):
        packages.install()
    folder = find_waf(project)
    if commands == ['deps']:
        return
    from waflib import Context, Scripting
    Scripting.waf_entry_point(project, Context.WAFVERSION, folder)
