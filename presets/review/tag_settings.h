/* Filters in tags: <band type="PEQ" freq="1300" gain="-2.2" q="1.3"/>. */

#ifndef TARE_TAG_SETTINGS_H
#define TARE_TAG_SETTINGS_H

#include <stdbool.h>

typedef struct TareOutline TareOutline;

/** Adds each tag that names a frequency and a gain to an outline, as a line of settings. `line` is
    that of the first character in the file. False when there is none. */
bool tare_tag_settings_read(TareOutline* outline, const char* text, unsigned line);

#endif
