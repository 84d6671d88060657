#!/bin/sh
# ffmpeg 5.1.9 (Debian 12): `bass` and `lowshelf` (and `treble` and `highshelf`) with the same
# frequency, gain and Q are different filters, though the manual has them under one heading. At 100 Hz,
# +6 dB, Q 0.7, `bass` overshoots to 6.4 dB at 50 Hz and dips to -0.4 dB at 200 Hz, where `lowshelf`
# gives 5.6 and +0.4 dB, as the cookbook's shelf of that Q does. A good guess is that they are two names
# of one filter. Whoever turns a correction into ffmpeg's options has to write lowshelf and highshelf.
#
# Fetches ffmpeg and its own libraries, in this version, into a temporary folder; the libraries that
# they use in turn are those of the system (Debian 12 with ffmpeg's dependencies). Ends with 1 when
# what is seen is no longer so.
set -eu
version=7:5.1.9-0+deb12u1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for package in ffmpeg libavcodec59 libavdevice59 libavfilter8 libavformat59 libavutil57 \
    libpostproc56 libswresample4 libswscale6; do
    apt-get -q download "$package=$version" >/dev/null
done
for file in *.deb; do
    dpkg -x "$file" root
done
LD_LIBRARY_PATH=$(dirname "$(find "$folder/root" -name 'libavfilter.so.8')")
export LD_LIBRARY_PATH
ffmpeg=$folder/root/usr/bin/ffmpeg
"$ffmpeg" -version | head -n 1

level() { # in dB, of a tone of this frequency, behind a filter of this name against in front of it
    "$ffmpeg" -hide_banner -loglevel error -f lavfi -i "sine=$2:r=48000:d=2" \
        -af "$1=f=$3:g=6:t=q:w=0.7" -f f32le - |
        python3 -c 'import math, struct, sys
x = sys.stdin.buffer.read()
x = struct.unpack("<%df" % (len(x) // 4), x)[48000:]
print("%.1f" % (10 * math.log10(2 * sum(v * v for v in x) / len(x) * 64)))'
}
bass="$(level bass 50 100) $(level bass 200 100)"
lowshelf="$(level lowshelf 50 100) $(level lowshelf 200 100)"
treble="$(level treble 2000 4000) $(level treble 8000 4000)"
highshelf="$(level highshelf 2000 4000) $(level highshelf 8000 4000)"
echo "+6 dB with Q 0.7 at 100 Hz, heard at 50 and 200 Hz: bass $bass, lowshelf $lowshelf"
echo "+6 dB with Q 0.7 at 4 kHz, heard at 2 and 8 kHz: treble $treble, highshelf $highshelf"
[ "$bass, $lowshelf" = '6.4 -0.4, 5.6 0.4' ] && [ "$treble, $highshelf" = '-0.4 6.4, 0.4 5.7' ]
