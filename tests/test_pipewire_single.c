/* What PipeWire's biquads do, against formulae written out here, and the small parts of chains. */

#include "helpers/check.h"
#include "helpers/noise.h"
#include "pipewire/chain/chain_kind.h"
#include "pipewire/chain/graph.h"
#include "pipewire/chain/single.h"
#include "tare/band.h"

#include <complex.h>
#include <stdlib.h>

static const double rates_hz[] = {44100, 48000, 96000, 192000, 384000};
enum { N_RATES = sizeof rates_hz / sizeof rates_hz[0] };

/** The cookbook's prototypes in s = j tan(w/2) / tan(w0/2): the bilinear transform turns them into
    its sections, so no coefficient of those is needed. */
static double prototype_db(const TareBand* band, double freq_hz, double rate_hz)
{
    const double a = pow(10.0, band->gain_db / 40.0);
    const double complex s =
        I * tan(M_PI * freq_hz / rate_hz) / tan(M_PI * band->freq_hz / rate_hz);
    const double complex root = sqrt(a) / band->q * s;
    double complex h;
    if (band->type == TARE_BAND_PEAK)
        h = (s * s + s * (a / band->q) + 1) / (s * s + s / (a * band->q) + 1);
    else if (band->type == TARE_BAND_LOW_SHELF)
        h = a * (s * s + root + a) / (a * s * s + root + 1);
    else
        h = a * (a * s * s + root + 1) / (s * s + root + a);
    return 20.0 * log10(cabs(h));
}

static TareBand some_band(uint32_t* state)
{
    return (TareBand){.type = (TareBandType)(noise_next(state) % 3),
                      .freq_hz = (double)(float)(1000 * pow(10, (double)noise_sample(state))),
                      .gain_db = (double)(12.0f * noise_sample(state)),
                      .q = (double)(float)(1.5 + 1.2 * (double)noise_sample(state))};
}

static void test_it_plays_the_sections_of_the_cookbook(void)
{
    uint32_t state = 11;
    for (unsigned i = 0; i < 600; ++i) {
        const TareBand band = some_band(&state);
        const double rate_hz = rates_hz[i % 2];
        const TareSingle single = tare_single(&band, rate_hz);
        for (double freq_hz = 200; freq_hz < 20000; freq_hz *= 1.7)
            CHECK_NEAR(tare_single_gain_db(&single, freq_hz, rate_hz),
                       prototype_db(&band, freq_hz, rate_hz), 0.02);
    }
}

static void test_low_bands_suffer_at_high_rates(void)
{
    const TareBand band = {TARE_BAND_LOW_SHELF, 25, 6, 0.7, TARE_CHANNEL_BOTH};
    double worst_db[N_RATES];
    for (unsigned i = 0; i < N_RATES; ++i) {
        const TareSingle single = tare_single(&band, rates_hz[i]);
        worst_db[i] = 0;
        for (double freq_hz = 10; freq_hz < 1000; freq_hz *= 1.1)
            worst_db[i] =
                fmax(worst_db[i], fabs(tare_single_gain_db(&single, freq_hz, rates_hz[i]) -
                                       prototype_db(&band, freq_hz, rates_hz[i])));
    }
    CHECK(worst_db[0] < 0.2 && worst_db[N_RATES - 1] > 5 * worst_db[0]);
}

static void test_a_band_at_its_frequency(void)
{
    for (unsigned i = 0; i < N_RATES; ++i)
        for (double gain_db = -12; gain_db <= 12; gain_db += 3) {
            TareBand band = {TARE_BAND_PEAK, 3000, gain_db, 2, TARE_CHANNEL_BOTH};
            TareSingle single = tare_single(&band, rates_hz[i]);
            CHECK_NEAR(tare_single_gain_db(&single, 3000, rates_hz[i]), gain_db, 0.01);
            band.type = TARE_BAND_HIGH_SHELF; /* half its gain */
            single = tare_single(&band, rates_hz[i]);
            CHECK_NEAR(tare_single_gain_db(&single, 3000, rates_hz[i]), gain_db / 2, 0.01);
            CHECK_NEAR(tare_single_gain_db(&single, rates_hz[i] / 2, rates_hz[i]), gain_db, 0.01);
        }
}

