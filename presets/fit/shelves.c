#include "fit/shelves.h"

#include "band_set.h"

#include <math.h>
#include <stdbool.h>

double tare_shelves_most_db(const TareBandSet* set)
{
    double most_db = 0.0;
    for (uint32_t i = 0; i < set->n_bands; ++i) {
        const TareBand* const band = &set->bands[i];
        const bool is_shelf =
            band->type == TARE_BAND_LOW_SHELF || band->type == TARE_BAND_HIGH_SHELF;
        if (is_shelf && fabs(band->gain_db) > fabs(most_db))
            most_db = band->gain_db;
    }
    return most_db;
}
