/* The rules by which the maker of the catalogue knows towards what a correction was made, held
   against the measured headphones in TARE_DATA/measurements.

   Own curves: the correction's author had this very response, or an older one of the same measurer;
   what no target at all brings within 0.85 dB was made from another one and is left out. What the
   target asks of the response within the limits that AutoEq documents (1/12 octave of smoothing, 2
   octaves above 6 to 8 kHz, at most +6 dB) and what the correction does may differ by 0.5 dB RMS
   from 20 Hz to 10 kHz, less the mean, in the median of at least 8 headphones; and no other target
   of the same ear may do better. Bands shaped by hand know no such limits: there the corrected
   response is held against the target itself, from 40 Hz to 6 kHz, which leaves out what each
   seating changes.

   Others' curves: somebody else has measured the same model. One unit at one head differs from
   another one by 1 to 2 dB, so the median at each frequency of at least 20 corrected responses less
   the target at their own ear is taken; it may be 0.5 dB RMS from 40 Hz to 6 kHz.

   Ends with 1 when the proof that a rule claims is another one than is found here. */

#include "corrections/aim.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "helpers/check.h"
#include "helpers/corrected.h"
#include "helpers/measurements.h"
#include "helpers/shipped.h"
#include "make/aim_rules.h"

#include <math.h>
#include <stdlib.h>

#define BAR_DB 0.5
#define EXPLAINED_DB 0.85

enum { MAX_HEADPHONES = 1200, MAX_CASES = 400, LEAST_OWN = 8, LEAST_OTHERS = 20 };

/** By the names of their folders. */
static const struct {
    const char *folder, *name;
    bool is_hms;
} measurers[] = {{"oratory1990", "oratory1990", false},
                 {"innerfidelity", "Innerfidelity", true},
                 {"headphonecom", "Headphone.com Legacy", true},
                 {"rtings", "Rtings", true}};

typedef struct {
    const char* id; ///< of a correction of it
    TareCurve response;
    TareForm form;
    size_t measurer;
} Headphone;

static Headphone headphones[MAX_HEADPHONES];
static size_t n_headphones;

/** A correction and a response of its model. */
typedef struct {
    const TareCorrection* correction;
    const Headphone* headphone;
} Case;

typedef struct {
    Case cases[MAX_CASES];
    size_t n;
} Cases;

/** How the ids of a headphone begin. */
static size_t length_of_name(const char* id)
{
    return strcspn(id, "/");
}

static bool is_same_headphone(const char* id, const char* other)
{
    const size_t length = length_of_name(id);
    return length == length_of_name(other) && !strncmp(id, other, length);
}

/** The id of the correction that Tare fitted to a response, whatever the catalogue calls the model;
    NULL when there is none. */
static const char* id_of(TareCatalogue* catalogue, const char* response)
{
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareEntry* const entry = tare_catalogue_get(catalogue, i);
        if (entry->kind != TARE_KIND_MEASUREMENT)
            continue;
        const TareCorrection* const c = tare_catalogue_correction(catalogue, entry, NULL);
        if (c && c->n_evidence && !strcmp(c->evidence[0].file, response))
            return entry->id;
    }
    return NULL;
}

/** "fr/rtings/over-ear/Name.csv" */
static void read_headphone(TareCatalogue* catalogue, const Measurement* m)
{
    Headphone* const h = &headphones[n_headphones];
    *h = (Headphone){0};
    char folder[100] = "", form[100] = "";
    REQUIRE(sscanf(m->response, "fr/%99[^/]/%99[^/]/", folder, form) == 2);
    while (h->measurer < sizeof measurers / sizeof *measurers &&
           strcmp(measurers[h->measurer].folder, folder) != 0)
        ++h->measurer;
    REQUIRE(h->measurer < sizeof measurers / sizeof *measurers);
    h->form = tare_form_find(form);
    h->id = id_of(catalogue, m->response);
    if (!h->id) /* another one says the same */
        return;
    REQUIRE(measurements_curve(&h->response, m->response));
    ++n_headphones;
}

