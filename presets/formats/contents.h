/* Corrections out of a file. */

#ifndef TARE_CONTENTS_H
#define TARE_CONTENTS_H

#include <stddef.h>

typedef struct TareCorrection TareCorrection;

/** In the order of the file. Starts as {0}. */
typedef struct {
    TareCorrection* corrections;
    size_t n;
} TareContents;

/** Frees all that the contents own and empties them. */
void tare_contents_clear(TareContents* contents);

#endif
