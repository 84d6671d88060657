#include "formats/played.h"

#include "base/number.h"
#include "base/report.h"
#include "corrections/correction.h"
#include "fit/eq_limits.h"
#include "formats/output.h"
#include "settings.h"

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

/** Tells how near the bands come. */
static void tell(const TareRefit* played, const TareReporter* reporter)
{
    char rms[TARE_NUMBER_SIZE], most[TARE_NUMBER_SIZE], rate[TARE_NUMBER_SIZE];
    if (!played->is_moved && played->error_db <= TOLD_DB)
        return;
    tare_report(reporter, played->error_db > OTHER_DB ? TARE_WARNING : TARE_NOTE, NULL, 0, 0,
                "%s for filters at %s Hz: rms %s dB off, at most %s dB at %.0f Hz; expected 0 dB",
                played->is_moved ? "bands are moved" : "bands are rounded",
                tare_number_format(rate, sizeof rate, played->rate_hz),
                text_of(rms, played->rms_db), text_of(most, played->error_db),
                played->error_freq_hz);
}

/** Tells what of the preamp cannot be set: too loud a sound clips. */
static void tell_preamp(const TareRefit* played, double preamp_db, const TareReporter* reporter)
{
    char wanted[TARE_NUMBER_SIZE], set[TARE_NUMBER_SIZE];
    if (preamp_db < played->preamp_db - TOLD_DB)
        tare_report(reporter, TARE_WARNING, NULL, 0, 0,
                    "the preamp is %s dB, as it cannot be lower there; expected %s dB: turn the "
                    "rest down elsewhere, or it clips",
                    text_of(set, played->preamp_db), text_of(wanted, preamp_db));
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
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "left and right differ; expected the same bands for both, or a format that "
                    "'tare formats' says holds sides");
        return false;
    }
    tell(played, reporter);
    tell_preamp(played, output->correction->set.preamp_db, reporter);
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
