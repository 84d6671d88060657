#include "cli/sink/window_player.h"

#include "cli/sink/window_sink.h"
#include "controls.h"
#include "corrections/entry.h"
#include "settings.h"
#include "tare/band_traits.h"
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
    double looked_ms;
    bool is_alone; ///< PipeWire was away when last asked
    pid_t applier; ///< a process of ours that applies a change; 0 for none
    int answer;    ///< where it says how that went
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
    if (player)
        player->wanted = tare_controls_default();
    return player;
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
    const TareWindowWish wish = {&player->wanted, entry && is_whole ? entry->id : "", name};
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
    if (player->applier < 0) {
        close(ends[0]);
        player->applier = 0;
    }
}

/** Takes the answer, and says it; until then nothing is done. */
static void end_applying(TareWindowPlayer* player, bool waits)
{
    char words[TARE_WINDOW_SINK_WORDS];
    struct pollfd answer = {.fd = player->answer, .events = POLLIN};
    if (poll(&answer, 1, waits ? -1 : 0) <= 0)
        return;
    const ssize_t n = read(player->answer, words, sizeof words - 1);
    words[n > 0 ? n : 0] = '\0';
    tare_window_tell(player->window, words);
    player->is_alone = words[0] != '\0' && !strcmp(words, tare_window_sink_missing());
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
    char name[TARE_WINDOW_SINK_WORDS];
    player->looked_ms = now_ms();
    if (!tare_window_sink_look(&player->wanted, name))
        return;
    for (uint32_t i = 0; i < tare_ports_count(TARE_MAX_CHANNELS); ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        if (!tare_port_is_output(port.role))
            tare_window_hear(player->window, i, shown_value(&player->wanted, &port));
    }
    tare_window_tell_name(player->window, name);
}

/** Says whether PipeWire is there. */
static void look_for_pipewire(TareWindowPlayer* player)
{
    const char* const missing = tare_window_sink_missing();
    player->is_alone = missing[0] != '\0';
    tare_window_tell(player->window, missing);
}

void tare_window_player_bind(TareWindowPlayer* player, TareWindow* window)
{
    player->window = window;
    look(player);
    look_for_pipewire(player);
}

int tare_window_player_idle(TareWindowPlayer* player)
{
    if (player->applier)
        end_applying(player, false);
    else if (player->is_changed)
        start_applying(player);
    else if (now_ms() - player->looked_ms >= LOOK_MS) {
        look(player);
        if (player->is_alone)
            look_for_pipewire(player);
    }
    return player->applier || player->is_changed ? APPLYING_MS : LOOK_MS;
}

void tare_window_player_free(TareWindowPlayer* player)
{
    if (player && player->applier)
        end_applying(player, true);
    char words[TARE_WINDOW_SINK_WORDS];
    if (player && player->is_changed)
        apply(player, words);
    free(player);
}
