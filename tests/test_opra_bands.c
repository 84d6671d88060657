/* The parameters of published presets, and what their details say, one at a time. */

#include "band_set.h"
#include "fakes/failing_malloc.h"
#include "formats/opra_bands.h"
#include "formats/opra_details.h"
#include "formats/second_order.h"
#include "helpers/check.h"

/** Reads parameters; `set` begins with what a reader must replace. */
static bool read_bands(const char* json, TareBandSet* set, char* message)
{
    json_t* const parameters = json_loads(json, 0, NULL);
    CHECK(parameters != NULL);
    *set = (TareBandSet){.n_bands = 3, .preamp_db = -1, .reference_rate_hz = 44100};
    memset(message, 'x', TARE_OPRA_MESSAGE_SIZE - 1);
    const bool is_read = tare_opra_bands_read(set, parameters, message);
    json_decref(parameters);
    return is_read;
}

static void check_band(const char* band, TareBandType type, double gain_db, double q)
{
    char json[300], message[TARE_OPRA_MESSAGE_SIZE];
    TareBandSet set;
    snprintf(json, sizeof json, "{\"gain_db\":-4.5,\"bands\":[%s]}", band);
    CHECK(read_bands(json, &set, message));
    CHECK_STR(message, "");
    REQUIRE(set.n_bands == 1);
    CHECK(set.preamp_db == -4.5 && set.reference_rate_hz == 44100);
    CHECK(set.bands[0].type == type && set.bands[0].freq_hz == 100);
    CHECK(set.bands[0].gain_db == gain_db);
    CHECK_NEAR(set.bands[0].q, q, 1e-8);
    CHECK(set.bands[0].channel == TARE_CHANNEL_BOTH);
}

static void test_each_type(void)
{
    check_band("{\"type\":\"peak_dip\",\"frequency\":100,\"gain_db\":-2,\"q\":3}", TARE_BAND_PEAK,
               -2, 3);
    check_band("{\"type\":\"low_shelf\",\"frequency\":100,\"gain_db\":2,\"q\":0.7}",
               TARE_BAND_LOW_SHELF, 2, 0.7);
    check_band("{\"type\":\"high_shelf\",\"frequency\":100,\"gain_db\":2,\"q\":0.7}",
               TARE_BAND_HIGH_SHELF, 2, 0.7);
    check_band("{\"type\":\"band_pass\",\"frequency\":100,\"q\":2}", TARE_BAND_BAND_PASS, 0, 2);
    check_band("{\"type\":\"band_stop\",\"frequency\":100,\"q\":2}", TARE_BAND_NOTCH, 0, 2);
    check_band("{\"type\":\"low_pass\",\"frequency\":100,\"slope\":12}", TARE_BAND_LOW_PASS, 0,
               sqrt(0.5));
    check_band("{\"type\":\"high_pass\",\"frequency\":100,\"slope\":12}", TARE_BAND_HIGH_PASS, 0,
               sqrt(0.5));
}

static void check_refused(const char* json, const char* wanted)
{
    TareBandSet set;
    char message[TARE_OPRA_MESSAGE_SIZE];
    CHECK(!read_bands(json, &set, message));
    CHECK_STR(message, wanted);
}

#define BAND(text) "{\"gain_db\":0,\"bands\":[{" text "}]}"

