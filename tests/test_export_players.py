"""What 'tare export' writes for players, pasted into the real ones: each plays noise with it as 'tare
render' corrects it.
"""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

from helpers import wav
from helpers.cli import Failure, Skip
from hosts import bench
from hosts.bench import BUILD, MODEL, RATE, check, environment, need, path, run, tare

SILENT_DB = -100.0  # a player that rounds to 24 bits, or plays through a clock of its own
WAIT_S = 60


def lines(name, *options):
    """What is exported for a player, without the comments."""
    text = tare('export', MODEL, '--format', name, *options)
    return ''.join(line for line in text.splitlines(True) if not line.startswith('#'))


def words(name, *options):
    return shlex.split(lines(name, *options))


def wait_until(what, why):
    end = time.monotonic() + WAIT_S
    while not what():
        if time.monotonic() > end:
            raise Failure('no %s after %d s' % (why, WAIT_S))
        time.sleep(0.05)


@contextlib.contextmanager
def daemon(*command, env=None):
    """A process that is ended with the test; its log is told when that fails."""
    with open(path('daemon.log'), 'wb') as log:
        process = subprocess.Popen(command, env=env or environment(), stdin=subprocess.DEVNULL,
                                   stdout=log, stderr=log)
    try:
        yield process
    except Failure as what:
        with open(path('daemon.log'), errors='replace') as log:
            raise Failure('%s\n%s' % (what, log.read()[-2000:]))
    finally:
        process.terminate()
        process.wait()


def test_ffmpeg():
    need('ffmpeg')
    run('ffmpeg', '-v', 'error', '-y', '-i', path('in.wav'), *words('ffmpeg'), '-c:a', 'pcm_f32le',
        path('ffmpeg.wav'))
    check('ffmpeg.wav')


def alike():
    """A correction that is the same left and right, as a file."""
    with open(os.path.join(bench.SOURCE, 'tests', 'data', 'hosts', 'hosts.tare')) as file:
        text = file.read().replace(' left\n', '\n').replace(' right\n', '\n')
    with open(path('alike.tare'), 'w') as file:
        file.write(text)
    return path('alike.tare')


def afir():
    """How this ffmpeg is told to leave the level of an impulse response alone."""
    return 'irnorm=-1' if 'irnorm' in run('ffmpeg', '-hide_banner', '-h', 'filter=afir') \
        else 'gtype=none:wet=0.5'


def test_ffmpeg_convolves():
    need('ffmpeg')
    tare('render', path('in.wav'), path('wanted-alike.wav'), '--file', alike())
    for name, wanted, correction in [('sides', 'wanted.wav', [MODEL]),
                                     ('alike', 'wanted-alike.wav', ['--file', alike()])]:
        impulse = path('impulse-%s.wav' % name)
        told = tare('export', *correction, '--format', 'impulse', '--rate', '%d' % RATE, '-o', impulse)
        if '-lavfi afir=irnorm=-1 OUT' not in told:
            raise Failure('it is told to play with ' + told)
        run('ffmpeg', '-v', 'error', '-y', '-i', path('in.wav'), '-i', impulse, '-lavfi',
            'afir=' + afir(), '-c:a', 'pcm_f32le', path('afir-%s.wav' % name))
        check('afir-%s.wav' % name, SILENT_DB, wanted=wanted)


def test_sox_convolves():
    need('sox')
    file = alike()
    tare('export', '--file', file, '--format', 'sox-fir', '--rate', '%d' % RATE, '-o',
         path('fir.txt'))
    tare('render', path('in.wav'), path('wanted-fir.wav'), '--file', file)
    run('sox', path('in.wav'), '-e', 'float', '-b', '32', path('fir.wav'), 'fir', path('fir.txt'))
    check('fir.wav', SILENT_DB, wanted='wanted-fir.wav')


