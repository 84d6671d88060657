/* Bands for the cookbook's filters at the stream's rate, held against what our own core does. The
   filters are written here once more, from the formulas, and rounded as PipeWire does. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "pipewire/chain/cookbook.h"
#include "plan.h"
#include "settings.h"
#include "tare/band_traits.h"

#include <complex.h>
#include <math.h>

static const double shelf_q = 0.70710678118654752440;
static const double rates_hz[] = {44100, 48000, 96000, 192000};
enum { N_RATES = sizeof rates_hz / sizeof *rates_hz, MAX_HELPERS = 6, N_LOOKS = 1500 };

/** b0, b1, b2, a0, a1, a2 as in R. Bristow-Johnson's "Audio EQ Cookbook". */
typedef struct {
    double b[3], a[3];
} Filter;

static Filter shelf(double A, double cos_w0, double alpha, double sign)
{
    const double c = sign * cos_w0, root = 2 * sqrt(A) * alpha;
    return (Filter){{A * ((A + 1) - (A - 1) * c + root), sign * 2 * A * ((A - 1) - (A + 1) * c),
                     A * ((A + 1) - (A - 1) * c - root)},
                    {(A + 1) + (A - 1) * c + root, sign * -2 * ((A - 1) + (A + 1) * c),
                     (A + 1) + (A - 1) * c - root}};
}

/** A peak or a shelf: PipeWire's chains have no other. */
static Filter filter_of(const TareBand* band, double rate_hz)
{
    const double w0 = 2 * M_PI * band->freq_hz / rate_hz;
    const double c = cos(w0), alpha = sin(w0) / (2 * band->q), A = pow(10, band->gain_db / 40);
    if (band->type == TARE_BAND_PEAK)
        return (Filter){{1 + alpha * A, -2 * c, 1 - alpha * A},
                        {1 + alpha / A, -2 * c, 1 - alpha / A}};
    return shelf(A, c, alpha, band->type == TARE_BAND_LOW_SHELF ? 1 : -1);
}

static double filter_db(const Filter* f, double freq_hz, double rate_hz)
{
    const double complex z = cexp(-I * 2 * M_PI * freq_hz / rate_hz);
    return 20 * log10(cabs((f->b[0] + (f->b[1] + f->b[2] * z) * z) /
                           (f->a[0] + (f->a[1] + f->a[2] * z) * z)));
}

/** What a filter does whose controls and coefficients are floats. */
static double band_db(const TareBand* band, double freq_hz, double rate_hz)
{
    TareBand single = *band;
    single.freq_hz = (double)(float)band->freq_hz;
    single.gain_db = (double)(float)band->gain_db;
    single.q = (double)(float)band->q;
    Filter f = filter_of(&single, rate_hz);
    const double a0 = f.a[0];
    for (int i = 0; i < 3; ++i) {
        f.b[i] = (double)(float)(f.b[i] / a0);
        f.a[i] = (double)(float)(f.a[i] / a0);
    }
    return filter_db(&f, freq_hz, rate_hz);
}

static double cookbook_db(const TareCookbook* cookbook, uint32_t channel, double freq_hz,
                          double rate_hz)
{
    double sum_db = cookbook->preamp_db;
    for (unsigned i = 0; i < cookbook->n_bands[channel]; ++i)
        sum_db += band_db(&cookbook->bands[channel][i], freq_hz, rate_hz);
    return sum_db;
}

/** Peaks and shelves as PipeWire has them, differing between channels. */
static TareControls plain_controls(double reference_hz)
{
    const TareBandSet set = {
        .reference_rate_hz = reference_hz,
        .n_bands = 7,
        .bands = {{TARE_BAND_PEAK, 31, 2.7, 1.1, TARE_CHANNEL_BOTH},
                  {TARE_BAND_LOW_SHELF, 105, 5.5, 0.7071, TARE_CHANNEL_BOTH},
                  {TARE_BAND_PEAK, 700, 0, 3, TARE_CHANNEL_BOTH},
                  {TARE_BAND_PEAK, 3100.5, -5.2, 2.2, TARE_CHANNEL_LEFT},
                  {TARE_BAND_PEAK, 2900, 3.3, 1.5, TARE_CHANNEL_RIGHT},
                  {TARE_BAND_PEAK, 6100, -4.1, 4, TARE_CHANNEL_BOTH},
                  {TARE_BAND_HIGH_SHELF, 9000, -3, 0.7071, TARE_CHANNEL_BOTH}}};
    return tare_settings_from_set(&set);
}

