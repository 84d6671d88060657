/* Strength and tone in bands: what our core does with these bands alone is what it does with all.
 */

#include "controls.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "fit/folded.h"
#include "helpers/check.h"
#include "plan.h"
#include "settings.h"

#include <math.h>
#include <stdlib.h>

enum { RATE_HZ = 48000, STEP = 37 }; /* every so many corrections of the catalogue are tried */

/* The core's own survey adds that much. */
#define SAFE_GAIN 1.002

/** How far two settings are apart where that is most, over both channels. The automatic preamp is
    another one by what its safety costs: then only shapes are compared. */
static double difference_db(const TareControls* a, const TareControls* b)
{
    TarePlan plans[2];
    double lowest_db = 1e9, highest_db = -1e9;
    if (!tare_plan_make(&plans[0], a, RATE_HZ, 2) || !tare_plan_make(&plans[1], b, RATE_HZ, 2))
        return 1e9;
    for (double freq_hz = 20.0; freq_hz < 20000.0; freq_hz *= 1.01)
        for (uint32_t channel = 0; channel < 2; ++channel) {
            const double error_db = tare_cascade_gain_db(&plans[0].cascade, channel, freq_hz) -
                                    tare_cascade_gain_db(&plans[1].cascade, channel, freq_hz);
            lowest_db = fmin(lowest_db, error_db);
            highest_db = fmax(highest_db, error_db);
        }
    return a->is_preamp_manual ? fmax(fabs(lowest_db), fabs(highest_db))
                               : 0.5 * (highest_db - lowest_db);
}

/** Folds settings, and says how far what is heard of that is off; checks that nothing clips. */
static double error_of(const TareControls* controls, TareFolded* folded)
{
    if (!tare_folded_make(folded, controls))
        return 1e9;
    TareControls alone = tare_settings_from_set(&folded->set);
    alone.is_preamp_manual = controls->is_preamp_manual;
    if (!controls->is_preamp_manual) {
        TareControls played = alone;
        TarePlan plan;
        played.is_preamp_manual = true;
        CHECK(tare_plan_make(&plan, &played, RATE_HZ, 2) && plan.highest_gain <= SAFE_GAIN);
    }
    return difference_db(controls, &alone);
}

static TareControls tasted(const TareBandSet* set, double strength, double bass_db,
                           double treble_db, double tilt_db)
{
    TareControls controls = tare_settings_from_set(set);
    controls.strength = strength;
    controls.bass_db = bass_db;
    controls.treble_db = treble_db;
    controls.tilt_db_per_octave = tilt_db;
    return controls;
}

static const TareBandSet two_bands = {
    .preamp_db = -4.0,
    .reference_rate_hz = 48000.0,
    .n_bands = 2,
    .bands = {{TARE_BAND_PEAK, 3000.0, 4.0, 2.0, 0}, {TARE_BAND_PEAK, 8000.0, -6.0, 3.0, 0}}};

static void test_without_taste_all_stays_as_it_is(void)
{
    TareFolded folded;
    TareControls controls = tasted(&two_bands, 1.0, 0.0, 0.0, 0.0);
    controls.enabled = false; /* what would be heard */
    REQUIRE(tare_folded_make(&folded, &controls));
    CHECK(!folded.is_moved && folded.set.n_bands == 2 && folded.set.preamp_db == -4.0);
    for (int i = 0; i < 2; ++i)
        CHECK(memcmp(&folded.set.bands[i], &two_bands.bands[i], sizeof(TareBand)) == 0);
}

static void test_tone_and_strength_are_heard_in_the_bands(void)
{
    static const double tastes[][4] = {{1.0, 3.0, 0.0, 0.0},  {1.0, 0.0, -4.0, 0.0},
                                       {1.0, 0.0, 0.0, -0.5}, {0.5, 0.0, 0.0, 0.0},
                                       {0.0, 6.0, 6.0, 1.0},  {0.7, 4.0, -3.0, 0.8}};
    for (size_t i = 0; i < sizeof tastes / sizeof *tastes; ++i) {
        TareFolded folded;
        const double* const t = tastes[i];
        TareControls controls = tasted(&two_bands, t[0], t[1], t[2], t[3]);
        CHECK_NEAR(error_of(&controls, &folded), 0.0, 0.05);
        CHECK(folded.is_moved);
        controls.is_preamp_manual = true;
        controls.set.preamp_db = -12.0;
        CHECK_NEAR(error_of(&controls, &folded), 0.0, 0.05);
    }
}

static void test_sides_and_notches_stay_what_they_are(void)
{
    TareFolded folded;
    TareBandSet set = two_bands;
    set.n_bands = 4;
    set.bands[0].channel = TARE_CHANNEL_LEFT;
    set.bands[1].channel = TARE_CHANNEL_RIGHT;
    set.bands[2] = (TareBand){TARE_BAND_NOTCH, 6000.0, 0.0, 4.0, TARE_CHANNEL_LEFT};
    set.bands[3] = (TareBand){TARE_BAND_LOW_SHELF, 200.0, 5.0, 0.7, TARE_CHANNEL_BOTH};
    TareControls controls = tasted(&set, 0.6, 3.0, -2.0, -0.4);
    CHECK_NEAR(error_of(&controls, &folded), 0.0, 0.1); /* a part of a notch is a peak */
    controls.strength = 1.0;
    CHECK_NEAR(error_of(&controls, &folded), 0.0, 0.05);
    CHECK(folded.set.bands[0].type == TARE_BAND_NOTCH &&
          folded.set.bands[0].channel == TARE_CHANNEL_LEFT);
}

static void test_the_catalogue_at_any_taste(void)
{
    double worst_db = 0.0;
    TareCatalogue* const catalogue = tare_catalogue_new();
    char folder[512];
    snprintf(folder, sizeof folder, "%s/presets/catalogue", getenv("TARE_SOURCE_DIR"));
    REQUIRE(catalogue &&
            tare_catalogue_add_folder(catalogue, folder, TARE_READ_ENTRIES, NULL) == TARE_OK);
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); i += STEP) {
        TareFolded folded;
        const TareEntry* const entry = tare_catalogue_get(catalogue, i);
        const TareControls controls =
            tasted(&tare_catalogue_correction(catalogue, entry, NULL)->set, 0.8, 4.0, -2.0, -0.5);
        const double error_db = error_of(&controls, &folded);
        CHECK(error_db <= folded.error_db + 0.1);
        if (error_db > worst_db)
            printf("     %s: %.3f dB, told %.3f\n", entry->id, error_db, folded.error_db);
        worst_db = fmax(worst_db, error_db);
    }
    CHECK_NEAR(worst_db, 0.0, 0.2);
    tare_catalogue_free(catalogue);
}

int main(void)
{
    RUN(test_without_taste_all_stays_as_it_is);
    RUN(test_tone_and_strength_are_heard_in_the_bands);
    RUN(test_sides_and_notches_stay_what_they_are);
    RUN(test_the_catalogue_at_any_taste);
    return check_done();
}
