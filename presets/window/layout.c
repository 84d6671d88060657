#include "window/layout.h"

#include "tare/band.h"
#include "window/desk.h"
#include "window/focus.h"
#include "window/list.h"

enum {
    PAD = 14,
    GAP = 8,
    BAR_HEIGHT = 36,
    HEADING_HEIGHT = 28,
    READOUT_HEIGHT = 20,
    SLIDER_HEIGHT = 46,
    LINE_HEIGHT = 20,
    MIN_GRAPH_HEIGHT = 110,
    MAX_BANDS_HEIGHT = 12 + (TARE_MAX_BANDS + 1) * TARE_ROW_HEIGHT,
    TAB_HEIGHT = 30,
    MAX_PANEL_HEIGHT = TAB_HEIGHT + GAP + MAX_BANDS_HEIGHT,
    MIN_PANEL_HEIGHT = TAB_HEIGHT + GAP + 12 + 4 * TARE_ROW_HEIGHT,
    PANEL_WIDTH = 404, ///< beside the graph
    LIKE_HEIGHT = 30,
    BUTTON_HEIGHT = 30,
    MIN_OUTPUTS_HEIGHT = 12 + TARE_TALL_ROW_HEIGHT,
    MIN_TARGETS_HEIGHT = 12 + 3 * TARE_ROW_HEIGHT,
    MIN_FIELD_WIDTH = 240, ///< else the buttons stand below it
    MIN_SLIDER_WIDTH = 104,
    SIDE_BY_SIDE_WIDTH = 900,
    ONE_LINE_WIDTH = 1000, ///< hint and meters in one line
    METERS_WIDTH = 450,
    UNDO_WIDTH = 120,
    BACK_WIDTH = 76,
    MIN_HEADING_WIDTH = 200 ///< else there is no button for the way back, but its key
};

/** What stands in the bar, and how wide. */
static const struct {
    TareWidgetId id;
    double width;
} bar[] = {
    {TARE_WIDGET_ENABLED, 92}, {TARE_WIDGET_COMPARE, 120}, {TARE_WIDGET_SLOT_A, 36},
    {TARE_WIDGET_SLOT_B, 36},  {TARE_WIDGET_COPY, 66},
};

/** What stands above the panel, and how wide. */
static const struct {
    TareWidgetId id;
    double width;
} tabs[] = {
    {TARE_WIDGET_TAB_BANDS, 60}, {TARE_WIDGET_TAB_TARGET, 62}, {TARE_WIDGET_TAB_OUTPUTS, 78},
    {TARE_WIDGET_BLIND, 98},     {TARE_WIDGET_OPEN, 68},       {TARE_WIDGET_SAVE, 84},
};

enum { N_TABS = sizeof tabs / sizeof *tabs, N_TABS_ABOVE = 3 };

enum { N_BAR = sizeof bar / sizeof *bar, N_SLIDERS = 5, N_BENDS = 4 };

static TareBox* box_of(TareDesk* desk, TareWidgetId id)
{
    return &desk->boxes[id];
}

/** Gives a row of a height to a widget, at the top of what is left. */
static void take_top(TareBox* rest, TareBox* box, double height, double gap)
{
    *box = (TareBox){rest->x, rest->y, rest->w, height};
    rest->y += height + gap;
    rest->h -= height + gap;
}

static void take_bottom(TareBox* rest, TareBox* box, double height, double gap)
{
    *box = (TareBox){rest->x, rest->y + rest->h - height, rest->w, height};
    rest->h -= height + gap;
}

