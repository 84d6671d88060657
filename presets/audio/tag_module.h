/* TagLib, as a module of its own: it is in C++, whose libraries would be loaded at each start of a
   program that needs them for tags alone. Who uses it: tag_library.h. */

#ifndef TARE_TAG_MODULE_H
#define TARE_TAG_MODULE_H

#include "audio/tags_met.h"

#define TARE_TAG_MODULE_FILE "tare-tags.so"
#define TARE_TAG_MODULE_NAME "tare_tag_module"

/** What the module exports, by that name. */
typedef struct TareTagModule {
    const char* version; ///< TARE_VERSION: that of another is not used
    TareStatus (*carry)(const char* from, TareTagPlace from_place, const char* to,
                        TareTagPlace to_place, TareTagsMet* met);
} TareTagModule;

#endif
