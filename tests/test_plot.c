/* The paper of a plot, and pictures as files. */

#include "base/file.h"
#include "corrections/correction.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/seen.h"
#include "picture/colours.h"
#include "picture/frame.h"
#include "picture/picture.h"
#include "picture/picture_file.h"
#include "picture/plot.h"
#include "picture/plot_data.h"

#include <cairo.h>
#include <stdlib.h>
#include <unistd.h>

static TarePlotFrame some_frame(void)
{
    return (TarePlotFrame){.left = 100,
                           .top = 50,
                           .right = 1100,
                           .bottom = 650,
                           .min_hz = 20,
                           .max_hz = 20000,
                           .min_db = -10,
                           .max_db = 5,
                           .scale = 1};
}

static void test_frequencies_lie_by_their_logarithm(void)
{
    const TarePlotFrame frame = some_frame();
    CHECK_NEAR(tare_plot_frame_x(&frame, 20), 100, 1e-9);
    CHECK_NEAR(tare_plot_frame_x(&frame, 20000), 1100, 1e-9);
    for (double freq_hz = 20; freq_hz < 20000; freq_hz *= 10) /* three decades in 1000 units */
        CHECK_NEAR(tare_plot_frame_x(&frame, 10 * freq_hz) - tare_plot_frame_x(&frame, freq_hz),
                   1000 / 3.0, 1e-9);
}

static void test_levels_lie_evenly_and_upwards(void)
{
    const TarePlotFrame frame = some_frame();
    CHECK_NEAR(tare_plot_frame_y(&frame, -10), 650, 1e-9);
    CHECK_NEAR(tare_plot_frame_y(&frame, 5), 50, 1e-9);
    for (double gain_db = -10; gain_db < 5; ++gain_db)
        CHECK_NEAR(tare_plot_frame_y(&frame, gain_db) - tare_plot_frame_y(&frame, gain_db + 1), 40,
                   1e-9);
}

static void test_levels_have_room_in_round_steps(void)
{
    uint32_t state = 3;
    for (unsigned i = 0; i < 3000; ++i) {
        const double reach = 1 + 60 * fabs((double)noise_sample(&state));
        const double lowest = -reach * fabs((double)noise_sample(&state));
        const double highest = reach * fabs((double)noise_sample(&state));
        TarePlotFrame frame = some_frame();
        tare_plot_frame_span(&frame, lowest, highest);
        const double step = frame.step_db;
        CHECK(step == 1 || step == 2 || step == 3 || step == 5 || step == 10 || step == 20);
        CHECK_NEAR(remainder(frame.min_db, step), 0, 1e-9);
        CHECK_NEAR(remainder(frame.max_db, step), 0, 1e-9);
        CHECK(frame.min_db <= fmin(lowest, -3) - 0.3 * step && frame.min_db < 0);
        CHECK(frame.max_db >= fmax(highest, 3) + 0.3 * step && frame.max_db > 0);
        CHECK((frame.max_db - frame.min_db) / step <= 11 + 1e-9); /* figures do not crowd */
    }
}

static void test_flat_curves_get_the_smallest_paper(void)
{
    TarePlotFrame frame = some_frame(), flat = some_frame();
    tare_plot_frame_span(&flat, 0, 0);
    CHECK(flat.step_db == 1 && flat.min_db == -4 && flat.max_db == 4);
    tare_plot_frame_span(&frame, -3, 3);
    CHECK(frame.min_db == flat.min_db && frame.max_db == flat.max_db);
    tare_plot_frame_span(&frame, -500, 500); /* there is no longer step */
    CHECK(frame.step_db == 20 && frame.min_db <= -500 && frame.max_db >= 500);
}

static void test_fixed_levels_are_even_around_zero(void)
{
    static const struct {
        double range_db, max_db, step_db;
    } cases[] = {{20, 20, 5}, {10, 10, 2},  {3, 3, 1},    {4.5, 5, 1},
                 {7, 8, 2},   {30, 30, 10}, {90, 100, 20}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        TarePlotFrame frame = some_frame();
        tare_plot_frame_fix(&frame, cases[i].range_db);
        CHECK(frame.max_db == cases[i].max_db && frame.min_db == -cases[i].max_db);
        CHECK(frame.step_db == cases[i].step_db);
    }
}

