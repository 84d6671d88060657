#include "corrections/correction.h"

#include "base/list.h"
#include "base/text.h"
#include "corrections/evidence.h"
#include "corrections/text_field.h"

#include <stdlib.h>

void tare_correction_clear(TareCorrection* c)
{
    for (size_t i = 0; i < TARE_N_ENTRY_FIELDS; ++i)
        (void)tare_text_set(tare_text_field(&tare_entry_fields[i], &c->entry), NULL);
    for (size_t i = 0; i < c->n_evidence; ++i)
        tare_evidence_clear(&c->evidence[i]);
    free(c->evidence);
    *c = (TareCorrection){0};
}

bool tare_correction_add_evidence(TareCorrection* correction, const TareEvidence* evidence)
{
    TareEvidence copy = {
        .line = evidence->line, .is_advice = evidence->is_advice, .stated_db = evidence->stated_db};
    bool is_good = true;
    for (size_t i = 0; i < TARE_N_EVIDENCE_FIELDS && is_good; ++i)
        is_good = tare_text_set(tare_text_field(&tare_evidence_fields[i], &copy),
                                tare_text_field_value(&tare_evidence_fields[i], evidence));
    TareEvidence* const grown =
        is_good ? tare_list_grow(correction->evidence, correction->n_evidence, sizeof *grown)
                : NULL;
    if (!grown) {
        tare_evidence_clear(&copy);
        return false;
    }
    grown[correction->n_evidence++] = copy;
    correction->evidence = grown;
    return true;
}

bool tare_correction_copy(TareCorrection* copy, const TareCorrection* correction)
{
    *copy = (TareCorrection){.set = correction->set};
    copy->entry.form = correction->entry.form;
    copy->entry.kind = correction->entry.kind;
    copy->entry.aim = correction->entry.aim;
    copy->entry.is_makeshift = correction->entry.is_makeshift;
    bool is_good = true;
    for (size_t i = 0; i < TARE_N_ENTRY_FIELDS && is_good; ++i)
        is_good = tare_text_set(tare_text_field(&tare_entry_fields[i], &copy->entry),
                                tare_text_field_value(&tare_entry_fields[i], &correction->entry));
    for (size_t i = 0; i < correction->n_evidence && is_good; ++i)
        is_good = tare_correction_add_evidence(copy, &correction->evidence[i]);
    if (!is_good)
        tare_correction_clear(copy);
    return is_good;
}
