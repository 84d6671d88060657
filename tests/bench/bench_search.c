/* What a search costs: gathering the models of the catalogue, and a query among them, for 500 names
   typed in nine ways. An argument names another folder than that of the source tree. */

#include "catalogue.h"
#include "mistype.h"
#include "search.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { N_NAMES = 500, N_PREPARED = 21, MAX_FOUND = 10 };

static double now_us(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e6 * (double)time.tv_sec + 1e-3 * (double)time.tv_nsec;
}

static int by_value(const void* a, const void* b)
{
    const double x = *(const double*)a;
    const double y = *(const double*)b;
    return (x > y) - (x < y);
}

static void print_times(const char* what, double* times, size_t n)
{
    qsort(times, n, sizeof *times, by_value);
    printf("%-34s %9.1f %9.1f %9.1f\n", what, times[n / 2], times[n * 99 / 100], times[n - 1]);
}

static void print_preparation(const TareCatalogue* catalogue)
{
    double times[N_PREPARED];
    for (size_t i = 0; i < N_PREPARED; ++i) {
        const double start_us = now_us();
        TareModels* models = tare_models_new(catalogue);
        times[i] = now_us() - start_us;
        tare_models_free(models);
    }
    print_times("preparation", times, N_PREPARED);
}

static void print_queries(const TareModels* models, const TareAliases* aliases)
{
    static size_t drawn[N_NAMES];
    static double times[N_NAMES];
    uint64_t random = 88172645463325252u;
    const size_t n = mistype_draw(drawn, N_NAMES, tare_models_n(models), &random);
    for (size_t way = 0; way < N_MISTYPES; ++way) {
        for (size_t i = 0; i < n; ++i) {
            const TareCorrection* c = tare_models_get(models, drawn[i])->corrections[0];
            char rest[MISTYPE_MAX_NAME], query[MISTYPE_MAX];
            snprintf(rest, sizeof rest, c->variant ? "%s (%s)" : "%s", c->model, c->variant);
            mistypes[way].type(query, c->brand, rest, &random);
            TareMatch matches[MAX_FOUND];
            const double start_us = now_us();
            tare_search_models(models, aliases, query, matches, MAX_FOUND);
            times[i] = now_us() - start_us;
        }
        print_times(mistypes[way].name, times, n);
    }
}

int main(int argc, char** argv)
{
    const char* const source = getenv("TARE_SOURCE_DIR");
    char folder[4096], aliases_path[5000];
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    snprintf(aliases_path, sizeof aliases_path, "%s/aliases.txt", folder);
    TareCatalogue* catalogue = tare_catalogue_new();
    if (!catalogue || tare_catalogue_add_folder(catalogue, argc > 1 ? argv[1] : folder, NULL))
        return 1;
    TareModels* models = tare_models_new(catalogue);
    TareAliases* aliases = tare_aliases_new();
    if (!models || !tare_models_n(models) || !aliases ||
        tare_aliases_add_file(aliases, aliases_path, NULL))
        return 1;
    printf("%zu models of %zu corrections\n%-34s %9s %9s %9s (us)\n", tare_models_n(models),
           tare_catalogue_n_corrections(catalogue), "", "median", "99 %", "worst");
    print_preparation(catalogue);
    print_queries(models, aliases);
    tare_aliases_free(aliases);
    tare_models_free(models);
    tare_catalogue_free(catalogue);
    return 0;
}
