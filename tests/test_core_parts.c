/* Parts of the design, each against its formula written out here. */

#include "biquad.h"
#include "controls.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "meaning.h"
#include "prototype.h"
#include "sections.h"
#include "shape.h"
#include "solve.h"
#include "tare/band_traits.h"
#include "tone.h"

#include <complex.h>

static double spread(uint64_t* random, double from, double to)
{
    return from + (to - from) * (double)noise_below(random, 1000001) / 1e6;
}

enum { MAX_ORDER = 9 };

/** A matrix B B' + 1, which is positive definite whatever B. */
static void fill_definite(double* matrix, int n, uint64_t* random)
{
    double b[MAX_ORDER * MAX_ORDER];
    for (int i = 0; i < n * n; ++i)
        b[i] = spread(random, -1, 1);
    for (int i = 0; i < n; ++i)
        for (int j = 0; j < n; ++j) {
            double sum = i == j;
            for (int k = 0; k < n; ++k)
                sum += b[i * n + k] * b[j * n + k];
            matrix[i * n + j] = sum;
        }
}

static void test_solutions_solve_the_system(void)
{
    uint64_t random = 1;
    for (int n = 1; n <= MAX_ORDER; ++n) {
        double matrix[MAX_ORDER * MAX_ORDER], factor[MAX_ORDER * MAX_ORDER];
        double wanted[MAX_ORDER], values[MAX_ORDER];
        fill_definite(matrix, n, &random);
        for (int i = 0; i < n; ++i) {
            wanted[i] = values[i] = spread(&random, -5, 5);
            memcpy(factor + i * n, matrix + i * n, (size_t)n * sizeof *matrix);
        }
        tare_solve_factorise(factor, n, 0, n);
        tare_solve_substitute(factor, n, values);
        for (int i = 0; i < n; ++i) {
            double sum = 0;
            for (int j = 0; j < n; ++j)
                sum += matrix[i * n + j] * values[j];
            CHECK_NEAR(sum, wanted[i], 1e-11);
        }
    }
}

static void test_rows_can_be_factorised_piece_by_piece(void)
{
    enum { N = 7 };
    uint64_t random = 2;
    double whole[N * N], pieces[N * N];
    fill_definite(whole, N, &random);
    memcpy(pieces, whole, sizeof whole);
    tare_solve_factorise(whole, N, 0, N);
    tare_solve_factorise(pieces, N, 0, 2);
    tare_solve_factorise(pieces, N, 2, 2);
    tare_solve_factorise(pieces, N, 2, 6);
    tare_solve_factorise(pieces, N, 6, N);
    CHECK(memcmp(whole, pieces, sizeof whole) == 0);
}

static void test_a_matrix_that_is_not_definite_stays_finite(void)
{
    double zeros[9] = {0};
    double ones[9] = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    double negative[9] = {-4, 0, 0, 1, -4, 0, 1, 1, -4};
    double* const matrices[] = {zeros, ones, negative};
    for (size_t m = 0; m < 3; ++m) {
        double values[3] = {1, 2, 3};
        tare_solve_factorise(matrices[m], 3, 0, 3);
        tare_solve_substitute(matrices[m], 3, values);
        for (int i = 0; i < 3; ++i) {
            CHECK(matrices[m][4 * i] > 0);
            CHECK(isfinite(values[i]));
        }
    }
}

static TareShape random_shape(uint64_t* random)
{
    TareShape shape;
    for (int i = 0; i < 3; ++i) {
        shape.n[i] = spread(random, 0.05, 2);
        shape.d[i] = spread(random, 0.05, 2);
    }
    return shape;
}

static double power_of_shape(const TareShape* shape, double freq_hz, double rate_hz)
{
    const double complex s = I * tan(M_PI * freq_hz / rate_hz);
    const double complex n = shape->n[0] + shape->n[1] * s + shape->n[2] * s * s;
    const double complex d = shape->d[0] + shape->d[1] * s + shape->d[2] * s * s;
    return pow(cabs(n / d), 2);
}

static void test_shapes_have_the_magnitude_of_their_fraction(void)
{
    uint64_t random = 3;
    for (unsigned round = 0; round < 500; ++round) {
        const TareShape shape = random_shape(&random);
        const double freq_hz = spread(&random, 10, 23000);
        const TareShapePoint point = tare_shape_point(freq_hz, 48000);
        const double wanted = power_of_shape(&shape, freq_hz, 48000);
        CHECK_NEAR(tare_shape_power(&shape, point) / wanted, 1, 1e-9);
        const TareBiquad biquad = tare_shape_biquad(&shape);
        CHECK_NEAR(tare_biquad_power(&biquad, freq_hz, 48000) / wanted, 1, 1e-9);
        const TareShape inverse = tare_shape_inverse(&shape);
        CHECK_NEAR(tare_shape_power(&inverse, point) * wanted, 1, 1e-9);
    }
}

