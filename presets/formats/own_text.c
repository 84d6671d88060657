#include "formats/own_text.h"

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "formats/contents.h"
#include "formats/format.h"

#include <stdlib.h>

static TareStatus copy_all(TareContents* contents, TareCatalogue* catalogue,
                           const TareReporter* reporter)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    contents->corrections = calloc(n + 1, sizeof *contents->corrections);
    if (!contents->corrections)
        return TARE_NO_MEMORY;
    for (; contents->n < n; ++contents->n) {
        const TareEntry* const entry = tare_catalogue_get(catalogue, contents->n);
        const TareCorrection* const correction =
            tare_catalogue_correction(catalogue, entry, reporter);
        if (!correction || !tare_correction_copy(&contents->corrections[contents->n], correction)) {
            tare_contents_clear(contents);
            return TARE_NO_MEMORY;
        }
    }
    return TARE_OK;
}

static TareStatus read_own(TareContents* contents, const char* file, const char* text,
                           size_t length, const TareReporter* reporter)
{
    TareCatalogue* const catalogue = tare_catalogue_new();
    *contents = (TareContents){0};
    TareStatus status = catalogue ? tare_catalogue_add_text(catalogue, file, text, length, reporter)
                                  : TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = copy_all(contents, catalogue, reporter);
    tare_catalogue_free(catalogue);
    return status;
}

const TareFormat tare_own_text_format = {
    .name = "tare",
    .note = "text of Tare's own catalogue, all that is known of a correction",
    .endings = {".tare"},
    .holds = TARE_FORMAT_HOLDS_CHANNELS | TARE_FORMAT_HOLDS_RATE | TARE_FORMAT_HOLDS_ORIGIN |
             TARE_FORMAT_HOLDS_SEVERAL,
    .max_bytes = 1 << 26,
    .read = read_own};
