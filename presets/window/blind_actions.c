#include "window/blind_actions.h"

#include "window/blind_test.h"
#include "window/desk.h"
#include "window/event.h"
#include "window/focus.h"

static void open(TareDesk* desk)
{
    desk->before_blind = desk->focus;
    tare_blind_test_open(desk->blind, desk->slots);
    tare_focus_set(desk, TARE_WIDGET_BLIND_ON);
    desk->hover = TARE_WIDGET_NONE;
}

/** The focus goes where the next thing is to be done. */
static void follow(TareDesk* desk)
{
    switch (desk->blind->page) {
    case TARE_BLIND_TEST_CLOSED:
        tare_focus_set(desk, desk->before_blind);
        break;
    case TARE_BLIND_TEST_SETUP:
        tare_focus_set(desk, TARE_WIDGET_BLIND_ON);
        break;
    case TARE_BLIND_TEST_ROUNDS:
        tare_focus_set(desk, TARE_WIDGET_BLIND_PLAY_1);
        break;
    case TARE_BLIND_TEST_RESULT:
        tare_focus_set(desk, TARE_WIDGET_BLIND_END);
        break;
    }
    desk->hover = TARE_WIDGET_NONE;
}

static void begin(TareDesk* desk)
{
    const TareWord why_not =
        tare_blind_test_begin(desk->blind, desk->dials, desk->slots, desk->loaded);
    if (why_not != TARE_WORD_NONE)
        tare_desk_warn(desk, tare_word(why_not));
}

static void go_on(TareDesk* desk)
{
    TareBlindTest* const test = desk->blind;
    if (test->page == TARE_BLIND_TEST_ROUNDS && !tare_blind_test_is_answered(test)) {
        tare_desk_warn(desk, tare_word(TARE_WORD_BLIND_SAY_FIRST));
        return;
    }
    if (test->page == TARE_BLIND_TEST_SETUP)
        begin(desk);
    else if (test->page == TARE_BLIND_TEST_RESULT)
        tare_blind_test_open(test, desk->slots);
    else
        tare_blind_test_next(test, desk->dials, desk->loaded);
    follow(desk);
}

static void end(TareDesk* desk)
{
    tare_blind_test_end(desk->blind, desk->dials, desk->loaded);
    follow(desk);
}

static void compare_slots(TareDesk* desk)
{
    if (desk->blind->has_slots)
        desk->blind->is_of_slots = true;
    else
        tare_desk_warn(desk, tare_word(TARE_WORD_BLIND_NO_SLOTS));
}

static void say(TareDesk* desk, uint8_t answer)
{
    tare_blind_test_say(desk->blind, answer);
    tare_focus_set(desk, TARE_WIDGET_BLIND_ON);
}

/** What is to be compared, and how. */
static void choose(TareDesk* desk, TareWidgetId id)
{
    TareBlindTest* const test = desk->blind;
    switch (id) {
    case TARE_WIDGET_BLIND_ORIGINAL:
        test->is_of_slots = false;
        return;
    case TARE_WIDGET_BLIND_SLOTS:
        compare_slots(desk);
        return;
    case TARE_WIDGET_BLIND_WHICH:
    case TARE_WIDGET_BLIND_BETTER:
        test->is_preference = id == TARE_WIDGET_BLIND_BETTER;
        return;
    default:
        test->n_rounds = tare_blind_n_rounds(id);
        return;
    }
}

static bool is_among(TareWidgetId id, TareWidgetId first, TareWidgetId last)
{
    return id >= first && id <= last;
}

void tare_blind_do(TareDesk* desk, TareWidgetId id)
{
    if (id == TARE_WIDGET_BLIND)
        open(desk);
    else if (id == TARE_WIDGET_BLIND_ON)
        go_on(desk);
    else if (id == TARE_WIDGET_BLIND_END)
        end(desk);
    else if (is_among(id, TARE_WIDGET_BLIND_PLAY_1, TARE_WIDGET_BLIND_PLAY_X))
        tare_blind_test_play(desk->blind, desk->dials, (uint8_t)(id - TARE_WIDGET_BLIND_PLAY_1));
    else if (is_among(id, TARE_WIDGET_BLIND_SAY_1, TARE_WIDGET_BLIND_SAY_SAME))
        say(desk, (uint8_t)(id - TARE_WIDGET_BLIND_SAY_1));
    else if (is_among(id, TARE_WIDGET_BLIND_ORIGINAL, TARE_WIDGET_BLIND_20))
        choose(desk, id);
}

/** 1, 2 and x play, as in `tare blind`. */
static bool play(TareDesk* desk, char letter)
{
    const TareWidgetId id = letter == '1'                    ? TARE_WIDGET_BLIND_PLAY_1
                            : letter == '2'                  ? TARE_WIDGET_BLIND_PLAY_2
                            : letter == 'x' || letter == 'X' ? TARE_WIDGET_BLIND_PLAY_X
                                                             : TARE_WIDGET_NONE;
    if (id == TARE_WIDGET_NONE || desk->blind->page != TARE_BLIND_TEST_ROUNDS)
        return false;
    tare_blind_do(desk, id);
    return true;
}

bool tare_blind_handle_key(TareDesk* desk, const TareEvent* event)
{
    if (event->kind == TARE_EVENT_TEXT)
        return play(desk, event->text[0]);
    switch (event->key) {
    case TARE_KEY_ESCAPE:
        end(desk);
        return true;
    case TARE_KEY_LEFT:
    case TARE_KEY_UP:
        tare_focus_move(desk, false);
        return true;
    case TARE_KEY_RIGHT:
    case TARE_KEY_DOWN:
        tare_focus_move(desk, true);
        return true;
    default:
        return false;
    }
}
