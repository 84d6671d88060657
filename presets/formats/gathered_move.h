/* Bands that were made for another rate, or lie beyond the frequencies of a correction: those that
   together sound as they do. */

#ifndef TARE_GATHERED_MOVE_H
#define TARE_GATHERED_MOVE_H

typedef struct TareGathered TareGathered;

/** Moves all bands from one rate to another, which may be the same, and into the range of
    frequencies, of which there may be `max_bands` in the end. Those
   that sound the same there keep their numbers; the others, but for passes and the like, move until
   all sounds as before, with peaks to help; how near that comes is said. Where there is no room all
    that sounds otherwise goes into the curves. */
void tare_gathered_move(TareGathered* gathered, double from_hz, double to_hz, unsigned max_bands);

#endif
