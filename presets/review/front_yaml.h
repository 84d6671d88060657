/* Front matter in YAML: "key: value" lines. */

#ifndef TARE_FRONT_YAML_H
#define TARE_FRONT_YAML_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareFrontKeys TareFrontKeys;

/** Reads UTF-8 that begins in line 2 of the file into the keys. TARE_BAD_INPUT, reported with line
    and column: no YAML, no mapping, a key twice. */
TareStatus tare_front_yaml_read(TareFrontKeys* keys, const char* file, const char* text,
                                size_t length, const TareReporter* reporter);

#endif
