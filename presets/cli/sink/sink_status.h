/* What `tare status` has to tell of the sink Tare. */

#ifndef TARE_CLI_SINK_STATUS_H
#define TARE_CLI_SINK_STATUS_H

#include "cli/frame/cli.h"
#include "pipewire/chain/taste.h"
#include "pipewire/live/live.h"
#include "pipewire/live/playing.h"

typedef struct TareCommand TareCommand;
typedef struct TareSinkStatus {
    const TareChoice* choice;
    TareTaste lasting; ///< the listener's
    TareLivePresence presence;
    TareLiveState live;
    TarePlaying playing;
    bool has_rules;     ///< for outputs
    bool wants_watcher; ///< whether PipeWire starts a program that watches the sink;
    bool has_watcher;   ///< it runs
} TareSinkStatus;

/** What is not as the listener wants it, and how it is mended; NULL when all is well. */
const char* tare_sink_status_problem(const TareSinkStatus* status);

/** What plays, by a name. */
const char* tare_sink_status_plays(const TareSinkStatus* status);

/** The kind of the sink that is there, or will be. */
const char* tare_sink_status_kind(const TareSinkStatus* status);

/** Whether it is the choice, flat, or what a rule says. Of all else nothing is told, lest one sees
    what plays in a blind comparison. */
bool tare_sink_status_knows(const TareSinkStatus* status);

/** Whether what plays was read back from the running sink; else it is what that was given. */
bool tare_sink_status_is_read_back(const TareSinkStatus* status);

/** Whether programs that ask for no certain output play past Tare. */
bool tare_sink_status_is_bypassed(const TareSinkStatus* status);

/** A level, to two places. */
double tare_sink_status_round(double level_db);

TareExit tare_sink_status_print(const TareCommand* command, const TareSinkStatus* status);
TareExit tare_sink_status_print_json(const TareCommand* command, const TareSinkStatus* status);

#endif