/** The slope of the logarithm of the power, of a step in both directions. */
static double slope_by_steps(const TareShape* shape, TareShapePoint point, int step)
{
    const double h = 1e-5;
    double up[TARE_SHAPE_N_STEPS] = {0}, down[TARE_SHAPE_N_STEPS] = {0};
    up[step] = h;
    down[step] = -h;
    TareShape above = *shape, below = *shape;
    tare_shape_move(&above, up);
    tare_shape_move(&below, down);
    return log(tare_shape_power(&above, point) / tare_shape_power(&below, point)) / (2 * h);
}

static void test_slopes_are_those_of_small_steps(void)
{
    uint64_t random = 4;
    for (unsigned round = 0; round < 200; ++round) {
        const TareShape shape = random_shape(&random);
        TareShapePoint points[2];
        for (int half = 0; half < 2; ++half)
            points[half] = tare_shape_point(spread(&random, 10, 23000), 48000);
        double powers[2], slopes[TARE_SHAPE_N_STEPS][2];
        tare_shape_slopes_of_two(&shape, points, powers, slopes);
        for (int half = 0; half < 2; ++half) {
            CHECK_NEAR(powers[half] / tare_shape_power(&shape, points[half]), 1, 1e-12);
            for (int i = 0; i < TARE_SHAPE_N_STEPS; ++i)
                CHECK_NEAR(slopes[i][half], slope_by_steps(&shape, points[half], i), 1e-6);
        }
    }
}

static void test_a_zero_on_the_circle_has_no_slope_of_its_numerator(void)
{
    const TareShape notch = {{1, 0, 1}, {1, 0.5, 1}};
    const TareShapePoint points[] = {{0.5, 0.5}, {0.9, 0.1}};
    double powers[2], slopes[TARE_SHAPE_N_STEPS][2];
    tare_shape_slopes_of_two(&notch, points, powers, slopes);
    CHECK(powers[0] == 0.0 && powers[1] > 0.0);
    for (int i = 0; i < 3; ++i)
        CHECK(slopes[i][0] == 0.0);
}

static void test_the_axis_is_squeezed_as_the_tangent_is(void)
{
    CHECK_NEAR(tare_shape_squeeze(1e-6), 1, 1e-9);
    for (double w = 0.01; w < 1.5; w *= 1.2)
        CHECK_NEAR(tare_shape_squeeze(w),
                   (log(tan(w * 1.00001)) - log(tan(w / 1.00001))) / (2 * log(1.00001)), 1e-6);
}

/** The response of a prototype at a frequency relative to its centre. */
static double complex response(const TarePrototype* p, double relative)
{
    const double complex s = I * relative;
    return (p->b[0] * s * s + p->b[1] * s + p->b[2]) / (p->a[0] * s * s + p->a[1] * s + p->a[2]);
}

static double level_db(const TareBand* band, double strength, double relative)
{
    const TarePrototype p = tare_prototype(band, strength);
    return 20 * log10(cabs(response(&p, relative)));
}

static void test_prototypes_are_those_of_the_cookbook(void)
{
    for (double gain_db = -12; gain_db <= 12; gain_db += 4)
        for (double q = 0.5; q < 5; q *= 2) {
            const TareBand peak = {TARE_BAND_PEAK, 1000, gain_db, q, TARE_CHANNEL_BOTH};
            const TareBand low = {TARE_BAND_LOW_SHELF, 1000, gain_db, q, TARE_CHANNEL_BOTH};
            const TareBand high = {TARE_BAND_HIGH_SHELF, 1000, gain_db, q, TARE_CHANNEL_BOTH};
            CHECK_NEAR(level_db(&peak, 1, 1), gain_db, 1e-9);
            CHECK_NEAR(level_db(&peak, 1, 1e-6) + level_db(&peak, 1, 1e6), 0, 1e-6);
            CHECK_NEAR(level_db(&low, 1, 1), gain_db / 2, 1e-9);
            CHECK_NEAR(level_db(&low, 1, 1e-6), gain_db, 1e-6);
            CHECK_NEAR(level_db(&low, 1, 1e6), 0, 1e-6);
            CHECK_NEAR(level_db(&high, 1, 3), level_db(&low, 1, 1.0 / 3), 1e-9);
            CHECK_NEAR(level_db(&peak, 0.25, 1), gain_db / 4, 1e-9);
        }
}

