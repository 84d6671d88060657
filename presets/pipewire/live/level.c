#include "pipewire/live/level.h"

#include "tare/limits.h"
#include "tare/response.h"

static bool is_on(const TareControls* controls, TareControl control)
{
    return tare_controls_get(controls, control) != 0.0;
}

bool tare_level_find(TareLevel* level, const TareControls* controls, double rate_hz)
{
    *level = (TareLevel){0};
    if (!(rate_hz >= TARE_SAMPLE_RATE_MIN_HZ && rate_hz <= TARE_SAMPLE_RATE_MAX_HZ))
        return false;
    if (!is_on(controls, TARE_CONTROL_ENABLED))
        return true;
    TareResponse* const response = tare_response_new(controls, rate_hz, TARE_MAX_CHANNELS);
    if (!response)
        return false;
    level->loudness_db = tare_response_loudness_db(response);
    level->preamp_db = tare_response_preamp_db(response);
    level->peak_db = tare_response_peak_db(response);
    tare_response_free(response);
    if (is_on(controls, TARE_CONTROL_COMPARE))
        level->preamp_db = level->peak_db = level->loudness_db;
    return true;
}