/** What PipeWire does not have: shelves of another Q, and a type that is neither. */
static TareControls odd_controls(double reference_hz)
{
    const TareBandSet set = {.reference_rate_hz = reference_hz,
                             .n_bands = 5,
                             .bands = {{TARE_BAND_LOW_SHELF, 105, 5.5, 0.4, TARE_CHANNEL_BOTH},
                                       {TARE_BAND_LOW_PASS, 19000, 0, 0.7, TARE_CHANNEL_BOTH},
                                       {TARE_BAND_PEAK, 3100.5, -5.2, 2.2, TARE_CHANNEL_BOTH},
                                       {TARE_BAND_HIGH_SHELF, 9000, -3, 1.5, TARE_CHANNEL_BOTH},
                                       {TARE_BAND_ALL_PASS, 400, 0, 1, TARE_CHANNEL_BOTH}}};
    return tare_settings_from_set(&set);
}

static TareControls one_band(TareBandType type, double freq_hz, double gain_db, double q)
{
    TareControls controls = tare_controls_default();
    controls.set.bands[0] = (TareBand){type, freq_hz, gain_db, q, TARE_CHANNEL_BOTH};
    return controls;
}

/** A cookbook and what it is held against. */
typedef struct {
    TareCookbook made;
    TarePlan plan;
    double rate_hz;
} Pair;

static double error_at(const Pair* pair, double freq_hz)
{
    double error_db = 0;
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel)
        error_db =
            fmax(error_db, fabs(cookbook_db(&pair->made, channel, freq_hz, pair->rate_hz) -
                                tare_cascade_gain_db(&pair->plan.cascade, channel, freq_hz)));
    return error_db;
}

/** The largest from 20 Hz to 20 kHz, both included; where bands are, narrow ones too. */
static double largest_error(const Pair* pair)
{
    double largest_db = 0;
    for (int k = 0; k <= N_LOOKS; ++k)
        largest_db = fmax(largest_db, error_at(pair, 20 * pow(1000, (double)k / N_LOOKS)));
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel)
        for (unsigned i = 0; i < pair->made.n_bands[channel]; ++i) {
            const double freq_hz = pair->made.bands[channel][i].freq_hz;
            if (freq_hz >= 20 && freq_hz <= 20000)
                largest_db = fmax(largest_db, error_at(pair, freq_hz));
        }
    return largest_db;
}

/** The channel's own peaks and shelves in their order, then a few peaks to help. */
static void check_bands(const TareCookbook* made, const TareControls* controls, uint32_t channel)
{
    unsigned n = 0;
    for (unsigned i = 0; i < TARE_MAX_BANDS; ++i) {
        const TareBand* const given = &controls->set.bands[i];
        if (!tare_band_type_has_gain(given->type) || given->gain_db * controls->strength == 0 ||
            !tare_band_is_in_channel(given, channel))
            continue;
        REQUIRE(n < made->n_bands[channel]);
        CHECK(made->bands[channel][n++].type == given->type);
    }
    CHECK(made->n_bands[channel] <= n + MAX_HELPERS && made->n_bands[channel] <= TARE_MAX_BANDS);
    for (unsigned i = 0; i < made->n_bands[channel]; ++i) {
        const TareBand* const band = &made->bands[channel][i];
        CHECK(band->channel == TARE_CHANNEL_BOTH && (i < n || band->type == TARE_BAND_PEAK));
        CHECK(band->freq_hz > 0 && isfinite(band->freq_hz) && isfinite(band->gain_db));
        CHECK(band->q > 0 && isfinite(band->q));
        CHECK(band->type == TARE_BAND_PEAK || fabs(band->q - shelf_q) < 1e-15);
    }
}

