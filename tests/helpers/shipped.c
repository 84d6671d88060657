#include "helpers/shipped.h"

#include "corrections/correction.h"
#include "fit/stored_fit.h"

#include <stdio.h>
#include <stdlib.h>

TareCatalogue* shipped_catalogue(TareReadDepth depth)
{
    char folder[4096];
    const char* const source = getenv("TARE_SOURCE_DIR");
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    TareCatalogue* const catalogue = tare_catalogue_new();
    if (!catalogue || tare_catalogue_add_folder(catalogue, folder, depth, NULL) != TARE_OK) {
        tare_catalogue_free(catalogue);
        return NULL;
    }
    tare_catalogue_set_fit(catalogue, tare_stored_fit);
    return catalogue;
}

bool shipped_is_alike(const TareCorrection* correction)
{
    for (uint32_t i = 0; i < correction->set.n_bands; ++i)
        if (correction->set.bands[i].channel != TARE_CHANNEL_BOTH)
            return false;
    return true;
}
