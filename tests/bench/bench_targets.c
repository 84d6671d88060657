/* Another target, by two ways: the headphone fitted to it directly, and the correction towards its
   usual target moved there in the free bands, as if its curve were not known. How far both
   corrections are apart, in dB RMS over 20 Hz to 10 kHz less the mean, for headphones of the
   catalogue, each with another one of the targets for its form and rig in turn.

       bench_targets [N]

   takes N headphones (200), evenly out of all. Ends with 1 when the mean is above 0.5 dB. */

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "curves/targets.h"
#include "fit/aimed.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "helpers/check.h"
#include "helpers/corrected.h"

#include <stdlib.h>
#include <time.h>

#define BAR_DB 0.5

enum { MAX_HEADPHONES = 4000 };

static double off_db[MAX_HEADPHONES], n_more[MAX_HEADPHONES];
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

static TareBandSet aim(const TareCorrection* correction, const TareTarget* target, double* taken_s)
{
    const TareFitGoal goal = {.built_in = target, .name = target->name};
    TareBandSet set = {0};
    TareAimed* const aimed = tare_aimed_new(correction);
    const clock_t begin = clock();
    CHECK(aimed && tare_aimed_bands(aimed, &goal, (TareFitCount){0}, &set));
    *taken_s += (double)(clock() - begin) / CLOCKS_PER_SEC;
    tare_aimed_free(aimed);
    return set;
}

static void compare(size_t i, const TareCorrection* measured, const TareTarget* target)
{
    double gain_db[2][CORRECTED_POINTS];
    double unused_s = 0;
    /* the usual fit, of which nothing is known but its bands and target */
    TareCorrection usual = {.entry = measured->entry};
    usual.set = aim(measured, tare_known_sound_target(&measured->entry), &unused_s);
    const TareCorrection direct = {.set = aim(measured, target, &seconds[0])};
    const TareCorrection moved = {.set = aim(&usual, target, &seconds[1])};
    corrected_gains(gain_db[0], &direct);
    corrected_gains(gain_db[1], &moved);
    for (unsigned k = 0; k < CORRECTED_POINTS; ++k)
        gain_db[0][k] -= gain_db[1][k];
    off_db[i] = corrected_rms_db(gain_db[0], 20, 10000);
    n_more[i] = (double)moved.set.n_bands - usual.set.n_bands;
}

static size_t run(TareCatalogue* catalogue, size_t n_wanted)
{
    static const TareCorrection* measured[MAX_HEADPHONES];
    size_t n_measured = 0, n = 0;
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareEntry* const entry = tare_catalogue_get(catalogue, i);
        const TareCorrection* const correction =
            entry->kind == TARE_KIND_MEASUREMENT ? tare_catalogue_correction(catalogue, entry, NULL)
                                                 : NULL;
        if (correction && n_measured < MAX_HEADPHONES && tare_known_sound_curve(correction))
            measured[n_measured++] = correction;
    }
    for (size_t i = 0; i < n_wanted && i < n_measured; ++i) {
        const TareCorrection* const one = measured[i * n_measured / n_wanted];
        size_t n_others = 0;
        while (other_target(&one->entry, n_others))
            ++n_others;
        if (n_others > 0)
            compare(n++, one, other_target(&one->entry, i % n_others));
    }
    return n;
}

int main(int argc, char** argv)
{
    const size_t n_wanted = argc > 1 ? strtoul(argv[1], NULL, 10) : 200;
    char folder[4096];
    const char* const source = getenv("TARE_SOURCE_DIR");
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    TareCatalogue* const catalogue = tare_catalogue_new();
    if (!catalogue ||
        tare_catalogue_add_folder(catalogue, folder, TARE_READ_ENTRIES, NULL) != TARE_OK)
        return EXIT_FAILURE;
    const size_t n = run(catalogue, n_wanted);
    tare_catalogue_free(catalogue);
    double sum_db = 0, sum_more = 0;
    for (size_t i = 0; i < n; ++i) {
        sum_db += off_db[i];
        sum_more += n_more[i];
    }
    if (n == 0)
        return EXIT_FAILURE;
    const double worst_db = corrected_part_of(off_db, n, 1.0);
    printf("%zu headphones: moved less direct %.3f dB in the mean, median %.3f, 95 %% %.3f, worst "
           "%.3f; %.1f more bands\n%.1f ms a direct fit, %.1f ms a move\n",
           n, sum_db / (double)n, corrected_part_of(off_db, n, 0.5),
           corrected_part_of(off_db, n, 0.95), worst_db, sum_more / (double)n,
           1e3 * seconds[0] / (double)n, 1e3 * seconds[1] / (double)n);
    return sum_db / (double)n <= BAR_DB && check_done() == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
