#include "formats/apo_words.h"

const char* const tare_apo_words_types[TARE_N_BAND_TYPES] = {
    [TARE_BAND_PEAK] = "PK",      [TARE_BAND_LOW_SHELF] = "LSC", [TARE_BAND_HIGH_SHELF] = "HSC",
    [TARE_BAND_LOW_PASS] = "LPQ", [TARE_BAND_HIGH_PASS] = "HPQ", [TARE_BAND_NOTCH] = "NO",
    [TARE_BAND_BAND_PASS] = "BP", [TARE_BAND_ALL_PASS] = "AP",
};

const char* const tare_apo_words_channels[TARE_N_CHANNEL_CHOICES] = {
    [TARE_CHANNEL_BOTH] = "all",
    [TARE_CHANNEL_LEFT] = "L",
    [TARE_CHANNEL_RIGHT] = "R",
};
