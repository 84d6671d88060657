#include "tare/band.h"
#include "tare/attributes.h"
#include "tare/band_traits.h"
#include "tare/controls.h"

#include <math.h>
#include <stddef.h>

static const char* const type_names[TARE_N_BAND_TYPES] = {
    [TARE_BAND_PEAK] = "peak",
    [TARE_BAND_LOW_SHELF] = "low_shelf",
    [TARE_BAND_HIGH_SHELF] = "high_shelf",
    [TARE_BAND_LOW_PASS] = "low_pass",
    [TARE_BAND_HIGH_PASS] = "high_pass",
    [TARE_BAND_NOTCH] = "notch",
    [TARE_BAND_BAND_PASS] = "band_pass",
    [TARE_BAND_ALL_PASS] = "all_pass",
};

static const char* const channel_names[TARE_N_CHANNEL_CHOICES] = {
    [TARE_CHANNEL_BOTH] = "both",
    [TARE_CHANNEL_LEFT] = "left",
    [TARE_CHANNEL_RIGHT] = "right",
};

TARE_REALTIME double tare_band_reference_rate_hz(uint32_t index)
{
    static const double rates_hz[TARE_N_REFERENCE_RATES] = {0.0, 44100.0, 48000.0};
    return index < TARE_N_REFERENCE_RATES ? rates_hz[index] : (double)NAN;
}

TARE_REALTIME TareBand tare_band_default(void)
{
    return (TareBand){.type = TARE_BAND_PEAK, .freq_hz = 1000.0, .gain_db = 0.0, .q = 1.0};
}

TARE_REALTIME bool tare_band_type_has_gain(TareBandType type)
{
    return type == TARE_BAND_PEAK || type == TARE_BAND_LOW_SHELF || type == TARE_BAND_HIGH_SHELF;
}

TARE_REALTIME bool tare_band_is_active(const TareBand* band)
{
    return !tare_band_type_has_gain(band->type) || band->gain_db != 0.0;
}

TARE_REALTIME bool tare_band_is_in_channel(const TareBand* band, uint32_t channel)
{
    return band->channel == TARE_CHANNEL_BOTH || (uint32_t)band->channel == channel + 1;
}

TARE_REALTIME const char* tare_band_type_name(TareBandType type)
{
    return (unsigned)type < TARE_N_BAND_TYPES ? type_names[type] : NULL;
}

TARE_REALTIME const char* tare_band_channel_name(TareChannel channel)
{
    return (unsigned)channel < TARE_N_CHANNEL_CHOICES ? channel_names[channel] : NULL;
}
