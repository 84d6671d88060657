/* Which output gets which correction, and the watcher of the outputs. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/seen.h"
#include "helpers/sink_home.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_rules.h"
#include "pipewire/live/watcher.h"
#include "pipewire/session/device_rules.h"

#include <signal.h>
#include <sys/wait.h>

static TareSinkResult set_sink_rule(TareSink* sink, const char* pattern, const char* id)
{
    const TareDeviceRule rule = tare_device_rule(pattern, id);
    return tare_sink_rules_set(sink, &rule);
}

/** Whether the sink's fragment starts a watcher. */
static bool starts_watcher(void)
{
    TareStartFile start;
    CHECK(tare_start_file_read(&start, at_home("config/pipewire/pipewire.conf.d/tare.conf")));
    const bool does = start.watcher != NULL;
    tare_start_file_clear(&start);
    return does;
}

static void test_the_watcher_comes_with_the_rules_and_stays(void)
{
    start_anew();
    TareSink sink;
    REQUIRE(tare_sink_open(&sink, TARE_SINK_MAKE, NULL) == TARE_SINK_DONE);
    sink.has_choice = true;
    CHECK(tare_sink_rules_forget(&sink, "a") == TARE_SINK_NO_RULE);
    CHECK(!tare_sink_rules_are_there(&sink));
    CHECK(set_sink_rule(&sink, "a", "x/y") == TARE_SINK_DONE && starts_watcher());
    CHECK(sink.start.watcher != NULL); /* the sink knows what it has written */
    CHECK(tare_sink_rules_are_there(&sink));
    CHECK(set_sink_rule(&sink, "b*", NULL) == TARE_SINK_DONE);
    check_content("config/tare/devices.json",
                  "[\n  {\n    \"device\": \"a\",\n    \"correction\": \"x/y\"\n  },\n"
                  "  {\n    \"device\": \"b*\",\n    \"correction\": null\n  }\n]\n");
    CHECK(tare_sink_rules_forget(&sink, "B*") == TARE_SINK_NO_RULE);
    CHECK(tare_sink_rules_forget(&sink, "a") == TARE_SINK_DONE && starts_watcher());
    CHECK(tare_sink_rules_forget(&sink, "b*") == TARE_SINK_DONE && starts_watcher());
    CHECK(!tare_sink_rules_are_there(&sink));
    check_content("config/tare/devices.json", "[]\n");
    CHECK(set_sink_rule(&sink, "c", NULL) == TARE_SINK_DONE && starts_watcher());
    CHECK(set_sink_rule(&sink, "d", NULL) == TARE_SINK_DONE);
    CHECK(tare_sink_rules_forget(&sink, NULL) == TARE_SINK_DONE && starts_watcher());
    check_content("config/tare/devices.json", "[]\n");
    tare_sink_close(&sink);
}

static void test_rules_that_cannot_be_read_stay_as_they_are(void)
{
    start_anew();
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareSink sink;
    REQUIRE(tare_sink_open(&sink, TARE_SINK_MAKE, &reporter) == TARE_SINK_DONE);
    CHECK(tare_sink_make_folder(&sink, sink.paths.settings) == TARE_SINK_DONE);
    put(sink.paths.devices, "{}");
    CHECK(set_sink_rule(&sink, "a", NULL) == TARE_SINK_BAD_RULES && seen.n == 1);
    CHECK(strstr(seen.last, "/tare/devices.json:1:1: is no list; expected [ ... ]") != NULL);
    CHECK(tare_sink_rules_forget(&sink, "a") == TARE_SINK_BAD_RULES);
    CHECK(tare_sink_rules_are_there(&sink));
    CHECK(tare_sink_rules_forget(&sink, NULL) == TARE_SINK_BAD_RULES && seen.n == 3);
    check_content("config/tare/devices.json", "{}");
    tare_sink_close(&sink);
}

