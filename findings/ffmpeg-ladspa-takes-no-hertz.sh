#!/bin/sh
# ffmpeg 5.1.9 (Debian 12) with swh-plugins 0.4.17: ffmpeg's `ladspa` filter compares a control with the
# plugin's bounds without multiplying those that are given in sample rates. The "Single band parametric"
# has a frequency from 0 to 0.4 times the rate, so 1000 Hz at 48 kHz is well inside; ffmpeg says that it
# is above the upper boundary of 0.4 and ends, while LADSPA's own host plays it. A good guess is that
# what runs in one LADSPA host runs in the next. A plugin that is to be of use in ffmpeg has to tell
# its frequencies' bounds in hertz.
#
# Fetches ffmpeg with its own libraries, the plugins and LADSPA's host, in these versions, into a
# temporary folder; the libraries that they use in turn are those of the system (Debian 12 with
# ffmpeg's dependencies). Ends with 1 when what is seen is no longer so.
set -eu
version=7:5.1.9-0+deb12u1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for package in ffmpeg libavcodec59 libavdevice59 libavfilter8 libavformat59 libavutil57 \
    libpostproc56 libswresample4 libswscale6; do
    apt-get -q download "$package=$version" >/dev/null
done
apt-get -q download swh-plugins=0.4.17-2 ladspa-sdk=1.17-1+b1 >/dev/null
for file in *.deb; do
    dpkg -x "$file" root
done
LD_LIBRARY_PATH=$(dirname "$(find "$folder/root" -name 'libavfilter.so.8')")
export LD_LIBRARY_PATH
ffmpeg=$folder/root/usr/bin/ffmpeg
"$ffmpeg" -version | head -n 1

"$ffmpeg" -hide_banner -loglevel error -f lavfi -i sine=1000:r=48000:d=1 -c:a pcm_s16le tone.wav
plugin=$folder/root/usr/lib/ladspa/single_para_1203.so
root/usr/bin/applyplugin tone.wav out.wav "$plugin" singlePara 6 1000 1 | tee host.txt
if "$ffmpeg" -hide_banner -loglevel error -i tone.wav \
    -af "ladspa=file=$plugin:plugin=singlePara:controls=c0=6|c1=1000|c2=1" -f null - 2>ffmpeg.txt
then
    echo 'ffmpeg plays it'
    exit 1
fi
grep 'upper boundary' ffmpeg.txt | sed 's/.*] //'
grep -q 'Peak output: 0.2' host.txt && grep -q 'above upper boundary of 0.4000' ffmpeg.txt
