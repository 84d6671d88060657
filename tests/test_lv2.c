/* The built bundle in a real host library: every preset is loaded, read back and heard. */

#include "corrections/correction.h"
#include "helpers/check.h"
#include "helpers/lv2_host.h"
#include "helpers/noise.h"
#include "lv2/lv2_preset.h"
#include "plan.h"
#include "preset_source.h"
#include "settings.h"

#include <complex.h>
#include <math.h>
#include <stdlib.h>

enum { n_frames = 65536 };

static float in[2][n_frames], out[2][n_frames], reference[2][n_frames];

static const char* bundle(void)
{
    static char path[4096];
    const char* build = getenv("TARE_BUILD_DIR");
    snprintf(path, sizeof path, "%s/lv2/tare.lv2", build ? build : "build");
    return path;
}

static bool open_source(TarePresetSource* presets)
{
    char path[4096];
    const char* source = getenv("TARE_SOURCE_DIR");
    snprintf(path, sizeof path, "%s/presets/catalogue", source ? source : ".");
    return tare_preset_source_open(presets, path);
}

static void run(Lv2Host* host, float (*to)[n_frames], uint32_t block)
{
    for (uint32_t i = 0; i < n_frames; i += block) {
        const uint32_t n = n_frames - i < block ? n_frames - i : block;
        lv2_host_run(host, (float*[]){in[0] + i, in[1] + i}, (float*[]){to[0] + i, to[1] + i}, n);
    }
}

static void make_noise(void)
{
    noise_fill(in[0], n_frames, 11);
    noise_fill(in[1], n_frames, 12);
}

static void make_impulse(void)
{
    memset(in, 0, sizeof in);
    in[0][0] = in[1][0] = 1;
}

static double level_db(const float* response, double freq_hz, double fs)
{
    double complex sum = 0;
    const double complex step = cexp(-I * 2 * M_PI * freq_hz / fs);
    double complex turn = 1;
    for (int i = 0; i < n_frames; ++i, turn *= step)
        sum += (double)response[i] * turn;
    return 20 * log10(cabs(sum) + 1e-12);
}

/** The uri of a preset must come from one correction; which one, the choice says. */
static const TareCorrection* correction_of(const TareShipped* shipped, const char* uri)
{
    for (size_t i = 0; i < shipped->n; ++i) {
        char* own = tare_lv2_preset_uri(shipped->corrections[i], TARE_PRESET_SHIPPED);
        const bool is_it = own && !strcmp(own, uri);
        free(own);
        if (is_it)
            return shipped->corrections[i];
    }
    return NULL;
}

static void check_values(Lv2Host* host, const TareCorrection* correction)
{
    const TareControls wanted = tare_settings_from_set(&correction->set);
    for (uint32_t i = 4; i < tare_ports_count(2); ++i) {
        const TarePort port = tare_port(2, i);
        const float* value = lv2_host_control(host, tare_port_text(2, i).symbol);
        REQUIRE(value);
        CHECK(*value == tare_settings_port_value(&wanted, &port));
        CHECK(*value >= port.min && *value <= port.max);
    }
}

static void check_sound(Lv2Host* host, const TareCorrection* correction)
{
    const TareControls controls = tare_settings_from_set(&correction->set);
    static const double rates_hz[] = {44100, 96000};
    for (int r = 0; r < 2; ++r) {
        REQUIRE(lv2_host_start(host, rates_hz[r]));
        make_impulse();
        run(host, out, 1024);
        TarePlan plan;
        REQUIRE(tare_plan_make(&plan, &controls, rates_hz[r], 2));
        for (uint32_t c = 0; c < 2; ++c)
            for (double f = 20; f < 20000; f *= 1.6)
                CHECK_NEAR(level_db(out[c], f, rates_hz[r]),
                           tare_cascade_gain_db(&plan.cascade, c, f), 0.01);
    }
}

static unsigned n_controls_of_a_correction(void)
{
    unsigned n = 0;
    for (uint32_t i = 0; i < tare_ports_count(2); ++i)
        n += tare_port_is_correction(tare_port(2, i).role);
    return n;
}

static void test_every_preset_is_its_correction(void)
{
    TarePresetSource source;
    Lv2Host* host = lv2_host_new(bundle(), "urn:tare:eq");
    REQUIRE(open_source(&source) && host);
    LilvNodes* presets = lv2_host_presets(host);
    CHECK(lilv_nodes_size(presets) == source.shipped.n + 1); /* and the flat one */
    CHECK(lilv_nodes_size(presets) > 0);
    LILV_FOREACH(nodes, it, presets)
    {
        const char* uri = lilv_node_as_uri(lilv_nodes_get(presets, it));
        if (!strcmp(uri, TARE_LV2_FLAT_URI))
            continue;
        lv2_host_reset_controls(host);
        CHECK(lv2_host_load_preset(host, uri) == n_controls_of_a_correction());
        const TareCorrection* correction = correction_of(&source.shipped, uri);
        REQUIRE(correction);
        check_values(host, correction);
        check_sound(host, correction);
    }
    lilv_nodes_free(presets);
    lv2_host_free(host);
    tare_preset_source_close(&source);
}

