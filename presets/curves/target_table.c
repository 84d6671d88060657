/* The built-in targets. Each is our own description: a few filters, fitted between 20 Hz and 20 kHz
   to a curve that others have published, with the bass taken out. The line "within" tells how far
   it is off: RMS and maximum in dB from 20 Hz to 10 kHz, then RMS above.

   The curves are those of AutoEq 4.1 by J. Pasanen (https://github.com/jaakkopasanen/AutoEq, folder
   "targets"), which also names the file; the research behind them is

   S. Olive, T. Welti, O. Khonsaripour, "A Statistical Model that Predicts Listeners' Preference
   Ratings of Around-Ear and On-Ear Headphones", AES Convention 144, 2018;

   S. Olive, T. Welti, O. Khonsaripour, "A Statistical Model that Predicts Listeners' Preference
   Ratings of In-Ear Headphones: Part 2", AES Convention 143, 2017, as revised in 2019. */

#include "curves/targets.h"

#define LOW(freq_hz, gain_db, q)                                                                   \
    {                                                                                              \
        TARE_BAND_LOW_SHELF, freq_hz, gain_db, q, TARE_CHANNEL_BOTH                                \
    }
#define PEAK(freq_hz, gain_db, q)                                                                  \
    {                                                                                              \
        TARE_BAND_PEAK, freq_hz, gain_db, q, TARE_CHANNEL_BOTH                                     \
    }
#define HIGH(freq_hz, gain_db, q)                                                                  \
    {                                                                                              \
        TARE_BAND_HIGH_SHELF, freq_hz, gain_db, q, TARE_CHANNEL_BOTH                               \
    }

/* "AutoEq in-ear", within 0.03, 0.08; 0.11 */
#define AUTOEQ_IN_EAR                                                                              \
    {                                                                                              \
        LOW(560, -5.0, 0.57), PEAK(1300, -4.3, 0.45), PEAK(2750, 6.7, 0.79),                       \
            PEAK(20000, -12.7, 3.86), HIGH(10200, -9.4, 1.10)                                      \
    }

/* "HMS II.3 AutoEq in-ear", within 0.05, 0.11; 0.10 */
#define AUTOEQ_IN_EAR_HMS                                                                          \
    {                                                                                              \
        LOW(1430, -0.4, 1.20), PEAK(2390, 2.6, 1.41), PEAK(3100, 3.8, 1.04),                       \
            PEAK(4600, 4.9, 0.40), PEAK(7040, -2.7, 3.83), PEAK(20100, -12.2, 3.93),               \
            HIGH(10400, -7.0, 1.11)                                                                \
    }

