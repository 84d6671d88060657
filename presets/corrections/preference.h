/* Which of several corrections of one model is the default. */

#ifndef TARE_PREFERENCE_H
#define TARE_PREFERENCE_H

typedef struct TareEntry TareEntry;

/** Negative when `a` is the better default, positive when `b` is; never 0 for two different ids.
   The order is explained in catalogue/README.md. */
int tare_preference_compare(const TareEntry* a, const TareEntry* b);

#endif