def test_mpv():
    need('mpv')
    run('mpv', '--no-config', '--really-quiet', '--no-video', '--audio-format=float', '--ao=pcm',
        '--ao-pcm-file=' + path('mpv.wav'), *words('mpv'), path('in.wav'))
    bench.note('mpv', check('mpv.wav'))


def test_sox():
    need('sox')
    run('sox', path('in.wav'), '-e', 'float', '-b', '32', path('sox.wav'), *words('sox'))
    check('sox.wav')


def test_ecasound():
    need('ecasound')
    run('ecasound', '-q', '-f:f32_le,2,%d' % RATE, '-i', path('in.wav'), *words('ecasound'), '-o',
        path('ecasound.wav'))
    bench.note('ecasound', check('ecasound.wav'))


def test_gstreamer():
    need('gst-launch-1.0', 'gst-inspect-1.0')
    if 'enabled' not in run('gst-inspect-1.0', 'urn-tare-eq'):
        raise Failure('GStreamer does not know urn-tare-eq')
    run('gst-launch-1.0', '-q', 'filesrc', 'location=' + path('in.wav'), '!', 'wavparse', '!',
        *words('gstreamer', '--rate', '%d' % RATE), '!', 'audio/x-raw,format=F32LE', '!', 'wavenc',
        '!', 'filesink', 'location=' + path('gstreamer.wav'))
    check('gstreamer.wav')


def test_alsa():
    need('aplay')
    if not os.path.exists('/usr/share/alsa/alsa.conf'):
        raise Skip('alsa-lib has no configuration here')
    os.symlink(os.path.join(BUILD, 'ladspa'), path('ladspa'))  # ALSA ends a path at a blank
    config = path('alsa.conf')
    with open(config, 'w') as file:
        file.write('</usr/share/alsa/alsa.conf>\n'
                   'pcm.!default {\n    type file\n    slave.pcm null\n    format raw\n'
                   '    file "%s"\n}\n' % path('alsa.raw'))
        file.write(lines('alsa').replace('    plugins {', '    path "%s"\n    plugins {'
                                         % path('ladspa'), 1))
    run('aplay', '-q', '-D', 'tare', path('in.wav'), env=dict(environment(), ALSA_CONFIG_PATH=config))
    with open(path('alsa.raw'), 'rb') as file:
        samples = wav.array.array('f', file.read())
    wav.write(path('alsa.wav'), samples, RATE)
    bench.note('alsa', check('alsa.wav'))


def mpc(socket, *words_):
    return run('mpc', '-q', '--host', socket, *words_)


def test_mpd_has_the_graph_of_ffmpeg():
    """mpd's files have a backslash twice, and it gives the graph to ffmpeg's library."""
    need('ffmpeg')
    graph = lines('mpd').split('graph "')[1].split('"')[0].replace('\\\\', '\\')
    run('ffmpeg', '-v', 'error', '-y', '-i', path('in.wav'), '-af', graph, '-c:a', 'pcm_f32le',
        path('mpd-graph.wav'))
    check('mpd-graph.wav')


def test_mpd():
    need('mpd', 'mpc', 'ffmpeg')
    if 'libavfilter' not in run('ldd', shutil.which('mpd')):
        raise Skip('this mpd has no filter ffmpeg')
    os.mkdir(path('music'))
    os.link(path('in.wav'), path('music/in.wav'))
    with open(path('mpd.conf'), 'w') as file:
        file.write('music_directory "%s"\ndb_file "%s"\nbind_to_address "%s"\npid_file "%s"\n'
                   'log_file "%s"\n'
                   'audio_output {\n    type "recorder"\n    name "out"\n    encoder "wave"\n'
                   '    path "%s"\n    format "%d:32:2"\n    filters "tare"\n}\n'
                   % (path('music'), path('mpd.db'), path('mpd.socket'), path('mpd.pid'),
                      path('mpd.log'), path('mpd-32.wav'), RATE))
        file.write(lines('mpd'))
    with daemon('mpd', '--no-daemon', path('mpd.conf')):
        wait_until(lambda: os.path.exists(path('mpd.socket')), 'socket of mpd')
        mpc(path('mpd.socket'), 'update', '--wait')
        mpc(path('mpd.socket'), 'add', 'in.wav')
        mpc(path('mpd.socket'), 'play')
        wait_until(lambda: '[playing]' not in run('mpc', '--host', path('mpd.socket')), 'end')
    run('ffmpeg', '-v', 'error', '-y', '-i', path('mpd-32.wav'), '-c:a', 'pcm_f32le', path('mpd.wav'))
    bench.note('mpd', check('mpd.wav'))


