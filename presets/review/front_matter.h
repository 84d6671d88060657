/* What a review tells of itself before it begins. */

#ifndef TARE_FRONT_MATTER_H
#define TARE_FRONT_MATTER_H

#include <stdbool.h>
#include <stddef.h>

enum { TARE_MAX_TAGS = 64 };

/** Values by key, NUL-terminated UTF-8; NULL where the key is missing or holds no plain text.
    front_keys.c has the keys. */
typedef struct TareFrontMatter {
    char* target_name; ///< "Sony MDR-EX1000"; always there
    char* company_id;  ///< "sony"
    char* brand;       ///< "Sony"
    char* model;       ///< "MDR-EX1000", or the whole name
    char* author;      ///< who wrote it; several with commas between
    char* source;      ///< where it stands: an address
    char* licence;     ///< under which terms
    char* date;        ///< "2025-07-22"
    char* summary;
    unsigned summary_line;
    char* tags[TARE_MAX_TAGS];
    size_t n_tags;
    bool is_named_from_outside; ///< target_name is no word of the text
    size_t body;                ///< where the Markdown begins
    unsigned body_line;         ///< its line
} TareFrontMatter;

/** Frees all that it owns and empties it. */
void tare_front_matter_clear(TareFrontMatter* front);

#endif
