#include "base/list.h"
#include "base/path.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void test_lists_grow_by_doubling(void)
{
    size_t* items = NULL;
    unsigned n_moves = 0;
    for (size_t n = 0; n < 5000; ++n) {
        size_t* const grown = tare_list_grow(items, n, sizeof *grown);
        REQUIRE(grown != NULL);
        n_moves += grown != items;
        items = grown;
        items[n] = n;
    }
    for (size_t n = 0; n < 5000; ++n)
        CHECK(items[n] == n);
    CHECK(n_moves <= 11);
    free(items);
}

static void test_a_list_stays_when_memory_is_short(void)
{
    failing_malloc_start(1);
    CHECK(tare_list_grow(NULL, 0, 8) == NULL);
    CHECK(failing_malloc_stop() == 1);
    char* const items = tare_list_grow(NULL, 0, 1);
    REQUIRE(items != NULL);
    failing_malloc_start(1);
    CHECK(tare_list_grow(items, 7, 1) == items);
    CHECK(tare_list_grow(items, 8, 1) == NULL);
    (void)failing_malloc_stop();
    CHECK(tare_list_grow(items, 8, (size_t)-1) == NULL);
    free(items);
}

static void check_join(const char* folder, const char* name, const char* wanted)
{
    char* const path = tare_path_join(folder, name);
    CHECK_STR(path, wanted);
    free(path);
}

static void check_folder(const char* path, const char* wanted)
{
    char* const folder = tare_path_folder(path);
    CHECK_STR(folder, wanted);
    free(folder);
}

static void test_paths_are_joined_and_parted(void)
{
    check_join("a", "b.c", "a/b.c");
    check_join("/", "b", "//b");
    check_folder("a/b.c", "a");
    check_folder("/b.c", "/");
    check_folder("b.c", ".");
    char* const resolved = tare_path_resolve("a", "/b");
    CHECK_STR(resolved, "/b");
    free(resolved);
    CHECK_STR(tare_path_name("a/b.c"), "b.c");
    CHECK_STR(tare_path_name("b.c"), "b.c");
    CHECK_STR(tare_path_name("a/"), "");
}

static bool is_folder(const char* path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void test_folders_are_made(void)
{
    char folder[] = "/tmp/tare-path-XXXXXX";
    REQUIRE(mkdtemp(folder) != NULL && chdir(folder) == 0);
    CHECK(tare_path_make_folders("file.txt"));
    CHECK(tare_path_make_folders("a/b/c/file.txt") && is_folder("a/b/c"));
    CHECK(tare_path_make_folders("a/b/c/file.txt"));
    CHECK(tare_path_make_folders("a/b/d/") && is_folder("a/b/d"));
    fclose(fopen("plain", "w"));
    errno = 0;
    CHECK(!tare_path_make_folders("plain/x/file.txt") && errno == ENOTDIR);
    CHECK(symlink("nowhere", "dangling") == 0);
    CHECK(!tare_path_make_folders("dangling/file.txt") && errno == ENOTDIR);
    failing_malloc_start(1);
    CHECK(!tare_path_make_folders("e/f") && errno == ENOMEM && !is_folder("e"));
    (void)failing_malloc_stop();
    (void)!system("rm -r a plain dangling");
    CHECK(chdir("/") == 0 && rmdir(folder) == 0);
}

int main(void)
{
    RUN(test_lists_grow_by_doubling);
    RUN(test_a_list_stays_when_memory_is_short);
    RUN(test_paths_are_joined_and_parted);
    RUN(test_folders_are_made);
    return check_done();
}
