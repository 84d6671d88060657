/* Changing which output gets which correction. */

#ifndef TARE_PIPEWIRE_SINK_RULES_H
#define TARE_PIPEWIRE_SINK_RULES_H

#include "pipewire/live/sink_result.h"

#include <stdbool.h>

typedef struct TareDeviceRule TareDeviceRule;
typedef struct TareSink TareSink;

/** Sets a rule for outputs, in place of the one for the same name. The sink was opened with
    TARE_SINK_MAKE. PipeWire will start a watcher with each session, which follows them; see
    tare_watcher_start() for now. */
TareSinkResult tare_sink_rules_set(TareSink* sink, const TareDeviceRule* rule);

/** Removes the rule of this name, all of them for NULL. The sink was opened with TARE_SINK_CHANGE.
 */
TareSinkResult tare_sink_rules_forget(TareSink* sink, const char* pattern);

/** Whether outputs have rules, be it that these cannot be read. */
bool tare_sink_rules_are_there(const TareSink* sink);

#endif
