/* Comments in the files of other programs: whose correction it is, and on what it rests. */

#ifndef TARE_COMMENT_H
#define TARE_COMMENT_H

#include <stdio.h>

typedef struct TareCorrection TareCorrection;

/** Writes lines that begin with "# ": model, kind, author, rig, target, date, source, licence,
    the rate that the bands mean, and all evidence with its words. */
void tare_comment_origin(FILE* out, const TareCorrection* correction, double rate_hz);

#endif
