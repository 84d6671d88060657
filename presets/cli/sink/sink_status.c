#include "cli/sink/sink_status.h"

#include "pipewire/chain/choice.h"
#include "pipewire/live/device_sounds.h"

#include <math.h>

static const char* what_plays(const TareSinkStatus* status)
{
    const TareLiveState* const live = &status->live;
    if (status->playing.device_sound)
        return status->playing.device_sound->name;
    if (live->plays_choice && status->choice->id[0] != '\0')
        return status->choice->name;
    return live->plays_choice || live->plays_flat ? "flat" : "something else";
}

static const char unwatched[] =
    "nobody watches for the output, which would lose its correction when "
    "it is unplugged; 'tare device watch' does";

const char* tare_sink_status_problem(const TareSinkStatus* status)
{
    if (status->presence != TARE_LIVE_THERE)
        return NULL; /* nothing plays at all */
    if (status->live.is_untold)
        return status->has_watcher ? NULL : unwatched;
    if (!status->live.has_sink && status->choice->is_inside)
        return status->has_watcher ? "the output that is corrected is not there; its correction "
                                     "comes back with it, or 'tare use MODEL --device NAME' "
                                     "chooses another"
                                   : unwatched;
    if (!status->live.has_sink)
        return status->has_watcher
                   ? "the sink has ended, and nothing is corrected until it is back, in five "
                     "seconds or more; else 'tare use MODEL' tells why it is not"
                   : "the sink has ended, and nothing is corrected; 'tare use MODEL' starts it "
                     "anew";
    if (status->live.is_smart && !status->live.is_let)
        return "nothing plays into a smart sink without WirePlumber 0.5 or later; 'tare use MODEL "
               "--sink own' makes another";
    if (status->has_watcher)
        return NULL;
    if (status->has_rules)
        return "nobody follows the outputs, which have corrections of their own; 'tare device "
               "watch' does";
    if (status->wants_watcher)
        return "nobody watches the sink, which would stay away if it ended; 'tare device watch' "
               "does";
    return NULL;
}

bool tare_sink_status_knows(const TareSinkStatus* status)
{
    return status->playing.is_known && !status->playing.is_other;
}

const char* tare_sink_status_plays(const TareSinkStatus* status)
{
    if (!status->live.has_sink)
        return "nothing";
    if (!tare_sink_status_knows(status))
        return "something else";
    return status->choice->is_off ? "flat" : what_plays(status);
}

bool tare_sink_status_is_read_back(const TareSinkStatus* status)
{
    return status->live.has_sink && tare_chain_kind_is_live(status->live.kind);
}

bool tare_sink_status_is_bypassed(const TareSinkStatus* status)
{
    return status->live.has_sink && !status->live.is_smart && !status->live.is_inside &&
           status->live.has_default_output;
}

const char* tare_sink_status_kind(const TareSinkStatus* status)
{
    return tare_chain_kind_name(status->live.has_sink ? status->live.kind : status->choice->kind);
}

double tare_sink_status_round(double level_db)
{
    return round(100.0 * level_db) / 100.0;
}