/** Makes a cookbook, which must do what the core does, but for the error that it states. */
static TareCookbook checked(const TareControls* controls, double rate_hz)
{
    Pair pair = {.rate_hz = rate_hz};
    CHECK(tare_cookbook_make(&pair.made, controls, rate_hz));
    CHECK(tare_plan_make(&pair.plan, controls, rate_hz, TARE_MAX_CHANNELS));
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel)
        check_bands(&pair.made, controls, channel);
    const double stated_db = pair.made.error_db, error_db = largest_error(&pair);
    CHECK(tare_cookbook_is_usable(&pair.made) == (stated_db <= 1));
    if (stated_db > 1) { /* how much more is all the same */
        CHECK(error_db > 0.9);
        return pair.made;
    }
    /* it looked at other points of the octave than we */
    CHECK_NEAR(error_db, stated_db, 0.1 * stated_db + 5e-3);
    if (stated_db > 1e-6) {
        CHECK(pair.made.error_freq_hz >= 20 && pair.made.error_freq_hz <= 20000);
        CHECK_NEAR(error_at(&pair, pair.made.error_freq_hz), stated_db, 0.1 * stated_db + 2e-3);
    }
    return pair.made;
}

static void test_does_what_the_core_does(void)
{
    for (uint32_t reference = 0; reference < TARE_N_REFERENCE_RATES; ++reference)
        for (int i = 0; i < N_RATES; ++i) {
            TareControls controls = plain_controls(tare_band_reference_rate_hz(reference));
            CHECK_NEAR(checked(&controls, rates_hz[i]).error_db, 0, 0.05);
            controls.is_preamp_manual = true;
            controls.set.preamp_db = -3.21;
            CHECK_NEAR(checked(&controls, rates_hz[i]).preamp_db, -3.21, 1e-9);
        }
}

/** How far a band in single precision is from one as it is written. */
static double single_error(const TareBand* band, const TareBand* written, double rate_hz)
{
    const Filter exact = filter_of(written, rate_hz);
    double error_db = 0;
    for (double f = 20; f <= 20000; f *= 1.01)
        error_db = fmax(error_db, fabs(band_db(band, f, rate_hz) - filter_db(&exact, f, rate_hz)));
    return error_db;
}

/** Only frequencies may move, by what nobody hears, where single precision makes it better. Returns
    whether this one did. */
static bool check_stays(const TareBand* band, const TareBand* given, double rate_hz)
{
    TareBand written = *given;
    written.q = given->type == TARE_BAND_PEAK ? given->q : band->q;
    CHECK(band->type == given->type && band->gain_db == given->gain_db && band->q == written.q);
    CHECK_NEAR(band->freq_hz, given->freq_hz, 1.0001e-3 * given->freq_hz);
    if (band->freq_hz == given->freq_hz)
        return false;
    CHECK(single_error(band, &written, rate_hz) < single_error(&written, &written, rate_hz));
    return true;
}

static void test_bands_of_the_streams_rate_stay_as_they_are(void)
{
    static const unsigned wanted[TARE_MAX_CHANNELS][5] = {{0, 1, 3, 5, 6}, {0, 1, 4, 5, 6}};
    for (int k = 0; k < 2; ++k) {
        const TareControls controls = plain_controls(rates_hz[k]);
        const TareCookbook cookbook = checked(&controls, rates_hz[k]);
        CHECK_NEAR(cookbook.error_db, 0, 0.01);
        for (unsigned channel = 0; channel < TARE_MAX_CHANNELS; ++channel) {
            unsigned n_moved = 0;
            REQUIRE(cookbook.n_bands[channel] == 5); /* without the peak of 0 dB, and no helper */
            for (unsigned i = 0; i < 5; ++i) {
                const TareBand* const given = &controls.set.bands[wanted[channel][i]];
                const bool is_moved = check_stays(&cookbook.bands[channel][i], given, rates_hz[k]);
                CHECK(!is_moved || given->freq_hz < 1000);
                n_moved += is_moved;
            }
            CHECK(n_moved >= 1); /* the lowest one */
        }
    }
}

