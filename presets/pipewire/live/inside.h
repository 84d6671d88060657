/* The correction inside an output's own node, without a sink: PipeWire 1.6 and later have a
   filter-graph in the converter of every node. It plays the LV2 plugin and lasts as long as the
   node, which makes it when something plays there for the first time, and only then tells its
   values. */

#ifndef TARE_PIPEWIRE_INSIDE_H
#define TARE_PIPEWIRE_INSIDE_H

#include "pipewire/live/sink_result.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct TareChoice TareChoice;
typedef struct TareSession TareSession;
typedef struct TareSessionNode TareSessionNode;
typedef struct TareSink TareSink;

#define TARE_INSIDE_FIRST_VERSION "1.6" ///< of PipeWire: its graphs tell their values

/** The output that the choice names; NULL when it is not there. */
const TareSessionNode* tare_inside_target(const TareSession* session, const TareChoice* choice);

/** Whether the choice is in its output, which has played nothing yet and so does not tell. */
bool tare_inside_is_untold(const TareSession* session, const TareChoice* choice);

/** Takes it out of all outputs but one, which may be TARE_SESSION_NO_ID, also of those that have
    played nothing yet and do not tell. False when one keeps it. */
bool tare_inside_take_out(TareSession* session, uint32_t but_id);

/** Starts the choice in its output, in place of what played before: that ends only then, so that
    for a moment both correct, and nothing is heard uncorrected. */
TareSinkResult tare_inside_start(TareSession* session, TareSink* sink);

/** What a watcher knows of the output; starts as {0}. */
typedef struct TareInsideWatch {
    bool has_begun;
    uint32_t node_id; ///< of the output, when it was there last; TARE_SESSION_NO_ID when it is not
    double quiet_ms;  ///< when nothing was amiss, the last time
} TareInsideWatch;

/** Puts the choice into its output whenever that comes, and when it plays without it. Returns
   whether the choice is one for an output's own node; `patience_ms` receives when to come again, -1
   when only a change in the session calls for it. */
bool tare_inside_keep(TareSession* session, const char* chain_file, TareInsideWatch* watch,
                      int* patience_ms);

#endif
