#include "tare/response.h"

#include "controls.h"
#include "plan.h"
#include "survey.h"

#include <math.h>
#include <stdlib.h>

struct TareResponse {
    uint32_t n_channels;
    double peak_db;
    TarePlan plan;
};

/** False when memory is short, and for a stream that cannot be. */
static bool measure(TareResponse* response, const TareControls* controls, double sample_rate_hz)
{
    const TareControls last = tare_controls_default();
    TareControls clamped = *controls;
    tare_controls_clamp(&clamped, &last);
    if (!tare_plan_make(&response->plan, &clamped, sample_rate_hz, response->n_channels))
        return false;
    response->peak_db = tare_survey_cascade_peak_db(&response->plan.cascade, response->n_channels);
    return !isnan(response->peak_db);
}

TareResponse* tare_response_new(const TareControls* controls, double sample_rate_hz,
                                uint32_t n_channels)
{
    TareResponse* response = malloc(sizeof *response);
    if (!response)
        return NULL;
    response->n_channels = n_channels;
    if (!measure(response, controls, sample_rate_hz)) {
        free(response);
        return NULL;
    }
    return response;
}

void tare_response_free(TareResponse* response)
{
    free(response);
}

TARE_REALTIME double tare_response_gain_db(const TareResponse* response, uint32_t channel,
                                           double freq_hz)
{
    if (channel >= response->n_channels ||
        !(freq_hz > 0.0 && freq_hz < 0.5 * response->plan.cascade.sample_rate_hz))
        return (double)NAN;
    return tare_cascade_gain_db(&response->plan.cascade, channel, freq_hz);
}

TARE_REALTIME double tare_response_preamp_db(const TareResponse* response)
{
    return 20.0 * log10(response->plan.cascade.gain);
}

TARE_REALTIME double tare_response_peak_db(const TareResponse* response)
{
    return response->peak_db;
}

TARE_REALTIME double tare_response_loudness_db(const TareResponse* response)
{
    return 10.0 * log10(response->plan.pink_power);
}
