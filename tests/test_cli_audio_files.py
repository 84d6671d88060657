"""`tare render` and the files that people have: pipes, other kinds, many at once. ffmpeg makes them."""

import array
import math
import os
import re
import shutil
import signal
import subprocess
import sys
import time

from helpers import cli
from helpers.cli import done, everything, read, refused, tare, write
from helpers.sound_files import MODEL, ffmpeg, needs_tools, piped, samples, tone

def probe(path, *entries):
    out = subprocess.run(['ffprobe', '-hide_banner', '-loglevel', 'error', '-show_entries',
                          'stream=' + ','.join(entries), '-of', 'default=nw=1', path],
                         check=True, stdout=subprocess.PIPE, universal_newlines=True).stdout
    return dict(line.split('=', 1) for line in out.splitlines())


def test_pipes_on_both_sides():
    needs_tools()
    for name in ['in.wav', 'in.flac', 'in.ogg', 'in.aiff']:
        tone(name)
        done('render', *MODEL, name, 'out.' + name[3:])
        before = everything()
        status, out, err = piped(['render', *MODEL, '-', '-'], read(name))
        assert (status, err) == (0, ''), (name, status, err)
        assert samples(write('piped', out)) == samples('out.' + name[3:]), name
        status, out, err = piped(['render', *MODEL, '-', 'from.' + name[3:]], read(name))
        assert (status, out, err) == (0, b'', ''), (name, err)
        assert samples('from.' + name[3:]) == samples('out.' + name[3:])
        status, out, err = piped(['render', *MODEL, name, '-', '--format', 'flac'])
        assert (status, err) == (0, '') and out[:4] == b'fLaC'
        assert '-' not in everything() and set(before) < set(everything())


def test_pipes_that_break():
    needs_tools()
    tone('in.wav', seconds=20)
    status, out, err = piped(['render', *MODEL, '-', '-'], b'no sound')
    assert status == 2 and out == b'' and re.match(r'-:1:1: cannot be read as sound', err), err
    status, out, err = piped(['render', *MODEL, '-', '-'], read('in.wav')[:3000])
    assert status == 2 and out == b'' and 'is cut off' in err, err
    process = subprocess.Popen([cli.TARE, 'render', *MODEL, 'in.wav', '-'], env=cli.environment(),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN))
    process.stdout.close()
    assert process.wait(60) == 1 and b'standard output cannot be written' in process.stderr.read()
    process.stderr.close()
    assert 'standard output is a terminal' in cli.on_terminal('render', *MODEL, 'in.wav', '-')


def test_streams_of_unknown_length():
    needs_tools()
    tone('in.wav')
    for kind, options in [('flac', ['-c:a', 'flac']), ('wav', []), ('ogg', ['-c:a', 'libvorbis']),
                          ('au', []), ('w64', [])]:
        with open('stream.' + kind, 'wb') as file:
            subprocess.run('ffmpeg -hide_banner -loglevel error -i in.wav %s -f %s - | cat' % (
                ' '.join(options), kind), shell=True, check=True, stdin=subprocess.DEVNULL,
                stdout=file)
        done('render', *MODEL, 'stream.' + kind, 'out.' + kind)
        n_off = abs(len(samples('out.' + kind)) - 44100 * 4)
        assert n_off == 0 or (kind == 'ogg' and n_off < 8192), (kind, n_off)
    assert samples('out.flac') == samples('out.wav')


def test_the_name_says_the_format():
    needs_tools()
    tone('in.mp3', '-b:a', '160k', rate=48000)
    tone('in.flac', rate=48000)
    tone('in24.flac', '-c:a', 'flac', '-sample_fmt', 's32', '-bits_per_raw_sample', '24', rate=48000)
    tone('in.wav', '-c:a', 'pcm_f32le', rate=48000)
    for source in ['in.mp3', 'in.flac', 'in24.flac', 'in.wav']:
        for kind, codec in [('wav', 'pcm_'), ('flac', 'flac'), ('mp3', 'mp3'), ('ogg', 'vorbis'),
                            ('opus', 'opus'), ('aiff', 'pcm_'), ('caf', 'pcm_')]:
            done('render', *MODEL, source, 'out.' + kind, '--force')
            found = probe('out.' + kind, 'codec_name', 'sample_rate', 'channels')
            assert found['codec_name'].startswith(codec), (source, kind, found)
            assert (found['sample_rate'], found['channels']) == ('48000', '2'), (source, kind, found)
            assert len(samples('out.' + kind)) > 0.9 * 48000 * 4
    for source, kind, bits in [('in24.flac', 'wav', 'pcm_s24le'), ('in24.flac', 'aiff', 'pcm_s24be'),
                               ('in.flac', 'wav', 'pcm_s16le'), ('in.wav', 'wav', 'pcm_f32le')]:
        done('render', *MODEL, source, 'out.' + kind, '--force')
        assert probe('out.' + kind, 'codec_name')['codec_name'] == bits, (source, kind)
    done('render', *MODEL, 'in.wav', 'out.flac', '--force')
    assert probe('out.flac', 'bits_per_raw_sample')['bits_per_raw_sample'] == '24'
    done('render', *MODEL, 'in.wav', 'out.xyz', '--format', 'FLAC')
    assert read('out.xyz')[:4] == b'fLaC'


