/* One form for the corrections of one product. */

#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "make/aim_rules.h"
#include "make/batch.h"
#include "make/keyed.h"
#include "make/known_names.h"
#include "names/fold.h"

#include <stdlib.h>
#include <string.h>

/* Who has so many corrections, all but so few of them worn in the ear or all on it, measures no
   others: one in so many may be wrong. */
enum { MIN_OF_SPECIALIST = 50, SPECIALIST_ERRS_IN = 50 };

/** Where a headphone is worn. */
typedef enum { ANYWHERE, ON_EARS, IN_EARS, N_PLACES } Place;

static Place place_of(TareForm form)
{
    if (form == TARE_FORM_UNKNOWN)
        return ANYWHERE;
    return form == TARE_FORM_OVER_EAR || form == TARE_FORM_ON_EAR ? ON_EARS : IN_EARS;
}

/** Words of a name, folded, by which it can only be one form; the most telling first. */
static const struct {
    const char* words;
    TareForm form;
} form_words[] = {{"over ear", TARE_FORM_OVER_EAR}, {"around ear", TARE_FORM_OVER_EAR},
                  {"on ear", TARE_FORM_ON_EAR},     {"in ear", TARE_FORM_IN_EAR},
                  {"inear", TARE_FORM_IN_EAR},      {"iem", TARE_FORM_IN_EAR},
                  {"iems", TARE_FORM_IN_EAR},       {"earbuds", TARE_FORM_IN_EAR},
                  {"buds", TARE_FORM_IN_EAR}};

/** Who measured or wrote, and on what rig. */
static char* source_key(const TareCorrection* c, const void* data)
{
    TareText key = {0};
    (void)data;
    tare_text_format(&key, "%s/%s", c->entry.author ? c->entry.author : "",
                     c->entry.rig ? c->entry.rig : "");
    if (key.failed)
        tare_text_clear(&key);
    return key.data;
}

static char* product_key(const TareCorrection* c, const void* same)
{
    return tare_known_names_key(same, TARE_KNOWN_PRODUCT_SPELLING, &c->entry);
}

/** How many of a run have each form. */
static void count_forms(const TareKeyed* run, size_t n, size_t* counts)
{
    for (size_t i = 0; i < n; ++i)
        counts[run[i].correction->entry.form]++;
}

/** Where all that the source of a run measures is worn; ANYWHERE when that differs. */
static Place place_of_source(const TareKeyed* run, size_t n)
{
    size_t counts[TARE_N_FORMS] = {0}, places[N_PLACES] = {0};
    count_forms(run, n, counts);
    for (TareForm form = 0; form < TARE_N_FORMS; ++form)
        places[place_of(form)] += counts[form];
    const size_t known = places[ON_EARS] + places[IN_EARS];
    for (Place place = ON_EARS; place < N_PLACES; ++place)
        if (known >= MIN_OF_SPECIALIST && (known - places[place]) * SPECIALIST_ERRS_IN <= known)
            return place;
    return ANYWHERE;
}

/** Where everything is worn that is measured by who measured each correction; to be freed. NULL
    when memory is short. */
static Place* places_by_source(const TareBatch* batch)
{
    Place* const places = calloc(batch->n + 1, sizeof *places);
    TareKeyed* const keyed = tare_keyed_new(batch, source_key, NULL);
    for (size_t i = 0; places && keyed && i < batch->n;) {
        const size_t n = tare_keyed_length_of_run(keyed, i, batch->n);
        const Place place = place_of_source(keyed + i, n);
        for (size_t k = i; k < i + n; ++k)
            places[keyed[k].correction - batch->corrections] = place;
        i += n;
    }
    const bool is_good = places && keyed;
    tare_keyed_free(keyed, batch->n);
    if (is_good)
        return places;
    free(places);
    return NULL;
}

/** Whether an earlier one of a run says the same form from the same source. */
static bool is_told_before(const TareKeyed* run, size_t i)
{
    const TareEntry* const entry = &run[i].correction->entry;
    for (size_t k = 0; k < i; ++k) {
        const TareEntry* const other = &run[k].correction->entry;
        if (other->form == entry->form && tare_text_is_same(other->author, entry->author) &&
            tare_text_is_same(other->rig, entry->rig))
            return true;
    }
    return false;
}

/** The form that most sources of a run say; of as many, that of more corrections, then the first.
 */
static TareForm form_of_most(const TareKeyed* run, size_t n)
{
    size_t sources[TARE_N_FORMS] = {0}, counts[TARE_N_FORMS] = {0};
    TareForm best = TARE_FORM_UNKNOWN;
    count_forms(run, n, counts);
    for (size_t i = 0; i < n; ++i)
        sources[run[i].correction->entry.form] += !is_told_before(run, i);
    for (TareForm form = TARE_FORM_OVER_EAR; form < TARE_N_FORMS; ++form)
        if (sources[form] && (best == TARE_FORM_UNKNOWN || sources[form] > sources[best] ||
                              (sources[form] == sources[best] && counts[form] > counts[best])))
            best = form;
    return best;
}

