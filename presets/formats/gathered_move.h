/* Bands that were made for one rate, at another: those that together sound there as they did. */

#ifndef TARE_GATHERED_MOVE_H
#define TARE_GATHERED_MOVE_H

typedef struct TareGathered TareGathered;

/** Moves all bands from one rate to another, of which there may be `max_bands` in the end. Those
   that sound the same there keep their numbers; the others, but for passes and the like, move until
   all sounds as before, with peaks to help; how near that comes is said. Where there is no room all
    that sounds otherwise goes into the curves. */
void tare_gathered_move(TareGathered* gathered, double from_hz, double to_hz, unsigned max_bands);

#endif