static bool read_headphones(TareCatalogue* catalogue)
{
    static Measurement list[MAX_HEADPHONES];
    const size_t n = measurements_read(list, MAX_HEADPHONES, 1);
    for (size_t i = 0; i < n; ++i)
        read_headphone(catalogue, &list[i]);
    return n > 0;
}

typedef struct {
    double median_db, p90_db;
} Result;

/** Of one headphone; infinite when the target is not known at this ear. */
static double own_error_db(const Case* c, const char* aim, bool is_by_hand)
{
    double error_db[CORRECTED_POINTS], result_db = HUGE_VAL;
    TareCurve target;
    if (corrected_take_target(&target, aim, measurers[c->headphone->measurer].is_hms))
        result_db =
            is_by_hand
                ? corrected_error_db(error_db, c->correction, &c->headphone->response, &target)
                : corrected_limited_error_db(c->correction, &c->headphone->response, &target);
    tare_curve_clear(&target);
    return result_db;
}

/** Whether a target may be the one of a headphone here: at an ear like that of a GRAS, of which
   those for an HMS II.3 are taken by name, and for its form. */
static bool may_be_aim(const TareAim* aim, TareForm form)
{
    return (!aim->rig || !strcmp(aim->rig, "gras")) && !tare_aim_contradicts(aim, form);
}

/** Leaves only the cases that some target explains. */
static void keep_explained(Cases* cases, bool is_by_hand)
{
    size_t n = 0;
    for (size_t i = 0; i < cases->n; ++i) {
        double best_db = HUGE_VAL;
        const TareAim* aim;
        for (size_t k = 0; (aim = tare_aim_get(k)); ++k)
            if (may_be_aim(aim, cases->cases[i].headphone->form))
                best_db = fmin(best_db, own_error_db(&cases->cases[i], aim->name, is_by_hand));
        if (best_db <= EXPLAINED_DB)
            cases->cases[n++] = cases->cases[i];
    }
    cases->n = n;
}

/** Of each headphone's own error. */
static Result own_error(const Cases* cases, const char* aim, bool is_by_hand)
{
    static double errors[MAX_CASES];
    if (!cases->n)
        return (Result){HUGE_VAL, HUGE_VAL};
    for (size_t i = 0; i < cases->n; ++i)
        errors[i] = own_error_db(&cases->cases[i], aim, is_by_hand);
    const double median_db = corrected_part_of(errors, cases->n, 0.5);
    return (Result){median_db, corrected_part_of(errors, cases->n, 0.9)};
}

/** Errors of several headphones at each point, all with a mean of 0. */
typedef struct {
    double values[CORRECTED_POINTS][MAX_CASES];
    size_t n;
} Errors;

static void add_errors(Errors* errors, const double* error_db)
{
    if (errors->n == MAX_CASES)
        return;
    for (unsigned k = 0; k < CORRECTED_POINTS; ++k)
        errors->values[k][errors->n] = error_db[k];
    errors->n++;
}

/** Of the median of them all. */
static double common_error_db(Errors* errors)
{
    double median_db[CORRECTED_POINTS];
    for (unsigned k = 0; k < CORRECTED_POINTS && errors->n; ++k)
        median_db[k] = corrected_part_of(errors->values[k], errors->n, 0.5);
    return errors->n ? corrected_rms_db(median_db, 40.0, 6000.0) : HUGE_VAL;
}

/** What is known of the corrections of one rule. */
typedef struct {
    size_t n_entries;
    Cases own;
    Errors others;      ///< of what others measured, corrected
    Errors corrections; ///< against corrections that stand for responses
} Evidence;

static void add_case(Cases* cases, const Case* c)
{
    if (cases->n < MAX_CASES)
        cases->cases[cases->n++] = *c;
}

static bool are_worn_alike(TareForm a, TareForm b)
{
    return a == b || (a == TARE_FORM_ON_EAR && b == TARE_FORM_OVER_EAR);
}

