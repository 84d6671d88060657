#!/bin/sh
# swh-plugins 0.4.17 (Debian 12): the "DJ EQ" (dj_eq_mono, LADSPA 1907) with Lo, Mid and Hi all at
# -6 dB takes 6 dB off around 100 Hz and 1 kHz and 3 dB off at 10 kHz, and leaves 50 Hz, 300 Hz and
# 2.5 kHz nearly as loud as they were. A good guess is that the three bands share the whole range, as
# in a mixer's isolator, so that three equal gains are a volume control; they are two bells of fixed
# width and a shelf. A tilt or a bass cut cannot be made of it, nor can its bands be taken for the
# bands of a crossover.
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
    root/usr/bin/applyplugin tone.wav out.wav root/usr/lib/ladspa/dj_eq_1901.so dj_eq_mono \
        -6 -6 -6 >/dev/null
    python3 - <<'PYTHON'
import math, struct, wave
with wave.open('out.wav') as file:
    x = struct.unpack('<48000h', file.readframes(48000))[24000:]
print('%.1f' % (10 * math.log10(2 * sum(v * v for v in x) / len(x) / 8000 ** 2)))
PYTHON
}
seen="$(level 50) $(level 100) $(level 300) $(level 1000) $(level 2500) $(level 10000)"
echo "all three at -6 dB, 50 / 100 / 300 / 1000 / 2500 / 10000 Hz: $seen dB"
[ "$seen" = '-0.1 -6.0 -0.1 -6.0 -0.1 -3.0' ]
