/* A batch as a text of the catalogue. */

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_write.h"
#include "corrections/correction.h"
#include "corrections/text_field.h"
#include "make/batch.h"

#include <string.h>

/** The value that more than half of the corrections have for a text, NULL when there is none or one
    has no such text at all: found by the majority vote of Boyer and Moore (1981). */
static const char* common_text(const TareBatch* batch, const TareTextField* field)
{
    const char* candidate = NULL;
    size_t votes = 0, n_alike = 0;
    for (size_t i = 0; i < batch->n; ++i) {
        const char* const text = tare_text_field_value(field, &batch->corrections[i].entry);
        if (!text)
            return NULL;
        if (!votes)
            candidate = text;
        votes = !strcmp(candidate, text) ? votes + 1 : votes - 1;
    }
    for (size_t i = 0; i < batch->n; ++i)
        n_alike += !strcmp(candidate, tare_text_field_value(field, &batch->corrections[i].entry));
    return 2 * n_alike > batch->n ? candidate : NULL;
}

/** What most corrections have in common; borrows its texts. */
static TareCorrection find_shared(const TareBatch* batch)
{
    TareCorrection shared = {0};
    if (!batch->n)
        return shared;
    shared.entry.form = batch->corrections[0].entry.form;
    shared.entry.kind = batch->corrections[0].entry.kind;
    shared.set.reference_rate_hz = batch->corrections[0].set.reference_rate_hz;
    for (size_t i = 0; i < TARE_N_ENTRY_FIELDS; ++i)
        if (tare_entry_fields[i].may_be_shared)
            *tare_text_field(&tare_entry_fields[i], &shared.entry) =
                common_text(batch, &tare_entry_fields[i]);
    for (size_t i = 1; i < batch->n; ++i)
        if (batch->corrections[i].entry.form != shared.entry.form)
            shared.entry.form = TARE_FORM_UNKNOWN;
    return shared;
}

static size_t length_of_name(const TareCorrection* c)
{
    const char* const slash = strchr(c->entry.id, '/');
    return slash ? (size_t)(slash - c->entry.id) : strlen(c->entry.id);
}

/** Names that differ in signs only, "+" and "plus", may begin ids alike. */
static bool is_same_headphone(const TareCorrection* a, const TareCorrection* b)
{
    const size_t length = length_of_name(a);
    return length == length_of_name(b) && !strncmp(a->entry.id, b->entry.id, length) &&
           tare_text_is_same(a->entry.brand, b->entry.brand) &&
           tare_text_is_same(a->entry.model, b->entry.model) &&
           tare_text_is_same(a->entry.variant, b->entry.variant);
}

static bool write_headphone(FILE* out, const TareCorrection* c, const TareCorrection* shared)
{
    TareText name = {0};
    tare_text_append(&name, c->entry.id, length_of_name(c));
    fputc('\n', out);
    const bool is_written =
        !name.failed && tare_catalogue_write_headphone(out, name.data, c, shared);
    tare_text_clear(&name);
    return is_written;
}

bool tare_batch_write(const TareBatch* batch, FILE* out, bool by_headphone,
                      const TareReporter* reporter)
{
    const TareCorrection shared = find_shared(batch);
    const TareCorrection* headphone = NULL;
    bool is_written = !batch->n || tare_catalogue_write_shared(out, &shared);
    for (size_t i = 0; i < batch->n && is_written; ++i) {
        const TareCorrection* const c = &batch->corrections[i];
        if (by_headphone && (!headphone || !is_same_headphone(headphone, c))) {
            headphone = c;
            is_written = write_headphone(out, c, &shared);
        }
        fputc('\n', out);
        is_written = is_written && tare_catalogue_write_block(out, c, &shared, headphone);
        if (!is_written && !ferror(out))
            tare_report(reporter, TARE_ERROR, c->entry.id, 0, 0,
                        "correction cannot be kept; expected values in range and UTF-8");
    }
    return is_written && !ferror(out);
}
