/* The languages of front matter: YAML, "key: value" lines, and TOML, "key = value" lines, as of
   Hugo and Zola.

   Both read UTF-8 that begins in line 2 of the file into the keys. TARE_BAD_INPUT, reported with
   line and column: a text that is not in the language, no mapping, a key twice. */

#ifndef TARE_FRONT_LANGUAGES_H
#define TARE_FRONT_LANGUAGES_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareFrontKeys TareFrontKeys;

TareStatus tare_front_yaml_read(TareFrontKeys* keys, const char* file, const char* text,
                                size_t length, const TareReporter* reporter);

/** The keys are those of the top, and of any table, for "[extra]" and "[taxonomies]" are where site
    generators want them. Values that are neither text, date nor number, nor a list of such, are
    passed over. */
TareStatus tare_front_toml_read(TareFrontKeys* keys, const char* file, const char* text,
                                size_t length, const TareReporter* reporter);

#endif
