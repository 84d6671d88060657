/* Corrections of a model one a line, in columns: id, kind, author, by whom or on what it was
   measured, target. */

#ifndef TARE_CLI_ENTRY_ROWS_H
#define TARE_CLI_ENTRY_ROWS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct TareEntry TareEntry;

enum { TARE_ENTRY_COLUMNS = 5 };

/** How wide the columns are; {0} at first. */
typedef struct TareEntryWidths {
    size_t columns[TARE_ENTRY_COLUMNS];
} TareEntryWidths;

/** Makes the columns wide enough for a correction. */
void tare_entry_rows_fit(TareEntryWidths* widths, const TareEntry* entry);

/** Prints a correction behind a text; "-" stands for what is not known. */
void tare_entry_rows_print(const TareEntryWidths* widths, const char* before,
                           const TareEntry* entry);

/** {"id", "author", "rig", "target", "kind", "default"}; NULL when memory is short. */
json_t* tare_entry_rows_json(const TareEntry* entry, bool is_default);

#endif
