/* Words in plots of what is shipped: wherever they are put, no curve goes through them. */

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "helpers/check.h"
#include "picture/frame.h"
#include "picture/picture.h"
#include "picture/plot.h"
#include "picture/plot_data.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>

/* So many pixels a curve stays away from the nearest one of a word. */
#define LEAST_AWAY 2.0

/* Of the corrections, each of so many is drawn. */
enum { REVIEW_STEP = 3, PRESET_STEP = 199, MOST_BANDS_WITH_WORDS = 6 };

/* Sizes and levels that are asked for, one after the other. */
static const struct {
    int width, height;
    double range_db, rate_hz;
} papers[] = {{1200, 700, 0, 48000},
              {1200, 700, 20, 44100},
              {700, 500, 0, 96000},
              {1600, 500, 3, 48000},
              {900, 900, 10, 192000}};

static unsigned n_words, n_pictures;

static cairo_surface_t* draw(const TarePlot* plot, int width, int height)
{
    cairo_surface_t* const surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t* const cairo = cairo_create(surface);
    tare_plot_draw(cairo, plot, width, height);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    return surface;
}

static unsigned pixel(cairo_surface_t* surface, int x, int y)
{
    const unsigned char* const rows = cairo_image_surface_get_data(surface);
    const unsigned char* const row = rows + y * cairo_image_surface_get_stride(surface);
    return ((const unsigned*)row)[x] & 0xffffff;
}

/** Where a curve runs in a column of pixels. */
typedef struct {
    double top, bottom;
} Run;

enum { MAX_WIDTH = 1600 };

/** Finds the run of a curve in each column. */
static void find_runs(const TarePlot* plot, const TarePlotFrame* frame, const double* gain_db,
                      Run runs[MAX_WIDTH])
{
    for (int x = 0; x < MAX_WIDTH; ++x)
        runs[x] = (Run){HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i + 1 < plot->n_points; ++i) {
        const int first = (int)tare_plot_frame_x(frame, plot->freq_hz[i]);
        const int last = (int)tare_plot_frame_x(frame, plot->freq_hz[i + 1]);
        const double y1 = tare_plot_frame_y(frame, gain_db[i]);
        const double y2 = tare_plot_frame_y(frame, gain_db[i + 1]);
        for (int x = first; x <= last && x < MAX_WIDTH; ++x)
            runs[x] = (Run){fmin(runs[x].top, fmin(y1, y2)), fmax(runs[x].bottom, fmax(y1, y2))};
    }
}

static double nearest_curve(size_t n_curves, Run runs[][MAX_WIDTH], int x, int y)
{
    double nearest = HUGE_VAL;
    for (size_t i = 0; i < n_curves; ++i) {
        const double away = fmax(y - runs[i][x].bottom, runs[i][x].top - (y + 1));
        nearest = fmin(nearest, fmax(away, 0));
    }
    return nearest;
}

/** What words change in a picture lies inside the graph and away from all curves. */
static void check_words(const TarePlot* plot, int width, int height)
{
    TarePlot without = *plot;
    without.n_marks = 0;
    cairo_surface_t *const with = draw(plot, width, height), *const bare =
                                                                 draw(&without, width, height);
    cairo_t* const cairo = cairo_create(bare);
    const TarePlotFrame frame = tare_plot_frame_of(cairo, plot, width, height);
    static Run runs[TARE_MAX_BANDS + 6][MAX_WIDTH];
    double nearest = HUGE_VAL;
    unsigned n_pixels = 0;
    REQUIRE(plot->n_curves <= sizeof runs / sizeof *runs && width <= MAX_WIDTH);
    for (size_t i = 0; i < plot->n_curves; ++i)
        find_runs(plot, &frame, plot->curves[i].gain_db, runs[i]);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (pixel(with, x, y) != pixel(bare, x, y)) {
                ++n_pixels;
                nearest = fmin(nearest, nearest_curve(plot->n_curves, runs, x, y));
                if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom)
                    nearest = 0;
            }
    CHECK(nearest >= LEAST_AWAY);
    n_words += n_pixels > 0 ? (unsigned)plot->n_marks : 0;
    ++n_pictures;
    cairo_destroy(cairo);
    cairo_surface_destroy(with);
    cairo_surface_destroy(bare);
}

static void check_correction(TareCorrection* correction, bool is_parted)
{
    if (is_parted) /* has sides that differ */
        for (uint32_t i = 0; i < correction->set.n_bands; ++i)
            correction->set.bands[i].channel = i & 1 ? TARE_CHANNEL_RIGHT : TARE_CHANNEL_LEFT;
    for (unsigned side = TARE_PICTURE_LEFT; side <= TARE_PICTURE_BOTH; ++side) {
        const unsigned paper = n_pictures % (sizeof papers / sizeof *papers);
        TarePicture* const picture =
            tare_picture_new(correction, (TarePictureSide)side, papers[paper].rate_hz);
        REQUIRE(picture != NULL);
        tare_picture_set_range(picture, papers[paper].range_db);
        check_words(tare_picture_plot(picture), papers[paper].width, papers[paper].height);
        tare_picture_free(picture);
    }
}

static void check_file(const char* name, size_t step)
{
    char path[1024];
    const char* const source = getenv("TARE_SOURCE_DIR");
    snprintf(path, sizeof path, "%s/presets/catalogue/%s", source ? source : ".", name);
    TareCatalogue* const catalogue = tare_catalogue_new();
    REQUIRE(catalogue && tare_catalogue_add_file(catalogue, path, TARE_READ_ALL, NULL) == TARE_OK);
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); i += step) {
        TareCorrection correction =
            *tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
        if (correction.set.n_bands > MOST_BANDS_WITH_WORDS)
            correction.set.n_bands = MOST_BANDS_WITH_WORDS;
        check_correction(&correction, i / step % 2 == 1);
    }
    tare_catalogue_free(catalogue);
}

static void test_no_curve_goes_through_words(void)
{
    check_file("reviews.tare", REVIEW_STEP);
    check_file("opra.tare", PRESET_STEP);
    CHECK(n_pictures > 150);
    CHECK(n_words > 2 * n_pictures); /* few pictures have no room for any */
}

int main(void)
{
    RUN(test_no_curve_goes_through_words);
    return check_done();
}
