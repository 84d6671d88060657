#include "corrections/catalogue_fields.h"

#include <stdint.h>
#include <string.h>

const TareTextField tare_text_fields[TARE_N_TEXT_FIELDS] = {
    {"id", offsetof(TareEntry, id), false, false},
    {"brand", offsetof(TareEntry, brand), true, true},
    {"model", offsetof(TareEntry, model), false, true},
    {"variant", offsetof(TareEntry, variant), false, true},
    {"author", offsetof(TareEntry, author), true, false},
    {"rig", offsetof(TareEntry, rig), true, false},
    {"target", offsetof(TareEntry, target), true, false},
    {"source", offsetof(TareEntry, source), true, false},
    {"date", offsetof(TareEntry, date), true, false},
    {"licence", offsetof(TareEntry, licence), true, false},
};

const TareTextField tare_evidence_fields[TARE_N_EVIDENCE_FIELDS] = {
    {"evidence", offsetof(TareEvidence, file), false, false},
    {"section", offsetof(TareEvidence, section), false, false},
    {"text", offsetof(TareEvidence, text), false, false},
    {"note", offsetof(TareEvidence, note), false, false},
};

const char* const tare_evidence_facts[TARE_N_EVIDENCE_FACTS] = {"line", "says", "stated"};

const char* tare_says_name(int is_advice)
{
    static const char* const names[] = {"fault", "remedy"};
    return is_advice == 0 || is_advice == 1 ? names[is_advice] : NULL;
}

const TareRange tare_freq_range = {"frequency", TARE_FREQ_MIN_HZ, TARE_FREQ_MAX_HZ, false};
const TareRange tare_gain_range = {"gain", TARE_GAIN_MIN_DB, TARE_GAIN_MAX_DB, false};
const TareRange tare_q_range = {"Q", TARE_Q_MIN, TARE_Q_MAX, false};
const TareRange tare_preamp_range = {"preamp", TARE_PREAMP_MIN_DB, TARE_PREAMP_MAX_DB, false};
const TareRange tare_rate_range = {"rate", TARE_SAMPLE_RATE_MIN_HZ, TARE_SAMPLE_RATE_MAX_HZ, true};

const char** tare_text_field(const TareTextField* field, void* owner)
{
    return (const char**)(void*)((char*)owner + field->offset);
}

const char* tare_text_field_value(const TareTextField* field, const void* owner)
{
    return *(const char* const*)(const void*)((const char*)owner + field->offset);
}

bool tare_range_holds(const TareRange* range, double value)
{
    return (value >= range->min && value <= range->max) || (range->may_be_zero && value == 0.0);
}

/** Small letters, digits, "-._+/" and what is not ASCII, by a bit for each of ASCII. */
static bool is_of_id(unsigned char c)
{
    static const uint64_t ascii[2] = {0x03FFE80000000000, 0x07FFFFFE80000000};
    return c >= 0x80 || (ascii[c >> 6] >> (c & 63) & 1);
}

bool tare_id_is_valid(const char* id)
{
    const char* p = id;
    while (*p && is_of_id((unsigned char)*p))
        ++p;
    return *id && !*p;
}

bool tare_is_control(const char* text)
{
    const unsigned char c = (unsigned char)text[0];
    return c < 0x20 || c == 0x7F || (c == 0xC2 && (unsigned char)text[1] < 0xA0);
}
