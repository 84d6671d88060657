#include "window/shelf.h"

#include "corrections/band_prints.h"
#include "corrections/catalogue.h"
#include "corrections/print.h"
#include "search/stock.h"

#include <stdlib.h>
#include <string.h>

/** A file; those before it behind it. */
typedef struct Opened {
    TareCatalogue* catalogue;
    struct Opened* next;
} Opened;

struct TareShelf {
    char* home;
    TareStock* stock; ///< NULL as long as nobody asked, and when there is none
    bool is_stock_tried;
    Opened* opened;
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
    for (Opened* next; shelf->opened; shelf->opened = next) {
        next = shelf->opened->next;
        tare_catalogue_free(shelf->opened->catalogue);
        free(shelf->opened);
    }
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

/** The catalogue that an entry is of; NULL when it is of none. */
static TareCatalogue* home_of(TareShelf* shelf, const TareEntry* entry)
{
    for (const Opened* file = shelf->opened; file; file = file->next)
        if (tare_catalogue_get(file->catalogue, 0) == entry)
            return file->catalogue;
    TareStock* const stock = tare_shelf_stock(shelf);
    return stock ? tare_stock_catalogue(stock) : NULL;
}

const TareCorrection* tare_shelf_correction(TareShelf* shelf, const TareEntry* entry)
{
    TareCatalogue* const catalogue = home_of(shelf, entry);
    return catalogue ? tare_catalogue_correction(catalogue, entry, NULL) : NULL;
}

const TareEntry* tare_shelf_add(TareShelf* shelf, const char* text)
{
    TareCatalogue* const catalogue = tare_catalogue_new();
    Opened* const file = malloc(sizeof *file);
    if (!file || !catalogue ||
        tare_catalogue_add_text(catalogue, "", text, strlen(text), NULL) != TARE_OK ||
        tare_catalogue_n_corrections(catalogue) == 0) {
        tare_catalogue_free(catalogue);
        free(file);
        return NULL;
    }
    *file = (Opened){catalogue, shelf->opened};
    shelf->opened = file;
    return tare_catalogue_get(catalogue, 0);
}

const TareEntry* tare_shelf_find_id(TareShelf* shelf, const char* id)
{
    TareStock* const stock = tare_shelf_stock(shelf);
    return stock ? tare_catalogue_find_id(tare_stock_catalogue(stock), id) : NULL;
}

const TareEntry* tare_shelf_find_print(TareShelf* shelf, uint64_t print)
{
    for (const Opened* file = shelf->opened; file; file = file->next) {
        const TareEntry* const entry = tare_catalogue_find_print(file->catalogue, print, NULL);
        if (entry)
            return entry;
    }
    TareStock* const stock = tare_shelf_stock(shelf);
    return stock ? tare_catalogue_find_print(tare_stock_catalogue(stock), print, NULL) : NULL;
}

const TareEntry* tare_shelf_find_bands(TareShelf* shelf, const TareBandSet* set)
{
    TareStock* const stock = tare_shelf_stock(shelf);
    return stock ? tare_catalogue_find_bands(tare_stock_catalogue(stock), set) : NULL;
}
