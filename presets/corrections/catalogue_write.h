/* Corrections as text of the catalogue's files. */

#ifndef TARE_CATALOGUE_WRITE_H
#define TARE_CATALOGUE_WRITE_H

#include <stdbool.h>
#include <stdio.h>

typedef struct TareCorrection TareCorrection;

/** Writes the lines that stand before the first block of a file and count for all its blocks: of
    `shared` those texts that may be shared, form, kind and reference rate. */
bool tare_catalogue_write_shared(FILE* out, const TareCorrection* shared);

/** Writes the lines that begin a headphone: its name in ids, then brand, model, variant and form as
    far as `shared` does not say them (NULL is allowed). They count for all blocks up to the next
    headphone. */
bool tare_catalogue_write_headphone(FILE* out, const char* name, const TareCorrection* headphone,
                                    const TareCorrection* shared);

/** Writes one correction in the format of the catalogue's files, without what it has in common with
    `shared` and the `headphone` above it (either may be NULL). Reading it gives the same numbers
    and texts back; only the texts are plain as base/plain.h has it, with single blanks, and a gain
    is 0 where the type has none. False on a write error; when the correction could not be read
   back: without id, brand or model, out of range, not UTF-8; and when the lines above say what the
    correction does not know: that cannot be taken back. */
bool tare_catalogue_write_block(FILE* out, const TareCorrection* correction,
                                const TareCorrection* shared, const TareCorrection* headphone);

#endif
