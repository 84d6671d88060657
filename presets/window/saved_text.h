/* What is loaded as text of the catalogue's kind. */

#ifndef TARE_WINDOW_SAVED_TEXT_H
#define TARE_WINDOW_SAVED_TEXT_H

#include <stdbool.h>

typedef struct TareControls TareControls;
typedef struct TareEntry TareEntry;

/** The bands of some controls: those of an entry as they are, or else the listener's own, for its
    model, or for none when it is NULL. To be freed; NULL when memory is short. */
char* tare_saved_text(const TareControls* controls, const TareEntry* entry, bool is_as_it_is);

#endif
