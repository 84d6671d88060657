/* Lines that hold nothing but equaliser settings: "5.5k -6dB Q8", "cut 3k by 2", "Filter 1: ON PK
   Fc 105 Hz Gain 5.5 dB Q 0.71". */

#ifndef TARE_SETTING_LINE_H
#define TARE_SETTING_LINE_H

#include "review/setting_item.h"

#include <stdbool.h>
#include <stddef.h>

/** Reads a line that was normalised. False when anything else stands in it, or nothing. Unsigned
    gains without a direction are boosts when `has_unsigned_boosts`. */
bool tare_setting_line_read(TareSettingLine* line, const char* text, size_t length,
                            bool has_unsigned_boosts);

#endif
