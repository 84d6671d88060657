#include "pipewire/live/sink_rules.h"

#include "pipewire/live/sink.h"
#include "pipewire/live/sink_files.h"
#include "pipewire/session/device_rules.h"

static TareSinkResult read_rules(const TareSink* sink, TareDeviceRules* rules)
{
    const TareStatus status = tare_device_rules_read(rules, sink->paths.devices, sink->reporter);
    return status == TARE_OK          ? TARE_SINK_DONE
           : status == TARE_NO_MEMORY ? TARE_SINK_NO_MEMORY
                                      : TARE_SINK_BAD_RULES;
}

/** Writes the rules, in a folder that may not be there yet. */
static TareSinkResult write_rules(const TareSink* sink, const TareDeviceRules* rules)
{
    const TareSinkResult result = tare_sink_make_folder(sink, sink->paths.settings);
    if (result != TARE_SINK_DONE)
        return result;
    const TareStatus status = tare_device_rules_write(rules, sink->paths.devices, sink->reporter);
    return status == TARE_OK          ? TARE_SINK_DONE
           : status == TARE_NO_MEMORY ? TARE_SINK_NO_MEMORY
                                      : TARE_SINK_FAILED;
}

TareSinkResult tare_sink_rules_set(TareSink* sink, const TareDeviceRule* rule)
{
    TareDeviceRules rules = {0};
    TareSinkResult result = tare_sink_files_write_start(sink, true);
    if (result == TARE_SINK_DONE)
        result = read_rules(sink, &rules);
    if (result == TARE_SINK_DONE && !tare_device_rules_set(&rules, rule))
        result = TARE_SINK_NO_MEMORY;
    if (result == TARE_SINK_DONE)
        result = write_rules(sink, &rules);
    tare_device_rules_clear(&rules);
    if (result != TARE_SINK_DONE)
        return result;
    tare_start_file_clear(&sink->start); /* it has just been written anew */
    return tare_start_file_read(&sink->start, sink->paths.start) ? result : TARE_SINK_NO_MEMORY;
}

static bool forget(TareDeviceRules* rules, const char* pattern)
{
    if (pattern)
        return tare_device_rules_forget(rules, pattern);
    tare_device_rules_clear(rules);
    return true;
}

TareSinkResult tare_sink_rules_forget(TareSink* sink, const char* pattern)
{
    TareDeviceRules rules = {0};
    TareSinkResult result = read_rules(sink, &rules);
    if (result == TARE_SINK_DONE)
        result = forget(&rules, pattern) ? write_rules(sink, &rules) : TARE_SINK_NO_RULE;
    tare_device_rules_clear(&rules);
    return result;
}

bool tare_sink_rules_are_there(const TareSink* sink)
{
    TareDeviceRules rules;
    const TareStatus status = tare_device_rules_read(&rules, sink->paths.devices, NULL);
    const bool are_there = status != TARE_OK || rules.n > 0;
    tare_device_rules_clear(&rules);
    return are_there;
}
