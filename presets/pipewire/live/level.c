#include "pipewire/live/level.h"

#include "controls.h"
#include "tare/limits.h"
#include "tare/response.h"

TareStatus tare_level_find(TareLevel* level, const TareControls* controls, double rate_hz)
{
    *level = (TareLevel){0};
    if (!(rate_hz >= TARE_SAMPLE_RATE_MIN_HZ && rate_hz <= TARE_SAMPLE_RATE_MAX_HZ))
        return TARE_BAD_INPUT;
    if (!controls->enabled)
        return TARE_OK;
    TareResponse* const response = tare_response_new(controls, rate_hz, TARE_MAX_CHANNELS);
    if (!response)
        return TARE_NO_MEMORY;
    level->loudness_db = tare_response_loudness_db(response);
    level->preamp_db = tare_response_preamp_db(response);
    level->peak_db = tare_response_peak_db(response);
    tare_response_free(response);
    if (controls->is_comparing)
        level->preamp_db = level->peak_db = level->loudness_db;
    return TARE_OK;
}
