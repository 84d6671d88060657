/* Comments in the files of other programs: whose correction it is, and on what it rests. */

#ifndef TARE_COMMENT_H
#define TARE_COMMENT_H

#include <stdio.h>

typedef struct TareCorrection TareCorrection;

/** Writes a text that stays on its line and shows what it says: control characters and line
    separators become blanks, invisible marks and those that turn the direction of writing are
    left out, bytes that are not UTF-8 become "?". */
void tare_comment_text(FILE* out, const char* text);

/** Writes lines that begin with "# ": model, kind, author, rig, target, date, source, licence,
    the rate that the bands mean, and all evidence with its words. */
void tare_comment_origin(FILE* out, const TareCorrection* correction, double rate_hz);

#endif
