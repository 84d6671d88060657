/* The files below a folder. */

#include "base/walk.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/scratch.h"
#include "helpers/seen.h"

#include <sys/stat.h>
#include <unistd.h>

/** Walks through a folder of the scratch folder. */
static TareStatus walk_through(TareWalk* walk, const char* name, Seen* seen)
{
    const TareReporter reporter = seen_reporter(seen);
    return tare_walk_folder(walk, scratch_path(name), ".md", &reporter);
}

/** The names that were found, each with a '|' behind it. */
static const char* names_of(const TareWalk* walk)
{
    static char names[1000];
    *names = '\0';
    for (size_t i = 0; i < walk->n_files; ++i) {
        strncat(names, walk->files[i].name, 100);
        strcat(names, "|");
    }
    return names;
}

static void make_files(void)
{
    CHECK(scratch_folder("all") && scratch_folder("all/b") && scratch_folder("all/b/c.md"));
    CHECK(scratch_folder("all/.hidden") && scratch_folder("empty"));
    CHECK(scratch_write("all/z.md", "") && scratch_write("all/a.md", ""));
    CHECK(scratch_write("all/b/x.md", "") && scratch_write("all/b/c.md/y.md", ""));
    CHECK(scratch_write("all/b/x.txt", "") && scratch_write("all/a.MD", ""));
    CHECK(scratch_write("all/.md", "") && scratch_write("all/.h.md", ""));
    CHECK(scratch_write("all/.hidden/h.md", "") && scratch_write("empty/x.txt", ""));
}

static void test_all_files_with_the_ending_are_found_sorted(void)
{
    Seen seen = {0};
    TareWalk walk = {0};
    CHECK(walk_through(&walk, "all", &seen) == TARE_OK && seen.n == 0);
    CHECK_STR(names_of(&walk), "a.md|b/c.md/y.md|b/x.md|z.md|");
    for (size_t i = 0; i < walk.n_files; ++i)
        CHECK(access(walk.files[i].path, R_OK) == 0);
    tare_walk_clear(&walk);
    CHECK(walk.files == NULL && walk.n_files == 0);
}

static void test_slashes_behind_the_folder_do_not_matter(void)
{
    Seen seen = {0};
    TareWalk walk = {0};
    CHECK(walk_through(&walk, "all/b///", &seen) == TARE_OK);
    CHECK_STR(names_of(&walk), "c.md/y.md|x.md|");
    REQUIRE(walk.n_files == 2);
    CHECK_STR(walk.files[1].path, scratch_path("all/b/x.md"));
    tare_walk_clear(&walk);
}

static void test_walks_are_appended_each_sorted_for_itself(void)
{
    Seen seen = {0};
    TareWalk walk = {0};
    CHECK(tare_walk_file(&walk, "zz/given.txt") == TARE_OK);
    CHECK(walk_through(&walk, "all/b", &seen) == TARE_OK);
    CHECK(walk_through(&walk, "all/b/c.md", &seen) == TARE_OK);
    CHECK_STR(names_of(&walk), "zz/given.txt|c.md/y.md|x.md|y.md|");
    CHECK_STR(walk.files[0].path, "zz/given.txt");
    tare_walk_clear(&walk);
}

static void test_linked_files_count_but_linked_folders_do_not(void)
{
    CHECK(scratch_folder("links") && scratch_folder("links/sub"));
    CHECK(symlink("../all/a.md", scratch_path("links/file.md")) == 0);
    CHECK(symlink("../all", scratch_path("links/folder.md")) == 0);
    CHECK(symlink("nowhere", scratch_path("links/broken.md")) == 0);
    CHECK(symlink("..", scratch_path("links/sub/ring")) == 0);
    CHECK(mkfifo(scratch_path("links/pipe.md"), 0600) == 0);
    Seen seen = {0};
    TareWalk walk = {0};
    CHECK(walk_through(&walk, "links", &seen) == TARE_OK);
    CHECK_STR(names_of(&walk), "file.md|");
    tare_walk_clear(&walk);
}

static void check_refused(TareWalk* walk, const char* name, TareStatus wanted, const char* message)
{
    Seen seen = {0};
    char report[600];
    snprintf(report, sizeof report, "%s:0:0: %s", scratch_path(name), message);
    CHECK(walk_through(walk, name, &seen) == wanted);
    CHECK(seen.n == 1 && seen.severity == TARE_ERROR);
    CHECK_STR(seen.last, report);
}

static void test_folders_that_give_nothing_are_reported_and_append_nothing(void)
{
    TareWalk walk = {0};
    CHECK(tare_walk_file(&walk, "before.md") == TARE_OK);
    check_refused(&walk, "missing", TARE_IO_ERROR,
                  "folder cannot be read: No such file or directory; "
                  "expected one that can be opened");
    check_refused(&walk, "all/a.md", TARE_IO_ERROR,
                  "folder cannot be read: Not a directory; expected one that can be opened");
    check_refused(&walk, "empty", TARE_BAD_INPUT,
                  "folder holds no file *.md; expected at least one");
    CHECK_STR(names_of(&walk), "before.md|");
    tare_walk_clear(&walk);
}

/** Makes folders within each other, with a file in the innermost. */
static void make_deep(const char* top, unsigned depth)
{
    char name[200];
    snprintf(name, sizeof name, "%s", top);
    CHECK(scratch_folder(name));
    for (unsigned i = 0; i < depth; ++i) {
        strcat(name, "/d");
        CHECK(scratch_folder(name));
    }
    strcat(name, "/deep.md");
    CHECK(scratch_write(name, ""));
}

static void test_folders_are_followed_31_deep_and_no_deeper(void)
{
    make_deep("deep", 31);
    make_deep("deeper", 32);
    Seen seen = {0};
    TareWalk walk = {0};
    CHECK(walk_through(&walk, "deep", &seen) == TARE_OK && walk.n_files == 1);
    CHECK(walk_through(&walk, "deeper", &seen) == TARE_IO_ERROR && walk.n_files == 1);
    CHECK(strstr(seen.last, "/d/d:0:0: folder cannot be read: it lies too deep; ") != NULL);
    tare_walk_clear(&walk);
}

static void test_each_allocation_may_fail_and_appends_nothing(void)
{
    for (unsigned n = 1;; ++n) {
        Seen seen = {0};
        TareWalk walk = {0};
        CHECK(tare_walk_file(&walk, "before.md") == TARE_OK);
        failing_malloc_start(n);
        const TareStatus of_folder = walk_through(&walk, "all", &seen);
        const TareStatus of_file = tare_walk_file(&walk, "after.md");
        const unsigned n_asked = failing_malloc_stop();
        CHECK((of_folder == TARE_NO_MEMORY) + (of_file == TARE_NO_MEMORY) == (n_asked >= n));
        CHECK(walk.n_files == 1u + 4u * (of_folder == TARE_OK) + (of_file == TARE_OK));
        CHECK(seen.n == 0);
        tare_walk_clear(&walk);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    if (!scratch_make())
        return 1;
    make_files();
    RUN(test_all_files_with_the_ending_are_found_sorted);
    RUN(test_slashes_behind_the_folder_do_not_matter);
    RUN(test_walks_are_appended_each_sorted_for_itself);
    RUN(test_linked_files_count_but_linked_folders_do_not);
    RUN(test_folders_that_give_nothing_are_reported_and_append_nothing);
    RUN(test_folders_are_followed_31_deep_and_no_deeper);
    RUN(test_each_allocation_may_fail_and_appends_nothing);
    scratch_remove();
    return check_done();
}
