#include "cli/sink/sink_status.h"

#include "pipewire/chain/choice.h"
#include "pipewire/live/device_sounds.h"

#include <math.h>

const char* tare_sink_status_plays(const TareSinkStatus* status)
{
    const TareLiveState* const live = &status->live;
    if (!live->has_sink)
        return "nothing";
    if (status->playing.device_sound)
        return status->playing.device_sound->name;
    if (live->plays_choice)
        return status->choice->is_off ? "flat" : status->choice->name;
    return live->plays_flat ? "flat" : "something else";
}

const char* tare_sink_status_kind(const TareSinkStatus* status)
{
    return tare_chain_kind_name(status->live.has_sink ? status->live.kind : status->choice->kind);
}

double tare_sink_status_round(double level_db)
{
    return round(100.0 * level_db) / 100.0;
}
