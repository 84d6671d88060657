#include "window/shelf.h"

#include "corrections/catalogue.h"
#include "search/stock.h"

#include <stdlib.h>
#include <string.h>

struct TareShelf {
    char* home;
    TareStock* stock; ///< NULL as long as nobody asked, and when there is none
    bool is_stock_tried;
};

TareShelf* tare_shelf_new(const char* home)
{
    TareShelf* const shelf = calloc(1, sizeof *shelf);
    char* const copy = strdup(home);
    if (!shelf || !copy) {
        free(shelf);
        free(copy);
        return NULL;
    }
    shelf->home = copy;
    return shelf;
}

void tare_shelf_free(TareShelf* shelf)
{
    if (!shelf)
        return;
    tare_stock_close(shelf->stock);
    free(shelf->home);
    free(shelf);
}

/** One with nothing in it is as good as none. */
static TareStock* open_stock(const char* home)
{
    TareStock* stock = NULL;
    if (tare_stock_open_from(&stock, home, NULL) != TARE_OK)
        return NULL;
    if (tare_catalogue_n_corrections(tare_stock_catalogue(stock)) > 0)
        return stock;
    tare_stock_close(stock);
    return NULL;
}

TareStock* tare_shelf_stock(TareShelf* shelf)
{
    if (!shelf->is_stock_tried)
        shelf->stock = open_stock(shelf->home);
    shelf->is_stock_tried = true;
    return shelf->stock;
}

const TareCorrection* tare_shelf_correction(TareShelf* shelf, const TareEntry* entry)
{
    TareStock* const stock = tare_shelf_stock(shelf);
    return stock ? tare_catalogue_correction(tare_stock_catalogue(stock), entry, NULL) : NULL;
}
