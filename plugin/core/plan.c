#include "plan.h"

#include "survey.h"

#include <math.h>
#include <stdlib.h>

/* Pieces of the survey that go into one of ours. */
enum { sections_per_step = 5, tops_per_step = 2 };

/* The survey finds the peak this closely; nothing may be louder than 0 dB. */
static const double survey_tolerance_db = 0.002;

/* Cuts alone leave 0 dB somewhere, give or take the last bits. */
static const double negligible_db = 1e-9;

struct TarePlanner {
    double sample_rate_hz;
    uint32_t n_channels;
    TareControls controls;
    TarePlan plan;
    TareSurvey* survey;
    uint32_t n_steps_done;
};

TarePlanner* tare_planner_new(double sample_rate_hz, uint32_t n_channels)
{
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
    planner->controls = *controls;
    if (!controls->is_preamp_manual)
        planner->controls.set.preamp_db = 0.0;
    planner->n_steps_done = 0;
}

static void design(TarePlanner* planner)
{
    tare_cascade_design(&planner->plan.cascade, &planner->controls, planner->sample_rate_hz,
                        planner->n_channels);
    tare_survey_begin(planner->survey, &planner->plan.cascade, planner->n_channels);
}

static bool survey(TarePlanner* planner, uint32_t n_pieces)
{
    while (n_pieces-- > 0)
        if (!tare_survey_step(planner->survey))
            return false;
    return true;
}

/** Takes away what would go beyond full scale. */
static void set_level(TarePlanner* planner)
{
    const double peak_db = tare_survey_peak_db(planner->survey);
    planner->plan.pink_power = tare_survey_pink_power(planner->survey);
    if (planner->controls.is_preamp_manual || peak_db <= negligible_db)
        return;
    const double gain = pow(10.0, -(peak_db + survey_tolerance_db) / 20.0);
    planner->plan.cascade.gain *= gain;
    planner->plan.pink_power *= gain * gain;
}

bool tare_planner_step(TarePlanner* planner)
{
    const uint32_t step = planner->n_steps_done++;
    if (step == 0) {
        design(planner);
        return true;
    }
    const bool has_sections = step <= TARE_N_SECTIONS / sections_per_step;
    if (survey(planner, has_sections ? sections_per_step : tops_per_step))
        return true;
    set_level(planner);
    return false;
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
