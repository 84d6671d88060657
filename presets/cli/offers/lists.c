#include "cli/offers/offers.h"

#include "cli/frame/candidates.h"
#include "curves/targets.h"
#include "formats/formats.h"

void tare_offer_formats(TareCandidates* candidates)
{
    for (size_t i = 0; tare_formats_get(i); ++i)
        if (tare_formats_get(i)->write)
            tare_candidates_add_if_begun(candidates, tare_formats_get(i)->name,
                                         tare_formats_get(i)->note);
}

void tare_offer_targets(TareCandidates* candidates)
{
    for (size_t i = 0; tare_target_get(i); ++i)
        tare_candidates_add_if_begun(candidates, tare_target_get(i)->name,
                                     tare_target_get(i)->note);
}
