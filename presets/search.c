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

static bool has_id(const TareModel* model, const char* id)
{
    for (size_t i = 0; i < model->n_corrections; ++i)
        if (!strcmp(model->corrections[i]->id, id))
            return true;
    return false;
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

size_t tare_search(const TareModels* models, const char* query, TareMatch* matches, size_t max)
{
    Query typed;
    size_t n = 0;
    const bool is_whole = init_query(&typed, query);
    for (size_t i = 0; is_whole && max && i < tare_models_n(models); ++i) {
        const TareModel* model = tare_models_get(models, i);
        const TareMatch match = {has_id(model, query) ? TARE_SCORE_NAME : score_of(&typed, model),
                                 model};
        if (match.score >= TARE_SCORE_MIN && (n < max || match.score > matches[n - 1].score))
            n = insert(matches, n, max, &match);
    }
    clear_query(&typed);
    return n;
}
