/* The listener's own corrections on the disk, and what becomes of them when memory is short. */

#include "corrections/correction.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/seen.h"
#include "search/own_store.h"

#include <stdlib.h>
#include <unistd.h>

static char home[] = "/tmp/tare-test-XXXXXX";
static char folder[sizeof home + 16];

static const TareCorrection one = {
    .entry = {.id = "acme-one/me", .brand = "Acme", .model = "One", .kind = TARE_KIND_USER},
    .set = {.preamp_db = -3, .n_bands = 1, .bands = {{TARE_BAND_PEAK, 100, 3, 1, 0}}}};

static void test_what_is_put_is_there_until_it_is_removed(void)
{
    char** ids = NULL;
    size_t n = 0;
    CHECK(!tare_own_store_has(folder, "acme-one/me"));
    CHECK(tare_own_store_remove(folder, "acme-one/me", NULL) == TARE_NOT_FOUND);
    CHECK(tare_own_store_put(folder, &one, NULL) == TARE_OK);
    CHECK(tare_own_store_put(folder, &one, NULL) == TARE_OK);
    CHECK(tare_own_store_has(folder, "acme-one/me"));
    CHECK(!tare_own_store_has(folder, "acme-one-me")); /* which has the same file */
    CHECK(tare_own_store_list(folder, &ids, &n) && n == 1);
    CHECK_STR(ids[0], "acme-one/me");
    free(ids[0]);
    free(ids);
    CHECK(tare_own_store_remove(folder, "acme-one/me", NULL) == TARE_OK);
    CHECK(tare_own_store_list(folder, &ids, &n) && n == 0);
}

static void test_what_cannot_be_read_back_is_not_kept(void)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareCorrection bad = one;
    bad.entry.model = "\xFF";
    CHECK(tare_own_store_put(folder, &bad, &reporter) == TARE_BAD_INPUT);
    CHECK(strstr(seen.last, "acme-one/me cannot be kept; expected") != NULL);
    CHECK(!tare_own_store_has(folder, "acme-one/me"));
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        const TareStatus status = tare_own_store_put(folder, &one, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == TARE_OK || n_asked >= n);
        CHECK(tare_own_store_put(folder, &one, NULL) == TARE_OK);
        CHECK(tare_own_store_has(folder, "acme-one/me"));
        if (n_asked < n)
            break;
    }
    for (unsigned n = 1;; ++n) {
        char** ids = NULL;
        size_t n_ids = 0;
        failing_malloc_start(n);
        const bool is_good = tare_own_store_list(folder, &ids, &n_ids);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good || n_asked >= n);
        CHECK(n_asked >= n || n_ids == 1);
        for (size_t i = 0; i < n_ids; ++i)
            free(ids[i]);
        free(ids);
        if (n_asked < n)
            break;
    }
    CHECK(tare_own_store_remove(folder, "acme-one/me", NULL) == TARE_OK);
}

static void test_where_it_is(void)
{
    bool is_short_of_memory = true;
    setenv("XDG_DATA_HOME", home, 1);
    char* path = tare_own_store_folder(&is_short_of_memory);
    CHECK_STR(path, folder);
    free(path);
    failing_malloc_start(1);
    path = tare_own_store_folder(&is_short_of_memory);
    CHECK(failing_malloc_stop() > 0 && !path && is_short_of_memory);
    unsetenv("XDG_DATA_HOME");
    setenv("HOME", "relative", 1);
    path = tare_own_store_folder(&is_short_of_memory);
    CHECK(!path && !is_short_of_memory);
}

int main(void)
{
    CHECK(mkdtemp(home) != NULL);
    snprintf(folder, sizeof folder, "%s/tare", home);
    RUN(test_what_is_put_is_there_until_it_is_removed);
    RUN(test_what_cannot_be_read_back_is_not_kept);
    RUN(test_failed_allocations);
    RUN(test_where_it_is);
    rmdir(folder);
    rmdir(home);
    return check_done();
}