/** Field and buttons: in one row where they fit, else the buttons below, as wide as all. */
static void place_bar(TareDesk* desk, TareBox* rest)
{
    double buttons = 0.0;
    for (int i = 0; i < N_BAR; ++i)
        buttons += bar[i].width + GAP;
    TareBox row;
    take_top(rest, &row, BAR_HEIGHT, GAP);
    *box_of(desk, TARE_WIDGET_FIND) = row;
    double stretch = 1.0;
    if (row.w - buttons >= MIN_FIELD_WIDTH) {
        box_of(desk, TARE_WIDGET_FIND)->w = row.w - buttons;
        row.x += row.w - buttons + GAP;
    } else {
        take_top(rest, &row, BAR_HEIGHT, GAP);
        stretch = (row.w - (N_BAR - 1) * GAP) / (buttons - N_BAR * GAP);
    }
    for (int i = 0; i < N_BAR; ++i) {
        const double width = bar[i].width * stretch;
        *box_of(desk, bar[i].id) = (TareBox){row.x, row.y, width, row.h};
        row.x += width + GAP;
    }
}

/** Gives the end of the heading to a button. */
static void place_in_heading(TareDesk* desk, TareWidgetId id, double width)
{
    TareBox* const heading = box_of(desk, TARE_WIDGET_HEADING);
    heading->w -= width + GAP;
    *box_of(desk, id) = (TareBox){heading->x + heading->w + GAP, heading->y, width, heading->h};
}

static void place_heading(TareDesk* desk, TareBox* rest)
{
    TareBox* const heading = box_of(desk, TARE_WIDGET_HEADING);
    take_top(rest, heading, HEADING_HEIGHT, GAP);
    if (desk->is_edited || desk->has_back)
        place_in_heading(desk, TARE_WIDGET_UNDO, UNDO_WIDTH);
    if (!desk->is_edited) /* its place stays free, so that the way back is always beside it */
        box_of(desk, TARE_WIDGET_UNDO)->w = 0.0;
    if (desk->has_back && heading->w >= MIN_HEADING_WIDTH + BACK_WIDTH)
        place_in_heading(desk, TARE_WIDGET_BACK, BACK_WIDTH);
}

static void place_last_line(TareDesk* desk, TareBox* rest)
{
    TareBox* const hint = box_of(desk, TARE_WIDGET_HINT);
    TareBox* const meters = box_of(desk, TARE_WIDGET_METERS);
    take_bottom(rest, hint, LINE_HEIGHT, GAP);
    if (rest->w < ONE_LINE_WIDTH || desk->notice[0] != '\0' || desk->has_outputs) {
        take_bottom(rest, meters, LINE_HEIGHT, 0.0);
        return;
    }
    *meters = (TareBox){hint->x + hint->w - METERS_WIDTH, hint->y, METERS_WIDTH, hint->h};
    hint->w -= METERS_WIDTH + GAP;
}

/** How many of n sliders stand in a row: as many as fit, but rows of about the same length. */
static int sliders_in_row(int n, double width)
{
    const int room = (int)((width + 2 * GAP) / (MIN_SLIDER_WIDTH + 2 * GAP));
    const int fitting = room < 1 ? 1 : room < n ? room : n;
    const int n_rows = (n + fitting - 1) / fitting;
    return (n + n_rows - 1) / n_rows;
}

static double sliders_height(int n, double width)
{
    const int in_row = sliders_in_row(n, width);
    const int n_rows = (n + in_row - 1) / in_row;
    return n_rows * SLIDER_HEIGHT;
}

/** Places n sliders, the first and those behind it, at the bottom of what is left. */
static void place_sliders(TareDesk* desk, TareWidgetId first, int n, TareBox* rest)
{
    const int in_row = sliders_in_row(n, rest->w);
    TareBox all;
    take_bottom(rest, &all, sliders_height(n, rest->w), GAP);
    const double step = (all.w + 2 * GAP) / in_row;
    for (int i = 0; i < n; ++i) {
        const int row = i / in_row, column = i % in_row;
        *box_of(desk, (TareWidgetId)((int)first + i)) = (TareBox){
            all.x + column * step, all.y + row * SLIDER_HEIGHT, step - 2 * GAP, SLIDER_HEIGHT};
    }
}

