/* The sink Tare for a while: the one that runs, or one that is started for so long; all that plays
   to the usual output comes through it. Afterwards everything is as it was. */

#ifndef TARE_PIPEWIRE_BORROWED_SINK_H
#define TARE_PIPEWIRE_BORROWED_SINK_H

#include "pipewire/chain/chain_paths.h"
#include "pipewire/chain/choice.h"
#include "pipewire/live/sink_result.h"

#include <stdint.h>
#include <sys/types.h>

typedef struct TareSession TareSession;
typedef struct TareSink TareSink;

typedef struct TareBorrowedSink {
    uint32_t node_id;
    TareChainKind kind;
    TareChainPaths paths;
    TareChoice choice; ///< of outputs, for the while: it is never written down
    pid_t process;     ///< of the chain, when it was started for the while; else 0
    bool is_rerouted;  ///< whether Tare was made the default sink for the while
    uint32_t
        stream_id; ///< the stream behind Tare, and where it was told to play to: "" for nowhere
    char target_before[TARE_CHOICE_TEXT];
} TareBorrowedSink;

/** Finds the sink, or starts one, of a kind that fades, and makes it the default one. No file is
    changed but a trial file that comes and goes. `sink` was opened with TARE_SINK_CHANGE; its
   choice tells the kind, and is that of the borrowed sink when the call fails. It may be closed
    afterwards. On TARE_SINK_DONE the caller gives the borrowed one back; otherwise everything is as
    before. Blocks as tare_live_apply() does. */
TareSinkResult tare_borrowed_sink_take(TareBorrowedSink* borrowed, TareSession* session,
                                       TareSink* sink);

/** Restores what plays where. `is_kept`: another program made the sink its own meanwhile; then it
    stays, and remains the default one if that was asked for. In a session that is no longer alive
    only what was started ends. */
void tare_borrowed_sink_return(TareBorrowedSink* borrowed, TareSession* session, bool is_kept);

#endif
