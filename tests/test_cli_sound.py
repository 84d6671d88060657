"""The command line: responses and corrected sound, judged by formulas of our own."""

import array
import math
import os
import resource
import signal
import stat
import subprocess
import sys
import time
import wave

from helpers import cli, wav
from helpers.cli import done, everything, refused, tare

RATE = 48000
RENDER = ['render', '--model', 'acme-one/review', 'in.wav', 'out.wav']


def curve(*arguments):
    lines = done('response', *arguments).splitlines()
    assert lines[0] == 'frequency_hz,gain_db'
    return [tuple(map(float, line.split(','))) for line in lines[1:]]


def cookbook_db(kind, f0, gain_db, q, freq, rate=RATE):
    """R. Bristow-Johnson's cookbook, evaluated on the unit circle."""
    a, w = 10 ** (gain_db / 40), 2 * math.pi * f0 / rate
    alpha, c = math.sin(w) / (2 * q), math.cos(w)
    root = 2 * math.sqrt(a) * alpha
    if kind == 'peak':
        b, d = (1 + alpha * a, -2 * c, 1 - alpha * a), (1 + alpha / a, -2 * c, 1 - alpha / a)
    else:
        s = 1 if kind == 'low_shelf' else -1
        b = (a * (a + 1 - s * (a - 1) * c + root), s * 2 * a * (a - 1 - s * (a + 1) * c),
             a * (a + 1 - s * (a - 1) * c - root))
        d = (a + 1 + s * (a - 1) * c + root, -s * 2 * (a - 1 + s * (a + 1) * c),
             a + 1 + s * (a - 1) * c - root)
    z = complex(math.cos(2 * math.pi * freq / rate), -math.sin(2 * math.pi * freq / rate))
    return 20 * math.log10(abs((b[0] + b[1] * z + b[2] * z * z) / (d[0] + d[1] * z + d[2] * z * z)))


def test_response_is_that_of_the_cookbook():
    points = curve('acme-one/anna', '--no-auto-preamp')
    assert len(points) == 481 and points[0][0] == 20 and points[-1][0] == 20000
    for freq, gain in points:
        wanted = -3.5 + cookbook_db('low_shelf', 105, 3.5, 0.7, freq) \
            + cookbook_db('peak', 1000, -6, 2, freq) \
            + cookbook_db('high_shelf', 10000, -2, 0.7, freq)
        assert abs(gain - wanted) < 2e-4, (freq, gain, wanted)


def test_response_at_the_centre_at_every_rate():
    for rate in [44100, 48000, 96000, 192000]:
        (_, low), (_, peak) = curve('acme-one/review', '--rate', str(rate), '--at', '1000,5500')
        assert abs(peak - low + 6) < 0.02 and abs(peak + 6) < 0.01, (rate, low, peak)


def test_response_is_spaced_evenly_by_logarithm():
    points = curve('acme-one/anna', '--points', '4', '--from', '10', '--to', '10000')
    assert [freq for freq, _ in points] == [10, 100, 1000, 10000]
    assert [freq for freq, _ in curve('acme-one/anna', '--points', '1')] == [20]


def test_response_ends_below_half_the_rate():
    result = tare('response', 'acme-one/anna', '--rate', '8000', '--points', '3')
    last = float(result.out.splitlines()[-1].split(',')[0])
    assert result.status == 0 and 3900 < last < 4000, result
    assert 'ends at 4000 Hz' in result.err
    refused('response', 'acme-one/anna', '--at', '100,24000', says='below half the rate')
    refused('response', 'acme-one/anna', '--at', '100,,200', says='with commas between')
    refused('response', 'acme-one/anna', '--from', '500', '--to', '100',
            says='lower frequency first')


def test_response_of_one_channel():
    at = ['acme-two-anc-on/anna', '--at', '500,2000', '--no-auto-preamp']
    (_, left_500), (_, left_2000) = curve(*at, '--channel', 'left')
    (_, right_500), (_, right_2000) = curve(*at, '--channel', 'right')
    assert abs(left_500 - 0) < 0.01 and abs(right_2000 + 2) < 0.01
    assert right_500 < -5.5 and left_2000 < -5.5
    assert 'left and right differ' in tare('response', *at).err


