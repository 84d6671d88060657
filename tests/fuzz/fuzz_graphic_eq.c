/* Broken curves in a line: whatever the bytes, the reader comes back, and the curve is in order.
   Fits take their time, so that only a few are made. Seeded: the same in each run. */

#include "base/text.h"
#include "corrections/correction.h"
#include "fakes/failing_malloc.h"
#include "formats/apo_read.h"
#include "formats/contents.h"
#include "formats/gathered.h"
#include "formats/graphic_eq.h"
#include "formats/input.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "helpers/noise.h"

#include <stdlib.h>

enum { MAX_LENGTH = 512, N_FITS = 20 };

static const char seed_text[] = "20 -1.3; 21 -1,4; 0 3;1000.5 -6.25 ; 1e3 2;\t19871 -6.0";

static uint64_t random_state = 88172645463325252u;

static void count(void* data, const TareReport* report)
{
    ++*(unsigned*)data;
    CHECK(strstr(report->message, "; expected") != NULL);
}

static char* make_text(size_t* length)
{
    char text[MAX_LENGTH];
    *length = sizeof seed_text - 1;
    memcpy(text, seed_text, *length);
    *length = mutate(text, *length, MAX_LENGTH, &random_state);
    char* const exact = malloc(*length + 1);
    memcpy(exact, text, *length);
    exact[*length] = '\0';
    return exact;
}

static void test_broken_curves(void)
{
    unsigned n_points = 0, n_reports = 0;
    for (int round = 0; round < 20000; ++round) {
        const TareReporter reporter = {count, &n_reports};
        TareGathered gathered = {.file = "fuzz", .reporter = &reporter};
        size_t length = 0;
        char* const text = make_text(&length);
        for (int i = 0; i < 2; ++i)
            tare_graphic_eq_add(&gathered,
                                (TareChannel)noise_below(&random_state, TARE_N_CHANNEL_CHOICES), 1,
                                text, (TareSpan){text, text + length});
        for (int side = 0; side < TARE_MAX_CHANNELS; ++side)
            for (size_t i = 0; i < gathered.curves[side].n; ++i) {
                const TareCurvePoint* const point = &gathered.curves[side].points[i];
                CHECK(tare_curve_can_hold(point->freq_hz, 0.0) && isfinite(point->level_db));
                CHECK(i == 0 || point->freq_hz > point[-1].freq_hz);
                ++n_points;
            }
        tare_gathered_clear(&gathered);
        free(text);
    }
    CHECK(n_points > 20000 && n_reports > 1000);
}

static TareStatus read_curve(TareContents* contents, const char* points)
{
    char text[MAX_LENGTH + 32];
    const int n = snprintf(text, sizeof text, "Channel: L\nGraphicEQ: %s\n", points);
    const TareFormatInput input = {.file = "fuzz", .text = text, .length = (size_t)n};
    return tare_apo_read(contents, &input, NULL);
}

static void test_fits_of_broken_curves(void)
{
    for (int round = 0; round < N_FITS; ++round) {
        TareContents contents;
        size_t length = 0;
        char* const text = make_text(&length);
        const TareStatus status = read_curve(&contents, text);
        CHECK(status == TARE_OK ? contents.n == 1 : contents.n == 0);
        CHECK(status != TARE_NO_MEMORY);
        if (contents.n)
            CHECK(contents.corrections[0].set.n_bands <= TARE_MAX_BANDS);
        tare_contents_clear(&contents);
        free(text);
    }
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        TareContents contents;
        failing_malloc_start(n);
        const TareStatus status = read_curve(&contents, "1000 -6");
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        tare_contents_clear(&contents);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_broken_curves);
    RUN(test_fits_of_broken_curves);
    RUN(test_failed_allocations);
    return check_done();
}