static void test_types_without_gain_have_their_corners_and_zeros(void)
{
    const double q = 2;
    const TareBand low = {TARE_BAND_LOW_PASS, 1000, 0, q, TARE_CHANNEL_BOTH};
    const TareBand high = {TARE_BAND_HIGH_PASS, 1000, 0, q, TARE_CHANNEL_BOTH};
    const TareBand notch = {TARE_BAND_NOTCH, 1000, 0, q, TARE_CHANNEL_BOTH};
    const TareBand band = {TARE_BAND_BAND_PASS, 1000, 0, q, TARE_CHANNEL_BOTH};
    CHECK_NEAR(level_db(&low, 1, 1), 20 * log10(q), 1e-9);
    CHECK_NEAR(level_db(&low, 1, 100), -80, 0.01);
    CHECK_NEAR(level_db(&high, 1, 1), 20 * log10(q), 1e-9);
    CHECK_NEAR(level_db(&high, 1, 0.01), -80, 0.01);
    CHECK(level_db(&notch, 1, 1) < -200);
    CHECK_NEAR(level_db(&band, 1, 1), 0, 1e-9);
    CHECK_NEAR(level_db(&notch, 0.5, 1), 20 * log10(0.5), 1e-9); /* half of the rest is left */
    for (int type = TARE_BAND_LOW_PASS; type < TARE_N_BAND_TYPES; ++type) {
        const TareBand any = {(TareBandType)type, 1000, -7, q, TARE_CHANNEL_BOTH};
        for (double relative = 0.1; relative < 10; relative *= 1.7)
            CHECK_NEAR(level_db(&any, 0, relative), 0, 1e-9);
    }
}

static void test_an_all_pass_turns_the_phase_and_nothing_else(void)
{
    const TareBand band = {TARE_BAND_ALL_PASS, 1000, 0, 0.7, TARE_CHANNEL_BOTH};
    const TarePrototype half = tare_prototype(&band, 0.5);
    CHECK_NEAR(creal(response(&half, 1)), -1, 1e-12);
    for (double relative = 0.1; relative < 10; relative *= 1.7)
        CHECK_NEAR(cabs(response(&half, relative)), 1, 1e-12);
}

static void test_a_band_means_its_strength_of_the_level_at_every_frequency(void)
{
    const TareBand bands[] = {{TARE_BAND_PEAK, 2000, -9, 1.5, TARE_CHANNEL_BOTH},
                              {TARE_BAND_LOW_SHELF, 100, 6, 0.7, TARE_CHANNEL_BOTH},
                              {TARE_BAND_HIGH_SHELF, 8000, -4, 0.5, TARE_CHANNEL_BOTH}};
    for (size_t i = 0; i < 3; ++i) {
        const TareMeaning meaning = tare_meaning(&bands[i], 0.5, 0);
        CHECK(meaning.is_inverted == (bands[i].gain_db < 0) && meaning.strength == 0.5);
        CHECK_NEAR(meaning.gain_db, bands[i].gain_db / 2, 1e-12);
        for (double freq_hz = 20; freq_hz < 20000; freq_hz *= 1.5) {
            const double position2 = tare_meaning_position2(0, freq_hz);
            const double whole_db = 10 * log10(tare_meaning_whole_power(&meaning, position2));
            const double wanted_db = level_db(&bands[i], 1, freq_hz / bands[i].freq_hz);
            CHECK_NEAR(meaning.is_inverted ? -whole_db : whole_db, wanted_db, 1e-9);
        }
    }
}

static void test_a_reference_rate_bends_the_axis_as_the_bilinear_transform_does(void)
{
    const TareBand band = {TARE_BAND_PEAK, 9000, 6, 1, TARE_CHANNEL_BOTH};
    const TareBiquad cookbook = tare_biquad_design(&band, 1, 44100);
    const TareMeaning meaning = tare_meaning(&band, 1, 44100);
    for (double freq_hz = 20; freq_hz < 22000; freq_hz *= 1.3) {
        const double position2 = tare_meaning_position2(44100, freq_hz);
        CHECK_NEAR(tare_meaning_whole_power(&meaning, position2) /
                       tare_biquad_power(&cookbook, freq_hz, 44100),
                   1, 1e-9);
    }
}

