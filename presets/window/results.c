/* What was found: models, and below each its corrections. */

#include "corrections/entry.h"
#include "window/actions.h"
#include "window/desk.h"
#include "window/entry_words.h"
#include "window/event.h"
#include "window/finder.h"
#include "window/list.h"
#include "window/pen_text.h"
#include "window/shelf.h"
#include "window/theme.h"
#include "window/widget.h"

enum { INDENT = 26, MARGIN = 8 };

/* Where there is room, target and basis have columns of their own. */
#define WIDE 620.0
#define AUTHOR_SHARE 0.38
#define TARGET_SHARE 0.3

static void draw_columns(const TareTheme* theme, TarePen* pen, TareBox row, const TareEntry* entry)
{
    const TarePenStyle ink = {theme->ink, TARE_PEN_NORMAL, TARE_PEN_LEFT, false};
    char text[256];
    tare_entry_words_author(entry, text, sizeof text);
    const double target = row.x + AUTHOR_SHARE * row.w;
    const double basis = target + TARGET_SHARE * row.w;
    tare_pen_text(pen, (TareBox){row.x, row.y, target - row.x - MARGIN, row.h}, ink, text);
    tare_pen_text(pen, (TareBox){target, row.y, basis - target - MARGIN, row.h}, ink,
                  tare_entry_words_target(entry));
    tare_pen_text(pen, (TareBox){basis, row.y, row.x + row.w - basis, row.h},
                  (TarePenStyle){theme->faint, TARE_PEN_NORMAL, TARE_PEN_LEFT, false},
                  tare_entry_words_basis(entry));
}

static void draw_correction(const TareDesk* desk, TarePen* pen, TareBox row, size_t number)
{
    const TareTheme* const theme = desk->theme;
    const TareFinderRow* const what = &desk->finder->rows[number];
    const TarePenStyle ink = {theme->ink, TARE_PEN_NORMAL, TARE_PEN_LEFT, false};
    TareBox inner = {row.x + INDENT, row.y, row.w - INDENT - MARGIN, row.h};
    if (number == desk->finder->chosen)
        tare_list_draw_chosen(desk, TARE_WIDGET_RESULTS, number, pen);
    if (what->is_default) {
        const double width = tare_pen_text(
            pen, inner, (TarePenStyle){theme->ink, TARE_PEN_SMALL, TARE_PEN_RIGHT, false},
            tare_word(TARE_WORD_DEFAULT));
        inner.w -= width + MARGIN;
    }
    char text[512];
    if (row.w >= WIDE) {
        inner.w = row.w - INDENT - MARGIN - 60.0;
        draw_columns(theme, pen, inner, what->entry);
    } else {
        tare_entry_words_all(what->entry, text, sizeof text);
        tare_pen_text(pen, inner, ink, text);
    }
}

static void draw_name(const TareDesk* desk, TarePen* pen, TareBox row, const TareEntry* entry)
{
    char name[256];
    tare_entry_display_name(entry, name, sizeof name);
    tare_pen_text(pen, (TareBox){row.x + MARGIN, row.y, row.w - 2 * MARGIN, row.h},
                  (TarePenStyle){desk->theme->ink, TARE_PEN_NORMAL, TARE_PEN_LEFT, true}, name);
}

static TareWord notice_of(const TareFinder* finder)
{
    if (!tare_shelf_stock(finder->shelf))
        return TARE_WORD_NO_CATALOGUE;
    if (finder->n == 0)
        return TARE_WORD_NOT_FOUND;
    return finder->is_near_only ? TARE_WORD_NEAREST : TARE_WORD_NONE;
}

void tare_results_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareFinder* const finder = desk->finder;
    const TareBox box = desk->boxes[id];
    tare_pen_box(pen, box, desk->theme->panel, desk->theme->line);
    tare_pen_text(pen, (TareBox){box.x + 14.0, box.y + 6.0, box.w - 28.0, 26.0},
                  (TarePenStyle){desk->theme->warning, TARE_PEN_NORMAL, TARE_PEN_LEFT, false},
                  tare_word(notice_of(finder)));
    for (size_t i = tare_list_first(desk, id); i < tare_list_end(desk, id); ++i) {
        const TareBox row = tare_list_row(desk, id, i);
        if (finder->rows[i].is_name)
            draw_name(desk, pen, row, finder->rows[i].entry);
        else
            draw_correction(desk, pen, row, i);
    }
    tare_list_draw_bar(desk, id, pen);
}

/** The row of a correction under the pointer; the list's end when there is none. */
static size_t row_at(const TareDesk* desk, const TareEvent* event)
{
    const TareFinder* const finder = desk->finder;
    size_t row = 0;
    if (!tare_list_at(desk, TARE_WIDGET_RESULTS, event->x, event->y, &row))
        return finder->n;
    return finder->rows[row].is_name ? row + 1 : row;
}

bool tare_results_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    TareFinder* const finder = desk->finder;
    if (event->kind == TARE_EVENT_WHEEL) {
        tare_list_wheel(desk, id, event);
        return true;
    }
    if (event->kind != TARE_EVENT_PRESS && event->kind != TARE_EVENT_MOVE)
        return false;
    const size_t row = row_at(desk, event);
    if (row == finder->n)
        return event->kind == TARE_EVENT_PRESS;
    const bool is_other = row != finder->chosen;
    finder->chosen = row;
    if (event->kind == TARE_EVENT_MOVE) {
        if (is_other)
            tare_desk_soil(desk, id);
        return false;
    }
    tare_action_take(desk, finder->rows[row].entry);
    return true;
}
