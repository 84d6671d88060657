/* The parser of the catalogue's text format (catalogue/README.md). */

#ifndef TARE_CATALOGUE_READ_H
#define TARE_CATALOGUE_READ_H

#include "base/pool.h"
#include "corrections/catalogue.h"

typedef enum {
    TARE_TAKEN,
    TARE_TAKE_TWICE, ///< its id is there already
    TARE_TAKE_ALIKE, ///< its id cannot be told from another one
    TARE_TAKE_NO_MEMORY
} TareTaken;

/** The lines of one correction, from its id on. */
typedef struct {
    const char* text;
    size_t length;
    unsigned line; ///< that of the id, from 1
} TareBlock;

/** Where corrections go. Their texts and evidence are in the pool; the structs are the callee's to
    copy. With TARE_READ_ENTRIES a correction has no bands, preamp, evidence yet, and the reference
    rate of its file. */
typedef struct {
    /** `alike` receives the other id when there is one. */
    TareTaken (*take)(void* data, const TareCorrection* correction, const TareBlock* block,
                      const char** alike);
    void* data;
} TareTaker;

/** Reads `length` bytes of `text`. `file` is the name to report. Returns TARE_OK when everything
    that was read could be used, TARE_BAD_INPUT when something was reported and left out. */
TareStatus tare_catalogue_read(const char* text, size_t length, const char* file,
                               TareReadDepth depth, TarePool* pool, const TareTaker* taker,
                               const TareReporter* reporter);

/** Reads all of one block that was read for its entry before. `begin` is what its file says for
    all blocks, with the texts of the entry. */
TareStatus tare_catalogue_read_block(const TareBlock* block, const char* file,
                                     const TareCorrection* begin, TarePool* pool,
                                     TareCorrection* correction, const TareReporter* reporter);

#endif
