/* The catalogue that this program works with. */

#ifndef TARE_STOCK_H
#define TARE_STOCK_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

struct TareCatalogue;
struct TareSearchMatch;
struct TareMeant;
struct TareEntry;
struct TareModels;

typedef struct TareStock TareStock;

/** Opens the catalogue: the folder $TARE_CATALOGUE, else that of the source tree when the program
    runs from its build tree, else the installed one; and besides the listener's own corrections in
    $XDG_DATA_HOME/tare. What cannot be used of a file, now or later, is reported and left out; so
   is a shared catalogue that is not there. The reporter's data must live as long as the stock.

    On TARE_OK the caller closes the stock; otherwise it is NULL, and all but a lack of memory has
    been reported. */
TareStatus tare_stock_open(TareStock** stock, const TareReporter* reporter);

/** The same for what is no program of its own: `home` stands for the folder of the program. */
TareStatus tare_stock_open_from(TareStock** stock, const char* home, const TareReporter* reporter);

/** Frees it; NULL is allowed. */
void tare_stock_close(TareStock* stock);

struct TareCatalogue* tare_stock_catalogue(TareStock* stock);

/** All models, gathered at the first call; NULL when memory is short. */
const struct TareModels* tare_stock_models(TareStock* stock);

/** Searches all models, also by the aliases in aliases.txt beside the shared catalogue. What cannot
    be used of these is reported and left out; without them a search does without. False when memory
    is short; else `n` receives how many were found. */
bool tare_stock_search(TareStock* stock, const char* query, struct TareSearchMatch* matches,
                       size_t max, size_t* n);

/** Finds out what a query means: a correction whose id it is, else a model. False when memory is
    short. */
bool tare_stock_meant(TareStock* stock, const char* query, struct TareMeant* meant);

/** The correction with an id, or of the one model that a query means by a name that it has; NULL
    when there is none, or memory is short. */
const struct TareEntry* tare_stock_meant_one(TareStock* stock, const char* query);

#endif
