/* Another target, by two ways: the headphone fitted to it directly, and the correction towards its
   usual target moved there in the free bands. How far both corrections are apart, in dB RMS over
   20 Hz to 10 kHz less the mean, for measured headphones of the catalogue, each with another one of
   the targets for its form and rig in turn. Moved are they

     alone      as if nobody had measured the model,
     by others  as if only others had, at the ear of the same kind of rig; those that others did,
     by its own with the very curve, as what somebody has set by hand.

   Then all published corrections with a known target are counted by what becomes of them when they
   are asked for by their ids: those that a program fitted to a curve that is here are fitted anew,
   and are off by nothing; the others are off as their kind is.

       bench_targets [N]

   takes N headphones (200), evenly out of all. Ends with 1 when a bar is missed: 0.5 dB in the
   mean of those moved alone, and within 0.5 dB 85 in 100 of the published ones. */

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "curves/targets.h"
#include "fit/aimed.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "helpers/check.h"
#include "helpers/corrected.h"
#include "search/persons.h"
#include "search/stock.h"

#include <stdlib.h>
#include <time.h>

#define BAR_DB 0.5
#define BAR_SHARE 0.85

enum { MAX_HEADPHONES = 4000 };

typedef enum { KNOWN, GUESSED, BY_OTHERS, BY_ITS_OWN, FITTED, N_WAYS } Way;

static const char* const way_names[N_WAYS] = {"alone, its bass known", "alone, guessed",
                                              "by others, guessed alone", "by its own",
                                              "fitted anew"};

static struct {
    double off_db[MAX_HEADPHONES];
    size_t n;
    size_t n_published; ///< with which that is done
} ways[N_WAYS];

static double all_off_db[MAX_HEADPHONES], n_more[MAX_HEADPHONES];
static size_t n_all;
static double seconds[2];

/** The target with an index among those for a headphone, but for its own; NULL beyond the last. */
static const TareTarget* other_target(const TareEntry* entry, size_t index)
{
    const TareTarget* target;
    for (size_t i = 0; (target = tare_target_get(i)); ++i)
        if (target != tare_known_sound_target(entry) && target->file &&
            tare_target_fit(target, entry->form, tare_known_sound_rig(entry)) == TARE_TARGET_FITS &&
            index-- == 0)
            return target;
    return NULL;
}

static const TareTarget* target_in_turn(const TareEntry* entry, size_t turn)
{
    size_t n = 0;
    while (other_target(entry, n))
        ++n;
    return n > 0 ? other_target(entry, turn % n) : NULL;
}

/** Aims a correction, with a curve that is lent (NULL: none). */
static TareBandSet aim(const TareCorrection* correction, const TareTarget* target,
                       const TareCurve* lent, bool is_own, double* taken_s)
{
    const TareFitGoal goal = {.built_in = target, .name = target->name};
    TareBandSet set = {0};
    TareAimed* const aimed = tare_aimed_new(correction);
    CHECK(aimed && (!lent || tare_aimed_lend(aimed, lent, is_own, "somebody")));
    const clock_t begin = clock();
    CHECK(aimed && tare_aimed_bands(aimed, &goal, (TareFitCount){0}, &set));
    *taken_s += (double)(clock() - begin) / CLOCKS_PER_SEC;
    tare_aimed_free(aimed);
    return set;
}

static double off_db(const TareBandSet* a, const TareBandSet* b)
{
    const TareCorrection both[] = {{.set = *a}, {.set = *b}};
    double gain_db[2][CORRECTED_POINTS];
    corrected_gains(gain_db[0], &both[0]);
    corrected_gains(gain_db[1], &both[1]);
    for (unsigned k = 0; k < CORRECTED_POINTS; ++k)
        gain_db[0][k] -= gain_db[1][k];
    return corrected_rms_db(gain_db[0], 20, 10000);
}

static void add(Way way, double db)
{
    if (ways[way].n < MAX_HEADPHONES)
        ways[way].off_db[ways[way].n++] = db;
}

static bool has_guess(const TareCorrection* correction)
{
    TareCurve response;
    TareKnownEnd end;
    CHECK(tare_known_sound(&response, correction, &end));
    tare_curve_clear(&response);
    return end.guessed_to_hz > 0.0;
}

/** Takes the mean of the others out of all who measured a model; false without any. */
static bool take_others(TareCurve* mean, const TarePersons* persons, const TareCorrection* own)
{
    TareCurve others[TARE_PERSONS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < persons->n; ++i)
        if (persons->measured[i] != own)
            others[n++] = persons->responses[i];
    return n > 0 && tare_curve_mean(mean, others, n);
}

static void compare(const TareCorrection* measured, const TareTarget* target,
                    const TarePersons* persons)
{
    double unused_s = 0;
    TareCurve own = {0}, others = {0};
    /* the usual fit, of which nothing is known but its bands and target */
    TareCorrection usual = {.entry = measured->entry};
    usual.set = aim(measured, tare_known_sound_target(&measured->entry), NULL, false, &unused_s);
    const TareBandSet direct = aim(measured, target, NULL, false, &seconds[0]);
    const TareBandSet moved = aim(&usual, target, NULL, false, &seconds[1]);
    const bool is_guessed = has_guess(&usual);
    n_more[n_all] = (double)moved.n_bands - usual.set.n_bands;
    all_off_db[n_all] = off_db(&moved, &direct);
    add(is_guessed ? GUESSED : KNOWN, all_off_db[n_all++]);
    REQUIRE(tare_known_sound(&own, measured, NULL));
    const TareBandSet by_own = aim(&usual, target, &own, true, &unused_s);
    add(BY_ITS_OWN, off_db(&by_own, &direct));
    if (is_guessed && take_others(&others, persons, measured)) {
        const TareBandSet by_others = aim(&usual, target, &others, false, &unused_s);
        add(BY_OTHERS, off_db(&by_others, &direct));
    }
    tare_curve_clear(&own);
    tare_curve_clear(&others);
}