/** What the listener chose stays as it is, whatever a preset says of the rest. */
static void test_presets_leave_the_listeners_controls_alone(void)
{
    static const char* const symbols[] = {"enabled", "compare", "strength",     "bass",
                                          "treble",  "tilt",    "manual_preamp"};
    enum { n_symbols = sizeof symbols / sizeof *symbols };
    Lv2Host* host = lv2_host_new(bundle(), "urn:tare:eq");
    REQUIRE(host);
    LilvNodes* presets = lv2_host_presets(host);
    LILV_FOREACH(nodes, it, presets)
    {
        for (uint32_t i = 4; i < tare_ports_count(2); ++i)
            *lv2_host_control(host, tare_port_text(2, i).symbol) = 0.25f;
        CHECK(lv2_host_load_preset(host, lilv_node_as_uri(lilv_nodes_get(presets, it))) == 102);
        for (int i = 0; i < n_symbols; ++i)
            CHECK(*lv2_host_control(host, symbols[i]) == 0.25f);
    }
    lilv_nodes_free(presets);
    lv2_host_free(host);
}

static void check_owned(char* text, const char* wanted)
{
    CHECK_STR(text, wanted);
    free(text);
}

/** One correction may be there twice: shipped and installed. */
static void test_labels_and_uris_tell_who_put_a_preset_there(void)
{
    const TareCorrection correction = {.entry.id = "acme-one/someone",
                                       .entry.brand = "Acme",
                                       .entry.model = "One",
                                       .entry.author = "Someone",
                                       .entry.target = "Harman",
                                       .entry.kind = TARE_KIND_MEASUREMENT};
    check_owned(tare_lv2_preset_label(&correction, TARE_PRESET_SHIPPED),
                "Acme - One (Someone, Harman)");
    check_owned(tare_lv2_preset_label(&correction, TARE_PRESET_INSTALLED),
                "Acme - One (Someone, Harman, installed)");
    check_owned(tare_lv2_preset_uri(&correction, TARE_PRESET_SHIPPED),
                "urn:tare:preset:acme--one--someone--harman");
    check_owned(tare_lv2_preset_uri(&correction, TARE_PRESET_INSTALLED),
                "urn:tare:preset:acme--one--someone--harman--installed");
}

/** The manifest of an installed preset says so as well. */
static void test_an_installed_preset_is_labelled_so(void)
{
    const TareCorrection correction = {.entry.id = "acme-one/someone",
                                       .entry.brand = "Acme",
                                       .entry.model = "One",
                                       .entry.kind = TARE_KIND_REVIEW};
    char* text = NULL;
    size_t length = 0;
    FILE* file = open_memstream(&text, &length);
    REQUIRE(file);
    CHECK(tare_lv2_preset_write_manifest(file, &correction, "values.ttl"));
    fclose(file);
    CHECK(strstr(text, "rdfs:label \"Acme - One (from review text, installed)\"") != NULL);
    free(text);
}

/** The review of the first headphone: a peak of +6 dB at 5.5 kHz, Q 8, to be taken off. */
static void test_seed_review(void)
{
    static const double rates_hz[] = {44100, 48000, 96000, 192000};
    static const char seed_uri[] = "urn:tare:preset:sony--mdr-ex1000--from-review-text";
    Lv2Host* host = lv2_host_new(bundle(), "urn:tare:eq");
    REQUIRE(host);
    CHECK(lv2_host_load_preset(host, seed_uri) > 0);
    CHECK(*lv2_host_control(host, "freq_1") == 5500 && *lv2_host_control(host, "gain_1") == -6);
    CHECK(*lv2_host_control(host, "q_1") == 8 && *lv2_host_control(host, "gain_2") == 0);
    for (int r = 0; r < 4; ++r) {
        REQUIRE(lv2_host_start(host, rates_hz[r]));
        make_impulse();
        run(host, out, 256);
        for (int c = 0; c < 2; ++c)
            CHECK_NEAR(level_db(out[c], 5500, rates_hz[r]) - level_db(out[c], 1000, rates_hz[r]),
                       -6.0, 0.02);
    }
    lv2_host_free(host);
}

static void load_something(Lv2Host* host)
{
    *lv2_host_control(host, "gain_1") = -9;
    *lv2_host_control(host, "freq_1") = 300;
    *lv2_host_control(host, "type_2") = 4;
    *lv2_host_control(host, "freq_2") = 60;
    *lv2_host_control(host, "gain_3") = 5;
    *lv2_host_control(host, "channel_3") = 2;
    *lv2_host_control(host, "bass") = 3;
    *lv2_host_control(host, "preamp") = -3;
}

