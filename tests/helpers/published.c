#include "helpers/published.h"

#include "controls.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "tare/band_traits.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static bool is_of_peaks_and_shelves(const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (set->bands[i].type > TARE_BAND_HIGH_SHELF)
            return false;
    return set->n_bands > 0;
}

static TareBandSet at_44100(TareBandSet set)
{
    set.reference_rate_hz = 44100.0;
    for (uint32_t i = set.n_bands; i < TARE_MAX_BANDS; ++i)
        set.bands[i] = tare_band_default();
    return set;
}

static size_t take_all(TareCatalogue* catalogue, TareBandSet* sets)
{
    size_t n = 0;
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareCorrection* const c =
            tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
        if (c && is_of_peaks_and_shelves(&c->set))
            sets[n++] = at_44100(c->set);
    }
    return n;
}

size_t published_read(TareBandSet** sets)
{
    const char* const source = getenv("TARE_SOURCE_DIR");
    char path[4096];
    snprintf(path, sizeof path, "%s/presets/catalogue/opra.tare", source ? source : ".");
    TareCatalogue* const catalogue = tare_catalogue_new();
    size_t n = 0;
    *sets = NULL;
    if (catalogue && tare_catalogue_add_file(catalogue, path, TARE_READ_ALL, NULL) == TARE_OK)
        *sets = malloc(tare_catalogue_n_corrections(catalogue) * sizeof **sets);
    if (*sets)
        n = take_all(catalogue, *sets);
    tare_catalogue_free(catalogue);
    return n;
}