static void test_what_pipewire_does_not_have_is_approximated(void)
{
    for (uint32_t reference = 0; reference < TARE_N_REFERENCE_RATES; ++reference)
        for (int i = 0; i < N_RATES; ++i) {
            const TareControls controls = odd_controls(tare_band_reference_rate_hz(reference));
            const TareCookbook cookbook = checked(&controls, rates_hz[i]);
            CHECK_NEAR(cookbook.error_db, 0, rates_hz[i] < 50000 ? 0.45 : 0.15);
            CHECK(cookbook.n_bands[0] > 3); /* all need help, and no more than 20 dB */
        }
}

/** No more filters than there are slots, even where they could not do it. */
static void test_helpers_do_not_crowd_out_bands(void)
{
    for (unsigned n = TARE_MAX_BANDS - 3; n <= TARE_MAX_BANDS; ++n) {
        TareControls controls = odd_controls(44100);
        controls.set.bands[4].type = TARE_BAND_PEAK;
        for (unsigned i = 4; i < n; ++i)
            controls.set.bands[i] = (TareBand){TARE_BAND_PEAK, 100 * i, 1, 3, TARE_CHANNEL_BOTH};
        CHECK(checked(&controls, 48000).n_bands[0] >= n - 1);
    }
}

static void test_strength_is_a_share_of_the_gain(void)
{
    TareControls controls = plain_controls(48000);
    const TareCookbook whole = checked(&controls, 48000);
    controls.strength = 0.5;
    const TareCookbook half = checked(&controls, 48000);
    CHECK_NEAR(half.error_db, 0, 0.03);
    for (double f = 20; f < 20000; f *= 1.1)
        CHECK_NEAR(cookbook_db(&half, 0, f, 48000) - half.preamp_db,
                   (cookbook_db(&whole, 0, f, 48000) - whole.preamp_db) / 2, 0.03);
}

/** The core mixes what has no gain with the unfiltered sound; at no strength at all there is
    nothing left to be heard. */
static void test_strength_of_what_has_no_gain(void)
{
    for (int i = 0; i < N_RATES; ++i) {
        TareControls controls = odd_controls(44100);
        controls.strength = 0.5;
        CHECK_NEAR(checked(&controls, rates_hz[i]).error_db, 0, 0.05);
        controls.strength = 0;
        const TareCookbook none = checked(&controls, rates_hz[i]);
        CHECK(none.n_bands[0] == 0 && none.n_bands[1] == 0 && none.preamp_db == 0);
        CHECK_NEAR(none.error_db, 0, 1e-6);
    }
}

/** Peaks cannot be endlessly deep; what changes phases only is heard by nobody. */
static void test_only_what_can_be_done_is_usable(void)
{
    for (int i = 0; i < 2; ++i) {
        const TareControls notch = one_band(TARE_BAND_NOTCH, 1000, 0, 2);
        CHECK(checked(&notch, rates_hz[i]).error_db > 1);
        const TareControls high_pass = one_band(TARE_BAND_HIGH_PASS, 12000, 0, 0.7);
        CHECK(checked(&high_pass, rates_hz[i]).error_db > 1); /* 110 dB at 20 Hz */
        for (double freq_hz = 1000; freq_hz < 20000; freq_hz *= 2) {
            const TareControls low_pass = one_band(TARE_BAND_LOW_PASS, freq_hz, 0, 0.7);
            const TareControls band_pass = one_band(TARE_BAND_BAND_PASS, freq_hz, 0, 2);
            checked(&low_pass, rates_hz[i]); /* one way or the other, it says so */
            checked(&band_pass, rates_hz[i]);
        }
        const TareControls all_pass = one_band(TARE_BAND_ALL_PASS, 400, 0, 1);
        CHECK(checked(&all_pass, rates_hz[i]).n_bands[0] == 0);
    }
    CHECK(tare_cookbook_is_usable(&(TareCookbook){.error_db = 1}));
    CHECK(!tare_cookbook_is_usable(&(TareCookbook){.error_db = nextafter(1, 2)}));
}

