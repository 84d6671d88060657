#include "review/faults.h"

#include "base/text.h"
#include "review/findings.h"

#include <math.h>
#include <string.h>

#define SAME_OCTAVES (1.0 / 6.0)   ///< the same frequency, maybe rounded
#define REPEAT_OCTAVES (1.0 / 3.0) ///< told again, with the same gain or not by the same source
#define REMEDY_OCTAVES 0.5         ///< between a fault and the remedy for it
#define TWO_SOURCES_OCTAVES 1.001  ///< the same fault, measured by two
#define SAME_GAIN_DB 0.5

static double middle_hz(const TareFinding* finding)
{
    return sqrt(finding->lo_hz * finding->hi_hz);
}

/** How far apart two findings are; 0 when one lies within the other. */
static double octaves_between(const TareFinding* a, const TareFinding* b)
{
    const double a_hz = middle_hz(a), b_hz = middle_hz(b);
    if ((a_hz >= b->lo_hz && a_hz <= b->hi_hz) || (b_hz >= a->lo_hz && b_hz <= a->hi_hz))
        return 0.0;
    return fabs(log2(a_hz / b_hz));
}

static bool has_same_direction(const TareFinding* a, const TareFinding* b)
{
    return (a->fact.filter.gain_db > 0.0) == (b->fact.filter.gain_db > 0.0);
}

static bool has_same_gain(const TareFinding* a, const TareFinding* b)
{
    return fabs(a->fact.filter.gain_db - b->fact.filter.gain_db) <= SAME_GAIN_DB;
}

static bool has_same_place(const TareFinding* a, const TareFinding* b)
{
    return fabs(log2(middle_hz(a) / middle_hz(b))) < SAME_OCTAVES;
}

/** The fault, and the remedy for it. */
static bool belong_together(const TareFinding* a, const TareFinding* b)
{
    return has_same_place(a, b) ||
           (has_same_direction(a, b) && octaves_between(a, b) < REMEDY_OCTAVES);
}

/** Two remedies for one place are alternatives, unless one sentence lists them. */
static bool are_one_remedy(const TareFinding* a, const TareFinding* b)
{
    return has_same_place(a, b) && has_same_direction(a, b) &&
           (has_same_gain(a, b) || a->sentence != b->sentence);
}

/** Two faults of one sentence are items of a list; those of two sources may be far apart and
    still be the same. */
static bool are_one_fault(const TareFinding* a, const TareFinding* b)
{
    const double octaves = octaves_between(a, b);
    if (has_same_place(a, b)) /* of opposite ones, one is a remedy that does not look like it */
        return has_same_direction(a, b) || a->sentence != b->sentence;
    if (a->sentence == b->sentence || !has_same_direction(a, b))
        return false;
    const bool has_one_source = (a->sources & b->sources) != 0;
    if (octaves < SAME_OCTAVES)
        return true;
    if (octaves < REPEAT_OCTAVES && (has_same_gain(a, b) || !has_one_source))
        return true;
    return a->sources && b->sources && !has_one_source && octaves < TWO_SOURCES_OCTAVES;
}

/** Whether two findings that are about the same place say the opposite. */
static bool are_opposite(const TareFinding* a, const TareFinding* b)
{
    return has_same_place(a, b) && !has_same_direction(a, b);
}

static bool tell_the_same(const TareFinding* a, const TareFinding* b)
{
    if (a->recipe && a->recipe == b->recipe)
        return false; /* filters that were set together */
    if (a->fact.is_advice != b->fact.is_advice)
        return belong_together(a, b);
    return a->fact.is_advice ? are_one_remedy(a, b) || are_opposite(a, b) : are_one_fault(a, b);
}

/** The chosen finding that tells the same and is nearest; n_chosen if there is none. */
static size_t find_same(const TareFinding* findings, const size_t* chosen, size_t n_chosen,
                        const TareFinding* finding)
{
    size_t best = n_chosen;
    for (size_t i = 0; i < n_chosen; ++i) {
        const TareFinding* const other = &findings[chosen[i]];
        if (tell_the_same(other, finding) &&
            (best == n_chosen ||
             octaves_between(other, finding) < octaves_between(&findings[chosen[best]], finding)))
            best = i;
    }
    return best;
}

