/* Kinds of audio files by their names, and what to write into them. */

#ifndef TARE_AUDIO_KIND_H
#define TARE_AUDIO_KIND_H

#include "audio/tags_met.h"

#include <sndfile.h>
#include <stdbool.h>

/** The ending of a path's name, "flac"; empty when there is none. */
const char* tare_audio_kind_ending(const char* path);

/** Whether files with this ending can be written. */
bool tare_audio_kind_is_known(const char* ending);

/** The format for a file of some ending that gets the sound of another format: that one, where the
    ending names its container or none that is known; else one with as many bits as far as the kind
    has them, 16 where there were none. `as_float`: fractions of 32 bits. */
int tare_audio_kind_format(const char* ending, int source, bool as_float);

/** The sample rate that a format has for sound of some rate: that one, but in Opus and MP3, which
    have a few of their own. The next higher one then, or else half or a quarter, or the highest. */
int tare_audio_kind_rate(int format, int rate_hz);

/** Where a file of some format has its tags. */
TareTagPlace tare_audio_kind_tag_place(int format);

/** Sets how good a lossy file becomes before its first sample: from 0 to 10, the best, NaN for a
    usual one. That of an MP3 is of constant bit rate, and where nothing is asked for at least
    `source_kbps`. Returns the bit rate of an MP3, in kbit/s, 0 for others. */
double tare_audio_kind_set_quality(SNDFILE* out, int format, int rate_hz, double quality,
                                   double source_kbps);

/** The bit rate of a file of so many frames, without the tags in front of an MP3, in kbit/s; 0 when
    it is not known, or the format is no MP3. */
double tare_audio_kind_kbps(const char* path, const SF_INFO* info);

#endif