static void add_others(Errors* errors, const Case* c, const char* aim)
{
    double error_db[CORRECTED_POINTS];
    TareCurve target;
    if (!corrected_take_target(&target, aim, measurers[c->headphone->measurer].is_hms))
        return;
    (void)corrected_error_db(error_db, c->correction, &c->headphone->response, &target);
    add_errors(errors, error_db);
    tare_curve_clear(&target);
}

static void gather_curves(Evidence* evidence, const TareEntry* entry, const char* aim,
                          const TareCorrection* correction)
{
    const char* const measurer = entry->rig ? entry->rig : entry->author;
    for (size_t i = 0; i < n_headphones; ++i) {
        const Headphone* const h = &headphones[i];
        const Case c = {correction, h};
        if (!is_same_headphone(entry->id, h->id) || !are_worn_alike(entry->form, h->form))
            continue;
        if (!strcmp(measurers[h->measurer].name, measurer))
            add_case(&evidence->own, &c);
        else
            add_others(&evidence->others, &c, aim);
    }
}

static void gather_corrections(Evidence* evidence, TareCatalogue* catalogue, const TareEntry* entry,
                               const char* aim, const TareCorrection* correction)
{
    static const char* const rigs[] = {"oratory1990", "crinacle"};
    double error_db[CORRECTED_POINTS], gain_db[CORRECTED_POINTS];
    for (size_t i = 0; entry->rig && i < sizeof rigs / sizeof *rigs; ++i) {
        char id[1000];
        snprintf(id, sizeof id, "%.*s/autoeq-%s", (int)length_of_name(entry->id), entry->id,
                 rigs[i]);
        const TareEntry* const other = tare_catalogue_find_id(catalogue, id);
        if (!other || !strcmp(entry->rig, rigs[i]) || other->aim != tare_aim_find(aim))
            continue;
        corrected_gains(error_db, correction);
        corrected_gains(gain_db, tare_catalogue_correction(catalogue, other, NULL));
        for (unsigned k = 0; k < CORRECTED_POINTS; ++k)
            error_db[k] -= gain_db[k];
        (void)corrected_rms_db(error_db, 40.0, 6000.0);
        add_errors(&evidence->corrections, error_db);
    }
}

static void gather(Evidence* evidence, TareCatalogue* catalogue, const TareAimRule* rule)
{
    memset(evidence, 0, sizeof *evidence);
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareEntry* const entry = tare_catalogue_get(catalogue, i);
        if (tare_aim_rule_find(entry) != rule)
            continue;
        ++evidence->n_entries;
        if (entry->is_makeshift)
            continue;
        const TareCorrection* const c = tare_catalogue_correction(catalogue, entry, NULL);
        gather_curves(evidence, entry, rule->aim, c);
        gather_corrections(evidence, catalogue, entry, rule->aim, c);
    }
}

/** The target that fits best of all but one. */
static const char* next_best(const Cases* cases, const TareAimRule* rule, double* best_db)
{
    const bool is_by_hand = rule->words != NULL;
    const char* best = "none";
    *best_db = HUGE_VAL;
    const TareAim* other;
    for (size_t i = 0; (other = tare_aim_get(i)); ++i) {
        if (!may_be_aim(other, rule->form) || !strcmp(other->name, rule->aim))
            continue;
        const double median_db = own_error(cases, other->name, is_by_hand).median_db;
        if (median_db < *best_db) {
            best = other->name;
            *best_db = median_db;
        }
    }
    return best;
}

/** The stem of both names of a target. */
static bool is_same_aim(const char* a, const char* b)
{
    const size_t n = strlen(b);
    return !strncmp(a, b, n) && (!a[n] || !strcmp(a + n, "-hms"));
}

