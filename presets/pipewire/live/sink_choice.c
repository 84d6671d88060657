#include "pipewire/live/sink_choice.h"

#include "pipewire/live/sink.h"

#include <string.h>

_Static_assert((int)TARE_SINK_CHOICE_NAME == (int)TARE_CHOICE_TEXT, "room for a name");

bool tare_sink_choice_set(TareSink* sink, const TareControls* controls, const TareTaste* own,
                          const char* id, const char* name, const char* file)
{
    TareChoice* const choice = &sink->choice;
    choice->is_off = choice->is_comparing = false;
    choice->own = *own;
    tare_choice_set_controls(choice, controls);
    return tare_choice_set_text(choice->name, name) && tare_choice_set_text(choice->id, id) &&
           tare_choice_set_text(choice->file, file);
}

bool tare_sink_choice_set_kind(TareSink* sink, const char* name)
{
    sink->choice.kind = tare_chain_kind_find(name);
    return sink->choice.kind < TARE_N_CHAIN_KINDS;
}

TareSinkPlace tare_sink_choice_find_place(const char* name)
{
    static const char* const names[TARE_SINK_N_PLACES] = {"own", "smart", "node"};
    TareSinkPlace place = TARE_SINK_OWN;
    while (place < TARE_SINK_N_PLACES && strcmp(names[place], name) != 0)
        ++place;
    return place;
}

void tare_sink_choice_set_place(TareSink* sink, TareSinkPlace place)
{
    sink->choice.is_smart = place == TARE_SINK_SMART;
    sink->choice.is_inside = place == TARE_SINK_NODE;
}

TareSinkSwitch tare_sink_choice_switch_of(const TareSink* sink)
{
    return sink->choice.is_off         ? TARE_SINK_PLAIN
           : sink->choice.is_comparing ? TARE_SINK_COMPARED
                                       : TARE_SINK_CORRECTED;
}

bool tare_sink_choice_switch(TareSink* sink, TareSinkSwitch to)
{
    sink->choice.is_off = to == TARE_SINK_PLAIN;
    sink->choice.is_comparing = to == TARE_SINK_COMPARED;
    return sink->has_choice;
}

void tare_sink_choice_set_taste(TareSink* sink, const TareTaste* taste)
{
    TareChoice* const choice = &sink->choice;
    TareControls controls = choice->controls;
    tare_taste_apply(taste, &controls);
    tare_taste_unput(&choice->own, taste);
    tare_choice_set_controls(choice, &controls);
}