static void place_graph(TareDesk* desk, TareBox rest)
{
    if (rest.h >= MIN_GRAPH_HEIGHT + READOUT_HEIGHT)
        take_top(&rest, box_of(desk, TARE_WIDGET_READOUT), READOUT_HEIGHT, 2.0);
    *box_of(desk, TARE_WIDGET_GRAPH) = rest;
}

/** The targets, with sliders below them where there is room. */
static void place_target(TareDesk* desk, TareBox rest)
{
    if (rest.h >= MIN_TARGETS_HEIGHT + GAP + sliders_height(N_BENDS, rest.w))
        place_sliders(desk, TARE_WIDGET_AIM_BASS, N_BENDS, &rest);
    if (rest.h >= MIN_TARGETS_HEIGHT + GAP + LIKE_HEIGHT)
        take_bottom(&rest, box_of(desk, TARE_WIDGET_LIKE), LIKE_HEIGHT, GAP);
    *box_of(desk, TARE_WIDGET_TARGETS) = rest;
}

static bool is_tab_shown(const TareDesk* desk, int tab)
{
    return tabs[tab].id != TARE_WIDGET_TAB_OUTPUTS || desk->has_outputs;
}

/** How wide some of the tabs are, with the gap behind each. */
static double tabs_width(const TareDesk* desk, int first, int n)
{
    double width = 0.0;
    for (int i = first; i < first + n; ++i)
        width += is_tab_shown(desk, i) ? tabs[i].width + GAP : 0.0;
    return width;
}

static bool tabs_need_two_rows(const TareDesk* desk, double width)
{
    return tabs_width(desk, 0, N_TABS) - GAP > width;
}

/** Places some of the tabs side by side, as wide as they are, or stretched over a row. */
static void place_tabs(TareDesk* desk, int first, int n, TareBox row, bool is_stretched)
{
    const double stretch = is_stretched ? (row.w + GAP) / tabs_width(desk, first, n) : 1.0;
    for (int i = first; i < first + n; ++i) {
        if (!is_tab_shown(desk, i))
            continue;
        const double step = (tabs[i].width + GAP) * stretch;
        *box_of(desk, tabs[i].id) = (TareBox){row.x, row.y, step - GAP, row.h};
        row.x += step;
    }
}

/** In one row where they fit, else in two, what does something below what the panel shows. */
static void place_tab_rows(TareDesk* desk, TareBox* rest)
{
    TareBox row;
    take_top(rest, &row, TAB_HEIGHT, GAP);
    if (!tabs_need_two_rows(desk, row.w)) {
        place_tabs(desk, 0, N_TABS, row, false);
        return;
    }
    place_tabs(desk, 0, N_TABS_ABOVE, row, true);
    take_top(rest, &row, TAB_HEIGHT, GAP);
    place_tabs(desk, N_TABS_ABOVE, N_TABS - N_TABS_ABOVE, row, true);
}

/** The outputs, with what can be done with them below. */
static void place_outputs(TareDesk* desk, TareBox rest)
{
    static const double widths[] = {112.0, 88.0, 56.0, 124.0};
    enum { N = sizeof widths / sizeof *widths };
    TareBox row;
    if (rest.h >= MIN_OUTPUTS_HEIGHT + GAP + BUTTON_HEIGHT) {
        take_bottom(&rest, &row, BUTTON_HEIGHT, GAP);
        double all = 0.0;
        for (int i = 0; i < N; ++i)
            all += widths[i];
        const double stretch = (row.w - (N - 1) * GAP) / all;
        for (int i = 0; i < N; ++i) {
            *box_of(desk, (TareWidgetId)((int)TARE_WIDGET_OUTPUT_FIND + i)) =
                (TareBox){row.x, row.y, widths[i] * stretch, row.h};
            row.x += widths[i] * stretch + GAP;
        }
    }
    /* it comes and goes: only the list gives room for it */
    if (desk->is_bypassed && rest.h >= MIN_OUTPUTS_HEIGHT + GAP + BUTTON_HEIGHT)
        take_bottom(&rest, box_of(desk, TARE_WIDGET_OUTPUT_ALL), BUTTON_HEIGHT, GAP);
    *box_of(desk, TARE_WIDGET_OUTPUTS) = rest;
}

