/* The readers of formats, by name: given what is damaged, or too little memory. */

#ifndef TARE_TESTS_READERS_H
#define TARE_TESTS_READERS_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TareContents TareContents;
typedef struct TareCorrection TareCorrection;

typedef struct ReaderSeed {
    const char *format, *text;
} ReaderSeed;

/** How it went, over all rounds. */
typedef struct ReaderOutcomes {
    unsigned n_good, n_bad;
    unsigned n_wrong; ///< rounds in which something was not in order
} ReaderOutcomes;

/** Reads a text, which needs no NUL behind it, as the file "fuzz". */
TareStatus readers_read(const char* format, TareContents* contents, const char* text, size_t length,
                        const TareReporter* reporter);

/** Whether a correction has a name and an id, and all its numbers are in their ranges. */
bool readers_is_in_order(const TareCorrection* correction);

/** Reads damaged seeds, each ending with its memory. In order is a round when what was read is,
   when nothing is left of what was refused, with an error that is reported, and when each report
   says what was expected. */
ReaderOutcomes readers_read_damaged(const ReaderSeed* seeds, size_t n_seeds, unsigned n_rounds,
                                    uint64_t* random);

/** Reads a text, as the file of a path, until each allocation has failed once. Whether nothing was
    left each time, with TARE_NO_MEMORY, and all was as with enough memory in the end. */
bool readers_survive(const char* format, const char* path, const char* text, size_t length);

#endif
