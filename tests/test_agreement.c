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

static TareAgreement agreement(const TareBand* band)
{
    return tare_agreement(band, level_db(band));
}

static void test_bands_are_held_against_what_was_measured_there(void)
{
    const TareBand cut = {TARE_BAND_PEAK, 3000, -3, 1, TARE_CHANNEL_BOTH};
    const TareBand boost = {TARE_BAND_PEAK, 3100, 3, 1, TARE_CHANNEL_BOTH};
    const TareBand elsewhere = {TARE_BAND_PEAK, 900, -3, 1, TARE_CHANNEL_BOTH};
    CHECK(agreement(&cut) == TARE_AGREES);
    CHECK(agreement(&boost) == TARE_DISAGREES);
    CHECK(agreement(&elsewhere) == TARE_UNDECIDED);
    const double peak_db = level_db(&cut);
    CHECK(peak_db < -4 && peak_db > -6);
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
    const TareBand bottom = {TARE_BAND_HIGH_PASS, 8, 0, 0.7, TARE_CHANNEL_BOTH};
    CHECK(isfinite(level_db(&top)));
    CHECK(agreement(&bottom) == TARE_DISAGREES);
    CHECK_STR(tare_agreement_name(TARE_UNDECIDED), "undecided");
}

int main(void)
{
    RUN(test_bands_are_held_against_what_was_measured_there);
    RUN(test_a_level_is_no_colour);
    RUN(test_shelves_are_looked_at_where_they_work);
    RUN(test_edges_and_types_without_gain);
    return check_done();
}
