/* How the buttons of the blind test look: which ones show what is so now. */

#include "window/blind_actions.h"
#include "window/blind_test.h"
#include "window/desk.h"

unsigned tare_blind_n_rounds(TareWidgetId id)
{
    return id == TARE_WIDGET_BLIND_5 ? 5 : id == TARE_WIDGET_BLIND_10 ? 10 : 20;
}

static bool is_among(TareWidgetId id, TareWidgetId first, TareWidgetId last)
{
    return id >= first && id <= last;
}

TareWord tare_blind_label(const TareDesk* desk, TareWidgetId id)
{
    const TareBlindTest* const test = desk->blind;
    const bool is_setup = test->page == TARE_BLIND_TEST_SETUP;
    const bool is_round = test->page == TARE_BLIND_TEST_ROUNDS;
    if (id == TARE_WIDGET_BLIND_ON && !is_round)
        return is_setup ? TARE_WORD_BLIND_START : TARE_WORD_BLIND_AGAIN;
    if (id == TARE_WIDGET_BLIND_END && !is_round)
        return TARE_WORD_BLIND_CLOSE;
    if (id == TARE_WIDGET_BLIND_SAY_1 && test->is_preference)
        return TARE_WORD_BLIND_BETTER_1;
    if (id == TARE_WIDGET_BLIND_SAY_2 && test->is_preference)
        return TARE_WORD_BLIND_BETTER_2;
    return TARE_WORD_NONE;
}

bool tare_blind_is_chosen(const TareDesk* desk, TareWidgetId id)
{
    const TareBlindTest* const test = desk->blind;
    if (is_among(id, TARE_WIDGET_BLIND_PLAY_1, TARE_WIDGET_BLIND_PLAY_X))
        return test->place == (uint8_t)(id - TARE_WIDGET_BLIND_PLAY_1);
    if (is_among(id, TARE_WIDGET_BLIND_SAY_1, TARE_WIDGET_BLIND_SAY_SAME))
        return tare_blind_test_has_said(test, (uint8_t)(id - TARE_WIDGET_BLIND_SAY_1));
    if (is_among(id, TARE_WIDGET_BLIND_5, TARE_WIDGET_BLIND_20))
        return test->n_rounds == tare_blind_n_rounds(id);
    if (is_among(id, TARE_WIDGET_BLIND_WHICH, TARE_WIDGET_BLIND_BETTER))
        return test->is_preference == (id == TARE_WIDGET_BLIND_BETTER);
    if (is_among(id, TARE_WIDGET_BLIND_ORIGINAL, TARE_WIDGET_BLIND_SLOTS))
        return test->is_of_slots == (id == TARE_WIDGET_BLIND_SLOTS);
    return false;
}

bool tare_blind_is_idle(const TareDesk* desk, TareWidgetId id)
{
    const TareBlindTest* const test = desk->blind;
    return (id == TARE_WIDGET_BLIND_SLOTS && !test->has_slots) ||
           (id == TARE_WIDGET_BLIND_ON && test->page == TARE_BLIND_TEST_ROUNDS &&
            !tare_blind_test_is_answered(test));
}
