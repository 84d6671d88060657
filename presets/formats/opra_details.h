/* What the details of a published preset say: "Measured by crinacle (ANC on)", "Harman Target •
   velours earpads". */

#ifndef TARE_OPRA_DETAILS_H
#define TARE_OPRA_DETAILS_H

#include "base/text.h"

/** Starts as {0}. A text that is not there has no data. */
typedef struct TareOpraDetails {
    TareText rig;     ///< whose measurement it is: "crinacle"
    TareText target;  ///< "Harman Target"
    TareText variant; ///< in which state the headphone was: "ANC on", "velours earpads"
    TareText version; ///< what is special about the preset itself: "10 band graphic EQ"
} TareOpraDetails;

/** Reads the details of a preset. False when memory is short. */
bool tare_opra_details_read(TareOpraDetails* details, const char* text);

/** Reads a product's name: what stands in brackets at its end is a variant of the headphone, or a
    version of the preset. `length` receives how much of the name is left before that. False when
    memory is short. */
bool tare_opra_details_read_name(TareOpraDetails* details, const char* name, size_t* length);

/** Reads what a preset's id tells of its version: "..._parametric_5band" has 5 bands. False when
   memory is short. */
bool tare_opra_details_read_id(TareOpraDetails* details, const char* id);

void tare_opra_details_clear(TareOpraDetails* details);

#endif
