#include "window/output_actions.h"

#include "controls.h"
#include "corrections/entry.h"
#include "fit/folded.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/exchange.h"
#include "window/finder.h"
#include "window/focus.h"
#include "window/list.h"
#include "window/loaded.h"
#include "window/outputs.h"
#include "window/saved_text.h"
#include "window/shelf.h"
#include "window/words.h"

#include <stdlib.h>

/** Says why no output is chosen. */
static void tell_nothing_chosen(TareDesk* desk)
{
    tare_desk_warn(
        desk, tare_word(desk->outputs->is_away ? TARE_WORD_OUTPUT_UNASKED : TARE_WORD_OUTPUT_NONE));
}

static void look_for_correction(TareDesk* desk)
{
    tare_focus_set(desk, TARE_WIDGET_FIND);
    tare_edit_set(&desk->finder->edit, "");
    tare_finder_search(desk->finder);
    desk->finder->use = TARE_FINDER_OUTPUT;
}

void tare_action_give_output(TareDesk* desk, const TareEntry* entry)
{
    const TareOutputRow* const row = tare_outputs_chosen(desk->outputs);
    if (row)
        tare_desk_tell_begun(desk,
                             tare_exchange_set_output(desk->exchange, row->name, entry->id, NULL));
}

/** Whether what is loaded is in the catalogue, just as it is. */
static bool is_of_catalogue(const TareDesk* desk)
{
    const TareLoaded* const loaded = desk->loaded;
    return loaded->state == TARE_LOADED_WHOLE && !tare_aim_goal_is_set(&loaded->goal) &&
           tare_shelf_find_id(desk->shelf, loaded->entry->id) == loaded->entry;
}

/** Gives it what is loaded: as it is in the catalogue, or else the bands that are there now. */
static void give_loaded(TareDesk* desk, const TareOutputRow* row)
{
    const TareLoaded* const loaded = desk->loaded;
    if (loaded->state == TARE_LOADED_NOTHING) {
        tare_desk_warn(desk, tare_word(TARE_WORD_FILES_NOTHING));
        return;
    }
    if (is_of_catalogue(desk)) {
        tare_action_give_output(desk, loaded->entry);
        return;
    }
    TareFolded folded;
    TareControls controls = *tare_dials_controls(desk->dials);
    controls.strength = 1.0; /* the taste counts for every output anyway */
    controls.bass_db = controls.treble_db = controls.tilt_db_per_octave = 0.0;
    char* const text = tare_saved_text(
        &controls, loaded->state == TARE_LOADED_OTHER ? NULL : loaded->entry, false, &folded);
    tare_desk_tell_begun(desk,
                         text && tare_exchange_set_output(desk->exchange, row->name, NULL, text));
    free(text);
}

static void forget(TareDesk* desk, const TareOutputRow* row)
{
    if (row->rule[0] == '\0')
        tare_desk_warn(desk, tare_word(TARE_WORD_OUTPUT_HAS_NONE));
    else
        tare_desk_tell_begun(desk, tare_exchange_forget_output(desk->exchange, row->rule));
}

static void do_with(TareDesk* desk, TareWidgetId id, const TareOutputRow* row)
{
    switch (id) {
    case TARE_WIDGET_OUTPUT_FIND:
        look_for_correction(desk);
        break;
    case TARE_WIDGET_OUTPUT_LOADED:
        give_loaded(desk, row);
        break;
    case TARE_WIDGET_OUTPUT_FLAT:
        tare_desk_tell_begun(desk, tare_exchange_set_output(desk->exchange, row->name, NULL, NULL));
        break;
    default:
        forget(desk, row);
        break;
    }
}

bool tare_action_output(TareDesk* desk, TareWidgetId id)
{
    const TareOutputRow* const row = tare_outputs_chosen(desk->outputs);
    if (id == TARE_WIDGET_OUTPUT_ALL)
        desk->outputs->is_asked_for = true;
    else if (id < TARE_WIDGET_OUTPUT_FIND || id > TARE_WIDGET_OUTPUT_FORGET)
        return false;
    else if (row)
        do_with(desk, id, row);
    else
        tell_nothing_chosen(desk);
    return true;
}

bool tare_action_take_outputs(TareDesk* desk)
{
    if (!desk->outputs->is_new)
        return false;
    desk->outputs->is_new = false;
    tare_list_show(desk, TARE_WIDGET_OUTPUTS, desk->outputs->chosen);
    return true;
}

void tare_action_end_output(TareDesk* desk, bool is_good, const char* words)
{
    desk->outputs->is_stale = true;
    if (is_good)
        tare_desk_say(desk, words[0] != '\0' ? words : tare_word(TARE_WORD_OUTPUT_DONE));
    else
        tare_desk_warn(desk, words);
}
