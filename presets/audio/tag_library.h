/* Tags and pictures, moved between kinds of files by TagLib, where the module with it is installed;
   else nothing is moved, but what there is seen. */

#ifndef TARE_TAG_LIBRARY_H
#define TARE_TAG_LIBRARY_H

#include "audio/tags_met.h"

#include <stdbool.h>

/** Whether the module is there. */
bool tare_tag_library_is_there(void);

/** Looks at the tags of a file. */
TareStatus tare_tag_library_look(const char* path, TareTagPlace place, TareTagsMet* met);

/** Puts all tags and pictures of one file into another, complete one, in place of what tags that
    has; but nothing about loudness. TARE_OK also when there is nothing to be put. TARE_IO_ERROR
    when the other one cannot be written. */
TareStatus tare_tag_library_carry(const char* from, TareTagPlace from_place, const char* to,
                                  TareTagPlace to_place, TareTagsMet* met);

#endif
