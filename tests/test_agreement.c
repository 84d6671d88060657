#include "band_set.h"
#include "corrections/agreement.h"
#include "helpers/check.h"

#include <math.h>

static const TareBandSet colours = {
    .preamp_db = -9,
    .reference_rate_hz = 48000,
    .n_bands = 2,
    .bands = {{TARE_BAND_PEAK, 3000, -6, 4, TARE_CHANNEL_BOTH},
              {TARE_BAND_LOW_SHELF, 120, 5, 0.7, TARE_CHANNEL_LEFT}}};

static double level_db(const TareBand* band)
{
    TareMeasured* measured = tare_measured_new(&colours);
    const double db = measured ? tare_measured_level_db(measured, band) : (double)NAN;
    tare_measured_free(measured);
    return db;
}

static double words_db(const TareBand* band)
{
    return tare_words_level_db(band, colours.reference_rate_hz);
}

static TareAgreement agreement(const TareBand* band)
{
    return tare_agreement(words_db(band), level_db(band));
}

static void test_bands_are_held_against_what_was_measured_there(void)
{
    const TareBand cut = {TARE_BAND_PEAK, 3000, -3, 1, TARE_CHANNEL_BOTH};
    const TareBand boost = {TARE_BAND_PEAK, 3100, 3, 1, TARE_CHANNEL_BOTH};
    const TareBand elsewhere = {TARE_BAND_PEAK, 900, -3, 1, TARE_CHANNEL_BOTH};
    CHECK(agreement(&cut) == TARE_AGREES);
    CHECK(agreement(&boost) == TARE_DISAGREES);
    CHECK(agreement(&elsewhere) == TARE_UNDECIDED);
    CHECK_NEAR(level_db(&cut), -4.62, 0.02); /* as below */
}

/* The wanted levels are means of the cookbook's printed responses over 20001 points, not by our
   code. */
static void test_words_are_a_mean_too(void)
{
    static const struct {
        TareBand band;
        double rate_hz, wanted_db;
    } cases[] = {
        {{TARE_BAND_PEAK, 3000, -3, 1, TARE_CHANNEL_BOTH}, 48000, -2.208},
        {{TARE_BAND_PEAK, 5500, -6, 8, TARE_CHANNEL_RIGHT}, 0, -3.242},
        {{TARE_BAND_PEAK, 1000, 4, 1.41, TARE_CHANNEL_LEFT}, 0, 3.067},
        {{TARE_BAND_LOW_SHELF, 120, 3, 0.7, TARE_CHANNEL_BOTH}, 48000, 2.184},
        {{TARE_BAND_HIGH_SHELF, 4000, -4, 0.7, TARE_CHANNEL_BOTH}, 0, -2.352},
        {{TARE_BAND_LOW_SHELF, 8000, -6, 0.7, TARE_CHANNEL_BOTH}, 0, 0.877},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i)
        CHECK_NEAR(tare_words_level_db(&cases[i].band, cases[i].rate_hz), cases[i].wanted_db, 0.02);
}

/** A band held against itself as a measured correction: whatever one of both loses by the means,
    the other loses too. */
static void test_a_band_agrees_with_itself(void)
{
    unsigned n_decided = 0;
    for (unsigned type = 0; type < TARE_N_BAND_TYPES; ++type)
        for (double freq_hz = 25; freq_hz < 20000; freq_hz *= 1.7)
            for (double gain_db = -9; gain_db <= 9; gain_db += 6) {
                const TareBand band = {(TareBandType)type, freq_hz, gain_db, 1.41,
                                       TARE_CHANNEL_BOTH};
                const TareBandSet set = {.n_bands = 1, .bands = {band}};
                TareMeasured* const measured = tare_measured_new(&set);
                REQUIRE(measured != NULL);
                const double measured_db = tare_measured_level_db(measured, &band);
                const double of_words_db = tare_words_level_db(&band, 0);
                tare_measured_free(measured);
                CHECK(of_words_db == measured_db);
                const TareAgreement verdict = tare_agreement(of_words_db, measured_db);
                CHECK(verdict != TARE_DISAGREES);
                n_decided += verdict == TARE_AGREES;
            }
    CHECK(n_decided > 150);
}

