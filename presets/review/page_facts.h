/* What a web page tells of itself, by the names that pages have for it. */

#ifndef TARE_PAGE_FACTS_H
#define TARE_PAGE_FACTS_H

#include <stdbool.h>

typedef struct TareFrontKeys TareFrontKeys;

/** Keeps a value by the name that <meta> or <link> give it, when it is known. False when memory is
    short. */
bool tare_page_keep_fact(TareFrontKeys* keys, const char* name, const char* value);

/** Keeps the address out of the comment of a browser that saved the page. False as above. */
bool tare_page_keep_comment(TareFrontKeys* keys, const char* comment);

#endif
