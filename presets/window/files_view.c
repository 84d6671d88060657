/* Choosing a file: how it looks, and what a person does there. */

#include "window/desk.h"
#include "window/edit_view.h"
#include "window/event.h"
#include "window/file_actions.h"
#include "window/files.h"
#include "window/focus.h"
#include "window/theme.h"
#include "window/widget.h"

#include <math.h>

enum {
    MARGIN = 8,
    FIELD_HEIGHT = 34,
    TITLE_HEIGHT = 26,
    NOTE_LEFT = 180,
    PAGE = 8,
    WHEEL_ROWS = 3
};

static TareBox inner_of(const TareDesk* desk)
{
    return tare_box_inset(desk->boxes[TARE_WIDGET_FILES], MARGIN);
}

static size_t n_rows(const TareDesk* desk)
{
    const double height = inner_of(desk).h - TITLE_HEIGHT - FIELD_HEIGHT - MARGIN;
    return height > 0.0 ? (size_t)floor(height / TARE_ROW_HEIGHT) : 0;
}

static TareBox row_box(const TareDesk* desk, size_t row)
{
    const TareBox inner = inner_of(desk);
    const double place = (double)row - (double)desk->files->first;
    return (TareBox){inner.x,
                     inner.y + TITLE_HEIGHT + FIELD_HEIGHT + MARGIN + place * TARE_ROW_HEIGHT,
                     inner.w, TARE_ROW_HEIGHT};
}

static void draw_row(const TareDesk* desk, TarePen* pen, size_t number)
{
    const TareTheme* const theme = desk->theme;
    const TareFolderRow* const row = &desk->files->list.rows[number];
    const TareBox box = row_box(desk, number);
    TareBox name = {box.x + MARGIN, box.y, box.w - 2 * MARGIN, box.h};
    const TareBox note = {box.x + NOTE_LEFT, box.y, box.w - NOTE_LEFT - MARGIN, box.h};
    if (number == desk->files->chosen)
        tare_pen_box(pen, box, theme->chosen, TARE_PEN_NONE);
    tare_pen_text(pen, note, (TarePenStyle){theme->faint, TARE_PEN_NORMAL, TARE_PEN_LEFT, false},
                  row->note);
    if (row->note[0] != '\0')
        name.w = NOTE_LEFT - 2 * MARGIN;
    const double width = tare_pen_text(
        pen, name, (TarePenStyle){theme->ink, TARE_PEN_NORMAL, TARE_PEN_LEFT, row->is_folder},
        row->name);
    if (row->is_folder)
        tare_pen_text(pen, (TareBox){name.x + width, name.y, 2 * MARGIN, name.h},
                      (TarePenStyle){theme->faint, TARE_PEN_NORMAL, TARE_PEN_LEFT, true}, "/");
}

void tare_files_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareTheme* const theme = desk->theme;
    const TareFiles* const files = desk->files;
    const TareBox inner = inner_of(desk);
    const TareBox field = {inner.x, inner.y + TITLE_HEIGHT, inner.w, FIELD_HEIGHT};
    const TareWord title = files->state == TARE_FILES_OPEN     ? TARE_WORD_FILES_OPEN
                           : files->state == TARE_FILES_FORMAT ? TARE_WORD_FILES_FORMAT
                           : files->is_replacing               ? TARE_WORD_FILES_REPLACE
                                                               : TARE_WORD_FILES_SAVE;
    const size_t n = n_rows(desk);
    tare_pen_box(pen, desk->boxes[id], theme->panel, theme->line);
    tare_pen_text(pen, (TareBox){inner.x, inner.y, inner.w, TITLE_HEIGHT},
                  (TarePenStyle){files->is_replacing ? theme->warning : theme->ink, TARE_PEN_NORMAL,
                                 TARE_PEN_LEFT, true},
                  tare_word(title));
    tare_pen_box(pen, field, theme->ground, theme->line);
    tare_edit_view_draw(pen, (TareBox){field.x + MARGIN, field.y, field.w - 2 * MARGIN, field.h},
                        &files->edit,
                        (TarePenStyle){theme->ink, TARE_PEN_NORMAL, TARE_PEN_LEFT, false});
    for (size_t i = files->first; i < files->list.n && i < files->first + n; ++i)
        draw_row(desk, pen, i);
    const double top = row_box(desk, files->first).y;
    tare_pen_bar(pen, (TareBox){inner.x, top, inner.w + MARGIN, inner.y + inner.h - top},
                 files->first, n, files->list.n);
}

static void show_chosen(TareDesk* desk)
{
    TareFiles* const files = desk->files;
    const size_t n = n_rows(desk);
    if (files->chosen >= files->list.n)
        return;
    if (files->chosen < files->first)
        files->first = files->chosen;
    else if (n > 0 && files->chosen >= files->first + n)
        files->first = files->chosen - n + 1;
}

static void close(TareDesk* desk)
{
    tare_files_close(desk->files);
    tare_focus_set(desk, TARE_WIDGET_FIND);
}

static void take(TareDesk* desk)
{
    const TareFilesState state = desk->files->state;
    if (!tare_files_take(desk->files)) {
        if (state == TARE_FILES_FORMAT && desk->files->state == TARE_FILES_SAVE)
            tare_action_choose_place(desk);
        return;
    }
    close(desk);
    if (state == TARE_FILES_OPEN)
        tare_action_open(desk, desk->files->edit.text);
    else
        tare_action_save(desk);
}

static bool handle_key(TareDesk* desk, TareKey key)
{
    const long by = key == TARE_KEY_DOWN        ? 1
                    : key == TARE_KEY_UP        ? -1
                    : key == TARE_KEY_PAGE_DOWN ? PAGE
                    : key == TARE_KEY_PAGE_UP   ? -PAGE
                                                : 0;
    if (by != 0) {
        tare_files_move(desk->files, by);
        show_chosen(desk);
    } else if (key == TARE_KEY_ENTER) {
        take(desk);
    } else if (key == TARE_KEY_ESCAPE) {
        close(desk);
    } else if (key == TARE_KEY_TAB) {
        tare_files_complete(desk->files);
    } else {
        return false;
    }
    return true;
}

/** Takes the row under the pointer. */
static void press(TareDesk* desk, const TareEvent* event)
{
    TareFiles* const files = desk->files;
    const size_t n = n_rows(desk);
    for (size_t i = files->first; i < files->list.n && i < files->first + n; ++i)
        if (tare_box_holds(row_box(desk, i), event->x, event->y)) {
            files->chosen = i;
            take(desk);
            return;
        }
}

static void scroll(TareDesk* desk, double rows)
{
    TareFiles* const files = desk->files;
    const size_t n = n_rows(desk);
    const double last = files->list.n > n ? (double)(files->list.n - n) : 0.0;
    files->first = (size_t)fmin(fmax((double)files->first + rows, 0.0), last);
}

bool tare_files_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    bool has_changed = false;
    (void)id;
    switch (event->kind) {
    case TARE_EVENT_PRESS:
        press(desk, event);
        return true;
    case TARE_EVENT_WHEEL:
        scroll(desk, -event->wheel * WHEEL_ROWS);
        return true;
    case TARE_EVENT_KEY:
        if (handle_key(desk, event->key))
            return true;
        break;
    case TARE_EVENT_TEXT:
        break;
    default:
        return false;
    }
    if (!tare_edit_handle(&desk->files->edit, event, &has_changed))
        return false;
    if (has_changed)
        tare_files_search(desk->files);
    return true;
}
