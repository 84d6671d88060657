/* Whether what two persons say of a headphone holds for a third. For each headphone of the
   catalogue that three persons or more measured at the ear of one kind of rig, any two are asked
   how far they agree, and the third is held against them: within 1.5 dB of their mean in the bands
   called agreed, more than 2 dB off one of them in those called differing.

       bench_consensus

   A third of all headphones, drawn by chance, is kept apart: what fit/consensus.c knows, its
   thresholds and what two persons usually differ by, is from the others alone. The medians of those
   are worked out again, and have to be what stands there. Ends with 1 when they are not, or less
   than 90 % or 80 % of the bands that were kept apart are so.
 */

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "curves/curve.h"
#include "fit/consensus.h"
#include "fit/known_sound.h"
#include "helpers/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NEAR_DB 1.5
#define FAR_DB 2.0

/* Drawn once, before anybody looked. */
#define SEED "2026-11-30 22:00 "

enum { MAX_MEASURED = 4000, MAX_OF_ONE = 8, MAX_PAIRS = 4000, PARTS = 3 };

enum { OTHERS, KEPT_APART, N_SETS };

/** Bands called so, and those of them that a third person confirms. */
typedef struct {
    unsigned n_headphones, n_bands, n_agreed, n_near, n_differing, n_far;
} Tally;

static const TareCorrection* measured[MAX_MEASURED];
static size_t n_measured;

/** What two persons differ by in each band, of all pairs that are not kept apart, over the ear and
    inside it. */
static double apart_db[2][TARE_CONSENSUS_BANDS][MAX_PAIRS];
static size_t n_pairs[2];

/** The set to which a headphone belongs: kept apart are those that the dice of its name says. */
static int set_of(const char* id)
{
    char text[256];
    snprintf(text, sizeof text, SEED "%.*s", (int)strcspn(id, "/"), id);
    return tare_entry_id_hash(text) % PARTS == 0 ? KEPT_APART : OTHERS;
}

static bool is_same_headphone(const char* a, const char* b)
{
    const size_t length = strcspn(a, "/");
    return length == strcspn(b, "/") && !strncmp(a, b, length);
}

/** How far one is above another in a band, levels set equal as between two persons. */
static double above_db(const TareCurve* a, const TareCurve* b, unsigned band)
{
    TareCurve difference = {0};
    double sum = 0, level = 0;
    CHECK(tare_curve_difference(&difference, a, b));
    for (int i = 0; i < 16; ++i) {
        sum += tare_curve_level_db(&difference, 20 * exp2((band + (i + 0.5) / 16 - 0.5) / 3));
        level += tare_curve_level_db(&difference, 300 * pow(10, (i + 0.5) / 16));
    }
    tare_curve_clear(&difference);
    return (sum - level) / 16;
}

static void hold(Tally* tally, const TareCurve* pair, const TareCurve* third, bool is_inside_ear)
{
    TareConsensus consensus;
    tare_consensus_find(&consensus, pair, 2, is_inside_ear);
    for (unsigned i = 0; i < TARE_CONSENSUS_BANDS; ++i) {
        const double a_db = above_db(third, &pair[0], i), b_db = above_db(third, &pair[1], i);
        const bool is_agreed = consensus.bands[i].call == TARE_CONSENSUS_AGREED;
        const bool is_differing = consensus.bands[i].call == TARE_CONSENSUS_DIFFERING;
        tally->n_bands++;
        tally->n_agreed += is_agreed;
        tally->n_near += is_agreed && fabs(0.5 * (a_db + b_db)) <= NEAR_DB;
        tally->n_differing += is_differing;
        tally->n_far += is_differing && fmax(fabs(a_db), fabs(b_db)) > FAR_DB;
    }
}

/** Asks all pairs of the n measurements of one headphone. */
static void ask(Tally* tally, const TareCurve* curves, size_t n, bool is_inside_ear)
{
    for (size_t a = 0; a < n; ++a)
        for (size_t b = a + 1; b < n; ++b)
            for (size_t c = 0; c < n; ++c) {
                const TareCurve pair[] = {curves[a], curves[b]};
                if (c != a && c != b)
                    hold(tally, pair, &curves[c], is_inside_ear);
            }
}

static void note_pair(const TareCurve* a, const TareCurve* b, bool is_inside_ear)
{
    const size_t pair = n_pairs[is_inside_ear]++;
    for (unsigned i = 0; i < TARE_CONSENSUS_BANDS; ++i)
        apart_db[is_inside_ear][i][pair] = fabs(above_db(a, b, i));
}

