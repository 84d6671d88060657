/* What the commands around `tare use` say of how it went with the sink Tare. */

#ifndef TARE_CLI_SINK_WORDS_H
#define TARE_CLI_SINK_WORDS_H

#include "cli/frame/cli.h"
#include "pipewire/live/sink_result.h"

typedef struct TareCommand TareCommand;

typedef struct TareLiveApplied TareLiveApplied;
typedef struct TareOutput TareOutput;
typedef struct TareSink TareSink;
typedef struct TareSinkWish TareSinkWish;

/** Says why it went wrong, unless that has been reported, and returns what the program returns. */
TareExit tare_sink_words_exit(const TareCommand* command, const TareSink* sink,
                              const TareSinkWish* wish, TareSinkResult result);

/** Says that there is no place for settings; returns what the program returns. */
TareExit tare_sink_words_no_home(const TareCommand* command);

/** Tells that nothing is chosen, and whether a sink is there all the same. */
TareExit tare_sink_words_no_choice(const TareCommand* command);

/** Why there is no PipeWire to talk to; NULL when there is. */
const char* tare_sink_words_presence(TareLivePresence presence);

/** Whether there is none; says so then. */
bool tare_sink_words_if_absent(const TareCommand* command);

/** Room for what tare_sink_words_bypass() makes. */
enum { TARE_SINK_WORDS = 640 };

/** That Tare is not what most programs play into, but this output. */
void tare_sink_words_bypass(const TareOutput* output, char words[TARE_SINK_WORDS]);

/** Says what plays now, and where, or when it will; returns what the program returns. */
TareExit tare_sink_words_applied(const TareCommand* command, const TareSink* sink,
                                 const TareSinkWish* wish, const TareLiveApplied* applied);

#endif
