/* Which files have a place for tags, and what is found there. */

#ifndef TARE_TAGS_MET_H
#define TARE_TAGS_MET_H

#include "base/report.h"

#include <stdbool.h>

/** Files that have a place for tags of any name, and for pictures. */
typedef enum {
    TARE_TAGS_NOWHERE, ///< another kind of file
    TARE_TAGS_FLAC,
    TARE_TAGS_VORBIS,
    TARE_TAGS_OPUS,
    TARE_TAGS_MP3,
    TARE_TAGS_WAV,
    TARE_TAGS_AIFF
} TareTagPlace;

/** What a file has of them, and what of that has no place in another. */
typedef struct TareTagsMet {
    bool has_replay_gain, has_picture;
    bool has_more;  ///< than title, artist and the like, which libsndfile moves
    char lost[128]; ///< names of tags that are not understood, or that the other file does not take
} TareTagsMet;

#endif
