#include "cli/sink/window_player.h"

#include "base/utf8.h"
#include "cli/sink/sink_words.h"
#include "corrections/entry.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_apply.h"
#include "pipewire/live/sink_choice.h"
#include "settings.h"
#include "tare/band_traits.h"
#include "window/window.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How often it is looked for what others did, and whether a change has been applied. */
enum { LOOK_MS = 1000, APPLYING_MS = 30 };

enum { MAX_NOTICE = 320 };

struct TareWindowPlayer {
    TareWindow* window;
    TareControls wanted; ///< as the window has it
    bool is_changed;     ///< since it was applied
    double looked_ms;
    pid_t applier;           ///< a process of ours that applies a change; 0 for none
    int answer;              ///< where it says how that went
    char report[MAX_NOTICE]; ///< what was reported last; "" for nothing
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

static void keep_report(void* data, const TareReport* report)
{
    TareWindowPlayer* const player = data;
    snprintf(player->report, sizeof player->report, "%s", report->message);
    tare_utf8_drop_partial_end(player->report);
}

static void write_port(void* data, uint32_t index, float value)
{
    TareWindowPlayer* const player = data;
    const TarePort port = tare_port(TARE_MAX_CHANNELS, index);
    tare_settings_set_port(&player->wanted, &port, value);
    player->is_changed = true;
}

TareWindowPlayer* tare_window_player_new(void)
{
    TareWindowPlayer* const player = calloc(1, sizeof *player);
    if (player)
        player->wanted = tare_controls_default();
    return player;
}

TareDialsHost tare_window_player_host(TareWindowPlayer* player)
{
    return (TareDialsHost){player, write_port, NULL};
}

/** What to say of a result; "" when it was done. */
static const char* words_of(const TareWindowPlayer* player, TareSinkResult result)
{
    static const char* const texts[TARE_SINK_N_RESULTS] = {
        [TARE_SINK_DONE] = "",
        [TARE_SINK_NO_MEMORY] = "Not enough memory",
        [TARE_SINK_BUSY] = "Another program changes the sink Tare, and does not end",
        [TARE_SINK_NO_HOME] =
            "There is no folder for settings; expected HOME to be an absolute path",
        [TARE_SINK_NOT_OURS] = "A file of Tare was written by something else and is left alone",
        [TARE_SINK_NO_TONE] =
            "The chain that runs has no bass, treble and tilt; install the plugin",
        [TARE_SINK_NO_ROOM] = "The chain that runs has no room for these bands; install the plugin",
        [TARE_SINK_NO_PLUGIN] = "The plugin is not where PipeWire looks for it; install Tare"};
    return texts[result] ? texts[result] : player->report;
}

/** The lasting taste, as the window has it, counts for every model from now on. */
static TareSinkResult write_taste(const TareWindowPlayer* player, const TareSink* sink)
{
    TareTaste before;
    const TareTaste taste = tare_taste_of(&player->wanted);
    const TareControls plain = tare_controls_default();
    TareTaste usual = tare_taste_of(&plain);
    const TareSinkResult result = tare_sink_taste(sink, &before);
    if (result != TARE_SINK_DONE)
        return result;
    tare_taste_put(&usual, &before);
    return tare_taste_equal(&usual, &taste) ? result : tare_sink_set_taste(sink, &taste);
}

/** Chooses what the window has, by the name of what is loaded there. */
static bool choose(const TareWindowPlayer* player, TareSink* sink)
{
    char name[TARE_SINK_CHOICE_NAME];
    bool is_whole = false;
    const TareTaste own = tare_taste_none();
    const TareEntry* const entry = tare_window_loaded(player->window, &is_whole);
    tare_window_loaded_name(player->window, name, sizeof name);
    TareControls controls = player->wanted;
    controls.enabled = true;
    controls.is_comparing = false;
    if (!tare_sink_choice_set(sink, &controls, &own, entry && is_whole ? entry->id : "", name, ""))
        return false;
    sink->has_choice = true;
    return tare_sink_choice_switch(sink, !player->wanted.enabled       ? TARE_SINK_PLAIN
                                         : player->wanted.is_comparing ? TARE_SINK_COMPARED
                                                                       : TARE_SINK_CORRECTED);
}

/** Brings what the window has to the sink; returns what to say of it, "" when all is well. */
static const char* apply(TareWindowPlayer* player)
{
    static const TareSinkWish no_wish = {0};
    const TareReporter reporter = {keep_report, player};
    TareSink sink;
    TareLiveApplied applied = {.presence = TARE_LIVE_THERE};
    TareSinkResult result = tare_sink_open(&sink, TARE_SINK_MAKE, &reporter);
    if (result == TARE_SINK_DONE)
        result = write_taste(player, &sink);
    if (result == TARE_SINK_DONE)
        result = choose(player, &sink) ? tare_sink_apply(&sink, &no_wish, &applied)
                                       : TARE_SINK_NO_MEMORY;
    tare_sink_close(&sink);
    return result == TARE_SINK_DONE && applied.presence != TARE_LIVE_THERE
               ? tare_sink_words_presence(applied.presence)
               : words_of(player, result);
}

/** Never returns. */
static void apply_and_answer(TareWindowPlayer* player, int answer)
{
    const char* const words = apply(player);
    const size_t n = strlen(words);
    _exit(write(answer, words, n) == (ssize_t)n ? 0 : 1);
}

/** Has a process of its own apply the change: what gets louder takes a second, and whoever drags
    does not wait for that. */
static void start_applying(TareWindowPlayer* player)
{
    int ends[2];
    player->report[0] = '\0';
    if (pipe(ends) != 0)
        return;
    player->applier = fork();
    if (player->applier == 0)
        apply_and_answer(player, ends[1]);
    close(ends[1]);
    player->answer = ends[0];
    player->is_changed = player->applier < 0;
    if (player->applier < 0) {
        close(ends[0]);
        player->applier = 0;
    }
}

/** Takes the answer, and says it; until then nothing is done. */
static void end_applying(TareWindowPlayer* player, bool waits)
{
    char words[MAX_NOTICE];
    struct pollfd answer = {.fd = player->answer, .events = POLLIN};
    if (poll(&answer, 1, waits ? -1 : 0) <= 0)
        return;
    const ssize_t n = read(player->answer, words, sizeof words - 1);
    words[n > 0 ? n : 0] = '\0';
    tare_window_tell(player->window, words);
    close(player->answer);
    waitpid(player->applier, NULL, 0);
    player->applier = 0;
}

/** The value of a port; bands that are off stand where a person looks for one. */
static float shown_value(const TareControls* controls, const TarePort* port)
{
    const bool is_of_band =
        port->role >= TARE_PORT_BAND_TYPE && port->role <= TARE_PORT_BAND_CHANNEL;
    return is_of_band && !tare_band_is_active(&controls->set.bands[port->which])
               ? port->def
               : tare_settings_port_value(controls, port);
}

/** Shows what the sink plays, whoever chose it. */
static void look(TareWindowPlayer* player)
{
    const TareReporter reporter = {keep_report, player};
    TareSink sink;
    const TareSinkResult result = tare_sink_open(&sink, TARE_SINK_LOOK, &reporter);
    if (result == TARE_SINK_DONE && sink.has_choice) {
        player->wanted = sink.choice.controls;
        player->wanted.enabled = !sink.choice.is_off;
        player->wanted.is_comparing = sink.choice.is_comparing;
        for (uint32_t i = 0; i < tare_ports_count(TARE_MAX_CHANNELS); ++i) {
            const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
            if (!tare_port_is_output(port.role))
                tare_window_hear(player->window, i, shown_value(&player->wanted, &port));
        }
    }
    tare_sink_close(&sink);
    player->looked_ms = now_ms();
}

void tare_window_player_bind(TareWindowPlayer* player, TareWindow* window)
{
    TareLivePresence presence;
    player->window = window;
    look(player);
    tare_live_close(tare_live_open(&presence));
    if (presence != TARE_LIVE_THERE)
        tare_window_tell(window, tare_sink_words_presence(presence));
}

int tare_window_player_idle(TareWindowPlayer* player)
{
    if (player->applier)
        end_applying(player, false);
    else if (player->is_changed)
        start_applying(player);
    else if (now_ms() - player->looked_ms >= LOOK_MS)
        look(player);
    return player->applier || player->is_changed ? APPLYING_MS : LOOK_MS;
}

void tare_window_player_free(TareWindowPlayer* player)
{
    if (player && player->applier)
        end_applying(player, true);
    if (player && player->is_changed)
        (void)apply(player);
    free(player);
}
