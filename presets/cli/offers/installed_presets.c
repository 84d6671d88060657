#include "cli/offers/offers.h"

#include "base/path.h"
#include "cli/frame/candidates.h"
#include "cli/frame/cli.h"
#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "lv2/bundle.h"
#include "lv2/installed.h"
#include "search/stock.h"

#include <stdlib.h>
#include <string.h>

/** Whether the preset of an id is among those in a folder. */
static bool is_installed(const TareInstalledPaths* all, const char* folder, const char* id)
{
    char* const path = tare_bundle_path(folder, id);
    size_t i = 0;
    while (path && i < all->n && strcmp(all->paths[i], path) != 0)
        ++i;
    const bool is_found = path && i < all->n;
    free(path);
    return is_found;
}

static void offer_each(TareCandidates* candidates, const TareCatalogue* catalogue,
                       const TareInstalledPaths* all, const char* folder)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    for (size_t i = 0; i < n; ++i) {
        const TareEntry* const entry = tare_catalogue_get(catalogue, i);
        char name[256];
        if (!is_installed(all, folder, entry->id))
            continue;
        tare_entry_display_name(entry, name, sizeof name);
        tare_candidates_add_if_begun(candidates, entry->id, name);
    }
}

void tare_offer_installed(TareCandidates* candidates)
{
    const char* const home = getenv("HOME");
    char* const folder = home ? tare_path_join(home, ".lv2") : NULL;
    TareInstalledPaths all = {0};
    TareStock* stock = NULL;
    if (folder && tare_installed_list(&all, folder) && all.n > 0 &&
        tare_stock_open(&stock, tare_cli_reporter()) == TARE_OK)
        offer_each(candidates, tare_stock_catalogue(stock), &all, folder);
    tare_stock_close(stock);
    tare_installed_clear(&all);
    free(folder);
}
