/* One spelling for the names of one product. */

#include "base/text.h"
#include "corrections/correction.h"
#include "make/batch.h"
#include "make/keyed.h"
#include "make/known_names.h"
#include "make/same.h"

#include <stdlib.h>
#include <string.h>

/** Which parts of a name are brought to one spelling. */
typedef enum { BRAND, PRODUCT, WHOLE } Part;

static char* maker_key(const TareCorrection* c, const void* same)
{
    return tare_known_names_key(same, TARE_KNOWN_MAKER, &c->entry);
}

static char* product_key(const TareCorrection* c, const void* same)
{
    return tare_known_names_key(same, TARE_KNOWN_PRODUCT, &c->entry);
}

static char* product_spelling(const TareCorrection* c, const void* same)
{
    return tare_known_names_key(same, TARE_KNOWN_PRODUCT_SPELLING, &c->entry);
}

static char* whole_key(const TareCorrection* c, const void* same)
{
    return tare_known_names_key(same, TARE_KNOWN_WHOLE, &c->entry);
}

static char* whole_spelling(const TareCorrection* c, const void* same)
{
    return tare_known_names_key(same, TARE_KNOWN_WHOLE_SPELLING, &c->entry);
}

/** What makes names one in each part. */
static const struct {
    TareKeyMaker* makers[2];
    size_t n;
    TareKnownKind known[2];
} parts[] = {
    [BRAND] = {{maker_key}, 1, {TARE_KNOWN_MAKER}},
    [PRODUCT] = {{product_key, product_spelling},
                 2,
                 {TARE_KNOWN_PRODUCT, TARE_KNOWN_PRODUCT_SPELLING}},
    [WHOLE] = {{whole_key, whole_spelling}, 2, {TARE_KNOWN_WHOLE, TARE_KNOWN_WHOLE_SPELLING}}};