static void test_colours_are_taken_apart(void)
{
    cairo_surface_t* const surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 4, 4);
    cairo_t* const cairo = cairo_create(surface);
    double red, green, blue, alpha;
    tare_plot_colour(cairo, 0x3366ff, 0.25);
    REQUIRE(cairo_pattern_get_rgba(cairo_get_source(cairo), &red, &green, &blue, &alpha) ==
            CAIRO_STATUS_SUCCESS);
    CHECK_NEAR(red, 0.2, 1e-9);
    CHECK_NEAR(green, 0.4, 1e-9);
    CHECK_NEAR(blue, 1, 1e-9);
    CHECK_NEAR(alpha, 0.25, 1e-9);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

static void test_kinds_follow_the_last_ending(void)
{
    static const struct {
        const char* path;
        TarePictureKind kind;
    } cases[] = {{"a.svg", TARE_PICTURE_SVG},     {"a.PNG", TARE_PICTURE_PNG},
                 {"a.b/c.SvG", TARE_PICTURE_SVG}, {".svg", TARE_PICTURE_SVG},
                 {"a.svg.png", TARE_PICTURE_PNG}, {"a.svgz", TARE_PICTURE_UNKNOWN},
                 {"svg", TARE_PICTURE_UNKNOWN},   {"", TARE_PICTURE_UNKNOWN},
                 {"a.", TARE_PICTURE_UNKNOWN},    {"a.svg/b", TARE_PICTURE_UNKNOWN},
                 {"a.jpg", TARE_PICTURE_UNKNOWN}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i)
        CHECK(tare_picture_kind(cases[i].path) == cases[i].kind);
}

/* Drawing */

enum { WIDTH = 1200, HEIGHT = 700, N_POINTS = 60 };

typedef struct {
    double freq_hz[N_POINTS], gain_db[TARE_PICTURE_MAX_CORRECTIONS][N_POINTS];
    TarePlotCurve curves[TARE_PICTURE_MAX_CORRECTIONS];
    TarePlot plot;
} Sketch;

/** Flat curves, one dB apart from the next. */
static void sketch(Sketch* s, size_t n_curves, const char* label)
{
    *s = (Sketch){.plot = {.title = "T", .n_points = N_POINTS, .n_curves = n_curves}};
    for (size_t k = 0; k < N_POINTS; ++k)
        s->freq_hz[k] = 20 * pow(1000, (double)k / (N_POINTS - 1));
    for (size_t i = 0; i < n_curves; ++i) {
        for (size_t k = 0; k < N_POINTS; ++k)
            s->gain_db[i][k] = (double)i;
        s->curves[i] =
            (TarePlotCurve){.kind = TARE_PLOT_MODEL, .label = label, .gain_db = s->gain_db[i]};
    }
    s->plot.freq_hz = s->freq_hz;
    s->plot.curves = s->curves;
}

/** Draws; the surface is to be destroyed. */
static cairo_surface_t* draw(const TarePlot* plot)
{
    cairo_surface_t* const surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t* const cairo = cairo_create(surface);
    tare_plot_draw(cairo, plot, WIDTH, HEIGHT);
    CHECK(cairo_status(cairo) == CAIRO_STATUS_SUCCESS);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    return surface;
}

/** How many pixels of a colour there are from a row on. */
static unsigned count_pixels(cairo_surface_t* surface, unsigned rgb, int first_row, int end_row)
{
    const unsigned char* const bytes = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    unsigned n = 0;
    for (int y = first_row; y < end_row; ++y)
        for (int x = 0; x < WIDTH; ++x) {
            uint32_t pixel = 0;
            memcpy(&pixel, bytes + y * stride + 4 * x, sizeof pixel);
            n += (pixel & 0xffffff) == rgb;
        }
    return n;
}

static void test_six_models_have_six_colours(void)
{
    static const unsigned rgbs[] = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xe69f00};
    static Sketch s;
    for (size_t n = 1; n <= TARE_PICTURE_MAX_CORRECTIONS; ++n) {
        sketch(&s, n, NULL);
        cairo_surface_t* const surface = draw(&s.plot);
        for (size_t i = 0; i < TARE_PICTURE_MAX_CORRECTIONS; ++i)
            CHECK((count_pixels(surface, rgbs[i], 0, HEIGHT) > 50) == (i < n));
        cairo_surface_destroy(surface);
    }
}

