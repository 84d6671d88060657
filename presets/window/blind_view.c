/* What the page of the blind test says. */

#include "corrections/blind.h"
#include "picture/short_number.h"
#include "window/blind_test.h"
#include "window/desk.h"
#include "window/pen_lines.h"
#include "window/theme.h"
#include "window/widget.h"

#include <stdio.h>

enum { TITLE_HEIGHT = 28, LINE = 20, MAX_LINE = 512 };

static void write_title(const TareBlindTest* test, char text[MAX_LINE])
{
    switch (test->page) {
    case TARE_BLIND_TEST_ROUNDS:
        snprintf(text, MAX_LINE, "%s %u %s %u", tare_word(TARE_WORD_BLIND_ROUND),
                 test->blind->n_done + 1, tare_word(TARE_WORD_BLIND_OF), test->n_rounds);
        return;
    case TARE_BLIND_TEST_RESULT:
        snprintf(text, MAX_LINE, "%s", tare_word(TARE_WORD_BLIND_RESULT));
        return;
    default:
        snprintf(text, MAX_LINE, "%s", tare_word(TARE_WORD_BLIND_TITLE));
        return;
    }
}

static const char* sound_name(const TareBlindTest* test, int sound)
{
    if (test->is_of_slots)
        return tare_word(sound == 0 ? TARE_WORD_SLOT_A : TARE_WORD_SLOT_B);
    return tare_word(sound == 0 ? TARE_WORD_BLIND_CORRECTED : TARE_WORD_BLIND_THE_ORIGINAL);
}

/** Which sound was preferred how often; returns how likely guessing says it as clearly. */
static double write_preference(const TareBlindTest* test, char text[MAX_LINE])
{
    TareBlindPair pairs[TARE_BLIND_MAX_PAIRS];
    (void)tare_blind_pairs(test->blind, pairs);
    snprintf(text, MAX_LINE, "%s %s %u, %s %u %s %u.", tare_word(TARE_WORD_BLIND_WAS_BETTER),
             sound_name(test, pairs->better), pairs->n_higher, sound_name(test, pairs->other),
             pairs->n_lower, tare_word(TARE_WORD_BLIND_OF), test->blind->n_done);
    return pairs->chance;
}

static double write_recognised(const TareBlindTest* test, char text[MAX_LINE])
{
    snprintf(text, MAX_LINE, "%s %u %s %u.", tare_word(TARE_WORD_BLIND_RECOGNISED),
             tare_blind_n_right(test->blind), tare_word(TARE_WORD_BLIND_OF), test->blind->n_done);
    return tare_blind_chance(test->blind);
}

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
    char number[32];
    const double chance =
        test->is_preference ? write_preference(test, text) : write_recognised(test, text);
    write_lines(page, text);
    snprintf(text, sizeof text, "%s %s: %s.", tare_word(TARE_WORD_BLIND_CHANCE),
             tare_short_number(chance, number, sizeof number), tare_blind_verdict(chance));
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
    write_title(test, title);
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
