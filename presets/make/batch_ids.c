/* Names and ids of a batch. */

#include "base/text.h"
#include "corrections/correction.h"
#include "make/batch.h"
#include "names/fold.h"
#include "names/product_name.h"

#include <stdlib.h>
#include <string.h>

/* Stands for a name that is nothing but signs. */
#define NO_WORDS "unnamed"

/** A correction under a text by which it is sorted. */
typedef struct {
    char* key; ///< owned
    TareCorrection* correction;
} Keyed;

static void clear_keys(Keyed* keyed, size_t n)
{
    for (size_t i = 0; keyed && i < n; ++i)
        free(keyed[i].key);
    free(keyed);
}

/** By key, then as they came. */
static int compare_keyed(const void* a, const void* b)
{
    const Keyed* x = a;
    const Keyed* y = b;
    const int by_key = strcmp(x->key, y->key);
    return by_key ? by_key : (x->correction > y->correction) - (x->correction < y->correction);
}

/** All corrections under their keys, in order; NULL when memory is short. */
static Keyed* sorted_by(const TareBatch* batch, char* (*make_key)(const TareCorrection* c))
{
    Keyed* keyed = calloc(batch->n + 1, sizeof *keyed);
    for (size_t i = 0; keyed && i < batch->n; ++i) {
        keyed[i] = (Keyed){make_key(&batch->corrections[i]), &batch->corrections[i]};
        if (!keyed[i].key) {
            clear_keys(keyed, i);
            keyed = NULL;
        }
    }
    if (keyed)
        qsort(keyed, batch->n, sizeof *keyed, compare_keyed);
    return keyed;
}

/** How many keys from `first` on are the same. */
static size_t length_of_run(const Keyed* keyed, size_t first, size_t n)
{
    size_t end = first + 1;
    while (end < n && !strcmp(keyed[end].key, keyed[first].key))
        ++end;
    return end - first;
}

/** A name folded and joined. */
static char* folded_name(const TareCorrection* c)
{
    char name[1000];
    TareText words = {0}, joined = {0};
    tare_entry_display_name(&c->entry, name, sizeof name);
    tare_fold_words(&words, name);
    if (!words.failed)
        tare_fold_join(&joined, words.data);
    if (words.failed || joined.failed)
        tare_text_clear(&joined);
    tare_text_clear(&words);
    return joined.data;
}

static char* folded_name_without_variant(const TareCorrection* c)
{
    TareCorrection bare = *c;
    bare.entry.variant = NULL;
    return folded_name(&bare);
}

