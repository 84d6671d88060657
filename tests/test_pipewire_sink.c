/* The sink Tare without a PipeWire: which one is meant, what is chosen, its files. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/seen.h"
#include "helpers/sink_home.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/client.h"
#include "pipewire/live/remote.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"
#include "pipewire/live/sink_files.h"
#include "pipewire/live/sink_rules.h"
#include "pipewire/session/device_rules.h"

#include <math.h>

/* Which PipeWire */

typedef struct {
    const char *remote, *folder, *xdg;
} Environment;

static const char* look_up(const void* environment, const char* name)
{
    const Environment* const e = environment;
    return strcmp(name, "PIPEWIRE_REMOTE") == 0        ? e->remote
           : strcmp(name, "PIPEWIRE_RUNTIME_DIR") == 0 ? e->folder
           : strcmp(name, "XDG_RUNTIME_DIR") == 0      ? e->xdg
                                                       : "?";
}

static void test_the_socket_follows_the_environment(void)
{
    static const struct {
        Environment environment;
        const char* path; ///< NULL: none
    } cases[] = {
        {{NULL, NULL, "/run/1"}, "/run/1/pipewire-0"},
        {{"", "", "/run/1"}, "/run/1/pipewire-0"},
        {{"other", NULL, "/run/1"}, "/run/1/other"},
        {{"other", "/pw", "/run/1"}, "/pw/other"},
        {{NULL, "/pw", NULL}, "/pw/pipewire-0"},
        {{"/a/socket", NULL, NULL}, "/a/socket"},
        {{"/a/socket", "/pw", "/run/1"}, "/a/socket"},
        {{NULL, NULL, NULL}, NULL},
        {{"other", NULL, ""}, NULL},
        {{NULL, "relative", "/run/1"}, NULL}, /* the first that is set counts */
        {{NULL, NULL, "relative"}, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        char path[TARE_REMOTE_PATH] = "";
        CHECK(tare_remote_socket(path, look_up, &cases[i].environment) == (cases[i].path != NULL));
        if (cases[i].path)
            CHECK_STR(path, cases[i].path);
    }
}

static void test_paths_of_sockets_have_a_longest(void)
{
    char folder[TARE_REMOTE_PATH];
    memset(folder, 'a', sizeof folder);
    folder[0] = '/';
    for (size_t length = TARE_REMOTE_PATH - 4; length < TARE_REMOTE_PATH; ++length) {
        char path[TARE_REMOTE_PATH];
        folder[length] = '\0';
        const Environment in_folder = {"x", folder, NULL};
        CHECK(tare_remote_socket(path, look_up, &in_folder) == (length + 2 < TARE_REMOTE_PATH));
        const Environment whole = {folder, NULL, NULL};
        CHECK(tare_remote_socket(path, look_up, &whole));
        CHECK_STR(path, folder);
        folder[length] = 'a';
    }
}

static void test_files_beside_the_socket(void)
{
    start_anew();
    char* path = tare_remote_file("log");
    CHECK_STR(path, at_home("tare-pipewire-0.log"));
    free(path);
    setenv("PIPEWIRE_REMOTE", "/a/b c/other", 1);
    path = tare_remote_file("watch.lock");
    CHECK_STR(path, "/a/b c/tare-other.watch.lock");
    free(path);
    setenv("PIPEWIRE_REMOTE", "/other", 1);
    path = tare_remote_file("x");
    CHECK_STR(path, "/tare-other.x");
    free(path);
    failing_malloc_start(1);
    path = tare_remote_file("x");
    CHECK(failing_malloc_stop() > 0 && !path);
    unsetenv("PIPEWIRE_REMOTE");
    unsetenv("XDG_RUNTIME_DIR");
    CHECK(!tare_remote_file("x"));
}

/* The log of a client */

static void check_last_error(const char* log, size_t size, const char* wanted)
{
    char line[200] = "before";
    put(at_home("log"), log);
    tare_client_last_error(at_home("log"), line, size);
    CHECK_STR(line, wanted);
}

static void test_the_last_error_of_a_client(void)
{
    start_anew();
    check_last_error("", 200, "");
    check_last_error("[W][1] mod | [x.c: 5 f()] a warning\n", 200, "");
    check_last_error("[E][1] mod | [x.c: 5 f()] the first\n[E][2] mod | [y.c: 6 g()] the last\n"
                     "[W][3] mod | [x.c: 5 f()] a warning\n",
                     200, "the last");
    check_last_error("[E][1] mod | [x.c: 5 f()] no line end", 200, "no line end");
    check_last_error("[E][1] mod | [x.c: 5 f()] two )] of them\n", 200, "two )] of them");
    check_last_error("[E][1] without its place\n[W] mod | [x.c: 5 f()] of another line\n", 200, "");
    check_last_error(" [E][1] mod | [x.c: 5 f()] not at the beginning\n", 200, "");
    check_last_error("[E][1] mod | [x.c: 5 f()] cut off\n", 4, "cut");
    char line[20] = "before";
    tare_client_last_error(at_home("missing"), line, sizeof line);
    CHECK_STR(line, "");
}

/* What is chosen */

static void test_texts_of_a_choice_must_fit(void)
{
    TareSink sink = {.choice = tare_choice_none()};
    const TareControls controls = tare_rack_flat();
    const TareTaste own = tare_taste_none();
    char text[TARE_SINK_CHOICE_NAME + 1];
    memset(text, 'a', sizeof text);
    text[TARE_SINK_CHOICE_NAME - 1] = '\0';
    CHECK(tare_sink_choice_set(&sink, &controls, &own, text, text, text) && !sink.choice.is_off);
    CHECK_STR(sink.choice.file, text);
    text[TARE_SINK_CHOICE_NAME - 1] = 'a';
    text[TARE_SINK_CHOICE_NAME] = '\0';
    CHECK(!tare_sink_choice_set(&sink, &controls, &own, text, "b", "c"));
    CHECK(!tare_sink_choice_set(&sink, &controls, &own, "a", text, "c"));
    CHECK(!tare_sink_choice_set(&sink, &controls, &own, "a", "b", text));
}

static void test_kinds_and_places_are_chosen_by_their_names(void)
{
    TareSink sink = {.choice = tare_choice_none()};
    CHECK(tare_sink_choice_set_kind(&sink, "builtin") && sink.choice.kind == TARE_CHAIN_BUILTIN);
    CHECK(!tare_sink_choice_set_kind(&sink, "lv3") && !tare_sink_choice_set_kind(&sink, ""));
    CHECK(tare_sink_choice_find_place("own") == TARE_SINK_OWN);
    CHECK(tare_sink_choice_find_place("Smart") == TARE_SINK_N_PLACES);
    tare_sink_choice_set_place(&sink, tare_sink_choice_find_place("smart"));
    CHECK(sink.choice.is_smart);
    tare_sink_choice_set_place(&sink, TARE_SINK_OWN);
    CHECK(!sink.choice.is_smart);
}

static void test_switching_keeps_the_choice(void)
{
    static const TareSinkSwitch switches[] = {TARE_SINK_PLAIN, TARE_SINK_COMPARED,
                                              TARE_SINK_CORRECTED, TARE_SINK_COMPARED,
                                              TARE_SINK_PLAIN};
    TareSink sink = {.choice = tare_choice_none()};
    sink.choice.controls.bass_db = 3.0;
    CHECK(tare_sink_choice_switch_of(&sink) == TARE_SINK_CORRECTED);
    CHECK(!tare_sink_choice_switch(&sink, TARE_SINK_PLAIN));
    sink.has_choice = true;
    for (size_t i = 0; i < sizeof switches / sizeof switches[0]; ++i) {
        CHECK(tare_sink_choice_switch(&sink, switches[i]));
        CHECK(tare_sink_choice_switch_of(&sink) == switches[i]);
        const TareControls heard = tare_choice_switched(&sink.choice, &sink.choice.controls);
        CHECK(heard.enabled == (switches[i] != TARE_SINK_PLAIN));
        CHECK(heard.is_comparing == (switches[i] == TARE_SINK_COMPARED));
        CHECK(heard.bass_db == 3.0 && sink.choice.controls.bass_db == 3.0);
    }
    const TareControls controls = tare_rack_flat();
    const TareTaste own = tare_taste_none();
    CHECK(tare_sink_choice_set(&sink, &controls, &own, "a", "b", ""));
    CHECK(tare_sink_choice_switch_of(&sink) == TARE_SINK_CORRECTED);
}

static void test_another_taste_counts_more_than_that_of_the_choice(void)
{
    TareSink sink = {.choice = tare_choice_none()};
    TareControls controls = tare_rack_flat();
    TareTaste own = tare_taste_none();
    controls.bass_db = own.bass_db = 5.0;
    controls.treble_db = own.treble_db = -2.0;
    CHECK(tare_sink_choice_set(&sink, &controls, &own, "a", "b", ""));
    TareTaste said = tare_taste_none();
    said.bass_db = 3.0;
    said.strength_percent = 80.0;
    tare_sink_choice_set_taste(&sink, &said);
    const TareTaste now = tare_taste_of(&sink.choice.controls);
    CHECK(now.bass_db == 3.0 && now.treble_db == -2.0 && now.strength_percent == 80.0);
    CHECK(isnan(sink.choice.own.bass_db) && sink.choice.own.treble_db == -2.0);
}

/** A kind without bass, treble and tilt leaves out what lasts, and refuses what was asked for. */
static void test_a_taste_that_a_kind_does_not_have(void)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareSink sink = {.choice = tare_choice_none(), .reporter = &reporter};
    static TareRack rack;
    sink.choice.kind = TARE_CHAIN_BUILTIN;
    sink.choice.controls.bass_db = 3.0;
    CHECK(tare_sink_make_rack(&sink, 48000, &rack) == TARE_SINK_DONE && seen.n == 1);
    CHECK(strstr(seen.last, "has no bass, treble and tilt") && seen.severity == TARE_NOTE);
    sink.choice.own.bass_db = 3.0;
    CHECK(tare_sink_make_rack(&sink, 48000, &rack) == TARE_SINK_NO_TONE && seen.n == 1);
    sink.choice.kind = TARE_CHAIN_LV2;
    CHECK(tare_sink_make_rack(&sink, 48000, &rack) == TARE_SINK_DONE && seen.n == 1);
}

