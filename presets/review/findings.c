#include "review/findings.h"

#include "base/list.h"

#include <stdlib.h>

static void leave_out(TareFindings* findings, TareLeftOut left_out)
{
    TareLeftOut* const items =
        tare_list_grow(findings->left_out, findings->n_left_out, sizeof left_out);
    if (items)
        findings->left_out = items;
    if (!left_out.text || !items) {
        findings->failed = true;
        free(left_out.text);
        return;
    }
    findings->left_out[findings->n_left_out++] = left_out;
}

void tare_findings_add(TareFindings* findings, TareFinding finding)
{
    if (findings->n_findings == TARE_MAX_FINDINGS) {
        char* const text = (char*)finding.fact.evidence.text; /* it is the finding's own */
        finding.fact.evidence.text = NULL;
        tare_findings_leave_out(findings, finding.fact.evidence.line, text, TARE_REASON_TOO_MANY);
        tare_evidence_clear(&finding.fact.evidence);
        return;
    }
    TareFinding* const items =
        tare_list_grow(findings->findings, findings->n_findings, sizeof finding);
    if (!items) {
        findings->failed = true;
        tare_evidence_clear(&finding.fact.evidence);
        return;
    }
    findings->findings = items;
    findings->findings[findings->n_findings++] = finding;
}

void tare_findings_leave_out(TareFindings* findings, unsigned line, char* text, TareReason reason)
{
    leave_out(findings, (TareLeftOut){.line = line, .text = text, .reason = reason});
}

void tare_findings_leave_out_place(TareFindings* findings, unsigned line, char* text,
                                   double place_hz)
{
    leave_out(findings, (TareLeftOut){line, text, TARE_REASON_NO_SIZE, place_hz});
}

void tare_findings_clear(TareFindings* findings)
{
    for (size_t i = 0; i < findings->n_findings; ++i)
        tare_evidence_clear(&findings->findings[i].fact.evidence);
    for (size_t i = 0; i < findings->n_left_out; ++i)
        free(findings->left_out[i].text);
    free(findings->findings);
    free(findings->left_out);
    *findings = (TareFindings){0};
}