static void test_only_curves_with_a_label_are_in_the_legend(void)
{
    static Sketch s;
    const int legend_end = 115; /* above the graph */
    sketch(&s, 1, NULL);
    cairo_surface_t* surface = draw(&s.plot);
    CHECK(count_pixels(surface, 0x0072b2, 0, legend_end) == 0);
    cairo_surface_destroy(surface);
    sketch(&s, 1, "label");
    surface = draw(&s.plot);
    CHECK(count_pixels(surface, 0x0072b2, 0, legend_end) > 5);
    cairo_surface_destroy(surface);
}

static void test_a_plot_says_its_levels(void)
{
    static Sketch s;
    int rows[2]; /* a curve at 0 dB is in the middle, one at 5 dB by a quarter of the range above */
    sketch(&s, 2, NULL);
    for (size_t k = 0; k < N_POINTS; ++k)
        s.gain_db[1][k] = 5;
    for (int is_wide = 0; is_wide < 2; ++is_wide) {
        s.plot.range_db = is_wide ? 20 : 10;
        cairo_surface_t* const surface = draw(&s.plot);
        int zero = 0, five = 0;
        while (zero < HEIGHT && count_pixels(surface, 0x0072b2, zero, zero + 1) < WIDTH / 2)
            ++zero;
        while (five < HEIGHT && count_pixels(surface, 0xd55e00, five, five + 1) < WIDTH / 2)
            ++five;
        CHECK(zero < HEIGHT && five < HEIGHT);
        rows[is_wide] = zero - five;
        cairo_surface_destroy(surface);
    }
    CHECK(abs(rows[0] - 2 * rows[1]) <= 2 && rows[1] > 20);
}

/** Whether pixels of all curves are the same with words and without; of black ones there are more
    with words that were drawn. */
static void check_words_beside_curves(Sketch* s, size_t n_marks, bool are_drawn)
{
    static const unsigned rgbs[] = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xe69f00};
    unsigned n_black[2], n_coloured[2] = {0, 0};
    for (int has_words = 0; has_words < 2; ++has_words) {
        s->plot.n_marks = has_words ? n_marks : 0;
        cairo_surface_t* const surface = draw(&s->plot);
        n_black[has_words] = count_pixels(surface, tare_theme_light.ink, 0, HEIGHT);
        for (size_t i = 0; i < s->plot.n_curves; ++i)
            n_coloured[has_words] += count_pixels(surface, rgbs[i], 0, HEIGHT);
        cairo_surface_destroy(surface);
    }
    CHECK(n_coloured[0] == n_coloured[1]);
    CHECK((n_black[1] > n_black[0] + 50) == are_drawn);
}

static void test_words_are_never_on_a_curve(void)
{
    static Sketch s;
    TarePlotMark marks[] = {{1000, 0, "1 kHz  +3 dB  Q 1"}, {1100, 0, "1.1 kHz  +3 dB  Q 1"},
                            {20, -2, "20 Hz  -3 dB  Q 1"},  {20000, 5, "20 kHz  +3 dB  Q 1"},
                            {9000, 2, "9 kHz  +3 dB  Q 1"}, {300, -1, "300 Hz  +3 dB  Q 1"}};
    sketch(&s, 3, NULL);
    s.plot.marks = marks;
    for (size_t n = 1; n <= sizeof marks / sizeof *marks; ++n)
        check_words_beside_curves(&s, n, true);
    for (size_t k = 0; k < N_POINTS; ++k) { /* slopes and steps */
        s.gain_db[0][k] = (double)k / 6 - 5;
        s.gain_db[1][k] = k < N_POINTS / 2 ? 4 : -4;
        s.gain_db[2][k] = 5 * sin((double)k / 3);
    }
    check_words_beside_curves(&s, 6, true);
    s.plot.range_db = 20;
    for (size_t k = 0; k < N_POINTS; ++k) /* all over the paper */
        s.gain_db[0][k] = k & 1 ? 20 : -20;
    check_words_beside_curves(&s, 6, false);
}

/** The first row of the grid: below the heading and all rows of the legend. */
static int first_row_of_grid(cairo_surface_t* surface)
{
    int y = 0;
    while (y < HEIGHT && count_pixels(surface, 0xd3d8dd, y, y + 1) < WIDTH / 2)
        ++y;
    return y;
}