static TareAimProof judge_own(Evidence* e, const TareAimRule* rule)
{
    const bool is_by_hand = rule->words != NULL;
    const size_t n_all = e->own.n;
    keep_explained(&e->own, is_by_hand);
    const Result result = own_error(&e->own, rule->aim, is_by_hand);
    double next_db = HUGE_VAL;
    const char* const next = next_best(&e->own, rule, &next_db);
    const bool is_best = result.median_db < next_db || is_same_aim(rule->aim, next);
    printf("  own %zu of %zu  %.3f  %.2f  next %s %.2f\n", e->own.n, n_all, result.median_db,
           result.p90_db, is_same_aim(rule->aim, next) ? "-" : next, next_db);
    return result.median_db <= BAR_DB && is_best ? TARE_AIM_SHOWN : TARE_AIM_REFUTED;
}

static TareAimProof judge_others(const char* name, Errors* errors)
{
    const double error_db = common_error_db(errors);
    printf("  %s %zu  %.2f\n", name, errors->n, error_db);
    return error_db <= BAR_DB ? TARE_AIM_SHOWN_BY_OTHERS : TARE_AIM_REFUTED;
}

/** Whether the target is known at the ears where the headphones were measured. */
static bool has_curve_of(const char* aim)
{
    TareCurve target;
    const char* const rig = tare_aim_find(aim)->rig;
    const bool has_curve =
        rig && strcmp(rig, "5128") != 0 && corrected_take_target(&target, aim, false);
    if (has_curve)
        tare_curve_clear(&target);
    return has_curve;
}

static TareAimProof judge(Evidence* e, const TareAimRule* rule)
{
    const bool has_curve = has_curve_of(rule->aim);
    if (has_curve && e->own.n >= LEAST_OWN)
        return judge_own(e, rule);
    if (has_curve && e->others.n >= LEAST_OTHERS)
        return judge_others("others", &e->others);
    if (has_curve && e->corrections.n >= LEAST_OTHERS)
        return judge_others("corrections", &e->corrections);
    printf("  own %zu, others %zu, corrections %zu: too few, or no curve of the target\n", e->own.n,
           e->others.n, e->corrections.n);
    return TARE_AIM_UNSHOWN;
}

/** Whether a rule may have the proof that it has. */
static bool is_fair(TareAimProof claimed, TareAimProof found)
{
    return claimed == found || claimed == TARE_AIM_UNSHOWN ||
           (claimed == TARE_AIM_SAID && found != TARE_AIM_REFUTED);
}

static void test_rules_have_the_proof_that_they_claim(void)
{
    static Evidence evidence;
    TareCatalogue* const catalogue = shipped_catalogue(TARE_READ_ENTRIES);
    REQUIRE(catalogue);
    if (!read_headphones(catalogue)) {
        tare_catalogue_free(catalogue);
        SKIP(MEASUREMENTS_MISSING);
    }
    const TareAimRule* rule;
    size_t n_of[TARE_AIM_UNSHOWN + 1] = {0};
    for (size_t i = 0; (rule = tare_aim_rule_get(i)); ++i) {
        gather(&evidence, catalogue, rule);
        const char* const form = tare_form_name(rule->form);
        printf("%s, %s, %s, %s -> %s: %zu, %s\n", rule->author, rule->rig ? rule->rig : "-",
               form ? form : "-", rule->words ? rule->words : "-", rule->aim, evidence.n_entries,
               tare_aim_proof_name(rule->proof));
        n_of[rule->proof] += evidence.n_entries;
        const TareAimProof found = judge(&evidence, rule);
        if (found != rule->proof)
            printf("  found: %s\n", tare_aim_proof_name(found));
        CHECK(is_fair(rule->proof, found));
    }
    for (unsigned i = 0; i <= TARE_AIM_UNSHOWN; ++i)
        printf("%5zu corrections by rules that are %s\n", n_of[i],
               tare_aim_proof_name((TareAimProof)i));
    tare_catalogue_free(catalogue);
}

int main(void)
{
    RUN(test_rules_have_the_proof_that_they_claim);
    return check_done();
}
