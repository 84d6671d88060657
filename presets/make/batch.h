/* The corrections of one source on their way into a file of the catalogue. */

#ifndef TARE_MAKE_BATCH_H
#define TARE_MAKE_BATCH_H

#include "base/report.h"

#include <stdbool.h>
#include <stdio.h>

typedef struct TareCorrection TareCorrection;

/** Starts as {0}. */
typedef struct TareBatch {
    TareCorrection* corrections;
    size_t n;
} TareBatch;

/** Moves a correction to the end; it is empty afterwards. False, with nothing moved, when memory is
    short. */
bool tare_batch_add(TareBatch* batch, TareCorrection* correction);

/** Gives all names of one headphone, alike but for case, blanks and hyphens, one spelling: the one
    that most of them have, else the longest, else the first one in the alphabet; brand and model
    first, then the variants of a model. False when memory is short. */
bool tare_batch_unify_names(TareBatch* batch);

/** Gives each correction an id out of headphone, author, rig and target, which a number tells from
    another one where it must. What stands twice with the same bands goes. False when memory is
    short. */
bool tare_batch_make_ids(TareBatch* batch);

/** Keeps the preamp of each correction only where it is at least as low as the safe one. False when
    memory is short. `progress` is told how many are done. */
bool tare_batch_make_preamps_safe(TareBatch* batch, void (*progress)(size_t done, size_t total));

/** Brings the corrections into the order of ids. Of two with one id the first in the order of their
    evidence stays, the other one is reported. */
void tare_batch_sort(TareBatch* batch, const TareReporter* reporter);

/** Writes them as a text of the catalogue. What most have in common stands once at the beginning;
    with `by_headphone` what a headphone's corrections have in common stands once above them. False
    on a write error, or when a correction cannot be kept, which is reported. */
bool tare_batch_write(const TareBatch* batch, FILE* out, bool by_headphone,
                      const TareReporter* reporter);

void tare_batch_clear(TareBatch* batch);

#endif
