#include "controls.h"
#include "design.h"
#include "designer.h"
#include "helpers/check.h"
#include "helpers/published.h"
#include "helpers/rates.h"
#include "helpers/stable.h"
#include "helpers/stopwatch.h"
#include "pace.h"
#include "tare/band_traits.h"

#include <stdbool.h>
#include <stdlib.h>

static const double stream_rates_hz[] = {44100, 48000, 88200, 96000, 176400, 192000};
enum { n_stream_rates = sizeof stream_rates_hz / sizeof *stream_rates_hz };

/** What is hard: wide bells high up, whose cookbook form is squeezed against Nyquist. */
static const double hard_bells[][12] = {
    {9000, 12, 0.18, 3800, -9.8, 0.22, 880, 7.9, 0.55, 430, -3.7, 0.18},
    {7000, 10, 0.18, 5900, -15, 1.1, 230, -7, 0.4, 770, 4.5, 0.64},
    {6600, 5, 0.18, 430, -6, 0.26, 910, 5.5, 2.7, 5300, -6.5, 6},
    {2550, 6.6, 0.2, 5500, -12.6, 2.5, 360, -3.4, 0.56, 7500, -2, 6},
    {9900, -3.7, 0.18, 4100, 6.5, 2.6, 1200, 6, 1.2, 7800, -2.6, 2.4},
    {8000, 8, 0.4, 3000, -4, 1.4, 12000, 3, 2, 200, -3, 0.7},
    {12000, 6, 0.5, 6000, -6, 0.7, 2500, 4, 2, 100, 2, 1},
    {15000, -9, 0.6, 9000, 5, 1, 4000, -3, 3, 1000, 1, 1},
    {10000, 10, 0.3, 10000, -8, 1, 5000, 2, 4, 300, -2, 0.5},
    {18000, 6, 1, 8000, -5, 2, 3500, 5, 2, 60, 3, 0.8},
};
enum { n_hard_bells = sizeof hard_bells / sizeof *hard_bells, n_hard_sets = 2 * n_hard_bells };

/** Each set of bells once alone, once between the shelves that most corrections have. */
static TareBandSet hard_set(int number)
{
    TareBandSet set = {0};
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        set.bands[i] = tare_band_default();
    const double* bells = hard_bells[number % n_hard_bells];
    for (int i = 0; i < 12; i += 3)
        set.bands[set.n_bands++] =
            (TareBand){TARE_BAND_PEAK, bells[i], bells[i + 1], bells[i + 2], TARE_CHANNEL_BOTH};
    if (number < n_hard_bells)
        return set;
    set.bands[set.n_bands++] = (TareBand){TARE_BAND_LOW_SHELF, 105, 5.5, 0.7, TARE_CHANNEL_BOTH};
    set.bands[set.n_bands++] = (TareBand){TARE_BAND_HIGH_SHELF, 10000, -3, 0.7, TARE_CHANNEL_BOTH};
    return set;
}

static void check_set(TareBandSet set, double reference_rate_hz, double limit_db)
{
    set.reference_rate_hz = reference_rate_hz;
    for (int k = 0; k < n_stream_rates; ++k) {
        const double rate_hz = stream_rates_hz[k];
        CHECK(rates_error_db(&set, rate_hz) <= (rate_hz == reference_rate_hz ? 0.001 : limit_db));
    }
}

static void test_hard_sets_keep_their_sound(void)
{
    for (int i = 0; i < n_hard_sets; ++i) {
        check_set(hard_set(i), 44100.0, 0.5);
        check_set(hard_set(i), 48000.0, 0.5);
        check_set(hard_set(i), 0.0, 0.5);
    }
}

enum { n_presets = 200 };

static void check_presets(TareBandSet* sets, size_t n, double reference_rate_hz, double rate_hz)
{
    double errors[n_presets];
    for (size_t i = 0; i < n_presets; ++i) {
        TareBandSet* set = &sets[i * n / n_presets];
        set->reference_rate_hz = reference_rate_hz;
        errors[i] = rates_error_db(set, rate_hz);
    }
    sort_numbers(errors, n_presets);
    if (rate_hz == reference_rate_hz) {
        CHECK(errors[n_presets - 1] <= 0.001);
        return;
    }
    CHECK(errors[n_presets / 2] <= 0.03);
    CHECK(errors[n_presets * 9 / 10] <= 0.1);
    CHECK(errors[n_presets * 99 / 100] <= 0.5);
}

