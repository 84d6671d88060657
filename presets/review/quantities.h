/* Figures with units in normalised prose: "-4 to -6 dB", "5-8kHz", "±3 dB". */

#ifndef TARE_QUANTITIES_H
#define TARE_QUANTITIES_H

#include "review/meaning.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    TARE_QUANTITY_GAIN,   ///< dB
    TARE_QUANTITY_FREQ,   ///< Hz
    TARE_QUANTITY_WIDTH,  ///< octaves
    TARE_QUANTITY_NUMBER, ///< without a unit
    TARE_QUANTITY_OTHER   ///< any other unit, levels like "94 dB SPL" included
} TareQuantityKind;

/** Nobody hears, and says anything about, what is lower. */
#define TARE_PLACE_MIN_HZ 16.0

typedef struct TareQuantity {
    TareQuantityKind kind;
    TareSign sign;
    double lo, hi;  ///< magnitudes in dB, Hz or octaves, lo <= hi; equal unless a range is stated
    bool is_spelt;  ///< a range in words: "from 2 to 5 kHz"
    bool is_listed; ///< its unit is that of the next figure: the 5 of "5 and 8 kHz"
    size_t length;  ///< bytes of text that it takes
} TareQuantity;

/** Reads a quantity that begins right at `text`, with its sign if it has one. False when no number
    is there. What stands before it decides whether a hyphen is a sign: the caller's business. */
bool tare_quantity_read(const char* text, size_t length, TareQuantity* quantity);

/** As tare_quantity_read(), for one number that is no part of a range or list: the 60 of "60 -3
 * dB". */
bool tare_quantity_read_single(const char* text, size_t length, TareQuantity* quantity);

/** Whether frequencies are such as a headphone's response is corrected at. */
bool tare_quantity_is_place(double lo_hz, double hi_hz);

#endif
