#include "window/targets_order.h"

#include "base/utf8.h"
#include "corrections/aim.h"
#include "curves/targets.h"
#include "fit/known_sound.h"
#include "window/words.h"

#include <stdio.h>
#include <string.h>

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

static bool is_title_shared(const TareTarget* target)
{
    const char* const title = tare_aim_find(target->name)->title;
    size_t n = 0;
    for (size_t i = 0; tare_target_get(i); ++i)
        n += strcmp(tare_aim_find(tare_target_get(i)->name)->title, title) == 0;
    return n > 1;
}

void tare_targets_title(const TareTarget* target, char* title, size_t size)
{
    static const TareWord rigs[TARE_N_RIGS] = {[TARE_RIG_GRAS] = TARE_WORD_AT_GRAS,
                                               [TARE_RIG_HMS] = TARE_WORD_AT_HMS,
                                               [TARE_RIG_711] = TARE_WORD_AT_711,
                                               [TARE_RIG_5128] = TARE_WORD_AT_5128};
    const bool is_shared = is_title_shared(target);
    snprintf(title, size, is_shared ? "%s (%s)" : "%s", tare_aim_find(target->name)->title,
             tare_word(rigs[target->rig]));
    tare_utf8_drop_partial_end(title);
}