static void test_published_presets_keep_their_sound(void)
{
    TareBandSet* sets;
    const size_t n = published_read(&sets);
    REQUIRE(n >= n_presets);
    for (int k = 0; k < n_stream_rates; ++k) {
        check_presets(sets, n, 44100.0, stream_rates_hz[k]);
        check_presets(sets, n, 48000.0, stream_rates_hz[k]);
    }
    free(sets);
}

static TareCascade designed_at(const TareBandSet* set, double strength, double rate_hz)
{
    TareControls controls = tare_controls_default();
    controls.strength = strength;
    controls.set = *set;
    TareCascade cascade;
    tare_design_cascade(&cascade, &controls, rate_hz, 2);
    return cascade;
}

static TareCascade designed(const TareBandSet* set, double rate_hz)
{
    return designed_at(set, 1.0, rate_hz);
}

/** The largest difference from that share of the level at the whole strength. */
static double strength_error_db(const TareBandSet* set, double strength, double rate_hz)
{
    const TareCascade whole = designed(set, rate_hz);
    const TareCascade part = designed_at(set, strength, rate_hz);
    const double wanted_preamp_db = (1.0 - strength) * set->preamp_db;
    double largest = 0.0;
    for (double f = 20.0; f <= 20000.0 && f < 0.45 * rate_hz; f *= pow(2.0, 1.0 / 12.0)) {
        const double wanted = strength * tare_cascade_gain_db(&whole, 0, f) + wanted_preamp_db;
        const double error = fabs(tare_cascade_gain_db(&part, 0, f) - wanted);
        if (!(error <= largest))
            largest = error;
    }
    return largest;
}

static const double strengths[] = {0.25, 0.5, 0.75};
static const double strength_rates_hz[] = {44100, 48000, 96000};

static void test_strength_scales_the_level_of_hard_sets(void)
{
    static const double reference_rates_hz[] = {0, 44100, 48000};
    for (int i = 0; i < n_hard_sets; ++i)
        for (int r = 0; r < 3; ++r)
            for (int k = 0; k < 3; ++k)
                for (int s = 0; s < 3; ++s) {
                    TareBandSet set = hard_set(i);
                    set.reference_rate_hz = reference_rates_hz[r];
                    const double rate_hz = strength_rates_hz[k];
                    CHECK(strength_error_db(&set, strengths[s], rate_hz) <=
                          (rate_hz == reference_rates_hz[r] ? 0.15 : 0.4));
                }
}

/** A sample large enough that which presets are drawn does not decide. */
enum { n_strength_presets = 1000 };

static void test_strength_scales_the_level_of_published_presets(void)
{
    TareBandSet* sets;
    const size_t n = published_read(&sets);
    REQUIRE(n >= n_strength_presets);
    for (int k = 0; k < 3; ++k)
        for (int s = 0; s < 3; ++s) {
            double errors[n_strength_presets];
            for (size_t i = 0; i < n_strength_presets; ++i)
                errors[i] = strength_error_db(&sets[i * n / n_strength_presets], strengths[s],
                                              strength_rates_hz[k]);
            sort_numbers(errors, n_strength_presets);
            CHECK(errors[n_strength_presets / 2] <= 0.02);
            CHECK(errors[n_strength_presets * 98 / 100 - 1] <= 0.1);
            CHECK(errors[n_strength_presets * 995 / 1000 - 1] <= 0.3);
            CHECK(errors[n_strength_presets - 1] <= 0.5);
        }
    free(sets);
}

/** A knob that is turned slowly makes no step, nor does its end. */
static void test_strength_does_not_jump(void)
{
    for (int i = 0; i < n_hard_sets; ++i)
        for (int r = 0; r < 2; ++r) {
            TareBandSet set = hard_set(i);
            set.reference_rate_hz = 44100.0;
            const double rate_hz = r == 0 ? 44100.0 : 96000.0;
            for (double strength = 0.0; strength < 0.995; strength += 0.01) {
                const TareCascade a = designed_at(&set, strength, rate_hz);
                const TareCascade b = designed_at(&set, fmin(strength + 0.01, 1.0), rate_hz);
                for (double f = 20.0; f < 19500.0; f *= 1.1)
                    CHECK_NEAR(tare_cascade_gain_db(&b, 0, f) - tare_cascade_gain_db(&a, 0, f),
                               0.01 * rates_wanted_db(&set, f), 0.25);
            }
        }
}

