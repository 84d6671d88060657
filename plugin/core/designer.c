#include "designer.h"

#include "controls.h"
#include "pace.h"
#include "tare/band_traits.h"
#include "tone.h"

#include <math.h>
#include <string.h>

typedef enum { STAGE_BANDS, STAGE_ADD, STAGE_FIT, STAGE_DONE } Stage;

_Static_assert((int)TARE_N_CORRECTIONS == (int)TARE_N_CHANNEL_CHOICES, "one for each group");

/* What a piece of work costs, in units of about 0.8 us, and how much makes a whole step. */
enum {
    cost_of_band = 7,
    cost_of_ending = 7, /* the bands: the grid of the sums */
    cost_of_adding = 1,
    cost_of_fit = 2,
    cost_of_solving = 4,
    cost_of_solving_share = 5,
    cost_of_step = 16,
    cost_of_step_share = 22,
    rest_of_part = 3 /* what is left of a part of a step where no piece fits any more */
};

static double db_to_lin(double db)
{
    return pow(10.0, db / 20.0);
}

static bool is_active(const TareDesigner* d, int k)
{
    return tare_band_is_active(&d->bands[k]) && d->strengths[k] > 0.0;
}

/** Which sum a band belongs to: that of both channels, of the left, of the right; -1: none. */
static int group_of(const TareDesigner* d, int k)
{
    if (!is_active(d, k) || !tare_band_type_has_gain(d->bands[k].type))
        return -1;
    return d->n_channels == 1 ? TARE_CHANNEL_BOTH : (int)d->bands[k].channel;
}

static void set_channels(TareDesigner* d, int k, bool active)
{
    for (uint32_t c = 0; c < TARE_MAX_CHANNELS; ++c)
        d->cascade.sections[k].in_channel[c] =
            active && (d->n_channels == 1 || tare_band_is_in_channel(&d->bands[k], c));
}

static int cost_of_one_step(double strength, double sample_rate_hz)
{
    const int whole = strength < 1.0 ? cost_of_step_share : cost_of_step;
    const int n_parts = (int)tare_pace(sample_rate_hz).n_parts;
    return n_parts > 1 ? whole / n_parts + rest_of_part : whole;
}

void tare_designer_start(TareDesigner* d, const TareControls* controls, double sample_rate_hz,
                         uint32_t n_channels)
{
    d->cascade.sample_rate_hz = sample_rate_hz;
    d->preamp_db = controls->set.preamp_db;
    d->n_channels = n_channels;
    d->cost_of_step = cost_of_one_step(controls->strength, sample_rate_hz);
    memcpy(d->bands, controls->set.bands, sizeof controls->set.bands);
    tare_tone_bands(controls, d->bands + TARE_FIRST_TONE_SECTION);
    for (int g = 0; g < TARE_N_CORRECTIONS; ++g) {
        d->bands[TARE_FIRST_CORRECTION + g] = tare_band_default();
        d->bands[TARE_FIRST_CORRECTION + g].channel = (TareChannel)g;
    }
    for (int k = 0; k < TARE_N_SECTIONS; ++k) {
        const bool is_tone = k >= TARE_FIRST_TONE_SECTION;
        d->strengths[k] = is_tone ? 1.0 : controls->strength;
        d->reference_rates_hz[k] = is_tone ? 0.0 : controls->set.reference_rate_hz;
        d->cascade.sections[k].biquad = tare_biquad_identity();
        set_channels(d, k, is_active(d, k));
    }
    d->stage = STAGE_BANDS;
    d->band = 0;
}

static void design_band(TareDesigner* d, int k)
{
    if (!is_active(d, k))
        return;
    tare_match_design(&d->matches[k], &d->bands[k], d->strengths[k], d->reference_rates_hz[k],
                      d->cascade.sample_rate_hz);
    d->cascade.sections[k].biquad = d->matches[k].biquad;
}

/** Level of the tilt bands at the pivot, as a factor that takes it away. */
static double tilt_levelling_gain(const TareCascade* cascade)
{
    double power = 1.0;
    for (int k = TARE_FIRST_CORRECTION - TARE_N_TILT_BANDS; k < TARE_FIRST_CORRECTION; ++k)
        if (cascade->sections[k].in_channel[0])
            power *= tare_biquad_power(&cascade->sections[k].biquad, TARE_TILT_PIVOT_HZ,
                                       cascade->sample_rate_hz);
    return 1.0 / sqrt(power);
}

