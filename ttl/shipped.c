#include "shipped.h"

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "names/name.h"
#include "search/models.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/** What the rule looks at. */
typedef struct {
    const TareCorrection* correction;
    const char* model; ///< folded name
    bool is_advice, is_variant;
    size_t n_measurers, n_corrections;
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

static void add(Candidates* candidates, const TareModel* model, const TareCorrection* correction,
                bool follows_advice)
{
    candidates->candidates[candidates->n++] =
        (Candidate){.correction = correction,
                    .model = model->name.text,
                    .is_advice = follows_advice,
                    .is_variant = correction->entry.variant && *correction->entry.variant,
                    .n_measurers = count_measurers(model),
                    .n_corrections = model->n_corrections};
}

/** The default of a model, and what follows advice. */
static void add_model(Candidates* candidates, TareCatalogue* catalogue, const TareModel* model)
{
    bool has_default = false;
    for (size_t i = 0; i < model->n_corrections; ++i) {
        const TareEntry* const entry = model->corrections[i];
        const TareCorrection* const correction = tare_catalogue_correction(catalogue, entry, NULL);
        if (!correction || entry->is_makeshift)
            continue;
        const bool follows_advice = is_advice(correction);
        if (follows_advice || !has_default)
            add(candidates, model, correction, follows_advice);
        has_default = true;
    }
}

static int by_size(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/** Those that come first in the rule are less. */
static int compare(const void* a, const void* b)
{
    const Candidate* const x = a;
    const Candidate* const y = b;
    if (x->is_advice != y->is_advice)
        return x->is_advice ? -1 : 1;
    if (x->is_variant != y->is_variant)
        return x->is_variant ? 1 : -1;
    if (x->n_measurers != y->n_measurers)
        return by_size(y->n_measurers, x->n_measurers);
    if (x->n_corrections != y->n_corrections)
        return by_size(y->n_corrections, x->n_corrections);
    const int by_model = strcmp(x->model, y->model);
    return by_model ? by_model : strcmp(x->correction->entry.id, y->correction->entry.id);
}

bool tare_shipped_make(TareShipped* shipped, TareCatalogue* catalogue, const TareModels* models,
                       size_t max)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    Candidates candidates = {.candidates = calloc(n + 1, sizeof *candidates.candidates)};
    *shipped = (TareShipped){.corrections = calloc(max + 1, sizeof *shipped->corrections)};
    const bool is_good = candidates.candidates && shipped->corrections;
    if (is_good) {
        for (size_t i = 0; i < tare_models_n(models); ++i)
            add_model(&candidates, catalogue, tare_models_get(models, i));
        qsort(candidates.candidates, candidates.n, sizeof *candidates.candidates, compare);
        while (shipped->n < max && shipped->n < candidates.n) {
            shipped->corrections[shipped->n] = candidates.candidates[shipped->n].correction;
            shipped->n++;
        }
    }
    free(candidates.candidates);
    if (!is_good)
        tare_shipped_clear(shipped);
    return is_good;
}

void tare_shipped_clear(TareShipped* shipped)
{
    free(shipped->corrections);
    *shipped = (TareShipped){0};
}
