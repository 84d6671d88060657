#include "pipewire/live/audition.h"

#include "base/guard.h"
#include "base/report.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/borrowed_sink.h"
#include "pipewire/live/live.h"
#include "pipewire/live/sink.h"
#include "pipewire/session/session.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* How long a change may take, how often it is sent again until then, and for how long the sink may
   tell of a sound that is none of ours: what it tells lags behind. */
enum { CONFIRM_MS = 250, MAX_SENT = 4, FOREIGN_MS = 500, RESTORE_MS = 2000, TURN_MS = 10 };

/** What brings everything back. */
typedef struct {
    TareBorrowedSink sink;
    TareRack before; ///< what played
} Way;

struct TareAudition {
    TareSession* session;
    Way back;
    TareGuard guard; ///< goes it if this process is killed
    size_t n;
    TareRack* racks; ///< of the sounds
    const TareRack* now;
    unsigned n_sent; ///< how often, without an answer so far
    double sent_ms;
    double ours_ms; ///< when the sink last told of one of our sounds
    TareAuditionState state;
};

static bool read_before(TareAudition* audition)
{
    const TareControls flat = tare_rack_flat();
    return tare_rack_make(&audition->back.before, audition->back.sink.kind, &flat,
                          tare_audition_rate_hz(audition)) == TARE_RACK_DONE &&
           tare_session_read_rack(audition->session, audition->back.sink.node_id,
                                  &audition->back.before);
}

/** In another process, when this one was killed. */
static void go_back(void* told)
{
    TareLivePresence presence;
    const Way* const way = told;
    TareAudition* const audition = calloc(1, sizeof *audition);
    if (!audition)
        return;
    audition->guard.line = -1;
    audition->back = *way;
    audition->session = tare_live_open(&presence);
    if (tare_chain_paths_find(&audition->back.sink.paths))
        (void)tare_audition_end(audition);
}

static TareSinkResult fail(const TareSink* sink, const char* message)
{
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0, "%s", message);
    return TARE_SINK_FAILED;
}

static TareSinkResult begin(TareAudition* audition, TareSink* sink)
{
    const TareSinkResult result =
        tare_borrowed_sink_take(&audition->back.sink, audition->session, sink);
    if (result != TARE_SINK_DONE)
        return result;
    audition->now = &audition->back.before;
    const bool is_read = read_before(audition);
    if (is_read && tare_guard_tell(&audition->guard, &audition->back))
        return result;
    tare_borrowed_sink_return(&audition->back.sink, audition->session, false);
    return fail(sink, is_read ? "what shall bring the sink back has gone"
                              : "the sink Tare does not tell what it plays");
}

static TareSinkResult open_and_begin(TareAudition* audition, TareSink* sink,
                                     TareLivePresence* presence)
{
    if (!tare_guard_start(&audition->guard, sizeof audition->back, go_back)) {
        tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0,
                    "no process can be started that would bring the sink back: %s",
                    strerror(errno));
        *presence = TARE_LIVE_THERE;
        return TARE_SINK_FAILED;
    }
    audition->session = tare_live_open(presence);
    return audition->session ? begin(audition, sink) : TARE_SINK_FAILED;
}

TareSinkResult tare_audition_begin(TareAudition** audition, TareSink* sink,
                                   TareLivePresence* presence)
{
    TareAudition* const made = calloc(1, sizeof *made);
    *audition = NULL;
    *presence = TARE_LIVE_NO_MEMORY;
    if (!made)
        return TARE_SINK_FAILED;
    const TareSinkResult result = open_and_begin(made, sink, presence);
    if (result == TARE_SINK_DONE) {
        *audition = made;
        return result;
    }
    tare_live_close(made->session);
    tare_guard_end(&made->guard);
    free(made);
    return result;
}

double tare_audition_rate_hz(const TareAudition* audition)
{
    return tare_session_rate_hz(audition->session);
}

bool tare_audition_set_sounds(TareAudition* audition, const TareControls* sounds, size_t n)
{
    TareRack* const racks = calloc(n, sizeof *racks);
    for (size_t i = 0; racks && i < n; ++i)
        if (tare_rack_make(&racks[i], audition->back.sink.kind, &sounds[i],
                           tare_audition_rate_hz(audition)) != TARE_RACK_DONE) {
            free(racks);
            return false;
        }
    if (!racks)
        return false;
    free(audition->racks);
    audition->racks = racks;
    audition->n = n;
    audition->now = &audition->back.before;
    return true;
}

