/* The shapes that `--json` prints. */

#ifndef TARE_CLI_JSON_H
#define TARE_CLI_JSON_H

#include "cli/frame/cli.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

typedef struct TareCommand TareCommand;
typedef struct TareBand TareBand;
typedef struct TareCorrection TareCorrection;

/** An integer when the value is whole, so that it reads 5500 and not 5500.0. */
json_t* tare_json_number(double value);

/** The same in thousandths, as much as anybody wants of a figure. */
json_t* tare_json_thousandths(double value);

/** A string; null for NULL. What is no UTF-8 becomes '?'. */
json_t* tare_json_text(const char* text);

/** Puts a new value into an object; false, with the value freed, when either is missing. */
bool tare_json_set(json_t* object, const char* key, json_t* value);

/** The value if all went well; otherwise NULL, with the value freed. */
json_t* tare_json_keep_if(bool ok, json_t* value);

/** An array of what `item` makes of the owner for 0 .. n - 1; NULL when memory is short. */
json_t* tare_json_array(size_t n, json_t* (*item)(const void* owner, size_t i), const void* owner);

/** {"type", "freq_hz", "gain_db", "q", "channel"}, the type named as in the files of the catalogue:
    "low_shelf". */
json_t* tare_json_band(const TareBand* band);

/** {"type", "freq_hz", "gain_db", "q"}, the type named as most programs for equalisers do:
   "peaking", "lowshelf". */
json_t* tare_json_filter(const TareBand* band);

/** Everything about a correction; NULL when memory is short. */
json_t* tare_json_correction(const TareCorrection* correction);

/** Prints a value and a line end on stdout, and frees it. NULL: says that memory is short. */
TareExit tare_json_print(const TareCommand* command, json_t* value);

/** Writes a value, with escapes in its texts for what is not plain as base/plain.h has it. False
    when memory is short, and nothing is written then. */
bool tare_json_write(FILE* out, const json_t* value);

#endif
