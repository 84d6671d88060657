/* The order of the list of targets: those first that are made for a headphone. */

#ifndef TARE_WINDOW_TARGETS_ORDER_H
#define TARE_WINDOW_TARGETS_ORDER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareEntry TareEntry;
typedef struct TareTarget TareTarget;

/** How many there are. */
size_t tare_targets_count(void);

/** The target of a row, for what is loaded (NULL: nothing is); NULL beyond the last one. */
const TareTarget* tare_targets_of_row(const TareEntry* entry, size_t row);

/** Whether a target is made for another form than that of what is loaded, or for another rig. */
bool tare_targets_misfits(const TareEntry* entry, const TareTarget* target);

/** The row of a target; that behind the last one for NULL. */
size_t tare_targets_row_of(const TareEntry* entry, const TareTarget* target);

/** The title of a target, and for whose ear it is where another one has the same title. Cut to fit.
 */
void tare_targets_title(const TareTarget* target, char* title, size_t size);

#endif
