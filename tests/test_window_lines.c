/* The curves of the window beside those of the bands. */

#include "controls.h"
#include "corrections/catalogue.h"
#include "helpers/check.h"
#include "picture/plot_data.h"
#include "search/stock.h"
#include "window/aiming.h"
#include "window/lines.h"
#include "window/shelf.h"

#include <stdlib.h>

typedef struct {
    TareShelf* shelf;
    TareAiming* aiming;
    TareLines* lines;
} Shown;

static void hide(Shown* shown)
{
    tare_lines_free(shown->lines);
    tare_aiming_free(shown->aiming);
    tare_shelf_free(shown->shelf);
}

/** Shows a correction of the shipped catalogue without its bands. */
static const TarePlot* show(Shown* shown, const char* id)
{
    static const TareAimGoal nowhere = {0};
    const TareControls flat = tare_controls_default();
    *shown = (Shown){.shelf = tare_shelf_new(getenv("TARE_BUILD_DIR")), .lines = tare_lines_new()};
    TareStock* const stock = shown->shelf ? tare_shelf_stock(shown->shelf) : NULL;
    const TareEntry* const entry =
        stock ? tare_catalogue_find_id(tare_stock_catalogue(stock), id) : NULL;
    shown->aiming = shown->shelf ? tare_aiming_new(shown->shelf) : NULL;
    if (!shown->aiming || !shown->lines || !entry)
        return NULL;
    tare_aiming_take(shown->aiming, entry);
    const TareSound sound = tare_aiming_sound(shown->aiming, &nowhere);
    tare_lines_set(shown->lines, &flat, 2, &sound);
    return tare_lines_plot(shown->lines);
}

static const TarePlotCurve* find(const TarePlot* plot, TarePlotKind kind)
{
    for (size_t i = 0; i < plot->n_curves; ++i)
        if (plot->curves[i].kind == kind)
            return &plot->curves[i];
    return NULL;
}

/** Three persons measured it at the same ear; one of these curves is the raw one. */
static void test_how_far_measurements_differ_is_an_area(void)
{
    Shown shown;
    const TarePlot* const plot = show(&shown, "sennheiser-hd-650/tare-rtings");
    REQUIRE(plot != NULL);
    const TarePlotCurve* const area = find(plot, TARE_PLOT_SPREAD);
    const TarePlotCurve* const raw = find(plot, TARE_PLOT_MEASURED);
    REQUIRE(area && area->lowest_db && raw);
    CHECK(area == plot->curves); /* below all others */
    double widest_db = 0.0;
    for (size_t i = 0; i < plot->n_points; ++i) {
        CHECK(raw->gain_db[i] <= area->gain_db[i] + 1e-9);
        CHECK(raw->gain_db[i] >= area->lowest_db[i] - 1e-9);
        widest_db = fmax(widest_db, area->gain_db[i] - area->lowest_db[i]);
    }
    CHECK(widest_db > 2.0 && widest_db < 20.0);
    hide(&shown);
}

static void test_one_person_alone_has_no_area(void)
{
    Shown shown;
    const TarePlot* const plot = show(&shown, "sennheiser-hd-650/tare-oratory1990");
    REQUIRE(plot != NULL);
    CHECK(!find(plot, TARE_PLOT_SPREAD) && find(plot, TARE_PLOT_MEASURED));
    hide(&shown);
}

int main(void)
{
    RUN(test_how_far_measurements_differ_is_an_area);
    RUN(test_one_person_alone_has_no_area);
    return check_done();
}
