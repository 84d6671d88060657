#!/bin/sh
# fil-plugins 0.3.0 (Debian 12): the "Bandwidth" of the four-band parametric filter (LADSPA 1970), which
# goes from 0.125 to 8, is no number of octaves. A band of +6 dB at 1 kHz with bandwidth 1 has 4.1 dB
# at 500 and 2000 Hz, and still 3 dB at 380 Hz: 2.8 octaves between the places with half the
# gain. A good guess is one octave, as elsewhere (1.6 dB at 500 Hz), or 1/Q, which is nearly the same.
# A band of one octave needs a bandwidth of about a third here.
#
# Fetches the plugins and LADSPA's own host, in these versions, into a temporary folder. Ends with 1
# when what is seen is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -q download fil-plugins=0.3.0-6.1 ladspa-sdk=1.17-1+b1 >/dev/null
for file in *.deb; do
    dpkg -x "$file" root
done

level() { # in dB, of a tone of $1 Hz, with bandwidth $2, behind the plugin against in front of it
    python3 - "$1" <<'PYTHON'
import math, struct, sys, wave
step = 2 * math.pi * float(sys.argv[1]) / 48000
with wave.open('tone.wav', 'wb') as file:
    file.setparams((1, 2, 48000, 0, 'NONE', ''))
    file.writeframes(struct.pack('<48000h', *(round(8000 * math.sin(step * i)) for i in range(48000))))
PYTHON
    root/usr/bin/applyplugin tone.wav out.wav root/usr/lib/ladspa/filters.so Parametric1 \
        1 0 0 200 1 0 0 400 1 0 1 1000 "$2" 6 0 2000 1 0 >/dev/null
    python3 - <<'PYTHON'
import math, struct, wave
with wave.open('out.wav') as file:
    x = struct.unpack('<48000h', file.readframes(48000))[24000:]
print('%.1f' % (10 * math.log10(2 * sum(v * v for v in x) / len(x) / 8000 ** 2)))
PYTHON
}
seen="$(level 380 1) $(level 500 1) $(level 1000 1) $(level 2000 1)"
third="$(level 707 0.33) $(level 1000 0.33)"
echo "bandwidth 1 at 380 / 500 / 1000 / 2000 Hz: $seen dB; 0.33 at 707 / 1000 Hz: $third dB"
[ "$seen; $third" = '3.0 4.1 6.0 4.1; 3.1 6.0' ]