static int rank(const TareFinding* finding)
{
    return 2 * finding->fact.is_advice + finding->fact.is_q_stated;
}

/** The winner of two; it takes a stated Q from the other. */
static size_t choose_one(TareFinding* findings, size_t earlier, size_t later)
{
    const bool is_later_better = rank(&findings[later]) > rank(&findings[earlier]);
    TareFinding* const winner = &findings[is_later_better ? later : earlier];
    const TareFinding* const loser = &findings[is_later_better ? earlier : later];
    if (!winner->fact.is_q_stated && loser->fact.is_q_stated && has_same_place(winner, loser)) {
        winner->fact.filter.q = loser->fact.filter.q;
        winner->fact.is_q_stated = true;
    }
    return is_later_better ? later : earlier;
}

/** Takes neither of two that say the opposite; but a list of settings stays whole. */
static size_t choose_neither(TareFinding* findings, size_t earlier, size_t later)
{
    const bool is_later_whole = findings[later].recipe && !findings[earlier].recipe;
    findings[earlier].is_contradicted = !findings[earlier].recipe;
    findings[later].is_contradicted = !findings[later].recipe || findings[earlier].recipe;
    return is_later_whole ? later : earlier;
}

/** Takes those away that another one contradicts. Returns how many are left. */
static size_t drop_contradicted(const TareFinding* findings, size_t* chosen, size_t n_chosen)
{
    size_t n = 0;
    for (size_t i = 0; i < n_chosen; ++i) {
        if (!findings[chosen[i]].is_contradicted)
            chosen[n++] = chosen[i];
    }
    return n;
}

static size_t size_of_recipe(const TareFinding* findings, size_t n_findings, unsigned recipe)
{
    size_t n = 0;
    for (size_t i = 0; i < n_findings; ++i)
        n += findings[i].recipe == recipe;
    return n;
}

/** Marks the filters of whole sets of settings behind the first: two sets are not added up. */
static void mark_other_sets(TareFinding* findings, size_t n_findings)
{
    unsigned first = 0;
    for (size_t i = 0; i < n_findings; ++i) {
        const unsigned recipe = findings[i].recipe;
        if (recipe == 0 || recipe == first)
            continue;
        if (size_of_recipe(findings, n_findings, recipe) < 2) {
            findings[i].recipe = 0; /* one filter is no set */
            continue;
        }
        findings[i].is_of_other_set = first != 0;
        first = first ? first : recipe;
    }
}

size_t tare_faults_choose(TareFinding* findings, size_t n_findings, size_t* chosen)
{
    size_t n_chosen = 0;
    mark_other_sets(findings, n_findings);
    for (size_t i = 0; i < n_findings; ++i) {
        if (findings[i].is_of_other_set)
            continue;
        const size_t same = find_same(findings, chosen, n_chosen, &findings[i]);
        if (same == n_chosen)
            chosen[n_chosen++] = i;
        else if (are_opposite(&findings[chosen[same]], &findings[i]))
            chosen[same] = choose_neither(findings, chosen[same], i);
        else if (!findings[chosen[same]].is_contradicted)
            chosen[same] = choose_one(findings, chosen[same], i);
    }
    return drop_contradicted(findings, chosen, n_chosen);
}

void tare_faults_tell(TareFindings* findings)
{
    for (size_t i = 0; i < findings->n_findings; ++i) {
        const TareFinding* const finding = &findings->findings[i];
        const TareEvidence* const evidence = &finding->fact.evidence;
        const TareReason reason = finding->is_contradicted   ? TARE_REASON_OPPOSITE
                                  : finding->is_of_other_set ? TARE_REASON_OTHER_SET
                                                             : TARE_REASON_NONE;
        if (reason)
            tare_findings_leave_out(findings, evidence->line,
                                    tare_text_copy(evidence->text, strlen(evidence->text)), reason);
    }
}
