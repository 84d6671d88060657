/* The field where a headphone is looked for. */

#include "window/actions.h"
#include "window/desk.h"
#include "window/edit_view.h"
#include "window/event.h"
#include "window/finder.h"
#include "window/list.h"
#include "window/theme.h"
#include "window/widget.h"

enum { MARK = 30 };

static void draw_glass(TarePen* pen, TareBox box, unsigned rgb)
{
    const double x = box.x + 16.0, y = box.y + 0.5 * box.h - 1.0;
    tare_pen_disc(pen, x, y, 5.0, pen->theme->panel, rgb);
    tare_pen_line(pen, x + 3.5, y + 3.5, x + 7.5, y + 7.5, 2.0, rgb);
}

/** What is said while nothing is typed. */
static TareWord label_of(const TareDesk* desk)
{
    return desk->finder->use == TARE_FINDER_LIKENESS ? TARE_WORD_LIKE_WHOM
           : desk->finder->use == TARE_FINDER_OUTPUT ? TARE_WORD_OUTPUT_WHAT
                                                     : TARE_WORD_FIND;
}

void tare_field_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareTheme* const theme = desk->theme;
    const TareBox box = desk->boxes[id];
    const TareBox inner = {box.x + MARK, box.y, box.w - MARK - 10.0, box.h};
    const TarePenStyle style = {theme->ink, TARE_PEN_NORMAL, TARE_PEN_LEFT, false};
    tare_pen_box(pen, box, theme->panel, theme->line);
    draw_glass(pen, box, theme->faint);
    if (desk->finder->edit.text[0] == '\0')
        tare_pen_text(pen, (TareBox){inner.x + 3.0, inner.y, inner.w - 3.0, inner.h},
                      (TarePenStyle){theme->faint, TARE_PEN_NORMAL, TARE_PEN_LEFT, false},
                      tare_word(label_of(desk)));
    if (desk->focus == id || desk->finder->edit.text[0] != '\0')
        tare_edit_view_draw(pen, inner, &desk->finder->edit, style);
}

static bool apply(TareDesk* desk)
{
    tare_action_take(desk, tare_finder_chosen(desk->finder));
    return true;
}

static bool handle_key(TareDesk* desk, TareKey key)
{
    TareFinder* const finder = desk->finder;
    const long by = tare_list_step(desk, TARE_WIDGET_RESULTS, key);
    if (key == TARE_KEY_ENTER)
        return finder->is_open && apply(desk);
    if (key == TARE_KEY_ESCAPE && finder->is_open) {
        tare_finder_close(finder);
        return true;
    }
    if (by == 0)
        return false;
    if (finder->is_open)
        tare_finder_move(finder, by);
    else
        tare_finder_search(finder);
    return true;
}

bool tare_field_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    bool has_changed = false;
    (void)id;
    if (event->kind == TARE_EVENT_PRESS) {
        if (desk->finder->is_open && desk->finder->edit.text[0] == '\0')
            tare_finder_close(desk->finder);
        else if (!desk->finder->is_open)
            tare_finder_search(desk->finder);
        return true;
    }
    if (event->kind == TARE_EVENT_KEY && handle_key(desk, event->key))
        return true;
    if ((event->kind != TARE_EVENT_KEY && event->kind != TARE_EVENT_TEXT) ||
        !tare_edit_handle(&desk->finder->edit, event, &has_changed))
        return false;
    if (has_changed && desk->finder->edit.text[0] == '\0' && desk->finder->use == TARE_FINDER_LOAD)
        tare_finder_close(desk->finder);
    else if (has_changed)
        tare_finder_search(desk->finder);
    return true;
}
