#include "pipewire/live/follow.h"

#include "pipewire/chain/chain_file.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/chain/choice.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/device_sounds.h"
#include "pipewire/live/glide.h"
#include "pipewire/live/keeper.h"
#include "pipewire/live/route.h"
#include "pipewire/live/rules_watch.h"
#include "pipewire/live/voice.h"
#include "pipewire/live/watcher.h"
#include "pipewire/session/output.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { NO_FOLDER_MS = 1000, OTHER_GLIDE_MS = 20 };

typedef struct {
    TareSession* session;
    const TareChainPaths* paths;
    const TareFollowListener* listener;
    const TareReporter* reporter;
    TareDeviceSounds known;
    TareRulesWatch* watch; ///< of the rules' file
    bool must_read;        ///< the rules may have changed
    double read_ms;        ///< when they were read
    bool is_readable;      ///< whether they could be, then
    bool has_output;       ///< whether `output` was given its correction
    bool must_wait;        ///< another program glides
    bool has_told;         ///< what the sink's kind leaves out
    TareOutput output;     ///< to which it played then
    double rate_hz;        ///< at which it ran then
    TareVoice* voice;      ///< which tells the sink
    TareKeeper keeper;     ///< which sees to it that there is one
} Follower;

static void on_file(void* data, int fd)
{
    Follower* const follower = data;
    (void)fd;
    tare_rules_watch_take(follower->watch);
    follower->must_read = true;
}

/** Rules that cannot be read have been reported; those from before stay in force. What else comes
    to their folder, such as another taste, counts for what comes: 'tare taste' itself changes what
    plays. */
static void read_rules(Follower* follower)
{
    TareDeviceSounds known;
    tare_rules_watch_begin(follower->watch, follower->paths);
    follower->must_read = false;
    follower->read_ms = tare_session_now_ms();
    const TareStatus status =
        tare_device_sounds_read(&known, &follower->known, follower->paths, follower->reporter);
    if (status == TARE_NO_MEMORY)
        tare_report(follower->reporter, TARE_ERROR, NULL, 0, 0, "not enough memory");
    follower->is_readable = status == TARE_OK;
    if (!follower->is_readable)
        return;
    tare_device_sounds_clear(&follower->known);
    follower->known = known;
    follower->has_output = tare_rules_watch_end(follower->watch) && follower->has_output;
}

/** What the rule of the output plays; NULL without one. */
static const TareDeviceSound* sound_of(const Follower* follower)
{
    const TareDeviceRule* const rule = tare_output_rule(&follower->output, &follower->known.rules);
    return rule ? tare_device_sounds_of(&follower->known, rule) : NULL;
}

/** Controls as they are while the listener has Tare on, off or comparing; on where nothing is
    known. */
static TareControls switched(const Follower* follower, const TareControls* controls)
{
    TareChoice choice;
    (void)tare_chain_file_read(&choice, follower->paths->chain, NULL);
    return tare_choice_switched(&choice, controls);
}

/** What the rule says, or flat, as far as the sink's kind can play it. False when that cannot be
    changed at all. */
static bool find_controls(Follower* follower, const TareSessionNode* sink,
                          const TareDeviceSound* sound, TareControls* controls)
{
    const TareControls wanted = sound ? sound->controls : tare_rack_flat();
    const TareChainKind kind = tare_chain_kind_find(sink->kind);
    if (kind == TARE_N_CHAIN_KINDS || !tare_chain_kind_is_live(kind)) {
        tare_report(follower->reporter, TARE_NOTE, NULL, 0, 0,
                    "a sink of kind %s cannot be changed while it plays", sink->kind);
        return false;
    }
    const TareControls playable = tare_rack_playable(kind, &wanted);
    if (!tare_controls_equal(&playable, &wanted) && !follower->has_told) {
        tare_report(follower->reporter, TARE_NOTE, NULL, 0, 0,
                    "kind %s has no bass, treble and tilt; they are left out", sink->kind);
        follower->has_told = true;
    }
    *controls = switched(follower, &playable);
    return true;
}

/** Gives the sink what the rule of the output says. */
static void give(Follower* follower, const TareSessionNode* sink)
{
    TareControls controls;
    const TareControls flat = tare_rack_flat();
    const TareDeviceSound* const sound = sound_of(follower);
    const char* const name = sound ? sound->name : NULL;
    follower->has_output = true;
    if (!find_controls(follower, sink, sound, &controls))
        return;
    follower->listener->gave(follower->listener->data, &follower->output, name);
    if (tare_voice_say(follower->voice, sink, &controls))
        return;
    tare_report(follower->reporter, TARE_NOTE, NULL, 0, 0, "kind %s cannot play %s; it stays flat",
                sink->kind, name ? name : "this");
    (void)tare_voice_say(follower->voice, sink, &flat);
}

/** Looks where Tare plays to, and acts when that is another place than before, or another rate.
   What a new sink at the same place plays was chosen by hand. */
