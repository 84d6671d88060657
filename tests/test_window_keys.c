/* On every page of the window Tab reaches all that can be used, and the ring shows where it is. */

#include "helpers/check.h"
#include "window/blind_test.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/finder.h"
#include "window/focus.h"
#include "window/furniture.h"
#include "window/layout.h"
#include "window/load.h"
#include "window/outputs.h"
#include "window/theme.h"
#include "window/widget.h"

#include <stdlib.h>

static void write_nothing(void* data, uint32_t port, float value)
{
    (void)data;
    (void)port;
    (void)value;
}

/** A desk with everything that comes and goes on it. */
static TareFurniture* furnish(TareDesk* desk)
{
    static const TareOutputRow output = {"Speakers", "speakers", "", "", "", true, true};
    static const TareOutputsNews news = {.rows = &output, .n = 1, .is_bypassed = true};
    const TareDialsHost host = {NULL, write_nothing, NULL};
    *desk = (TareDesk){.theme = &tare_theme_light,
                       .focus = TARE_WIDGET_FIND,
                       .all = {0.0, 0.0, TARE_LAYOUT_WIDTH, TARE_LAYOUT_HEIGHT}};
    TareFurniture* const furniture = tare_furniture_new(desk, 2, getenv("TARE_BUILD_DIR"), &host);
    if (!furniture)
        return NULL;
    tare_outputs_tell(desk->outputs, &news);
    desk->back->is_there = true;
    desk->loaded->state = TARE_LOADED_EDITED;
    return furniture;
}

/** Tab goes through all of them, and Shift+Tab the way back. Returns how many there are. */
static unsigned check_page(TareDesk* desk)
{
    unsigned n = 0;
    bool is_reached[TARE_N_WIDGETS] = {false}, is_reached_back[TARE_N_WIDGETS] = {false};
    tare_furniture_look(desk);
    tare_layout_place(desk);
    for (int i = 0; i < TARE_N_WIDGETS; ++i) {
        tare_focus_move(desk, true);
        is_reached[desk->focus] = true;
    }
    for (int i = 0; i < TARE_N_WIDGETS; ++i) {
        tare_focus_move(desk, false);
        is_reached_back[desk->focus] = true;
    }
    for (TareWidgetId id = TARE_WIDGET_FIND; id < TARE_N_WIDGETS; ++id) {
        const bool is_there = !tare_box_is_empty(desk->boxes[id]);
        CHECK(is_reached[id] == (is_there && tare_widget(id)->handle != NULL));
        CHECK(is_reached_back[id] == is_reached[id]);
        n += is_reached[id];
    }
    return n;
}

static void test_each_panel_is_reached(void)
{
    TareDesk desk;
    TareFurniture* const furniture = furnish(&desk);
    REQUIRE(furniture != NULL);
    /* the field, five buttons beside it, two in the heading, graph, five sliders, six tabs */
    enum { N_ALWAYS = 20 };
    CHECK(check_page(&desk) == N_ALWAYS + 1);
    desk.panel = TARE_PANEL_TARGET;
    CHECK(check_page(&desk) == N_ALWAYS + 6); /* targets, like, four sliders */
    desk.panel = TARE_PANEL_OUTPUTS;
    CHECK(check_page(&desk) == N_ALWAYS + 6); /* outputs, five buttons */
    tare_furniture_free(furniture);
}

static void test_what_goes_gives_the_focus_away(void)
{
    TareDesk desk;
    TareFurniture* const furniture = furnish(&desk);
    REQUIRE(furniture != NULL);
    (void)check_page(&desk);
    tare_focus_set(&desk, TARE_WIDGET_UNDO);
    desk.is_edited = false;
    tare_layout_place(&desk);
    CHECK(desk.focus == TARE_WIDGET_FIND);
    tare_furniture_free(furniture);
}

static void test_a_window_without_room_is_gone_through_too(void)
{
    TareDesk desk;
    TareFurniture* const furniture = furnish(&desk);
    REQUIRE(furniture != NULL);
    desk.all = (TareBox){0.0, 0.0, 1.0, 1.0};
    tare_blind_test_open(desk.blind, desk.slots);
    tare_furniture_look(&desk);
    tare_layout_place(&desk);
    tare_focus_move(&desk, true); /* nothing has a place */
    CHECK(desk.focus == TARE_WIDGET_FIND);
    tare_furniture_free(furniture);
}

static void test_the_blind_test_is_reached(void)
{
    TareDesk desk;
    TareFurniture* const furniture = furnish(&desk);
    REQUIRE(furniture != NULL);
    tare_blind_test_open(desk.blind, desk.slots);
    CHECK(check_page(&desk) == 9);
    tare_furniture_free(furniture);
}

int main(void)
{
    RUN(test_each_panel_is_reached);
    RUN(test_what_goes_gives_the_focus_away);
    RUN(test_a_window_without_room_is_gone_through_too);
    RUN(test_the_blind_test_is_reached);
    return check_done();
}
