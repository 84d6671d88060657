/* The ids of a batch. */

#include "base/text.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "make/batch.h"
#include "make/keyed.h"
#include "names/product_name.h"

#include <stdlib.h>
#include <string.h>

/* Stands for a name that is nothing but signs. */
#define NO_WORDS "unnamed"

/** "author-rig-target"; the usual target goes without saying, and so does that of a fit of ours,
   which is one for each measurement. */
static char* source_slug(const TareCorrection* c)
{
    const bool is_usual = !c->entry.target || !strcmp(c->entry.target, "Harman Target") ||
                          c->entry.kind == TARE_KIND_MEASUREMENT;
    TareText name = {0};
    tare_text_format(&name, "%s %s %s", c->entry.author, c->entry.rig ? c->entry.rig : "",
                     is_usual ? "" : c->entry.target);
    char* const slug = name.failed ? NULL : tare_product_name_slug(name.data);
    tare_text_clear(&name);
    return slug;
}

/* With them an id, and what is added to tell it apart, is the name of a file everywhere. */
enum { MAX_MODEL_SLUG = 140, MAX_SOURCE_SLUG = 80 };

/** Sets the id by the name and what says whose correction it is; false when memory is short. */
static bool set_id(TareCorrection* c, const char* source)
{
    char name[1000];
    TareText id = {0};
    tare_entry_display_name(&c->entry, name, sizeof name);
    char* const model = tare_product_name_slug(name);
    if (model && source)
        tare_text_format(&id, "%.*s/%.*s", MAX_MODEL_SLUG, *model ? model : NO_WORDS,
                         MAX_SOURCE_SLUG, *source ? source : NO_WORDS);
    const bool is_good = model && source && !id.failed;
    free(model);
    if (!is_good)
        tare_text_clear(&id);
    (void)tare_text_set(&c->entry.id, NULL);
    c->entry.id = id.data;
    return is_good;
}

static bool make_id(TareCorrection* c)
{
    char* const source = source_slug(c);
    const bool is_good = set_id(c, source);
    free(source);
    return is_good;
}

bool tare_batch_move_ids(TareBatch* batch)
{
    bool is_good = true;
    for (size_t i = 0; i < batch->n && is_good; ++i) {
        TareCorrection* const c = &batch->corrections[i];
        const char* const slash = strchr(c->entry.id, '/');
        char* const source = slash ? tare_text_copy(slash + 1, strlen(slash + 1)) : NULL;
        is_good = !slash || (source && set_id(c, source));
        free(source);
    }
    return is_good;
}

/** The id as names of files have it. */
static char* file_key(const TareCorrection* c, const void* data)
{
    (void)data;
    char* const key = tare_text_copy(c->entry.id, strlen(c->entry.id));
    for (char* p = key; p && *p; ++p)
        *p = *p == '/' ? '-' : *p;
    return key;
}

static bool has_same_bands(const TareBandSet* a, const TareBandSet* b)
{
    bool is_same = a->n_bands == b->n_bands && a->preamp_db == b->preamp_db &&
                   a->reference_rate_hz == b->reference_rate_hz;
    for (uint32_t i = 0; i < a->n_bands && is_same; ++i)
        is_same = a->bands[i].type == b->bands[i].type &&
                  a->bands[i].freq_hz == b->bands[i].freq_hz &&
                  a->bands[i].gain_db == b->bands[i].gain_db && a->bands[i].q == b->bands[i].q &&
                  a->bands[i].channel == b->bands[i].channel;
    return is_same;
}

/** The first curve that a correction rests on; NULL without one. */
static const char* curve_of(const TareCorrection* c)
{
    size_t i = 0;
    while (i < c->n_evidence && !c->evidence[i].curve)
        ++i;
    return i < c->n_evidence ? c->evidence[i].curve : NULL;
}

/** Whether one of the first n of a run says the same; those that were dropped have no id. */
static bool stands_before(const TareKeyed* run, size_t n, const TareCorrection* c)
{
    for (size_t i = 0; i < n; ++i)
        if (run[i].correction->entry.id && !strcmp(run[i].correction->entry.id, c->entry.id) &&
            has_same_bands(&run[i].correction->set, &c->set) &&
            tare_text_is_same(curve_of(run[i].correction), curve_of(c)))
            return true;
    return false;
}

/** Empties what stands twice in a run. */
static void empty_repeats(const TareKeyed* run, size_t n)
{
    for (size_t i = 1; i < n; ++i)
        if (stands_before(run, i, run[i].correction))
            tare_correction_clear(run[i].correction);
}

/** Tells the ids of a run from each other by numbers. */
static bool number_run(const TareKeyed* run, size_t n)
{
    unsigned number = 1;
    empty_repeats(run, n);
    for (size_t i = 1; i < n; ++i) {
        TareCorrection* const c = run[i].correction;
        if (!c->entry.id)
            continue;
        TareText id = {0};
        tare_text_format(&id, "%s-%u", c->entry.id, ++number);
        if (id.failed)
            return false;
        (void)tare_text_set(&c->entry.id, NULL);
        c->entry.id = id.data;
    }
    return true;
}

/** Removes emptied corrections. */
static void close_gaps(TareBatch* batch)
{
    size_t n = 0;
    for (size_t i = 0; i < batch->n; ++i)
        if (batch->corrections[i].entry.id)
            batch->corrections[n++] = batch->corrections[i];
    batch->n = n;
}

/** Makes ids different where they are not; `is_done` when there was nothing to do, for a number may
    give an id that is there already. */
static bool number_ids(TareBatch* batch, bool* is_done)
{
    TareKeyed* const keyed = tare_keyed_new(batch, file_key, NULL);
    bool is_good = keyed != NULL;
    *is_done = true;
    for (size_t i = 0; is_good && i < batch->n;) {
        const size_t n = tare_keyed_length_of_run(keyed, i, batch->n);
        *is_done = *is_done && n == 1;
        is_good = number_run(keyed + i, n);
        i += n;
    }
    tare_keyed_free(keyed, batch->n);
    close_gaps(batch);
    return is_good;
}

bool tare_batch_make_ids(TareBatch* batch)
{
    for (size_t i = 0; i < batch->n; ++i)
        if (!make_id(&batch->corrections[i]))
            return false;
    bool is_done = false;
    while (!is_done)
        if (!number_ids(batch, &is_done))
            return false;
    return true;
}
