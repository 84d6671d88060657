/* Those who measured the headphone of what was picked. */

#ifndef TARE_CLI_PICK_PERSONS_H
#define TARE_CLI_PICK_PERSONS_H

#include "search/persons.h"

typedef struct TarePick TarePick;

/** Finds those who measured the model of a pick at the ear at which that was measured, else at the
    first other one where there are two; none without a catalogue. To be cleared in any case;
    false when memory is short. */
bool tare_pick_persons(TarePersons* persons, const TarePick* pick);

#endif
