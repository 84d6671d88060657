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

/* Of a TareEntry */

enum { TARE_N_ENTRY_FIELDS = 10 };

/** All texts, in the order in which they are written; the id is the first. */
extern const TareTextField tare_entry_fields[TARE_N_ENTRY_FIELDS];

/* Of a TareEvidence */

enum { TARE_N_EVIDENCE_FIELDS = 5, TARE_N_EVIDENCE_FACTS = 3 };

/** The file is the first. */
extern const TareTextField tare_evidence_fields[TARE_N_EVIDENCE_FIELDS];

/** Keys of an evidence that are no texts: its line, what the words say ("fault" or "remedy"), and
    the gain that they state. */
extern const char* const tare_evidence_facts[TARE_N_EVIDENCE_FACTS];

/** "fault" or "remedy", by TareEvidence's is_advice; NULL for any other number. */
const char* tare_says_name(int is_advice);

#endif
