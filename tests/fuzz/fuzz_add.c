/* Broken measurements of one's own, from files with odd names to the kept correction and its fit:
   each is refused with the place and the reason, or kept such that it is read again as what it was.
   Seeded: the same in each run. */

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "curves/curve_file.h"
#include "curves/take_name.h"
#include "fakes/failing_malloc.h"
#include "fit/ends.h"
#include "fit/fitted.h"
#include "fit/own_measure.h"
#include "fit/stored_fit.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "helpers/noise.h"
#include "helpers/scratch.h"
#include "search/own_store.h"
#include "tare/band_traits.h"

#include <stdlib.h>

enum { MAX_FILES = 4, MAX_TEXT = 4096, MAX_NAME = 64, N_POINTS = 40 };

static const char* const seed_names[] = {
    "Acme One L.txt", "Acme One R2.csv", "Z\xC3\xBCx (right).frd", "L.txt", "Acme One Target.txt",
    "..txt",          "a b c [R] 3"};

static uint64_t random_state = 2463534242u;

/** Writes a table as some program would, then damages it. Returns its length. */
static size_t make_table(char text[MAX_TEXT])
{
    static const char* const headings[] = {"", "frequency,raw\n", "* Freq(Hz) SPL(dB)\n",
                                           "Frequency\tdB\tUnweighted\n"};
    static const char* const marks[] = {",", "\t", " ", ";"};
    const char* const mark = marks[noise_below(&random_state, 4)];
    const double level = (double)noise_below(&random_state, 300) - 150;
    const double slope = ((double)noise_below(&random_state, 200) - 100) / 20;
    int n = sprintf(text, "%s", headings[noise_below(&random_state, 4)]);
    for (int i = 0; i < N_POINTS; ++i)
        n += sprintf(text + n, "%.1f%s%.2f\n", 20 * exp2(i / 4.0), mark, level + slope * i / 4.0);
    return noise_below(&random_state, 3) ? mutate(text, (size_t)n, MAX_TEXT - 1, &random_state)
                                         : (size_t)n;
}

