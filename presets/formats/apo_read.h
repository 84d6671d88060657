/* Reads text in the language of Equalizer APO, whoever wrote it. */

#ifndef TARE_APO_READ_H
#define TARE_APO_READ_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareContents TareContents;
typedef struct TareFormatInput TareFormatInput;

enum { TARE_APO_READ_MAX_BYTES = 1 << 20 };

/** Whether a text has a line of that language, and does not begin as those of others do. */
bool tare_apo_read_knows(const char* text, size_t length);

/** As TareFormat's read(). Files that it includes are read when they lie in its folder. */
TareStatus tare_apo_read(TareContents* contents, const TareFormatInput* input,
                         const TareReporter* reporter);

#endif
