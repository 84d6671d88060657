/* The list of measurements of a batch: a table of comma-separated values with a line of names. */

#ifndef TARE_CLI_FIT_LIST_H
#define TARE_CLI_FIT_LIST_H

#include "cli/fit/fit_request.h"

/** One measurement of the list; the texts are the list's, NULL where a cell is empty. */
typedef struct {
    unsigned line;
    const char *model, *source, *form, *response, *target;
} TareFitRow;

/** Starts with the request. */
typedef struct {
    const TareFitRequest* request;
    char* text;
    char* folder; ///< of the list, to which its paths are relative
    TareFitRow* rows;
    size_t n; ///< at least 1 when it was read
} TareFitList;

/** Reads the list that the request names; says what is wrong with it. To be cleared in any case. */
TareExit tare_fit_list_read(TareFitList* list);
void tare_fit_list_clear(TareFitList* list);

#endif