/** A name for a file: one of those above, or what is left of it; no part of a path. */
static void make_name(char name[MAX_NAME])
{
    const char* const seed =
        seed_names[noise_below(&random_state, sizeof seed_names / sizeof *seed_names)];
    size_t length = strlen(seed);
    memcpy(name, seed, length);
    if (noise_below(&random_state, 2))
        length = mutate(name, length, MAX_NAME - 1, &random_state);
    for (size_t i = 0; i < length; ++i)
        if (name[i] == '/' || name[i] == '\0')
            name[i] = '_';
    name[length] = '\0';
    if (length == 0 || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        strcpy(name, "x");
}

static void check_report(void* data, const TareReport* report)
{
    unsigned* const n_errors = data;
    *n_errors += report->severity == TARE_ERROR;
    CHECK(strstr(report->message, "; expected") != NULL);
}

/** What was kept is read again as what it was, and fits within all limits. */
static void check_kept(const char* folder, const TareCorrection* correction)
{
    unsigned n_errors = 0;
    const TareReporter reporter = {check_report, &n_errors};
    TareCatalogue* const catalogue = tare_catalogue_new();
    REQUIRE(catalogue &&
            tare_catalogue_add_folder(catalogue, folder, TARE_READ_ALL, &reporter) == TARE_OK);
    const TareEntry* const entry = tare_catalogue_find_id(catalogue, correction->entry.id);
    REQUIRE(entry != NULL);
    const TareCorrection* const again = tare_catalogue_stated(catalogue, entry, &reporter);
    REQUIRE(again != NULL && n_errors == 0);
    const double moved_db = tare_own_measure_moved_db(again, correction);
    CHECK(moved_db >= 0.0 && moved_db < TARE_OWN_MEASURE_STILL_DB);
    TareBandSet set;
    TareText note = {0};
    CHECK(tare_stored_fit(again, &set, &note) && !note.failed);
    const TareFitEnds done = tare_fit_ends_of_bands(&set);
    CHECK(isfinite(done.bass_db) && isfinite(done.treble_db) && set.preamp_db <= 0.0);
    for (uint32_t i = 0; i < set.n_bands; ++i)
        CHECK(tare_band_is_active(&set.bands[i]) && fabs(set.bands[i].gain_db) <= 20.0 &&
              set.bands[i].q >= 0.3 && set.bands[i].q <= 8.0);
    tare_text_clear(&note);
    tare_catalogue_free(catalogue);
}

/** Adds files as one headphone; true when it was kept. */
static bool add(const char* const* paths, size_t n, bool checks)
{
    static const char* const targets[] = {"flat", "harman-over-ear-2018", "harman-in-ear-2019"};
    const char* const folder = scratch_path("own");
    unsigned n_errors = 0;
    const TareReporter reporter = {check_report, &n_errors};
    TareCurve response = {0};
    TareCorrection correction = {0};
    char* const name = tare_fitted_name(paths[0], true);
    const TareOwnMeasure measure = {.name = name,
                                    .file = "file",
                                    .rig = "gras",
                                    .target = targets[noise_below(&random_state, 3)],
                                    .target_curve =
                                        noise_below(&random_state, 3) ? NULL : &response,
                                    .form = TARE_FORM_OVER_EAR};
    const TareStatus status =
        name ? tare_curve_read_files(&response, paths, n, NULL, &reporter) : TARE_NO_MEMORY;
    CHECK((status == TARE_OK) == (response.n > 0));
    CHECK(status == TARE_OK || status == TARE_NO_MEMORY || n_errors == 1);
    bool is_kept = status == TARE_OK &&
                   tare_own_measure(&correction, &measure, &response) == TARE_OWN_MEASURE_MADE &&
                   tare_own_store_put(folder, &correction, &reporter) == TARE_OK;
    if (is_kept && checks)
        check_kept(folder, &correction);
    if (is_kept)
        CHECK(tare_own_store_remove(folder, correction.entry.id, NULL) == TARE_OK || !checks);
    tare_correction_clear(&correction);
    tare_curve_clear(&response);
    free(name);
    return is_kept;
}

/** Writes some files; returns how many. */
static size_t make_files(const char* paths[MAX_FILES])
{
    const size_t n = 1 + noise_below(&random_state, MAX_FILES);
    for (size_t i = 0; i < n; ++i) {
        char text[MAX_TEXT], name[MAX_NAME];
        make_name(name);
        const size_t length = make_table(text);
        paths[i] = scratch_path(name);
        FILE* const file = fopen(paths[i], "wb");
        if (!file || fwrite(text, 1, length, file) != length || fclose(file) != 0)
            return 0;
        CHECK(tare_take_name_length(paths[i]) <= strlen(paths[i]));
        (void)tare_take_name_is_other(paths[i]);
    }
    return n;
}

static void forget(const char* const* paths, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        (void)remove(paths[i]); /* two may have one name */
}

static void test_broken_measurements(void)
{
    unsigned n_kept = 0, n_refused = 0;
    for (int round = 0; round < 400; ++round) {
        const char* paths[MAX_FILES];
        const size_t n = make_files(paths);
        REQUIRE(n > 0);
        const bool is_kept = add(paths, n, true);
        n_kept += is_kept;
        n_refused += !is_kept;
        forget(paths, n);
    }
    CHECK(n_kept > 100 && n_refused > 20); /* some of each kind */
}

static void test_failed_allocations(void)
{
    const char* paths[MAX_FILES];
    for (int round = 0; round < 5; ++round) {
        const size_t n = make_files(paths);
        REQUIRE(n > 0);
        for (unsigned fail = 1;; ++fail) {
            failing_malloc_start(fail);
            (void)add(paths, n, false);
            if (failing_malloc_stop() < fail)
                break;
        }
        forget(paths, n);
    }
}

int main(void)
{
    if (!scratch_make() || !scratch_folder("own"))
        return 1;
    RUN(test_broken_measurements);
    RUN(test_failed_allocations);
    CHECK(scratch_remove());
    return check_done();
}
