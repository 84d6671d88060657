/* The parser of the catalogue's text format (catalogue/README.md). */

#ifndef TARE_CATALOGUE_READ_H
#define TARE_CATALOGUE_READ_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareBlock TareBlock;
typedef struct TareCorrection TareCorrection;
typedef struct TareTaker TareTaker;

typedef struct TarePool TarePool;

/** Reads `length` bytes of `text`. `file` is the name to report. Returns TARE_OK when everything
    that was read could be used, TARE_BAD_INPUT when something was reported and left out. */
TareStatus tare_catalogue_read(const char* text, size_t length, const char* file,
                               bool is_for_entries, TarePool* pool, const TareTaker* taker,
                               const TareReporter* reporter);

/** Reads all of one block that was read for its entry before. `begin` is what its file says for
    all blocks, with the texts of the entry. */
TareStatus tare_catalogue_read_block(const TareBlock* block, const char* file,
                                     const TareCorrection* begin, TarePool* pool,
                                     TareCorrection* correction, const TareReporter* reporter);

/** A line by which a file promises that its last one is the other: where that is missing, the file
    has been cut off, which is reported. */
#define TARE_CATALOGUE_PROMISE "# The last line of this file is: # end"
#define TARE_CATALOGUE_END "# end"

#endif
