/* Texts of structs as data, for what goes through all of them. */

#ifndef TARE_TEXT_FIELD_H
#define TARE_TEXT_FIELD_H

#include <stdbool.h>
#include <stddef.h>

/** A text of an entry or of an evidence, by its place in the struct. */
typedef struct TareTextField {
    const char* key;
    size_t offset;
    bool may_be_shared;   ///< may stand before the first block and count for all
    bool is_of_headphone; ///< may stand below a "headphone" and count for its blocks
} TareTextField;

/** The text of a field, inside a TareEntry or TareEvidence. */
const char** tare_text_field(const TareTextField* field, void* owner);
const char* tare_text_field_value(const TareTextField* field, const void* owner);

#endif