/* Files */

static void test_only_who_makes_it_makes_folders(void)
{
    start_anew();
    for (int access = TARE_SINK_LOOK; access <= TARE_SINK_MAKE; ++access) {
        TareSink sink;
        CHECK(tare_sink_open(&sink, (TareSinkAccess)access, NULL) == TARE_SINK_DONE);
        CHECK(!sink.has_choice && !sink.choice.is_off);
        CHECK((sink.lock >= 0) == (access == TARE_SINK_MAKE));
        CHECK(is_there("config/pipewire/pipewire.conf.d") == (access == TARE_SINK_MAKE));
        tare_sink_close(&sink);
        CHECK(sink.lock == -1 && !sink.paths.chain);
    }
}

static void test_it_cannot_be_opened_without_a_place(void)
{
    start_anew();
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareSink sink;
    put(at_home("config"), "a file where a folder shall be");
    CHECK(tare_sink_open(&sink, TARE_SINK_MAKE, &reporter) == TARE_SINK_FAILED);
    char wanted[300];
    snprintf(wanted, sizeof wanted,
             "(null):0:0: %s/config/pipewire: folder cannot be made: Not a directory", home);
    CHECK(seen.n == 1 && strstr(seen.last, strchr(wanted, '/')) != NULL);
    tare_sink_close(&sink);
    unsetenv("XDG_CONFIG_HOME");
    setenv("HOME", "relative", 1);
    CHECK(tare_sink_open(&sink, TARE_SINK_LOOK, &reporter) == TARE_SINK_NO_HOME && seen.n == 1);
    tare_sink_close(&sink);
}

