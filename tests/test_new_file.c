/* A file that is not there before it is complete. */

#include "base/new_file.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/scratch.h"
#include "helpers/seen.h"

#include <sys/stat.h>
#include <unistd.h>

/** Writes a text through a new file and keeps it. */
static TareStatus write_kept(const char* name, const char* text)
{
    TareNewFile file;
    TareStatus status = tare_new_file_open(&file, scratch_path(name), NULL);
    if (status != TARE_OK)
        return status;
    CHECK(write(file.descriptor, text, strlen(text)) == (ssize_t)strlen(text));
    status = tare_new_file_keep(&file, NULL);
    tare_new_file_drop(&file);
    return status;
}

static void test_a_file_appears_only_when_it_is_kept(void)
{
    TareNewFile file;
    REQUIRE(tare_new_file_open(&file, scratch_path("a"), NULL) == TARE_OK);
    CHECK(write(file.descriptor, "half", 4) == 4);
    CHECK(access(scratch_path("a"), F_OK) != 0 && access(file.temporary, F_OK) == 0);
    CHECK(write(file.descriptor, " and whole", 10) == 10);
    CHECK(tare_new_file_keep(&file, NULL) == TARE_OK);
    CHECK_STR(scratch_read("a"), "half and whole");
    CHECK(file.temporary == NULL && scratch_count() == 1);
    CHECK(lseek(file.descriptor, 0, SEEK_SET) == 0); /* still open */
    tare_new_file_drop(&file);
    CHECK(file.descriptor == -1 && file.path == NULL);
    CHECK_STR(scratch_read("a"), "half and whole");
}

static void test_a_dropped_file_leaves_the_old_one_and_nothing_else(void)
{
    CHECK(write_kept("b", "old") == TARE_OK);
    const size_t n_before = scratch_count();
    TareNewFile file;
    REQUIRE(tare_new_file_open(&file, scratch_path("b"), NULL) == TARE_OK);
    CHECK(write(file.descriptor, "new", 3) == 3 && scratch_count() == n_before + 1);
    tare_new_file_drop(&file);
    CHECK(scratch_count() == n_before);
    CHECK_STR(scratch_read("b"), "old");
    tare_new_file_drop(&file); /* once more does nothing */
}

static void test_an_old_file_is_replaced_with_its_permissions(void)
{
    CHECK(scratch_write("c", "old and longer") && chmod(scratch_path("c"), 0604) == 0);
    CHECK(write_kept("c", "new") == TARE_OK);
    CHECK_STR(scratch_read("c"), "new");
    struct stat status;
    CHECK(stat(scratch_path("c"), &status) == 0 && (status.st_mode & 07777) == 0604);
}

static void test_a_link_stays_and_its_file_is_replaced(void)
{
    CHECK(scratch_folder("sub") && scratch_write("sub/target", "1"));
    CHECK(symlink("sub/target", scratch_path("link")) == 0);
    CHECK(write_kept("link", "2") == TARE_OK);
    struct stat status;
    CHECK(lstat(scratch_path("link"), &status) == 0 && S_ISLNK(status.st_mode));
    CHECK_STR(scratch_read("sub/target"), "2");
}

/** "0:0: path: message" as one without a file is reported. */
static void check_said(const Seen* seen, const char* path, const char* message)
{
    char wanted[600];
    snprintf(wanted, sizeof wanted, "%s: %s", path, message);
    const char* const said = strstr(seen->last, path);
    CHECK(seen->n == 1 && seen->severity == TARE_ERROR && said != NULL);
    CHECK_STR(said, wanted);
}

static void test_a_file_that_cannot_be_created_is_reported(void)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareNewFile file;
    CHECK(tare_new_file_open(&file, scratch_path("no/such"), &reporter) == TARE_IO_ERROR);
    check_said(&seen, scratch_path("no/such"), "cannot be created: No such file or directory");
    CHECK(file.path == NULL && file.temporary == NULL && file.descriptor == -1);
}

static void test_a_temporary_file_of_another_is_not_touched(void)
{
    char name[64];
    snprintf(name, sizeof name, "d.%ld.tmp", (long)getpid());
    CHECK(scratch_write(name, "not ours"));
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareNewFile file;
    CHECK(tare_new_file_open(&file, scratch_path("d"), &reporter) == TARE_IO_ERROR);
    check_said(&seen, scratch_path("d"), "cannot be created: File exists");
    CHECK_STR(scratch_read(name), "not ours");
    CHECK(access(scratch_path("d"), F_OK) != 0);
}

static void test_what_cannot_be_put_in_place_is_reported_and_removed(void)
{
    CHECK(scratch_folder("folder") && scratch_write("folder/inside", ""));
    const size_t n_before = scratch_count();
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareNewFile file;
    REQUIRE(tare_new_file_open(&file, scratch_path("folder"), &reporter) == TARE_OK);
    CHECK(tare_new_file_keep(&file, &reporter) == TARE_IO_ERROR);
    CHECK(strstr(seen.last, "folder: cannot be put in place: ") != NULL);
    tare_new_file_drop(&file);
    CHECK(scratch_count() == n_before);
}

static void test_what_does_not_reach_the_disk_is_not_kept(void)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareNewFile file;
    scratch_write("e", "old");
    REQUIRE(tare_new_file_open(&file, scratch_path("e"), NULL) == TARE_OK);
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    CHECK(dup2(ends[1], file.descriptor) == file.descriptor); /* a pipe has no disk */
    CHECK(tare_new_file_keep(&file, &reporter) == TARE_IO_ERROR);
    CHECK(strstr(seen.last, "e: cannot be written: ") != NULL);
    tare_new_file_drop(&file);
    CHECK_STR(scratch_read("e"), "old");
    close(ends[0]);
    close(ends[1]);
}

static void test_each_allocation_may_fail_and_leaves_nothing(void)
{
    const size_t n_before = scratch_count();
    for (unsigned n = 1;; ++n) {
        TareNewFile file;
        failing_malloc_start(n);
        const TareStatus status = tare_new_file_open(&file, scratch_path("f"), NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        CHECK(scratch_count() == n_before + (status == TARE_OK));
        tare_new_file_drop(&file);
        CHECK(scratch_count() == n_before);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    if (!scratch_make())
        return 1;
    RUN(test_a_file_appears_only_when_it_is_kept);
    RUN(test_a_dropped_file_leaves_the_old_one_and_nothing_else);
    RUN(test_an_old_file_is_replaced_with_its_permissions);
    RUN(test_a_link_stays_and_its_file_is_replaced);
    RUN(test_a_file_that_cannot_be_created_is_reported);
    RUN(test_a_temporary_file_of_another_is_not_touched);
    RUN(test_what_cannot_be_put_in_place_is_reported_and_removed);
    RUN(test_what_does_not_reach_the_disk_is_not_kept);
    RUN(test_each_allocation_may_fail_and_leaves_nothing);
    scratch_remove();
    return check_done();
}
