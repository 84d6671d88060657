/* Running the window of the sink Tare. */

#ifndef TARE_CLI_WINDOW_RUN_H
#define TARE_CLI_WINDOW_RUN_H

#include "cli/frame/cli.h"

typedef struct TareCommand TareCommand;

typedef enum { TARE_WINDOW_AS_DESKTOP, TARE_WINDOW_LIGHT, TARE_WINDOW_DARK } TareWindowColours;

/** Shows it until it is closed; a scale of 0 is that of the desktop. Says when it cannot be shown.
 */
TareExit tare_window_run(const TareCommand* command, TareWindowColours colours, double scale);

#endif
