#include "cli/offers/offers.h"

#include "base/utf8.h"
#include "cli/frame/candidates.h"
#include "cli/frame/cli.h"
#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "corrections/headphones.h"
#include "names/fold.h"
#include "search/stock.h"
#include "search/typed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Nobody reads more; then the beginnings of names are offered, or the first ones. */
enum { MAX_OFFERED = 400 };

/** A headphone that fits. */
typedef struct {
    const TareEntry* entry; ///< its default correction
    TareTypedMatch match;   ///< in the id of that
} Found;

typedef struct {
    size_t n;
    Found* items;
} FoundList;

/** How much of an id names the headphone. */
static int name_length(const char* id)
{
    return (int)strcspn(id, "/");
}

/** Keeps the headphones that fit best. */
static void find(FoundList* found, const TareHeadphones* headphones, const TareTyped* typed)
{
    TareTypedFit best = TARE_TYPED_APART;
    for (size_t i = 0; i < tare_headphones_n(headphones); ++i) {
        const TareTypedFit fit = tare_typed_match(typed, tare_headphones_name(headphones, i)).fit;
        if (fit < best)
            continue;
        if (fit > best)
            found->n = 0;
        best = fit;
        const TareEntry* const entry = tare_headphones_entry(headphones, i);
        found->items[found->n++] = (Found){entry, tare_typed_match(typed, entry->id)};
    }
}

/** Whether the name in the id is understood as this headphone: "cra-plus" is not the CRA+. */
static bool is_understood(const TareEntry* entry)
{
    char name[256];
    TareText words[2] = {{0}, {0}};
    TareText joined[2] = {{0}, {0}};
    snprintf(name, sizeof name, "%.*s", name_length(entry->id), entry->id);
    tare_fold_words(&words[0], name);
    tare_entry_display_name(entry, name, sizeof name);
    tare_fold_words(&words[1], name);
    bool is_good = !words[0].failed && !words[1].failed;
    for (int i = 0; is_good && i < 2; ++i) {
        tare_fold_join(&joined[i], words[i].data);
        is_good = !joined[i].failed;
    }
    is_good = is_good && strcmp(joined[0].data, joined[1].data) == 0;
    for (int i = 0; i < 2; ++i) {
        tare_text_clear(&words[i]);
        tare_text_clear(&joined[i]);
    }
    return is_good;
}

/** Offers one headphone: its name, or the rest of it behind earlier words; where that would not be
    understood, the id of its correction. */
static void offer_one(TareCandidates* candidates, const Found* found)
{
    char name[256];
    char text[256];
    const TareEntry* const entry = found->entry;
    const bool is_rest = candidates->earlier.n > 0;
    const char* const first = is_rest ? found->match.last : entry->id;
    const int length = name_length(first);
    if (length == 0 || (is_rest && !is_understood(entry)))
        return;
    if (is_understood(entry))
        snprintf(text, sizeof text, "%.*s", length, first);
    else
        snprintf(text, sizeof text, "%s", entry->id);
    tare_entry_display_name(entry, name, sizeof name);
    tare_candidates_add(candidates, text, name);
}

/** How much of an id is typed, up to the next hyphen and with it. */
static size_t stem_length(const Found* found)
{
    const char* const id = found->entry->id;
    const size_t typed = (size_t)(found->match.end - id);
    const size_t length = typed + strcspn(found->match.end, "-/");
    return id[length] == '-' ? length + 1 : length;
}

/** Offers how names begin, each beginning once; a name that begins like no other is offered whole.
 */
static void offer_stems(TareCandidates* candidates, const FoundList* found)
{
    for (size_t i = 0; i < found->n;) {
        const Found* const first = &found->items[i];
        const size_t length = stem_length(first);
        size_t n = 1;
        while (i + n < found->n &&
               strncmp(found->items[i + n].entry->id, first->entry->id, length) == 0)
            ++n;
        i += n;
        if (n == 1) {
            offer_one(candidates, first);
            continue;
        }
        char text[256];
        char note[32];
        snprintf(text, sizeof text, "%.*s", (int)length, first->entry->id);
        snprintf(note, sizeof note, "%zu headphones", n);
        tare_candidates_add(candidates, text, note);
    }
    candidates->are_stems = true;
}

static void offer_found(TareCandidates* candidates, const FoundList* found)
{
    const bool may_stem =
        candidates->earlier.n == 0 && found->n > 0 && found->items[0].match.fit == TARE_TYPED_BEGUN;
    if (found->n > MAX_OFFERED && may_stem) {
        offer_stems(candidates, found);
        return;
    }
    for (size_t i = 0; i < found->n && i < MAX_OFFERED; ++i)
        offer_one(candidates, &found->items[i]);
}

static void offer_names(TareCandidates* candidates, const TareCatalogue* catalogue)
{
    TareHeadphones* const headphones = tare_headphones_new(catalogue);
    const size_t n = headphones ? tare_headphones_n(headphones) : 0;
    FoundList found = {0, calloc(n + 1, sizeof(Found))};
    TareTyped typed = {0};
    for (int i = 0; i < candidates->earlier.n; ++i)
        tare_typed_add(&typed, candidates->earlier.texts[i]);
    tare_typed_add(&typed, candidates->word);
    if (headphones && found.items && !typed.words.failed) {
        find(&found, headphones, &typed);
        offer_found(candidates, &found);
    } else {
        candidates->lines.failed = true;
    }
    tare_typed_clear(&typed);
    free(found.items);
    tare_headphones_free(headphones);
}

/** The ids that begin as is typed, with what tells corrections of one headphone apart. */
static void offer_ids(TareCandidates* candidates, const TareCatalogue* catalogue)
{
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareEntry* const entry = tare_catalogue_get(catalogue, i);
        const char* const texts[] = {entry->author, entry->rig, entry->target};
        char note[256];
        int length = snprintf(note, sizeof note, "%s", tare_kind_name(entry->kind));
        for (size_t k = 0; k < sizeof texts / sizeof *texts; ++k)
            if (texts[k] && length < (int)sizeof note)
                length += snprintf(note + length, sizeof note - (size_t)length, ", %s", texts[k]);
        tare_utf8_drop_partial_end(note);
        tare_candidates_add_if_begun(candidates, entry->id, note);
    }
}

void tare_offer_models(TareCandidates* candidates)
{
    TareStock* stock = NULL;
    if (tare_stock_open(&stock, tare_cli_reporter()) != TARE_OK)
        return;
    const TareCatalogue* const catalogue = tare_stock_catalogue(stock);
    if (strchr(candidates->word, '/') && candidates->earlier.n == 0)
        offer_ids(candidates, catalogue);
    else
        offer_names(candidates, catalogue);
    tare_stock_close(stock);
}
