"""What `tare render` does with tags and pictures. ffmpeg makes the files."""

import shutil
import subprocess
import sys

from helpers import cli
from helpers.cli import done, read, tare, write
from helpers.sound_files import MODEL, ffmpeg, needs_tools, piped, samples, tone


def tags_of(path):
    out = subprocess.run(['ffprobe', '-hide_banner', '-loglevel', 'error', '-show_entries',
                          'format_tags', '-of', 'default=nw=1', path], check=True,
                         stdout=subprocess.PIPE, universal_newlines=True).stdout
    return dict(line[4:].split('=', 1) for line in out.splitlines())


TAGS = {'TITLE': 'Über', 'ARTIST': 'Acme', 'MUSICBRAINZ_TRACKID': '1-2-3', 'MOOD': 'calm',
        'REPLAYGAIN_TRACK_GAIN': '-7.5 dB', 'REPLAYGAIN_TRACK_PEAK': '0.98'}


def tagged(path, *options):
    words = [word for name, text in TAGS.items() for word in ['-metadata', '%s=%s' % (name, text)]]
    return tone(path, *words, *options)


def test_flac_keeps_its_tags_and_its_picture():
    needs_tools()
    tagged('plain.flac')
    ffmpeg('-f', 'lavfi', '-i', 'color=red:s=64x64:d=1', '-frames:v', '1', 'cover.png')
    ffmpeg('-i', 'plain.flac', '-i', 'cover.png', '-map', '0', '-map', '1', '-c', 'copy',
           '-disposition:v', 'attached_pic', 'in.flac')
    result = tare('render', *MODEL, 'in.flac', 'out.flac')
    assert result.status == 0 and 'ReplayGain is left out' in result.err, result
    assert 'picture' not in result.err, result
    kept = tags_of('out.flac')
    for name, text in TAGS.items():
        assert (kept.get(name) == text) == (not name.startswith('REPLAYGAIN')), (name, kept)
    pictures = [ffmpeg('-i', path, '-an', '-c', 'copy', '-f', 'image2pipe', '-',
                       stdout=subprocess.PIPE).stdout for path in ['in.flac', 'out.flac']]
    assert pictures[0] == pictures[1] == read('cover.png')
    write('bare.flac', b'')
    tare('render', *MODEL, 'in.flac', 'bare.wav')
    assert samples('bare.wav') == samples('out.flac'), 'the sound is whole'
    status, out, _ = piped(['render', *MODEL, '-', '-'], read('in.flac'))
    assert status == 0 and out == read('out.flac')


def has_tag_library():
    tone('probe.flac', '-metadata', 'MOOD=calm')
    tare('render', *MODEL, 'probe.flac', 'probe.mp3')
    return 'tare-tags.so is not installed' not in tare('render', *MODEL, 'probe.flac', 'probe.ogg').err \
        and 'calm' in tags_of('probe.mp3').values()


