#include "search/search.h"

#include "search/models.h"
#include "search/query.h"

#include <stdlib.h>
#include <string.h>

/** Whether a match stands before another; of those that fit as well the one that more people
    measured. */
static bool is_before(const TareSearchMatch* a, const TareSearchMatch* b)
{
    if (a->score != b->score)
        return a->score > b->score;
    if (a->n_common_pairs != b->n_common_pairs)
        return a->n_common_pairs > b->n_common_pairs;
    if (a->model->n_corrections != b->model->n_corrections)
        return a->model->n_corrections > b->model->n_corrections;
    return a->model < b->model;
}

/** Puts a match in its place, and drops the last one when there are too many. */
static size_t insert(TareSearchMatch* matches, size_t n, size_t max, const TareSearchMatch* match)
{
    size_t place = n;
    while (place && is_before(match, &matches[place - 1]))
        --place;
    if (place == max)
        return n;
    const size_t n_after = (n < max ? n : max - 1) - place;
    memmove(&matches[place + 1], &matches[place], n_after * sizeof *matches);
    matches[place] = *match;
    return n < max ? n + 1 : max;
}

enum { N_LEVELS = 102 };

/** The models in the order of how well they may fit at most, in per cent rounded up. */
typedef struct {
    size_t ends[N_LEVELS]; ///< of each level in `models`, the lowest level last
    uint32_t* models;
} Order;

/** To be freed; without models when memory is short. */
static Order order_of(const TareModels* models, const TareQuery* query)
{
    const size_t n = tare_models_n(models);
    uint8_t* const levels = malloc(n + 1);
    Order order = {.models = malloc((n + 1) * sizeof *order.models)};
    if (!levels || !order.models) {
        free(levels);
        free(order.models);
        return (Order){.models = NULL};
    }
    for (size_t i = 0; i < n; ++i) {
        const TareName name = tare_models_name(models, i);
        const double bound = tare_query_bound(query, &name);
        levels[i] = (uint8_t)(100.0 * bound + 1.0);
        order.ends[levels[i]]++;
    }
    size_t start = 0;
    for (size_t level = N_LEVELS; level--;) {
        const size_t n_level = order.ends[level];
        order.ends[level] = start;
        start += n_level;
    }
    for (size_t i = 0; i < n; ++i)
        order.models[order.ends[levels[i]]++] = (uint32_t)i;
    free(levels);
    return order;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

/** The score that a model needs: what is not half as good as the best is of no use. */
static double least_score(const TareSearchMatch* matches, size_t n, size_t max)
{
    const double half = n ? 0.5 * matches[0].score : 0.0;
    return larger(half, n == max ? matches[n - 1].score : TARE_SCORE_MIN);
}

/** Scores the models, those that may fit best first, until no other can be among the best. */
static size_t find_best(const TareModels* models, const Order* order, TareQuery* query,
                        TareSearchMatch* matches, size_t max)
{
    size_t n = 0;
    size_t i = 0;
    double least = TARE_SCORE_MIN;
    for (size_t level = N_LEVELS; level-- && (double)level / 100.0 >= least;)
        for (; i < order->ends[level]; ++i) {
            const TareName name = tare_models_name(models, order->models[i]);
            const double score = tare_query_score(query, &name, least);
            if (score < least)
                continue;
            const bool is_exact = score > TARE_SCORE_LIKE_MAX;
            const TareModel* const model = tare_models_get(models, order->models[i]);
            const size_t n_pairs = is_exact ? tare_query_common_pairs(query, &name) : 0;
            const TareSearchMatch match = {score, model, n_pairs};
            n = insert(matches, n, max, &match);
            least = least_score(matches, n, max);
        }
    while (n && matches[n - 1].score < least)
        --n;
    return n;
}

/** Puts the model whose correction was asked for first. */
static size_t put_first(const TareModel* model, TareSearchMatch* matches, size_t n, size_t max)
{
    size_t place = 0;
    while (place < n && matches[place].model != model)
        ++place;
    if (place == n && n == max)
        --place;
    n = place == n ? n + 1 : n;
    memmove(&matches[1], &matches[0], place * sizeof *matches);
    matches[0] = (TareSearchMatch){TARE_SCORE_NAME, model, 0};
    return n;
}

size_t tare_search_read(const TareModels* models, TareQuery* query, const char* typed,
                        TareSearchMatch* matches, size_t max)
{
    if (!max)
        return 0;
    const Order order = order_of(models, query);
    if (!order.models)
        return TARE_SEARCH_FAILED;
    const TareModel* const model = tare_models_find_id(models, typed);
    const size_t n = find_best(models, &order, query, matches, max);
    free(order.models);
    return model ? put_first(model, matches, n, max) : n;
}

size_t tare_search(const TareModels* models, const TareAliases* aliases, const char* query,
                   TareSearchMatch* matches, size_t max)
{
    TareQuery read;
    const size_t n = tare_query_set(&read, query, aliases)
                         ? tare_search_read(models, &read, query, matches, max)
                         : TARE_SEARCH_FAILED;
    tare_query_clear(&read);
    return n;
}