static void run(TareStock* stock, const TareCorrection** measured, size_t n_measured,
                size_t n_wanted)
{
    for (size_t i = 0; i < n_wanted && i < n_measured; ++i) {
        const TareCorrection* const one = measured[i * n_measured / n_wanted];
        const TareTarget* const target = target_in_turn(&one->entry, i);
        TarePersons persons;
        REQUIRE(
            tare_persons_measured(&persons, stock, &one->entry, tare_known_sound_rig(&one->entry)));
        if (target)
            compare(one, target, &persons);
        tare_persons_clear(&persons);
    }
}

/** What becomes of a published correction that is asked for by its id. */
static Way way_of(TareStock* stock, const TareCorrection* published)
{
    const TareEntry* const entry = &published->entry;
    TarePersons persons;
    CHECK(tare_persons_measured(&persons, stock, entry, tare_known_sound_rig(entry)));
    const bool is_measured = tare_persons_find(&persons, entry) != NULL;
    const bool has_others = persons.n > 0;
    tare_persons_clear(&persons);
    if (is_measured)
        return entry->rig ? FITTED : BY_ITS_OWN;
    return !has_guess(published) ? KNOWN : has_others ? BY_OTHERS : GUESSED;
}

/** Sorts the catalogue into measured headphones and published corrections; returns how many are
    measured. */
static size_t sort_out(TareStock* stock, const TareCorrection** measured)
{
    TareCatalogue* const catalogue = tare_stock_catalogue(stock);
    size_t n = 0;
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareCorrection* const correction =
            tare_catalogue_stated(catalogue, tare_catalogue_get(catalogue, i), NULL);
        const TareKnownBy by = correction ? tare_known_sound_by(correction) : TARE_KNOWN_BY_NOTHING;
        if (by == TARE_KNOWN_BY_TARGET)
            ways[way_of(stock, correction)].n_published++;
        if (by == TARE_KNOWN_BY_CURVE && n < MAX_HEADPHONES)
            measured[n++] = correction;
    }
    return n;
}

static double print_figures(const char* what, const double* values, size_t n)
{
    static double sorted[MAX_HEADPHONES];
    double sum_db = 0;
    for (size_t i = 0; i < n; ++i)
        sum_db += sorted[i] = values[i];
    if (n == 0)
        return 0;
    printf("%-26s %4zu  %.3f  %.3f  %.3f  %.3f", what, n, sum_db / (double)n,
           corrected_part_of(sorted, n, 0.5), corrected_part_of(sorted, n, 0.95),
           corrected_part_of(sorted, n, 1.0));
    return sum_db / (double)n;
}

/** Prints all ways; returns the share of published corrections that are within the bar. */
static double print_ways(void)
{
    double n_published = 0, n_within = 0;
    for (Way way = KNOWN; way < N_WAYS; ++way) {
        size_t n = 0;
        for (size_t i = 0; i < ways[way].n; ++i)
            n += ways[way].off_db[i] <= BAR_DB;
        const double share = way == FITTED     ? 1.0
                             : ways[way].n > 0 ? (double)n / (double)ways[way].n
                                               : 0.0;
        if (way == FITTED)
            printf("%-26s %32s", way_names[way], "");
        else
            (void)print_figures(way_names[way], ways[way].off_db, ways[way].n);
        printf("  %3.0f %% within %.1f dB; %zu published\n", 100 * share, BAR_DB,
               ways[way].n_published);
        n_published += (double)ways[way].n_published;
        n_within += share * (double)ways[way].n_published;
    }
    return n_within / n_published;
}

int main(int argc, char** argv)
{
    static const TareCorrection* measured[MAX_HEADPHONES];
    const size_t n_wanted = argc > 1 ? strtoul(argv[1], NULL, 10) : 200;
    char folder[4096];
    const char* const source = getenv("TARE_SOURCE_DIR");
    TareStock* stock = NULL;
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    setenv("TARE_CATALOGUE", folder, 1);
    setenv("XDG_DATA_HOME", "/nonexistent", 1);
    if (n_wanted > MAX_HEADPHONES || tare_stock_open(&stock, NULL) != TARE_OK)
        return EXIT_FAILURE;
    run(stock, measured, sort_out(stock, measured), n_wanted);
    tare_stock_close(stock);
    if (n_all == 0)
        return EXIT_FAILURE;
    printf("%-26s %4s  %5s  median  95 %%   worst\n", "moved less direct (dB)", "", "mean");
    const double mean_db = print_figures("alone, all", all_off_db, n_all);
    putchar('\n');
    const double share = print_ways();
    double sum_more = 0;
    for (size_t i = 0; i < n_all; ++i)
        sum_more += n_more[i];
    printf("%.1f %% of all published are within %.1f dB; %.1f more bands\n%.1f ms a direct fit, "
           "%.1f ms a move\n",
           100 * share, BAR_DB, sum_more / (double)n_all, 1e3 * seconds[0] / (double)n_all,
           1e3 * seconds[1] / (double)n_all);
    CHECK(mean_db <= BAR_DB);
    CHECK(share >= BAR_SHARE);
    return check_done() == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