static void test_rules_need_a_folder(void)
{
    start_anew();
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareSink sink;
    REQUIRE(tare_sink_open(&sink, TARE_SINK_MAKE, &reporter) == TARE_SINK_DONE);
    put(at_home("config/tare"), "a file");
    CHECK(set_sink_rule(&sink, "a", NULL) == TARE_SINK_FAILED && seen.n == 1);
    CHECK(strstr(seen.last, "/config/tare: folder cannot be made: ") != NULL);
    tare_sink_close(&sink);
}

static void test_failed_allocations_of_rules(void)
{
    start_anew();
    TareSink sink;
    REQUIRE(tare_sink_open(&sink, TARE_SINK_MAKE, NULL) == TARE_SINK_DONE);
    for (unsigned n = 1;; ++n) {
        (void)unlink(sink.paths.devices);
        failing_malloc_start(n);
        const TareSinkResult result = set_sink_rule(&sink, "a", "x/y");
        const unsigned n_asked = failing_malloc_stop();
        TareDeviceRules rules;
        CHECK(tare_device_rules_read(&rules, sink.paths.devices, NULL) == TARE_OK);
        CHECK(result != TARE_SINK_DONE || rules.n == 1);
        tare_device_rules_clear(&rules);
        if (n_asked >= n)
            continue;
        CHECK(result == TARE_SINK_DONE);
        break;
    }
    tare_sink_close(&sink);
}

static void test_one_watcher_at_a_time(void)
{
    start_anew();
    int mine = -1;
    REQUIRE(tare_watcher_lock(&mine) == TARE_WATCHER_IS_ME && mine >= 0);
    char wanted[32];
    snprintf(wanted, sizeof wanted, "%ld\n", (long)getpid());
    check_content("tare-pipewire-0.watch.lock", wanted);
    CHECK(tare_watcher_start(NULL) == TARE_OK); /* there is one: nothing is started */
    close(mine);
    CHECK(tare_watcher_lock(&mine) == TARE_WATCHER_IS_ME); /* what is left of one is no lock */
    close(mine);
}

static void test_a_lock_needs_a_place(void)
{
    start_anew();
    int lock = 0;
    CHECK(symlink(at_home("elsewhere"), at_home("tare-pipewire-0.watch.lock")) == 0);
    CHECK(tare_watcher_lock(&lock) == TARE_WATCHER_NO_LOCK && lock == -1);
    CHECK(!is_there("elsewhere")); /* links are not followed */
    setenv("XDG_RUNTIME_DIR", "relative", 1);
    lock = 0;
    CHECK(tare_watcher_lock(&lock) == TARE_WATCHER_NO_LOCK && lock == -1);
    tare_watcher_end(); /* there is none to end */
}

static void test_only_a_watcher_is_ended(void)
{
    start_anew();
    int pipe_ends[2];
    REQUIRE(pipe(pipe_ends) == 0);
    const pid_t child = fork();
    if (child == 0) { /* it has the lock, but is no 'tare device watch' */
        int lock = -1;
        const bool has_lock = tare_watcher_lock(&lock) == TARE_WATCHER_IS_ME;
        if (write(pipe_ends[1], has_lock ? "y" : "n", 1) == 1)
            pause();
        _exit(0);
    }
    char answer = 'n';
    CHECK(read(pipe_ends[0], &answer, 1) == 1 && answer == 'y');
    tare_watcher_end();
    int status = 0;
    CHECK(waitpid(child, &status, WNOHANG) == 0);
    kill(child, SIGKILL);
    CHECK(waitpid(child, &status, 0) == child && WIFSIGNALED(status));
    close(pipe_ends[0]);
    close(pipe_ends[1]);
}

int main(void)
{
    if (!make_home())
        return 1;
    RUN(test_the_watcher_comes_with_the_rules_and_stays);
    RUN(test_rules_that_cannot_be_read_stay_as_they_are);
    RUN(test_rules_need_a_folder);
    RUN(test_failed_allocations_of_rules);
    RUN(test_one_watcher_at_a_time);
    RUN(test_a_lock_needs_a_place);
    RUN(test_only_a_watcher_is_ended);
    remove_home();
    return check_done();
}
