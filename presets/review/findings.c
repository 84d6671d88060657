#include "review/findings.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/** Makes room for one more item of an array. */
static bool grow(void** items, size_t n_items, size_t* room, size_t size)
{
    if (n_items < *room)
        return true;
    const size_t wanted = *room ? 2 * *room : 8;
    void* const grown = realloc(*items, wanted * size);
    if (!grown)
        return false;
    *items = grown;
    *room = wanted;
    return true;
}

void tare_findings_add(TareFindings* findings, TareFinding finding)
{
    if (findings->n_findings == TARE_MAX_FINDINGS) {
        char* const text = (char*)finding.fact.evidence.text; /* it is the finding's own */
        finding.fact.evidence.text = NULL;
        tare_findings_leave_out(findings, finding.fact.evidence.line, text, "too many findings");
        tare_evidence_clear(&finding.fact.evidence);
        return;
    }
    void* items = findings->findings;
    if (!grow(&items, findings->n_findings, &findings->findings_room, sizeof finding)) {
        findings->failed = true;
        tare_evidence_clear(&finding.fact.evidence);
        return;
    }
    findings->findings = items;
    findings->findings[findings->n_findings++] = finding;
}

void tare_findings_leave_out(TareFindings* findings, unsigned line, char* text, const char* reason)
{
    const TareLeftOut left_out = {line, text, tare_text_copy(reason, strlen(reason))};
    void* items = findings->left_out;
    if (!text || !left_out.reason ||
        !grow(&items, findings->n_left_out, &findings->left_out_room, sizeof left_out)) {
        findings->failed = true;
        free(left_out.text);
        free(left_out.reason);
        return;
    }
    findings->left_out = items;
    findings->left_out[findings->n_left_out++] = left_out;
}

void tare_findings_clear(TareFindings* findings)
{
    for (size_t i = 0; i < findings->n_findings; ++i)
        tare_evidence_clear(&findings->findings[i].fact.evidence);
    for (size_t i = 0; i < findings->n_left_out; ++i) {
        free(findings->left_out[i].text);
        free(findings->left_out[i].reason);
    }
    free(findings->findings);
    free(findings->left_out);
    *findings = (TareFindings){0};
}
