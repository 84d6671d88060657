/* Which corrections come with the plugin as presets, out of a catalogue of thousands.

   Every LV2 program reads the names of the shipped presets when it starts, and some hosts read all
   their values as well; so there are few, and they are chosen by a rule:

   1. Every correction that follows explicit advice of a review.
   2. The headphones of a list of standards (standards.h), whatever the data say of them: their
      defaults, and presets named by URI.
   3. Then the defaults of the most popular models, until there are TARE_WANTED_SHIPPED: bare models
      before variants in brackets, within these by how many different people or rigs measured them,
      then by how many reviews there are, then those first dated earlier, then by how many
      corrections they have, then in the order of their names. Sound is mixed on what sits on ears
      or over them, while most of those who measure have in-ears only; so of every three of these
      models one is an in-ear or earbud, as long as there are both.

   What is makeshift (entry.h) is never shipped, unless by URI. The rule looks at each model on its
   own, so a catalogue that grows a little changes the choice little. A preset that would leave the
   choice can be kept for ever by its URI in the list. */

#ifndef TARE_SHIPPED_H
#define TARE_SHIPPED_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareLookup TareLookup;
typedef struct TareStandards TareStandards;

enum {
    /** So many that there is a reserve of time and of places: hosts that list them read about
        0.7 ms of values for each, which makes 163 of the 250 ms allowed. A program that starts pays
        2.5 of its 6 ms and 0.30 of its 1 MB. tests/bench/bench_presets.c measures it. */
    TARE_WANTED_SHIPPED = 228,
    TARE_MAX_SHIPPED = 249 ///< with the flat preset 250
};

typedef struct TareShipped {
    const TareCorrection** corrections; ///< in the order of the rule
    size_t n;
} TareShipped;

/** Chooses `n_wanted` corrections, or as many as have to ship by 1 and 2 when these are more.
   False, and a report, when a standard cannot be found, means the same as another one, or has
   makeshift corrections only, and when too many have to ship; false when memory is short. */
bool tare_shipped_make(TareShipped* shipped, const TareLookup* lookup,
                       const TareStandards* standards, size_t n_wanted);

void tare_shipped_clear(TareShipped* shipped);

#endif