static int compare_texts(const char* a, const char* b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare_spellings(const TareEntry* a, const TareEntry* b, Part part)
{
    int order = compare_texts(a->brand, b->brand);
    if (!order && part >= PRODUCT)
        order = compare_texts(a->model, b->model);
    return order || part < WHOLE ? order : compare_texts(a->variant, b->variant);
}

static size_t length_of_name(const TareEntry* entry, Part part)
{
    return strlen(entry->brand) + (part >= PRODUCT ? strlen(entry->model) : 0) +
           (part >= WHOLE && entry->variant ? strlen(entry->variant) : 0);
}

/** How many of a run are spelled as this one. */
static size_t count_alike(const TareKeyed* run, size_t n, const TareEntry* entry, Part part)
{
    size_t n_alike = 0;
    for (size_t i = 0; i < n; ++i)
        n_alike += compare_spellings(&run[i].correction->entry, entry, part) == 0;
    return n_alike;
}

/** The entry of a run whose name is spelled best. */
static const TareEntry* best_spelled(const TareKeyed* run, size_t n, Part part)
{
    const TareEntry* best = &run[0].correction->entry;
    size_t n_best = count_alike(run, n, best, part);
    for (size_t i = 1; i < n; ++i) {
        const TareEntry* const entry = &run[i].correction->entry;
        if (compare_spellings(entry, &run[i - 1].correction->entry, part) == 0)
            continue;
        const size_t n_alike = count_alike(run, n, entry, part);
        const size_t length = length_of_name(entry, part);
        const size_t best_length = length_of_name(best, part);
        const bool is_better = n_alike != n_best       ? n_alike > n_best
                               : length != best_length ? length > best_length
                                                       : compare_spellings(entry, best, part) < 0;
        if (is_better) {
            best = entry;
            n_best = n_alike;
        }
    }
    return best;
}

/** How an earlier source spells one of a run; NULL when none does. */
static const TareEntry* known_spelling(const TareKeyed* run, size_t n, Part part,
                                       const TareSame* same, const TareKnownNames* known,
                                       bool* failed)
{
    const TareEntry* found = NULL;
    for (size_t i = 0; known && i < n * parts[part].n && !found && !*failed; ++i) {
        const TareKnownKind kind = parts[part].known[i / n];
        char* const key = tare_known_names_key(same, kind, &run[i % n].correction->entry);
        *failed = !key;
        found = key ? tare_known_names_find(known, kind, key) : NULL;
        free(key);
    }
    return found;
}

static bool spell(TareCorrection* c, const TareEntry* as, Part part)
{
    return tare_text_set(&c->entry.brand, as->brand) &&
           (part < PRODUCT || tare_text_set(&c->entry.model, as->model)) &&
           (part < WHOLE || tare_text_set(&c->entry.variant, as->variant));
}

/** Frees a copy of the texts of a name. */
static void clear_copy(TareEntry* copy)
{
    (void)tare_text_set(&copy->brand, NULL);
    (void)tare_text_set(&copy->model, NULL);
    (void)tare_text_set(&copy->variant, NULL);
}

static bool copy_name(TareEntry* copy, const TareEntry* from)
{
    return tare_text_set(&copy->brand, from->brand) && tare_text_set(&copy->model, from->model) &&
           tare_text_set(&copy->variant, from->variant);
}

static bool spell_alike(const TareKeyed* run, size_t n, Part part, const TareSame* same,
                        const TareKnownNames* known)
{
    bool failed = false;
    TareEntry best = {0}; /* a copy, as it may be one of the run */
    const TareEntry* const earlier = known_spelling(run, n, part, same, known, &failed);
    failed = failed || !copy_name(&best, earlier ? earlier : best_spelled(run, n, part));
    for (size_t i = 0; i < n && !failed; ++i)
        failed = !spell(run[i].correction, &best, part);
    clear_copy(&best);
    return !failed;
}

static bool unify(TareBatch* batch, Part part, const TareSame* same, const TareKnownNames* known)
{
    TareKeyed* const keyed = tare_keyed_new_groups(batch, parts[part].makers, parts[part].n, same);
    bool is_good = keyed != NULL;
    for (size_t i = 0; is_good && i < batch->n;) {
        const size_t n = tare_keyed_length_of_run(keyed, i, batch->n);
        is_good = spell_alike(keyed + i, n, part, same, known);
        i += n;
    }
    tare_keyed_free(keyed, batch->n);
    return is_good;
}

/** Notes what was spelled otherwise by more than case and signs. */
static bool note_merged(TareBatch* batch, const TareEntry* before)
{
    bool is_good = true;
    for (size_t i = 0; i < batch->n && is_good; ++i) {
        char name[1000], other[1000];
        const TareEntry* const entry = &batch->corrections[i].entry;
        char* const now = tare_known_names_key(NULL, TARE_KNOWN_WHOLE_SPELLING, entry);
        char* const then = tare_known_names_key(NULL, TARE_KNOWN_WHOLE_SPELLING, &before[i]);
        tare_entry_display_name(entry, name, sizeof name);
        tare_entry_display_name(&before[i], other, sizeof other);
        is_good = now && then;
        if (is_good && strcmp(now, then) != 0)
            is_good = tare_batch_note(batch, TARE_CHANGE_MERGED, name, other, "");
        free(now);
        free(then);
    }
    return is_good;
}

static bool unify_all(TareBatch* batch, const TareSame* same, const TareKnownNames* known)
{
    /* what is split in two ways into maker, model and variant is split in one, before its maker may
       become another */
    bool is_good = unify(batch, WHOLE, same, NULL);
    for (size_t i = 0; i < batch->n && is_good; ++i) {
        TareEntry* const entry = &batch->corrections[i].entry;
        is_good = tare_same_spell(same, &entry->brand, &entry->model, &entry->variant);
    }
    for (Part part = BRAND; part <= WHOLE && is_good; ++part)
        is_good = unify(batch, part, same, known);
    return is_good;
}

bool tare_batch_unify_names(TareBatch* batch, const TareSame* same, const TareKnownNames* known)
{
    TareEntry* const before = calloc(batch->n + 1, sizeof *before);
    bool is_good = before != NULL;
    for (size_t i = 0; i < batch->n && is_good; ++i)
        is_good = copy_name(&before[i], &batch->corrections[i].entry);
    is_good = is_good && unify_all(batch, same, known) && note_merged(batch, before);
    for (size_t i = 0; before && i < batch->n; ++i)
        clear_copy(&before[i]);
    free(before);
    return is_good;
}

bool tare_batch_settle_names(TareBatch* batch, const TareSame* same, const TareKnownNames* known)
{
    return tare_batch_unify_names(batch, same, known) &&
           tare_batch_unify_forms(batch, same, known) && tare_batch_note_alike(batch, same, known);
}