static void test_what_is_not_ours_is_named(void)
{
    static const char* const names[] = {"tare.conf", "tare-trial.conf",
                                        "pipewire.conf.d/tare.conf"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
        start_anew();
        TareSink sink;
        CHECK(tare_sink_open(&sink, TARE_SINK_MAKE, NULL) == TARE_SINK_DONE);
        tare_sink_close(&sink);
        char name[100];
        snprintf(name, sizeof name, "config/pipewire/%s", names[i]);
        put(at_home(name), "# mine\n");
        CHECK(tare_sink_open(&sink, TARE_SINK_LOOK, NULL) == TARE_SINK_NOT_OURS);
        CHECK_STR(sink.in_the_way, at_home(name));
        tare_sink_close(&sink);
        check_content(name, "# mine\n");
    }
}

static void test_a_choice_is_there_the_next_time(void)
{
    start_anew();
    TareSink sink;
    static TareRack rack;
    REQUIRE(tare_sink_open(&sink, TARE_SINK_MAKE, NULL) == TARE_SINK_DONE);
    const TareControls flat = tare_rack_flat();
    const TareTaste own = tare_taste_none();
    CHECK(tare_sink_choice_set(&sink, &flat, &own, "a/b", "A \"B\"", ""));
    CHECK(tare_sink_choice_set_kind(&sink, "builtin"));
    CHECK(tare_sink_make_rack(&sink, 44100, &rack) == TARE_SINK_DONE);
    CHECK(tare_sink_files_write_chain(&sink, &rack, sink.paths.chain) == TARE_SINK_DONE);
    tare_sink_close(&sink);
    CHECK(tare_sink_open(&sink, TARE_SINK_LOOK, NULL) == TARE_SINK_DONE && sink.has_choice);
    CHECK_STR(sink.choice.name, "A \"B\"");
    CHECK(sink.choice.kind == TARE_CHAIN_BUILTIN && sink.choice.rate_hz == 44100);
    tare_sink_close(&sink);
    put(at_home("config/pipewire/tare.conf"), "# Written by Tare: 'tare use' changes this file, "
                                              "and 'tare off'. Do not edit.\n# {]\n");
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    CHECK(tare_sink_open(&sink, TARE_SINK_LOOK, &reporter) == TARE_SINK_DONE && !sink.has_choice);
    CHECK(seen.n == 1 && strstr(seen.last, "tare.conf:2:") != NULL);
    tare_sink_close(&sink);
}

