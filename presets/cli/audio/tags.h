/* Tags and pictures beyond title, artist and the like, which libsndfile does not carry. */

#ifndef TARE_CLI_TAGS_H
#define TARE_CLI_TAGS_H

#include <stdbool.h>

/** What a file has of them. */
typedef struct TareTags {
    bool has_picture, has_replay_gain, has_more; ///< more: of MusicBrainz
} TareTags;

/** Looks for them at the beginning of a file of any kind, and at its end. */
TareTags tare_tags_find(const char* path);

/** Puts the tags and pictures of one FLAC file, but for ReplayGain, which is about another
   loudness, into another one, complete and open for reading and writing at `descriptor`. True also
   when the first is no FLAC file that can be read, with nothing changed; false with errno set when
   the other one could not be written, or memory is short. */
bool tare_tags_carry_flac(const char* from, int descriptor, bool* is_carried);

#endif
