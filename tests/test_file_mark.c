/* Marks by which it is seen that a file has changed. */

#include "base/file_mark.h"
#include "helpers/check.h"
#include "helpers/scratch.h"

#include <stdio.h>

static void test_a_file_that_is_left_alone_keeps_its_mark(void)
{
    REQUIRE(scratch_make() && scratch_write("a", "one"));
    const TareFileMark before = tare_file_mark(scratch_path("a"));
    const TareFileMark after = tare_file_mark(scratch_path("a"));
    CHECK(tare_file_mark_is_same(&before, &after));
    CHECK(scratch_remove());
}

static void test_another_file_in_its_place_has_another_mark(void)
{
    char old[256];
    REQUIRE(scratch_make() && scratch_write("a", "one") && scratch_write("b", "two"));
    const TareFileMark before = tare_file_mark(scratch_path("a"));
    snprintf(old, sizeof old, "%s", scratch_path("b"));
    REQUIRE(rename(old, scratch_path("a")) == 0);
    const TareFileMark after = tare_file_mark(scratch_path("a"));
    CHECK(!tare_file_mark_is_same(&before, &after));
    CHECK(scratch_remove());
}

static void test_no_file_is_a_mark_too(void)
{
    REQUIRE(scratch_make());
    const TareFileMark none = tare_file_mark(scratch_path("a"));
    const TareFileMark still_none = tare_file_mark(scratch_path("a"));
    CHECK(tare_file_mark_is_same(&none, &still_none));
    REQUIRE(scratch_write("a", ""));
    const TareFileMark some = tare_file_mark(scratch_path("a"));
    CHECK(!tare_file_mark_is_same(&none, &some));
    CHECK(scratch_remove());
}

int main(void)
{
    RUN(test_a_file_that_is_left_alone_keeps_its_mark);
    RUN(test_another_file_in_its_place_has_another_mark);
    RUN(test_no_file_is_a_mark_too);
    return check_done();
}
