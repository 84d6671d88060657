#include "base/utf8.h"
#include "cli/audio/sound.h"
#include "cli/sink/use.h"
#include "controls.h"
#include "corrections/correction.h"
#include "pipewire/chain/taste.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"

#include <string.h>

TareExit tare_use_choice(const TareCommand* command, TareSink* sink, const void* choice)
{
    const TareUseChoice* const wanted = choice;
    const TareCorrection* const correction = wanted->correction;
    TareSound sound = *wanted->sound;
    TareTaste own;
    const TareExit state = tare_use_taste(command, sink, &sound, &own);
    if (state != TARE_EXIT_DONE)
        return state;
    const TareControls controls = tare_sound_controls(&sound, &correction->set);
    const char* file = wanted->file ? wanted->file : "";
    char name[TARE_SINK_CHOICE_NAME];
    if (wanted->kind)
        (void)tare_sink_choice_set_kind(sink, wanted->kind); /* there is one of that name */
    if (wanted->place)
        tare_sink_choice_set_place(sink, tare_sink_choice_find_place(wanted->place));
    if (sink->choice.is_smart && (wanted->wish->wants_default || wanted->wish->device)) {
        tare_cli_error(command, "a smart sink is in front of whatever is the default output; "
                                "expected neither --default nor --device, or --sink own");
        return TARE_EXIT_WRONG;
    }
    if (sink->choice.is_inside && wanted->wish->wants_default) {
        tare_cli_error(command, "without a sink nothing can be the default output; expected no "
                                "--default, or --sink own");
        return TARE_EXIT_WRONG;
    }
    if (!tare_utf8_is_valid(file, strlen(file), NULL))
        file = "?"; /* it is kept for people only */
    tare_entry_display_name(&correction->entry, name, sizeof name);
    if (tare_sink_choice_set(sink, &controls, &own, correction->entry.id, name, file))
        return tare_use_apply(command, sink, wanted->wish);
    tare_cli_error(command, "a name is too long; expected at most %d bytes",
                   TARE_SINK_CHOICE_NAME - 1);
    return TARE_EXIT_UNUSED;
}
