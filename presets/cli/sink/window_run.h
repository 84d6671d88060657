/* Running the window of the sink Tare. */

#ifndef TARE_CLI_WINDOW_RUN_H
#define TARE_CLI_WINDOW_RUN_H

#include "cli/frame/cli.h"

#include <stdbool.h>

typedef struct TareCommand TareCommand;

/** Shows it until it is closed; a scale of 0 is that of the desktop. Says when it cannot be shown.
 */
TareExit tare_window_run(const TareCommand* command, bool is_dark, double scale);

#endif