static void test_long_legends_push_the_graph_down(void)
{
    static Sketch s;
    int rows[2];
    for (int is_long = 0; is_long < 2; ++is_long) {
        sketch(&s, 6, is_long ? "a headphone with a name that is quite long" : "short");
        cairo_surface_t* const surface = draw(&s.plot);
        rows[is_long] = first_row_of_grid(surface);
        cairo_surface_destroy(surface);
    }
    CHECK(rows[0] < HEIGHT / 2 && rows[1] >= rows[0] + 40 && rows[1] < HEIGHT);
}

/* Files */

static TareCorrection some_correction(void)
{
    return (TareCorrection){.entry.id = "a/b",
                            .entry.brand = "A<&>",
                            .entry.model = "B",
                            .entry.kind = TARE_KIND_PRESET,
                            .set = {.n_bands = 1, .bands = {{TARE_BAND_PEAK, 1000, 3, 1, 0}}}};
}

static void check_file(const char* path, const char* beginning)
{
    const TareCorrection correction = some_correction();
    TarePicture* const picture = tare_picture_new(&correction, TARE_PICTURE_BOTH, 48000);
    REQUIRE(picture != NULL);
    CHECK(tare_picture_file_write(picture, path, NULL) == TARE_OK);
    char* text = NULL;
    size_t length = 0;
    CHECK(tare_file_read(path, 1 << 22, &text, &length, NULL) == TARE_OK);
    CHECK(text && length > 5000 && strncmp(text, beginning, strlen(beginning)) == 0);
    free(text);
    tare_picture_free(picture);
    CHECK(unlink(path) == 0);
}

static void test_pictures_are_of_the_kind_of_their_name(void)
{
    char folder[] = "/tmp/tare-plot-XXXXXX";
    char path[64];
    REQUIRE(mkdtemp(folder) != NULL);
    snprintf(path, sizeof path, "%s/a.SVG", folder);
    check_file(path, "<?xml");
    snprintf(path, sizeof path, "%s/a.png", folder);
    check_file(path, "\x89PNG\r\n");
    CHECK(rmdir(folder) == 0); /* nothing else was left there */
}

static void test_pictures_that_cannot_be_written_are_reported(void)
{
    const TareCorrection correction = some_correction();
    TarePicture* const picture = tare_picture_new(&correction, TARE_PICTURE_RIGHT, 48000);
    REQUIRE(picture != NULL);
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    CHECK(tare_picture_file_write(picture, "/nowhere/a.svg", &reporter) == TARE_IO_ERROR);
    CHECK(seen.n == 1 && strstr(seen.last, "/nowhere/a.svg") != NULL);
    tare_picture_free(picture);
}

static void test_failed_allocations_of_pictures(void)
{
    const TareCorrection correction = some_correction();
    const TareCorrection* const two[] = {&correction, &correction};
    failing_malloc_start(1);
    CHECK(!tare_picture_new(&correction, TARE_PICTURE_BOTH, 48000) && failing_malloc_stop() == 1);
    failing_malloc_start(1);
    CHECK(!tare_picture_new_comparison(two, 2, TARE_PICTURE_BOTH, 48000) &&
          failing_malloc_stop() == 1);
    failing_malloc_start(1);
    CHECK(!tare_picture_new_wish(&correction, NULL, 48000) && failing_malloc_stop() == 1);
    failing_malloc_start(1);
    CHECK(!tare_picture_new_sound(&correction, &(TarePictureSound){0}, TARE_PICTURE_BOTH, 48000) &&
          failing_malloc_stop() == 1);
}

int main(void)
{
    RUN(test_frequencies_lie_by_their_logarithm);
    RUN(test_levels_lie_evenly_and_upwards);
    RUN(test_levels_have_room_in_round_steps);
    RUN(test_flat_curves_get_the_smallest_paper);
    RUN(test_fixed_levels_are_even_around_zero);
    RUN(test_a_plot_says_its_levels);
    RUN(test_words_are_never_on_a_curve);
    RUN(test_colours_are_taken_apart);
    RUN(test_kinds_follow_the_last_ending);
    RUN(test_six_models_have_six_colours);
    RUN(test_only_curves_with_a_label_are_in_the_legend);
    RUN(test_long_legends_push_the_graph_down);
    RUN(test_pictures_are_of_the_kind_of_their_name);
    RUN(test_pictures_that_cannot_be_written_are_reported);
    RUN(test_failed_allocations_of_pictures);
    return check_done();
}
