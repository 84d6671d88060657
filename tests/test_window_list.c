/* The lists of the window: rows are shown, scrolled and found alike in all of them. */

#include "helpers/check.h"
#include "window/desk.h"
#include "window/files.h"
#include "window/finder.h"
#include "window/list.h"
#include "window/outputs.h"
#include "window/targets_order.h"

enum { N_ROWS = 20, HEIGHT = 12 + 4 * TARE_TALL_ROW_HEIGHT + 5 };

/** A desk with a list of outputs, of which four are shown. */
typedef struct {
    TareDesk desk;
    TareOutputs outputs;
    TareFinder finder;
    TareFiles files;
    TareScrolled scrolled;
} Room;

static void furnish(Room* room)
{
    *room = (Room){.outputs = {.n = N_ROWS}};
    room->desk.outputs = &room->outputs;
    room->desk.finder = &room->finder;
    room->desk.files = &room->files;
    room->desk.scrolled = &room->scrolled;
    room->desk.boxes[TARE_WIDGET_OUTPUTS] = (TareBox){100.0, 50.0, 300.0, HEIGHT};
    room->desk.boxes[TARE_WIDGET_TARGETS] = (TareBox){100.0, 50.0, 300.0, HEIGHT};
    room->desk.boxes[TARE_WIDGET_BANDS] = (TareBox){100.0, 50.0, 300.0, HEIGHT};
}

static void test_rows_are_where_they_are_clicked(void)
{
    Room room;
    furnish(&room);
    tare_list_scroll(&room.desk, TARE_WIDGET_OUTPUTS, 3.0);
    CHECK(tare_list_first(&room.desk, TARE_WIDGET_OUTPUTS) == 3);
    CHECK(tare_list_end(&room.desk, TARE_WIDGET_OUTPUTS) == 7);
    for (size_t i = 3; i < 7; ++i) {
        const TareBox box = tare_list_row(&room.desk, TARE_WIDGET_OUTPUTS, i);
        size_t row = 0;
        CHECK(tare_list_at(&room.desk, TARE_WIDGET_OUTPUTS, box.x + 1.0, box.y, &row) && row == i);
    }
    const TareBox hidden = tare_list_row(&room.desk, TARE_WIDGET_OUTPUTS, 7);
    size_t row = 0;
    CHECK(!tare_list_at(&room.desk, TARE_WIDGET_OUTPUTS, hidden.x + 1.0, hidden.y, &row));
    CHECK(!tare_list_at(&room.desk, TARE_WIDGET_OUTPUTS, 100.0, 60.0, &row)); /* the margin */
}

static void test_no_list_is_scrolled_beyond_its_ends(void)
{
    static const TareWidgetId lists[] = {TARE_WIDGET_OUTPUTS, TARE_WIDGET_TARGETS,
                                         TARE_WIDGET_BANDS};
    Room room;
    furnish(&room);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; ++i) {
        tare_list_scroll(&room.desk, lists[i], -5.0);
        CHECK(tare_list_first(&room.desk, lists[i]) == 0);
        const size_t shown = tare_list_end(&room.desk, lists[i]);
        tare_list_scroll(&room.desk, lists[i], 1000.0);
        const size_t first = tare_list_first(&room.desk, lists[i]);
        CHECK(tare_list_end(&room.desk, lists[i]) == first + shown && first > 0);
        tare_list_scroll(&room.desk, lists[i], 1.0);
        CHECK(tare_list_first(&room.desk, lists[i]) == first);
    }
    CHECK(tare_list_end(&room.desk, TARE_WIDGET_OUTPUTS) == N_ROWS);
    CHECK(tare_list_end(&room.desk, TARE_WIDGET_TARGETS) == tare_targets_count());
}

static void test_what_is_chosen_is_shown(void)
{
    Room room;
    furnish(&room);
    tare_list_show(&room.desk, TARE_WIDGET_OUTPUTS, 9);
    CHECK(tare_list_first(&room.desk, TARE_WIDGET_OUTPUTS) == 6);
    tare_list_show(&room.desk, TARE_WIDGET_OUTPUTS, 8);
    CHECK(tare_list_first(&room.desk, TARE_WIDGET_OUTPUTS) == 6);
    tare_list_show(&room.desk, TARE_WIDGET_OUTPUTS, 2);
    CHECK(tare_list_first(&room.desk, TARE_WIDGET_OUTPUTS) == 2);
    tare_list_show(&room.desk, TARE_WIDGET_OUTPUTS, N_ROWS); /* none */
    CHECK(tare_list_first(&room.desk, TARE_WIDGET_OUTPUTS) == 2);
}

/** One row of the page before stays in sight. */
static void test_a_page_is_what_is_shown(void)
{
    Room room;
    furnish(&room);
    CHECK(tare_list_step(&room.desk, TARE_WIDGET_OUTPUTS, TARE_KEY_DOWN) == 1);
    CHECK(tare_list_step(&room.desk, TARE_WIDGET_OUTPUTS, TARE_KEY_PAGE_DOWN) == 3);
    CHECK(tare_list_step(&room.desk, TARE_WIDGET_OUTPUTS, TARE_KEY_PAGE_UP) == -3);
    CHECK(tare_list_step(&room.desk, TARE_WIDGET_OUTPUTS, TARE_KEY_HOME) == 0);
    room.desk.boxes[TARE_WIDGET_OUTPUTS].h = 0.0; /* no room: a row at least */
    CHECK(tare_list_step(&room.desk, TARE_WIDGET_OUTPUTS, TARE_KEY_PAGE_DOWN) == 1);
    CHECK(tare_list_end(&room.desk, TARE_WIDGET_OUTPUTS) == 0);
}

int main(void)
{
    RUN(test_rows_are_where_they_are_clicked);
    RUN(test_no_list_is_scrolled_beyond_its_ends);
    RUN(test_what_is_chosen_is_shown);
    RUN(test_a_page_is_what_is_shown);
    return check_done();
}