static void test_strength_keeps_an_inverse_the_inverse(void)
{
    for (int i = 0; i < n_hard_sets; ++i) {
        TareBandSet set = hard_set(i);
        set.reference_rate_hz = 44100.0;
        const TareCascade one = designed_at(&set, 0.5, 44100.0);
        for (uint32_t k = 0; k < set.n_bands; ++k)
            set.bands[k].gain_db = -set.bands[k].gain_db;
        const TareCascade other = designed_at(&set, 0.5, 44100.0);
        for (double f = 10.0; f < 22000.0; f *= 1.1)
            CHECK_NEAR(tare_cascade_gain_db(&one, 0, f), -tare_cascade_gain_db(&other, 0, f), 1e-6);
    }
}

/** What the controls of a set do besides what they shall do must not jump from one value to the
    next. */
static void check_no_jump(const TareBandSet* before, const TareBandSet* after, double rate_hz)
{
    const TareCascade a = designed(before, rate_hz);
    const TareCascade b = designed(after, rate_hz);
    for (double f = 30.0; f < 20000.0; f *= 1.07) {
        const double change = tare_cascade_gain_db(&b, 0, f) - tare_cascade_gain_db(&a, 0, f);
        const double wanted = rates_wanted_db(after, f) - rates_wanted_db(before, f);
        CHECK_NEAR(change, wanted, 0.25);
    }
}

static void test_small_changes_make_small_changes(void)
{
    for (int i = 0; i < n_hard_sets; ++i)
        for (int k = 1; k < n_stream_rates; k += 2) {
            TareBandSet set = hard_set(i);
            set.reference_rate_hz = i % 2 ? 44100.0 : 0.0;
            for (uint32_t band = 0; band < set.n_bands; ++band) {
                TareBandSet changed = set;
                changed.bands[band].gain_db += 0.1;
                check_no_jump(&set, &changed, stream_rates_hz[k]);
                changed = set;
                changed.bands[band].freq_hz *= 1.01;
                check_no_jump(&set, &changed, stream_rates_hz[k]);
                changed = set;
                changed.bands[band].q *= 1.01;
                check_no_jump(&set, &changed, stream_rates_hz[k]);
            }
        }
}

static void test_the_inverse_set_is_the_inverse(void)
{
    for (int i = 0; i < n_hard_sets; ++i) {
        TareBandSet set = hard_set(i);
        set.reference_rate_hz = 44100.0;
        const TareCascade one = designed(&set, 96000.0);
        for (uint32_t k = 0; k < set.n_bands; ++k)
            set.bands[k].gain_db = -set.bands[k].gain_db;
        const TareCascade other = designed(&set, 96000.0);
        for (double f = 10.0; f < 48000.0; f *= 1.1)
            CHECK_NEAR(tare_cascade_gain_db(&one, 0, f), -tare_cascade_gain_db(&other, 0, f), 1e-6);
    }
}

/** Above what is kept, no sum rises far over all it has below: the preamp would have to follow. */
static void test_nothing_rises_above_what_is_kept(void)
{
    for (int i = 0; i < n_hard_sets; ++i) {
        TareBandSet set = hard_set(i);
        set.reference_rate_hz = 44100.0;
        const TareCascade cascade = designed(&set, 192000.0);
        double highest = 0.0;
        for (double f = 10.0; f < 22049.0; f *= 1.02)
            highest = fmax(highest, rates_wanted_db(&set, f));
        for (double f = 20000.0; f < 96000.0; f *= 1.02)
            CHECK(tare_cascade_gain_db(&cascade, 0, f) <= highest + 1.5);
    }
}

static void test_channels_do_not_touch_each_other(void)
{
    TareBandSet set = hard_set(0);
    set.reference_rate_hz = 44100.0;
    for (uint32_t i = 0; i < set.n_bands; ++i)
        set.bands[i].channel = TARE_CHANNEL_LEFT;
    const TareCascade cascade = designed(&set, 96000.0);
    CHECK(cascade.sections[TARE_FIRST_CORRECTION + TARE_CHANNEL_LEFT].in_channel[0]);
    for (int k = 0; k < TARE_N_SECTIONS; ++k)
        CHECK(!cascade.sections[k].in_channel[1]);
    CHECK(rates_error_db(&set, 96000.0) <= 0.5);
}

static void test_flat_needs_no_section(void)
{
    TareBandSet set = hard_set(0);
    for (uint32_t i = 0; i < set.n_bands; ++i)
        set.bands[i].gain_db = 0.0;
    set.reference_rate_hz = 44100.0;
    const TareCascade cascade = designed(&set, 96000.0);
    for (int k = 0; k < TARE_N_SECTIONS; ++k)
        CHECK(!cascade.sections[k].in_channel[0] && !cascade.sections[k].in_channel[1]);
}

