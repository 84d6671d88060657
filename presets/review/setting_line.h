/* Lines that hold nothing but equaliser settings: "5.5k -6dB Q8", "cut 3k by 2", "Filter 1: ON PK
   Fc 105 Hz Gain 5.5 dB Q 0.71". */

#ifndef TARE_SETTING_LINE_H
#define TARE_SETTING_LINE_H

#include "review/reason.h"
#include "tare/band.h"

#include <stdbool.h>
#include <stddef.h>

enum { TARE_MAX_LINE_SETTINGS = 16 };

/** One filter of a line. */
typedef struct TareSetting {
    TareBand band; ///< as stated; without a stated Q, with the assumed one
    bool is_q_stated;
    bool is_signed;    ///< with "+" or "-", and not only by its words
    TareReason reason; ///< why nothing may be made of it; the band holds nothing then
} TareSetting;

typedef struct TareSettingLine {
    TareSetting settings[TARE_MAX_LINE_SETTINGS];
    size_t n_settings;
    bool is_proven;    ///< its words say that these are settings, and no faults
    bool has_q;        ///< one states its Q and a sign, and no word that may be a fault's
    bool is_deviation; ///< its words say that these are faults
    bool has_preamp;   ///< it holds the gain of the whole, too
} TareSettingLine;

/** Reads a line that was normalised. False when anything else stands in it, or nothing. */
bool tare_setting_line_read(TareSettingLine* line, const char* text, size_t length);

#endif