def peak_near(path, freq):
    """What there is of a tone in the middle of a file, full scale being 0 dB."""
    rate = 48000
    data = array.array('h', samples(path))[::2]
    n = rate // 2
    data = data[len(data) // 2 - n // 2:][:n]
    parts = [sum(x * f(2 * math.pi * freq * i / rate) * (1 - math.cos(2 * math.pi * i / n))
                 for i, x in enumerate(data)) for f in (math.sin, math.cos)]
    return 20 * math.log10(math.hypot(*parts) * 2 / n / 32768)


def test_kinds_with_rates_of_their_own():
    """Opus and MP3: the correction is heard at the rate of the source, then comes the other rate."""
    needs_tools()
    for rate, kind, wanted in [(44100, 'opus', 48000), (96000, 'opus', 48000), (22050, 'opus', 24000),
                               (96000, 'mp3', 48000), (88200, 'mp3', 44100), (37800, 'mp3', 44100)]:
        ffmpeg('-f', 'lavfi', '-i', 'aevalsrc=0.25*sin(2*PI*1000*t)|0.25*sin(2*PI*1000*t):s=%d:d=2' % rate,
               'in.flac')
        result = tare('render', *MODEL, 'in.flac', 'out.' + kind, '--force')
        if result.status:  # built without libsamplerate
            assert result.status == 2 and everything() == ['in.flac'], result
            assert 'rate of %d Hz; expected %d Hz for' % (rate, wanted) in result.err, result
            line = result.err.strip().split('made by: ')[1]
            subprocess.run(line.replace('ffmpeg', 'ffmpeg -loglevel error', 1), shell=True, check=True,
                           stdin=subprocess.DEVNULL)
            assert probe('in.wav', 'sample_rate')['sample_rate'] == str(wanted)
            os.remove('in.wav')
            continue
        assert result.err == 'tare render: in.flac has %d Hz, and %s no such rate: out.%s has %d Hz\n' % (
            rate, {'mp3': 'MP3'}.get(kind, 'Opus'), kind, wanted), result
        done('render', *MODEL, 'in.flac', 'same.flac', '--force')
        for name in ['out.' + kind, 'same.flac']:
            ffmpeg('-i', name, '-ar', '48000', name + '.wav')
        assert abs(len(samples('out.%s.wav' % kind)) - 2 * 48000 * 4) < 4 * 4000
        off = peak_near('out.%s.wav' % kind, 1000) - peak_near('same.flac.wav', 1000)
        assert abs(off) < (0.5 if kind == 'mp3' else 0.1), (rate, kind, off)  # lame makes less of it
        first = read('out.' + kind)
        tare('render', *MODEL, 'in.flac', 'out.' + kind, '--force')
        assert read('out.' + kind) == first, 'other bytes of the same sound'
        status, out, err = piped(['render', *MODEL, '-', '-', '--format', kind], read('in.flac'))
        assert status == 0 and out == first and '- has %d Hz' % rate in err, err


def test_the_same_sound_gives_the_same_bytes():
    """libsndfile numbers Ogg streams by lot."""
    needs_tools()
    tone('in.wav', '-metadata', 'title=One', rate=48000, seconds=70)
    for kind in ['ogg', 'opus', 'mp3', 'flac', 'wav', 'aiff', 'caf']:
        done('render', *MODEL, 'in.wav', 'first.' + kind)
        done('render', *MODEL, 'in.wav', 'second.' + kind)
        assert read('first.' + kind) == read('second.' + kind), kind
        said = subprocess.run(['ffmpeg', '-v', 'warning', '-err_detect', 'crccheck', '-i', 'first.' + kind,
                               '-f', 'null', '-'], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        assert not re.search(rb'(?i)crc|invalid|error', said.stderr), (kind, said.stderr)


def test_lossy_files_are_no_worse_than_they_were():
    needs_tools()
    for kbps in [64, 128, 192, 320]:
        tone('in.mp3', '-b:a', '%dk' % kbps, seconds=3)
        done('render', *MODEL, 'in.mp3', 'out.mp3', '--force')
        found = int(probe('out.mp3', 'bit_rate')['bit_rate'])
        assert found >= kbps * 1000, (kbps, found)
    sizes = []
    for quality in ['0', '5', '10']:
        for kind in ['mp3', 'ogg']:
            assert tare('render', *MODEL, 'in.mp3', 'q%s.%s' % (quality, kind), '--quality', quality).status == 0
        sizes.append([os.path.getsize('q%s.%s' % (quality, kind)) for kind in ['mp3', 'ogg']])
    assert sizes == sorted(sizes) and all(a < b for a, b in zip(sizes[0], sizes[2])), sizes
    refused('render', *MODEL, 'in.mp3', 'x.mp3', '--quality', '11', says='from 0 to 10')


def test_an_mp3_that_is_to_be_worse_is_told():
    needs_tools()
    tone('in.mp3', '-b:a', '256k')
    said = tare('render', *MODEL, 'in.mp3', 'out.mp3', '--quality', '2')
    assert said.status == 0 and re.search(r'out.mp3 has \d+ kbit/s, its source 2\d\d', said.err), said


def test_sound_of_another_encoding_says_how_it_can_be_read():
    needs_tools()
    tone('in.caf', '-c:a', 'alac')
    message = refused('render', *MODEL, 'in.caf', 'out.flac', says="made by: ffmpeg -i 'in.caf'")
    assert 'cannot be read as sound' in message, message


def test_what_cannot_be_read_says_how_it_can():
    needs_tools()
    made = [tone('a.m4a', '-c:a', 'aac'), tone('alac.m4a', '-c:a', 'alac'),
            tone('a.wv', '-c:a', 'wavpack'), tone('a.aac', '-c:a', 'aac'),
            tone("it's one.mka", '-c:a', 'pcm_s16le'), tone('a.tta', '-c:a', 'tta'),
            tone('six.wav', channels=6), tone('eight.flac', channels=8), tone('four.wav', channels=4)]
    for name in made:
        message = refused('render', *MODEL, name, 'out.wav', says='made by: ffmpeg -i ')
        line = re.search(r'made by: (ffmpeg .*)$', message, re.MULTILINE).group(1)
        before = set(everything())
        subprocess.run(line.replace('ffmpeg', 'ffmpeg -loglevel error', 1), shell=True, check=True,
                       stdin=subprocess.DEVNULL)
        new, = set(everything()) - before
        done('render', *MODEL, new, 'out.wav')
        assert len(samples('out.wav')) > 0.9 * 44100 * 4, name
        os.remove('out.wav')
        os.remove(new)
    for name, says in [('six.wav', '5.1 surround'), ('eight.flac', '7.1 surround'),
                       ('four.wav', 'quadraphonic'), ('a.wv', 'is WavPack'), ('a.m4a', 'ALAC')]:
        refused('render', *MODEL, name, 'out.wav', says=says)


def test_many_files_into_a_folder():
    needs_tools()
    names = [tone('%d.wav' % i, seconds=0.2 + 0.1 * i) for i in range(6)]
    done('render', *MODEL, '--out', 'deep/out', '--jobs', '3', *names)
    assert everything('deep/out') == names
    for name in names:
        done('render', *MODEL, name, 'single.wav', '--force')
        assert read('single.wav') == read('deep/out/' + name), name
    write('deep/out/3.wav', 'kept')
    os.remove('deep/out/4.wav')
    done('render', *MODEL, '--out', 'deep/out', *names)
    assert read('deep/out/3.wav') == b'kept' and os.path.exists('deep/out/4.wav')
    done('render', *MODEL, '--out', 'deep/out', '--force', *names)
    assert read('deep/out/3.wav')[:4] == b'RIFF'
    done('render', *MODEL, '--out', 'flac', '--format', 'flac', *names)
    assert everything('flac') == ['%d.flac' % i for i in range(6)]


def test_bad_files_among_many():
    needs_tools()
    tone('a.wav')
    tone('b.wav')
    write('bad.wav', 'no sound')
    result = tare('render', *MODEL, '--out', 'out', 'a.wav', 'bad.wav', 'b.wav', 'absent.wav')
    assert result.status == 2 and everything('out') == ['a.wav', 'b.wav'], result
    assert 'bad.wav:1:1: ' in result.err and 'absent.wav:1:1: ' in result.err, result
    os.mkdir('other')
    shutil.copy('a.wav', 'other/a.wav')
    refused('render', *MODEL, '--out', 'new', 'a.wav', 'other/a.wav', says='would both become')
    refused('render', *MODEL, '--out', '.', '--force', 'a.wav', says='is a file to read as well')
    refused('render', *MODEL, '--out', '', 'a.wav', says='the folder has no name')
    refused('render', *MODEL, 'a.wav', says='IN or OUT is missing')
    refused('render', *MODEL, 'a.wav', 'b.wav', 'c.wav', says='more than two files')
    refused('render', *MODEL, 'a.wav', 'c.wav', '--jobs', '2', says='--jobs means nothing alone')
    assert 'files [' in cli.on_terminal('render', *MODEL, '--out', 'third', 'a.wav', 'b.wav')


def test_an_interrupted_run_goes_on():
    needs_tools()
    names = [tone('%02d.wav' % i, seconds=30) for i in range(6)]
    process = subprocess.Popen([cli.TARE, 'render', *MODEL, '--out', 'out', *names],
                               env=cli.environment(), stderr=subprocess.DEVNULL,
                               start_new_session=True)
    while process.poll() is None and (not os.path.isdir('out') or not any(
            name in names for name in everything('out'))):
        time.sleep(0.002)
    os.killpg(process.pid, signal.SIGINT)
    process.wait(60)
    assert set(everything('out')) <= set(names), everything('out')
    done('render', *MODEL, '--out', 'out', *names)
    assert everything('out') == names
    assert len({read('out/' + name) for name in names}) == 1


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_audio_files', globals()))
