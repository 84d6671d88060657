/* Reads the published presets of the OPRA database (https://github.com/opra-project/OPRA) in its
   dump format: one JSON object a line, {"type": "vendor" | "product" | "eq", "id", "data"}. */

#ifndef TARE_OPRA_H
#define TARE_OPRA_H

#include "formats/format.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCorrection TareCorrection;

/** The corrections have no ids yet. */
typedef struct TareOpra {
    TareCorrection* corrections; ///< in the order of the file
    size_t n;
    size_t n_vendors, n_products, n_presets; ///< how many the file holds, repeats included
} TareOpra;

/** Reads a database. What cannot be represented exactly is reported with its line and left out, the
    rest counts: TARE_OK when everything could be used, TARE_BAD_INPUT when not. In both cases the
    caller clears the result; otherwise it is empty. Presets that stand twice count once; where a
    product stands under two vendors, the longer name is the vendor's. */
TareStatus tare_opra_read_file(TareOpra* opra, const char* path, const TareReporter* reporter);

/** The same for a text; `file` is the name to report. */
TareStatus tare_opra_read_text(TareOpra* opra, const char* file, const char* text, size_t length,
                               const TareReporter* reporter);

/** Frees all that it owns and empties it. */
void tare_opra_clear(TareOpra* opra);

/** "opra". A database of which a part cannot be used still gives the rest. Ids are made of
   headphone and author: those of several presets may be the same. */
extern const TareFormat tare_opra_format;

#endif
