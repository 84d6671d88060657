#include "window/quiet_words.h"

#include "band_set.h"
#include "tare/band_traits.h"

#include <math.h>

/* A word is a Q between 0.5 and 2.55: none that looks odd, and with digits that texts keep. */
#define LOWEST_Q 0.5
#define Q_STEP 0.0005
#define Q_TOLERANCE 0.00005

enum { N_VALUES = 1 << TARE_QUIET_WORD_BITS };

/** The last bands that are not heard, from the last one on; returns how many, at most n. */
static uint32_t find_places(const TareBandSet* set, uint32_t* places, uint32_t n)
{
    uint32_t n_found = 0;
    for (uint32_t i = TARE_MAX_BANDS; i-- > 0 && n_found < n;)
        if (!tare_band_is_active(&set->bands[i]))
            places[n_found++] = i;
    return n_found;
}

void tare_quiet_words_put(TareBandSet* set, const uint32_t* words, uint32_t n)
{
    uint32_t places[TARE_MAX_BANDS];
    if (find_places(set, places, TARE_MAX_BANDS) < n)
        return;
    for (uint32_t i = 0; i < n; ++i)
        set->bands[places[i]].q = LOWEST_Q + Q_STEP * words[i];
}

uint32_t tare_quiet_words_take(const TareBandSet* set, uint32_t* words, uint32_t n)
{
    uint32_t places[TARE_MAX_BANDS];
    const uint32_t n_places = find_places(set, places, n < TARE_MAX_BANDS ? n : TARE_MAX_BANDS);
    for (uint32_t i = 0; i < n_places; ++i) {
        const double q = set->bands[places[i]].q;
        const double word = round((q - LOWEST_Q) / Q_STEP);
        if (!(word >= 0.0 && word < N_VALUES) || fabs(q - LOWEST_Q - Q_STEP * word) > Q_TOLERANCE)
            return i;
        words[i] = (uint32_t)word;
    }
    return n_places;
}
