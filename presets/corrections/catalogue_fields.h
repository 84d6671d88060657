/* What a block of the catalogue's text format may hold: known to its reader and its writer. */

#ifndef TARE_CATALOGUE_FIELDS_H
#define TARE_CATALOGUE_FIELDS_H

#include "corrections/correction.h"

/** A text of an entry or of an evidence, by its place in the struct. */
typedef struct {
    const char* key;
    size_t offset;
    bool may_be_shared;   ///< may stand before the first block and count for all
    bool is_of_headphone; ///< may stand below a "headphone" and count for its blocks
} TareTextField;

enum { TARE_N_TEXT_FIELDS = 10, TARE_N_EVIDENCE_FIELDS = 4, TARE_N_EVIDENCE_FACTS = 3 };

/** In the order in which they are written; the id is the first. */
extern const TareTextField tare_text_fields[TARE_N_TEXT_FIELDS];

/** The file is the first. */
extern const TareTextField tare_evidence_fields[TARE_N_EVIDENCE_FIELDS];

/** Keys of an evidence that are no texts: its line, what the words say ("fault" or "remedy"), and
    the gain that they state. */
extern const char* const tare_evidence_facts[TARE_N_EVIDENCE_FACTS];

/** "fault" or "remedy", by TareEvidence's is_advice; NULL for any other number. */
const char* tare_says_name(int is_advice);

/** The text of a field, inside a TareEntry or TareEvidence. */
const char** tare_text_field(const TareTextField* field, void* owner);
const char* tare_text_field_value(const TareTextField* field, const void* owner);

typedef struct {
    const char* name; ///< for reports
    double min, max;
    bool may_be_zero; ///< zero counts besides
} TareRange;

extern const TareRange tare_freq_range, tare_gain_range, tare_q_range, tare_preamp_range,
    tare_rate_range;

bool tare_range_holds(const TareRange* range, double value);

/** Whether a text may be an id: lower-case ASCII letters, digits, "-._+/" and anything that is not
    ASCII. */
bool tare_id_is_valid(const char* id);

/** Whether the bytes here, valid UTF-8, begin a control character (C0, DEL or C1). */
bool tare_is_control(const char* text);

#endif
