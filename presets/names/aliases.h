/* Other names of brands and models, read from a text file (described in catalogue/README.md). */

#ifndef TARE_ALIASES_H
#define TARE_ALIASES_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareAliases TareAliases;

/** No aliases yet; NULL when memory is short. */
TareAliases* tare_aliases_new(void);

/** Frees them; NULL is allowed. */
void tare_aliases_free(TareAliases* aliases);

/** Adds the rules of a file. A line that cannot be used is reported with line and column and left
    out; the rest counts. Returns TARE_OK when everything could be used. */
TareStatus tare_aliases_add_file(TareAliases* aliases, const char* path,
                                 const TareReporter* reporter);

/** Adds those of a folder of the catalogue: same.txt, what single products and makers are called,
    and aliases.txt behind it, what words mean, as far as they are there. */
TareStatus tare_aliases_add_folder(TareAliases* aliases, const char* folder,
                                   const TareReporter* reporter);

/** Adds a text as if it were the content of the file `name`. */
TareStatus tare_aliases_add_text(TareAliases* aliases, const char* name, const char* text,
                                 size_t length, const TareReporter* reporter);

/** Rewrites a name, given by its folded words (fold.h), by each rule wherever that fits, one rule
    at one place at a time. `take` gets the words of each result, which live as long as the call.
    False when memory was short. */
bool tare_aliases_rewrite(const TareAliases* aliases, const char* words,
                          void (*take)(void* data, const char* words), void* data);

#endif
