/* The list of outputs: how it looks, and what a person does there. */

#include "window/actions.h"
#include "window/desk.h"
#include "window/event.h"
#include "window/list.h"
#include "window/outputs.h"
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
    const TareBox box = tare_list_row(desk, TARE_WIDGET_OUTPUTS, number);
    const TareBox line = {box.x + TEXT_MARGIN, box.y + 3.0, box.w - 2 * TEXT_MARGIN, LINE};
    const bool is_corrected = row->id[0] != '\0';
    if (number == desk->outputs->chosen)
        tare_list_draw_chosen(desk, TARE_WIDGET_OUTPUTS, number, pen);
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
    tare_pen_box(pen, box, desk->theme->panel, desk->theme->line);
    if (outputs->n == 0)
        tare_pen_lines(
            pen, tare_box_inset(box, TEXT_MARGIN + 6.0), LINE,
            (TarePenStyle){desk->theme->faint, TARE_PEN_NORMAL, TARE_PEN_LEFT, false},
            tare_word(outputs->is_away ? TARE_WORD_OUTPUT_UNASKED : TARE_WORD_OUTPUT_NONE));
    for (size_t i = tare_list_first(desk, id); i < tare_list_end(desk, id); ++i)
        draw_row(desk, pen, i);
    tare_list_draw_bar(desk, id, pen);
}

static bool handle_key(TareDesk* desk, TareKey key)
{
    const long by = tare_list_step(desk, TARE_WIDGET_OUTPUTS, key);
    if (by != 0) {
        tare_outputs_move(desk->outputs, by);
        tare_list_show(desk, TARE_WIDGET_OUTPUTS, desk->outputs->chosen);
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
    size_t row = 0;
    if (!tare_list_at(desk, TARE_WIDGET_OUTPUTS, event->x, event->y, &row))
        return;
    tare_outputs_choose(desk->outputs, row);
    if (event->n_clicks == 2)
        tare_action_do(desk, TARE_WIDGET_OUTPUT_FIND);
}

bool tare_outputs_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
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
