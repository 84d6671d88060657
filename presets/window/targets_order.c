#include "window/targets_order.h"

#include "curves/targets.h"
#include "fit/known_sound.h"

static TareTargetFit fit_of(const TareEntry* entry, const TareTarget* target)
{
    return entry ? tare_target_fit(target, entry->form, tare_known_sound_rig(entry))
                 : TARE_TARGET_MAY_FIT;
}

size_t tare_targets_count(void)
{
    size_t n = 0;
    while (tare_target_get(n))
        ++n;
    return n;
}

const TareTarget* tare_targets_of_row(const TareEntry* entry, size_t row)
{
    for (int fit = TARE_TARGET_FITS; fit <= TARE_TARGET_MISFITS; ++fit)
        for (size_t i = 0; tare_target_get(i); ++i)
            if ((int)fit_of(entry, tare_target_get(i)) == fit && row-- == 0)
                return tare_target_get(i);
    return NULL;
}

bool tare_targets_misfits(const TareEntry* entry, const TareTarget* target)
{
    return fit_of(entry, target) == TARE_TARGET_MISFITS;
}

size_t tare_targets_row_of(const TareEntry* entry, const TareTarget* target)
{
    size_t row = 0;
    while (tare_targets_of_row(entry, row) && tare_targets_of_row(entry, row) != target)
        ++row;
    return row;
}