/* The first one of equal merit is the default, see tare_target_default(). */
static const TareTarget targets[] = {
    /* "Harman over-ear 2018 without bass", within 0.06, 0.19; 0.29 */
    {"harman-over-ear-2018",
     "Harman's target for over-ear headphones of 2018",
     TARE_FORM_OVER_EAR,
     TARE_RIG_GRAS,
     true,
     6.0,
     {LOW(98.8, -1.3, 1.10), PEAK(194, -2.0, 0.66), PEAK(1160, -1.7, 1.25), PEAK(1600, -0.5, 3.27),
      PEAK(3220, 9.1, 0.63), PEAK(20000, -13.9, 5.00), HIGH(11300, -7.4, 1.00)}},
    /* "HMS II.3 Harman over-ear 2018 without bass", within 0.05, 0.20; 0.15 */
    {"harman-over-ear-2018-hms",
     "Harman's target for over-ear headphones of 2018, as the ear of an HMS II.3 hears it",
     TARE_FORM_OVER_EAR,
     TARE_RIG_HMS,
     true,
     6.0,
     {LOW(973, -10.8, 0.51), PEAK(66.4, -0.7, 1.19), PEAK(222, -0.8, 1.85), PEAK(1280, -4.7, 0.81),
      PEAK(7570, 2.8, 2.23), PEAK(9540, 5.5, 1.75), PEAK(20100, -16.3, 4.79),
      HIGH(5620, -15.0, 1.09)}},
    {"autoeq-in-ear", "AutoEq's target for in-ear headphones, with 8 dB of bass", TARE_FORM_IN_EAR,
     TARE_RIG_GRAS, true, 8.0, AUTOEQ_IN_EAR},
    {"autoeq-in-ear-hms",
     "AutoEq's target for in-ear headphones, with 8 dB of bass, as the ear of an HMS II.3 hears it",
     TARE_FORM_IN_EAR, TARE_RIG_HMS, true, 8.0, AUTOEQ_IN_EAR_HMS},
    {"autoeq-earbud",
     "AutoEq's target for in-ear headphones, without a bass that earbuds cannot have",
     TARE_FORM_EARBUD, TARE_RIG_GRAS, true, 0.0, AUTOEQ_IN_EAR},
    {"autoeq-earbud-hms",
     "AutoEq's target for in-ear headphones, without a bass that earbuds cannot have, as the ear "
     "of an HMS II.3 hears it",
     TARE_FORM_EARBUD, TARE_RIG_HMS, true, 0.0, AUTOEQ_IN_EAR_HMS},
    /* "Harman in-ear 2019 without bass", within 0.06, 0.20; 0.13 */
    {"harman-in-ear-2019",
     "Harman's target for in-ear headphones of 2019",
     TARE_FORM_IN_EAR,
     TARE_RIG_GRAS,
     false,
     9.0,
     {LOW(1490, -4.7, 0.83), PEAK(73.6, -1.4, 1.33), PEAK(308, -0.8, 1.01), PEAK(1710, -1.3, 1.50),
      PEAK(3020, 5.6, 0.79), PEAK(20000, -12.8, 3.83), HIGH(10200, -9.9, 1.10)}},
    /* "HMS II.3 Harman in-ear 2019 without bass", within 0.07, 0.25; 0.11 */
    {"harman-in-ear-2019-hms",
     "Harman's target for in-ear headphones of 2019, as the ear of an HMS II.3 hears it",
     TARE_FORM_IN_EAR,
     TARE_RIG_HMS,
     false,
     9.0,
     {LOW(390, -1.2, 1.10), PEAK(73, -1.4, 1.35), PEAK(521, -1.4, 0.92), PEAK(1400, -5.1, 0.57),
      PEAK(2750, 13.0, 0.56), PEAK(7030, -2.7, 3.88), PEAK(20000, -12.3, 3.93),
      HIGH(10400, -7.8, 1.10)}},
    /* "Diffuse field GRAS KEMAR", within 0.09, 0.25; 0.44 */
    {"diffuse-field",
     "sound from everywhere, at the eardrum of a KEMAR",
     TARE_FORM_UNKNOWN,
     TARE_RIG_GRAS,
     false,
     0.0,
     {LOW(576, -3.7, 0.65), PEAK(212, -0.3, 1.48), PEAK(1010, -2.1, 1.59), PEAK(1460, -2.6, 2.09),
      PEAK(2810, 12.0, 0.68), PEAK(7430, -2.1, 5.00), PEAK(8390, 3.6, 4.70),
      HIGH(15800, -6.6, 1.02)}},
    /* "Diffuse field 5128", within 0.13, 0.46; 0.82 */
    {"diffuse-field-5128",
     "sound from everywhere, at the eardrum of a Bruel & Kjaer 5128; mostly wished with a tilt of "
     "-1 dB per octave",
     TARE_FORM_UNKNOWN,
     TARE_RIG_5128,
     true,
     0.0,
     {LOW(1010, -8.2, 0.40), PEAK(1020, -0.7, 5.00), PEAK(2910, 8.2, 1.51), PEAK(5160, 5.3, 1.05),
      PEAK(8600, 8.0, 3.00), PEAK(9200, -9.1, 3.98), PEAK(9970, 7.2, 1.61),
      HIGH(6250, -9.1, 0.61)}},
    {"flat",
     "no target: what is measured counts as an error",
     TARE_FORM_UNKNOWN,
     TARE_RIG_UNKNOWN,
     false,
     0.0,
     {{0}}},
};

const TareTarget* tare_target_get(size_t index)
{
    return index < sizeof targets / sizeof *targets ? &targets[index] : NULL;
}
