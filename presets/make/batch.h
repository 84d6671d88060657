/* The corrections of one source on their way into a file of the catalogue. */

#ifndef TARE_MAKE_BATCH_H
#define TARE_MAKE_BATCH_H

#include <stdbool.h>
#include <stdio.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareKnownNames TareKnownNames;
typedef struct TareReporter TareReporter;
typedef struct TareSame TareSame;

/** What is told of a name, in this order. */
typedef enum {
    TARE_CHANGE_MERGED, ///< a source spells it otherwise
    TARE_CHANGE_FORM,   ///< it has another form than a source says
    TARE_CHANGE_ALIKE   ///< others look alike and are other products
} TareChangeKind;

typedef struct TareChange TareChange;

/** Starts as {0}. */
typedef struct TareBatch {
    TareCorrection* corrections;
    size_t n;
    TareChange* changes; ///< what was done to names and forms
    size_t n_changes;
} TareBatch;

/** Moves a correction to the end; it is empty afterwards. False, with nothing moved, when memory is
    short. */
bool tare_batch_add(TareBatch* batch, TareCorrection* correction);

/** Gives all names of one product (make/same.h) one spelling: that of an earlier source, else the
   one that the table has, else the one that most of them have, else the longest, else the first in
   the alphabet; brand and model first, then the variants of a model. What was spelled otherwise is
    noted. A table or earlier names may be NULL. False when memory is short. */
bool tare_batch_unify_names(TareBatch* batch, const TareSame* same, const TareKnownNames* known);

/** Gives all corrections of one product one form, once their names are alike; changes are noted.
    False when memory is short. See catalogue/README.md for how it is found. */
bool tare_batch_unify_forms(TareBatch* batch, const TareSame* same, const TareKnownNames* known);

/** Notes which products have names that look alike, in the batch or with earlier ones. False when
    memory is short. */
bool tare_batch_note_alike(TareBatch* batch, const TareSame* same, const TareKnownNames* known);

/** Does the three above. */
bool tare_batch_settle_names(TareBatch* batch, const TareSame* same, const TareKnownNames* known);

/** Notes something about a name, once for each correction. False when memory is short. */
bool tare_batch_note(TareBatch* batch, TareChangeKind kind, const char* name, const char* other,
                     const char* reason);

/** Writes what was noted, in the order of kinds and names. False on a write error. */
bool tare_batch_write_changes(const TareBatch* batch, FILE* out);

/** Gives each correction an id out of headphone, author, rig and target, which a number tells from
    another one where it must. What stands twice with the same bands goes. False when memory is
    short. */
bool tare_batch_make_ids(TareBatch* batch);

/** Gives ids that are there the name of their headphone at the beginning. False when memory is
    short. */
bool tare_batch_move_ids(TareBatch* batch);

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

/** Frees what was noted; tare_batch_clear() does so too. */
void tare_batch_clear_changes(TareBatch* batch);

#endif
