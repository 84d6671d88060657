/* The parser of the catalogue's text format (catalogue/README.md). */

#ifndef TARE_CATALOGUE_READ_H
#define TARE_CATALOGUE_READ_H

#include "correction.h"
#include "pool.h"
#include "report.h"

typedef enum {
    TARE_TAKEN,
    TARE_TAKE_TWICE, ///< its id is there already
    TARE_TAKE_ALIKE, ///< its id cannot be told from another one
    TARE_TAKE_NO_MEMORY
} TareTaken;

/** Where complete corrections go. Their texts stand in the text that is read, their evidence in the
    pool; the struct itself is the callee's to copy. */
typedef struct {
    /** `alike` receives the other id when there is one. */
    TareTaken (*take)(void* data, const TareCorrection* correction, const char** alike);
    void* data;
} TareTaker;

/** Reads `length` bytes of `text`, which must have a NUL behind them and lives on as part of the
    corrections: values are ended in place. `file` is the name to report. Returns TARE_OK when
    everything could be used, TARE_BAD_INPUT when something was reported and left out. */
TareStatus tare_catalogue_read(char* text, size_t length, const char* file, TarePool* pool,
                               const TareTaker* taker, const TareReporter* reporter);

#endif