static void look(Follower* follower)
{
    TareOutput output;
    const double rate_hz = tare_session_rate_hz(follower->session);
    const TareSessionNode* const sink = tare_session_chain_sink(follower->session);
    if (!sink || !tare_route_output(follower->session, &output))
        return;
    if (follower->has_output && tare_output_equal(&output, &follower->output) &&
        rate_hz == follower->rate_hz)
        return;
    follower->must_wait = !tare_voice_take(follower->voice);
    if (follower->must_wait)
        return;
    follower->output = output;
    follower->rate_hz = rate_hz;
    give(follower, sink);
}

/** Sends again what was not confirmed in time, as the listener has it now: another program may have
    switched Tare off meanwhile. */
static void confirm(Follower* follower)
{
    TareControls controls;
    const TareSessionNode* const sink = tare_session_chain_sink(follower->session);
    if (tare_voice_is_unheard(follower->voice) && sink &&
        find_controls(follower, sink, sound_of(follower), &controls))
        tare_voice_repeat(follower->voice, &controls);
}

/** Without rules there is nothing to follow: what `tare use` chose plays everywhere again. */
static void give_back(Follower* follower)
{
    TareChoice choice;
    const TareSessionNode* const sink = tare_session_chain_sink(follower->session);
    if (!sink || tare_chain_file_read(&choice, follower->paths->chain, NULL) != TARE_OK)
        return;
    const TareControls heard = tare_choice_switched(&choice, &choice.controls);
    tare_voice_release(follower->voice);
    (void)tare_glide_from_heard(follower->session, &heard);
}

/** Whether it is time to read the rules: they changed, or nothing would tell if they did. */
static bool must_read(const Follower* follower)
{
    return follower->must_read || (!tare_rules_watch_is_on(follower->watch) &&
                                   tare_session_now_ms() - follower->read_ms >= NO_FOLDER_MS);
}

/** Whether outputs have rules, be it that these cannot be read now. */
static bool has_rules(const Follower* follower)
{
    return follower->known.rules.n > 0 || !follower->is_readable;
}

/** Keeps the sink there. A new one has been told nothing. */
static int run_keeper(Follower* follower)
{
    const bool had_sink = follower->keeper.had_sink;
    const int patience_ms = tare_keeper_run(&follower->keeper);
    if (had_sink && !follower->keeper.had_sink)
        follower->has_output = false;
    return patience_ms;
}

/** Goes on with what is being said, and tells how long nothing else need be done. */
static int run_voice(Follower* follower)
{
    const bool was_refused = tare_voice_is_refused(follower->voice);
    const int patience_ms = tare_voice_run(follower->voice);
    if (!was_refused && tare_voice_is_refused(follower->voice))
        tare_report(follower->reporter, TARE_ERROR, NULL, 0, 0,
                    "the sink does not take what was asked for, and plays something else");
    confirm(follower);
    return patience_ms >= 0                          ? patience_ms
           : follower->must_wait                     ? OTHER_GLIDE_MS
           : tare_rules_watch_is_on(follower->watch) ? -1
                                                     : NO_FOLDER_MS;
}

/** Until PipeWire ends. */
static void follow(Follower* follower)
{
    unsigned n_seen = tare_session_n_changes(follower->session) - 1;
    int patience_ms = 0;
    follower->must_read = follower->is_readable = true;
    do {
        const int keeper_ms = run_keeper(follower);
        const bool is_fresh = must_read(follower);
        const bool had_rules = has_rules(follower);
        if (is_fresh)
            read_rules(follower);
        if (had_rules && !has_rules(follower))
            give_back(follower);
        if (has_rules(follower) && (is_fresh || follower->must_wait ||
                                    n_seen != tare_session_n_changes(follower->session)))
            look(follower);
        n_seen = tare_session_n_changes(follower->session);
        patience_ms = run_voice(follower);
        if (keeper_ms >= 0 && (patience_ms < 0 || keeper_ms < patience_ms))
            patience_ms = keeper_ms;
    } while (tare_session_run(follower->session, patience_ms));
    if (tare_session_is_cut_off(follower->session))
        tare_keeper_end(&follower->keeper);
}

static TareStatus follow_rules(Follower* follower)
{
    follower->watch = tare_rules_watch_new();
    follower->voice = tare_voice_new(follower->session);
    const bool ok = follower->watch && follower->voice &&
                    tare_session_watch_fd(follower->session, tare_rules_watch_fd(follower->watch),
                                          on_file, follower);
    if (ok)
        follow(follower);
    else
        tare_report(follower->reporter, TARE_ERROR, NULL, 0, 0, "the rules cannot be followed: %s",
                    strerror(errno));
    tare_device_sounds_clear(&follower->known);
    tare_voice_free(follower->voice);
    tare_rules_watch_free(follower->watch);
    return ok ? TARE_OK : TARE_IO_ERROR;
}

TareStatus tare_follow(TareSession* session, const TareChainPaths* paths,
                       const TareFollowListener* listener, const TareReporter* reporter)
{
    int lock = -1;
    if (tare_watcher_lock(&lock) == TARE_WATCHER_IS_ANOTHER)
        return TARE_OK;
    Follower follower = {
        .session = session, .paths = paths, .listener = listener, .reporter = reporter};
    tare_keeper_begin(&follower.keeper, session, paths, reporter);
    const TareStatus status = follow_rules(&follower);
    if (lock >= 0)
        close(lock);
    return status;
}
