/* What the parser of the catalogue gives away: corrections, and where their blocks stand. */

#ifndef TARE_CATALOGUE_TAKER_H
#define TARE_CATALOGUE_TAKER_H

#include <stddef.h>

typedef struct TareCorrection TareCorrection;

typedef enum {
    TARE_TAKEN,
    TARE_TAKE_TWICE, ///< its id is there already
    TARE_TAKE_ALIKE, ///< its id cannot be told from another one
    TARE_TAKE_NO_MEMORY
} TareTaken;

/** The lines of one correction, from its id on. */
typedef struct TareBlock {
    const char* text;
    size_t length;
    unsigned line; ///< that of the id, from 1
} TareBlock;

/** Where corrections go. Their texts and evidence are in the pool; the structs are the callee's to
    copy. When only entries are read a correction has no bands, preamp, evidence yet, and the
   reference rate of its file. */
typedef struct TareTaker {
    /** `alike` receives the other id when there is one. */
    TareTaken (*take)(void* data, const TareCorrection* correction, const TareBlock* block,
                      const char** alike);
    void* data;
} TareTaker;

#endif
