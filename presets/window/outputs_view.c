/* The list of outputs: how it looks, and what a person does there. */

#include "window/actions.h"
#include "window/desk.h"
#include "window/event.h"
#include "window/outputs.h"
#include "window/outputs_place.h"
#include "window/pen_lines.h"
#include "window/theme.h"
#include "window/widget.h"

enum { TEXT_MARGIN = 8, LINE = 20, WORDS = 320 };

/** The first line of a row, with what can be said of the output behind it. */
static void draw_title(const TareDesk* desk, TarePen* pen, TareBox line, const TareOutputRow* row)
{
    const TareTheme* const theme = desk->theme;
    const TareWord word = row->is_played_to ? TARE_WORD_OUTPUT_PLAYS
                          : row->is_there   ? TARE_WORD_NONE
                                            : TARE_WORD_OUTPUT_AWAY;
    if (word != TARE_WORD_NONE)
        line.w -= tare_pen_text(pen, line,
                                (TarePenStyle){theme->faint, TARE_PEN_SMALL, TARE_PEN_RIGHT, false},
                                tare_word(word)) +
                  TEXT_MARGIN;
    tare_pen_text(pen, line,
                  (TarePenStyle){theme->ink, TARE_PEN_NORMAL, TARE_PEN_LEFT, row->is_played_to},
                  row->title);
}

static void draw_row(const TareDesk* desk, TarePen* pen, size_t number)
{
    char words[WORDS];
    const TareTheme* const theme = desk->theme;
    const TareOutputRow* const row = &desk->outputs->rows[number];
    const TareBox box = tare_outputs_row(desk, number);
    const TareBox line = {box.x + TEXT_MARGIN, box.y + 3.0, box.w - 2 * TEXT_MARGIN, LINE};
    const bool is_corrected = row->id[0] != '\0';
    if (number == desk->outputs->chosen)
        tare_pen_box(pen, box, theme->chosen, TARE_PEN_NONE);
    draw_title(desk, pen, line, row);
    tare_outputs_words(desk->outputs, row, desk->shelf, words, sizeof words);
    tare_pen_text(pen, (TareBox){line.x, line.y + LINE, line.w, LINE},
                  (TarePenStyle){is_corrected ? theme->ink : theme->faint, TARE_PEN_NORMAL,
                                 TARE_PEN_LEFT, false},
                  words);
}

void tare_outputs_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareBox box = desk->boxes[id];
    const TareOutputs* const outputs = desk->outputs;
    const size_t n = tare_outputs_n_rows(desk);
    tare_pen_box(pen, box, desk->theme->panel, desk->theme->line);
    if (outputs->n == 0)
        tare_pen_lines(
            pen, tare_box_inset(box, TEXT_MARGIN + 6.0), LINE,
            (TarePenStyle){desk->theme->faint, TARE_PEN_NORMAL, TARE_PEN_LEFT, false},
            tare_word(outputs->is_away ? TARE_WORD_OUTPUT_UNASKED : TARE_WORD_OUTPUT_NONE));
    for (size_t i = outputs->first; i < outputs->n && i < outputs->first + n; ++i)
        draw_row(desk, pen, i);
    tare_pen_bar(pen, box, outputs->first, n, outputs->n);
}

static bool handle_key(TareDesk* desk, TareKey key)
{
    const long by = key == TARE_KEY_DOWN        ? 1
                    : key == TARE_KEY_UP        ? -1
                    : key == TARE_KEY_PAGE_DOWN ? (long)tare_outputs_n_rows(desk)
                    : key == TARE_KEY_PAGE_UP   ? -(long)tare_outputs_n_rows(desk)
                                                : 0;
    if (by != 0) {
        tare_outputs_move(desk->outputs, by);
        tare_outputs_show_chosen(desk);
    } else if (key == TARE_KEY_ENTER) {
        tare_action_do(desk, TARE_WIDGET_OUTPUT_FIND);
    } else if (key == TARE_KEY_DELETE || key == TARE_KEY_BACKSPACE) {
        tare_action_do(desk, TARE_WIDGET_OUTPUT_FORGET);
    } else {
        return false;
    }
    return true;
}

/** Chooses the row under the pointer; a double click looks for its headphone. */
static void press(TareDesk* desk, const TareEvent* event)
{
    TareOutputs* const outputs = desk->outputs;
    const size_t end = outputs->first + tare_outputs_n_rows(desk);
    for (size_t i = outputs->first; i < outputs->n && i < end; ++i)
        if (tare_box_holds(tare_outputs_row(desk, i), event->x, event->y)) {
            tare_outputs_choose(outputs, i);
            if (event->n_clicks == 2)
                tare_action_do(desk, TARE_WIDGET_OUTPUT_FIND);
            return;
        }
}

bool tare_outputs_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    (void)id;
    switch (event->kind) {
    case TARE_EVENT_PRESS:
        press(desk, event);
        return true;
    case TARE_EVENT_WHEEL:
        tare_outputs_scroll(desk, -event->wheel);
        return true;
    case TARE_EVENT_KEY:
        return handle_key(desk, event->key);
    default:
        return false;
    }
}
