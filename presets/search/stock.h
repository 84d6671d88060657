/* The catalogue that this program works with. */

#ifndef TARE_CLI_STOCK_H
#define TARE_CLI_STOCK_H

#include "cli/frame/command.h"
#include "search/search.h"

typedef struct TareStock TareStock;

/** Opens the catalogue: the folder $TARE_CATALOGUE, else that of the source tree when the program
    runs from its build tree, else the installed one; and besides the listener's own corrections in
    $XDG_DATA_HOME/tare. What cannot be used of a file is reported and left out.

    Returns TARE_EXIT_DONE and a stock that the caller closes, or else says what is missing. */
TareExit tare_stock_open(const TareCommand* command, TareStock** stock);

/** Frees it; NULL is allowed. */
void tare_stock_close(TareStock* stock);

TareCatalogue* tare_stock_catalogue(TareStock* stock);

/** All models, gathered at the first call; NULL when memory is short. */
const TareModels* tare_stock_models(TareStock* stock);

/** Searches all models, also by the aliases in aliases.txt beside the shared catalogue. What cannot
    be used of these is reported and left out; without them a search does without. False when memory
    is short; else `n` receives how many were found. */
bool tare_stock_search(TareStock* stock, const char* query, TareMatch* matches, size_t max,
                       size_t* n);

#endif
