/* 500 corrections of the catalogue as points of a graphic equaliser: read again they are what the
   correction does, within the rounding that the format states. */

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "formats/formats.h"
#include "formats/gathered.h"
#include "formats/graphic_eq.h"
#include "formats/output.h"
#include "helpers/check.h"
#include "helpers/shipped.h"
#include "settings.h"
#include "tare/response.h"

#include <stdlib.h>

enum { N_CORRECTIONS = 500 };

static TareCatalogue* catalogue;

/** Writes the points of a curve and reads them, before they are fitted. */
static void points_there_and_back(const TareCorrection* c)
{
    const double rate_hz = 48000.0, step_db = 0.1;
    const TareControls controls = tare_settings_from_set(&c->set);
    TareResponse* const wanted = tare_response_new(&controls, rate_hz, 1);
    char* text = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&text, &length);
    const TareFormatOutput output = {.file = out, .correction = c};
    REQUIRE(wanted && out && tare_formats_find("graphiceq")->write(&output, NULL));
    fclose(out);
    TareGathered gathered = {.file = "x"};
    const char* const points = strchr(text, ':') + 1;
    tare_graphic_eq_add(&gathered, TARE_CHANNEL_BOTH, 1, text, (TareSpan){points, text + length});
    CHECK(gathered.curves[0].n == 127);
    for (size_t i = 0; i < gathered.curves[0].n; ++i) {
        const TareCurvePoint point = gathered.curves[0].points[i];
        if (point.freq_hz == 1000.0) /* not written: there sums of curves have a point */
            continue;
        CHECK_NEAR(point.level_db, tare_response_gain_db(wanted, 0, point.freq_hz),
                   0.5 * step_db * (1.0 + 1e-6));
    }
    tare_gathered_clear(&gathered);
    tare_response_free(wanted);
    free(text);
}

static void test_points_come_back(void)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    const size_t step = n > N_CORRECTIONS ? n / N_CORRECTIONS : 1;
    unsigned n_done = 0;
    for (size_t i = 0; i < n; i += step) {
        const TareCorrection* const c =
            tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
        if (!c || !shipped_is_alike(c))
            continue;
        points_there_and_back(c);
        ++n_done;
    }
    printf("     %u round trips\n", n_done);
    CHECK(n_done > N_CORRECTIONS * 8 / 10);
}

int main(void)
{
    catalogue = shipped_catalogue(TARE_READ_ALL);
    CHECK(catalogue);
    if (!catalogue)
        return check_done();
    RUN(test_points_come_back);
    tare_catalogue_free(catalogue);
    return check_done();
}
