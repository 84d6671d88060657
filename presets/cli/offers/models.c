#include "cli/offers/offers.h"

#include "base/ascii.h"
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
    size_t index;     ///< among all headphones
    const char* name; ///< as ids begin
    TareTypedMatch match;
} Found;

typedef struct {
    const TareHeadphones* headphones;
    size_t n;
    Found* items;
} FoundList;

/** How much of an id names the headphone. */
static int name_length(const char* id)
{
    return (int)strcspn(id, "/");
}

/** Keeps the headphones that fit best. */
static void find(FoundList* found, const TareTyped* typed)
{
    TareTypedFit best = TARE_TYPED_APART;
    for (size_t i = 0; i < tare_headphones_n(found->headphones); ++i) {
        const char* const name = tare_headphones_name(found->headphones, i);
        const TareTypedMatch match = tare_typed_match(typed, name);
        if (match.fit < best)
            continue;
        if (match.fit > best)
            found->n = 0;
        best = match.fit;
        found->items[found->n++] = (Found){i, name, match};
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
static void offer_one(TareCandidates* candidates, const FoundList* all, const Found* found)
{
    char name[256];
    char text[256];
    const TareEntry* const entry = tare_headphones_entry(all->headphones, found->index);
    const bool is_rest = candidates->n_earlier > 0;
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
    const char* const name = found->name;
    const size_t typed = (size_t)(found->match.end - name);
    const size_t length = typed + strcspn(found->match.end, "-/");
    return name[length] == '-' ? length + 1 : length;
}

/** Offers how names begin, each beginning once; a name that begins like no other is offered whole.
 */
static void offer_stems(TareCandidates* candidates, const FoundList* found)
{
    for (size_t i = 0; i < found->n;) {
        const Found* const first = &found->items[i];
        const size_t length = stem_length(first);
        size_t n = 1;
        while (i + n < found->n && strncmp(found->items[i + n].name, first->name, length) == 0)
            ++n;
        i += n;
        if (n == 1) {
            offer_one(candidates, found, first);
            continue;
        }
        char text[256];
        char note[32];
        snprintf(text, sizeof text, "%.*s", (int)length, first->name);
        snprintf(note, sizeof note, "%zu headphones", n);
        tare_candidates_add(candidates, text, note);
    }
    candidates->are_stems = true;
}

static void offer_found(TareCandidates* candidates, const FoundList* found)
{
    const bool may_stem =
        candidates->n_earlier == 0 && found->n > 0 && found->items[0].match.fit == TARE_TYPED_BEGUN;
    if (found->n > MAX_OFFERED && may_stem) {
        offer_stems(candidates, found);
        return;
    }
    for (size_t i = 0; i < found->n && i < MAX_OFFERED; ++i)
        offer_one(candidates, found, &found->items[i]);
}

static void offer_names(TareCandidates* candidates, const TareCatalogue* catalogue)
{
    TareHeadphones* const headphones = tare_headphones_new(catalogue);
    const size_t n = headphones ? tare_headphones_n(headphones) : 0;
    FoundList found = {headphones, 0, calloc(n + 1, sizeof(Found))};
    TareTyped typed = {0};
    for (int i = 0; i < candidates->n_earlier; ++i)
        tare_typed_add(&typed, candidates->earlier[i]);
    tare_typed_add(&typed, candidates->word);
    if (headphones && found.items && !typed.words.failed) {
        find(&found, &typed);
        offer_found(candidates, &found);
    } else {
        candidates->lines.failed = true;
    }
    tare_typed_clear(&typed);
    free(found.items);
    tare_headphones_free(headphones);
}

/** The order of an id and of all that begins with a word, in small letters as in ids; 0 when it
   does too. */
static int compare_beginning(const char* id, const char* word)
{
    for (; *word != '\0'; ++id, ++word) {
        const unsigned char letter = (unsigned char)tare_ascii_lower(*word);
        if ((unsigned char)*id != letter)
            return (unsigned char)*id < letter ? -1 : 1;
    }
    return 0;
}

/** The first id, in their order, that does not stand before the word. */
static size_t first_id(const TareCatalogue* catalogue, const char* word)
{
    size_t first = 0, end = tare_catalogue_n_corrections(catalogue);
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        if (compare_beginning(tare_catalogue_get(catalogue, middle)->id, word) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

/** Offers an id, with what tells corrections of one headphone apart. */
static void offer_id(TareCandidates* candidates, const TareEntry* entry)
{
    const char* const texts[] = {entry->author, entry->rig, entry->target};
    char note[256];
    int length = snprintf(note, sizeof note, "%s", tare_kind_name(entry->kind));
    for (size_t k = 0; k < sizeof texts / sizeof *texts; ++k)
        if (texts[k] && length < (int)sizeof note)
            length += snprintf(note + length, sizeof note - (size_t)length, ", %s", texts[k]);
    tare_utf8_drop_partial_end(note);
    tare_candidates_add(candidates, entry->id, note);
}

/** The ids that begin as is typed. */
static void offer_ids(TareCandidates* candidates, const TareCatalogue* catalogue)
{
    const char* const word = candidates->word;
    const TareEntry* entry;
    for (size_t i = first_id(catalogue, word);
         (entry = tare_catalogue_get(catalogue, i)) && compare_beginning(entry->id, word) == 0; ++i)
        offer_id(candidates, entry);
}

void tare_offer_models(TareCandidates* candidates)
{
    TareStock* stock = NULL;
    if (tare_stock_open(&stock, tare_cli_reporter()) != TARE_OK)
        return;
    const TareCatalogue* const catalogue = tare_stock_catalogue(stock);
    if (strchr(candidates->word, '/') && candidates->n_earlier == 0)
        offer_ids(candidates, catalogue);
    else
        offer_names(candidates, catalogue);
    tare_stock_close(stock);
}
