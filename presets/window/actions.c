#include "window/actions.h"

#include "window/aiming.h"
#include "window/blind_actions.h"
#include "window/desk.h"
#include "window/file_actions.h"
#include "window/finder.h"
#include "window/focus.h"
#include "window/load.h"
#include "window/output_actions.h"
#include "window/outputs.h"
#include "window/slots.h"
#include "window/widget.h"
#include "window/words.h"

/** Has the headphone to sound like looked for. */
static void look_for_likeness(TareDesk* desk)
{
    if (desk->loaded->state < TARE_LOADED_EDITED)
        return;
    tare_focus_set(desk, TARE_WIDGET_FIND);
    tare_edit_set(&desk->finder->edit, "");
    tare_finder_search(desk->finder);
    desk->finder->use = TARE_FINDER_LIKENESS;
}

/** What a tab shows. */
static TarePanel panel_of(TareWidgetId tab)
{
    return tab == TARE_WIDGET_TAB_TARGET    ? TARE_PANEL_TARGET
           : tab == TARE_WIDGET_TAB_OUTPUTS ? TARE_PANEL_OUTPUTS
                                            : TARE_PANEL_BANDS;
}

void tare_action_do(TareDesk* desk, TareWidgetId id)
{
    switch (id) {
    case TARE_WIDGET_SLOT_A:
    case TARE_WIDGET_SLOT_B:
        desk->back->is_there = false; /* it was there in the other slot */
        tare_slots_go(desk->slots, id == TARE_WIDGET_SLOT_B, desk->dials, desk->loaded);
        return;
    case TARE_WIDGET_COPY:
        tare_slots_copy(desk->slots, desk->dials, desk->loaded);
        return;
    case TARE_WIDGET_UNDO:
        tare_load_undo(desk);
        return;
    case TARE_WIDGET_BACK:
        tare_load_back(desk);
        return;
    case TARE_WIDGET_TAB_BANDS:
    case TARE_WIDGET_TAB_TARGET:
    case TARE_WIDGET_TAB_OUTPUTS:
        if (panel_of(id) != desk->panel)
            tare_outputs_choose_playing(desk->outputs);
        desk->panel = panel_of(id);
        return;
    case TARE_WIDGET_LIKE:
        look_for_likeness(desk);
        return;
    case TARE_WIDGET_OPEN:
        tare_action_choose_file(desk);
        return;
    case TARE_WIDGET_SAVE:
        tare_action_choose_format(desk);
        return;
    default:
        if (!tare_action_output(desk, id))
            tare_blind_do(desk, id);
        return;
    }
}

static void sound_like(TareDesk* desk, const TareEntry* entry)
{
    const TareEntry* const like = tare_aiming_like(desk->aiming, entry);
    if (!like) {
        tare_desk_warn(desk, tare_word(TARE_WORD_OTHER_RIG));
        return;
    }
    desk->loaded->goal.target = NULL;
    desk->loaded->goal.like = like;
    desk->is_goal_new = true;
}

void tare_action_take(TareDesk* desk, const TareEntry* entry)
{
    if (!entry)
        return;
    if (desk->finder->use == TARE_FINDER_LIKENESS)
        sound_like(desk, entry);
    else if (desk->finder->use == TARE_FINDER_OUTPUT)
        tare_action_give_output(desk, entry);
    else
        (void)tare_load(desk, entry);
    tare_finder_close(desk->finder);
}

bool tare_action_is_chosen(const TareDesk* desk, TareWidgetId id)
{
    switch (id) {
    case TARE_WIDGET_SLOT_A:
        return desk->slots->current == 0;
    case TARE_WIDGET_SLOT_B:
        return desk->slots->current == 1;
    case TARE_WIDGET_TAB_BANDS:
    case TARE_WIDGET_TAB_TARGET:
    case TARE_WIDGET_TAB_OUTPUTS:
        return desk->panel == panel_of(id);
    case TARE_WIDGET_LIKE:
        return desk->loaded->goal.like != NULL;
    default:
        return tare_blind_is_chosen(desk, id);
    }
}

TareWord tare_action_label(const TareDesk* desk, TareWidgetId id)
{
    const bool is_back = id == TARE_WIDGET_COPY && desk->slots->current == 1;
    const bool is_forth = id == TARE_WIDGET_BACK && desk->back->is_newer;
    const TareWord word = is_back    ? TARE_WORD_COPY_TO_A
                          : is_forth ? TARE_WORD_FORTH
                                     : tare_blind_label(desk, id);
    return word != TARE_WORD_NONE ? word : tare_widget(id)->label;
}
