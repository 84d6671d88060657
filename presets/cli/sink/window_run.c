#include "cli/sink/window_run.h"

#include "base/program.h"
#include "cli/sink/window_desktop.h"
#include "cli/sink/window_player.h"
#include "window/outputs.h"
#include "window/theme.h"
#include "window/window.h"
#include "window/x11_window.h"

#include <poll.h>

/* So often it is looked whether a file has been read or written. */
enum { BUSY_MS = 20 };

/** All that there is while the window is seen. */
typedef struct {
    TareWindow* window;
    TareWindowPlayer* player;
    TareWindowDesktop* desktop; ///< NULL for none
    TareX11Window* shell;
} Run;

/** Waits for the display, for the desktop, or for the player's next turn. */
static void wait_for(const Run* run, int timeout_ms)
{
    struct pollfd ready[2] = {{.fd = tare_x11_window_fd(run->shell), .events = POLLIN}};
    timeout_ms = tare_window_desktop_wait(run->desktop, &ready[1], timeout_ms);
    (void)poll(ready, 2, timeout_ms);
}

/** Whether it is still open, or at least in a tray. */
static bool is_open(const Run* run)
{
    return tare_x11_window_idle(run->shell) || tare_window_desktop_keeps(run->desktop);
}

static void go_on(const Run* run)
{
    while (is_open(run) && !tare_window_desktop_is_over(run->desktop)) {
        const int timeout_ms = tare_window_player_idle(run->player);
        tare_window_desktop_idle(run->desktop);
        if (is_open(run))
            wait_for(run, tare_window_is_busy(run->window) ? BUSY_MS : timeout_ms);
    }
}

static TareExit show(const TareCommand* command, Run* run, TareWindowColours colours, double scale)
{
    const TareX11Options options = {.parent = 0, .scale = scale, .title = "Tare"};
    run->shell = tare_x11_window_new(run->window, &options);
    if (!run->shell) {
        tare_cli_error(command, "there is no X display to show a window on; expected its name in "
                                "the environment as DISPLAY");
        return TARE_EXIT_UNUSED;
    }
    const bool is_dark = colours == TARE_WINDOW_AS_DESKTOP
                             ? tare_x11_window_is_desktop_dark(run->shell)
                             : colours == TARE_WINDOW_DARK;
    tare_window_set_theme(run->window, is_dark ? &tare_theme_dark : &tare_theme_light);
    tare_window_player_bind(run->player, run->window);
    tare_window_desktop_bind(run->desktop, run->window, run->player, run->shell);
    go_on(run);
    tare_x11_window_free(run->shell);
    return TARE_EXIT_DONE;
}

static TareExit run_first(const TareCommand* command, TareWindowDesktop* desktop,
                          TareWindowColours colours, double scale)
{
    char home[TARE_PROGRAM_PATH];
    tare_program_folder(home);
    Run run = {.player = tare_window_player_new(), .desktop = desktop};
    const TareDialsHost host = tare_window_player_host(run.player);
    run.window = run.player ? tare_window_new(TARE_MAX_CHANNELS, home, &host) : NULL;
    if (run.window) /* so that the first picture has the place for what PipeWire will answer */
        tare_outputs_tell(tare_window_outputs(run.window), &(TareOutputsNews){.is_away = true});
    const TareExit state =
        run.window ? show(command, &run, colours, scale) : tare_cli_no_memory(command);
    tare_window_desktop_free(desktop);
    tare_window_player_free(run.player); /* while the window still knows what is loaded */
    tare_window_free(run.window);
    return state;
}

TareExit tare_window_run(const TareCommand* command, TareWindowColours colours, double scale)
{
    TareWindowDesktop* const desktop = tare_window_desktop_new();
    if (tare_window_desktop_is_first(desktop))
        return run_first(command, desktop, colours, scale);
    tare_window_desktop_free(desktop);
    tare_cli_note(command, "the window is open already, and was asked to show itself");
    return TARE_EXIT_DONE;
}
