/* The corrections of a batch in order of some text, and which of them belong together. */

#ifndef TARE_MAKE_KEYED_H
#define TARE_MAKE_KEYED_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareBatch TareBatch;
typedef struct TareCorrection TareCorrection;

/** A correction under a text by which it is sorted. */
typedef struct TareKeyed {
    char* key;    ///< owned; NULL in the order of groups
    size_t group; ///< what has the same text has the same number
    TareCorrection* correction;
} TareKeyed;

/** Makes the text of a correction, to be freed; NULL when memory is short. */
typedef char* TareKeyMaker(const TareCorrection* c, const void* data);

/** All corrections under their keys, in the order of these, then as they came; to be freed by
    tare_keyed_free(). NULL when memory is short. */
TareKeyed* tare_keyed_new(const TareBatch* batch, TareKeyMaker* make_key, const void* data);

/** All corrections in groups: two that have one of the texts alike are in one, and so is what is
    alike to either. As above, but in the order of the first correction of each group. */
TareKeyed* tare_keyed_new_groups(const TareBatch* batch, TareKeyMaker* const* make_keys,
                                 size_t n_makers, const void* data);

void tare_keyed_free(TareKeyed* keyed, size_t n);

/** How many from `first` on belong together. */
size_t tare_keyed_length_of_run(const TareKeyed* keyed, size_t first, size_t n);

#endif
