#include "audio/ears.h"

#include "band_set.h"
#include "tare/band_traits.h"

enum { LEFT = 0, RIGHT = 1 };

static bool hears(uint32_t channel, const TareBand* band)
{
    return tare_band_is_active(band) && tare_band_is_in_channel(band, channel);
}

static bool is_same_filter(const TareBand* a, const TareBand* b)
{
    return a->type == b->type && a->freq_hz == b->freq_hz && a->gain_db == b->gain_db &&
           a->q == b->q;
}

/** How often a channel has a filter. */
static uint32_t count(const TareBandSet* set, uint32_t channel, const TareBand* filter)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < set->n_bands; ++i)
        n += hears(channel, &set->bands[i]) && is_same_filter(&set->bands[i], filter);
    return n;
}

bool tare_ears_differ(const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (count(set, LEFT, &set->bands[i]) != count(set, RIGHT, &set->bands[i]))
            return true;
    return false;
}

void tare_ears_keep_left(TareBandSet* set)
{
    /* those behind `n_bands` count in controls, so that what is left out does nothing there */
    static const TareBand nothing = {TARE_BAND_PEAK, 1000.0, 0.0, 1.0, TARE_CHANNEL_BOTH};
    const uint32_t n_bands = set->n_bands;
    set->n_bands = 0;
    for (uint32_t i = 0; i < n_bands; ++i) {
        TareBand band = set->bands[i];
        set->bands[i] = nothing;
        if (!hears(LEFT, &band))
            continue;
        band.channel = TARE_CHANNEL_BOTH;
        set->bands[set->n_bands++] = band;
    }
}
