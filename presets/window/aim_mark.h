/* What a correction was aimed at, told by the Q of bands that are not heard: all that every host
   keeps are the values of ports. So a window that is opened again, on this machine or another one,
   knows what is loaded; that it does is seen by aiming anew. */

#ifndef TARE_WINDOW_AIM_MARK_H
#define TARE_WINDOW_AIM_MARK_H

#include <stdbool.h>

typedef struct TareAimGoal TareAimGoal;
typedef struct TareControls TareControls;
typedef struct TareEntry TareEntry;
typedef struct TareShelf TareShelf;

/** Marks the last bands of some controls that are not heard. Nothing happens where there are too
    few of them, or where a bend is no multiple of 0.01. */
void tare_aim_mark_write(TareControls* controls, const TareEntry* entry, const TareAimGoal* goal);

/** Reads that of controls that were marked, and finds what it names in the catalogue. False when
    there is no mark, or nothing of its name. */
bool tare_aim_mark_read(const TareControls* controls, TareShelf* shelf, const TareEntry** entry,
                        TareAimGoal* goal);

#endif
