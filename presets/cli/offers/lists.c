#include "cli/offers/offers.h"

#include "cli/frame/candidates.h"
#include "curves/targets.h"
#include "formats/devices.h"
#include "formats/formats.h"
#include "search/own_store.h"

#include <stdlib.h>

void tare_offer_formats(TareCandidates* candidates)
{
    for (size_t i = 0; tare_formats_get(i); ++i)
        if (tare_formats_get(i)->write)
            tare_candidates_add_if_begun(candidates, tare_formats_get(i)->name,
                                         tare_formats_get(i)->note);
}

void tare_offer_devices(TareCandidates* candidates)
{
    for (size_t i = 0; tare_devices_get(i); ++i)
        tare_candidates_add_if_begun(candidates, tare_devices_get(i)->name,
                                     tare_devices_get(i)->title);
}

void tare_offer_imported(TareCandidates* candidates)
{
    bool is_short_of_memory = false;
    char** ids = NULL;
    size_t n = 0;
    char* const folder = tare_own_store_folder(&is_short_of_memory);
    if (folder)
        (void)tare_own_store_list(folder, &ids, &n);
    for (size_t i = 0; i < n; ++i) {
        tare_candidates_add_if_begun(candidates, ids[i], NULL);
        free(ids[i]);
    }
    free(ids);
    free(folder);
}

void tare_offer_targets(TareCandidates* candidates)
{
    for (size_t i = 0; tare_target_get(i); ++i)
        tare_candidates_add_if_begun(candidates, tare_target_get(i)->name,
                                     tare_target_get(i)->note);
}
