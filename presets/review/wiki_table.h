/* Tables as MediaWiki writes them. */

#ifndef TARE_WIKI_TABLE_H
#define TARE_WIKI_TABLE_H

#include <stdbool.h>

typedef struct TareTableRows TareTableRows;

/** Whether a table begins in a line of a text: "{|". */
bool tare_wiki_table_is_in(const char* text);

/** Reads the table that a text begins with, with its names in lines of "!", and moves behind it.
    False, with some rows added, when there is none or it has no end. */
bool tare_wiki_table_read(TareTableRows* table, const char** text);

#endif
