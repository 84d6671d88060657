/* The file in which the listener's taste stays: one object of JSON, which a person may write as
   well. */

#ifndef TARE_PIPEWIRE_TASTE_FILE_H
#define TARE_PIPEWIRE_TASTE_FILE_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareTaste TareTaste;

/** Reads it; no file: nothing is said. TARE_BAD_INPUT, reported, when it is not what was expected;
    then nothing is said either. */
TareStatus tare_taste_file_read(TareTaste* taste, const char* path, const TareReporter* reporter);

/** The same for a text. */
TareStatus tare_taste_file_parse(TareTaste* taste, const char* text, size_t length,
                                 const char* path, const TareReporter* reporter);

/** Writes it whole or not at all, in a folder that is there. */
TareStatus tare_taste_file_write(const TareTaste* taste, const char* path,
                                 const TareReporter* reporter);

#endif
