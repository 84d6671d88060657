/* The corrections that were used last, and the tray's menu of them. */

#include "cli/sink/recent.h"
#include "cli/sink/tray_face.h"
#include "desktop/desktop_module.h"
#include "helpers/check.h"
#include "helpers/scratch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add_number(TareRecent* recent, int number)
{
    char id[16], name[16];
    snprintf(id, sizeof id, "acme-%d/me", number);
    snprintf(name, sizeof name, "Acme %d", number);
    CHECK(tare_recent_add(recent, id, name));
}

static void test_the_newest_comes_first_and_none_twice(void)
{
    TareRecent recent = {0};
    for (int i = 1; i <= 7; ++i)
        add_number(&recent, i);
    REQUIRE(recent.n == TARE_RECENT_MAX);
    CHECK_STR(recent.ones[0].name, "Acme 7");
    CHECK_STR(recent.ones[4].name, "Acme 3");
    add_number(&recent, 5);
    CHECK(recent.n == TARE_RECENT_MAX && !strcmp(recent.ones[0].name, "Acme 5"));
    CHECK_STR(recent.ones[1].name, "Acme 7");
    CHECK_STR(recent.ones[2].name, "Acme 6");
    CHECK_STR(recent.ones[4].name, "Acme 3");
    CHECK(!tare_recent_add(&recent, "acme-5/me", "Acme 5"));
}

static void test_what_has_no_room_is_left_out(void)
{
    char long_name[2 * TARE_RECENT_TEXT];
    TareRecent recent = {0};
    memset(long_name, 'a', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    CHECK(!tare_recent_add(&recent, "a/b", long_name) && !tare_recent_add(&recent, "a/b", "a\nb"));
    CHECK(!tare_recent_add(&recent, "", "name") && recent.n == 0);
}

static void test_they_are_there_the_next_time(void)
{
    TareRecent recent = {0}, read;
    REQUIRE(scratch_make() && setenv("XDG_STATE_HOME", scratch_path("state"), 1) == 0);
    tare_recent_read(&read);
    CHECK(read.n == 0);
    add_number(&recent, 1);
    add_number(&recent, 2);
    tare_recent_write(&recent);
    tare_recent_read(&read);
    CHECK(read.n == 2 && !memcmp(&read.ones[0].id, "acme-2/me", 10));
    CHECK_STR(read.ones[1].name, "Acme 1");
    REQUIRE(scratch_write("state/tare/recent", "no tab\n\na/b\tName\n\ttoo\na/b\tAgain"));
    tare_recent_read(&read);
    CHECK(read.n == 1);
    CHECK_STR(read.ones[0].name, "Again");
    CHECK(scratch_remove());
}

static void test_the_menu_marks_what_is_loaded(void)
{
    TareDesktopFace face;
    TareRecent recent = {0};
    add_number(&recent, 1);
    add_number(&recent, 2);
    tare_tray_face_make(&face, &recent, "acme-1/me", "Acme 1", false);
    REQUIRE(face.n_items == 7);
    CHECK(face.items[0].id == TARE_TRAY_ON && !face.items[0].is_on);
    CHECK(face.items[2].id == TARE_TRAY_RECENT && !face.items[2].is_on);
    CHECK(face.items[3].id == TARE_TRAY_RECENT + 1 && face.items[3].is_on);
    CHECK_STR(face.tip, "Acme 1 (off)");
    tare_tray_face_make(&face, &recent, "acme-1/me", "Ac\u202eme\n1", true);
    CHECK_STR(face.tip, "Acme 1"); /* which turns no line of the tray around */
    for (unsigned i = 0; i < face.n_items; ++i)
        for (unsigned j = 0; j < i; ++j)
            CHECK(face.items[i].id != face.items[j].id);
}

int main(void)
{
    RUN(test_the_newest_comes_first_and_none_twice);
    RUN(test_what_has_no_room_is_left_out);
    RUN(test_they_are_there_the_next_time);
    RUN(test_the_menu_marks_what_is_loaded);
    return check_done();
}