bool tare_audition_watch_fd(TareAudition* audition, int fd, void (*ready)(void* data, int fd),
                            void* data)
{
    return tare_session_watch_fd(audition->session, fd, ready, data);
}

/* Playing */

static bool plays(const TareAudition* audition, const TareRack* rack)
{
    return tare_session_has_rack(audition->session, audition->back.sink.node_id, rack);
}

static void send_rack(TareAudition* audition)
{
    ++audition->n_sent;
    audition->sent_ms = tare_session_now_ms();
    if (!tare_session_set_rack(audition->session, audition->back.sink.node_id, audition->now))
        audition->state = TARE_AUDITION_NO_SINK;
}

void tare_audition_play(TareAudition* audition, size_t sound)
{
    audition->now = &audition->racks[sound];
    audition->n_sent = 0;
    audition->ours_ms = tare_session_now_ms();
    send_rack(audition);
}

static bool plays_one_of_ours(const TareAudition* audition)
{
    for (size_t i = 0; i < audition->n; ++i)
        if (plays(audition, &audition->racks[i]))
            return true;
    return audition->n_sent > 0 && plays(audition, &audition->back.before);
}

/** Whether the sink told of the sound, or will; else it is told once more. */
static TareAuditionState look(TareAudition* audition)
{
    const double now_ms = tare_session_now_ms();
    if (plays(audition, audition->now)) {
        audition->n_sent = 0;
        audition->ours_ms = now_ms;
        return TARE_AUDITION_GOES_ON;
    }
    if (plays_one_of_ours(audition))
        audition->ours_ms = now_ms;
    else
        return now_ms - audition->ours_ms < FOREIGN_MS ? TARE_AUDITION_GOES_ON
                                                       : TARE_AUDITION_OVERTAKEN;
    if (now_ms - audition->sent_ms < CONFIRM_MS)
        return TARE_AUDITION_GOES_ON;
    if (audition->n_sent >= MAX_SENT)
        return TARE_AUDITION_NO_ANSWER;
    send_rack(audition);
    return audition->state;
}

TareAuditionState tare_audition_run(TareAudition* audition, int timeout_ms)
{
    if (audition->state != TARE_AUDITION_GOES_ON)
        return audition->state;
    if (!tare_session_run(audition->session, timeout_ms))
        audition->state = TARE_AUDITION_NO_PIPEWIRE;
    else if (!tare_session_has_chain(audition->session, audition->back.sink.node_id))
        audition->state = TARE_AUDITION_NO_SINK;
    else
        audition->state = look(audition);
    return audition->state;
}

/* The end */

/** What the sink tells may lag behind, so that it must tell it for a while. */
static bool restore(TareAudition* audition)
{
    const double begin_ms = tare_session_now_ms();
    double told_ms = begin_ms;
    audition->now = &audition->back.before;
    send_rack(audition);
    for (double now_ms = begin_ms; now_ms - begin_ms < RESTORE_MS; now_ms = tare_session_now_ms()) {
        if (!tare_session_run(audition->session, TURN_MS) ||
            !tare_session_has_chain(audition->session, audition->back.sink.node_id))
            return false;
        if (!plays(audition, audition->now))
            told_ms = now_ms;
        else if (now_ms - told_ms > 4 * TURN_MS)
            return true;
        if (now_ms - audition->sent_ms > CONFIRM_MS)
            send_rack(audition);
    }
    return false;
}

bool tare_audition_end(TareAudition* audition)
{
    bool is_restored = true;
    if (!audition)
        return is_restored;
    const bool is_overtaken = audition->state == TARE_AUDITION_OVERTAKEN;
    const bool is_started = audition->back.sink.process > 0; /* then it goes, whatever it plays */
    if (!is_overtaken && !is_started)
        is_restored = tare_session_is_alive(audition->session) && restore(audition);
    tare_borrowed_sink_return(&audition->back.sink, audition->session, is_overtaken);
    tare_live_close(audition->session);
    tare_guard_end(&audition->guard);
    free(audition->racks);
    free(audition);
    return is_restored;
}
