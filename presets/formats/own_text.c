#include "formats/own_text.h"

#include "base/utf8.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_write.h"
#include "corrections/correction.h"
#include "fit/stored_fit.h"
#include "formats/contents.h"
#include "formats/file_name.h"
#include "formats/format.h"
#include "formats/input.h"
#include "formats/output.h"

#include <stdlib.h>
#include <string.h>

/** Its first line that says something begins with a key. */
static bool is_own(const char* text, size_t length)
{
    static const char* const keys[] = {"id",   "headphone", "brand", "model",  "kind",
                                       "form", "author",    "rig",   "target", "source",
                                       "date", "licence",   "rate"};
    const char* p = text + tare_utf8_mark_length(text, length);
    for (p += strspn(p, " \t\r\n"); *p == '#'; p += strspn(p, " \t\r\n"))
        p += strcspn(p, "\n");
    const size_t n = strcspn(p, " \t\r\n");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i)
        if (strlen(keys[i]) == n && strncmp(keys[i], p, n) == 0)
            return true;
    return false;
}

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

static TareStatus read_own(TareContents* contents, const TareFormatInput* input,
                           const TareReporter* reporter)
{
    TareCatalogue* const catalogue = tare_catalogue_new();
    *contents = (TareContents){0};
    if (catalogue)
        tare_catalogue_set_fit(catalogue, tare_stored_fit);
    TareStatus status = catalogue ? tare_catalogue_add_text(catalogue, input->file, input->text,
                                                            input->length, reporter)
                                  : TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = copy_all(contents, catalogue, reporter);
    tare_catalogue_free(catalogue);
    return status;
}

/** What a file left unsaid is said by its name, so that it can be read back. */
static bool write_own(const TareFormatOutput* output, const TareReporter* reporter)
{
    TareCorrection whole;
    const char* const path = output->path ? output->path : "unnamed";
    const bool is_whole = tare_correction_copy(&whole, output->correction) &&
                          tare_file_name_fill(&whole.entry, path, NULL);
    const bool is_good = is_whole && tare_catalogue_write_block(output->file, &whole, NULL, NULL);
    tare_correction_clear(&whole);
    if (!is_whole)
        tare_report(reporter, TARE_ERROR, output->path, 0, 0,
                    "cannot be written: not enough memory; expected more");
    else if (!is_good && !ferror(output->file))
        tare_report(reporter, TARE_ERROR, output->path, 0, 0,
                    "cannot be written: the correction has values that the catalogue has not");
    return is_good;
}

const TareFormat tare_own_text_format = {
    .name = "tare",
    .note = "text of Tare's own catalogue, all that is known of a correction, all digits",
    .endings = {".tare"},
    .holds = TARE_FORMAT_HOLDS_CHANNELS | TARE_FORMAT_HOLDS_RATE | TARE_FORMAT_HOLDS_ORIGIN |
             TARE_FORMAT_HOLDS_SEVERAL,
    .max_bytes = 1 << 26,
    .sniff = is_own,
    .read = read_own,
    .write = write_own};
