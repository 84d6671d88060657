#include "corrections/equal_loudness.h"

#include "controls.h"
#include "plan.h"
#include "tare/limits.h"

#include <math.h>
#include <stdbool.h>

/** How loud pink noise comes out of controls, in LU above what goes in. */
static TareStatus measure(const TareControls* controls, double sample_rate_hz, double* level_lu)
{
    TarePlan plan;
    if (!(sample_rate_hz >= TARE_SAMPLE_RATE_MIN_HZ && sample_rate_hz <= TARE_SAMPLE_RATE_MAX_HZ))
        return TARE_BAD_INPUT;
    if (!tare_plan_make(&plan, controls, sample_rate_hz, TARE_MAX_CHANNELS))
        return TARE_NO_MEMORY;
    *level_lu = 10.0 * log10(plan.pink_power);
    return TARE_OK;
}

/** How loud it would come out with a preamp of 0 dB. */
static TareStatus measure_without_preamp(const TareControls* controls, double sample_rate_hz,
                                         double* level_lu)
{
    TareControls without = *controls;
    without.is_preamp_manual = true;
    without.set.preamp_db = 0.0;
    return measure(&without, sample_rate_hz, level_lu);
}

static bool is_preamp(double preamp_db)
{
    return preamp_db >= TARE_PREAMP_MIN_DB && preamp_db <= TARE_PREAMP_MAX_DB;
}

TareStatus tare_equal_loudness_set(TareControls* sounds, size_t n, double sample_rate_hz,
                                   double* lowered_db)
{
    double without_lu[TARE_EQUAL_LOUDNESS_MAX_SOUNDS];
    double quietest_lu = HUGE_VAL;
    TareStatus status = TARE_OK;
    for (size_t i = 0; status == TARE_OK && i < n; ++i) {
        status = measure_without_preamp(&sounds[i], sample_rate_hz, &without_lu[i]);
        if (status == TARE_OK)
            status = measure(&sounds[i], sample_rate_hz, &lowered_db[i]);
        quietest_lu = fmin(quietest_lu, lowered_db[i]);
    }
    for (size_t i = 0; status == TARE_OK && i < n; ++i) {
        lowered_db[i] -= quietest_lu;
        if (!is_preamp(quietest_lu - without_lu[i]))
            status = TARE_BAD_INPUT;
    }
    for (size_t i = 0; status == TARE_OK && i < n; ++i) {
        sounds[i].is_preamp_manual = true;
        sounds[i].set.preamp_db = quietest_lu - without_lu[i];
    }
    return status;
}
