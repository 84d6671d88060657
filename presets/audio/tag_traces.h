/* What can be seen of tags without a library that understands them. */

#ifndef TARE_TAG_TRACES_H
#define TARE_TAG_TRACES_H

#include "audio/tags_met.h"

/** Looks for names of tags and pictures near both ends of a file. TARE_OK also when it cannot be
    read. */
TareStatus tare_tag_traces_look(const char* path, TareTagPlace place, TareTagsMet* met);

#endif