static void test_half_a_decibel_decides_on_both_sides(void)
{
    CHECK(tare_agreement(-0.5, -0.5) == TARE_AGREES);
    CHECK(tare_agreement(0.5, -0.5) == TARE_DISAGREES);
    CHECK(tare_agreement(-0.49, -3) == TARE_UNDECIDED);
    CHECK(tare_agreement(3, -0.49) == TARE_UNDECIDED);
    CHECK(tare_agreement(0, 0) == TARE_UNDECIDED);
}

static void test_a_level_is_no_colour(void)
{
    TareBandSet louder = colours;
    louder.preamp_db = 0;
    const TareBand band = {TARE_BAND_PEAK, 3000, -3, 1, TARE_CHANNEL_BOTH};
    TareMeasured* measured = tare_measured_new(&louder);
    REQUIRE(measured != NULL);
    CHECK(fabs(tare_measured_level_db(measured, &band) - level_db(&band)) < 1e-9);
    tare_measured_free(measured);
}

static void test_shelves_are_looked_at_where_they_work(void)
{
    const TareBand low = {TARE_BAND_LOW_SHELF, 120, 3, 0.7, TARE_CHANNEL_BOTH};
    const TareBand peak = {TARE_BAND_PEAK, 120, 3, 0.7, TARE_CHANNEL_BOTH};
    CHECK(agreement(&low) == TARE_AGREES && level_db(&low) > level_db(&peak) + 0.5);
    const TareBand right = {TARE_BAND_LOW_SHELF, 120, 3, 0.7, TARE_CHANNEL_RIGHT};
    CHECK(level_db(&right) < 1 && level_db(&right) < level_db(&low) - 3);
}

static void test_edges_and_types_without_gain(void)
{
    const TareBand top = {TARE_BAND_HIGH_SHELF, 22000, -3, 0.7, TARE_CHANNEL_BOTH};
    CHECK(isfinite(level_db(&top)));
    const TareBand low_cut = {TARE_BAND_HIGH_PASS, 60, 0, 0.7, TARE_CHANNEL_LEFT};
    CHECK(agreement(&low_cut) == TARE_DISAGREES && words_db(&low_cut) < -3);
    CHECK_STR(tare_agreement_name(TARE_UNDECIDED), "undecided");
}

/** The nearest peak or dip within half an octave, as the headphone has it. */
static void test_faults_near_a_place(void)
{
    static const TareBandSet set = {.n_bands = 3,
                                    .bands = {{TARE_BAND_PEAK, 300, 4, 4, TARE_CHANNEL_BOTH},
                                              {TARE_BAND_PEAK, 5000, -6, 6, TARE_CHANNEL_BOTH},
                                              {TARE_BAND_PEAK, 8000, 6, 6, TARE_CHANNEL_BOTH}}};
    static const struct {
        double place_hz, freq_hz, fault_db;
    } cases[] = {{5000, 5000, 6},   {5300, 5000, 6}, {4000, 5000, 6}, {7500, 8000, -6},
                 {10000, 8000, -6}, {320, 300, -4},  {1200, 0, 0},    {16000, 0, 0},
                 {40000, 0, 0},     {16, 0, 0}};
    TareMeasured* measured = tare_measured_new(&set);
    REQUIRE(measured != NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        double freq_hz = 0.0;
        CHECK_NEAR(tare_measured_fault_db(measured, cases[i].place_hz, &freq_hz), cases[i].fault_db,
                   0.5);
        CHECK_NEAR(freq_hz, cases[i].freq_hz, 0.03 * cases[i].freq_hz);
    }
    tare_measured_free(measured);
}

int main(void)
{
    RUN(test_bands_are_held_against_what_was_measured_there);
    RUN(test_words_are_a_mean_too);
    RUN(test_a_band_agrees_with_itself);
    RUN(test_half_a_decibel_decides_on_both_sides);
    RUN(test_a_level_is_no_colour);
    RUN(test_shelves_are_looked_at_where_they_work);
    RUN(test_edges_and_types_without_gain);
    RUN(test_faults_near_a_place);
    return check_done();
}
