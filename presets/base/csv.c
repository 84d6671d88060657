#include "base/csv.h"

#include <stdbool.h>
#include <string.h>

/** Takes a cell out of its quotes; what stands behind it, NULL when they are not closed. */
static char* unquote(char* cell)
{
    char* to = cell;
    for (const char* from = cell + 1; *from; ++from) {
        if (*from != '"') {
            *to++ = *from;
        } else if (from[1] == '"') {
            *to++ = *from++;
        } else {
            char* const rest = cell + (from + 1 - cell);
            *to = '\0';
            return rest;
        }
    }
    return NULL;
}

size_t tare_csv_split(char* line, char** cells, size_t max)
{
    size_t n = 0;
    for (bool is_more = true; is_more;) {
        char* const cell = line;
        if (*line == '"' && !(line = unquote(line)))
            return 0;
        line += strcspn(line, ",\r\n");
        is_more = *line == ',';
        *line++ = '\0';
        if (n < max)
            cells[n] = cell;
        ++n;
    }
    return n;
}
