/* Lines of comma-separated values (RFC 4180), a line each: quotes around what holds a comma, two
   quotes for one within. */

#ifndef TARE_CSV_H
#define TARE_CSV_H

#include <stddef.h>

/** Splits a line in place, without its line end. Returns how many cells there are, of which the
   first `max` are in `cells`; 0 when a quote is not closed. */
size_t tare_csv_split(char* line, char** cells, size_t max);

#endif
