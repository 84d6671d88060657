#!/bin/sh
# lsp-plugins 1.2.5 (Debian 12): the filter mode of its parametric equaliser changes the gain, not just
# the shape. A bell of +6 dB with Q 1 at 1 kHz has 6.0 dB there in the mode RLC (BT), 7.0 in BWC (BT)
# and 8.0 in LRX (BT), all with the slope x1; and the type "Allpass", flat in RLC, falls by 4.1 and
# 8.1 dB at 100 Hz in BWC and LRX. A good guess is that a bell has its gain at its centre in any mode
# and that an all-pass changes no level. EasyEffects writes these modes into its presets, so whoever
# reads those has to know what each mode does.
#
# Fetches the plugins and lilv's host, in these versions, into a temporary folder; the libraries that
# they use are those of the system (Debian 12 with their dependencies). Ends with 1 when what is seen
# is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -q download lsp-plugins-lv2=1.2.5-1 lilv-utils=0.24.14-1 >/dev/null
for file in *.deb; do
    dpkg -x "$file" root
done
LV2_PATH=$folder/root/usr/lib/lv2
export LV2_PATH
python3 - <<'PYTHON'
import struct
x = struct.pack('<65536f', *([0.0] * 64 + [1.0] + [0.0] * 65471))
with open('impulse.wav', 'wb') as file:
    file.write(b'RIFF' + struct.pack('<I', 36 + len(x)) + b'WAVEfmt ' +
               struct.pack('<IHHIIHH', 16, 3, 1, 48000, 192000, 4, 32) + b'data' + struct.pack('<I', len(x)) + x)
PYTHON

level() { # in dB, of type $1 in mode $2 with +6 dB and Q 1 at 1 kHz, heard at $3 Hz
    root/usr/bin/lv2apply -i impulse.wav -o heard.wav -c ft_0 "$1" -c fm_0 "$2" -c f_0 1000 -c g_0 1.99526 \
        -c q_0 1 http://lsp-plug.in/plugins/lv2/para_equalizer_x16_mono
    python3 - "$3" <<'PYTHON'
import cmath, math, struct, sys
with open('heard.wav', 'rb') as file:
    data = file.read()
at = data.index(b'data') + 8
x = struct.unpack('<65536f', data[at:at + 4 * 65536])
turn = cmath.exp(-2j * math.pi * float(sys.argv[1]) / 48000)
total, z = 0, 1
for sample in x:
    total += sample * z
    z *= turn
print('%.2f' % (20 * math.log10(abs(total)) + 0))
PYTHON
}
bell="$(level 1 0 1000) $(level 1 2 1000) $(level 1 4 1000)"
allpass="$(level 8 2 100) $(level 8 4 100)"
echo "bell of +6 dB at its centre in RLC, BWC, LRX: $bell dB; all-pass at 100 Hz in BWC, LRX: $allpass dB"
[ "$bell, $allpass" = '6.00 7.04 7.97, -4.05 -8.10' ]
