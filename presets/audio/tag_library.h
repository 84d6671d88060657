/* Tags and pictures, moved between kinds of files by TagLib, where the module with it is installed;
   else nothing is moved, but what there is seen. */

#ifndef TARE_TAG_LIBRARY_H
#define TARE_TAG_LIBRARY_H

#include "base/report.h"

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

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

/** Whether the module is there. */
bool tare_tag_library_is_there(void);

/** Looks at the tags of a file. */
TareStatus tare_tag_library_look(const char* path, TareTagPlace place, TareTagsMet* met);

/** Puts all tags and pictures of one file into another, complete one, in place of what tags that
    has; but nothing about loudness. TARE_OK also when there is nothing to be put. TARE_IO_ERROR
    when the other one cannot be written. */
TareStatus tare_tag_library_carry(const char* from, TareTagPlace from_place, const char* to,
                                  TareTagPlace to_place, TareTagsMet* met);

#ifdef __cplusplus
}
#endif

#endif
