/* Changes of the file of rules, told by the system. */

#include "helpers/check.h"
#include "helpers/scratch.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/live/rules_watch.h"

#include <poll.h>
#include <stdlib.h>

static bool is_told(TareRulesWatch* watch)
{
    struct pollfd told = {.fd = tare_rules_watch_fd(watch), .events = POLLIN};
    if (poll(&told, 1, 0) <= 0)
        return false;
    tare_rules_watch_take(watch);
    return true;
}

static bool open_watch(TareRulesWatch** watch, TareChainPaths* paths)
{
    return scratch_make() && setenv("HOME", scratch_path(""), 1) == 0 &&
           unsetenv("XDG_CONFIG_HOME") == 0 && scratch_folder(".config") &&
           tare_chain_paths_find(paths) && (*watch = tare_rules_watch_new());
}

static void close_watch(TareRulesWatch* watch, TareChainPaths* paths)
{
    tare_rules_watch_free(watch);
    tare_chain_paths_clear(paths);
    CHECK(scratch_remove());
}

static void test_a_folder_that_comes_later_is_told(void)
{
    TareRulesWatch* watch = NULL;
    TareChainPaths paths;
    REQUIRE(open_watch(&watch, &paths));
    tare_rules_watch_begin(watch, &paths);
    CHECK(tare_rules_watch_is_on(watch) && !is_told(watch));
    CHECK(tare_rules_watch_end(watch)); /* none, as before */
    REQUIRE(scratch_folder(".config/tare"));
    CHECK(is_told(watch));
    tare_rules_watch_begin(watch, &paths);
    REQUIRE(scratch_write(".config/tare/devices.json", "[]"));
    CHECK(is_told(watch));
    close_watch(watch, &paths);
}

static void test_another_file_is_seen_as_another(void)
{
    TareRulesWatch* watch = NULL;
    TareChainPaths paths;
    REQUIRE(open_watch(&watch, &paths) && scratch_folder(".config/tare"));
    REQUIRE(scratch_write(".config/tare/devices.json", "[]"));
    tare_rules_watch_begin(watch, &paths);
    CHECK(!tare_rules_watch_end(watch));
    tare_rules_watch_begin(watch, &paths);
    CHECK(tare_rules_watch_end(watch));
    REQUIRE(scratch_write(".config/tare/taste.json", "{}")); /* told, and not the rules */
    CHECK(is_told(watch));
    tare_rules_watch_begin(watch, &paths);
    CHECK(tare_rules_watch_end(watch));
    REQUIRE(scratch_write(".config/tare/devices.json", "[ ]"));
    CHECK(is_told(watch));
    tare_rules_watch_begin(watch, &paths);
    CHECK(!tare_rules_watch_end(watch));
    close_watch(watch, &paths);
}

int main(void)
{
    RUN(test_a_folder_that_comes_later_is_told);
    RUN(test_another_file_is_seen_as_another);
    return check_done();
}