def test_pulseaudio():
    """The sink plays to one of nothing, whose monitor is recorded: a clock says when, so the noise
    lies somewhere in the recording."""
    need('pulseaudio', 'pactl', 'paplay', 'parec')
    os.mkdir(path('pulse'), 0o700)
    silence = wav.array.array('f', bytes(8 * RATE))
    wav.write(path('late.wav'), silence + wav.noise(3, RATE), RATE)
    with open(path('daemon.conf'), 'w') as file:
        file.write('default-sample-format = float32le\ndefault-sample-rate = %d\n'
                   'alternate-sample-rate = %d\nresample-method = copy\n' % (RATE, RATE))
    env = dict(environment(), PULSE_CONFIG=path('daemon.conf'), HOME=path('pulse'), XDG_RUNTIME_DIR=path('pulse'),
               PULSE_RUNTIME_PATH=path('pulse'), PULSE_SERVER='unix:' + path('pulse/socket'))
    server = {key: value for key, value in env.items() if key != 'PULSE_SERVER'}
    with open(path('default.pa'), 'w') as file:
        file.write('load-module module-native-protocol-unix socket=%s auth-anonymous=1\n'
                   'load-module module-null-sink sink_name=out format=float32le rate=%d channels=2\n'
                   'set-default-sink out\n%s' % (path('pulse/socket'), RATE, lines('pulseaudio')))
    with daemon('pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no',
                '--disable-shm=yes', '-F', path('default.pa'), env=server):
        wait_until(lambda: os.path.exists(path('pulse/socket')), 'socket of PulseAudio')
        wait_until(lambda: '\ttare\t' in run('pactl', 'list', 'short', 'sinks', env=env), 'sink')
        recorder = subprocess.Popen(['parec', '--device=out.monitor', '--format=float32le',
                                     '--rate=%d' % RATE, '--channels=2', '--latency-msec=50',
                                     '--file-format=wav', path('pulse.wav')], env=env)
        try:
            wait_until(lambda: os.path.exists(path('pulse.wav')) and
                       os.path.getsize(path('pulse.wav')) > 8 * RATE, 'recording')
            run('paplay', '--device=tare', path('late.wav'), env=env)
            enough = os.path.getsize(path('pulse.wav')) + 3 * 8 * RATE
            wait_until(lambda: os.path.getsize(path('pulse.wav')) > enough, 'rest')
        finally:
            recorder.terminate()
            recorder.wait()
    bench.note('pulseaudio', check('pulse.wav', SILENT_DB))


def main():
    if os.environ.get('TARE_SANITIZE'):
        print('SKIP test_export_players: players without the sanitizers cannot load libraries that '
              'have them')
        return 0
    bench.make_sounds()
    tests = [value for name, value in sorted(globals().items()) if name.startswith('test_')]
    return 0 if all([run_test(test) for test in tests]) else 1


def run_test(test):
    name = 'test_export_players.' + test.__name__
    try:
        test()
        print('PASS', name, flush=True)
    except Skip as why:
        print('SKIP %s: %s' % (name, why), flush=True)
    except (Failure, OSError, ValueError) as what:
        print('FAIL %s: %s' % (name, str(what).replace('\n', '\n  ')), flush=True)
        return False
    return True


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as FOLDER:
        os.chdir(FOLDER)
        sys.exit(main())
