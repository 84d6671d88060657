/* What was noted about the names of a batch. */

#ifndef TARE_MAKE_BATCH_CHANGES_H
#define TARE_MAKE_BATCH_CHANGES_H

typedef struct TareBatch TareBatch;

/** Frees the notes, which belong to the batch. */
void tare_batch_clear_changes(TareBatch* batch);

#endif
