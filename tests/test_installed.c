/* Presets in a folder of bundles. */

#include "base/path.h"
#include "corrections/correction.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/seen.h"
#include "lv2/bundle.h"
#include "lv2/installed.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/tare-test-XXXXXX";

static TareCorrection correction_of(const char* id)
{
    return (TareCorrection){
        .entry = {.id = id, .brand = "Acme", .model = "One", .kind = TARE_KIND_PRESET},
        .set = {.n_bands = 1, .bands = {{TARE_BAND_PEAK, 1000, -3, 1, TARE_CHANNEL_BOTH}}}};
}

static void check_put(const char* id, TareInstalled wanted)
{
    const TareCorrection correction = correction_of(id);
    TareInstalled installed = TARE_INSTALLED_FOREIGN;
    char* path = NULL;
    CHECK(tare_installed_put(folder, &correction, &installed, &path, NULL) == TARE_OK);
    CHECK(installed == wanted);
    CHECK(path && strncmp(path, folder, strlen(folder)) == 0);
    free(path);
}

static size_t count(void)
{
    TareInstalledPaths all;
    CHECK(tare_installed_list(&all, folder));
    const size_t n = all.n;
    for (size_t i = 0; i < n; ++i) {
        CHECK(tare_bundle_owner(all.paths[i]) == TARE_BUNDLE_OURS);
        CHECK(i == 0 || strcmp(all.paths[i - 1], all.paths[i]) < 0);
    }
    tare_installed_clear(&all);
    CHECK(all.n == 0 && !all.paths);
    return n;
}

static void test_put_says_how_it_went(void)
{
    CHECK(tare_installed_prepare(folder, NULL) == TARE_OK);
    check_put("acme-one/b", TARE_INSTALLED_NEW);
    check_put("acme-one/a", TARE_INSTALLED_NEW);
    check_put("acme-one/b", TARE_INSTALLED_BEFORE);
    CHECK(count() == 2);
}

static void test_others_are_left_alone(void)
{
    char* const other = tare_path_join(folder, "tare-acme-one-c.lv2");
    REQUIRE(other && mkdir(other, 0777) == 0);
    check_put("acme-one/c", TARE_INSTALLED_FOREIGN);
    CHECK(count() == 2);
    CHECK(rmdir(other) == 0);
    free(other);
}

static void test_folder_that_cannot_be_made(void)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareInstalledPaths all;
    CHECK(tare_installed_prepare("/absent/folder", &reporter) == TARE_IO_ERROR);
    CHECK(strstr(seen.last, "/absent/folder: folder cannot be made: ") != NULL);
    CHECK(tare_installed_list(&all, "/absent/folder") && all.n == 0);
    tare_installed_clear(&all);
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        TareInstalledPaths all;
        failing_malloc_start(n);
        const bool is_good = tare_installed_list(&all, folder);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good ? all.n <= 2 : n_asked >= n);
        tare_installed_clear(&all);
        if (n_asked < n)
            break;
    }
    const TareCorrection correction = correction_of("acme-one/a");
    for (unsigned n = 1;; ++n) {
        TareInstalled installed = TARE_INSTALLED_FOREIGN;
        char* path = NULL;
        failing_malloc_start(n);
        const TareStatus status = tare_installed_put(folder, &correction, &installed, &path, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((status == TARE_OK) == (path != NULL));
        free(path);
        if (n_asked < n)
            break;
    }
}

static void remove_all(void)
{
    TareInstalledPaths all;
    CHECK(tare_installed_list(&all, folder));
    for (size_t i = 0; i < all.n; ++i)
        CHECK(tare_bundle_remove(all.paths[i], NULL) == TARE_OK);
    tare_installed_clear(&all);
    CHECK(rmdir(folder) == 0);
}

int main(void)
{
    CHECK(mkdtemp(folder) != NULL);
    RUN(test_put_says_how_it_went);
    RUN(test_others_are_left_alone);
    RUN(test_folder_that_cannot_be_made);
    RUN(test_failed_allocations);
    remove_all();
    return check_done();
}
