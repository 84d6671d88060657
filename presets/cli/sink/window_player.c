#include "cli/sink/window_player.h"

#include "cli/sink/window_outputs.h"
#include "cli/sink/window_sink.h"
#include "controls.h"
#include "corrections/entry.h"
#include "pipewire/live/sink.h"
#include "settings.h"
#include "tare/band_traits.h"
#include "window/outputs.h"
#include "window/window.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How often it is looked for what others did, and whether a change has been applied. */
enum { LOOK_MS = 1000, APPLYING_MS = 30 };

struct TareWindowPlayer {
    TareWindow* window;
    TareControls wanted; ///< as the window has it
    bool is_changed;     ///< since it was applied
    bool wants_default;  ///< to become the default output with that
    double looked_ms;
    TareWindowOutputs* outputs;
    char words[TARE_WINDOW_SINK_WORDS]; ///< to be said of the last change
    pid_t applier;                      ///< a process of ours that applies a change; 0 for none
    int answer;                         ///< where it says how that went
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
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
    if (!player)
        return NULL;
    player->wanted = tare_controls_default();
    player->outputs = tare_window_outputs_new();
    if (player->outputs)
        return player;
    free(player);
    return NULL;
}

TareDialsHost tare_window_player_host(TareWindowPlayer* player)
{
    return (TareDialsHost){player, write_port, NULL};
}

/** Brings what the window has to the sink. */
static void apply(const TareWindowPlayer* player, char words[TARE_WINDOW_SINK_WORDS])
{
    char name[TARE_WINDOW_SINK_WORDS];
    bool is_whole = false;
    const TareEntry* const entry = tare_window_loaded(player->window, &is_whole);
    tare_window_loaded_name(player->window, name, sizeof name);
    const TareWindowWish wish = {&player->wanted, entry && is_whole ? entry->id : "", name,
                                 player->wants_default};
    tare_window_sink_apply(&wish, words);
}

/** Never returns. */
static void apply_and_answer(const TareWindowPlayer* player, int answer)
{
    char words[TARE_WINDOW_SINK_WORDS];
    apply(player, words);
    const size_t n = strlen(words);
    _exit(write(answer, words, n) == (ssize_t)n ? 0 : 1);
}

/** Has a process of its own apply the change: what gets louder takes a second, and whoever drags
    does not wait for that. */
static void start_applying(TareWindowPlayer* player)
{
    int ends[2];
    if (pipe(ends) != 0)
        return;
    player->applier = fork();
    if (player->applier == 0)
        apply_and_answer(player, ends[1]);
    close(ends[1]);
    player->answer = ends[0];
    player->is_changed = player->applier < 0;
    player->wants_default = player->wants_default && player->is_changed;
    if (player->applier < 0) {
        close(ends[0]);
        player->applier = 0;
    }
}

/** Takes the answer, and says it; until then nothing is done. */
static void end_applying(TareWindowPlayer* player, bool waits)
{
    struct pollfd answer = {.fd = player->answer, .events = POLLIN};
    if (poll(&answer, 1, waits ? -1 : 0) <= 0)
        return;
    const ssize_t n = read(player->answer, player->words, sizeof player->words - 1);
    player->words[n > 0 ? n : 0] = '\0';
    player->looked_ms = 0.0; /* what came of it is to be shown at once */
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

/** Shows what is chosen for the sink, whoever chose it. */
static void show(TareWindowPlayer* player, const TareSink* sink)
{
    char name[TARE_WINDOW_SINK_WORDS];
    if (!tare_window_sink_look(sink, &player->wanted, name))
        return;
    for (uint32_t i = 0; i < tare_ports_count(TARE_MAX_CHANNELS); ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        if (!tare_port_is_output(port.role))
            tare_window_hear(player->window, i, shown_value(&player->wanted, &port));
    }
    tare_window_tell_name(player->window, name);
}

/** Shows what others did, which outputs there are, and whether PipeWire is. */
static void look(TareWindowPlayer* player)
{
    TareSink sink;
    player->looked_ms = now_ms();
    if (tare_sink_open(&sink, TARE_SINK_LOOK, NULL) == TARE_SINK_DONE) {
        show(player, &sink);
        tare_window_outputs_look(player->outputs, &sink.paths, &sink.choice, player->window,
                                 player->words);
    }
    tare_sink_close(&sink);
}

void tare_window_player_bind(TareWindowPlayer* player, TareWindow* window)
{
    player->window = window;
    look(player);
}

void tare_window_player_turn(TareWindowPlayer* player, bool is_on)
{
    const uint32_t port = tare_port_index(TARE_MAX_CHANNELS, TARE_PORT_ENABLED, 0);
    write_port(player, port, is_on ? 1.0f : 0.0f);
    tare_window_hear(player->window, port, is_on ? 1.0f : 0.0f);
}

bool tare_window_player_is_on(const TareWindowPlayer* player)
{
    return player->wanted.enabled;
}

/** What is asked for beside the controls. */
static void take_wishes(TareWindowPlayer* player)
{
    TareOutputs* const outputs = tare_window_outputs(player->window);
    if (outputs->is_asked_for)
        player->wants_default = player->is_changed = true;
    outputs->is_asked_for = false;
}

int tare_window_player_idle(TareWindowPlayer* player)
{
    take_wishes(player);
    if (player->applier)
        end_applying(player, false);
    else if (player->is_changed)
        start_applying(player);
    else if (now_ms() - player->looked_ms >= LOOK_MS ||
             tare_window_outputs(player->window)->is_stale)
        look(player);
    return player->applier || player->is_changed ? APPLYING_MS : LOOK_MS;
}

void tare_window_player_free(TareWindowPlayer* player)
{
    char words[TARE_WINDOW_SINK_WORDS];
    if (!player)
        return;
    if (player->applier)
        end_applying(player, true);
    if (player->is_changed)
        apply(player, words);
    tare_window_outputs_free(player->outputs);
    free(player);
}
