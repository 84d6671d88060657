#include "shipped.h"

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "meant_standard.h"
#include "search/models.h"
#include "standards.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef enum { BY_ADVICE, BY_NAME, BY_POPULARITY } Reason;

/** What the rule looks at. */
typedef struct {
    const TareCorrection* correction;
    const TareModel* model;
    Reason reason;
    bool is_default, is_variant, is_in_ear;
    size_t n_measurers, n_reviews;
    const char* date;             ///< the first one; NULL when there is none
    const TareStandard* standard; ///< what names it
} Candidate;

typedef struct {
    Candidate* candidates;
    size_t n;
} Candidates;

static bool is_advice(const TareCorrection* correction)
{
    bool found = false;
    if (correction->entry.kind == TARE_KIND_REVIEW)
        for (size_t i = 0; i < correction->n_evidence && !found; ++i)
            found = correction->evidence[i].is_advice;
    return found;
}

/** Who measured: the rig where one is named, else the author; "X/Y" means measured by X and fitted
    by Y. The length is that of the part that counts. Reviews quote measurements of others. */
static const char* measurer(const TareEntry* correction, size_t* length)
{
    const char* const name = correction->rig ? correction->rig : correction->author;
    if (!name || correction->kind == TARE_KIND_REVIEW)
        return NULL;
    *length = strcspn(name, "/");
    return name;
}

static bool have_same_measurer(const TareEntry* a, const TareEntry* b)
{
    size_t n_a = 0, n_b = 0;
    const char* const name_a = measurer(a, &n_a);
    const char* const name_b = measurer(b, &n_b);
    return name_a && name_b && n_a == n_b && !strncasecmp(name_a, name_b, n_a);
}

static size_t count_measurers(const TareModel* model)
{
    size_t n = 0;
    for (size_t i = 0; i < model->n_corrections; ++i) {
        size_t k = 0, length = 0;
        while (k < i && !have_same_measurer(model->corrections[k], model->corrections[i]))
            ++k;
        n += k == i && measurer(model->corrections[i], &length);
    }
    return n;
}

static size_t count_reviews(const TareModel* model)
{
    size_t n = 0;
    for (size_t i = 0; i < model->n_corrections; ++i)
        n += model->corrections[i]->kind == TARE_KIND_REVIEW;
    return n;
}

/** Dates sort as texts. */
static const char* first_date(const TareModel* model)
{
    const char* first = NULL;
    for (size_t i = 0; i < model->n_corrections; ++i) {
        const char* const date = model->corrections[i]->date;
        if (date && (!first || strcmp(date, first) < 0))
            first = date;
    }
    return first;
}

static bool is_in_ear(TareForm form)
{
    return form == TARE_FORM_IN_EAR || form == TARE_FORM_EARBUD;
}

static Candidate* add(Candidates* candidates, const TareModel* model,
                      const TareCorrection* correction)
{
    Candidate* const candidate = &candidates->candidates[candidates->n++];
    *candidate = (Candidate){.correction = correction,
                             .model = model,
                             .reason = is_advice(correction) ? BY_ADVICE : BY_POPULARITY,
                             .is_variant = correction->entry.variant && *correction->entry.variant,
                             .is_in_ear = is_in_ear(correction->entry.form),
                             .n_measurers = count_measurers(model),
                             .n_reviews = count_reviews(model),
                             .date = first_date(model)};
    return candidate;
}

/** The default of a model, and what follows advice. */
static void add_model(Candidates* candidates, TareCatalogue* catalogue, const TareModel* model)
{
    bool has_default = false;
    for (size_t i = 0; i < model->n_corrections; ++i) {
        const TareEntry* const entry = model->corrections[i];
        const TareCorrection* const correction = tare_catalogue_stated(catalogue, entry, NULL);
        if (!correction || entry->is_makeshift)
            continue;
        if (!has_default || is_advice(correction))
            add(candidates, model, correction)->is_default = !has_default;
        has_default = true;
    }
}

static bool is_meant(const Candidate* candidate, const TareMeantStandard* meant)
{
    return meant->correction ? candidate->correction == meant->correction
                             : candidate->is_default &&
                                   candidate->model->corrections[0] == meant->model->corrections[0];
}

static bool refuse(const TareLookup* lookup, const TareStandard* standard, const char* why)
{
    tare_report(lookup->reporter, TARE_ERROR, lookup->file, standard->line, 1, "%s %s",
                standard->name, why);
    return false;
}