/** Whether some words stand in others, as whole words. */
static bool has_words(const char* words, const char* wanted)
{
    const size_t length = strlen(wanted);
    for (const char* p = strstr(words, wanted); p; p = strstr(p + 1, wanted))
        if ((p == words || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
            return true;
    return false;
}

/** The form that a model's name says; false when memory is short. */
static bool form_of_name(const TareEntry* entry, TareForm* form)
{
    TareText words = {0};
    tare_fold_words(&words, entry->model);
    *form = TARE_FORM_UNKNOWN;
    for (size_t i = 0; !words.failed && i < sizeof form_words / sizeof *form_words; ++i)
        if (*form == TARE_FORM_UNKNOWN && has_words(words.data, form_words[i].words))
            *form = form_words[i].form;
    const bool is_good = !words.failed;
    tare_text_clear(&words);
    return is_good;
}

/** What is decided about a product. */
typedef struct {
    TareForm form;
    char reason[100];
} Decision;

static void decide(Decision* decision, TareForm form, const char* reason)
{
    decision->form = form;
    snprintf(decision->reason, sizeof decision->reason, "%s", reason);
}

/** By those of a run who measure nothing else. */
static void decide_by_sources(Decision* decision, const TareKeyed* run, size_t n,
                              const TareBatch* batch, const Place* places)
{
    for (size_t i = 0; i < n; ++i) {
        const Place place = places[run[i].correction - batch->corrections];
        const TareEntry* const entry = &run[i].correction->entry;
        if (place == ANYWHERE || place == place_of(decision->form))
            continue;
        decide(decision, place == ON_EARS ? TARE_FORM_OVER_EAR : TARE_FORM_IN_EAR, "");
        snprintf(decision->reason, sizeof decision->reason, "%.60s measures no others",
                 entry->rig ? entry->rig : entry->author);
        return;
    }
}

/** Finds the form of a run. */
static bool decide_run(Decision* decision, const TareKeyed* run, size_t n, const TareBatch* batch,
                       const Place* places)
{
    TareForm named = TARE_FORM_UNKNOWN;
    decide(decision, form_of_most(run, n), "as most sources say");
    if (!form_of_name(&run[0].correction->entry, &named))
        return false;
    if (decision->form != TARE_FORM_UNKNOWN && named != TARE_FORM_UNKNOWN) {
        if (place_of(named) != place_of(decision->form))
            decide(decision, named, "as its name says");
    } else if (decision->form != TARE_FORM_UNKNOWN)
        decide_by_sources(decision, run, n, batch, places);
    return true;
}

/** Keeps towards what a correction was made when its form turns out to be of the other side of the
    ear: who took a headphone for an in-ear aimed at a target for those. A target that the words
    name is what they say of the headphone as it is; "earbud" stands for all sorts in sources. */
static void keep_aim(TareEntry* entry, TareForm form)
{
    const TareAimRule* const rule = tare_aim_rule_find(entry);
    if (!entry->aim && place_of(entry->form) != place_of(form) && entry->form != TARE_FORM_EARBUD &&
        entry->form != TARE_FORM_UNKNOWN && rule && !rule->words && tare_aim_rule_holds(rule))
        entry->aim = tare_aim_find(rule->aim);
}

static bool set_forms(TareBatch* batch, const TareKeyed* run, size_t n, const Decision* decision)
{
    bool is_good = true;
    for (size_t i = 0; i < n && is_good; ++i) {
        TareEntry* const entry = &run[i].correction->entry;
        const TareForm before = entry->form;
        keep_aim(entry, decision->form);
        entry->form = decision->form;
        if (before == decision->form || before == TARE_FORM_UNKNOWN)
            continue;
        char name[1000], change[60];
        tare_entry_display_name(entry, name, sizeof name);
        snprintf(change, sizeof change, "%s, not %s", tare_form_name(decision->form),
                 tare_form_name(before));
        is_good = tare_batch_note(batch, TARE_CHANGE_FORM, name, change, decision->reason);
    }
    return is_good;
}

bool tare_batch_unify_forms(TareBatch* batch, const TareSame* same, const TareKnownNames* known)
{
    Place* const places = places_by_source(batch);
    TareKeyed* const keyed = tare_keyed_new(batch, product_key, same);
    bool is_good = places && keyed;
    for (size_t i = 0; is_good && i < batch->n;) {
        const size_t n = tare_keyed_length_of_run(keyed, i, batch->n);
        Decision decision = {.reason = "as the table or an earlier source says"};
        is_good = tare_known_names_form(&decision.form, &keyed[i].correction->entry, same, known);
        if (is_good && decision.form == TARE_FORM_UNKNOWN)
            is_good = decide_run(&decision, keyed + i, n, batch, places);
        is_good = is_good && set_forms(batch, keyed + i, n, &decision);
        i += n;
    }
    tare_keyed_free(keyed, batch->n);
    free(places);
    return is_good;
}
