#include "cli/sink/window_run.h"

#include "base/program.h"
#include "cli/sink/window_player.h"
#include "window/theme.h"
#include "window/window.h"
#include "window/x11_window.h"

#include <poll.h>

/* So often it is looked whether a file has been read or written. */
enum { BUSY_MS = 20 };

/** Waits for the display, or for the player's next turn. */
static void wait_for(TareX11Window* shell, int timeout_ms)
{
    struct pollfd display = {.fd = tare_x11_window_fd(shell), .events = POLLIN};
    (void)poll(&display, 1, timeout_ms);
}

static TareExit show(const TareCommand* command, TareWindowPlayer* player, TareWindow* window,
                     TareWindowColours colours, double scale)
{
    const TareX11Options options = {.parent = 0, .scale = scale, .title = "Tare"};
    TareX11Window* const shell = tare_x11_window_new(window, &options);
    if (!shell) {
        tare_cli_error(command, "there is no X display to show a window on; expected its name in "
                                "the environment as DISPLAY");
        return TARE_EXIT_UNUSED;
    }
    const bool is_dark = colours == TARE_WINDOW_AS_DESKTOP ? tare_x11_window_is_desktop_dark(shell)
                                                           : colours == TARE_WINDOW_DARK;
    tare_window_set_theme(window, is_dark ? &tare_theme_dark : &tare_theme_light);
    tare_window_player_bind(player, window);
    while (tare_x11_window_idle(shell)) {
        const int timeout_ms = tare_window_player_idle(player);
        if (tare_x11_window_idle(shell))
            wait_for(shell, tare_window_is_busy(window) ? BUSY_MS : timeout_ms);
    }
    tare_x11_window_free(shell);
    return TARE_EXIT_DONE;
}

TareExit tare_window_run(const TareCommand* command, TareWindowColours colours, double scale)
{
    char home[TARE_PROGRAM_PATH];
    tare_program_folder(home);
    TareWindowPlayer* const player = tare_window_player_new();
    const TareDialsHost host = tare_window_player_host(player);
    TareWindow* const window = player ? tare_window_new(TARE_MAX_CHANNELS, home, &host) : NULL;
    TareExit state = TARE_EXIT_DONE;
    if (window) {
        state = show(command, player, window, colours, scale);
    } else {
        state = tare_cli_no_memory(command);
    }
    tare_window_player_free(player); /* while the window still knows what is loaded */
    tare_window_free(window);
    return state;
}
