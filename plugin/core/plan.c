#include "plan.h"

#include "controls.h"
#include "designer.h"
#include "survey.h"
#include "tare/eq.h"
#include "tare/limits.h"

#include <math.h>
#include <stdlib.h>

_Static_assert(TARE_DESIGNER_MAX_STEPS + TARE_SURVEY_MAX_STEPS <= TARE_PLAN_MAX_STEPS, "");

/* The survey finds the peak this closely; nothing may be louder than 0 dB. */
static const double survey_tolerance_db = 0.002;

/* Cuts alone leave 0 dB somewhere, give or take the last bits. */
static const double negligible_db = 1e-9;

struct TarePlanner {
    double sample_rate_hz;
    uint32_t n_channels;
    bool is_preamp_manual;
    bool is_designed;
    TarePlan plan;
    TareDesigner designer;
    TareSurvey* survey;
};

TarePlanner* tare_planner_new(double sample_rate_hz, uint32_t n_channels)
{
    if (!(sample_rate_hz >= TARE_SAMPLE_RATE_MIN_HZ && sample_rate_hz <= TARE_SAMPLE_RATE_MAX_HZ) ||
        n_channels < 1 || n_channels > TARE_MAX_CHANNELS)
        return NULL;
    TarePlanner* planner = calloc(1, sizeof *planner);
    if (!planner)
        return NULL;
    planner->sample_rate_hz = sample_rate_hz;
    planner->n_channels = n_channels;
    planner->survey = tare_survey_new(sample_rate_hz);
    if (!planner->survey) {
        free(planner);
        return NULL;
    }
    return planner;
}

void tare_planner_free(TarePlanner* planner)
{
    if (!planner)
        return;
    tare_survey_free(planner->survey);
    free(planner);
}

void tare_planner_begin(TarePlanner* planner, const TareControls* controls)
{
    TareControls copy = *controls;
    if (!controls->is_preamp_manual)
        copy.set.preamp_db = 0.0;
    planner->is_preamp_manual = controls->is_preamp_manual;
    planner->is_designed = false;
    tare_designer_start(&planner->designer, &copy, planner->sample_rate_hz, planner->n_channels);
}

static void design(TarePlanner* planner)
{
    if (tare_designer_step(&planner->designer))
        return;
    planner->is_designed = true;
    planner->plan.cascade = planner->designer.cascade;
    tare_survey_begin(planner->survey, &planner->plan.cascade, planner->n_channels);
}

/** Takes away what would go beyond full scale. */
static void set_level(TarePlanner* planner)
{
    const double peak_db = tare_survey_peak_db(planner->survey);
    planner->plan.pink_power = tare_survey_pink_power(planner->survey);
    planner->plan.highest_gain = pow(10.0, (peak_db + survey_tolerance_db) / 20.0);
    if (!planner->is_preamp_manual)
        planner->plan.highest_gain = fmin(planner->plan.highest_gain, 1.0);
    if (planner->is_preamp_manual || peak_db <= negligible_db)
        return;
    const double gain = pow(10.0, -(peak_db + survey_tolerance_db) / 20.0);
    planner->plan.cascade.gain *= gain;
    planner->plan.pink_power *= gain * gain;
}

bool tare_planner_step(TarePlanner* planner)
{
    if (!planner->is_designed) {
        design(planner);
        return true;
    }
    if (tare_survey_step(planner->survey))
        return true;
    set_level(planner);
    return false;
}

const TareCascade* tare_planner_cascade(const TarePlanner* planner)
{
    return planner->is_designed ? &planner->plan.cascade : NULL;
}

const TarePlan* tare_planner_result(const TarePlanner* planner)
{
    return &planner->plan;
}

bool tare_plan_make(TarePlan* plan, const TareControls* controls, double sample_rate_hz,
                    uint32_t n_channels)
{
    TarePlanner* planner = tare_planner_new(sample_rate_hz, n_channels);
    if (!planner)
        return false;
    tare_planner_begin(planner, controls);
    while (tare_planner_step(planner)) {
    }
    *plan = planner->plan;
    tare_planner_free(planner);
    return true;
}