static void test_frequencies_beyond_a_reference_are_taken_below_its_half(void)
{
    const TareBand band = {TARE_BAND_PEAK, 22000, 6, 1, TARE_CHANNEL_BOTH};
    CHECK(tare_meaning(&band, 1, 0).freq_hz == 22000);
    CHECK_NEAR(tare_meaning(&band, 1, 44100).freq_hz, 0.49 * 44100, 1e-9);
    CHECK(tare_meaning_max_freq_hz(0, 192000) == 20000);
    CHECK_NEAR(tare_meaning_max_freq_hz(0, 32000), 0.4537 * 32000, 1e-9);
    CHECK(tare_meaning_max_freq_hz(48000, 96000) == 20000);
    CHECK_NEAR(tare_meaning_max_freq_hz(16000, 96000), 0.4537 * 16000, 1e-9);
    CHECK(tare_meaning_defined_freq_hz(0, 90000) == 90000);
    CHECK(tare_meaning_defined_freq_hz(44100, 20000) == 20000);
    CHECK(tare_meaning_defined_freq_hz(44100, 90000) < 22050);
}

static void test_tone_bands_are_shelves_for_what_the_listener_sets(void)
{
    TareControls controls = tare_controls_default();
    TareBand bands[TARE_N_TONE_BANDS];
    controls.bass_db = 3;
    controls.treble_db = -2;
    controls.tilt_db_per_octave = -1;
    tare_tone_bands(&controls, bands);
    CHECK(bands[0].type == TARE_BAND_LOW_SHELF && bands[0].gain_db == 3);
    CHECK(bands[0].freq_hz == 105 && bands[0].q == 0.7);
    CHECK(bands[1].type == TARE_BAND_HIGH_SHELF && bands[1].gain_db == -2);
    CHECK(bands[1].freq_hz == 10000 && bands[1].q == 0.7);
    for (int i = 2; i < TARE_N_TONE_BANDS; ++i) {
        CHECK(bands[i].type == TARE_BAND_HIGH_SHELF && bands[i].gain_db == bands[2].gain_db);
        CHECK(i == 2 || fabs(log2(bands[i].freq_hz / bands[i - 1].freq_hz) - 4.6) < 1e-9);
        CHECK(bands[i].channel == TARE_CHANNEL_BOTH);
    }
}

static void test_tilt_bands_are_a_straight_line_around_their_pivot(void)
{
    TareControls controls = tare_controls_default();
    TareBand bands[TARE_N_TONE_BANDS];
    controls.tilt_db_per_octave = 1.5;
    tare_tone_bands(&controls, bands);
    double pivot_db = 0;
    for (int i = 2; i < TARE_N_TONE_BANDS; ++i)
        pivot_db += level_db(&bands[i], 1, TARE_TILT_PIVOT_HZ / bands[i].freq_hz);
    for (double freq_hz = 20; freq_hz <= 20000; freq_hz *= 1.1) {
        double sum_db = -pivot_db;
        for (int i = 2; i < TARE_N_TONE_BANDS; ++i)
            sum_db += level_db(&bands[i], 1, freq_hz / bands[i].freq_hz);
        CHECK_NEAR(sum_db, 1.5 * log2(freq_hz / TARE_TILT_PIVOT_HZ), 0.14);
    }
}

int main(void)
{
    RUN(test_solutions_solve_the_system);
    RUN(test_rows_can_be_factorised_piece_by_piece);
    RUN(test_a_matrix_that_is_not_definite_stays_finite);
    RUN(test_shapes_have_the_magnitude_of_their_fraction);
    RUN(test_slopes_are_those_of_small_steps);
    RUN(test_a_zero_on_the_circle_has_no_slope_of_its_numerator);
    RUN(test_the_axis_is_squeezed_as_the_tangent_is);
    RUN(test_prototypes_are_those_of_the_cookbook);
    RUN(test_types_without_gain_have_their_corners_and_zeros);
    RUN(test_an_all_pass_turns_the_phase_and_nothing_else);
    RUN(test_a_band_means_its_strength_of_the_level_at_every_frequency);
    RUN(test_a_reference_rate_bends_the_axis_as_the_bilinear_transform_does);
    RUN(test_frequencies_beyond_a_reference_are_taken_below_its_half);
    RUN(test_tone_bands_are_shelves_for_what_the_listener_sets);
    RUN(test_tilt_bands_are_a_straight_line_around_their_pivot);
    return check_done();
}
