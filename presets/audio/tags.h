/* Tags and pictures of a corrected file. */

#ifndef TARE_TAGS_H
#define TARE_TAGS_H

#include "base/report.h"

#include <stdbool.h>

typedef struct TareSoundIn TareSoundIn;
typedef struct TareSoundOut TareSoundOut;

/** Carries those of one file over into another one, whose sound is complete, as far as its kind has
    a place for them, and says what is left out: ReplayGain in any case, as it is about another
    loudness. `are_texts_copied`: title, artist and the like have been written with the sound.
    TARE_IO_ERROR, reported, when the file cannot be written; TARE_NO_MEMORY. */
TareStatus tare_tags_carry(const TareSoundIn* in, const TareSoundOut* out, bool are_texts_copied,
                           const TareReporter* reporter);

#endif