static void test_a_gain_and_its_opposite_are_nothing(void)
{
    uint32_t state = 5;
    for (unsigned i = 0; i < 200; ++i) {
        TareBand band = some_band(&state);
        const TareSingle one = tare_single(&band, 48000);
        band.gain_db = -band.gain_db;
        const TareSingle other = tare_single(&band, 48000);
        for (double freq_hz = 200; freq_hz < 20000; freq_hz *= 2)
            CHECK_NEAR(tare_single_gain_db(&one, freq_hz, 48000) +
                           tare_single_gain_db(&other, freq_hz, 48000),
                       0, 0.03);
    }
}

static void test_no_gain_leaves_every_sample_alone(void)
{
    for (int type = TARE_BAND_PEAK; type <= TARE_BAND_HIGH_SHELF; ++type) {
        const TareBand band = {(TareBandType)type, 440, 0, 0.7, TARE_CHANNEL_BOTH};
        const TareSingle single = tare_single(&band, 48000);
        CHECK(single.b0 == 1.0f && single.b1 == single.a1 && single.b2 == single.a2);
    }
}

static void test_every_section_is_stable(void)
{
    uint32_t state = 17;
    for (unsigned i = 0; i < 2000; ++i) {
        const TareBand band = some_band(&state);
        const TareSingle single = tare_single(&band, rates_hz[i % N_RATES]);
        /* the triangle of a second order */
        CHECK(fabsf(single.a2) < 1.0f && fabsf(single.a1) < 1.0f + single.a2);
    }
}

static void test_kinds_and_their_names_go_together(void)
{
    for (int kind = 0; kind < TARE_N_CHAIN_KINDS; ++kind) {
        const char* const name = tare_chain_kind_name((TareChainKind)kind);
        REQUIRE(name != NULL);
        CHECK(tare_chain_kind_find(name) == (TareChainKind)kind);
        char longer[32];
        snprintf(longer, sizeof longer, "%sx", name);
        CHECK(tare_chain_kind_find(longer) == TARE_N_CHAIN_KINDS);
        longer[strlen(name) - 1] = '\0';
        CHECK(tare_chain_kind_find(longer) == TARE_N_CHAIN_KINDS);
    }
    CHECK(tare_chain_kind_name(TARE_N_CHAIN_KINDS) == NULL);
    CHECK(tare_chain_kind_name((TareChainKind)-1) == NULL);
    CHECK(tare_chain_kind_find("") == TARE_N_CHAIN_KINDS);
    CHECK(tare_chain_kind_find("LV2") == TARE_N_CHAIN_KINDS); /* names of the file, not of people */
}

static void check_quoted(const char* text, const char* wanted)
{
    char* whole = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&whole, &length);
    REQUIRE(out != NULL);
    tare_graph_write_text(out, text);
    fclose(out);
    CHECK_STR(whole, wanted);
    free(whole);
}

static void test_texts_in_quotes(void)
{
    check_quoted("", "\"\"");
    check_quoted("a b", "\"a b\"");
    check_quoted("\"\\", "\"\\\"\\\\\"");
    check_quoted("\n\t\x1f ", "\"\\u000a\\u0009\\u001f \"");
    check_quoted("caf\xC3\xA9\xFF", "\"caf\xC3\xA9\xFF\"");
    check_quoted("} ] #", "\"} ] #\"");
}

int main(void)
{
    RUN(test_it_plays_the_sections_of_the_cookbook);
    RUN(test_low_bands_suffer_at_high_rates);
    RUN(test_a_band_at_its_frequency);
    RUN(test_a_gain_and_its_opposite_are_nothing);
    RUN(test_no_gain_leaves_every_sample_alone);
    RUN(test_every_section_is_stable);
    RUN(test_kinds_and_their_names_go_together);
    RUN(test_texts_in_quotes);
    return check_done();
}
