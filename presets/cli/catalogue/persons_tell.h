/* How far those agree who measured a model, as `show` tells it. */

#ifndef TARE_CLI_PERSONS_TELL_H
#define TARE_CLI_PERSONS_TELL_H

#include "cli/frame/json.h"

#include <stdbool.h>

typedef struct TarePick TarePick;

/** Prints it, if two persons or more measured the model of a pick at the ear of the same kind of
    rig. False when memory is short. */
bool tare_persons_print(const TarePick* pick);

/** The same as {"persons": [...], "rig", "bands": [...]}; null when there are not two. NULL when
    memory is short. */
json_t* tare_persons_json(const TarePick* pick);

#endif
