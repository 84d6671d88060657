/* Saving what is heard as a file of a format, or as a preset for hosts. */

#ifndef TARE_WINDOW_SAVE_ACTIONS_H
#define TARE_WINDOW_SAVE_ACTIONS_H

#include "window/words.h"

typedef struct TareDesk TareDesk;
typedef struct TareExchangeResult TareExchangeResult;

/** Begins it, as was chosen. */
void tare_action_save(TareDesk* desk);

/** It has ended: tells what went wrong, or what was done, at a path ("" for none), and what has to
    be said of it. */
void tare_action_end_saving(TareDesk* desk, const TareExchangeResult* result, TareWord done,
                            const char* path);

#endif
