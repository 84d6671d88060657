#include "cli/sink/window_heard.h"

#include "pipewire/chain/choice.h"
#include "pipewire/live/device_sounds.h"
#include "pipewire/live/live.h"
#include "window/words.h"

const char* tare_window_heard(TareSession* session, const TareChoice* choice,
                              const TareLiveState* state, const TareDeviceSounds* known)
{
    if (!state->has_sink || !state->has_output || state->plays_choice || choice->is_off)
        return NULL;
    const TareDeviceRule* const rule = tare_output_rule(&state->output, &known->rules);
    if (!rule)
        return known->rules.n > 0 && state->plays_flat ? tare_word(TARE_WORD_OUTPUT_WITHOUT) : NULL;
    const TareDeviceSound* const sound = tare_device_sounds_of(known, rule);
    const TareControls controls = tare_choice_switched(choice, &sound->controls);
    return tare_live_plays(session, &controls) ? sound->name : NULL;
}
