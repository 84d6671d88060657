/* Numbers of a line of settings that only count its filters: "PEQ1", "2)", "4 bell 3.4k". */

#ifndef TARE_SETTING_INDEX_H
#define TARE_SETTING_INDEX_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSettingReader TareSettingReader;

/** Whether a number without a sign or unit that ends where the reader stands is part of the name
    of what is numbered behind it: "q1=3.5", "Q1 2.0". */
bool tare_setting_index_is_of_name(const TareSettingReader* reader, double value);

/** Whether such a number stands behind a letter, with nothing between. */
bool tare_setting_index_is_glued(const TareSettingReader* reader);

/** Whether such a number counts a filter: "PEQ1", "Treble 1 (3 kHz)", "[2] PK", "2) 60 Hz". */
bool tare_setting_index_is(const TareSettingReader* reader, double value);

#endif
