#include "corrections/correction.h"
#include "formats/opra.h"
#include "formats/opra_details.h"
#include "helpers/check.h"
#include "helpers/seen.h"

#include <stdlib.h>

static TareStatus read_text(TareOpra* opra, const char* text, Seen* seen)
{
    const TareReporter reporter = seen_reporter(seen);
    *seen = (Seen){0};
    return tare_opra_read_text(opra, "o", text, strlen(text), &reporter);
}

#define VENDOR(id, name)                                                                           \
    "{\"type\":\"vendor\",\"id\":\"" id "\",\"data\":{\"name\":\"" name "\"}}\n"
#define PRODUCT(id, vendor, name)                                                                  \
    "{\"type\":\"product\",\"id\":\"" id "\",\"data\":{\"vendor_id\":\"" vendor                    \
    "\",\"name\":\"" name "\",\"type\":\"headphones\",\"subtype\":\"in_ear\"}}\n"
#define PRESET(id, product, author, details, gain, bands)                                          \
    "{\"type\":\"eq\",\"id\":\"" id "\",\"data\":{\"product_id\":\"" product                       \
    "\",\"author\":\"" author "\",\"details\":\"" details                                          \
    "\",\"type\":\"parametric_eq\",\"parameters\":{\"gain_db\":" gain ",\"bands\":[" bands         \
    "]}}}\n"
#define PEAK "{\"type\":\"peak_dip\",\"frequency\":100,\"gain_db\":-2.5,\"q\":1.41}"
#define ACME VENDOR("acme", "Acme") PRODUCT("acme_one", "acme", "One (foam tips)")

static void test_reads_a_preset(void)
{
    TareOpra opra;
    Seen seen;
    CHECK(read_text(&opra,
                    ACME PRESET("x", "acme_one", "AutoEQ", "Measured by Some One (ANC on)", "-3.5",
                                PEAK ",{\"type\":\"high_shelf\",\"frequency\":10000,\"gain_db\":1,"
                                     "\"q\":0.7}"),
                    &seen) == TARE_OK);
    CHECK_STR(seen.last, "");
    REQUIRE(opra.n == 1 && opra.n_vendors == 1 && opra.n_products == 1 && opra.n_presets == 1);
    const TareCorrection* c = &opra.corrections[0];
    CHECK_STR(c->entry.brand, "Acme");
    CHECK_STR(c->entry.model, "One");
    CHECK_STR(c->entry.variant, "foam tips, ANC on");
    CHECK_STR(c->entry.author, "AutoEQ");
    CHECK_STR(c->entry.rig, "Some One");
    CHECK_STR(c->entry.target, NULL);
    CHECK_STR(c->entry.licence, "CC-BY-SA-4.0");
    CHECK_STR(c->entry.source, "https://github.com/opra-project/OPRA");
    CHECK(c->entry.form == TARE_FORM_IN_EAR && c->entry.kind == TARE_KIND_PRESET);
    CHECK(c->set.preamp_db == -3.5 && c->set.reference_rate_hz == 44100 && c->set.n_bands == 2);
    CHECK(c->set.bands[0].type == TARE_BAND_PEAK && c->set.bands[0].freq_hz == 100 &&
          c->set.bands[0].gain_db == -2.5 && c->set.bands[0].q == 1.41);
    CHECK(c->set.bands[1].type == TARE_BAND_HIGH_SHELF);
    tare_opra_clear(&opra);
}

