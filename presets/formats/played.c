#include "formats/played.h"

#include "base/number.h"
#include "base/report.h"
#include "corrections/correction.h"
#include "fit/eq_limits.h"
#include "formats/output.h"
#include "plan.h"
#include "settings.h"
#include "tare/band_traits.h"

#include <math.h>

/* What is less is not told; what is more is another sound. */
#define TOLD_DB 0.05
#define OTHER_DB 1.0

/* Where no rate is said. */
#define USUAL_RATE_HZ 48000.0

static double rate_of(const TareEqLimits* own, const TareFormatOutput* output)
{
    if (output->device && output->device->rate_hz > 0.0)
        return output->device->rate_hz;
    if (output->rate_hz > 0.0)
        return output->rate_hz;
    return own->rate_hz > 0.0 ? own->rate_hz : USUAL_RATE_HZ;
}

static const char* text_of(char* text, double value)
{
    return tare_number_format(text, TARE_NUMBER_SIZE, round(value * 100.0) / 100.0);
}

void tare_played_tell(const char* what, double rate_hz, TarePlayedError error,
                      const TareReporter* reporter)
{
    char rms[TARE_NUMBER_SIZE], most[TARE_NUMBER_SIZE], rate[TARE_NUMBER_SIZE];
    tare_report(reporter, error.most_db > OTHER_DB ? TARE_WARNING : TARE_NOTE, NULL, 0, 0,
                "%s for filters at %s Hz: rms %s dB off, at most %s dB at %.0f Hz; expected 0 dB",
                what, tare_number_format(rate, sizeof rate, rate_hz), text_of(rms, error.rms_db),
                text_of(most, error.most_db), error.freq_hz);
}

/** Tells how near the bands come. */
static void tell(const TareRefit* played, const TareReporter* reporter)
{
    const TarePlayedError error = {played->rms_db, played->error_db, played->error_freq_hz};
    if (played->is_moved || played->error_db > TOLD_DB)
        tare_played_tell(played->is_moved ? "bands are moved" : "bands are rounded",
                         played->rate_hz, error, reporter);
}

void tare_played_tell_preamp(double preamp_db, double wanted_db, const TareReporter* reporter)
{
    char wanted[TARE_NUMBER_SIZE], set[TARE_NUMBER_SIZE];
    if (wanted_db < preamp_db - TOLD_DB)
        tare_report(reporter, TARE_WARNING, NULL, 0, 0,
                    "the preamp is %s dB, as it cannot be lower there; expected %s dB: turn the "
                    "rest down elsewhere, or it clips",
                    text_of(set, preamp_db), text_of(wanted, wanted_db));
}

static void refuse_sides(const TareReporter* reporter)
{
    tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                "left and right differ; expected the same bands for both, or a format that 'tare "
                "formats' says holds sides");
}

bool tare_played(TareRefit* played, const TareEqLimits* own, const TareFormatOutput* output,
                 const TareReporter* reporter)
{
    const TareControls controls = tare_settings_from_set(&output->correction->set);
    TareEqLimits limits = tare_eq_limits_both(&tare_eq_limits_own, own);
    if (output->device)
        limits = tare_eq_limits_both(&limits, output->device);
    if (!tare_refit(played, &controls, rate_of(own, output), &limits)) {
        tare_report(reporter, TARE_ERROR, NULL, 0, 0, "not enough memory");
        return false;
    }
    if (played->has_sides && !limits.has_sides) {
        refuse_sides(reporter);
        return false;
    }
    tell(played, reporter);
    tare_played_tell_preamp(played->preamp_db, output->correction->set.preamp_db, reporter);
    return true;
}

static bool has_sides(const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (set->bands[i].channel != TARE_CHANNEL_BOTH && tare_band_is_active(&set->bands[i]))
            return true;
    return false;
}

bool tare_played_cascade(TareCascade* cascade, const TareFormatOutput* output, double rate_hz,
                         const TareReporter* reporter)
{
    const TareBandSet* const set = &output->correction->set;
    const TareControls controls = tare_settings_from_set(set);
    TarePlan plan;
    if (has_sides(set)) {
        refuse_sides(reporter);
        return false;
    }
    if (!tare_plan_make(&plan, &controls, rate_hz, TARE_MAX_CHANNELS)) {
        tare_report(reporter, TARE_ERROR, NULL, 0, 0, "not enough memory");
        return false;
    }
    *cascade = plan.cascade;
    return true;
}

TareChannel tare_played_channel(const TareRefit* played, uint32_t list)
{
    if (!played->has_sides)
        return TARE_CHANNEL_BOTH;
    return list == 0 ? TARE_CHANNEL_LEFT : TARE_CHANNEL_RIGHT;
}

uint32_t tare_played_n_lists(const TareRefit* played)
{
    return played->has_sides ? TARE_MAX_CHANNELS : 1;
}
