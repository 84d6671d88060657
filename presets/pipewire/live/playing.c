#include "pipewire/live/playing.h"

#include "pipewire/chain/choice.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/device_sounds.h"
#include "pipewire/live/live.h"
#include "tare/limits.h"
#include "tare/response.h"

#include <stdbool.h>

static void identify(TarePlaying* playing, TareSession* session, const TareLiveState* state,
                     const TareChoice* choice, const TareDeviceSounds* sounds)
{
    playing->controls = choice->is_off ? tare_rack_flat() : choice->controls;
    playing->is_known = !state->has_sink || state->plays_choice;
    if (playing->is_known)
        return;
    playing->controls = tare_rack_flat();
    playing->is_known = state->plays_flat;
    for (size_t i = 0; !playing->is_known && i < sounds->rules.n; ++i)
        if (tare_live_plays(session, &sounds->sounds[i].controls)) {
            playing->device_sound = &sounds->sounds[i];
            playing->controls = playing->device_sound->controls;
            playing->is_known = true;
        }
}

TareStatus tare_playing_find(TarePlaying* playing, TareSession* session, const TareLiveState* state,
                             const TareChoice* choice, const TareDeviceSounds* sounds)
{
    *playing = (TarePlaying){0};
    identify(playing, session, state, choice, sounds);
    playing->is_of_other_rate = state->has_sink && state->plays_choice &&
                                !tare_chain_kind_is_plugin(state->kind) &&
                                choice->rate_hz != state->rate_hz;
    if (!(state->rate_hz >= TARE_SAMPLE_RATE_MIN_HZ && state->rate_hz <= TARE_SAMPLE_RATE_MAX_HZ))
        return TARE_BAD_INPUT;
    TareResponse* const response =
        tare_response_new(&playing->controls, state->rate_hz, TARE_MAX_CHANNELS);
    if (!response)
        return TARE_NO_MEMORY;
    playing->preamp_db = tare_response_preamp_db(response);
    playing->headroom_db = -tare_response_peak_db(response);
    tare_response_free(response);
    return TARE_OK;
}
