/* What the commands around `tare use` have in common: from opening the sink Tare to saying how it
   went. */

#ifndef TARE_CLI_USE_H
#define TARE_CLI_USE_H

#include "cli/frame/command.h"

struct TareSink;
struct TareSinkWish;

/** Brings the choice of a sink to the disk, and to the ears if PipeWire runs; says how it went. */
TareExit tare_use_apply(const TareCommand* command, struct TareSink* sink,
                        const struct TareSinkWish* wish);

/** Takes Tare out of PipeWire and off the disk, and the watcher of the outputs with it. From then
    on an interrupt is a wish: see interrupt.h. */
TareExit tare_use_remove(const TareCommand* command);

#endif