static int n_sums(const TareDesigner* d)
{
    bool is_there[TARE_N_CORRECTIONS] = {false};
    for (int k = 0; k < TARE_MAX_BANDS; ++k)
        if (group_of(d, k) >= 0)
            is_there[group_of(d, k)] = true;
    int n = 0;
    for (int g = 0; g < TARE_N_CORRECTIONS; ++g)
        n += is_there[g];
    return n > 0 ? n : 1;
}

static void begin_group(TareDesigner* d, int group)
{
    d->group = group;
    d->band = 0;
    d->stage = group < TARE_N_CORRECTIONS ? STAGE_ADD : STAGE_DONE;
    tare_joint_start(&d->joint, n_sums(d));
}

static void step_bands(TareDesigner* d)
{
    const int k = d->band++;
    design_band(d, k);
    if (d->band < TARE_FIRST_CORRECTION)
        return;

    d->cascade.gain = db_to_lin(d->preamp_db) * tilt_levelling_gain(&d->cascade);
    const double reference_rate_hz = d->reference_rates_hz[0];
    if (reference_rate_hz == d->cascade.sample_rate_hz && d->strengths[0] == 1.0) {
        d->stage = STAGE_DONE;
    } else {
        tare_joint_init(&d->joint, d->strengths[0], reference_rate_hz, d->cascade.sample_rate_hz);
        begin_group(d, 0);
    }
}

static void step_add(TareDesigner* d)
{
    const int k = d->band++;
    const bool is_in_group = group_of(d, k) == d->group;
    d->member_of_band[k] =
        is_in_group ? tare_joint_add(&d->joint, &d->matches[k].meaning, &d->matches[k].shape) : -1;
    if (d->band == TARE_MAX_BANDS) {
        if (tare_joint_begin(&d->joint))
            d->stage = STAGE_FIT;
        else
            begin_group(d, d->group + 1);
    }
}

static void set_section(TareDesigner* d, int k, const TareJointMember* member)
{
    const TareShape inverse = tare_shape_inverse(&member->best);
    d->cascade.sections[k].biquad =
        tare_shape_biquad(member->is_inverted ? &inverse : &member->best);
}

static void finish_group(TareDesigner* d)
{
    const TareJoint* joint = &d->joint;
    for (int k = 0; k < TARE_MAX_BANDS; ++k) {
        const int i = d->member_of_band[k];
        if (i >= 0)
            set_section(d, k, &joint->members[i]);
    }
    if (joint->has_correction) {
        set_section(d, TARE_FIRST_CORRECTION + d->group, &joint->members[joint->n_members - 1]);
        set_channels(d, TARE_FIRST_CORRECTION + d->group, true);
    }
}

static void step_fit(TareDesigner* d)
{
    if (tare_joint_step(&d->joint))
        return;
    finish_group(d);
    begin_group(d, d->group + 1);
}

static int cost_of_next(const TareDesigner* d)
{
    const int k = d->band;
    if (d->stage == STAGE_BANDS)
        return (is_active(d, k) ? cost_of_band : 0) +
               (k + 1 == TARE_FIRST_CORRECTION ? cost_of_ending : 0);
    if (d->stage == STAGE_ADD)
        return group_of(d, k) == d->group ? cost_of_adding : 0;
    if (tare_joint_is_solving(&d->joint))
        return d->strengths[0] < 1.0 ? cost_of_solving_share : cost_of_solving;
    return cost_of_fit;
}

static void do_next(TareDesigner* d)
{
    if (d->stage == STAGE_BANDS)
        step_bands(d);
    else if (d->stage == STAGE_ADD)
        step_add(d);
    else
        step_fit(d);
}

bool tare_designer_step(TareDesigner* d)
{
    for (int cost = 0; d->stage != STAGE_DONE;) {
        const int next = cost_of_next(d);
        if (cost > 0 && cost + next > d->cost_of_step)
            break;
        do_next(d);
        cost += next;
    }
    return d->stage != STAGE_DONE;
}