/** Makes what a standard means ship. */
static bool name_one(Candidates* candidates, const TareLookup* lookup, const TareStandard* standard)
{
    TareMeantStandard meant;
    if (tare_meant_standard(&meant, lookup, standard) != TARE_OK)
        return false;
    size_t i = 0;
    while (i < candidates->n && !is_meant(&candidates->candidates[i], &meant))
        ++i;
    Candidate* candidate = &candidates->candidates[i];
    if (i == candidates->n && !meant.correction)
        return refuse(lookup, standard, "has makeshift corrections only; expected another");
    if (i == candidates->n)
        candidate = add(candidates, meant.model, meant.correction);
    if (candidate->standard)
        return refuse(lookup, standard, "is named in another line; expected it once");
    candidate->standard = standard;
    candidate->reason = candidate->reason == BY_ADVICE ? BY_ADVICE : BY_NAME;
    return true;
}

static int by_number(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/** Those without come last. */
static int by_date(const char* a, const char* b)
{
    return a && b ? strcmp(a, b) : (a == NULL) - (b == NULL);
}

/** Those that come first in the rule are less. */
static int compare(const void* a, const void* b)
{
    const Candidate* const x = a;
    const Candidate* const y = b;
    const int orders[] = {(int)x->reason - (int)y->reason,
                          x->is_variant - y->is_variant,
                          by_number(y->n_measurers, x->n_measurers),
                          by_number(y->n_reviews, x->n_reviews),
                          by_date(x->date, y->date),
                          by_number(y->model->n_corrections, x->model->n_corrections),
                          strcmp(x->model->name.text, y->model->name.text),
                          strcmp(x->correction->entry.id, y->correction->entry.id)};
    size_t i = 0;
    while (i + 1 < sizeof orders / sizeof *orders && orders[i] == 0)
        ++i;
    return orders[i];
}

static bool gather(Candidates* candidates, const TareLookup* lookup, const TareStandards* standards)
{
    const size_t n = tare_catalogue_n_corrections(lookup->catalogue) + standards->n;
    candidates->candidates = calloc(n + 1, sizeof *candidates->candidates);
    if (!candidates->candidates)
        return false;
    for (size_t i = 0; i < tare_models_n(lookup->models); ++i)
        add_model(candidates, lookup->catalogue, tare_models_get(lookup->models, i));
    bool is_good = true;
    for (size_t i = 0; i < standards->n; ++i) /* all, to tell all that is wrong */
        is_good = name_one(candidates, lookup, &standards->standards[i]) && is_good;
    qsort(candidates->candidates, candidates->n, sizeof *candidates->candidates, compare);
    return is_good;
}

/** The index of the next candidate that is an in-ear or is none; n when there is none left. */
static size_t next_of(const Candidates* candidates, size_t i, bool is_in_ear)
{
    while (i < candidates->n && candidates->candidates[i].is_in_ear != is_in_ear)
        ++i;
    return i;
}

static void take(TareShipped* shipped, const Candidate* candidate)
{
    shipped->corrections[shipped->n++] = candidate->correction;
}

/** Takes from candidate `first` on, all by popularity: two to be worn on the head, one in the ear,
    and so on. */
static void take_popular(TareShipped* shipped, const Candidates* candidates, size_t first,
                         size_t n_wanted)
{
    size_t next[] = {next_of(candidates, first, false), next_of(candidates, first, true)};
    for (unsigned turn = 0; shipped->n < n_wanted; ++turn) {
        bool is_in_ear = turn % 3 == 2;
        if (next[is_in_ear] == candidates->n)
            is_in_ear = !is_in_ear;
        if (next[is_in_ear] == candidates->n)
            return;
        take(shipped, &candidates->candidates[next[is_in_ear]]);
        next[is_in_ear] = next_of(candidates, next[is_in_ear] + 1, is_in_ear);
    }
}

static bool choose(TareShipped* shipped, const Candidates* candidates, const TareLookup* lookup,
                   size_t n_wanted)
{
    size_t n = 0;
    while (n < candidates->n && candidates->candidates[n].reason != BY_POPULARITY)
        ++n;
    if (n > TARE_MAX_SHIPPED) {
        tare_report(lookup->reporter, TARE_ERROR, lookup->file, 0, 0,
                    "%zu presets by advice of reviews and by name; expected %d at most", n,
                    TARE_MAX_SHIPPED);
        return false;
    }
    shipped->corrections = calloc((n > n_wanted ? n : n_wanted) + 1, sizeof *shipped->corrections);
    if (!shipped->corrections)
        return false;
    for (size_t i = 0; i < n; ++i)
        take(shipped, &candidates->candidates[i]);
    take_popular(shipped, candidates, n, n_wanted);
    return true;
}

bool tare_shipped_make(TareShipped* shipped, const TareLookup* lookup,
                       const TareStandards* standards, size_t n_wanted)
{
    *shipped = (TareShipped){0};
    Candidates candidates = {0};
    const bool is_good =
        gather(&candidates, lookup, standards) && choose(shipped, &candidates, lookup, n_wanted);
    free(candidates.candidates);
    return is_good;
}

void tare_shipped_clear(TareShipped* shipped)
{
    free(shipped->corrections);
    *shipped = (TareShipped){0};
}
