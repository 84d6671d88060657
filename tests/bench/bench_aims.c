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

#include "base/text.h"
#include "cascade.h"
#include "corrections/aim.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "curves/targets.h"
#include "design.h"
#include "fit/wish.h"
#include "helpers/check.h"
#include "helpers/measurements.h"
#include "make/aim_rules.h"
#include "names/fold.h"
#include "settings.h"

#include <math.h>
#include <stdlib.h>

#define BAR_DB 0.5
#define EXPLAINED_DB 0.85

enum {
    MAX_HEADPHONES = 1200,
    MAX_CASES = 400,
    POINTS_PER_OCTAVE = 12,
    N_POINTS = 109, ///< 20 Hz to 10 kHz
    LEAST_OWN = 8,
    LEAST_OTHERS = 20
};

/** By the names of their folders. */
static const struct {
    const char *folder, *name;
    bool is_hms;
} measurers[] = {{"oratory1990", "oratory1990", false},
                 {"innerfidelity", "Innerfidelity", true},
                 {"headphonecom", "Headphone.com Legacy", true},
                 {"rtings", "Rtings", true}};

typedef struct {
    char* key; ///< folded name
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

static double freq_hz_of(unsigned i)
{
    return 20.0 * exp2((double)i / POINTS_PER_OCTAVE);
}

static char* key_of(const char* name)
{
    TareText words = {0}, key = {0};
    tare_fold_words(&words, name);
    tare_fold_join(&key, words.data ? words.data : "");
    tare_text_clear(&words);
    return key.data;
}

/** "fr/rtings/over-ear/Name.csv" */
static void read_headphone(const Measurement* m)
{
    Headphone* const h = &headphones[n_headphones];
    char folder[100] = "", form[100] = "";
    REQUIRE(sscanf(m->response, "fr/%99[^/]/%99[^/]/", folder, form) == 2);
    while (h->measurer < sizeof measurers / sizeof *measurers &&
           strcmp(measurers[h->measurer].folder, folder) != 0)
        ++h->measurer;
    REQUIRE(h->measurer < sizeof measurers / sizeof *measurers);
    h->form = tare_form_find(form);
    h->key = key_of(m->model);
    REQUIRE(h->key && measurements_curve(&h->response, m->response));
    ++n_headphones;
}

static bool read_headphones(void)
{
    static Measurement list[MAX_HEADPHONES];
    const size_t n = measurements_read(list, MAX_HEADPHONES, 1);
    for (size_t i = 0; i < n; ++i)
        read_headphone(&list[i]);
    return n > 0;
}

/** The curve of a target at an ear; false when there is none. */
static bool take_target(TareCurve* curve, const char* aim, bool is_hms)
{
    char name[100];
    *curve = (TareCurve){0};
    if (!strcmp(aim, "oratory1990-in-ear"))
        return !is_hms && measurements_curve(curve, "targets/autoeq/oratory1990 in-ear.csv");
    const size_t length = strlen(aim);
    const size_t n_stem = length > 4 && !strcmp(aim + length - 4, "-hms") ? length - 4 : length;
    snprintf(name, sizeof name, "%.*s%s", (int)n_stem, aim, is_hms ? "-hms" : "");
    const TareTarget* const target = tare_target_find(name);
    for (unsigned i = 0; target && i <= N_POINTS + POINTS_PER_OCTAVE; ++i)
        CHECK(tare_curve_append(curve, freq_hz_of(i),
                                tare_target_level_db(target, freq_hz_of(i), 0.0, 0.0)));
    return target != NULL;
}

static void set_gains(double* gain_db, const TareCorrection* correction)
{
    TareCascade cascade;
    const TareControls last = tare_controls_default();
    const double rate_hz = correction->set.reference_rate_hz;
    TareControls controls = tare_settings_from_set(&correction->set);
    tare_controls_clamp(&controls, &last);
    tare_design_cascade(&cascade, &controls, rate_hz > 0.0 ? rate_hz : 48000.0, 2);
    for (unsigned i = 0; i < N_POINTS; ++i)
        gain_db[i] = tare_cascade_gain_db(&cascade, 0, freq_hz_of(i));
}

/** Takes the mean away; returns the RMS of the rest. */
static double rms_around_mean(double* level_db, double from_hz, double to_hz)
{
    double sum = 0.0, squares = 0.0;
    unsigned n = 0;
    for (unsigned i = 0; i < N_POINTS; ++i)
        if (freq_hz_of(i) >= from_hz && freq_hz_of(i) <= to_hz) {
            sum += level_db[i];
            ++n;
        }
    for (unsigned i = 0; i < N_POINTS; ++i) {
        level_db[i] -= sum / n;
        if (freq_hz_of(i) >= from_hz && freq_hz_of(i) <= to_hz)
            squares += level_db[i] * level_db[i];
    }
    return sqrt(squares / n);
}

/** The mean over a sixth of an octave, as narrow as the bands of an equaliser see it. */
static double smooth_level_db(const TareCurve* curve, double freq_hz)
{
    enum { N = 9 };
    double sum = 0.0;
    for (int i = 0; i < N; ++i)
        sum += tare_curve_level_db(curve, freq_hz * exp2((i - N / 2) / (6.0 * N)));
    return sum / N;
}

/** The corrected response less the target. */
static double plain_error_db(double* error_db, const Case* c, const TareCurve* target)
{
    set_gains(error_db, c->correction);
    for (unsigned i = 0; i < N_POINTS; ++i)
        error_db[i] += smooth_level_db(&c->headphone->response, freq_hz_of(i)) -
                       tare_curve_level_db(target, freq_hz_of(i));
    return rms_around_mean(error_db, 40.0, 6000.0);
}

/** The correction less what AutoEq's limits leave of the way to the target. */
static double limited_error_db(const Case* c, const TareCurve* target)
{
    double error_db[N_POINTS];
    TareWishOptions options = tare_wish_default_options();
    options.treble_boost = 1.0;
    options.max_slope_db_per_octave = 18.0;
    TareCurve wished;
    CHECK(tare_wish(&wished, &c->headphone->response, target, &options));
    set_gains(error_db, c->correction);
    for (unsigned i = 0; i < N_POINTS; ++i)
        error_db[i] -= tare_curve_level_db(&wished, freq_hz_of(i));
    tare_curve_clear(&wished);
    return rms_around_mean(error_db, 20.0, 10000.0);
}

static int by_value(const void* a, const void* b)
{
    const double x = *(const double*)a, y = *(const double*)b;
    return (x > y) - (x < y);
}

/** The value below which a part of them is; sorts them. */
static double part_of(double* values, size_t n, double part)
{
    qsort(values, n, sizeof *values, by_value);
    return values[(size_t)((double)(n - 1) * part + 0.5)];
}

typedef struct {
    double median_db, p90_db;
} Result;

/** Of one headphone; infinite when the target is not known at this ear. */
static double own_error_db(const Case* c, const char* aim, bool is_by_hand)
{
    double error_db[N_POINTS], result_db = HUGE_VAL;
    TareCurve target;
    if (take_target(&target, aim, measurers[c->headphone->measurer].is_hms))
        result_db =
            is_by_hand ? plain_error_db(error_db, c, &target) : limited_error_db(c, &target);
    tare_curve_clear(&target);
    return result_db;
}

/** Leaves only the cases that some target explains. */
static void keep_explained(Cases* cases, bool is_by_hand)
{
    size_t n = 0;
    for (size_t i = 0; i < cases->n; ++i) {
        double best_db = HUGE_VAL;
        const TareAim* aim;
        for (size_t k = 0; (aim = tare_aim_get(k)); ++k)
            if (!aim->rig || strcmp(aim->rig, "hms") != 0)
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
    const double median_db = part_of(errors, cases->n, 0.5);
    return (Result){median_db, part_of(errors, cases->n, 0.9)};
}

/** Of the median error of all headphones. */
static double common_error_db(const Cases* cases, const char* aim)
{
    static double errors[N_POINTS][MAX_CASES];
    double error_db[N_POINTS], median_db[N_POINTS];
    size_t n = 0;
    for (size_t i = 0; i < cases->n; ++i) {
        TareCurve target;
        if (!take_target(&target, aim, measurers[cases->cases[i].headphone->measurer].is_hms))
            continue;
        (void)plain_error_db(error_db, &cases->cases[i], &target);
        for (unsigned k = 0; k < N_POINTS; ++k)
            errors[k][n] = error_db[k];
        ++n;
        tare_curve_clear(&target);
    }
    for (unsigned k = 0; k < N_POINTS && n; ++k)
        median_db[k] = part_of(errors[k], n, 0.5);
    return n ? rms_around_mean(median_db, 40.0, 6000.0) : HUGE_VAL;
}

/** What is known of the corrections of one rule. */
typedef struct {
    size_t n_entries;
    Cases own, others;
} Evidence;

static void add_case(Cases* cases, const TareCorrection* correction, const Headphone* headphone)
{
    if (cases->n < MAX_CASES)
        cases->cases[cases->n++] = (Case){correction, headphone};
}

static bool are_worn_alike(TareForm a, TareForm b)
{
    return a == b || (a == TARE_FORM_ON_EAR && b == TARE_FORM_OVER_EAR);
}

static void gather_entry(Evidence* evidence, TareCatalogue* catalogue, const TareEntry* entry)
{
    char name[1000];
    tare_entry_display_name(entry, name, sizeof name);
    char* const key = key_of(name);
    const char* const measurer = entry->rig ? entry->rig : entry->author;
    for (size_t i = 0; key && i < n_headphones; ++i) {
        const Headphone* const h = &headphones[i];
        if (strcmp(h->key, key) != 0 || !are_worn_alike(entry->form, h->form))
            continue;
        const bool is_own = !strcmp(measurers[h->measurer].name, measurer);
        add_case(is_own ? &evidence->own : &evidence->others,
                 tare_catalogue_correction(catalogue, entry, NULL), h);
    }
    free(key);
}

static void gather(Evidence* evidence, TareCatalogue* catalogue, const TareAimRule* rule)
{
    *evidence = (Evidence){0};
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareEntry* const entry = tare_catalogue_get(catalogue, i);
        if (tare_aim_rule_find(entry) != rule)
            continue;
        ++evidence->n_entries;
        if (!entry->is_makeshift)
            gather_entry(evidence, catalogue, entry);
    }
}

/** The target that fits best of all but one. */
static const char* next_best(const Cases* cases, const char* aim, bool is_by_hand, double* best_db)
{
    const char* best = "none";
    *best_db = HUGE_VAL;
    const TareAim* other;
    for (size_t i = 0; (other = tare_aim_get(i)); ++i) {
        const double median_db = own_error(cases, other->name, is_by_hand).median_db;
        if (strcmp(other->name, aim) != 0 && !strstr(other->name, "-hms") && median_db < *best_db) {
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
    const char* const next = next_best(&e->own, rule->aim, is_by_hand, &next_db);
    const bool is_best = result.median_db < next_db || is_same_aim(rule->aim, next);
    printf("  own    %4zu of %zu  %5.2f  %5.2f  next %s %.2f\n", e->own.n, n_all, result.median_db,
           result.p90_db, is_same_aim(rule->aim, next) ? "-" : next, next_db);
    return result.median_db <= BAR_DB && is_best ? TARE_AIM_SHOWN : TARE_AIM_REFUTED;
}

static TareAimProof judge_others(const Evidence* e, const TareAimRule* rule)
{
    const double error_db = common_error_db(&e->others, rule->aim);
    printf("  others %4zu  %5.2f\n", e->others.n, error_db);
    return error_db <= BAR_DB ? TARE_AIM_SHOWN_BY_OTHERS : TARE_AIM_REFUTED;
}

/** Whether the target is known at the ears where the headphones were measured. */
static bool has_curve_of(const char* aim)
{
    TareCurve target;
    const char* const rig = tare_aim_find(aim)->rig;
    const bool has_curve = rig && strcmp(rig, "5128") != 0 && take_target(&target, aim, false);
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
        return judge_others(e, rule);
    printf("  own    %4zu, others %4zu: too few, or no curve of the target\n", e->own.n,
           e->others.n);
    return TARE_AIM_UNSHOWN;
}

static void test_rules_have_the_proof_that_they_claim(void)
{
    static Evidence evidence;
    TareCatalogue* const catalogue = tare_catalogue_new();
    const char* const source = getenv("TARE_SOURCE_DIR");
    char folder[4096];
    if (!read_headphones())
        SKIP(MEASUREMENTS_MISSING);
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    REQUIRE(catalogue &&
            tare_catalogue_add_folder(catalogue, folder, TARE_READ_ENTRIES, NULL) == TARE_OK);
    const TareAimRule* rule;
    for (size_t i = 0; (rule = tare_aim_rule_get(i)); ++i) {
        gather(&evidence, catalogue, rule);
        const char* const form = tare_form_name(rule->form);
        printf("%s, %s, %s, %s -> %s: %zu, %s\n", rule->author, rule->rig ? rule->rig : "-",
               form ? form : "-", rule->words ? rule->words : "-", rule->aim, evidence.n_entries,
               tare_aim_proof_name(rule->proof));
        const TareAimProof found = judge(&evidence, rule);
        if (found != rule->proof && !(found == TARE_AIM_UNSHOWN && rule->proof == TARE_AIM_SAID))
            printf("  WRONG: found %s\n", tare_aim_proof_name(found));
        CHECK(found == rule->proof || (found == TARE_AIM_UNSHOWN && rule->proof == TARE_AIM_SAID));
    }
    tare_catalogue_free(catalogue);
}

int main(void)
{
    RUN(test_rules_have_the_proof_that_they_claim);
    return check_done();
}
