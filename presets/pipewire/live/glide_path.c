#include "pipewire/live/glide.h"

#include "pipewire/chain/rack.h"
#include "pipewire/live/level.h"

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

/* The three ways */

/** Whether both differ in nothing but what moves on the way, and what is heard of it. */
static bool have_same_bands(const TareControls* a, const TareControls* b)
{
    TareControls moved = tare_glide_between(a, b, 1.0);
    moved.enabled = b->enabled;
    moved.is_comparing = b->is_comparing;
    return tare_controls_equal(&moved, b);
}

static TareControls level_only(double loudness_db)
{
    TareControls level = tare_rack_flat();
    level.is_preamp_manual = true;
    level.set.preamp_db = loudness_db;
    return level;
}

/** Along the preamp of what comes. */
static bool plan_preamp(TareGlide* glide, const TareControls* to, const double loudness_db[2],
                        double rate_hz)
{
    TareLevel whole;
    TareControls step = *to;
    step.is_preamp_manual = true;
    step.set.preamp_db = 0.0;
    if (!tare_level_find(&whole, &step, rate_hz))
        return false;
    glide->begin = glide->end = step;
    glide->begin.set.preamp_db = loudness_db[0] - whole.loudness_db;
    glide->end.set.preamp_db = loudness_db[1] - whole.loudness_db;
    glide->next = 0; /* what is there at the beginning does not play yet */
    return true;
}

bool tare_glide_plan(TareGlide* glide, bool is_plugin, const TareControls* from,
                     const TareControls* to, double rate_hz)
{
    TareLevel before;
    TareLevel after;
    *glide = (TareGlide){.heard = *from, .next = 1};
    if (!tare_level_find(&before, from, rate_hz) || !tare_level_find(&after, to, rate_hz) ||
        after.loudness_db - before.loudness_db <= TARE_LEVEL_ALIKE_DB)
        return false;
    const double loudness_db[2] = {before.loudness_db, after.loudness_db};
    if (is_plugin && have_same_bands(from, to)) {
        glide->begin = tare_glide_end(from);
        glide->end = tare_glide_end(to);
        return true;
    }
    if (is_plugin && to->enabled && !to->is_comparing)
        return plan_preamp(glide, to, loudness_db, rate_hz);
    glide->begin = level_only(before.loudness_db);
    glide->end = level_only(after.loudness_db);
    return true;
}
