/* Finding a headphone: what is typed, and what the catalogue has for it. */

#ifndef TARE_WINDOW_FINDER_H
#define TARE_WINDOW_FINDER_H

#include "window/edit.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareEntry TareEntry;
typedef struct TareStock TareStock;

/** A row of the list: the name of a model, or below it one of its corrections. */
typedef struct TareFinderRow {
    const TareEntry* entry; ///< of the name, the model's default
    bool is_name;
    bool is_default;
} TareFinderRow;

typedef struct TareFinder {
    TareEdit edit;
    bool is_open;      ///< the list is shown
    bool is_near_only; ///< what was typed is not there; the list comes near
    size_t n;
    TareFinderRow* rows;
    size_t chosen;    ///< row of a correction; n when there is none
    size_t first;     ///< row that is shown at the top
    TareStock* stock; ///< NULL as long as nobody asked, and when there is none
    bool is_stock_tried;
    char* home;
} TareFinder;

/** Opens nothing yet. `home` as in tare_stock_open_from(). NULL when memory is short. */
TareFinder* tare_finder_new(const char* home);

void tare_finder_free(TareFinder* finder);

/** The catalogue, opened at the first call; NULL when there is none. */
TareStock* tare_finder_stock(TareFinder* finder);

/** Brings the list to what is typed, and opens it; of nothing typed it has all models. */
void tare_finder_search(TareFinder* finder);

/** Closes the list, and forgets what was typed. */
void tare_finder_close(TareFinder* finder);

/** Chooses a correction so many further; stays within the list. */
void tare_finder_move(TareFinder* finder, long by);

/** The correction that is chosen; NULL when there is none. */
const TareEntry* tare_finder_chosen(const TareFinder* finder);

#endif
