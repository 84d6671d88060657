#include "pipewire/live/glide.h"

#include "controls.h"

TareControls tare_glide_end(const TareControls* controls)
{
    TareControls end = *controls;
    if (controls->enabled)
        return end;
    end.enabled = true;
    end.strength = end.bass_db = end.treble_db = end.tilt_db_per_octave = 0.0;
    end.set.preamp_db = 0.0;
    return end;
}

static double mix(double a, double b, double share)
{
    return a + share * (b - a);
}

TareControls tare_glide_between(const TareControls* a, const TareControls* b, double share)
{
    TareControls between = *a;
    between.strength = mix(a->strength, b->strength, share);
    between.bass_db = mix(a->bass_db, b->bass_db, share);
    between.treble_db = mix(a->treble_db, b->treble_db, share);
    between.tilt_db_per_octave = mix(a->tilt_db_per_octave, b->tilt_db_per_octave, share);
    between.set.preamp_db = mix(a->set.preamp_db, b->set.preamp_db, share);
    return between;
}