static void test_blocks_of_every_length_give_the_same(void)
{
    static const uint32_t blocks[] = {64, 1, 1024, 8192};
    Lv2Host* host = lv2_host_new(bundle(), "urn:tare:eq");
    REQUIRE(host);
    load_something(host);
    make_noise();
    for (int b = 0; b < 4; ++b) {
        REQUIRE(lv2_host_start(host, 48000));
        run(host, b == 0 ? reference : out, blocks[b]);
        CHECK(b == 0 || !memcmp(reference, out, sizeof out));
    }
    REQUIRE(lv2_host_start(host, 48000));
    run(host, in, 64); /* in place */
    CHECK(!memcmp(reference, in, sizeof in));
    lv2_host_free(host);
}

static void test_started_again_it_is_as_good_as_new(void)
{
    Lv2Host* host = lv2_host_new(bundle(), "urn:tare:eq");
    REQUIRE(host);
    load_something(host);
    make_noise();
    REQUIRE(lv2_host_start(host, 48000));
    run(host, reference, 1024);
    lv2_host_restart(host);
    run(host, out, 1024);
    CHECK(!memcmp(reference, out, sizeof out));
    lv2_host_free(host);
}

static void test_two_instances_do_not_disturb_each_other(void)
{
    Lv2Host* one = lv2_host_new(bundle(), "urn:tare:eq");
    Lv2Host* two = lv2_host_new(bundle(), "urn:tare:eq");
    REQUIRE(one && two);
    load_something(one);
    make_noise();
    REQUIRE(lv2_host_start(one, 48000) && lv2_host_start(two, 96000));
    for (uint32_t i = 0; i < n_frames; i += 512) {
        float* from[] = {in[0] + i, in[1] + i};
        lv2_host_run(one, from, (float*[]){out[0] + i, out[1] + i}, 512);
        lv2_host_run(two, from, (float*[]){reference[0] + i, reference[1] + i}, 512);
    }
    CHECK(!memcmp(reference, in, sizeof in)); /* flat */
    REQUIRE(lv2_host_start(one, 48000));
    run(one, reference, 512);
    CHECK(!memcmp(reference, out, sizeof out));
    lv2_host_free(one);
    lv2_host_free(two);
}

static void test_rates_from_8_to_384_khz(void)
{
    static const double rates_hz[] = {8000,  11025, 16000, 22050,  32000,  44100,
                                      48000, 88200, 96000, 176400, 192000, 384000};
    Lv2Host* host = lv2_host_new(bundle(), "urn:tare:eq");
    REQUIRE(host);
    load_something(host);
    make_noise();
    for (size_t r = 0; r < sizeof rates_hz / sizeof *rates_hz; ++r) {
        REQUIRE(lv2_host_start(host, rates_hz[r]));
        run(host, out, 700);
        for (int i = 0; i < n_frames; ++i)
            CHECK(isfinite(out[0][i]) && fabsf(out[1][i]) < 20);
    }
    lv2_host_free(host);
}

static void test_mono_plugin_is_one_side_of_the_stereo_one(void)
{
    Lv2Host* stereo = lv2_host_new(bundle(), "urn:tare:eq");
    Lv2Host* mono = lv2_host_new(bundle(), "urn:tare:eq-mono");
    REQUIRE(stereo && mono);
    *lv2_host_control(stereo, "gain_1") = *lv2_host_control(mono, "gain_1") = -9;
    *lv2_host_control(stereo, "treble") = *lv2_host_control(mono, "treble") = 4;
    make_noise();
    REQUIRE(lv2_host_start(stereo, 48000) && lv2_host_start(mono, 48000));
    run(stereo, reference, 512);
    lv2_host_run(mono, (float*[]){in[0]}, (float*[]){out[0]}, n_frames);
    CHECK(!memcmp(reference[0], out[0], sizeof out[0]));
    lv2_host_free(stereo);
    lv2_host_free(mono);
}

static void test_a_rate_that_is_none_is_refused(void)
{
    Lv2Host* host = lv2_host_new(bundle(), "urn:tare:eq");
    REQUIRE(host);
    CHECK(!lv2_host_start(host, 0));
    lv2_host_free(host);
}

int main(void)
{
    RUN(test_every_preset_is_its_correction);
    RUN(test_presets_leave_the_listeners_controls_alone);
    RUN(test_labels_and_uris_tell_who_put_a_preset_there);
    RUN(test_an_installed_preset_is_labelled_so);
    RUN(test_seed_review);
    RUN(test_blocks_of_every_length_give_the_same);
    RUN(test_started_again_it_is_as_good_as_new);
    RUN(test_two_instances_do_not_disturb_each_other);
    RUN(test_rates_from_8_to_384_khz);
    RUN(test_mono_plugin_is_one_side_of_the_stereo_one);
    RUN(test_a_rate_that_is_none_is_refused);
    return check_done();
}
