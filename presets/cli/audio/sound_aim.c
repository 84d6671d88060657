#include "cli/audio/sound_aim.h"

#include "cli/audio/sound.h"
#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/pick_aim.h"

#include <math.h>

static double said(double value)
{
    return isnan(value) ? 0.0 : value;
}

TareExit tare_sound_aim(TareSound* sound, const TareSound* unsaid, TarePick* pick,
                        const TareCommand* command, const TareAimOptions* aim)
{
    if (!tare_aim_is_asked(aim))
        return TARE_EXIT_DONE;
    TareAimOptions bent = *aim;
    bent.bass_db = said(sound->bass_db);
    bent.treble_db = said(sound->treble_db);
    bent.tilt_db_per_octave = said(sound->tilt_db_per_octave);
    sound->bass_db = unsaid->bass_db;
    sound->treble_db = unsaid->treble_db;
    sound->tilt_db_per_octave = unsaid->tilt_db_per_octave;
    return tare_pick_aim(pick, command, &bent);
}
