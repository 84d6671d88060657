/* The blocks of a FLAC file that are about its music: tags, pictures, cue sheet, what programs keep
   in it. */

#ifndef TARE_FLAC_BLOCKS_H
#define TARE_FLAC_BLOCKS_H

#include <stdbool.h>

/** Puts those of one FLAC file, but for ReplayGain, which is about another loudness, into another
    one, complete and open for reading and writing at `descriptor`. True also when the first is no
    FLAC file that can be read, with nothing changed; false with errno set when the other one could
    not be written, or memory is short. */
bool tare_flac_blocks_carry(const char* from, int descriptor, bool* is_carried);

#endif
