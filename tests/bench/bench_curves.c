/* Curves as people really exchange them: TARE_DATA/measurements. Its folder "formats" tells for
   each odd file what has to be read; of the others it is enough that all of them can be read,
   without a row left out. */

#include "base/number.h"
#include "curves/curve_file.h"
#include "helpers/check.h"
#include "helpers/measurements.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

static const char* path_of(const char* name)
{
    static char path[4096];
    measurements_path(path, sizeof path, name);
    return path;
}

static bool is_there(void)
{
    FILE* const file = fopen(path_of("formats/index.csv"), "r");
    if (file)
        fclose(file);
    return file != NULL;
}

static void count(void* data, const TareReport* report)
{
    unsigned* const n = data;
    n[report->severity]++;
    CHECK(report->severity != TARE_WARNING || (report->line && report->column));
}

/** Reads "frequency,raw" rows without the reader that is tested. */
static size_t read_expected(const char* name, TareCurvePoint* points, size_t max)
{
    char line[200];
    size_t n = 0;
    FILE* const file = fopen(path_of(name), "r");
    while (file && n < max && fgets(line, sizeof line, file)) {
        const char* const comma = strchr(line, ',');
        n += comma && tare_number_parse(line, strlen(line), &points[n].freq_hz, NULL) &&
             tare_number_parse(comma + 1, strlen(comma + 1), &points[n].level_db, NULL);
    }
    if (file)
        fclose(file);
    return n;
}

/** The expected curves are rounded to six digits. */
static bool is_near(double value, double rounded)
{
    return fabs(value - rounded) <= 6e-6 * fabs(rounded) + 1e-9;
}

static bool is_as_expected(const TareCurve* curve, const char* name)
{
    enum { MAX = 2000 };
    static TareCurvePoint expected[MAX];
    char path[1100];
    snprintf(path, sizeof path, "formats/expected/%s.csv", name);
    if (read_expected(path, expected, MAX) != curve->n)
        return false;
    for (size_t i = 0; i < curve->n; ++i)
        if (!is_near(curve->points[i].freq_hz, expected[i].freq_hz) ||
            !is_near(curve->points[i].level_db, expected[i].level_db))
            return false;
    return true;
}

/** Whether a file of formats/ is read as it has to be, or refused with a word. */
static bool is_read_right(const char* name, size_t n_points)
{
    char path[1100];
    unsigned n_reports[3] = {0};
    const TareReporter reporter = {count, n_reports};
    snprintf(path, sizeof path, "formats/files/%s", name);
    TareCurve curve;
    const TareStatus status = tare_curve_read_file(&curve, path_of(path), NULL, &reporter);
    const bool is_right =
        n_points < 2 ? status == TARE_BAD_INPUT && n_reports[TARE_ERROR] == 1
                     : status == TARE_OK && curve.n == n_points && is_as_expected(&curve, name);
    tare_curve_clear(&curve);
    return is_right;
}

static void test_formats(void)
{
    if (!is_there())
        SKIP(MEASUREMENTS_MISSING);
    FILE* const index = fopen(path_of("formats/index.csv"), "r");
    char line[1000];
    unsigned n_files = 0, n_right = 0;
    while (fgets(line, sizeof line, index)) {
        double n_points = 0;
        const char* const last = strrchr(line, ',') + 1;
        if (!tare_number_parse(last, strlen(last), &n_points, NULL))
            continue; /* the heading */
        *strchr(line, ',') = '\0';
        const bool is_right = is_read_right(line, (size_t)n_points);
        if (!is_right)
            CHECK_STR("not read as expected", line);
        ++n_files;
        n_right += is_right;
    }
    fclose(index);
    fprintf(stderr, "formats: %u of %u as expected\n", n_right, n_files);
    CHECK(n_files >= 45 && n_right == n_files);
}

/** Reads all curves of a folder and of those inside. Returns how many. */
static unsigned read_folder(const char* folder, unsigned n_reports[3])
{
    char path[2000];
    unsigned n = 0;
    DIR* const dir = opendir(path_of(folder));
    for (struct dirent* entry; dir && (entry = readdir(dir));) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        const char* const dot = strrchr(entry->d_name, '.');
        if (!dot || (strcmp(dot, ".csv") != 0 && strcmp(dot, ".txt") != 0)) {
            n += read_folder(path, n_reports);
            continue;
        }
        const TareReporter reporter = {count, n_reports};
        TareCurve curve;
        if (tare_curve_read_file(&curve, path_of(path), NULL, &reporter) != TARE_OK)
            CHECK_STR("cannot be read", path);
        tare_curve_clear(&curve);
        ++n;
    }
    if (dir)
        closedir(dir);
    return n;
}

static void test_measurements_and_targets(void)
{
    if (!is_there())
        SKIP(MEASUREMENTS_MISSING);
    unsigned n_reports[3] = {0};
    CHECK(read_folder("fr", n_reports) == 1200);
    CHECK(read_folder("lr", n_reports) >= 130);
    CHECK(n_reports[TARE_NOTE] == 0);
    CHECK(read_folder("targets", n_reports) >= 60);
    CHECK(n_reports[TARE_NOTE] == 1); /* of the table of all Harman targets */
    CHECK(n_reports[TARE_WARNING] == 0 && n_reports[TARE_ERROR] == 0);
}

static void test_table_of_targets(void)
{
    if (!is_there())
        SKIP(MEASUREMENTS_MISSING);
    TareCurve curve;
    const char* const path = path_of("targets/autoeq/All Harman Targets.csv");
    REQUIRE(tare_curve_read_file(&curve, path, "Over-Ear (2018)", NULL) == TARE_OK);
    CHECK(curve.n == 100 && curve.points[0].level_db == 5.6);
    tare_curve_clear(&curve);
    CHECK(tare_curve_read_file(&curve, path, "Over-Ear", NULL) == TARE_BAD_INPUT);
}

/** Puts an "R" in place of the "L" at the end of a name; false when there is none. */
static bool to_right(char* path)
{
    static const char end[] = "L.txt";
    const size_t length = strlen(path);
    if (length < sizeof end || strcmp(path + length - (sizeof end - 1), end) != 0)
        return false;
    path[length - (sizeof end - 1)] = 'R';
    return true;
}

static void test_pairs(void)
{
    if (!is_there())
        SKIP(MEASUREMENTS_MISSING);
    unsigned n_pairs = 0;
    DIR* const dir = opendir(path_of("lr"));
    REQUIRE(dir);
    for (struct dirent* entry; (entry = readdir(dir));) {
        char name[1000];
        snprintf(name, sizeof name, "lr/%s", entry->d_name);
        char left[4096], right[4096];
        snprintf(left, sizeof left, "%s", path_of(name));
        snprintf(right, sizeof right, "%s", left);
        if (to_right(right) && access(right, R_OK) == 0) {
            TareCurve curve;
            CHECK(tare_curve_read_files(&curve, (const char*[]){left, right}, 2, NULL, NULL) ==
                  TARE_OK);
            CHECK(curve.n >= 600);
            tare_curve_clear(&curve);
            ++n_pairs;
        }
    }
    closedir(dir);
    CHECK(n_pairs >= 50);
}

int main(void)
{
    RUN(test_formats);
    RUN(test_measurements_and_targets);
    RUN(test_table_of_targets);
    RUN(test_pairs);
    return check_done();
}
