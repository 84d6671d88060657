/* Any bytes to the reader of one format, chosen by TARE_FUZZ_FORMAT as it is compiled, in a dialect
   that depends on how many they are; to the one that they are told to be of as well. For libFuzzer:
   see run.py. */

#include "corrections/correction.h"
#include "corrections/range.h"
#include "formats/contents.h"
#include "formats/formats.h"
#include "formats/input.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifndef TARE_FUZZ_FORMAT
#define TARE_FUZZ_FORMAT "apo"
#endif

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t length);

static void hear(void* data, const TareReport* report)
{
    (void)data;
    if (!strstr(report->message, "; expected") && !strstr(report->message, "?"))
        abort();
}

static void check(const TareCorrection* correction)
{
    const TareBandSet* const set = &correction->set;
    if (set->n_bands > TARE_MAX_BANDS || !tare_range_holds(&tare_preamp_range, set->preamp_db))
        abort();
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if ((unsigned)set->bands[i].type >= TARE_N_BAND_TYPES ||
            !tare_range_holds(&tare_freq_range, set->bands[i].freq_hz) ||
            !tare_range_holds(&tare_gain_range, set->bands[i].gain_db) ||
            !tare_range_holds(&tare_q_range, set->bands[i].q))
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t length)
{
    const TareReporter reporter = {hear, NULL};
    const TareFormat* const format = tare_formats_find(TARE_FUZZ_FORMAT);
    char* const text = malloc(length + 1);
    if (!format || !text)
        abort();
    if (length)
        memcpy(text, bytes, length);
    text[length] = '\0';
    const TareFormatInput input = {.file = "fuzz",
                                   .text = text,
                                   .length = length,
                                   .dialect = (TareDialect)(length % TARE_N_DIALECTS)};
    TareContents contents;
    const TareStatus status = format->read(&contents, &input, &reporter);
    if (status != TARE_OK && contents.n > 0)
        abort();
    for (size_t i = 0; i < contents.n; ++i)
        check(&contents.corrections[i]);
    tare_contents_clear(&contents);
    (void)tare_formats_of("fuzz", text, length);
    free(text);
    return 0;
}
