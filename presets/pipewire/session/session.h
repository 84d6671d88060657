/* A connection to PipeWire: what is there now, kept up to date while tare_session_run() runs, and
   the few things that Tare changes. Of one thread. */

#ifndef TARE_PIPEWIRE_SESSION_H
#define TARE_PIPEWIRE_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct TareOutput TareOutput;
typedef struct TareSessionNode TareSessionNode;

typedef struct TareRack TareRack;

typedef struct TareSession TareSession;

/** Connects as PIPEWIRE_REMOTE, PIPEWIRE_RUNTIME_DIR and XDG_RUNTIME_DIR say. NULL, and errno set,
   when there is no PipeWire, or memory is short. */
TareSession* tare_session_open(void);

/** Frees it; NULL is allowed. */
void tare_session_close(TareSession* session);

/** Whether PipeWire is still there. */
bool tare_session_is_alive(const TareSession* session);

/** Whether its end is the connection's, and not for want of memory. */
bool tare_session_is_cut_off(const TareSession* session);

/** Waits until everything that was asked for, and what is there now, has been told. False when
    PipeWire is gone or does not answer for two seconds. */
bool tare_session_sync(TareSession* session);

/** Asks for a sign that everything sent so far has arrived, also at a node of another process, and
    that what came of it has been told: before it, what is told of a node may be older than what was
    sent. Returns the question's number. */
int tare_session_ask(TareSession* session);
bool tare_session_has_answered(const TareSession* session, int question);

/** Takes what PipeWire tells, for at most so long; returns early when something came. False when
    PipeWire is gone. */
bool tare_session_run(TareSession* session, int timeout_ms);

/** Milliseconds on a clock that never goes back. */
double tare_session_now_ms(void);

/** Counts what changed: nodes, links, routes, profiles, metadata. */
unsigned tare_session_n_changes(const TareSession* session);

/** Has `ready` called from tare_session_run() when the descriptor can be read; `data` is passed to
    it. False when memory is short. The descriptor stays the caller's. */
bool tare_session_watch_fd(TareSession* session, int fd, void (*ready)(void* data, int fd),
                           void* data);

/** The daemon's version, "0.3.65"; "" before the first sync. */
const char* tare_session_version(const TareSession* session);

/** Whether that is version "1.4", another one, or later. */
bool tare_session_is_at_least(const TareSession* session, const char* other);

/** Whether the session manager knows smart filters: by the metadata "sm-settings", which came with
    them in WirePlumber 0.5. */
bool tare_session_has_smart_filters(const TareSession* session);

/** The rate at which the graph runs, as far as its settings tell; 48000 otherwise. */
double tare_session_rate_hz(const TareSession* session);

/* What is there. Pointers live until the next sync or run. */

/** Our own sink, or else an output that bears our correction in its own node; and the stream behind
    the sink: the newest ones that say of what kind their chain is. NULL when there is none. */
const TareSessionNode* tare_session_chain_sink(const TareSession* session);
const TareSessionNode* tare_session_chain_stream(const TareSession* session);

/** How many of them there are: more than one while one chain takes the place of another. */
unsigned tare_session_n_chain_sinks(const TareSession* session);
unsigned tare_session_n_chain_streams(const TareSession* session);

/** The sinks one after the other: the first one for NULL, NULL after the last. */
const TareSessionNode* tare_session_next_sink(const TareSession* session,
                                              const TareSessionNode* last);

/** An output that bears our correction; NULL when there is none. */
const TareSessionNode* tare_session_bearer(const TareSession* session);

/** Whether there is a node of a chain of ours, or a bearer, with this id. */
bool tare_session_has_chain(const TareSession* session, uint32_t node_id);

/** The sink into which a node plays, none of our own; NULL when it is not linked. */
const TareSessionNode* tare_session_linked_to(const TareSession* session, uint32_t node_id);

/** All names of a sink, with those of its card, and where the sound leaves it now. */
void tare_session_output(const TareSession* session, const TareSessionNode* sink,
                         TareOutput* output);

/** The process of the client that owns a node of a chain; 0 when it is not known, or none of ours.
 */
pid_t tare_session_process(const TareSession* session, const TareSessionNode* node);

/** A value of the metadata "default", which the session manager keeps; NULL when there is none. */
const char* tare_session_metadata(const TareSession* session, uint32_t subject, const char* key);

/** Sets it, or removes it with a NULL value. False when nobody keeps such metadata. */
bool tare_session_set_metadata(TareSession* session, uint32_t subject, const char* key,
                               const char* type, const char* value);

/* The chain */

/** Sets all controls of a rack in one message. False when there is no such node or memory is
    short. */
bool tare_session_set_rack(TareSession* session, uint32_t node_id, const TareRack* rack);

/** Puts a graph inside an output's node, by tare_graph_inside(); "" takes it out. False as above.
 */
bool tare_session_set_graph(TareSession* session, uint32_t node_id, const char* graph);

/** Asks what is inside it now: PipeWire does not tell by itself when it is taken out. */
void tare_session_ask_graph(TareSession* session, uint32_t node_id);

/** Whether our sink, as it last told, has all controls of a rack, and each its value. */
bool tare_session_has_rack(const TareSession* session, uint32_t node_id, const TareRack* rack);

/** Says in which control our sink, as it last told, first differs from a rack: "l_peak_1:Q is 10
    where 14.5 was asked for". "" when in none. */
void tare_session_tell_difference(const TareSession* session, uint32_t node_id,
                                  const TareRack* rack, char* words, size_t size);

/** Gives the controls of a rack the values that our sink last told. False when it did not tell of
    all of them. */
bool tare_session_read_rack(const TareSession* session, uint32_t node_id, TareRack* rack);

#endif