static void note_path(void* data, const char* path)
{
    char* const all = data;
    snprintf(all + strlen(all), 600 - strlen(all), "%s\n", path + strlen(home) + 1);
}

static void test_all_that_is_ours_goes(void)
{
    start_anew();
    char removed[600] = "";
    TareSink sink;
    REQUIRE(tare_sink_open(&sink, TARE_SINK_MAKE, NULL) == TARE_SINK_DONE);
    const TareDeviceRule rule = tare_device_rule("Headphones", "a/b");
    CHECK(tare_sink_rules_set(&sink, &rule) == TARE_SINK_DONE);
    put(at_home("config/pipewire/tare.conf"), "x");
    put(at_home("tare-pipewire-0.log"), "x");
    put(at_home("linked"), "x");
    CHECK(symlink(at_home("linked"), at_home("config/pipewire/tare-trial.conf")) == 0);
    put(at_home("config/tare/mine"), "x");
    const TareTaste taste = {.bass_db = 3.0};
    CHECK(tare_sink_set_taste(&sink, &taste) == TARE_SINK_DONE);
    CHECK(tare_sink_files_remove(&sink, note_path, removed) == TARE_SINK_DONE);
    CHECK_STR(removed, "config/pipewire/pipewire.conf.d/tare.conf\n"
                       "config/pipewire/tare-trial.conf\nconfig/pipewire/tare.conf\n"
                       "config/tare/devices.json\nconfig/tare/taste.json\ntare-pipewire-0.log\n");
    CHECK(!is_there("config/pipewire") && !is_there("linked")); /* what a link leads to as well */
    CHECK(is_there("config/tare/mine"));                        /* and its folder */
    removed[0] = '\0';
    CHECK(tare_sink_files_remove(&sink, note_path, removed) == TARE_SINK_DONE);
    CHECK_STR(removed, "");
    tare_sink_close(&sink);
}

static void test_what_cannot_be_removed_is_told(void)
{
    start_anew();
    char removed[600] = "";
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareSink sink;
    REQUIRE(tare_sink_open(&sink, TARE_SINK_MAKE, &reporter) == TARE_SINK_DONE);
    CHECK(mkdir(sink.paths.chain, 0700) == 0);
    put(sink.paths.trial, "x");
    CHECK(tare_sink_files_remove(&sink, note_path, removed) == TARE_SINK_FAILED);
    CHECK(seen.n == 1 && strstr(seen.last, "/tare.conf cannot be removed: ") != NULL);
    CHECK_STR(removed, "config/pipewire/tare-trial.conf\n"); /* the others go all the same */
    tare_sink_close(&sink);
}

int main(void)
{
    if (!make_home())
        return 1;
    RUN(test_the_socket_follows_the_environment);
    RUN(test_paths_of_sockets_have_a_longest);
    RUN(test_files_beside_the_socket);
    RUN(test_the_last_error_of_a_client);
    RUN(test_texts_of_a_choice_must_fit);
    RUN(test_kinds_and_places_are_chosen_by_their_names);
    RUN(test_switching_keeps_the_choice);
    RUN(test_another_taste_counts_more_than_that_of_the_choice);
    RUN(test_a_taste_that_a_kind_does_not_have);
    RUN(test_only_who_makes_it_makes_folders);
    RUN(test_it_cannot_be_opened_without_a_place);
    RUN(test_what_is_not_ours_is_named);
    RUN(test_a_choice_is_there_the_next_time);
    RUN(test_all_that_is_ours_goes);
    RUN(test_what_cannot_be_removed_is_told);
    remove_home();
    return check_done();
}