/** Takes those of a headphone that stand from `first` on, at the rig of that one. */
static void ask_headphone(Tally* tallies, size_t first)
{
    const TareEntry* const entry = &measured[first]->entry;
    const TareRig rig = tare_known_sound_rig(entry);
    const bool is_inside_ear = entry->form == TARE_FORM_IN_EAR || entry->form == TARE_FORM_EARBUD;
    const int set = set_of(entry->id);
    TareCurve curves[MAX_OF_ONE];
    size_t n = 0;
    for (size_t i = first; i < n_measured && n < MAX_OF_ONE; ++i)
        if (is_same_headphone(measured[i]->entry.id, entry->id) &&
            tare_known_sound_rig(&measured[i]->entry) == rig)
            n += tare_known_sound(&curves[n], measured[i], NULL);
    for (size_t a = 0; a < n && set == OTHERS; ++a)
        for (size_t b = a + 1; b < n; ++b)
            note_pair(&curves[a], &curves[b], is_inside_ear);
    tallies[set].n_headphones += n >= 3;
    if (n >= 3)
        ask(&tallies[set], curves, n, is_inside_ear);
    while (n > 0)
        tare_curve_clear(&curves[--n]);
}

static bool stands_before(size_t index)
{
    for (size_t i = index;
         i-- > 0 && is_same_headphone(measured[i]->entry.id, measured[index]->entry.id);)
        if (tare_known_sound_rig(&measured[i]->entry) ==
            tare_known_sound_rig(&measured[index]->entry))
            return true;
    return false;
}

static double share(unsigned part, unsigned whole)
{
    return whole ? 100.0 * part / whole : 0.0;
}

static int compare(const void* a, const void* b)
{
    const double difference = *(const double*)a - *(const double*)b;
    return (difference > 0) - (difference < 0);
}

/** Prints the medians over the pairs; whether they are those that the judgement rests on. */
static bool check_usual(bool is_inside_ear)
{
    double most_db = 0;
    printf("usual differences %s the ear, %zu pairs:\n   ", is_inside_ear ? "inside" : "over",
           n_pairs[is_inside_ear]);
    for (unsigned i = 0; i < TARE_CONSENSUS_BANDS; ++i) {
        double* const values = apart_db[is_inside_ear][i];
        qsort(values, n_pairs[is_inside_ear], sizeof *values, compare);
        const double median = values[n_pairs[is_inside_ear] / 2];
        most_db = fmax(most_db, fabs(median - tare_consensus_usual_db(is_inside_ear, i)));
        printf(" %.2f", median);
    }
    printf("\n    at most %.3f dB from what is known\n", most_db);
    return most_db < 0.006; /* written with two digits */
}

static void print_tally(const char* name, const Tally* tally)
{
    printf("%s: %u headphones, %u bands; %.0f %% agreed, of which %.1f %% hold; %.0f %% differing, "
           "of which %.1f %% hold\n",
           name, tally->n_headphones, tally->n_bands, share(tally->n_agreed, tally->n_bands),
           share(tally->n_near, tally->n_agreed), share(tally->n_differing, tally->n_bands),
           share(tally->n_far, tally->n_differing));
}

int main(void)
{
    char path[4096];
    const char* const source = getenv("TARE_SOURCE_DIR");
    Tally tallies[N_SETS] = {{0}, {0}};
    snprintf(path, sizeof path, "%s/presets/catalogue/measurements.tare", source ? source : ".");
    TareCatalogue* const catalogue = tare_catalogue_new();
    if (!catalogue || tare_catalogue_add_file(catalogue, path, TARE_READ_ALL, NULL) != TARE_OK)
        return EXIT_FAILURE;
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue) && i < MAX_MEASURED; ++i)
        measured[n_measured++] =
            tare_catalogue_stated(catalogue, tare_catalogue_get(catalogue, i), NULL);
    for (size_t i = 0; i < n_measured; ++i)
        if (!stands_before(i))
            ask_headphone(tallies, i);
    tare_catalogue_free(catalogue);
    bool is_good = check_usual(false);
    is_good = check_usual(true) && is_good;
    print_tally("others", &tallies[OTHERS]);
    print_tally("kept apart", &tallies[KEPT_APART]);
    is_good = is_good && share(tallies[KEPT_APART].n_near, tallies[KEPT_APART].n_agreed) >= 90.0 &&
              share(tallies[KEPT_APART].n_far, tallies[KEPT_APART].n_differing) >= 80.0;
    return is_good && check_state.n_wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
