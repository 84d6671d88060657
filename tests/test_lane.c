/* What automation does to the built plugin: hosts write any number into any control at any block.
 */

#include "helpers/check.h"
#include "helpers/lv2_host.h"
#include "helpers/splash.h"

#include <stdlib.h>

enum {
    rate_hz = 48000,
    n_frames = 40 * 1024,
    n_first = 8 * 1024, ///< before the lane begins
    n_lane = 24 * 1024, ///< how long it takes
    point = 128         ///< frames from one point of a lane to the next
};

static float in[2][n_frames], out[2][n_frames], wanted[2][n_frames];

static const uint32_t blocks[] = {1, 33, 128};
enum { n_block_lengths = sizeof blocks / sizeof *blocks };

static Lv2Host* host_with_a_band(void)
{
    char bundle[4096];
    const char* const build = getenv("TARE_BUILD_DIR");
    snprintf(bundle, sizeof bundle, "%s/lv2/tare.lv2", build ? build : "build");
    Lv2Host* const host = lv2_host_new(bundle, "urn:tare:eq");
    if (!host)
        return NULL;
    *lv2_host_control(host, "manual_preamp") = 1;
    *lv2_host_control(host, "freq_1") = 1500;
    *lv2_host_control(host, "gain_1") = 6;
    return host;
}

/** A value at each point of a lane, from 0 at its beginning to 1 at its end. */
typedef float Lane(float part);

static void play(Lv2Host* host, const char* symbol, Lane* lane, uint32_t block,
                 float (*to)[n_frames])
{
    float* const control = lv2_host_control(host, symbol);
    *control = lane(0);
    if (!lv2_host_start(host, rate_hz)) {
        memset(to, 0, sizeof *to);
        return;
    }
    for (uint32_t i = 0; i < n_frames;) {
        const uint32_t at = i < n_first ? 0 : (i - n_first) / point * point;
        *control = lane(at < n_lane ? (float)at / n_lane : 1);
        const uint32_t n_left = point - i % point;
        const uint32_t n = block < n_left ? block : n_left;
        lv2_host_run(host, (float*[]){in[0] + i, in[1] + i}, (float*[]){to[0] + i, to[1] + i}, n);
        i += n;
    }
}

static void fill_tone(void)
{
    for (int i = 0; i < n_frames; ++i)
        in[0][i] = in[1][i] = (float)(0.25 * sin(2 * M_PI * 1000 / rate_hz * i));
}

static float straight_to_3(float part)
{
    return 3 * part;
}

static float in_halves_to_3(float part)
{
    return floorf(6 * part) / 2;
}

static float steps_of_straight_to_3(float part)
{
    return floorf(3 * part + 0.5f);
}

static float steps_of_halves_to_3(float part)
{
    return floorf(in_halves_to_3(part) + 0.5f);
}

/** Each in turn: what sounds is what whole numbers would sound like, to the last bit, so there is
    one change a step and no type but these; and no step clicks. */
static void check_steps(const char* symbol, Lane* lane, Lane* steps)
{
    Lv2Host* const host = host_with_a_band();
    REQUIRE(host);
    fill_tone();
    play(host, symbol, steps, point, wanted);
    CHECK(memcmp(wanted, in, sizeof wanted) != 0);
    for (int b = 0; b < n_block_lengths; ++b) {
        play(host, symbol, lane, blocks[b], out);
        CHECK(!memcmp(out, wanted, sizeof out));
    }
    CHECK(splash_db(wanted[0], n_first, n_frames, rate_hz) < 20 * log10(0.25) - 90);
    lv2_host_free(host);
}

static void test_a_lane_of_types_makes_one_change_a_step(void)
{
    check_steps("type_1", straight_to_3, steps_of_straight_to_3);
    check_steps("type_1", in_halves_to_3, steps_of_halves_to_3);
}

static float half_to_two(float part)
{
    return 0.5f + 1.5f * part;
}

static float steps_of_half_to_two(float part)
{
    return floorf(half_to_two(part) + 0.5f);
}

static void test_a_lane_of_other_choices_does_so_too(void)
{
    check_steps("channel_1", half_to_two, steps_of_half_to_two);
    check_steps("reference_rate", half_to_two, steps_of_half_to_two);
}

static float beyond_the_types(float part)
{
    return part < 0.25f ? -5.0f : part < 0.5f ? 2.6f : part < 0.75f ? 99.0f : INFINITY;
}

static float within_the_types(float part)
{
    return part < 0.25f ? 0.0f : part < 0.5f ? 3.0f : 7.0f;
}

static float no_number(float part)
{
    return part < 0.5f ? 2.0f : NAN;
}

static float still_that_number(float part)
{
    (void)part;
    return 2.0f;
}

static float beyond_the_gains(float part)
{
    return part < 0.5f ? -1e9f : 31.0f;
}

static float within_the_gains(float part)
{
    return part < 0.5f ? -30.0f : 30.0f;
}

static float beyond_a_switch(float part)
{
    return part < 0.25f ? 0.4f : part < 0.5f ? 0.6f : part < 0.75f ? -3.0f : 7.0f;
}

static float within_a_switch(float part)
{
    return part < 0.25f ? 0.0f : part < 0.5f ? 1.0f : part < 0.75f ? 0.0f : 1.0f;
}

static void test_values_that_are_none_of_a_control_are_brought_to_one(void)
{
    check_steps("type_1", beyond_the_types, within_the_types);
    check_steps("type_1", no_number, still_that_number);
    check_steps("gain_1", no_number, still_that_number);
    check_steps("gain_1", beyond_the_gains, within_the_gains);
    check_steps("compare", beyond_a_switch, within_a_switch);
    check_steps("manual_preamp", beyond_a_switch, within_a_switch);
}

static float all_the_way(float part)
{
    return 1 - part;
}

/** Off is the input, to the last bit, also of numbers so small that filters do without them, and
    back on is as before; whatever the comparison is asked for meanwhile. */
static void test_off_is_the_input(void)
{
    Lv2Host* const host = host_with_a_band();
    REQUIRE(host);
    fill_tone();
    for (int i = n_first + n_lane; i < n_frames; ++i)
        in[1][i] *= 1e-38f;
    for (int comparing = 0; comparing < 2; ++comparing) {
        *lv2_host_control(host, "compare") = (float)comparing;
        for (int b = 0; b < n_block_lengths; ++b) {
            play(host, "enabled", all_the_way, blocks[b], out);
            const uint32_t off = n_first + n_lane / 2 + rate_hz / 50;
            for (int c = 0; c < 2; ++c)
                CHECK(!memcmp(out[c] + off, in[c] + off, (n_frames - off) * sizeof **in));
            CHECK(memcmp(out[0], in[0], off * sizeof **in) != 0);
            CHECK(splash_db(out[0], n_first, n_frames, rate_hz) < 20 * log10(0.25) - 90);
        }
    }
    lv2_host_free(host);
}

int main(void)
{
    RUN(test_a_lane_of_types_makes_one_change_a_step);
    RUN(test_a_lane_of_other_choices_does_so_too);
    RUN(test_values_that_are_none_of_a_control_are_brought_to_one);
    RUN(test_off_is_the_input);
    return check_done();
}
