/* Finding a headphone: what is typed, and what the catalogue has for it. */

#ifndef TARE_WINDOW_FINDER_H
#define TARE_WINDOW_FINDER_H

#include "window/edit.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareEntry TareEntry;
typedef struct TareShelf TareShelf;

/** A row of the list: the name of a model, or below it one of its corrections. */
typedef struct TareFinderRow {
    const TareEntry* entry; ///< of the name, the model's default
    bool is_name;
    bool is_default;
} TareFinderRow;

/** For what a headphone is looked for. */
typedef enum {
    TARE_FINDER_LOAD,     ///< its correction
    TARE_FINDER_LIKENESS, ///< to sound like it
    TARE_FINDER_OUTPUT    ///< the correction of an output
} TareFinderUse;

typedef struct TareFinder {
    TareEdit edit;
    bool is_open;      ///< the list is shown
    bool is_near_only; ///< what was typed is not there; the list comes near
    size_t n;
    TareFinderRow* rows;
    size_t chosen; ///< row of a correction; n when there is none
    size_t first;  ///< row that is shown at the top
    TareFinderUse use;
    TareShelf* shelf;
} TareFinder;

/** What it finds is on the shelf, which must stay. NULL when memory is short. */
TareFinder* tare_finder_new(TareShelf* shelf);

void tare_finder_free(TareFinder* finder);

/** Brings the list to what is typed, and opens it; of nothing typed it has all models. */
void tare_finder_search(TareFinder* finder);

/** Closes the list, and forgets what was typed. */
void tare_finder_close(TareFinder* finder);

/** Chooses a correction so many further; stays within the list. */
void tare_finder_move(TareFinder* finder, long by);

/** The correction that is chosen; NULL when there is none. */
const TareEntry* tare_finder_chosen(const TareFinder* finder);

#endif
