/* What the page of the blind test says. */

#include "corrections/blind.h"
#include "window/blind_test.h"
#include "window/blind_words.h"
#include "window/desk.h"
#include "window/pen_lines.h"
#include "window/theme.h"
#include "window/widget.h"

enum { TITLE_HEIGHT = 28, LINE = 20, MAX_LINE = 512 };

typedef struct {
    TarePen* pen;
    TareBox rest;
    unsigned rgb;
} Page;

/** Writes a paragraph at the top of what is left. */
static void write_lines(Page* page, const char* text)
{
    const TarePenStyle style = {page->rgb, TARE_PEN_NORMAL, TARE_PEN_LEFT, false};
    const double height = tare_pen_lines(page->pen, page->rest, LINE, style, text);
    page->rest.y += height;
    page->rest.h -= height;
}

static void write_result(Page* page, const TareBlindTest* test)
{
    char text[MAX_LINE];
    tare_blind_words_result(test, text, sizeof text);
    write_lines(page, text);
    tare_blind_words_chance(test, text, sizeof text);
    write_lines(page, text);
    if (test->blind->n_done < test->n_rounds)
        write_lines(page, tare_word(TARE_WORD_BLIND_EARLY));
}

void tare_blind_words_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareBlindTest* const test = desk->blind;
    const TareBox box = desk->boxes[id];
    Page page = {pen, {box.x, box.y + TITLE_HEIGHT, box.w, box.h - TITLE_HEIGHT}, desk->theme->ink};
    char title[MAX_LINE];
    tare_blind_words_title(test, title, sizeof title);
    tare_pen_text(pen, (TareBox){box.x, box.y, box.w, TITLE_HEIGHT},
                  (TarePenStyle){desk->theme->ink, TARE_PEN_LARGE, TARE_PEN_LEFT, true}, title);
    if (test->page == TARE_BLIND_TEST_RESULT)
        write_result(&page, test);
    else if (test->page == TARE_BLIND_TEST_ROUNDS)
        write_lines(&page, tare_word(test->is_preference ? TARE_WORD_BLIND_ASK_BETTER
                                                         : TARE_WORD_BLIND_ASK_WHICH));
    else
        write_lines(&page, tare_word(TARE_WORD_BLIND_SETUP));
}
