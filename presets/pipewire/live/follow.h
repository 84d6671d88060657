/* What `tare device watch` does all the time: giving each output its own correction, and keeping
   the sink there. */

#ifndef TARE_PIPEWIRE_FOLLOW_H
#define TARE_PIPEWIRE_FOLLOW_H

#include "base/report.h"

typedef struct TareChainPaths TareChainPaths;
typedef struct TareOutput TareOutput;
typedef struct TareSession TareSession;

/** Hears what is done; the texts live as long as the call. */
typedef struct TareFollowListener {
    /** An output got the correction of a headphone; `name` is NULL where it plays flat. */
    void (*gave)(void* data, const TareOutput* output, const char* name);
    void* data;
} TareFollowListener;

/** Follows the output behind Tare and gives each the correction of its rule, nothing to one
    without; anew when the rules change. Without rules it leaves the sound alone. A chain that has
    died is started anew, see keeper.h, and ends with its PipeWire. Comes back when that ends, or at
    once, with TARE_OK, when another program does it already. Rules that cannot be read, and what
    cannot be played, are reported. TARE_IO_ERROR, reported, when the rules' file cannot be watched.
 */
TareStatus tare_follow(TareSession* session, const TareChainPaths* paths,
                       const TareFollowListener* listener, const TareReporter* reporter);

#endif
