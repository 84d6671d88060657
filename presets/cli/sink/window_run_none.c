/* Where there is nothing to draw with. */

#include "cli/sink/window_run.h"

TareExit tare_window_run(const TareCommand* command, TareWindowColours colours, double scale)
{
    (void)colours;
    (void)scale;
    tare_cli_error(command, "this tare was built without X11 or cairo, and has no window");
    return TARE_EXIT_UNUSED;
}
