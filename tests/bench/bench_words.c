/* What corrections out of words do to headphones that were measured too. The measured correction
   tells how far the headphone is from the target; what is left of that once the words are applied
   tells what they are worth. Over the models of the catalogue that have both, for the gains that
   the texts state, for half of them, and for what ships. An argument names another folder than that
   of the source tree. Ends with 1 when what ships makes headphones worse on average or more often
   than it may, or is worse than what the texts state. */

#include "band_set.h"
#include "cascade.h"
#include "corrections/agreement.h"
#include "corrections/basis.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "design.h"
#include "fit/stored_fit.h"
#include "helpers/stopwatch.h"
#include "search/models.h"
#include "settings.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RATE_HZ 48000.0
#define LOW_HZ 20.0
#define HIGH_HZ 20000.0
#define AUDIBLE_DB 0.1       ///< of a change of the error
#define MIN_GAIN_DB 0.14     ///< of the error, on average
#define MAX_WORSE_SHARE 0.17 ///< of the models, by more than that

enum { N_POINTS = 240, MAX_PAIRS = 400, MAX_BANDS = 1000 };

/** How strong the words of a review are taken. */
typedef enum { IN_FULL, BY_HALF, AS_SHIPPED, N_STRENGTHS } Strength;

static const char* const strength_names[] = {"as stated", "half", "as shipped"};

/** What kind of words a band rests on. */
typedef enum { ADVICE_WITH_Q, ADVICE_WITHOUT_Q, FAULT_WITH_Q, FAULT_WITHOUT_Q, N_CLASSES } Class;

static const char* const class_names[] = {"advice, Q stated", "advice, Q assumed",
                                          "fault, Q stated", "fault, Q assumed"};

/** The level of a set over the logarithm of frequency, without preamp. */
static void respond(const TareBandSet* set, double levels_db[N_POINTS])
{
    const TareControls last = tare_controls_default();
    TareControls controls = tare_settings_from_set(set);
    TareCascade cascade;
    tare_controls_clamp(&controls, &last);
    tare_design_cascade(&cascade, &controls, RATE_HZ, TARE_MAX_CHANNELS);
    for (int i = 0; i < N_POINTS; ++i) {
        const double freq_hz = LOW_HZ * pow(HIGH_HZ / LOW_HZ, (i + 0.5) / N_POINTS);
        levels_db[i] = tare_cascade_gain_db(&cascade, 0, freq_hz);
    }
}

/** How far from flat a headphone is that needs one correction and gets another, level aside. */
static double error_db(const double needed_db[N_POINTS], const double given_db[N_POINTS])
{
    double sum = 0.0;
    double squares = 0.0;
    for (size_t i = 0; i < N_POINTS; ++i) {
        const double left_db = needed_db[i] - given_db[i];
        sum += left_db;
        squares += left_db * left_db;
    }
    return sqrt(fmax(0.0, squares / N_POINTS - sum / N_POINTS * (sum / N_POINTS)));
}

static Class class_of(const TareEvidence* evidence)
{
    const bool is_assumed = evidence->note && strstr(evidence->note, "Q assumed");
    return evidence->is_advice ? (is_assumed ? ADVICE_WITHOUT_Q : ADVICE_WITH_Q)
                               : (is_assumed ? FAULT_WITHOUT_Q : FAULT_WITH_Q);
}

/** The set of a review at some strength, with the bands of one class or of all (N_CLASSES). */
static TareBandSet take(const TareCorrection* review, Strength strength, Class only)
{
    TareBandSet set = review->set;
    set.preamp_db = 0.0;
    set.n_bands = 0;
    for (size_t i = 0; i < review->set.n_bands; ++i) {
        const TareEvidence* const evidence = &review->evidence[i];
        TareBand band = review->set.bands[i];
        if (only != N_CLASSES && class_of(evidence) != only)
            continue;
        if (strength != AS_SHIPPED)
            band.gain_db = evidence->stated_db * (strength == IN_FULL ? 1.0 : 0.5);
        set.bands[set.n_bands++] = band;
    }
    return set;
}

/** What was learnt of one strength and class. */
typedef struct {
    double gains_db[MAX_PAIRS];
    size_t n, n_worse;
} Sum;

static void add(Sum* sum, const TareCorrection* review, const TareCorrection* measured,
                Strength strength, Class only)
{
    static const double nothing_db[N_POINTS];
    double needed_db[N_POINTS];
    double given_db[N_POINTS];
    const TareBandSet set = take(review, strength, only);
    if (set.n_bands == 0 || sum->n == MAX_PAIRS)
        return;
    respond(&measured->set, needed_db);
    respond(&set, given_db);
    const double gain_db = error_db(needed_db, nothing_db) - error_db(needed_db, given_db);
    sum->gains_db[sum->n++] = gain_db;
    sum->n_worse += gain_db < -AUDIBLE_DB;
}

