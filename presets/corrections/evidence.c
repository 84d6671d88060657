#include "corrections/evidence.h"

#include "base/text.h"
#include "corrections/text_field.h"

const TareTextField tare_evidence_fields[TARE_N_EVIDENCE_FIELDS] = {
    {"evidence", offsetof(TareEvidence, file), false, false},
    {"section", offsetof(TareEvidence, section), false, false},
    {"text", offsetof(TareEvidence, text), false, false},
    {"curve", offsetof(TareEvidence, curve), false, false},
    {"note", offsetof(TareEvidence, note), false, false},
};

const char* const tare_evidence_facts[TARE_N_EVIDENCE_FACTS] = {"line", "says", "stated"};

const char* tare_says_name(int is_advice)
{
    static const char* const names[] = {"fault", "remedy"};
    return is_advice == 0 || is_advice == 1 ? names[is_advice] : NULL;
}

void tare_evidence_clear(TareEvidence* evidence)
{
    for (size_t i = 0; i < TARE_N_EVIDENCE_FIELDS; ++i)
        (void)tare_text_set(tare_text_field(&tare_evidence_fields[i], evidence), NULL);
    *evidence = (TareEvidence){0};
}
