#include "window/loaded.h"

#include "base/utf8.h"
#include "corrections/correction.h"
#include "corrections/print.h"
#include "settings.h"
#include "tare/band_traits.h"
#include "window/aim_mark.h"
#include "window/dials.h"
#include "window/shelf.h"

#include <stdio.h>
#include <string.h>

static bool has_bands(const TareBandSet* set)
{
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        if (tare_band_is_active(&set->bands[i]))
            return true;
    return false;
}

/* All bands of a port table are there. */
uint64_t tare_loaded_print(const TareControls* controls)
{
    TareBandSet set = controls->set;
    set.n_bands = TARE_MAX_BANDS;
    return tare_print(&set);
}

/** What bands ask for; an equaliser for one channel hears every band. */
static TareControls controls_of(const TareBandSet* set, const TareDials* dials)
{
    TareControls controls = tare_settings_from_set(set);
    for (uint32_t i = 0; tare_dials_n_channels(dials) == 1 && i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i].channel = TARE_CHANNEL_BOTH;
    return controls;
}

static bool set_entry(TareLoaded* loaded, const TareDials* dials, TareShelf* shelf,
                      const TareEntry* entry)
{
    const TareCorrection* const correction = tare_shelf_correction(shelf, entry);
    if (!correction)
        return false;
    loaded->entry = entry;
    loaded->goal = (TareAimGoal){0};
    loaded->original = controls_of(&correction->set, dials);
    return true;
}

static const TareEntry* find_alike(TareShelf* shelf, const TareControls* controls)
{
    TareBandSet set = controls->set;
    set.n_bands = TARE_MAX_BANDS;
    return tare_shelf_find_bands(shelf, &set);
}

/** How many bands of the entry are still there as they were. */
static unsigned n_bands_of(const TareControls* controls, const TareControls* original)
{
    unsigned n = 0;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i) {
        const TareBandSet was = {.n_bands = 1, .bands = {original->set.bands[i]}};
        const TareBandSet is = {.n_bands = 1, .bands = {controls->set.bands[i]}};
        n += tare_print(&was) != 0 && tare_print(&was) == tare_print(&is);
    }
    return n;
}

void tare_loaded_look(TareLoaded* loaded, const TareDials* dials, TareShelf* shelf, bool is_by_host)
{
    const TareControls* const controls = tare_dials_controls(dials);
    const uint64_t print = tare_loaded_print(controls);
    loaded->print = print;
    if (loaded->entry && print == tare_loaded_print(&loaded->original)) {
        loaded->state = TARE_LOADED_WHOLE;
        return;
    }
    if (loaded->entry && is_by_host && n_bands_of(controls, &loaded->original) == 0)
        loaded->entry = NULL;
    const TareEntry* const entry = tare_shelf_find_print(shelf, print);
    const TareEntry* const alike =
        !entry && !loaded->entry && is_by_host ? find_alike(shelf, controls) : NULL;
    if (entry && set_entry(loaded, dials, shelf, entry))
        loaded->state = TARE_LOADED_WHOLE;
    else if (loaded->entry || (alike && set_entry(loaded, dials, shelf, alike)))
        loaded->state = TARE_LOADED_EDITED;
    else
        loaded->state = has_bands(&controls->set) ? TARE_LOADED_OTHER : TARE_LOADED_NOTHING;
}

bool tare_loaded_apply(TareLoaded* loaded, TareDials* dials, TareShelf* shelf,
                       const TareEntry* entry)
{
    if (!set_entry(loaded, dials, shelf, entry))
        return false;
    tare_dials_apply(dials, &loaded->original);
    loaded->state = TARE_LOADED_WHOLE;
    return true;
}

void tare_loaded_aim(TareLoaded* loaded, TareDials* dials, const TareBandSet* set)
{
    loaded->original = controls_of(set, dials);
    tare_aim_mark_write(&loaded->original, loaded->entry, &loaded->goal);
    tare_dials_apply(dials, &loaded->original);
    loaded->state = TARE_LOADED_WHOLE;
}

bool tare_loaded_take_aimed(TareLoaded* loaded, const TareDials* dials, const TareEntry* entry,
                            const TareAimGoal* goal, const TareBandSet* set)
{
    const TareControls original = controls_of(set, dials);
    const TareControls* const controls = tare_dials_controls(dials);
    const bool is_whole = tare_loaded_print(controls) == tare_loaded_print(&original);
    if (!is_whole && 2 * n_bands_of(controls, &original) <= n_bands_of(&original, &original))
        return false;
    loaded->entry = entry;
    loaded->goal = *goal;
    loaded->original = original;
    loaded->state = is_whole ? TARE_LOADED_WHOLE : TARE_LOADED_EDITED;
    return true;
}

bool tare_loaded_tell(TareLoaded* loaded, const char* name)
{
    char told[TARE_LOADED_NAME];
    snprintf(told, sizeof told, "%s", name);
    tare_utf8_drop_partial_end(told);
    if (loaded->told_print == loaded->print && strcmp(loaded->told, told) == 0)
        return false;
    memcpy(loaded->told, told, sizeof told);
    loaded->told_print = loaded->print;
    return true;
}

const char* tare_loaded_told(const TareLoaded* loaded)
{
    return loaded->state == TARE_LOADED_OTHER && loaded->print == loaded->told_print ? loaded->told
                                                                                     : "";
}

void tare_loaded_undo(TareLoaded* loaded, TareDials* dials, TareShelf* shelf)
{
    if (loaded->entry)
        (void)tare_loaded_apply(loaded, dials, shelf, loaded->entry);
}
