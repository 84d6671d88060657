#include "pipewire/live/sink_choice.h"

#include "pipewire/live/sink.h"

_Static_assert((int)TARE_SINK_CHOICE_NAME == (int)TARE_CHOICE_TEXT, "room for a name");

bool tare_sink_choice_set(TareSink* sink, const TareControls* controls, const char* id,
                          const char* name, const char* file)
{
    TareChoice* const choice = &sink->choice;
    choice->is_off = false;
    tare_choice_set_controls(choice, controls);
    return tare_choice_set_text(choice->name, name) && tare_choice_set_text(choice->id, id) &&
           tare_choice_set_text(choice->file, file);
}

bool tare_sink_choice_set_kind(TareSink* sink, const char* name)
{
    sink->choice.kind = tare_chain_kind_find(name);
    return sink->choice.kind < TARE_N_CHAIN_KINDS;
}

bool tare_sink_choice_switch_off(TareSink* sink)
{
    sink->choice.is_off = true;
    return sink->has_choice;
}
