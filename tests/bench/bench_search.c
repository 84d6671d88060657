/* What a search costs: reading the catalogue and answering the first query in a program that has
   just begun, the memory for that, and each next query, for 500 names typed in nine ways. An
   argument names another folder than that of the source tree. Ends with 1 when a limit is missed.
 */

#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "helpers/mistype.h"
#include "helpers/stopwatch.h"
#include "names/aliases.h"
#include "search/models.h"
#include "search/search.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N_NAMES = 500, N_BEGINNINGS = 15, MAX_FOUND = 10, N_RUNS = 3 };

#define MAX_FIRST_US 20e3
#define MAX_NEXT_US 2e3
#define MAX_MEMORY_KB (16 * 1024)

static void print_times(const char* what, double* times, size_t n)
{
    sort_numbers(times, n);
    printf("%-34s %9.1f %9.1f %9.1f\n", what, times[n / 2], times[n * 99 / 100], times[n - 1]);
}

typedef struct {
    TareCatalogue* catalogue;
    TareAliases* aliases;
    TareModels* models;
} Stock;

static void close_stock(Stock* stock)
{
    tare_models_free(stock->models);
    tare_aliases_free(stock->aliases);
    tare_catalogue_free(stock->catalogue);
}

/** Reads all that a search needs. */
static bool open_stock(Stock* stock, const char* folder)
{
    *stock = (Stock){.catalogue = tare_catalogue_new(), .aliases = tare_aliases_new()};
    if (!stock->catalogue || !stock->aliases ||
        tare_catalogue_add_folder(stock->catalogue, folder, TARE_READ_ENTRIES, NULL) != TARE_OK ||
        tare_aliases_add_folder(stock->aliases, folder, NULL) != TARE_OK)
        return false;
    stock->models = tare_models_new(stock->catalogue);
    return stock->models && tare_models_n(stock->models) > 0;
}

/** What a program of its own needs for the first query. */
typedef struct {
    double us, kb; ///< NaN when it failed
} Beginning;

static Beginning begin(const char* folder)
{
    Stock stock;
    TareSearchMatch match;
    const double start_us = stopwatch_us();
    const bool is_good = open_stock(&stock, folder) &&
                         tare_search(stock.models, stock.aliases, "sennhesier hd650", &match, 1);
    const double us = stopwatch_us() - start_us;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    close_stock(&stock);
    return is_good ? (Beginning){us, (double)usage.ru_maxrss} : (Beginning){NAN, NAN};
}

static Beginning begin_in_child(const char* folder)
{
    Beginning beginning = {NAN, NAN};
    int ends[2];
    fflush(stdout);
    if (pipe(ends) != 0)
        return beginning;
    const pid_t child = fork();
    if (child == 0) {
        beginning = begin(folder);
        _exit(write(ends[1], &beginning, sizeof beginning) != sizeof beginning);
    }
    if (child < 0 || read(ends[0], &beginning, sizeof beginning) != sizeof beginning)
        beginning.us = NAN;
    waitpid(child, NULL, 0);
    close(ends[0]);
    close(ends[1]);
    return beginning;
}

static bool print_beginnings(const char* folder)
{
    double us[N_BEGINNINGS], kb[N_BEGINNINGS];
    for (size_t i = 0; i < N_BEGINNINGS; ++i) {
        const Beginning beginning = begin_in_child(folder);
        us[i] = beginning.us;
        kb[i] = beginning.kb;
    }
    print_times("reading and first query", us, N_BEGINNINGS);
    print_times("memory of all the program (KB)", kb, N_BEGINNINGS);
    return us[N_BEGINNINGS / 2] <= MAX_FIRST_US && kb[N_BEGINNINGS / 2] <= MAX_MEMORY_KB;
}

static bool print_queries(const TareModels* models, const TareAliases* aliases)
{
    static size_t drawn[N_NAMES];
    static double times[N_NAMES];
    uint64_t random = 88172645463325252u;
    bool is_good = true;
    const size_t n = mistype_draw(drawn, N_NAMES, tare_models_n(models), &random);
    for (size_t way = 0; way < N_MISTYPES; ++way) {
        for (size_t i = 0; i < n; ++i) {
            const TareEntry* c = tare_models_get(models, drawn[i])->corrections[0];
            char rest[MISTYPE_MAX_NAME], query[MISTYPE_MAX];
            snprintf(rest, sizeof rest, c->variant ? "%s (%s)" : "%s", c->model, c->variant);
            mistypes[way].type(query, c->brand, rest, &random);
            TareSearchMatch matches[MAX_FOUND];
            times[i] = HUGE_VAL;
            for (int again = 0; again < N_RUNS; ++again) {
                const double start_us = stopwatch_us();
                tare_search(models, aliases, query, matches, MAX_FOUND);
                times[i] = fmin(times[i], stopwatch_us() - start_us);
            }
        }
        print_times(mistypes[way].name, times, n);
        is_good = is_good && times[n - 1] <= MAX_NEXT_US;
    }
    return is_good;
}

int main(int argc, char** argv)
{
    const char* const source = getenv("TARE_SOURCE_DIR");
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    const char* const read = argc > 1 ? argv[1] : folder;
    printf("%-34s %9s %9s %9s (us)\n", "", "median", "99 %", "worst");
    bool is_good = print_beginnings(read);
    Stock stock;
    is_good = open_stock(&stock, read) && is_good;
    if (stock.models) {
        is_good = print_queries(stock.models, stock.aliases) && is_good;
        printf("%zu models of %zu corrections; at most %.0f us, %d KB for the first query, %.0f us "
               "for "
               "each next\n",
               tare_models_n(stock.models), tare_catalogue_n_corrections(stock.catalogue),
               MAX_FIRST_US, MAX_MEMORY_KB, MAX_NEXT_US);
    }
    close_stock(&stock);
    return is_good ? 0 : 1;
}
