"""Sound files for tests of `tare render`: ffmpeg makes them, and says what is in them."""

import shutil
import subprocess

from helpers import cli
from helpers.cli import tare

MODEL = ['--model', 'acme-one/review']


def needs_tools():
    if 'without libsndfile' in tare('render', 'a', 'b', *MODEL).err:
        raise cli.Skip('built without libsndfile')
    if not shutil.which('ffmpeg'):
        raise cli.Skip('ffmpeg is not installed')


def ffmpeg(*arguments, **options):
    return subprocess.run(['ffmpeg', '-hide_banner', '-loglevel', 'error', '-y', *arguments],
                          check=True, stdin=subprocess.DEVNULL, **options)


def tone(path, *options, seconds=1, rate=44100, channels=2):
    ffmpeg('-f', 'lavfi', '-i', 'sine=1000:d=%g:r=%d,aformat=channel_layouts=%s' % (
        seconds, rate, {1: 'mono', 2: 'stereo', 6: '5.1', 8: '7.1', 4: 'quad'}[channels]), *options, path)
    return path


def samples(path):
    """As 16-bit integers of both channels."""
    return ffmpeg('-i', path, '-f', 's16le', '-ac', '2', '-', stdout=subprocess.PIPE).stdout


def piped(command, data=b''):
    result = subprocess.run([cli.TARE, *command], env=cli.environment(), input=data,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    return result.returncode, result.stdout, result.stderr.decode()