def test_response_follows_strength_tone_and_preamp():
    at = ['acme-one/review', '--at', '5500']
    assert abs(curve(*at, '--strength', '50')[0][1] + 3) < 0.05
    assert abs(curve(*at, '--strength', '0')[0][1]) < 1e-6
    assert abs(curve(*at, '--preamp', '-4')[0][1] + 10) < 1e-3
    assert abs(curve('beta-flat/anna', '--at', '20', '--bass', '6', '--preamp', '0')[0][1] - 6) < 0.1
    assert abs(curve('beta-flat/anna', '--at', '20000', '--treble', '-6')[0][1] + 6) < 0.6
    assert -0.02 < curve('beta-flat/anna', '--at', '8', '--bass', '6')[0][1] <= 0
    tilted = curve('beta-flat/anna', '--at', '500,1000,2000', '--tilt', '1',
                   '--preamp', '0')
    assert abs(tilted[2][1] - tilted[0][1] - 2) < 0.3 and abs(tilted[1][1]) < 0.01
    refused('response', 'acme-one/review', '--strength', '101', says='from 0 to 100')
    refused('response', 'acme-one/review', '--bass', '13', says='from -12 to 12')


def sine(freq, seconds=0.5, level=0.5, channels=2):
    n = int(seconds * RATE)
    return array.array('f', [level * math.sin(2 * math.pi * freq * (i // channels) / RATE)
                             for i in range(n * channels)])


def level_db(samples, freq):
    """Level of a sine in the last 9600 frames, where multiples of 100 Hz have whole turns."""
    part = samples[-9600:]
    wave_parts = [sum(x * f(2 * math.pi * freq * i / RATE) for i, x in enumerate(part))
                  for f in (math.sin, math.cos)]
    return 20 * math.log10(2 * math.hypot(*wave_parts) / len(part))


def write_pcm(path, samples, channels=2, width=2):
    with wave.open(path, 'wb') as file:
        file.setparams((channels, width, RATE, 0, 'NONE', ''))
        file.writeframes(b''.join(x.to_bytes(width, 'little', signed=True) for x in samples))


def read_pcm(path):
    with wave.open(path, 'rb') as file:
        width = file.getsampwidth()
        data = file.readframes(file.getnframes())
    return [int.from_bytes(data[i:i + width], 'little', signed=True)
            for i in range(0, len(data), width)], width


def needs_sndfile():
    if 'without libsndfile' in tare('render', 'a', 'b', '--model', 'acme').err:
        raise cli.Skip('built without libsndfile')


def test_render_filters_like_the_response():
    needs_sndfile()
    for freq, wanted in [(5500, -6.0), (1000, 0.0), (4000, None)]:
        wav.write('in.wav', sine(freq), RATE)
        assert done(*RENDER, '--force') == ''
        if wanted is None:
            wanted = curve('acme-one/review', '--at', str(freq))[0][1]
        channels, rate = wav.read('out.wav')
        assert rate == RATE and len(channels) == 2 and len(channels[0]) == RATE // 2
        for samples in channels:
            change = level_db(samples, freq) - level_db(sine(freq, channels=1), freq)
            assert abs(change - wanted) < 0.01, (freq, change, wanted)


def test_render_follows_every_control():
    needs_sndfile()
    wav.write('in.wav', sine(1000), RATE)
    for options in [['--strength', '50'], ['--preamp', '-7.5'], ['--bass', '5', '--tilt', '-1'],
                    ['--treble', '4']]:
        done('render', '--model', 'acme-one/anna', 'in.wav', 'out.wav', '--force', *options)
        wanted = curve('acme-one/anna', '--at', '1000', *options)[0][1]
        change = level_db(wav.read('out.wav')[0][0], 1000) - level_db(sine(1000, channels=1), 1000)
        assert abs(change - wanted) < 0.005, (options, change, wanted)


def test_render_keeps_left_and_right_apart():
    needs_sndfile()
    wav.write('in.wav', sine(500), RATE)
    done('render', '--model', 'acme-two-anc-on/anna', 'in.wav', 'out.wav')
    left, right = [level_db(x, 500) - 20 * math.log10(0.5) for x in wav.read('out.wav')[0]]
    assert abs(left) < 0.01 and right < -5.5, (left, right)


def test_render_of_mono_gives_each_ear_its_own():
    needs_sndfile()
    both = 'id my/own\nbrand My\nmodel Own\nkind user\n'
    cli.write('own.tare', both + 'peak 1000 -12 1 left\npeak 1000 -6 1 right\n')
    wav.write('in.wav', sine(1000, channels=1), RATE, channels=1)
    result = tare('render', '--file', 'own.tare', 'in.wav', 'out.wav')
    assert result.status == 0 and 'mono, but left and right need' in result.err, result
    left, right = [level_db(x, 1000) - 20 * math.log10(0.5) for x in wav.read('out.wav')[0]]
    assert abs(left + 12) < 0.02 and abs(right + 6) < 0.02, (left, right)
    cli.write('own.tare', both + 'peak 1000 -6 1 left\npeak 3000 0 1 left\n'
              'high_shelf 9000 -3 0.7\npeak 1000 -6 1 right\n')
    channels = []
    for count in [1, 2]:
        wav.write('in.wav', sine(1000, channels=count), RATE, channels=count)
        cli.write('same.tare', cli.read('own.tare').replace(b'-6 1 right', b'-6.5 1 right'))
        done('render', '--file', 'same.tare' if count == 2 else 'own.tare', 'in.wav', 'out.wav',
             '--force')
        channels.append(wav.read('out.wav')[0])
    assert [len(each) for each in channels] == [1, 2]
    assert max(abs(a - b) for a, b in zip(channels[0][0], channels[1][0])) < 1e-6
    assert 'becomes a stereo' in done('render', '--help')


def cut_files():
    """Complete files by their kinds of header, and how far the sound begins."""
    wav.write('a.wav', sine(1000), RATE)
    whole = cli.read('a.wav')
    head, data = whole[:36], whole[44:]
    size = len(data).to_bytes(4, 'little')
    yield 'plain', head + b'data' + size, data
    yield 'behind another chunk', head + b'junk\3\0\0\0abc\0data' + size, data
    yield 'open', head + b'data' + b'\xff' * 4, None
    yield 'RF64', b'RF64\xff\xff\xff\xffWAVEds64' + (28).to_bytes(4, 'little') \
        + len(whole).to_bytes(8, 'little') + len(data).to_bytes(8, 'little') + bytes(12) \
        + whole[12:36] + b'data' + b'\xff' * 4, data
    pcm = bytes(4000)
    common = b'COMM' + (18).to_bytes(4, 'big') + b'\0\1' + (2000).to_bytes(4, 'big') \
        + b'\0\x10\x40\x0e\xbb\x80' + bytes(6)
    yield 'AIFF', b'FORM' + (46 + len(pcm)).to_bytes(4, 'big') + b'AIFF' + common + b'SSND' \
        + (8 + len(pcm)).to_bytes(4, 'big') + bytes(8), pcm
    yield 'CAF', b'caff\0\1\0\0desc' + (32).to_bytes(8, 'big') + b'\x40\xe7\x70' + bytes(5) \
        + b'lpcm\0\0\0\0\0\0\0\2\0\0\0\1\0\0\0\1\0\0\0\x10data' \
        + (4 + len(pcm)).to_bytes(8, 'big') + bytes(4), pcm


def test_render_refuses_what_is_cut_off():
    needs_sndfile()
    command = ['render', '--model', 'acme-one/review', 'in', 'out', '--force']
    for kind, head, data in cut_files():
        cli.write('in', head + (data or bytes(4000)))
        result = tare(*command)
        assert result.status == 0 and result.err == '', (kind, result)
        if data is None:
            continue
        os.remove('out')
        for n in [0, 8, len(data) - 1]:
            cli.write('in', head + data[:n])
            refused(*command, says=r'in:1:1: (is cut off: %d bytes of sound are missing|cannot be)'
                    % (len(data) - n))
        assert not os.path.exists('out'), kind


def test_render_keeps_format_and_samples():
    needs_sndfile()
    for width, top in [(2, 2 ** 15), (3, 2 ** 23)]:
        samples = [(i * 7919) % (2 * top) - top for i in range(4000)] + [top - 1, -top]
        write_pcm('in.wav', samples, width=width)
        done('render', '--model', 'beta-flat/anna', 'in.wav', 'out.wav', '--force')
        assert read_pcm('out.wav') == (samples, width), 'flat must change nothing'


def test_render_counts_clipping():
    needs_sndfile()
    write_pcm('in.wav', [30000 if i % 96 < 48 else -30000 for i in range(9600)], channels=1)
    command = ['render', '--model', 'beta-flat/anna', 'in.wav', 'out.wav', '--preamp', '6',
               '--force']
    result = tare(*command)
    assert result.status == 0 and '9600 samples lie above full scale' in result.err, result
    assert set(read_pcm('out.wav')[0]) == {32767, -32768}
    assert done(*command, '--float') == ''
    peak = max(wav.read('out.wav')[0][0])
    assert abs(peak - 30000 / 32768 * 10 ** 0.3) < 1e-4, peak


def test_render_is_the_same_every_time():
    needs_sndfile()
    wav.write('in.wav', wav.noise(0.5, RATE), RATE)
    done(*RENDER)
    first = cli.read('out.wav')
    time.sleep(1.1)
    done(*RENDER, '--force')
    assert cli.read('out.wav') == first


def test_render_takes_a_file():
    needs_sndfile()
    cli.write('own.tare', 'id my/own\nbrand My\nmodel Own\nkind user\npreamp -3\n')
    wav.write('in.wav', sine(1000), RATE)
    done('render', '--file', 'own.tare', 'in.wav', 'out.wav', '--no-auto-preamp')
    assert abs(level_db(wav.read('out.wav')[0][0], 1000) - 20 * math.log10(0.5) + 3) < 0.005
    refused('render', 'in.wav', 'new.wav', says='a model is missing')


def test_render_never_overwrites():
    needs_sndfile()
    wav.write('in.wav', sine(1000), RATE)
    original = cli.read('in.wav')
    cli.write('out.wav', 'precious')
    refused(*RENDER, says='out.wav is there already; expected a new name, or --force')
    assert cli.read('out.wav') == b'precious'
    os.link('in.wav', 'link.wav')
    os.symlink('in.wav', 'symlink.wav')
    for same in ['in.wav', './in.wav', 'link.wav', 'symlink.wav']:
        refused('render', '--force', '--model', 'acme-one/anna', 'in.wav', same,
                says='is the file to read as well')
    os.mkdir('folder.wav')
    refused('render', '--force', '--model', 'acme-one/anna', 'in.wav', 'folder.wav',
            says='is not a file')
    assert cli.read('in.wav') == original
    assert everything() == ['folder.wav', 'in.wav', 'link.wav', 'out.wav', 'symlink.wav']


def test_render_refuses_what_it_cannot_correct():
    needs_sndfile()
    wav.write('in.wav', sine(1000, channels=3), RATE, channels=3)
    refused(*RENDER, says=r'in\.wav:1:1: has 3 channels; expected 1 or 2')
    wav.write('in.wav', sine(1000), 4000)
    refused(*RENDER, says=r'in\.wav:1:1: has a sample rate of 4000 Hz; expected 8000')
    cli.write('in.wav', 'this is no sound')
    refused(*RENDER, says=r'in\.wav:1:1: cannot be read as sound: .*; expected an audio file')
    cli.write('in.wav', b'')
    refused(*RENDER, says=r'in\.wav:1:1: ')
    refused('render', '--model', 'acme-one/anna', '.', 'out.wav', says=r'\.:1:1: ')
    refused('render', '--model', 'acme-one/anna', 'absent.wav', 'out.wav',
            says=r'absent\.wav:1:1: ')
    wav.write('in.wav', sine(1000), RATE)
    refused('render', '--model', 'acme-one/anna', 'in.wav', 'out.wav', '--format', 'xyz', says='unknown format xyz')
    refused(*RENDER[:-1], 'no/such/folder/out.wav', status=1, says='cannot be created')
    assert everything() == ['in.wav']


def test_render_of_nothing():
    needs_sndfile()
    wav.write('in.wav', array.array('f'), RATE)
    done(*RENDER)
    assert wav.read('out.wav')[0] == [array.array('f')] * 2


def test_render_keeps_permissions_and_names():
    needs_sndfile()
    wav.write('in.wav', sine(1000), RATE)
    cli.write('kept.wav', 'old')
    os.chmod('kept.wav', 0o600)
    os.symlink('kept.wav', 'out.wav')
    done(*RENDER, '--force')
    assert os.path.islink('out.wav') and wav.read('kept.wav')[1] == RATE
    assert stat.S_IMODE(os.stat('kept.wav').st_mode) == 0o600


def test_render_without_room_leaves_nothing():
    needs_sndfile()
    wav.write('in.wav', sine(1000, seconds=3), RATE)
    cli.write('out.wav', 'old')

    def leave_little_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
    refused(*RENDER, '--force', status=1, says='out.wav: cannot be written',
            preexec_fn=leave_little_room)
    assert everything() == ['in.wav', 'out.wav'] and cli.read('out.wav') == b'old'


def test_render_in_a_folder_without_permission():
    needs_sndfile()
    wav.write('in.wav', sine(1000), RATE)
    os.mkdir('closed', 0o555)
    os.chmod('.', 0o755)
    try:
        refused(*RENDER[:-1], 'closed/out.wav', status=1,
                says='cannot be created: Permission denied',
                preexec_fn=lambda: os.geteuid() or os.setuid(65534))
    except (PermissionError, subprocess.SubprocessError):
        raise cli.Skip('the build cannot be reached without permissions of root')
    assert everything('closed') == []


def test_render_shows_progress_on_a_terminal():
    needs_sndfile()
    wav.write('in.wav', sine(1000), RATE)
    seen = cli.on_terminal(*RENDER)
    assert 'correcting [' in seen and '100 %' in seen and seen.endswith('\r\033[K'), seen


def test_render_interrupted_leaves_nothing():
    needs_sndfile()
    wav.write('in.wav', sine(1000, seconds=0.1) * 1500, RATE)
    process = subprocess.Popen([cli.TARE, *RENDER], env=cli.environment())
    while len(everything()) < 2 and process.poll() is None:
        time.sleep(0.001)
    process.terminate()
    if process.wait(60) == 0:
        raise cli.Skip('the program was faster than the interrupt')
    assert process.returncode == -signal.SIGTERM and everything() == ['in.wav'], everything()


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_sound', globals()))