def cover(path):
    """The picture in a file as raw bytes; none where ffmpeg sees none."""
    try:
        return ffmpeg('-i', path, '-an', '-c', 'copy', '-f', 'image2pipe', '-',
                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    except subprocess.CalledProcessError:
        return b''


def with_cover(name):
    """A tagged file of some kind, with a picture in it where ffmpeg can put one there."""
    ffmpeg('-f', 'lavfi', '-i', 'color=red:s=64x64:d=1', '-frames:v', '1', 'cover.png')
    tagged('plain.flac', '-t', '0.2')
    picture = ['-i', 'cover.png', '-map', '0', '-map', '1', '-disposition:v', 'attached_pic', '-c:v', 'copy']
    options = {'flac': picture, 'mp3': picture, 'aiff': picture + ['-write_id3v2', '1'],
               'opus': ['-c:a', 'libopus']}[name]
    ffmpeg('-i', 'plain.flac', *options, '-ar', '48000', 'in.' + name)
    return 'in.' + name


def all_tags_of(path):
    """Those of the file, or of the stream in an Ogg file, by names of capitals."""
    out = subprocess.run(['ffprobe', '-hide_banner', '-loglevel', 'error', '-show_entries',
                          'format_tags:stream_tags', '-of', 'default=nw=1', path], check=True,
                         stdout=subprocess.PIPE, universal_newlines=True).stdout
    return {line[4:].split('=', 1)[0].upper(): line.split('=', 1)[1] for line in out.splitlines()}


def test_tags_and_pictures_go_from_each_kind_to_each():
    needs_tools()
    if not has_tag_library():
        raise cli.Skip('built without TagLib')
    for source in ['flac', 'mp3', 'aiff', 'opus']:
        name = with_cover(source)
        has_cover = source != 'opus'
        for kind in ['flac', 'mp3', 'ogg', 'opus', 'aiff', 'wav']:
            result = tare('render', *MODEL, name, 'out.' + kind, '--force')
            assert result.status == 0 and 'ReplayGain is left out' in result.err, result
            assert 'tags' not in result.err and 'picture' not in result.err, (name, kind, result)
            kept = all_tags_of('out.' + kind)
            if kind in ['mp3', 'aiff', 'wav']:  # ffmpeg does not show all frames
                assert b'http://musicbrainz.org\x001-2-3' in read('out.' + kind), (name, kind)
                assert b'calm' in read('out.' + kind), (name, kind)
            else:
                assert (kept['MUSICBRAINZ_TRACKID'], kept['MOOD']) == ('1-2-3', 'calm'), (kind, kept)
            if kind in ['mp3', 'ogg']:
                assert cover('out.' + kind) == (read('cover.png') if has_cover else b''), (name, kind)
            assert (kept['TITLE'], kept['ARTIST']) == ('Über', 'Acme'), (name, kind, kept)
            assert not [key for key in kept if 'REPLAY' in key or 'R128' in key], kept
            done('render', *MODEL, 'out.' + kind, 'back.flac', '--force')
            kept = all_tags_of('back.flac')
            assert (kept['TITLE'], kept['MOOD'], kept['MUSICBRAINZ_TRACKID']) == (
                'Über', 'calm', '1-2-3'), (name, kind, kept)
            assert cover('back.flac') == (read('cover.png') if has_cover else b''), (name, kind)


def test_tags_do_not_touch_the_sound():
    needs_tools()
    tagged('in.flac')
    tone('bare.flac')
    for kind in ['flac', 'mp3', 'ogg', 'wav', 'aiff']:
        tare('render', *MODEL, 'in.flac', 'with.' + kind)
        done('render', *MODEL, 'bare.flac', 'without.' + kind)
        assert samples('with.' + kind) == samples('without.' + kind), kind
    status, out, _ = piped(['render', *MODEL, 'in.flac', '-', '--format', 'mp3'])
    assert status == 0 and out == read('with.mp3')


def test_what_is_lost_of_tags_is_said():
    needs_tools()
    tagged('in.flac')
    for kind, what in [('au', 'its tags are left out'),
                       ('caf', 'its tags but title, artist and the like are left out'),
                       ('w64', 'its tags')]:
        result = tare('render', *MODEL, 'in.flac', 'out.' + kind, '--force')
        assert result.status == 0 and what in result.err, (kind, result)
        assert 'ReplayGain is left out' in result.err, (kind, result)
    tone('none.flac')
    done('render', *MODEL, 'none.flac', 'none.wav')
    done('render', *MODEL, 'none.flac', 'none.au')


def test_what_is_lost_without_the_module():
    """A program by itself, beside which it does not lie, and no module is installed."""
    needs_tools()
    shutil.copy(cli.TARE, 'alone')
    tagged('in.flac')

    def render(*files):
        return subprocess.run(['./alone', 'render', *MODEL, *files], env=cli.environment(),
                              check=True, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              universal_newlines=True).stderr
    said = render('in.flac', 'out.mp3')
    if 'MOOD' in said or not said:
        raise cli.Skip('a module is installed')
    assert 'its tags but title, artist and the like are left out, as tare-tags.so is not' in said
    assert 'ReplayGain is left out' in said
    assert 'not installed' not in render('in.flac', 'out.flac')
    assert tags_of('out.flac')['MOOD'] == 'calm'


def test_tags_that_are_not_utf8_are_read_as_latin_1():
    """With them libsndfile 1.2 ends the program when it writes FLAC."""
    needs_tools()
    tone('in.flac', '-metadata', 'TITLE=Caf@')
    write('in.flac', read('in.flac').replace(b'Caf@', b'Caf\xe9'))
    done('render', *MODEL, 'in.flac', 'out.flac')
    done('render', *MODEL, 'in.flac', 'out.wav')
    assert tags_of('out.wav')['title'] == 'Caf\u00e9'


def test_broken_blocks_of_flac_are_no_danger():
    needs_tools()
    tagged('in.flac')
    whole = read('in.flac')
    for at in range(4, 400, 24):
        write('bad.flac', whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1:])
        result = tare('render', *MODEL, 'bad.flac', 'out.flac', '--force')
        assert result.status in [0, 2], (at, result)
        if result.status == 0:
            assert abs(len(samples('out.flac')) - 44100 * 4) < 44100 * 4, at


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_tags', globals()))