static int compare_texts(const char* a, const char* b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare_spellings(const TareCorrection* a, const TareCorrection* b, bool with_variant)
{
    const int by_brand = compare_texts(a->entry.brand, b->entry.brand);
    const int by_model = by_brand ? by_brand : compare_texts(a->entry.model, b->entry.model);
    return by_model || !with_variant ? by_model : compare_texts(a->entry.variant, b->entry.variant);
}

static size_t length_of_name(const TareCorrection* c, bool with_variant)
{
    return strlen(c->entry.brand) + strlen(c->entry.model) +
           (with_variant && c->entry.variant ? strlen(c->entry.variant) : 0);
}

/** How many of a run are spelled as this one. */
static size_t count_alike(const Keyed* run, size_t n, const TareCorrection* c, bool with_variant)
{
    size_t n_alike = 0;
    for (size_t i = 0; i < n; ++i)
        n_alike += compare_spellings(run[i].correction, c, with_variant) == 0;
    return n_alike;
}

/** The correction of a run whose name is spelled best. */
static const TareCorrection* best_spelled(const Keyed* run, size_t n, bool with_variant)
{
    const TareCorrection* best = run[0].correction;
    size_t n_best = count_alike(run, n, best, with_variant);
    for (size_t i = 1; i < n; ++i) {
        const TareCorrection* const c = run[i].correction;
        const size_t n_alike = count_alike(run, n, c, with_variant);
        const size_t length = length_of_name(c, with_variant);
        const size_t best_length = length_of_name(best, with_variant);
        const bool is_better = n_alike != n_best ? n_alike > n_best
                               : length != best_length
                                   ? length > best_length
                                   : compare_spellings(c, best, with_variant) < 0;
        if (is_better) {
            best = c;
            n_best = n_alike;
        }
    }
    return best;
}

/** The first form that one of a run says. */
static TareForm known_form(const Keyed* run, size_t n)
{
    TareForm form = TARE_FORM_UNKNOWN;
    for (size_t i = 0; i < n && form == TARE_FORM_UNKNOWN; ++i)
        form = run[i].correction->entry.form;
    return form;
}

static bool spell_alike(const Keyed* run, size_t n, bool with_variant)
{
    const TareCorrection* const best = best_spelled(run, n, with_variant);
    const TareForm form = known_form(run, n);
    bool is_good = true;
    for (size_t i = 0; i < n && is_good; ++i) {
        TareCorrection* const c = run[i].correction;
        is_good = tare_text_set(&c->entry.brand, best->entry.brand) &&
                  tare_text_set(&c->entry.model, best->entry.model) &&
                  (!with_variant || tare_text_set(&c->entry.variant, best->entry.variant));
        if (c->entry.form == TARE_FORM_UNKNOWN)
            c->entry.form = form;
    }
    return is_good;
}

static bool unify(TareBatch* batch, bool with_variant)
{
    Keyed* const keyed = sorted_by(batch, with_variant ? folded_name : folded_name_without_variant);
    bool is_good = keyed != NULL;
    for (size_t i = 0; is_good && i < batch->n;) {
        const size_t n = length_of_run(keyed, i, batch->n);
        is_good = spell_alike(keyed + i, n, with_variant);
        i += n;
    }
    clear_keys(keyed, batch->n);
    return is_good;
}

bool tare_batch_unify_names(TareBatch* batch)
{
    return unify(batch, false) && unify(batch, true);
}

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

static bool make_id(TareCorrection* c)
{
    char name[1000];
    TareText id = {0};
    tare_entry_display_name(&c->entry, name, sizeof name);
    char* const model = tare_product_name_slug(name);
    char* const source = source_slug(c);
    if (model && source)
        tare_text_format(&id, "%.*s/%.*s", MAX_MODEL_SLUG, *model ? model : NO_WORDS,
                         MAX_SOURCE_SLUG, *source ? source : NO_WORDS);
    const bool is_good = model && source && !id.failed;
    free(model);
    free(source);
    if (!is_good)
        tare_text_clear(&id);
    (void)tare_text_set(&c->entry.id, NULL);
    c->entry.id = id.data;
    return is_good;
}

/** The id as names of files have it. */
static char* file_key(const TareCorrection* c)
{
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

/** Whether one of the first n of a run says the same; those that were dropped have no id. */
static bool stands_before(const Keyed* run, size_t n, const TareCorrection* c)
{
    for (size_t i = 0; i < n; ++i)
        if (run[i].correction->entry.id && !strcmp(run[i].correction->entry.id, c->entry.id) &&
            has_same_bands(&run[i].correction->set, &c->set))
            return true;
    return false;
}

/** Empties what stands twice in a run. */
static void empty_repeats(const Keyed* run, size_t n)
{
    for (size_t i = 1; i < n; ++i)
        if (stands_before(run, i, run[i].correction))
            tare_correction_clear(run[i].correction);
}

/** Tells the ids of a run from each other by numbers. */
static bool number_run(const Keyed* run, size_t n)
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
    Keyed* const keyed = sorted_by(batch, file_key);
    bool is_good = keyed != NULL;
    *is_done = true;
    for (size_t i = 0; is_good && i < batch->n;) {
        const size_t n = length_of_run(keyed, i, batch->n);
        *is_done = *is_done && n == 1;
        is_good = number_run(keyed + i, n);
        i += n;
    }
    clear_keys(keyed, batch->n);
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