typedef struct {
    Sum sums[N_STRENGTHS][N_CLASSES + 1];
    double shares[MAX_BANDS]; ///< measured / stated, both as means over a third of an octave
    size_t n_bands, n_decided, n_agree;
} Findings;

static Findings found;

static void hear(const TareCorrection* review, const TareCorrection* measured)
{
    TareMeasured* const designed = tare_measured_new(&measured->set);
    const TareBandSet stated = take(review, IN_FULL, N_CLASSES);
    for (size_t i = 0; designed && i < stated.n_bands && found.n_bands < MAX_BANDS; ++i) {
        const double words_db = tare_words_level_db(&stated.bands[i], stated.reference_rate_hz);
        const double measured_db = tare_measured_level_db(designed, &stated.bands[i]);
        const TareAgreement verdict = tare_agreement(words_db, measured_db);
        found.shares[found.n_bands++] = measured_db / words_db;
        found.n_decided += verdict != TARE_UNDECIDED;
        found.n_agree += verdict == TARE_AGREES;
    }
    tare_measured_free(designed);
    for (int strength = 0; strength < N_STRENGTHS; ++strength)
        for (int only = 0; only <= N_CLASSES; ++only)
            add(&found.sums[strength][only], review, measured, (Strength)strength, (Class)only);
}

/** Holds the reviews of a model against the first measured correction of it. */
static void hear_model(TareCatalogue* catalogue, const TareModel* model)
{
    const TareEntry* measured = NULL;
    for (size_t i = 0; i < model->n_corrections && !measured; ++i)
        measured = tare_basis_is_measured(model->corrections[i]) ? model->corrections[i] : NULL;
    for (size_t i = 0; i < model->n_corrections && measured; ++i) {
        if (!tare_basis_is_words(model->corrections[i]))
            continue;
        const TareCorrection* const review =
            tare_catalogue_correction(catalogue, model->corrections[i], NULL);
        const TareCorrection* const other = tare_catalogue_correction(catalogue, measured, NULL);
        if (review && other && review->n_evidence == review->set.n_bands)
            hear(review, other);
    }
}

static double mean(const Sum* sum)
{
    double total = 0.0;
    for (size_t i = 0; i < sum->n; ++i)
        total += sum->gains_db[i];
    return sum->n ? total / (double)sum->n : 0.0;
}

static void print(void)
{
    printf("%-28s", "dB RMS gained (worse of all)");
    for (int i = 0; i < N_STRENGTHS; ++i)
        printf("  %16s", strength_names[i]);
    putchar('\n');
    for (int only = 0; only <= N_CLASSES; ++only) {
        printf("%-28s", only == N_CLASSES ? "whole corrections" : class_names[only]);
        for (int i = 0; i < N_STRENGTHS; ++i) {
            const Sum* const sum = &found.sums[i][only];
            printf("  %+5.2f (%2zu of %2zu)", mean(sum), sum->n_worse, sum->n);
        }
        putchar('\n');
    }
    sort_numbers(found.shares, found.n_bands);
    printf("direction agrees in %zu of %zu decided of %zu bands; measured / stated: quartiles %.2f "
           "%.2f %.2f\n",
           found.n_agree, found.n_decided, found.n_bands, found.shares[found.n_bands / 4],
           found.shares[found.n_bands / 2], found.shares[found.n_bands * 3 / 4]);
}

static bool is_good(void)
{
    const Sum* const stated = &found.sums[IN_FULL][N_CLASSES];
    const Sum* const shipped = &found.sums[AS_SHIPPED][N_CLASSES];
    return shipped->n > 0 && mean(shipped) >= MIN_GAIN_DB && mean(shipped) > mean(stated) &&
           (double)shipped->n_worse <= MAX_WORSE_SHARE * (double)shipped->n;
}

int main(int argc, char** argv)
{
    const char* const source = getenv("TARE_SOURCE_DIR");
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    TareCatalogue* const catalogue = tare_catalogue_new();
    if (!catalogue || tare_catalogue_add_folder(catalogue, argc > 1 ? argv[1] : folder,
                                                TARE_READ_ENTRIES, NULL) != TARE_OK)
        return 1;
    tare_catalogue_set_fit(catalogue, tare_stored_fit);
    TareModels* const models = tare_models_new(catalogue);
    for (size_t i = 0; models && i < tare_models_n(models); ++i)
        hear_model(catalogue, tare_models_get(models, i));
    print();
    tare_models_free(models);
    tare_catalogue_free(catalogue);
    return is_good() ? 0 : 1;
}
