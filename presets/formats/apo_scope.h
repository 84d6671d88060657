/* For what the lines of Equalizer APO's text count: channels, devices, stages, conditions. */

#ifndef TARE_APO_SCOPE_H
#define TARE_APO_SCOPE_H

#include "base/text.h"
#include "tare/band.h"

#include <stdbool.h>

/** Starts as {.is_in_channel = {true, true}}. */
typedef struct TareApoScope {
    TareSpan device; ///< the one whose lines count; without an address as long as none was named
    bool is_in_channel[TARE_MAX_CHANNELS];
    bool is_other_device, is_capture;
    unsigned n_conditions; ///< open ones
} TareApoScope;

/** Whether a line counts, so that it is to be read. If not, `why` says the reason, worded "what is
    wrong; what was expected". */
bool tare_apo_scope_counts(TareApoScope* scope, TareSpan command, const char** why);

/** Reads "Channel", "Device", "Stage" and conditions; false for any other command. `why` is set
    when the line is of no use. The text of the value must stay. */
bool tare_apo_scope_read(TareApoScope* scope, TareSpan command, TareSpan value, const char** why);

/** Whether it is for a channel that headphones have. */
bool tare_apo_scope_has_channel(const TareApoScope* scope);

/** The channel that the chosen ones amount to. */
TareChannel tare_apo_scope_channel(const TareApoScope* scope);

#endif