static void check_slope(const char* slope, uint32_t n, const double* q)
{
    TareOpra opra;
    Seen seen;
    char text[1000];
    snprintf(text, sizeof text,
             ACME PRESET("x", "acme_one", "oratory1990", "Harman Target", "0",
                         "{\"type\":\"low_pass\",\"frequency\":9000,\"slope\":%s}"),
             slope);
    const TareStatus status = read_text(&opra, text, &seen);
    CHECK((status == TARE_OK) == (n > 0));
    CHECK(n || strstr(seen.last, "o:3:1: x: slope cannot be represented; expected"));
    if (opra.n == 1) {
        CHECK(opra.corrections[0].set.n_bands == n);
        CHECK(opra.corrections[0].set.reference_rate_hz == 48000);
        for (uint32_t i = 0; i < n; ++i)
            CHECK(opra.corrections[0].set.bands[i].type == TARE_BAND_LOW_PASS &&
                  opra.corrections[0].set.bands[i].q == q[i]);
    }
    CHECK(opra.n == (n > 0));
    tare_opra_clear(&opra);
}

static void test_slopes_are_butterworth(void)
{
    check_slope("12", 1, (const double[]){0.70710678});
    check_slope("24", 2, (const double[]){0.54119610, 1.30656296});
    check_slope("36", 3, (const double[]){0.51763809, 0.70710678, 1.93185165});
    check_slope("7", 0, NULL);
    check_slope("\"12\"", 0, NULL);
}

static void check_name(const char* vendor, const char* product, const char* brand,
                       const char* model, const char* variant)
{
    TareOpra opra;
    Seen seen;
    char text[1000];
    snprintf(text, sizeof text,
             VENDOR("v", "%s") PRODUCT("p", "v", "%s") PRESET("x", "p", "A", "", "0", PEAK), vendor,
             product);
    CHECK(read_text(&opra, text, &seen) == TARE_OK);
    if (opra.n == 1) {
        CHECK_STR(opra.corrections[0].entry.brand, brand);
        CHECK_STR(opra.corrections[0].entry.model, model);
        CHECK_STR(opra.corrections[0].entry.variant, variant);
    }
    CHECK(opra.n == 1);
    tare_opra_clear(&opra);
}

static void test_names(void)
{
    check_name("TRUTHEAR", "Truthear x Crinacle Zero", "TRUTHEAR", "x Crinacle Zero", NULL);
    check_name("Astell & Kern", "(Astell&Kern) T8iE", "Astell & Kern", "T8iE", NULL);
    check_name("CCA", "CRA+", "CCA", "CRA+", NULL);
    check_name("Audeze", "LCD-X (pre-2021) (worn earpads)", "Audeze", "LCD-X",
               "pre-2021, worn earpads");
    check_name("A", "(b)", "A", "(b)", NULL);
    check_name("A", "X (b) v2", "A", "X (b) v2", NULL);
    check_name("7Hz", "7Hz", "7Hz", "7Hz", NULL);
    check_name("  A  B ", "C   D", "A B", "C D", NULL);
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
}

#define BULLET " \xE2\x80\xA2 "

static void test_details(void)
{
    check_details("Measured by crinacle", "crinacle", NULL, NULL, NULL);
    check_details("Measured by Ted's Squig Hoard (wired, ANC off)", "Ted's Squig Hoard", NULL,
                  "wired, ANC off", NULL);
    check_details("Harman Target", NULL, "Harman Target", NULL, NULL);
    check_details("Harman Target" BULLET "velours earpads", NULL, "Harman Target",
                  "velours earpads", NULL);
    check_details("USound Target" BULLET "10 Band Graphic EQ", NULL, "USound Target", NULL,
                  "10 Band Graphic EQ");
    check_details("Harman Target" BULLET "Dekoni Elite Velours Earpads, Graphic EQ", NULL,
                  "Harman Target", "Dekoni Elite Velours Earpads", "Graphic EQ");
    check_details("foam eartips) (USound Target", NULL, "USound Target", "foam eartips", NULL);
    check_details("Target_Harman_IEM" BULLET "Consolidated", NULL, "Harman IEM", NULL,
                  "Consolidated");
    check_details("HRTF_5128_Diffuse_Field", NULL, "HRTF 5128 Diffuse Field", NULL, NULL);
    check_details("Harman Target" BULLET "ANC on; In-App EQ", NULL, "Harman Target",
                  "ANC on; In-App EQ", NULL);
    check_details("Measured by A (b, B, c)", "A", NULL, "b, c", NULL);
    check_details("", NULL, NULL, NULL, NULL);
    TareOpraDetails details = {0};
    CHECK(tare_opra_details_read_id(&details, "a_rtings_parametric_10band") &&
          tare_opra_details_read_id(&details, "a_parametric_band"));
    CHECK_STR(details.version.data, "10 bands");
    tare_opra_details_clear(&details);
}

