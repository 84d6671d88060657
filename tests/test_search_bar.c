/* Whether names are found as people type them: 500 of the catalogue, drawn and mistyped by seed,
   and other names of models. TARE_CATALOGUE may name another folder than that of the source tree.
 */

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "helpers/check.h"
#include "helpers/mistype.h"
#include "names/aliases.h"
#include "names/fold.h"
#include "search/models.h"
#include "search/search.h"

#include <stdlib.h>

enum { N_NAMES = 500, N_SHOWN = 5, MIN_ALIASES = 46 };

static TareCatalogue* catalogue;
static TareModels* models;
static TareAliases* aliases;
static const char* source;

/** Where a model stands among the first found; N_SHOWN when it does not. */
static size_t place_of(const TareModel* model, const char* query)
{
    TareSearchMatch matches[N_SHOWN];
    const size_t n = tare_search(models, aliases, query, matches, N_SHOWN);
    for (size_t place = 0; place < n; ++place)
        if (matches[place].model == model)
            return place;
    return N_SHOWN;
}

static void check_way(const Mistype* way, const size_t* drawn, size_t n, uint64_t* random)
{
    size_t n_first = 0, n_found = 0;
    for (size_t i = 0; i < n; ++i) {
        const TareModel* model = tare_models_get(models, drawn[i]);
        const TareEntry* c = model->corrections[0];
        char rest[MISTYPE_MAX_NAME], query[MISTYPE_MAX];
        snprintf(rest, sizeof rest, c->variant ? "%s (%s)" : "%s", c->model, c->variant);
        way->type(query, c->brand, rest, random);
        const size_t place = place_of(model, query);
        n_first += place == 0;
        n_found += place < N_SHOWN;
        if (place == N_SHOWN)
            fprintf(stderr, "not found: %s\n", query);
        else if (place && way->is_complete)
            fprintf(stderr, "%zu. for: %s\n", place + 1, query);
    }
    printf("%-34s %6.1f %% first %6.1f %% among %d\n", way->name,
           100.0 * (double)n_first / (double)n, 100.0 * (double)n_found / (double)n, N_SHOWN);
    CHECK(100 * n_found >= 99 * n);
    CHECK(!way->is_complete || 100 * n_first >= 97 * n);
}

static void test_every_way_of_mistyping(void)
{
    size_t drawn[N_NAMES];
    uint64_t random = 88172645463325252u;
    const size_t n = mistype_draw(drawn, N_NAMES, tare_models_n(models), &random);
    REQUIRE(n > 0);
    for (size_t way = 0; way < N_MISTYPES; ++way)
        check_way(&mistypes[way], drawn, n, &random);
}

static const TareModel* model_of(const char* name)
{
    TareText words = {0}, joined = {0};
    tare_fold_words(&words, name);
    tare_fold_join(&joined, words.data);
    const TareModel* model = NULL;
    for (size_t i = 0; i < tare_models_n(models) && !model; ++i)
        if (!strcmp(tare_models_get(models, i)->name.text, joined.data))
            model = tare_models_get(models, i);
    tare_text_clear(&words);
    tare_text_clear(&joined);
    return model;
}

/** Aliases whose model is in the catalogue: how many there are, how many came first and were found.
 */
typedef struct {
    size_t n, n_first, n_found;
} Rate;

/** `line`: the index that has the alias, the alias, the name. */
static void try_alias(char* line, Rate* rate)
{
    char* const alias = strchr(line, '\t');
    char* const name = alias ? strchr(alias + 1, '\t') : NULL;
    if (*line == '#' || !name)
        return;
    *name = '\0';
    name[1 + strcspn(name + 1, "\n")] = '\0';
    const TareModel* const model = model_of(name + 1);
    if (!model || model_of(alias + 1)) /* who types the name of another model means that one */
        return;
    const size_t place = place_of(model, alias + 1);
    rate->n++;
    rate->n_first += place == 0;
    rate->n_found += place < N_SHOWN;
    if (place == N_SHOWN)
        fprintf(stderr, "not found: %s, that is %s\n", alias + 1, name + 1);
}

static void test_aliases(void)
{
    char path[1000], line[1000];
    snprintf(path, sizeof path, "%s/tests/data/search/aliases.tsv", source);
    FILE* const in = fopen(path, "r");
    REQUIRE(in != NULL);
    Rate rate = {0};
    while (fgets(line, sizeof line, in))
        try_alias(line, &rate);
    fclose(in);
    printf("%zu aliases: %zu first, %zu among %d\n", rate.n, rate.n_first, rate.n_found, N_SHOWN);
    CHECK(rate.n_found == rate.n);
    CHECK(rate.n >= MIN_ALIASES);
}

static void test_generations_in_roman_numerals(void)
{
    static const char* const rows[][2] = {{"Moondrop Chu II", "Moondrop Chu 2"},
                                          {"chu ii", "Moondrop Chu 2"},
                                          {"HyperX Cloud 2", "HyperX Cloud II"},
                                          {"cloud 3", "HyperX Cloud III"},
                                          {"Meze Liric II", "Meze Liric II"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        const TareModel* const model = model_of(rows[i][1]);
        CHECK(!model || place_of(model, rows[i][0]) == 0);
    }
}

int main(void)
{
    const char* const other = getenv("TARE_CATALOGUE");
    char folder[1000];
    source = getenv("TARE_SOURCE_DIR");
    source = source ? source : ".";
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source);
    catalogue = tare_catalogue_new();
    aliases = tare_aliases_new();
    if (!catalogue ||
        tare_catalogue_add_folder(catalogue, other ? other : folder, TARE_READ_ENTRIES, NULL) ||
        !aliases || tare_aliases_add_folder(aliases, folder, NULL))
        return 1;
    models = tare_models_new(catalogue);
    RUN(test_every_way_of_mistyping);
    RUN(test_aliases);
    RUN(test_generations_in_roman_numerals);
    tare_models_free(models);
    tare_aliases_free(aliases);
    tare_catalogue_free(catalogue);
    return check_done();
}
