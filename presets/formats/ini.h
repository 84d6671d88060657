/* Lines of an INI file, as programs for Windows keep their settings: "[Section]", "key=value", and
   remarks behind ";". */

#ifndef TARE_INI_H
#define TARE_INI_H

#include "base/text.h"

#include <stdbool.h>

/** A line with what stands in it; parts point into the text. Starts as {0}. */
typedef struct TareIniLine {
    unsigned number;
    TareSpan section; ///< that it stands in; without an address above the first
    TareSpan key, value;
    bool is_setting; ///< there are a section, and a key with "="
} TareIniLine;

/** Goes on to the next line that is neither empty nor a remark nor the name of a section. False
   when there is none. */
bool tare_ini_next(TareIniLine* line, TareSpan* rest);

/** Whether a name is this one, in small letters; of ASCII, case does not count. */
bool tare_ini_is(TareSpan name, const char* wanted);

/** The same with a number below `n` behind it, or with none, which is 0. */
bool tare_ini_is_numbered(TareSpan name, const char* wanted, unsigned n, unsigned* number);

#endif
