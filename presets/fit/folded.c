#include "fit/folded.h"

#include "controls.h"
#include "corrections/safe_preamp.h"
#include "fit/approach.h"
#include "plan.h"
#include "sections.h"
#include "tare/band_traits.h"
#include "tare/limits.h"
#include "tone.h"

#include <math.h>
#include <stdlib.h>

#define STEP 1e-3

/* Filters at this rate are up to 20 kHz what analogue ones are. */
#define AS_ANALOGUE_HZ 384000.0

/* A sharper one would hide between the points of the grid. */
#define MAX_HELPER_Q 6.0

/** Whether the bands alone do not tell what is heard. */
static bool has_taste(const TareControls* controls)
{
    return controls->strength < 1.0 || controls->bass_db != 0.0 || controls->treble_db != 0.0 ||
           controls->tilt_db_per_octave != 0.0;
}

static void add(TareBandSet* set, TareBand band)
{
    if (tare_band_is_active(&band) && set->n_bands < TARE_MAX_BANDS)
        set->bands[set->n_bands++] = band;
}

/** Whether a band has a share in what peaks and shelves shall do: those without a gain as far as
    strength leaves only a part of them, which none of them does by itself. */
static bool is_foldable(const TareBand* band, double strength)
{
    return tare_band_type_has_gain(band->type) ||
           (strength < 1.0 && band->type != TARE_BAND_ALL_PASS);
}

/** What is to be done in a channel: its peaks and shelves, and with those of both sides the tone.
 */
static TareControls part_of(const TareControls* controls, TareChannel channel)
{
    TareControls part = *controls;
    part.enabled = part.is_preamp_manual = true;
    part.is_comparing = false;
    part.set.preamp_db = 0.0;
    if (channel != TARE_CHANNEL_BOTH)
        part.bass_db = part.treble_db = part.tilt_db_per_octave = 0.0;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i) {
        TareBand* const band = &part.set.bands[i];
        if (band->channel != channel || !is_foldable(band, controls->strength))
            *band = tare_band_default();
        band->channel = TARE_CHANNEL_BOTH;
    }
    return part;
}

/** How far filters may move: a peak that helps is not sharper than it takes, and none is sharper
    than it was or than that. */
static void set_limits(TareFitProblem* problem, const TareFitApproach* approach)
{
    double max_ln_q = log(MAX_HELPER_Q);
    for (unsigned i = 0; i < approach->n_filters; ++i)
        max_ln_q = fmax(max_ln_q, approach->filters[i].ln_q);
    problem->peak = problem->low_shelf = problem->high_shelf =
        (TareFitLimits){.min_freq_hz = TARE_FREQ_MIN_HZ,
                        .max_freq_hz = fmin(TARE_FREQ_MAX_HZ, 0.49 * approach->grid.rate_hz),
                        .min_q = TARE_Q_MIN,
                        .max_q = fmin(exp(max_ln_q), TARE_Q_MAX),
                        .max_gain_db = TARE_GAIN_MAX_DB,
                        .min_gain_db = -TARE_GAIN_MAX_DB};
}

/** Begins with peaks and shelves that have their share of the gain, and with those of the tone. */
static void begin(TareFitApproach* approach, const TareControls* part)
{
    TareBandSet set = {.n_bands = 0};
    TareBand tone[TARE_N_TONE_BANDS];
    tare_tone_bands(part, tone);
    for (int i = 0; i < TARE_N_TONE_BANDS; ++i)
        add(&set, tone[i]);
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i) {
        TareBand band = part->set.bands[i];
        band.gain_db *= part->strength;
        if (tare_band_type_has_gain(band.type))
            add(&set, band);
    }
    for (uint32_t i = 0; i < set.n_bands && approach->n_filters < approach->max_filters; ++i)
        approach->filters[approach->n_filters++] = tare_fit_filters_of_band(&set.bands[i]);
    set_limits(&approach->problem, approach);
}

static double to_step(double value)
{
    return STEP * round(value / STEP);
}

/** Takes what came of it, for a channel. */
static void take(TareBandSet* set, const TareFitApproach* approach, TareChannel channel)
{
    for (unsigned i = 0; i < approach->n_filters; ++i) {
        TareBand band = tare_fit_filters_band(&approach->filters[i]);
        band.freq_hz = to_step(band.freq_hz);
        band.gain_db = to_step(band.gain_db);
        band.q = to_step(band.q);
        band.channel = channel;
        add(set, band);
    }
}

/** Adds bands for what is to be done in a channel. The tilt's own level is for the preamp. */
static bool fold_part(TareFolded* folded, TareFitApproach* approach, const TareControls* controls,
                      TareChannel channel)
{
    const TareControls part = part_of(controls, channel);
    const double rate_hz =
        part.set.reference_rate_hz > 0.0 ? part.set.reference_rate_hz : AS_ANALOGUE_HZ;
    TarePlan plan;
    unsigned at = 0;
    if (!tare_plan_make(&plan, &part, rate_hz, 1))
        return false;
    const double level_db = 20.0 * log10(plan.cascade.gain);
    tare_fit_approach_begin(approach, rate_hz);
    approach->max_filters = TARE_MAX_BANDS - folded->set.n_bands;
    for (unsigned i = 0; i < approach->grid.n; ++i)
        approach->problem.wished_db[i] =
            tare_cascade_gain_db(&plan.cascade, 0, approach->grid.freq_hz[i]) - level_db;
    begin(approach, &part);
    if (!tare_fit_approach(approach))
        return false;
    const double error_db = fabs(tare_fit_approach_error(approach, &at));
    take(&folded->set, approach, channel);
    folded->set.preamp_db += level_db;
    if (error_db > folded->error_db) {
        folded->error_db = error_db;
        folded->error_freq_hz = approach->grid.freq_hz[at];
    }
    return true;
}

/** Bands that cannot be folded come first, as they need their places; the parts of the sides before
    the rest, which may want help. */
static bool fold(TareFolded* folded, TareFitApproach* approach, const TareControls* controls)
{
    static const TareChannel channels[] = {TARE_CHANNEL_LEFT, TARE_CHANNEL_RIGHT,
                                           TARE_CHANNEL_BOTH};
    bool is_good = true;
    folded->is_moved = true;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        if (!is_foldable(&controls->set.bands[i], controls->strength))
            add(&folded->set, controls->set.bands[i]);
    for (size_t i = 0; is_good && i < sizeof channels / sizeof *channels; ++i)
        is_good = fold_part(folded, approach, controls, channels[i]);
    if (is_good && !controls->is_preamp_manual)
        is_good = tare_safe_preamp_set(&folded->set);
    folded->set.preamp_db =
        fmin(fmax(to_step(folded->set.preamp_db), TARE_PREAMP_MIN_DB), TARE_PREAMP_MAX_DB);
    return is_good;
}

bool tare_folded_make(TareFolded* folded, const TareControls* controls)
{
    *folded = (TareFolded){.set = {.preamp_db = controls->set.preamp_db,
                                   .reference_rate_hz = controls->set.reference_rate_hz}};
    if (!has_taste(controls)) {
        for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
            add(&folded->set, controls->set.bands[i]);
        return true;
    }
    TareFitApproach* const approach = malloc(sizeof *approach);
    const bool is_good = approach && fold(folded, approach, controls);
    free(approach);
    return is_good;
}
