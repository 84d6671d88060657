/* Marks behind which a thought goes on: "a peak at 5 kHz, 6 dB above target". */

#ifndef TARE_COMMAS_H
#define TARE_COMMAS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSentence TareSentence;

/** Whether the comma at `index` leaves together the two figures that it stands between. */
bool tare_comma_is_crossed(const TareSentence* sentence, size_t from, size_t index, size_t to);

/** The same of a colon: "5 kHz: +6 dB", "bass (< 120 Hz): +9 dB", "at 8 kHz (amplitude: 5 dB)". */
bool tare_colon_is_crossed(const TareSentence* sentence, size_t from, size_t index, size_t to);

/** The same of a dash, which stands as ';': "the peak at 8 kHz is severe - about 6 dB above
   target". What has no peak or dip before it is another thought. */
/** Whether a frequency behind a comma closes an item that has no other: "6 dB over target, 75 Hz".
 */
bool tare_place_closes_item(const TareSentence* sentence, size_t gain, size_t freq);

bool tare_dash_is_crossed(const TareSentence* sentence, size_t from, size_t index, size_t to);

/** Whether a size is told up to the gain: "height of about" in "with a height of about 6 dB". */
bool tare_tells_size(const TareSentence* sentence, size_t index, size_t gain);

#endif
