/* Front matter in TOML: "key = value" lines, as of Hugo and Zola. */

#ifndef TARE_FRONT_TOML_H
#define TARE_FRONT_TOML_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareFrontKeys TareFrontKeys;

/** Reads UTF-8 that begins in line 2 of the file into the keys: those of the top, and of any table,
    for "[extra]" and "[taxonomies]" are where site generators want them. Values that are neither
    text, date nor number, nor a list of such, are passed over. TARE_BAD_INPUT, reported with line
    and column: no TOML, a key twice. */
TareStatus tare_front_toml_read(TareFrontKeys* keys, const char* file, const char* text,
                                size_t length, const TareReporter* reporter);

#endif
