/* The list of targets. */

#include "curves/targets.h"
#include "window/aiming.h"
#include "window/desk.h"
#include "window/event.h"
#include "window/list.h"
#include "window/loaded.h"
#include "window/pen_lines.h"
#include "window/targets_order.h"
#include "window/theme.h"
#include "window/widget.h"

#include <string.h>

enum { TEXT_MARGIN = 8, LINE = 20, TITLE = 128 };

/** The row of the target at which is aimed; that behind the last when it is none of them. */
static size_t chosen_row(const TareDesk* desk)
{
    const TareAimGoal* const goal = &desk->loaded->goal;
    const TareTarget* const wanted = goal->like     ? NULL
                                     : goal->target ? goal->target
                                                    : tare_aiming_own_target(desk->aiming);
    return tare_targets_row_of(desk->loaded->entry, wanted);
}

static void draw_row(const TareDesk* desk, TarePen* pen, size_t number, const TareTarget* target)
{
    const TareTheme* const theme = desk->theme;
    const TareEntry* const entry = desk->loaded->entry;
    const TareBox row = tare_list_row(desk, TARE_WIDGET_TARGETS, number);
    TareBox inner = {row.x + TEXT_MARGIN, row.y, row.w - 2 * TEXT_MARGIN, row.h};
    char title[TITLE];
    const bool is_chosen = number == chosen_row(desk);
    tare_targets_title(target, title, sizeof title);
    const bool is_misfit = tare_targets_misfits(entry, target);
    const TareWord word = target == tare_aiming_own_target(desk->aiming) ? TARE_WORD_OWN_TARGET
                          : is_misfit                                    ? TARE_WORD_MISFIT
                                                                         : TARE_WORD_NONE;
    if (is_chosen)
        tare_list_draw_chosen(desk, TARE_WIDGET_TARGETS, number, pen);
    if (word != TARE_WORD_NONE)
        inner.w -=
            tare_pen_text(pen, inner,
                          (TarePenStyle){theme->faint, TARE_PEN_SMALL, TARE_PEN_RIGHT, false},
                          tare_word(word)) +
            TEXT_MARGIN;
    tare_pen_text(pen, inner,
                  (TarePenStyle){is_misfit ? theme->faint : theme->ink, TARE_PEN_NORMAL,
                                 TARE_PEN_LEFT, is_chosen},
                  title);
}

/** Why nothing can be aimed; TARE_WORD_NONE when it can. */
static TareWord hindrance(const TareDesk* desk)
{
    if (desk->loaded->state < TARE_LOADED_EDITED)
        return TARE_WORD_AIM_NOTHING;
    switch (tare_aiming_state(desk->aiming)) {
    case TARE_AIMING_UNKNOWN:
        return TARE_WORD_AIM_UNKNOWN;
    case TARE_AIMING_NO_ROOM:
        return TARE_WORD_AIM_NO_ROOM;
    case TARE_AIMING_READY:
        break;
    }
    return TARE_WORD_NONE;
}

void tare_targets_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareBox box = desk->boxes[id];
    const TareWord why_not = hindrance(desk);
    tare_pen_box(pen, box, desk->theme->panel, desk->theme->line);
    if (why_not != TARE_WORD_NONE) {
        tare_pen_lines(pen, tare_box_inset(box, TEXT_MARGIN + 6.0), LINE,
                       (TarePenStyle){desk->theme->faint, TARE_PEN_NORMAL, TARE_PEN_LEFT, false},
                       tare_word(why_not));
        return;
    }
    for (size_t i = tare_list_first(desk, id); i < tare_list_end(desk, id); ++i)
        draw_row(desk, pen, i, tare_targets_of_row(desk->loaded->entry, i));
    tare_list_draw_bar(desk, id, pen);
}

static void aim_at(TareDesk* desk, const TareTarget* target)
{
    TareAimGoal* const goal = &desk->loaded->goal;
    if (!target || hindrance(desk) != TARE_WORD_NONE)
        return;
    goal->like = NULL;
    goal->target = target == tare_aiming_own_target(desk->aiming) ? NULL : target;
    desk->is_goal_new = true;
}

/** Aims at the target so many rows further, within the list; at the first when it is at none. */
static void move(TareDesk* desk, long by)
{
    const size_t chosen = chosen_row(desk), n = tare_targets_count();
    const long to = chosen < n ? (long)chosen + by : 0;
    const size_t row = to < 0 ? 0 : (size_t)to < n ? (size_t)to : n - 1;
    aim_at(desk, tare_targets_of_row(desk->loaded->entry, row));
    tare_list_show(desk, TARE_WIDGET_TARGETS, chosen_row(desk));
}

static bool handle_key(TareDesk* desk, TareKey key)
{
    const long by = tare_list_step(desk, TARE_WIDGET_TARGETS, key);
    if (by != 0) {
        move(desk, by);
        return true;
    }
    switch (key) {
    case TARE_KEY_DELETE:
    case TARE_KEY_BACKSPACE:
        aim_at(desk, tare_aiming_own_target(desk->aiming));
        tare_list_show(desk, TARE_WIDGET_TARGETS, chosen_row(desk));
        return true;
    default:
        return false;
    }
}

static void press(TareDesk* desk, const TareEvent* event)
{
    size_t row = 0;
    if (tare_list_at(desk, TARE_WIDGET_TARGETS, event->x, event->y, &row))
        aim_at(desk, tare_targets_of_row(desk->loaded->entry, row));
}

bool tare_targets_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    switch (event->kind) {
    case TARE_EVENT_PRESS:
        press(desk, event);
        return true;
    case TARE_EVENT_WHEEL:
        tare_list_wheel(desk, id, event);
        return true;
    case TARE_EVENT_KEY:
        return handle_key(desk, event->key);
    default:
        return false;
    }
}
