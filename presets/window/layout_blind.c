/* The page of the blind test. */

#include "window/blind_test.h"
#include "window/desk.h"
#include "window/layout.h"

#include <math.h>

enum {
    GAP = 8,
    MAX_WIDTH = 640, ///< nobody looks further for a button
    MIN_ROW_HEIGHT = 28,
    MAX_ROW_HEIGHT = 44,
    HINT_HEIGHT = 20,
    WORDS_HEIGHT = 92,   ///< as far as there is room
    RESULT_HEIGHT = 132, ///< the same, of what came of the test
    MAX_COLUMNS = 3
};

typedef TareWidgetId Row[MAX_COLUMNS];

typedef struct {
    const Row* rows;
    unsigned n;
} Page;

static const Row setup[] = {
    {TARE_WIDGET_BLIND_ORIGINAL, TARE_WIDGET_BLIND_SLOTS},
    {TARE_WIDGET_BLIND_WHICH, TARE_WIDGET_BLIND_BETTER},
    {TARE_WIDGET_BLIND_5, TARE_WIDGET_BLIND_10, TARE_WIDGET_BLIND_20},
    {TARE_WIDGET_BLIND_ON, TARE_WIDGET_BLIND_END},
};

static const Row which[] = {
    {TARE_WIDGET_BLIND_PLAY_1, TARE_WIDGET_BLIND_PLAY_2, TARE_WIDGET_BLIND_PLAY_X},
    {TARE_WIDGET_BLIND_SAY_1, TARE_WIDGET_BLIND_SAY_2},
    {TARE_WIDGET_BLIND_ON, TARE_WIDGET_BLIND_END},
};

static const Row better[] = {
    {TARE_WIDGET_BLIND_PLAY_1, TARE_WIDGET_BLIND_PLAY_2},
    {TARE_WIDGET_BLIND_SAY_1, TARE_WIDGET_BLIND_SAY_2, TARE_WIDGET_BLIND_SAY_SAME},
    {TARE_WIDGET_BLIND_ON, TARE_WIDGET_BLIND_END},
};

static const Row result[] = {{TARE_WIDGET_BLIND_ON, TARE_WIDGET_BLIND_END}};

static Page page_of(const TareBlindTest* test)
{
    switch (test->page) {
    case TARE_BLIND_TEST_ROUNDS:
        return test->is_preference ? (Page){better, sizeof better / sizeof *better}
                                   : (Page){which, sizeof which / sizeof *which};
    case TARE_BLIND_TEST_RESULT:
        return (Page){result, sizeof result / sizeof *result};
    default:
        return (Page){setup, sizeof setup / sizeof *setup};
    }
}

static void place_row(TareDesk* desk, const Row row, TareBox box)
{
    unsigned n = 0;
    while (n < MAX_COLUMNS && row[n] != TARE_WIDGET_NONE)
        ++n;
    const double step = (box.w + GAP) / n;
    for (unsigned i = 0; i < n; ++i)
        desk->boxes[row[i]] = (TareBox){box.x + i * step, box.y, step - GAP, box.h};
}

void tare_layout_place_blind(TareDesk* desk, TareBox all)
{
    const Page page = page_of(desk->blind);
    const double width = fmin(all.w, MAX_WIDTH);
    TareBox rest = {all.x + 0.5 * (all.w - width), all.y, width, all.h - HINT_HEIGHT - GAP};
    const double wished =
        desk->blind->page == TARE_BLIND_TEST_RESULT ? RESULT_HEIGHT : WORDS_HEIGHT;
    const double spare = rest.h - wished - page.n * GAP;
    const double row_height = fmin(fmax(spare / page.n, MIN_ROW_HEIGHT), MAX_ROW_HEIGHT);
    const double words = fmin(rest.h - page.n * (row_height + GAP), wished);
    desk->boxes[TARE_WIDGET_HINT] =
        (TareBox){all.x, all.y + all.h - HINT_HEIGHT, all.w, HINT_HEIGHT};
    desk->boxes[TARE_WIDGET_BLIND_WORDS] = (TareBox){rest.x, rest.y, rest.w, words};
    for (unsigned i = 0; i < page.n; ++i)
        place_row(
            desk, page.rows[i],
            (TareBox){rest.x, rest.y + words + GAP + i * (row_height + GAP), rest.w, row_height});
}