static void test_each_channel_has_its_own(void)
{
    const TareBandSet set = {.reference_rate_hz = 44100,
                             .n_bands = 2,
                             .bands = {{TARE_BAND_PEAK, 1000, -6, 1, TARE_CHANNEL_LEFT},
                                       {TARE_BAND_PEAK, 8000, -9, 1, TARE_CHANNEL_RIGHT}}};
    const TareControls controls = tare_settings_from_set(&set);
    for (int i = 0; i < N_RATES; ++i) {
        const TareCookbook cookbook = checked(&controls, rates_hz[i]);
        const double preamp_db = cookbook.preamp_db;
        CHECK_NEAR(cookbook_db(&cookbook, 0, 1000, rates_hz[i]) - preamp_db, -6, 0.03);
        CHECK_NEAR(cookbook_db(&cookbook, 1, 8000, rates_hz[i]) - preamp_db, -9, 0.03);
        CHECK(cookbook_db(&cookbook, 1, 1000, rates_hz[i]) - preamp_db > -0.5);
    }
}

static void test_channels_without_sides_are_alike(void)
{
    const TareControls controls = odd_controls(44100);
    const TareCookbook made = checked(&controls, 96000);
    REQUIRE(made.n_bands[0] == made.n_bands[1] && made.n_bands[0] > 0);
    for (unsigned i = 0; i < made.n_bands[0]; ++i) {
        const TareBand left = made.bands[0][i], right = made.bands[1][i];
        CHECK(left.type == right.type && left.freq_hz == right.freq_hz &&
              left.gain_db == right.gain_db && left.q == right.q);
    }
}

/** The lower a band in a stream of a higher rate, the more there is to it. */
static void test_rounding_is_told(void)
{
    double last_db = 0;
    const TareControls low = one_band(TARE_BAND_PEAK, 40, 3, 1);
    const TareControls high = one_band(TARE_BAND_PEAK, 4000, 3, 1);
    for (int i = 0; i < N_RATES; ++i) {
        const double rounding_db = checked(&low, rates_hz[i]).rounding_db;
        CHECK(rounding_db > last_db);
        CHECK(checked(&high, rates_hz[i]).rounding_db < rounding_db / 100);
        last_db = rounding_db;
    }
}

static void test_not_enabled_is_flat(void)
{
    TareControls controls = plain_controls(44100);
    controls.enabled = false;
    controls.is_preamp_manual = true;
    controls.set.preamp_db = -9;
    TareCookbook cookbook = {.preamp_db = 1, .error_db = 1, .rounding_db = 1};
    CHECK(tare_cookbook_make(&cookbook, &controls, 48000));
    CHECK(cookbook.n_bands[0] == 0 && cookbook.n_bands[1] == 0 && cookbook.preamp_db == 0);
    CHECK(cookbook.error_db == 0 && cookbook.rounding_db == 0);
}

static void test_failed_allocations(void)
{
    const TareControls controls = plain_controls(44100);
    for (unsigned n = 1;; ++n) {
        TareCookbook cookbook;
        failing_malloc_start(n);
        const bool ok = tare_cookbook_make(&cookbook, &controls, 96000);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(ok == (n_asked < n));
        CHECK(!ok || n > 4); /* its own work, the plan's, and that of the fits */
        if (ok)
            break;
    }
}

int main(void)
{
    RUN(test_does_what_the_core_does);
    RUN(test_bands_of_the_streams_rate_stay_as_they_are);
    RUN(test_what_pipewire_does_not_have_is_approximated);
    RUN(test_helpers_do_not_crowd_out_bands);
    RUN(test_strength_is_a_share_of_the_gain);
    RUN(test_strength_of_what_has_no_gain);
    RUN(test_only_what_can_be_done_is_usable);
    RUN(test_each_channel_has_its_own);
    RUN(test_channels_without_sides_are_alike);
    RUN(test_rounding_is_told);
    RUN(test_not_enabled_is_flat);
    RUN(test_failed_allocations);
    return check_done();
}