/** Twenty bands that need all the work there is, in one group or in more. */
static TareControls busy_controls(int n_groups)
{
    TareControls controls = tare_controls_default();
    controls.bass_db = 3.0;
    controls.treble_db = -3.0;
    controls.tilt_db_per_octave = 1.0;
    controls.set.reference_rate_hz = 44100.0;
    controls.set.n_bands = TARE_MAX_BANDS;
    for (int i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i] = (TareBand){.type = (TareBandType)(i % 3),
                                           .freq_hz = 4000.0 + 500.0 * i,
                                           .gain_db = i % 2 ? 12.0 : -9.0,
                                           .q = 0.3 + 0.03 * i,
                                           .channel = (TareChannel)(i % n_groups)};
    return controls;
}

static void test_steps_are_bounded_and_end_the_same(void)
{
    static TareDesigner designer;
    for (int k = 0; k < n_stream_rates; ++k)
        for (int i_case = 0; i_case < 4 * TARE_N_CHANNEL_CHOICES; ++i_case) {
            TareControls controls = busy_controls(1 + i_case / 4);
            controls.strength = 1.0 - 0.25 * (i_case % 4);
            TareCascade cascade;
            tare_design_cascade(&cascade, &controls, stream_rates_hz[k], 2);
            int n_steps = 1;
            tare_designer_start(&designer, &controls, stream_rates_hz[k], 2);
            while (tare_designer_step(&designer))
                ++n_steps;
            const int n_parts = (int)tare_pace(stream_rates_hz[k]).n_parts;
            CHECK(n_steps <= TARE_DESIGNER_MAX_STEPS * n_parts);
            for (int i = 0; i < TARE_N_SECTIONS; ++i) {
                const TareBiquad* a = &designer.cascade.sections[i].biquad;
                const TareBiquad* b = &cascade.sections[i].biquad;
                CHECK(a->b0 == b->b0 && a->p1 == b->p1 && a->p2 == b->p2 && a->q1 == b->q1 &&
                      a->q2 == b->q2);
                CHECK(i >= TARE_FIRST_CORRECTION || is_stable(a));
            }
        }
}

static double chance(uint32_t* state)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) / 16777216.0;
}

/** Whatever the limits allow: stable sections, finite levels. */
static void test_random_sets_are_sound(void)
{
    static const double reference_rates_hz[] = {0, 44100, 48000, 1, 8000, 768000};
    static const double rates_hz[] = {8000, 44100, 48000, 96000, 384000, 768000};
    uint32_t state = 7;
    for (int i = 0; i < 600; ++i) {
        TareBandSet set = {.reference_rate_hz = reference_rates_hz[i % 6], .n_bands = 20};
        for (int k = 0; k < TARE_MAX_BANDS; ++k)
            set.bands[k] =
                (TareBand){(TareBandType)(int)(chance(&state) * TARE_N_BAND_TYPES),
                           8.0 * pow(2750.0, chance(&state)), 60.0 * chance(&state) - 30.0,
                           0.1 * pow(200.0, chance(&state)),
                           (TareChannel)(int)(chance(&state) * TARE_N_CHANNEL_CHOICES)};
        const TareCascade cascade =
            designed_at(&set, i % 5 < 3 ? 1.0 : chance(&state), rates_hz[i / 6 % 6]);
        for (int k = 0; k < TARE_N_SECTIONS; ++k)
            CHECK((!cascade.sections[k].in_channel[0] && !cascade.sections[k].in_channel[1]) ||
                  is_stable(&cascade.sections[k].biquad));
        for (double f = 10.0; f < 4000.0; f *= 2.0)
            CHECK(isfinite(tare_cascade_gain_db(&cascade, 0, f)));
    }
}

int main(void)
{
    RUN(test_hard_sets_keep_their_sound);
    RUN(test_published_presets_keep_their_sound);
    RUN(test_strength_scales_the_level_of_hard_sets);
    RUN(test_strength_scales_the_level_of_published_presets);
    RUN(test_strength_does_not_jump);
    RUN(test_strength_keeps_an_inverse_the_inverse);
    RUN(test_small_changes_make_small_changes);
    RUN(test_the_inverse_set_is_the_inverse);
    RUN(test_nothing_rises_above_what_is_kept);
    RUN(test_channels_do_not_touch_each_other);
    RUN(test_flat_needs_no_section);
    RUN(test_random_sets_are_sound);
    RUN(test_steps_are_bounded_and_end_the_same);
    return check_done();
}
