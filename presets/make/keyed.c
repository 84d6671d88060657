#include "make/keyed.h"

#include "corrections/correction.h"
#include "make/batch.h"

#include <stdlib.h>
#include <string.h>

void tare_keyed_free(TareKeyed* keyed, size_t n)
{
    for (size_t i = 0; keyed && i < n; ++i)
        free(keyed[i].key);
    free(keyed);
}

/** By key, then as they came. */
static int compare_keys(const void* a, const void* b)
{
    const TareKeyed* x = a;
    const TareKeyed* y = b;
    const int by_key = strcmp(x->key, y->key);
    return by_key ? by_key : (x->correction > y->correction) - (x->correction < y->correction);
}

TareKeyed* tare_keyed_new(const TareBatch* batch, TareKeyMaker* make_key, const void* data)
{
    TareKeyed* keyed = calloc(batch->n + 1, sizeof *keyed);
    for (size_t i = 0; keyed && i < batch->n; ++i) {
        keyed[i] = (TareKeyed){.key = make_key(&batch->corrections[i], data),
                               .correction = &batch->corrections[i]};
        if (!keyed[i].key) {
            tare_keyed_free(keyed, i);
            keyed = NULL;
        }
    }
    if (!keyed)
        return NULL;
    qsort(keyed, batch->n, sizeof *keyed, compare_keys);
    for (size_t i = 1; i < batch->n; ++i)
        keyed[i].group = keyed[i - 1].group + (strcmp(keyed[i].key, keyed[i - 1].key) != 0);
    return keyed;
}

size_t tare_keyed_length_of_run(const TareKeyed* keyed, size_t first, size_t n)
{
    size_t end = first + 1;
    while (end < n && keyed[end].group == keyed[first].group)
        ++end;
    return end - first;
}

/** The first correction that one belongs to, by those that each belongs to. */
static size_t root_of(size_t* parents, size_t i)
{
    while (parents[i] != i)
        i = parents[i] = parents[parents[i]];
    return i;
}

static void join(size_t* parents, size_t a, size_t b)
{
    a = root_of(parents, a);
    b = root_of(parents, b);
    parents[a > b ? a : b] = a < b ? a : b;
}

/** Joins what has the same text. */
static bool join_alike(const TareBatch* batch, size_t* parents, TareKeyMaker* make_key,
                       const void* data)
{
    TareKeyed* const keyed = tare_keyed_new(batch, make_key, data);
    for (size_t i = 1; keyed && i < batch->n; ++i)
        if (keyed[i].group == keyed[i - 1].group)
            join(parents, (size_t)(keyed[i].correction - batch->corrections),
                 (size_t)(keyed[i - 1].correction - batch->corrections));
    tare_keyed_free(keyed, batch->n);
    return keyed != NULL;
}

static int compare_groups(const void* a, const void* b)
{
    const TareKeyed* x = a;
    const TareKeyed* y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return (x->correction > y->correction) - (x->correction < y->correction);
}

static TareKeyed* groups_of(const TareBatch* batch, size_t* parents)
{
    TareKeyed* const keyed = calloc(batch->n + 1, sizeof *keyed);
    for (size_t i = 0; keyed && i < batch->n; ++i)
        keyed[i] = (TareKeyed){.group = root_of(parents, i), .correction = &batch->corrections[i]};
    if (keyed)
        qsort(keyed, batch->n, sizeof *keyed, compare_groups);
    return keyed;
}

TareKeyed* tare_keyed_new_groups(const TareBatch* batch, TareKeyMaker* const* make_keys,
                                 size_t n_makers, const void* data)
{
    size_t* const parents = calloc(batch->n + 1, sizeof *parents);
    bool is_good = parents != NULL;
    for (size_t i = 0; is_good && i < batch->n; ++i)
        parents[i] = i;
    for (size_t i = 0; is_good && i < n_makers; ++i)
        is_good = join_alike(batch, parents, make_keys[i], data);
    TareKeyed* const keyed = is_good ? groups_of(batch, parents) : NULL;
    free(parents);
    return keyed;
}
