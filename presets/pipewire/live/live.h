/* The sink Tare on a running PipeWire.

   Calls block: on PipeWire's answers (up to two seconds each), for a chain that starts (five
   seconds for each kind), for one that ends (two seconds). Between calls nothing runs: no thread,
   no signal handler. A session belongs to the thread that opened it. A started chain is a process
   of its own, which lives on, a child of this process as long as this one lives. */

#ifndef TARE_PIPEWIRE_LIVE_H
#define TARE_PIPEWIRE_LIVE_H

#include "pipewire/chain/chain_kind.h"
#include "pipewire/live/sink_result.h"
#include "pipewire/session/output.h"

typedef struct TareChainPaths TareChainPaths;
typedef struct TareChoice TareChoice;
typedef struct TareControls TareControls;
typedef struct TareSession TareSession;
typedef struct TareSink TareSink;
typedef struct TareSinkWish TareSinkWish;

/** Connects, and learns what is there; the caller closes it. A glide that is under way is waited
    for, one that was left in the middle is brought to its end. NULL when that is not possible;
    `presence` receives why. */
TareSession* tare_live_open(TareLivePresence* presence);

/** Closes it; NULL is allowed. */
void tare_live_close(TareSession* session);

/** Whether PipeWire is still there. */
bool tare_live_is_alive(const TareSession* session);

/** What there is to see of Tare in a session. */
typedef struct TareLiveState {
    char version[32]; ///< of PipeWire
    double rate_hz;
    bool has_sink;
    TareChainKind kind; ///< of the sink
    bool plays_choice, plays_flat;
    bool is_smart;           ///< whether Tare asks to be in the way to the default sink,
    bool is_let;             ///< which the session manager does for those who ask
    bool is_inside;          ///< whether it is in the node of the output itself,
    bool is_untold;          ///< or, with no sink, will be told when something plays there
    bool is_default;         ///< whether Tare is the default sink
    bool has_default_output; ///< whether another one is it,
    TareOutput default_output;
    bool has_output;
    TareOutput output; ///< behind Tare
} TareLiveState;

/** Looks, at what was last told: asks PipeWire nothing. Without a session (NULL) there is no sink,
   and the rate is the usual one. */
void tare_live_look(TareSession* session, const TareChoice* choice, TareLiveState* state);

/** Whether the running sink has just these controls. */
bool tare_live_plays(TareSession* session, const TareControls* controls);

/** The outputs there are, but Tare itself: up to `max` of them; returns how many there are in all.
 */
size_t tare_live_outputs(TareSession* session, TareOutput* outputs, size_t max);

/** What became of a choice that was applied. */
typedef struct TareLiveApplied {
    TareLivePresence presence; ///< unless there, all below is false
    double rate_hz;
    bool plugin_is_gone;     ///< it plays, but the next session will not find its plugin
    bool is_smart;           ///< whether Tare is in the way to the default sink,
    bool is_inside;          ///< in the node of the output itself,
    bool is_default;         ///< or that itself
    bool has_default_output; ///< whether another one is it,
    TareOutput default_output;
    bool has_output;
    TareOutput output; ///< behind Tare
} TareLiveApplied;

/** Brings the choice to the disk and to the running sink, which is started when there is none: the
    chain that ran before ends only when the new one is there, so that whatever goes wrong, sound
    goes on as before. Of the kinds the wished one is tried first; one that does not start is
    reported. An interrupt that tare_interrupt_catch() caught ends the waiting. */
TareSinkResult tare_live_apply(TareSession* session, TareSink* sink, const TareSinkWish* wish,
                               TareLiveApplied* applied);

/** Ends chains that outlived their PipeWire. */
void tare_live_sweep(const TareSession* session, const TareChainPaths* paths);

/** Takes Tare out of the session: the default sink is what it was, the chain ends. */
TareSinkResult tare_live_remove(TareSession* session, const TareSink* sink);

#endif