static void test_refusals(void)
{
    check_refused("{}", "preset has no bands; expected a list of them");
    check_refused("{\"gain_db\":0,\"bands\":[]}", "preset has no bands; expected a list of them");
    check_refused("{\"gain_db\":0,\"bands\":7}", "preset has no bands; expected a list of them");
    check_refused("{\"bands\":[1]}", "gain_db is no number; expected one");
    check_refused("{\"gain_db\":\"0\",\"bands\":[1]}", "gain_db is no number; expected one");
    check_refused("{\"gain_db\":31,\"bands\":[1]}", "gain_db is out of range; expected -30 to 30");
    check_refused("{\"gain_db\":0,\"bands\":[1]}",
                  "band has an unknown type; expected peak_dip, low_shelf, high_shelf, low_pass, "
                  "high_pass, band_pass or band_stop");
    check_refused(BAND("\"type\":\"peak\""),
                  "band has an unknown type; expected peak_dip, low_shelf, high_shelf, low_pass, "
                  "high_pass, band_pass or band_stop");
    check_refused(BAND("\"type\":\"peak_dip\""), "frequency is no number; expected one");
    check_refused(BAND("\"type\":\"peak_dip\",\"frequency\":7.9"),
                  "frequency is out of range; expected 8 to 22000");
    check_refused(BAND("\"type\":\"peak_dip\",\"frequency\":8"),
                  "gain_db is no number; expected one");
    check_refused(BAND("\"type\":\"peak_dip\",\"frequency\":8,\"gain_db\":-30.1"),
                  "gain_db is out of range; expected -30 to 30");
    check_refused(BAND("\"type\":\"peak_dip\",\"frequency\":8,\"gain_db\":-30"),
                  "q is no number; expected one");
    check_refused(BAND("\"type\":\"peak_dip\",\"frequency\":8,\"gain_db\":-30,\"q\":21"),
                  "q is out of range; expected 0.1 to 20");
    check_refused(BAND("\"type\":\"low_pass\",\"frequency\":100,\"slope\":15"),
                  "slope cannot be represented; expected 6, 12, 18, 24, 30 or 36 dB an octave");
    check_refused(BAND("\"type\":\"low_pass\",\"frequency\":100,\"q\":0.7"),
                  "slope cannot be represented; expected 6, 12, 18, 24, 30 or 36 dB an octave");
}

/** The sections of a slope take places of their own, and the last may find none. */
static void test_places_that_a_slope_takes(void)
{
    static const char peak[] = "{\"type\":\"peak_dip\",\"frequency\":100,\"gain_db\":1,\"q\":1},";
    char json[3000] = "{\"gain_db\":0,\"bands\":[", message[TARE_OPRA_MESSAGE_SIZE];
    TareBandSet set;
    for (unsigned i = 0; i < TARE_MAX_BANDS - 2; ++i)
        strcat(json, peak);
    strcat(json, "{\"type\":\"high_pass\",\"frequency\":20,\"slope\":36}]}");
    CHECK(read_bands(json, &set, message));
    CHECK(set.n_bands == TARE_MAX_BANDS);
    CHECK(set.bands[TARE_MAX_BANDS - 1].type == TARE_BAND_HIGH_PASS);
    CHECK_STR(message, "preset has more bands; expected at most 20, of which the first count");
}

/** Butterworth's poles lie on a circle, at odd parts of a right angle. */
static void test_slopes_against_the_angles_of_the_poles(void)
{
    static const unsigned orders[] = {2, 4, 6};
    for (unsigned i = 0; i < 3; ++i) {
        char json[200], message[TARE_OPRA_MESSAGE_SIZE];
        TareBandSet set;
        snprintf(json, sizeof json, BAND("\"type\":\"low_pass\",\"frequency\":100,\"slope\":%u"),
                 6 * orders[i]);
        CHECK(read_bands(json, &set, message));
        REQUIRE(set.n_bands == orders[i] / 2);
        for (uint32_t k = 0; k < set.n_bands; ++k) {
            const double angle = M_PI * (2 * k + 1) / (2.0 * orders[i]);
            CHECK_NEAR(set.bands[k].q, 1.0 / (2.0 * cos(angle)), 1e-7);
        }
    }
}

/** The level of a pass by Butterworth at a digital rate, where its bands are heard. */
static void test_slopes_of_odd_order(void)
{
    static const unsigned orders[] = {1, 3, 5};
    static const double rate_hz = 44100.0, pass_hz = 2000.0;
    for (unsigned i = 0; i < 6; ++i) {
        const unsigned order = orders[i % 3];
        char json[200], message[TARE_OPRA_MESSAGE_SIZE];
        TareBandSet set;
        snprintf(json, sizeof json, BAND("\"type\":\"%s\",\"frequency\":2000,\"slope\":%u"),
                 i < 3 ? "low_pass" : "high_pass", 6 * order);
        CHECK(read_bands(json, &set, message));
        for (double freq_hz = 200.0; freq_hz < 16000.0; freq_hz *= 1.1) {
            const double x = tan(M_PI * freq_hz / rate_hz) / tan(M_PI * pass_hz / rate_hz);
            const double wanted_db = -10.0 * log10(1.0 + pow(i < 3 ? x : 1.0 / x, 2.0 * order));
            double level_db = set.preamp_db;
            for (uint32_t k = 0; k < set.n_bands; ++k) {
                const TareSecondOrder filter = tare_second_order_of_band(&set.bands[k], rate_hz);
                level_db += tare_second_order_level_db(&filter, freq_hz, rate_hz);
            }
            CHECK_NEAR(level_db, wanted_db, 0.05);
        }
    }
}

