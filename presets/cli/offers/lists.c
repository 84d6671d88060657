#include "cli/offers/offers.h"

#include "curves/targets.h"
#include "formats/format.h"

void tare_offer_formats(TareCandidates* candidates)
{
    for (size_t i = 0; tare_format_get(i); ++i)
        if (tare_format_get(i)->write)
            tare_candidates_add_if_begun(candidates, tare_format_get(i)->name,
                                         tare_format_get(i)->note);
}

void tare_offer_targets(TareCandidates* candidates)
{
    for (size_t i = 0; tare_target_get(i); ++i)
        tare_candidates_add_if_begun(candidates, tare_target_get(i)->name,
                                     tare_target_get(i)->note);
}
