/* What becomes of filters for which there is only the text of a review: the one place where that is
   decided.

   Why with restraint: where headphones have both a review with figures and a measurement, the
   direction agrees in five of six, but the text is too strong: measured / stated, both as means
   over the same third of an octave, has the median 0.35. Applied as stated, words leave the
   headphones 0.3 dB RMS worse than they were and more than half of them audibly so; by half, 0.11
   dB better and 4 of 22 worse; as follows, 0.15 dB better and 3 of 22 worse
   (tests/bench/bench_words.c). So:

   - Advice with its Q counts as written: somebody has tried that filter. Boosts end at 6 dB all the
     same, since they cost headroom and distortion.
   - A fault at one frequency, told without a Q, counts by 0.35 of what is stated, up to 2.5 dB: the
     more is said of a point, the narrower it was, and the width is our guess.
   - All else, such as advice without a Q and ranges, counts by half; a fault is never corrected by
     more than 6 dB.
   - Above 10 kHz, where a headphone measures otherwise with each seat, a peak of assumed Q has at
     least a Q of 3, so that it ends there.
   - Two gains of opposite sign and one type of filter within a third of an octave undo each other:
     neither is applied, but for advice with its Q.
   - Not boosted: roll-offs, the ends of the spectrum (below 40 Hz; above 10 kHz, where any high
     shelf ends up), deep bass of open headphones, which all need more excursion or energy than the
     driver has; narrow notches at 8 to 10 kHz, which are mostly the ear simulator's.
   - Not cut: 6 dB or more at 2 to 4 kHz where no target is named: probably the gain of the ear,
     which a raw measurement shows and a listener needs. */

#ifndef TARE_REVIEW_POLICY_H
#define TARE_REVIEW_POLICY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareProduct TareProduct;

typedef struct TareFindings TareFindings;

typedef struct TareCorrection TareCorrection;

typedef struct TareSafePreamp TareSafePreamp;

/** Makes the bands and evidence of a correction from the chosen findings, in the order of their
    frequencies, and gives the set its safe preamp, found by `safe`, or by one of its own for NULL.
    What is refused is added to what was left out, with the reason. False when memory is short; the
    correction is then to be cleared. */
bool tare_review_policy_apply(TareFindings* findings, const size_t* chosen, size_t n_chosen,
                              const TareProduct* product, TareSafePreamp* safe,
                              TareCorrection* correction);

#endif