static void test_a_brand_split_two_ways_is_the_longer_one(void)
{
    TareOpra opra;
    Seen seen;
    CHECK(read_text(&opra,
                    VENDOR("a", "Altec") VENDOR("al", "Altec Lansing")
                        PRODUCT("a_l_e", "a", "Lansing Evo") PRODUCT("a_l_e", "al", "Evo")
                            PRESET("x", "a_l_e", "A", "d", "0", PEAK)
                                PRESET("x", "a_l_e", "A", "d", "0", PEAK)
                                    PRESET("x", "a_l_e", "A", "d", "-1", PEAK),
                    &seen) == TARE_OK);
    CHECK(seen.n == 1 && seen.severity == TARE_NOTE);
    CHECK_STR(seen.last, "o:6:1: x stands twice with the same content; expected it once");
    REQUIRE(opra.n == 2);
    CHECK_STR(opra.corrections[0].entry.brand, "Altec Lansing");
    CHECK_STR(opra.corrections[0].entry.model, "Evo");
    CHECK(opra.corrections[1].set.preamp_db == -1);
    tare_opra_clear(&opra);
}

/** A good preset stands before and after; `n_reports` bad things between. */
static void check_bad(const char* lines, const char* wanted)
{
    TareOpra opra;
    Seen seen;
    const size_t size = strlen(lines) + 2000;
    char* text = malloc(size);
    REQUIRE(text != NULL);
    snprintf(text, size,
             ACME PRESET("a", "acme_one", "A", "d", "0", PEAK) "%s\n" PRESET("z", "acme_one", "A",
                                                                             "e", "0", PEAK),
             lines);
    CHECK(read_text(&opra, text, &seen) == TARE_BAD_INPUT);
    CHECK(seen.n == 1 && seen.severity == TARE_WARNING);
    CHECK_STR(seen.last, wanted);
    CHECK(opra.n == 2);
    tare_opra_clear(&opra);
    free(text);
}

static void check_bad_bands(const char* bands, const char* wanted)
{
    char line[2000];
    snprintf(line, sizeof line, PRESET("b", "acme_one", "A", "d", "0", "%s"), bands);
    line[strlen(line) - 1] = '\0';
    check_bad(line, wanted);
}

static void test_reports_bad_lines_and_reads_the_rest(void)
{
    check_bad("{\"type\":",
              "o:4:8: line is not JSON: unexpected token near end of file; expected an object");
    check_bad("[1]", "o:4:1: data is missing; expected an object");
    check_bad("{\"type\":\"x\",\"data\":{}}",
              "o:4:1: type is unknown; expected vendor, product or eq");
    check_bad("{\"type\":\"vendor\",\"id\":\"v\",\"data\":{}}",
              "o:4:1: name is missing; expected a text");
    check_bad("{\"type\":\"vendor\",\"id\":7,\"data\":{\"name\":\"V\"}}",
              "o:4:1: id is missing; expected a text");
    check_bad(PRODUCT("p", "nobody", "P"),
              "o:4:1: vendor nobody is not there; expected it in the file");
    check_bad(PRESET("b", "nothing", "A", "d", "0", PEAK),
              "o:4:1: b: product nothing is not there; expected it and its vendor in the file");
    check_bad("{\"type\":\"eq\",\"id\":\"b\",\"data\":{\"type\":\"graphic_eq\"}}",
              "o:4:1: preset is of another type; expected parametric_eq");
    check_bad("{\"type\":\"vendor\",\"id\":\"v\",\"data\":{\"name\":\"a\\u202eb\"}}",
              "o:4:1: name holds characters that cannot be seen; expected none, they are left out");
}

