#include "corrections/print.h"

#include "band_set.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_index.h"
#include "corrections/catalogue_records.h"
#include "corrections/correction.h"
#include "tare/band_traits.h"

#include <string.h>

enum { PRINT_SIZE = 8 };

static uint64_t add_float(uint64_t hash, double value)
{
    const float single = (float)value + 0.0f; /* no -0 */
    uint64_t bits = 0;
    memcpy(&bits, &single, sizeof single);
    return tare_parts_hash(hash, &bits, sizeof bits);
}

uint64_t tare_print(const TareBandSet* set)
{
    uint64_t hash = 0;
    for (uint32_t i = 0; i < TARE_MAX_BANDS && i < set->n_bands; ++i) {
        const TareBand* const band = &set->bands[i];
        if (!tare_band_is_active(band))
            continue;
        if (!hash)
            hash = add_float(hash, set->reference_rate_hz);
        hash = add_float(hash, (double)band->type * TARE_N_CHANNEL_CHOICES + (double)band->channel);
        hash = add_float(hash, band->freq_hz);
        hash = add_float(hash, tare_band_type_has_gain(band->type) ? band->gain_db : 0.0);
        hash = add_float(hash, band->q);
    }
    return hash;
}

static const TareEntry* find_indexed(const TareCatalogue* catalogue, uint64_t print)
{
    const TarePart prints = tare_parts_get(catalogue->index, TARE_INDEX_PRINTS);
    for (size_t i = 0; i < catalogue->n_indexed; ++i)
        if (tare_part_u64(prints, i * PRINT_SIZE) == print)
            return &tare_catalogue_index_get(catalogue, i)->entry;
    return NULL;
}

const TareEntry* tare_catalogue_find_print(TareCatalogue* catalogue, uint64_t print,
                                           const TareReporter* reporter)
{
    if (!print)
        return NULL;
    const TareEntry* const indexed = catalogue->index ? find_indexed(catalogue, print) : NULL;
    for (size_t i = 0; !indexed && catalogue->records && i < catalogue->n; ++i) {
        const TareCatalogueRecord* const record = catalogue->records[i];
        if (catalogue->indexed && record >= catalogue->indexed &&
            record < catalogue->indexed + catalogue->n_indexed)
            continue;
        const TareCorrection* const correction =
            tare_catalogue_correction(catalogue, &record->entry, reporter);
        if (correction && tare_print(&correction->set) == print)
            return &record->entry;
    }
    return indexed;
}
