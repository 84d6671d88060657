/* Choosing a file: how it looks, and what a person does there. */

#include "window/desk.h"
#include "window/edit_view.h"
#include "window/event.h"
#include "window/file_actions.h"
#include "window/files.h"
#include "window/focus.h"
#include "window/list.h"
#include "window/save_actions.h"
#include "window/theme.h"
#include "window/widget.h"

enum { MARGIN = 8, FIELD_HEIGHT = 34, TITLE_HEIGHT = 26, NOTE_LEFT = 180 };

static TareBox inner_of(const TareDesk* desk)
{
    return tare_box_inset(desk->boxes[TARE_WIDGET_FILES], MARGIN);
}

static void draw_row(const TareDesk* desk, TarePen* pen, size_t number)
{
    const TareTheme* const theme = desk->theme;
    const TareFolderRow* const row = &desk->files->list.rows[number];
    const TareBox box = tare_list_row(desk, TARE_WIDGET_FILES, number);
    TareBox name = {box.x + MARGIN, box.y, box.w - 2 * MARGIN, box.h};
    const TareBox note = {box.x + NOTE_LEFT, box.y, box.w - NOTE_LEFT - MARGIN, box.h};
    if (number == desk->files->chosen)
        tare_list_draw_chosen(desk, TARE_WIDGET_FILES, number, pen);
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
    tare_pen_box(pen, desk->boxes[id], theme->panel, theme->line);
    tare_pen_text(pen, (TareBox){inner.x, inner.y, inner.w, TITLE_HEIGHT},
                  (TarePenStyle){files->is_replacing ? theme->warning : theme->ink, TARE_PEN_NORMAL,
                                 TARE_PEN_LEFT, true},
                  tare_word(title));
    tare_pen_box(pen, field, theme->ground, theme->line);
    tare_edit_view_draw(pen, (TareBox){field.x + MARGIN, field.y, field.w - 2 * MARGIN, field.h},
                        &files->edit,
                        (TarePenStyle){theme->ink, TARE_PEN_NORMAL, TARE_PEN_LEFT, false});
    for (size_t i = tare_list_first(desk, id); i < tare_list_end(desk, id); ++i)
        draw_row(desk, pen, i);
    tare_list_draw_bar(desk, id, pen);
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
    const long by = tare_list_step(desk, TARE_WIDGET_FILES, key);
    if (by != 0) {
        tare_files_move(desk->files, by);
        tare_list_show(desk, TARE_WIDGET_FILES, desk->files->chosen);
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
    size_t row = 0;
    if (!tare_list_at(desk, TARE_WIDGET_FILES, event->x, event->y, &row))
        return;
    desk->files->chosen = row;
    take(desk);
}

bool tare_files_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    bool has_changed = false;
    switch (event->kind) {
    case TARE_EVENT_PRESS:
        press(desk, event);
        return true;
    case TARE_EVENT_WHEEL:
        tare_list_wheel(desk, id, event);
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