static void test_control_characters_in_names_are_blanks(void)
{
    TareOpra opra;
    Seen seen;
    CHECK(read_text(&opra,
                    VENDOR("v", "A\\nB") PRODUCT("p", "v", "C")
                        PRESET("x", "p", "A", "", "0", PEAK),
                    &seen) == TARE_BAD_INPUT);
    CHECK_STR(seen.last,
              "o:1:1: name holds characters that cannot be seen; expected none, they are left out");
    REQUIRE(opra.n == 1);
    CHECK_STR(opra.corrections[0].entry.brand, "A B");
    tare_opra_clear(&opra);
}

static void test_reports_bad_bands(void)
{
    check_bad_bands("", "o:4:1: b: preset has no bands; expected a list of them");
    check_bad_bands("{\"type\":\"shelf\"}",
                    "o:4:1: b: band has an unknown type; expected peak_dip, "
                    "low_shelf, high_shelf, low_pass, high_pass, band_pass "
                    "or band_stop");
    check_bad_bands("{\"type\":\"peak_dip\",\"frequency\":100,\"gain_db\":-2.5,\"q\":0}",
                    "o:4:1: b: q is out of range; expected 0.1 to 20");
    check_bad_bands("{\"type\":\"peak_dip\",\"frequency\":-100,\"gain_db\":-2.5,\"q\":1}",
                    "o:4:1: b: frequency is out of range; expected 8 to 22000");
    check_bad_bands("{\"type\":\"peak_dip\",\"frequency\":100,\"gain_db\":\"1\",\"q\":1}",
                    "o:4:1: b: gain_db is no number; expected one");
}

static void test_the_first_of_too_many_bands_count(void)
{
    enum { N_BANDS = 10000 };
    const size_t size = N_BANDS * sizeof PEAK + 1000;
    char* text = malloc(size);
    REQUIRE(text != NULL);
    size_t n = (size_t)snprintf(text, size, "%s", ACME);
    n += (size_t)snprintf(text + n, size - n,
                          "{\"type\":\"eq\",\"id\":\"b\",\"data\":{\"product_id\":\"acme_one\","
                          "\"author\":\"A\",\"type\":\"parametric_eq\",\"parameters\":{\"gain_db\":"
                          "0,\"bands\":[");
    for (unsigned i = 0; i < N_BANDS; ++i)
        n += (size_t)snprintf(text + n, size - n, "%s" PEAK, i ? "," : "");
    snprintf(text + n, size - n, "]}}}");
    TareOpra opra;
    Seen seen;
    CHECK(read_text(&opra, text, &seen) == TARE_BAD_INPUT && seen.n == 1);
    CHECK_STR(seen.last,
              "o:3:1: b: preset has more bands; expected at most 20, of which the first count");
    CHECK(opra.n == 1 && opra.corrections[0].set.n_bands == TARE_MAX_BANDS);
    tare_opra_clear(&opra);
    free(text);
}

static void test_names_that_are_no_names(void)
{
    char line[6000], name[4097];
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    snprintf(line, sizeof line, VENDOR("v", "%s"), name);
    line[strlen(line) - 1] = '\0';
    check_bad(line, "o:4:1: name is longer than a name or an address; expected at most 300 bytes");
}

int main(void)
{
    RUN(test_reads_a_preset);
    RUN(test_slopes_are_butterworth);
    RUN(test_names);
    RUN(test_details);
    RUN(test_a_brand_split_two_ways_is_the_longer_one);
    RUN(test_reports_bad_lines_and_reads_the_rest);
    RUN(test_control_characters_in_names_are_blanks);
    RUN(test_reports_bad_bands);
    RUN(test_the_first_of_too_many_bands_count);
    RUN(test_names_that_are_no_names);
    return check_done();
}
