#include "pipewire/live/playing.h"

#include "pipewire/chain/choice.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/control.h"
#include "pipewire/live/device_sounds.h"
#include "pipewire/live/live.h"

#include <stdbool.h>

/** Takes the sound of a rule if that is what plays. */
static bool take_sound(TarePlaying* playing, TareSession* session, const TareChoice* choice,
                       const TareDeviceSound* sound)
{
    const TareControls switched = tare_choice_switched(choice, &sound->controls);
    if (!tare_live_plays(session, &switched))
        return false;
    playing->device_sound = sound;
    playing->controls = sound->controls;
    return true;
}

static bool is_of_a_rule(TarePlaying* playing, TareSession* session, const TareLiveState* state,
                         const TareChoice* choice, const TareDeviceSounds* sounds)
{
    /* where all that is off is alike, the rule of the output is meant */
    const TareDeviceRule* const rule =
        state->has_output ? tare_output_rule(&state->output, &sounds->rules) : NULL;
    if (rule && choice->is_off && !tare_chain_kind_is_plugin(state->kind))
        return take_sound(playing, session, choice, tare_device_sounds_of(sounds, rule));
    if (state->plays_choice || state->plays_flat)
        return false;
    for (size_t i = 0; i < sounds->rules.n; ++i)
        if (take_sound(playing, session, choice, &sounds->sounds[i]))
            return true;
    return false;
}

static void identify(TarePlaying* playing, TareSession* session, const TareLiveState* state,
                     const TareChoice* choice, const TareDeviceSounds* sounds)
{
    const bool is_ruled = state->has_sink && is_of_a_rule(playing, session, state, choice, sounds);
    const bool is_chosen = !state->has_sink || state->plays_choice || state->plays_flat;
    playing->is_known = is_ruled || is_chosen;
    if (is_ruled)
        return;
    playing->is_flat = state->has_sink && state->plays_flat && !state->plays_choice;
    playing->controls = playing->is_flat ? tare_rack_flat() : choice->controls;
    if (is_chosen || !tare_live_read_controls(session, &playing->heard))
        return;
    playing->is_known = playing->is_other = true;
    playing->controls = playing->heard;
}

bool tare_playing_find(TarePlaying* playing, TareSession* session, const TareLiveState* state,
                       const TareChoice* choice, const TareDeviceSounds* sounds)
{
    *playing = (TarePlaying){0};
    identify(playing, session, state, choice, sounds);
    if (state->has_sink)
        playing->controls = tare_rack_playable(state->kind, &playing->controls);
    playing->is_of_other_rate = state->has_sink && state->plays_choice &&
                                !tare_chain_kind_is_plugin(state->kind) &&
                                choice->rate_hz != state->rate_hz;
    playing->controls.enabled = true;
    playing->controls.is_comparing = false;
    if (!playing->is_other)
        playing->heard = tare_choice_switched(choice, &playing->controls);
    return tare_level_find(&playing->level, &playing->heard, state->rate_hz);
}
