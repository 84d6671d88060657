/* Which corrections come with the plugin as presets, out of a catalogue of thousands.

   Every LV2 program reads the names of the shipped presets when it starts, and some hosts read all
   their values as well; so there are few, and they are chosen by a rule:

   1. Every correction that follows explicit advice of a review, beside what the models below have.
   2. Then the default corrections of models, one each: bare models before variants in brackets,
      within these the most measured models first, by how many different people or rigs measured
      them, then by how many corrections they have, then in the order of their names.

   What is made for graphic equalisers or called preliminary is never shipped. The rule looks at
   each model on its own, so a catalogue that grows a little changes the choice little, and what
   stays in it keeps its name. */

#ifndef TARE_SHIPPED_H
#define TARE_SHIPPED_H

#include "corrections/correction.h"
#include "search/models.h"

/** So many that there is a reserve: hosts that list them read about 0.7 ms of values for each,
   which makes 143 of the 250 ms allowed. A program that starts pays 2.3 of its 6 ms and 0.24 of its
   1 MB. tests/bench/bench_presets.c measures it. */
enum { TARE_MAX_SHIPPED = 200 };

typedef struct {
    const TareCorrection** corrections; ///< in the order of the rule
    size_t n;
} TareShipped;

/** Chooses at most `max` corrections. False when memory is short. */
bool tare_shipped_make(TareShipped* shipped, TareCatalogue* catalogue, const TareModels* models,
                       size_t max);

void tare_shipped_clear(TareShipped* shipped);

#endif
