#include "corrections/band_prints.h"

#include "band_set.h"
#include "corrections/catalogue_index.h"
#include "corrections/catalogue_records.h"
#include "corrections/print.h"

#include <stdbool.h>

enum { PRINT_SIZE = 4, LEAST_SHARED = 2, N_MARKS = 256 };

/** What is looked for; by the marks most others are known not to be among them. */
typedef struct {
    uint32_t prints[TARE_MAX_BANDS];
    uint32_t n;
    bool marks[N_MARKS];
} Wanted;

uint32_t tare_band_print(const TareBandSet* set, uint32_t band)
{
    const TareBandSet alone = {
        .reference_rate_hz = set->reference_rate_hz, .n_bands = 1, .bands = {set->bands[band]}};
    const uint64_t print = tare_print(&alone);
    const uint32_t half = (uint32_t)(print ^ print >> 32);
    return print != 0 && half == 0 ? 1 : half;
}

static Wanted wanted_of(const TareBandSet* set)
{
    Wanted wanted = {.n = 0};
    for (uint32_t i = 0; i < TARE_MAX_BANDS && i < set->n_bands; ++i) {
        const uint32_t print = tare_band_print(set, i);
        if (print == 0)
            continue;
        wanted.prints[wanted.n++] = print;
        wanted.marks[print % N_MARKS] = true;
    }
    return wanted;
}

static bool is_wanted(const Wanted* wanted, uint32_t print)
{
    if (!wanted->marks[print % N_MARKS])
        return false;
    for (uint32_t i = 0; i < wanted->n; ++i)
        if (wanted->prints[i] == print)
            return true;
    return false;
}

const TareEntry* tare_catalogue_find_bands(const TareCatalogue* catalogue, const TareBandSet* set)
{
    const Wanted wanted = wanted_of(set);
    const TarePart prints =
        catalogue->index ? tare_parts_get(catalogue->index, TARE_INDEX_BAND_PRINTS) : (TarePart){0};
    size_t best = catalogue->n_indexed, entry = 0;
    unsigned most = LEAST_SHARED - 1, n_shared = 0, n_bands = 0;
    for (size_t at = 0; at + PRINT_SIZE <= prints.size && entry < catalogue->n_indexed;
         at += PRINT_SIZE) {
        const uint32_t print = tare_part_u32(prints, at);
        if (print != 0) {
            ++n_bands;
            n_shared += is_wanted(&wanted, print);
            continue;
        }
        if (n_shared > most && 2 * n_shared > n_bands) {
            most = n_shared;
            best = entry;
        }
        ++entry;
        n_shared = n_bands = 0;
    }
    return best < catalogue->n_indexed ? &tare_catalogue_index_get(catalogue, best)->entry : NULL;
}