static void place_panel(TareDesk* desk, TareBox rest)
{
    place_tab_rows(desk, &rest);
    if (desk->panel == TARE_PANEL_OUTPUTS && desk->has_outputs)
        place_outputs(desk, rest);
    else if (desk->panel == TARE_PANEL_TARGET)
        place_target(desk, rest);
    else
        *box_of(desk, TARE_WIDGET_BANDS) = rest;
}

/** Beside the graph, or below all. */
static void place_side(TareDesk* desk, TareBox* rest)
{
    TareBox panel;
    if (rest->w >= SIDE_BY_SIDE_WIDTH) {
        const double height = rest->h < MAX_PANEL_HEIGHT ? rest->h : MAX_PANEL_HEIGHT;
        place_panel(desk, (TareBox){rest->x + rest->w - PANEL_WIDTH, rest->y, PANEL_WIDTH, height});
        rest->w -= PANEL_WIDTH + 2 * GAP;
        return;
    }
    /* at most as high as the graph above it */
    const double room = rest->h - sliders_height(N_SLIDERS, rest->w) - READOUT_HEIGHT - 3 * GAP;
    const double height = 0.5 * room < MAX_PANEL_HEIGHT ? 0.5 * room : MAX_PANEL_HEIGHT;
    if (height < MIN_PANEL_HEIGHT + (tabs_need_two_rows(desk, rest->w) ? TAB_HEIGHT + GAP : 0))
        return;
    take_bottom(rest, &panel, height, GAP);
    place_panel(desk, panel);
}

/** What lies under a list that has come, or has gone, is no longer pointed at; what has gone has no
    focus either. */
static void leave_hidden(TareDesk* desk, TareBox found)
{
    const TareBox box = desk->boxes[desk->hover];
    const bool has_list = desk->is_finding || desk->is_choosing_file;
    const bool is_list = desk->hover == TARE_WIDGET_RESULTS || desk->hover == TARE_WIDGET_FILES;
    if (tare_box_is_empty(box) || (has_list && !is_list && tare_box_meets(box, found)))
        desk->hover = TARE_WIDGET_NONE;
    if (tare_box_is_empty(desk->boxes[desk->focus]))
        tare_focus_set(desk, TARE_WIDGET_FIND);
}

void tare_layout_place(TareDesk* desk)
{
    TareBox rest = tare_box_inset(desk->all, PAD);
    for (int i = 0; i < TARE_N_WIDGETS; ++i)
        desk->boxes[i] = (TareBox){0};
    if (desk->is_blind) {
        tare_layout_place_blind(desk, rest);
        return;
    }
    place_bar(desk, &rest);
    TareBox found = rest;
    place_heading(desk, &rest);
    if (rest.h >= MIN_GRAPH_HEIGHT + 2 * LINE_HEIGHT)
        place_last_line(desk, &rest);
    found.h = rest.y + rest.h - found.y;
    place_side(desk, &rest);
    if (rest.h >= MIN_GRAPH_HEIGHT + sliders_height(N_SLIDERS, rest.w))
        place_sliders(desk, TARE_WIDGET_STRENGTH, N_SLIDERS, &rest);
    place_graph(desk, rest);
    if (desk->is_finding)
        *box_of(desk, TARE_WIDGET_RESULTS) = found;
    if (desk->is_choosing_file)
        *box_of(desk, TARE_WIDGET_FILES) = found;
    leave_hidden(desk, found);
    tare_list_scroll(desk, TARE_WIDGET_BANDS, 0.0); /* as far as there is room behind the last */
}
