#!/bin/sh
# swh-plugins 0.4.17 (Debian 12): the "Multiband EQ" (mbeq, LADSPA 1197) with all fifteen bands at
# 0 dB, its defaults, plays everything from 300 Hz up 2.78 dB louder at 48 kHz, and 50 Hz by 1.52 dB.
# A good guess is that an equaliser with every slider at 0 dB changes nothing, as others do. Whoever
# sets it by a correction's curve has to take 2.78 dB off first, or what was safe clips; and its bass
# is 1.3 dB short, which is not told by any of its sliders.
#
# Fetches the plugins and LADSPA's own host, in these versions, into a temporary folder. Ends with 1
# when what is seen is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -q download swh-plugins=0.4.17-2 ladspa-sdk=1.17-1+b1 >/dev/null
for file in *.deb; do
    dpkg -x "$file" root
done

level() { # in dB, of a tone of this frequency, behind the plugin against in front of it
    python3 - "$1" <<'PYTHON'
import math, struct, sys, wave
step = 2 * math.pi * float(sys.argv[1]) / 48000
with wave.open('tone.wav', 'wb') as file:
    file.setparams((1, 2, 48000, 0, 'NONE', ''))
    file.writeframes(struct.pack('<48000h', *(round(8000 * math.sin(step * i)) for i in range(48000))))
PYTHON
    root/usr/bin/applyplugin tone.wav out.wav root/usr/lib/ladspa/mbeq_1197.so mbeq \
        0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 >/dev/null
    python3 - <<'PYTHON'
import math, struct, wave
with wave.open('out.wav') as file:
    x = struct.unpack('<48000h', file.readframes(48000))[24000:]
print('%.1f' % (10 * math.log10(2 * sum(v * v for v in x) / len(x) / 8000 ** 2)))
PYTHON
}
seen="$(level 50) $(level 300) $(level 1000) $(level 5000)"
echo "all bands at 0 dB, 50 / 300 / 1000 / 5000 Hz: $seen dB"
[ "$seen" = '1.5 2.8 2.8 2.8' ]
