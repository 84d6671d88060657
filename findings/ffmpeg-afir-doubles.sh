#!/bin/sh
# ffmpeg 5.1.9 (Debian 12): afir convolved with a single sample of 1 comes out at twice the level,
# +6.02 dB, also with gtype=none, which is documented as no gain at all. A good guess is that a unit
# impulse changes nothing, as with convolution anywhere else; later versions have irnorm=-1 for that.
# Whoever writes impulse responses for people to play has to tell wet=0.5 for this version.
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

python3 - <<'PYTHON'
import struct, wave
for name, samples in ('quarter', [8192] * 4800), ('one', [32767] + [0] * 63):
    with wave.open(name + '.wav', 'wb') as file:
        file.setparams((1, 2, 48000, 0, 'NONE', ''))
        file.writeframes(struct.pack('<%dh' % len(samples), *samples))
PYTHON

level() { # of the middle of what afir with these options gives
    "$ffmpeg" -hide_banner -loglevel error -i quarter.wav -i one.wav -lavfi "afir=$1" -f f32le - |
        python3 -c 'import struct, sys
x = sys.stdin.buffer.read()
x = struct.unpack("<%df" % (len(x) // 4), x)
print("%.3f" % x[len(x) // 2])'
}
plain=$(level gtype=none)
half=$(level gtype=none:wet=0.5)
echo "0.25 convolved with one sample of 1: $plain; with wet=0.5: $half"
[ "$plain" = 0.500 ] && [ "$half" = 0.250 ]