static void check_details(const char* text, const char* rig, const char* target,
                          const char* variant, const char* version)
{
    TareOpraDetails details = {0};
    CHECK(tare_opra_details_read(&details, text));
    CHECK_STR(details.rig.data, rig);
    CHECK_STR(details.target.data, target);
    CHECK_STR(details.variant.data, variant);
    CHECK_STR(details.version.data, version);
    tare_opra_details_clear(&details);
    CHECK(!details.rig.data && !details.version.data);
}

static void test_odd_details(void)
{
    check_details(" , ()", NULL, NULL, NULL, NULL);
    check_details("Measured by ", NULL, NULL, NULL, NULL);
    check_details("Measured by Some One  (ANC on)", "Some One", NULL, "ANC on", NULL);
    check_details("measured by crinacle", NULL, NULL, "measured by crinacle", NULL);
    check_details("HRTF mean", NULL, "HRTF mean", NULL, NULL);
    check_details("mean HRTF", NULL, NULL, "mean HRTF", NULL);
    check_details("Target_", NULL, "Target ", NULL, NULL);
    check_details("velours, Velours, VEL-OURS", NULL, NULL, "velours", NULL);
    check_details("one target, another target", NULL, "one target", "another target", NULL);
}

static void test_words_of_versions(void)
{
    static const char* const versions[] = {
        "Graphic EQ", "10-band EQ", "5 band parametric", "preliminary", "Samsung EQ",
        "Android EQ", "Spotify EQ", "moOde EQ",          "Power DAC",   "consolidated",
        "uSound app", "sub-bass",   "ignore bass",       "band setting"};
    for (unsigned i = 0; i < sizeof versions / sizeof *versions; ++i)
        check_details(versions[i], NULL, NULL, NULL, versions[i]);
}

static void check_name(const char* name, const char* wanted, const char* variant)
{
    TareOpraDetails details = {0};
    size_t length = 0;
    CHECK(tare_opra_details_read_name(&details, name, &length));
    CHECK(length == strlen(wanted) && !strncmp(name, wanted, length));
    CHECK_STR(details.variant.data, variant);
    tare_opra_details_clear(&details);
}

static void test_brackets_at_the_end_of_a_name(void)
{
    check_name("One", "One", NULL);
    check_name("One (foam)", "One", "foam");
    check_name("One (foam) (ANC on)", "One", "foam, ANC on");
    check_name("One (foam) Two", "One (foam) Two", NULL);
    check_name("One  (foam, worn)", "One", "foam, worn");
    check_name("(foam)", "(foam)", NULL);
    check_name("One)", "One)", NULL);
    check_name("One ()", "One", NULL);
    check_name("", "", NULL);
}

static void check_id(const char* id, const char* before, const char* wanted)
{
    TareOpraDetails details = {0};
    if (before)
        tare_text_format(&details.version, "%s", before);
    CHECK(tare_opra_details_read_id(&details, id));
    CHECK_STR(details.version.data, wanted);
    tare_opra_details_clear(&details);
}

static void test_bands_that_an_id_tells(void)
{
    check_id("acme_one_parametric_5band", NULL, "5 bands");
    check_id("acme_one_parametric_10band_x", "preliminary", "preliminary, 10 bands");
    check_id("acme_one_parametric_5", NULL, NULL);
    check_id("acme_one_parametric_band", NULL, NULL);
    check_id("acme_one_graphic_5band", NULL, NULL);
    check_id("", NULL, NULL);
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        TareOpraDetails details = {0};
        size_t length = 0;
        failing_malloc_start(n);
        const bool is_good =
            tare_opra_details_read(&details, "Measured by A (x, y, X, 5 band EQ, Harman Target)") &&
            tare_opra_details_read_name(&details, "One (foam) (X)", &length) &&
            tare_opra_details_read_id(&details, "a_parametric_5band");
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n));
        if (is_good)
            CHECK_STR(details.variant.data, "x, y, foam");
        tare_opra_details_clear(&details);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_each_type);
    RUN(test_refusals);
    RUN(test_places_that_a_slope_takes);
    RUN(test_slopes_against_the_angles_of_the_poles);
    RUN(test_slopes_of_odd_order);
    RUN(test_odd_details);
    RUN(test_words_of_versions);
    RUN(test_brackets_at_the_end_of_a_name);
    RUN(test_bands_that_an_id_tells);
    RUN(test_failed_allocations);
    return check_done();
}
