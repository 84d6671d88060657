#ifdef HAVE_PIPEWIRE

#include "cli/cli.h"
#include "cli/devices_known.h"
#include "cli/live.h"
#include "cli/live_route.h"
#include "cli/terminal.h"
#include "cli/watch_lock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* How long a change waits for PipeWire's word that it has arrived before it is sent again. */
enum { CONFIRM_MS = 250, MAX_SENT = 4 };

typedef struct {
    TareSession* session;
    const TareCommand* command;
    const TareChainPaths* paths;
    TareDevicesKnown known;
    bool must_read;    ///< the rules may have changed
    bool has_output;   ///< whether `output` was given its correction
    uint32_t sink_id;  ///< the sink that was given one
    TareOutput output; ///< to which it played then
    TareRack rack;     ///< what it was given
    unsigned n_sent;   ///< how often, without an answer so far
    double sent_ms;    ///< when, the last time
} Follower;

static void on_file(void* data, int fd)
{
    Follower* const follower = data;
    char events[4096] __attribute__((aligned(__alignof__(struct inotify_event))));
    (void)!read(fd, events, sizeof events);
    follower->must_read = true;
}

/** Rules that cannot be read have been reported; those from before stay in force. */
static void read_rules(Follower* follower)
{
    TareDevicesKnown known;
    follower->must_read = false;
    if (tare_devices_know(&known, follower->command, follower->paths->devices) != TARE_EXIT_DONE)
        return;
    tare_devices_forget(&follower->known);
    follower->known = known;
    follower->has_output = false;
}

static void tell(const TareOutput* output, const char* name)
{
    char title[2 * TARE_OUTPUT_TEXT + 8];
    tare_output_title(output, title, sizeof title);
    tare_terminal_print(stdout, title);
    fputs(": ", stdout);
    tare_terminal_print(stdout, name);
    putchar('\n');
    fflush(stdout);
}

static void send_rack(Follower* follower)
{
    ++follower->n_sent;
    follower->sent_ms = tare_session_now_ms();
    (void)tare_session_set_rack(follower->session, follower->sink_id, &follower->rack);
}

/** Gives the sink what the rule of the output says. Where it plays that already, nothing is sent.
 */
static void give(Follower* follower, const TareSessionNode* sink)
{
    const TareControls flat = tare_rack_flat();
    const TareDeviceRule* const rule = tare_output_rule(&follower->output, &follower->known.rules);
    const TareDeviceSound* const sound = rule ? tare_devices_sound(&follower->known, rule) : NULL;
    const TareChainKind kind = tare_chain_kind_find(sink->kind);
    follower->has_output = true;
    follower->sink_id = sink->id;
    follower->n_sent = 0;
    if (kind == TARE_N_CHAIN_KINDS || !tare_chain_kind_is_live(kind)) {
        tare_cli_note(follower->command, "a sink of this kind cannot be changed while it plays");
        return;
    }
    const double rate_hz = tare_session_rate_hz(follower->session);
    if (tare_rack_make(&follower->rack, kind, sound ? &sound->controls : &flat, rate_hz) !=
        TARE_RACK_DONE) {
        tare_cli_note(follower->command, "kind %s cannot play %s; it stays flat",
                      tare_chain_kind_name(kind), sound ? sound->name : "this");
        (void)tare_rack_make(&follower->rack, kind, &flat, rate_hz);
    }
    tell(&follower->output, sound ? sound->name : "flat");
    if (!tare_session_has_rack(follower->session, sink->id, &follower->rack))
        send_rack(follower);
}

/** Looks where Tare plays to, and acts when that is another place than before. */
static void look(Follower* follower)
{
    TareOutput output;
    const TareSessionNode* const sink = tare_session_node(follower->session, TARE_SINK_NAME);
    /* a sink without a kind has just come and not yet told what it is */
    if (!sink || sink->kind[0] == '\0' || !tare_live_output(follower->session, &output))
        return;
    if (follower->has_output && follower->sink_id == sink->id &&
        tare_output_equal(&output, &follower->output))
        return;
    follower->output = output;
    give(follower, sink);
}

/** Sends again what was not confirmed in time. */
static void confirm(Follower* follower)
{
    const bool is_waiting = tare_session_now_ms() - follower->sent_ms < CONFIRM_MS;
    if (follower->n_sent == 0)
        return;
    if (tare_session_has_rack(follower->session, follower->sink_id, &follower->rack) ||
        (!is_waiting && follower->n_sent == MAX_SENT))
        follower->n_sent = 0;
    else if (!is_waiting)
        send_rack(follower);
}

/** Without rules there is nothing to follow: what `tare use` chose plays everywhere again. */
static void give_back(Follower* follower)
{
    TareChoice choice;
    const TareSessionNode* const sink = tare_session_node(follower->session, TARE_SINK_NAME);
    if (!sink || tare_chain_file_read(&choice, follower->paths->chain, NULL) != TARE_OK)
        return;
    const TareControls flat = tare_rack_flat();
    const TareChainKind kind = tare_chain_kind_find(sink->kind);
    if (kind == TARE_N_CHAIN_KINDS ||
        tare_rack_make(&follower->rack, kind, choice.is_off ? &flat : &choice.controls,
                       tare_session_rate_hz(follower->session)) != TARE_RACK_DONE)
        return;
    (void)tare_session_set_rack(follower->session, sink->id, &follower->rack);
    (void)tare_session_sync(follower->session);
}

static void follow(Follower* follower)
{
    unsigned n_seen = tare_session_n_changes(follower->session) - 1;
    follower->must_read = true;
    do {
        const bool has_new_rules = follower->must_read;
        if (has_new_rules)
            read_rules(follower);
        if (follower->known.rules.n == 0) {
            give_back(follower);
            return;
        }
        if (has_new_rules || n_seen != tare_session_n_changes(follower->session)) {
            n_seen = tare_session_n_changes(follower->session);
            look(follower);
        }
        confirm(follower);
    } while (tare_session_run(follower->session, follower->n_sent > 0 ? CONFIRM_MS : -1));
}

TareExit tare_live_follow(TareSession* session, const TareCommand* command,
                          const TareChainPaths* paths)
{
    const int lock = tare_watch_lock_take();
    if (lock < 0)
        return TARE_EXIT_DONE; /* another one does it already */
    Follower* const follower = calloc(1, sizeof *follower);
    const int files = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    TareExit state = TARE_EXIT_DONE;
    if (follower)
        *follower = (Follower){.session = session, .command = command, .paths = paths};
    if (!follower || files < 0 ||
        inotify_add_watch(files, paths->settings, IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE) < 0 ||
        !tare_session_watch_fd(session, files, on_file, follower)) {
        tare_cli_error(command, "%s cannot be followed; expected a folder", paths->settings);
        state = TARE_EXIT_UNUSED;
    } else {
        follow(follower);
        tare_devices_forget(&follower->known);
    }
    free(follower);
    if (files >= 0)
        close(files);
    close(lock);
    return state;
}

#endif
