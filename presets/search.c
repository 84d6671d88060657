#include "search.h"

#include "fold.h"
#include "similarity.h"

#include <math.h>
#include <string.h>

/** What was typed, folded in all the ways in which names are. */
typedef struct {
    TareText words, joined, sorted;
    TareGrams grams;
} Query;

static bool init_query(Query* query, const char* text)
{
    *query = (Query){0};
    tare_fold_words(&query->words, text);
    if (!query->words.failed) {
        tare_fold_join(&query->joined, query->words.data);
        tare_fold_sort(&query->sorted, query->words.data);
    }
    if (query->words.failed || query->joined.failed || query->sorted.failed)
        return false;
    tare_grams_set(&query->grams, query->joined.data);
    return true;
}

static void clear_query(Query* query)
{
    tare_text_clear(&query->words);
    tare_text_clear(&query->joined);
    tare_text_clear(&query->sorted);
}

/** A plus in one name only makes them two products; so do digits that differ. */
static bool has_same_signs(const char* a, const char* b, bool (*is_sign)(char))
{
    for (;; ++a, ++b) {
        while (*a && !is_sign(*a))
            ++a;
        while (*b && !is_sign(*b))
            ++b;
        if (*a != *b || !*a)
            return *a == *b;
    }
}

static bool is_plus(char c)
{
    return c == '+';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/** How alike the query is to a name that it is not. */
static double likeness_to(Query* query, const char* name)
{
    double likeness =
        fmax(tare_grams_likeness(&query->grams, name),
             tare_slip_likeness(query->joined.data, query->joined.length, name, strlen(name)));
    if (!has_same_signs(query->joined.data, name, is_plus))
        likeness *= 0.85;
    if (!has_same_signs(query->joined.data, name, is_digit))
        likeness *= 0.9;
    return likeness;
}

static double score_of(Query* query, const TareModel* model)
{
    if (!strcmp(query->joined.data, model->name))
        return TARE_SCORE_NAME;
    if (!strcmp(query->sorted.data, model->sorted))
        return TARE_SCORE_WORDS;
    if (!strcmp(query->joined.data, model->model))
        return TARE_SCORE_MODEL;
    if (!strcmp(query->sorted.data, model->sorted_model))
        return TARE_SCORE_MODEL_WORDS;
    return TARE_SCORE_LIKE_MAX *
           fmax(likeness_to(query, model->name), likeness_to(query, model->model));
}

static size_t find_id(const TareModel* model, const char* id)
{
    size_t i = 0;
    while (i < model->n_corrections && strcmp(model->corrections[i]->id, id) != 0)
        ++i;
    return i;
}

/** The corrections of a model; the one at `first`, if there is one, before all others. */
static TareMatch match_of(const TareModel* model, double score, size_t first)
{
    TareMatch match = {.score = score};
    if (first < model->n_corrections)
        match.corrections[match.n_corrections++] = model->corrections[first];
    for (size_t i = 0; i < model->n_corrections; ++i)
        if (i != first && match.n_corrections < TARE_MATCH_MAX_CORRECTIONS)
            match.corrections[match.n_corrections++] = model->corrections[i];
    return match;
}

/** Puts a match behind all that are as good, and drops the last one when there are too many. */
static size_t insert(TareMatch* matches, size_t n, size_t max, const TareMatch* match)
{
    size_t place = n;
    while (place && matches[place - 1].score < match->score)
        --place;
    if (place == max)
        return n;
    const size_t n_after = (n < max ? n : max - 1) - place;
    memmove(&matches[place + 1], &matches[place], n_after * sizeof *matches);
    matches[place] = *match;
    return n < max ? n + 1 : max;
}

size_t tare_search_models(const TareModels* models, const char* query, TareMatch* matches,
                          size_t max)
{
    Query typed;
    size_t n = 0;
    const bool is_whole = init_query(&typed, query);
    for (size_t i = 0; is_whole && max && i < tare_models_n(models); ++i) {
        const TareModel* model = tare_models_get(models, i);
        const size_t with_id = find_id(model, query);
        const double score =
            with_id < model->n_corrections ? TARE_SCORE_NAME : score_of(&typed, model);
        if (score < TARE_SCORE_MIN || (n == max && score <= matches[n - 1].score))
            continue;
        const TareMatch match = match_of(model, score, with_id);
        n = insert(matches, n, max, &match);
    }
    clear_query(&typed);
    return n;
}

size_t tare_search(const TareCatalogue* catalogue, const char* query, TareMatch* matches,
                   size_t max)
{
    TareModels* models = tare_models_new(catalogue);
    const size_t n = models ? tare_search_models(models, query, matches, max) : 0;
    tare_models_free(models);
    return n;
}
