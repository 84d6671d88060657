/* What is loaded as text of the catalogue's kind. */

#ifndef TARE_WINDOW_SAVED_TEXT_H
#define TARE_WINDOW_SAVED_TEXT_H

#include <stdbool.h>

typedef struct TareControls TareControls;
typedef struct TareEntry TareEntry;
typedef struct TareFolded TareFolded;

/** What is heard by some controls, strength and tone put into the bands (`folded` receives these):
    an entry as it is, if that is so and they have none, or else the listener's own, for its model,
    or for none when it is NULL; a preamp that is not manual is the safe one then. To be freed; NULL
    when memory is short. */
char* tare_saved_text(const TareControls* controls, const TareEntry* entry, bool is_as_it_is,
                      TareFolded* folded);

#endif
