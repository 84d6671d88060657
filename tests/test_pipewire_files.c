/* The files of the chain: where they are, what stands in them, and when they are written. */

#include "base/file.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/seen.h"
#include "pipewire/chain/chain_file.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/chain/choice.h"
#include "pipewire/chain/rack.h"
#include "pipewire/chain/start_file.h"

#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_LINE "# Written by Tare: 'tare use' changes this file, and 'tare off'. Do not edit.\n"

static char folder[200]; ///< with blanks in its name

static const char* in_folder(const char* name)
{
    static char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void put(const char* path, const char* text)
{
    FILE* const out = fopen(path, "w");
    REQUIRE(out != NULL);
    fputs(text, out);
    fclose(out);
}

/** What stands in a file, to be freed by the caller. */
static char* content(const char* path)
{
    char* text = NULL;
    size_t length = 0;
    CHECK(tare_file_read(path, 1 << 20, &text, &length, NULL) == TARE_OK);
    return text;
}

static TareChoice some_choice(void)
{
    TareChoice choice = tare_choice_none();
    choice.kind = TARE_CHAIN_LADSPA;
    choice.is_off = false;
    CHECK(tare_choice_set_text(choice.id, "sony-mdr-ex1000/audioreview"));
    CHECK(tare_choice_set_text(choice.name, "Sony \"MDR-EX1000\""));
    choice.controls.set.bands[0].gain_db = -6;
    return choice;
}

static void check_equal(const TareChoice* a, const TareChoice* b)
{
    CHECK(a->kind == b->kind && a->is_off == b->is_off && a->is_default == b->is_default);
    CHECK_STR(a->id, b->id);
    CHECK_STR(a->name, b->name);
    CHECK_STR(a->target, b->target);
    CHECK(tare_controls_equal(&a->controls, &b->controls));
}

static void check_paths(const char* config, const char* home, const char* base)
{
    config ? setenv("XDG_CONFIG_HOME", config, 1) : unsetenv("XDG_CONFIG_HOME");
    home ? setenv("HOME", home, 1) : unsetenv("HOME");
    TareChainPaths paths;
    CHECK(tare_chain_paths_find(&paths) == (base != NULL));
    const char* const found[] = {paths.folder, paths.chain,   paths.trial,   paths.fragments,
                                 paths.start,  paths.devices, paths.settings};
    static const char* const wanted[] = {"/pipewire",
                                         "/pipewire/tare.conf",
                                         "/pipewire/tare-trial.conf",
                                         "/pipewire/pipewire.conf.d",
                                         "/pipewire/pipewire.conf.d/tare.conf",
                                         "/tare/devices.json",
                                         "/tare"};
    for (size_t i = 0; i < sizeof found / sizeof *found; ++i) {
        char path[256];
        snprintf(path, sizeof path, "%s%s", base ? base : "", wanted[i]);
        CHECK_STR(found[i], base ? path : NULL);
    }
    tare_chain_paths_clear(&paths);
    CHECK(!paths.folder && !paths.settings);
}

static void test_paths_follow_the_environment(void)
{
    check_paths("/my config", "/home/me", "/my config");
    check_paths(NULL, "/home/me", "/home/me/.config");
    check_paths("", "/home/me", "/home/me/.config");
    check_paths("not/absolute", "/home/me", "/home/me/.config");
    check_paths("/c", NULL, "/c");
    check_paths(NULL, NULL, NULL);
    check_paths("", "", NULL);
    setenv("HOME", "/home/me", 1);
    for (unsigned n = 1;; ++n) {
        TareChainPaths paths;
        failing_malloc_start(n);
        const bool ok = tare_chain_paths_find(&paths);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(ok == (n_asked < n));
        CHECK(ok || (!paths.folder && !paths.chain && !paths.devices)); /* nothing to clear */
        tare_chain_paths_clear(&paths);
        if (n_asked < n)
            break;
    }
}

static TareStatus write_chain(const TareChoice* choice, const TareReporter* reporter)
{
    TareRack rack;
    CHECK(tare_rack_make(&rack, TARE_CHAIN_LADSPA, &choice->controls, 0) == TARE_RACK_DONE);
    return tare_chain_file_write(in_folder("tare.conf"), choice, &rack, "/a \"b\"/tare.so",
                                 reporter);
}

static void test_the_chain_holds_choice_and_graph(void)
{
    TareChoice choice = some_choice();
    CHECK(tare_choice_set_text(choice.target, "my \"sink\""));
    CHECK(write_chain(&choice, NULL) == TARE_OK);
    char* text = content(in_folder("tare.conf"));
    REQUIRE(text != NULL);
    CHECK(tare_choice_is_ours(text));
    CHECK(strstr(text, "plugin = \"/a \\\"b\\\"/tare.so\" label = \"tare_eq\"\n") != NULL);
    CHECK(strstr(text, " node.name        = \"tare\"\n") && strstr(text, "\"tare.output\"\n"));
    CHECK(strstr(text, " tare.kind        = \"ladspa\"\n") != NULL);
    CHECK(strstr(text, " target.object    = \"my \\\"sink\\\"\"\n") != NULL);
    free(text);
    TareChoice again;
    CHECK(tare_chain_file_read(&again, in_folder("tare.conf"), NULL) == TARE_OK);
    check_equal(&again, &choice);
    choice.target[0] = '\0';
    CHECK(write_chain(&choice, NULL) == TARE_OK);
    text = content(in_folder("tare.conf"));
    CHECK(text && !strstr(text, "target.object") && !strstr(text, "filter.smart"));
    free(text);
    CHECK(tare_choice_set_text(choice.target, "elsewhere")); /* for when it is not smart */
    choice.is_smart = true;
    CHECK(write_chain(&choice, NULL) == TARE_OK);
    text = content(in_folder("tare.conf"));
    CHECK(text && !strstr(text, "target.object") &&
          strstr(text, " filter.smart      = true\n    filter.smart.name = \"tare\"\n"));
    free(text);
    CHECK(tare_chain_file_read(&again, in_folder("tare.conf"), NULL) == TARE_OK);
    CHECK(again.is_smart && strcmp(again.target, "elsewhere") == 0);
}

/** A file that is what it should be is left alone, for those who watch it. */
static void test_the_same_again_is_not_written(void)
{
    TareChoice choice = some_choice();
    struct stat first = {0}, second = {0}, third = {0};
    CHECK(write_chain(&choice, NULL) == TARE_OK && !stat(in_folder("tare.conf"), &first));
    CHECK(write_chain(&choice, NULL) == TARE_OK && !stat(in_folder("tare.conf"), &second));
    CHECK(first.st_ino == second.st_ino && first.st_mtim.tv_nsec == second.st_mtim.tv_nsec &&
          first.st_mtim.tv_sec == second.st_mtim.tv_sec);
    choice.controls.set.bands[0].gain_db += 1;
    CHECK(write_chain(&choice, NULL) == TARE_OK && !stat(in_folder("tare.conf"), &third));
    CHECK(third.st_ino != first.st_ino); /* a new file took its place */
}

static void test_only_own_files_may_be_written(void)
{
    const char* const path = in_folder("any.conf");
    CHECK(tare_chain_file_may_write(path)); /* nothing is there */
    put(path, FIRST_LINE "# damaged");
    CHECK(tare_chain_file_may_write(path));
    static const char* const foreign[] = {"", "# my own\n", ("\n" FIRST_LINE), "# Written by me",
                                          "# Written by Tarek\n"};
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; ++i) {
        put(path, foreign[i]);
        CHECK(!tare_chain_file_may_write(path));
    }
    CHECK(!tare_chain_file_may_write(folder));
    unlink(path);
    CHECK(symlink("/no such/file", path) == 0); /* somebody's, on a disk that is not there now */
    CHECK(!tare_chain_file_may_write(path) && !tare_start_file_may_write(path));
    unlink(path);
}

static void test_what_cannot_be_read(void)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    const TareChoice none = tare_choice_none();
    TareChoice choice = some_choice();
    CHECK(tare_chain_file_read(&choice, in_folder("no such"), &reporter) == TARE_NOT_FOUND);
    check_equal(&choice, &none);
    CHECK(seen.n == 0);
    CHECK(tare_chain_file_read(&choice, folder, &reporter) == TARE_BAD_INPUT && seen.n == 1);
    put(in_folder("any.conf"), "# my own\n");
    CHECK(tare_chain_file_read(&choice, in_folder("any.conf"), &reporter) == TARE_BAD_INPUT);
    CHECK(seen.n == 2 && strstr(seen.last, "any.conf:1:1: "));
    unlink(in_folder("any.conf"));
}

static char* copy_of(const char* text)
{
    return text ? strdup(text) : NULL;
}

static void check_start(const char* watcher, const char* lv2_path, const char* wanted)
{
    static const char head[] =
        "# Written by Tare: makes PipeWire start the sink of 'tare use' with each session.\n"
        "# 'tare uninstall --pipewire' removes it.\n"
        "context.exec = [\n";
    char all[1024];
    snprintf(all, sizeof all, "%s%s]\n", head, wanted);
    TareStartFile start = {.watcher = copy_of(watcher), .lv2_path = copy_of(lv2_path)};
    TareStartFile read;
    CHECK(tare_start_file_write(in_folder("start.conf"), &start, NULL) == TARE_OK);
    char* const text = content(in_folder("start.conf"));
    CHECK_STR(text, all);
    free(text);
    CHECK(tare_start_file_read(&read, in_folder("start.conf")));
    CHECK_STR(read.watcher, watcher);
    CHECK_STR(read.lv2_path, lv2_path);
    CHECK(tare_start_file_may_write(in_folder("start.conf")));
    CHECK(!tare_chain_file_may_write(in_folder("start.conf"))); /* it is no chain */
    tare_start_file_clear(&start);
    tare_start_file_clear(&read);
}

static void test_start_fragments_to_the_letter(void)
{
    TareStartFile none;
    CHECK(tare_start_file_read(&none, in_folder("start.conf"))); /* it is not there yet */
    CHECK(!none.watcher && !none.lv2_path);
    check_start(NULL, NULL, "    { path = \"pipewire\" args = \"-c tare.conf\" }\n");
    check_start("/bin/tare", NULL,
                "    { path = \"pipewire\" args = \"-c tare.conf\" }\n"
                "    { path = \"/bin/tare\" args = \"device watch\" }\n");
    check_start(NULL, "/a:/b/lv2",
                "    { path = \"env\" args = \"LV2_PATH=/a:/b/lv2 pipewire -c tare.conf\" }\n");
    check_start("/caf\xC3\xA9/tare", "/a",
                "    { path = \"env\" args = \"LV2_PATH=/a pipewire -c tare.conf\" }\n"
                "    { path = \"/caf\xC3\xA9/tare\" args = \"device watch\" }\n");
}

static void test_paths_that_cannot_stand_in_a_fragment(void)
{
    static const char* const bad[] = {"/my  bin/t", "/a\tb", "/a\nb", "/a\"b", "/a\\b"};
    for (size_t i = 0; i < 2 * sizeof bad / sizeof *bad; ++i) {
        const char* const path = bad[i / 2];
        TareStartFile start = {.watcher = copy_of(i % 2 ? path : "/bin/tare"),
                               .lv2_path = copy_of(i % 2 ? NULL : path)};
        CHECK(!tare_start_file_can_path(path) && tare_start_file_can_path("/bin/tare"));
        Seen seen = {0};
        const TareReporter reporter = seen_reporter(&seen);
        CHECK(tare_start_file_write(in_folder("no.conf"), &start, &reporter) == TARE_BAD_INPUT);
        CHECK(seen.n == 1 && strstr(seen.last, path) && strstr(seen.last, "; expected "));
        CHECK(access(in_folder("no.conf"), F_OK) != 0);
        tare_start_file_clear(&start);
    }
}

/** Without a chain nothing but the watcher is started, and the file holds nothing but the choice.
 */
static void test_a_correction_in_an_outputs_node(void)
{
    const TareStartFile start = {.watcher = "/bin/tare", .lv2_path = "/lv2", .is_alone = true};
    TareChoice choice = some_choice(), again;
    choice.is_inside = true;
    CHECK(tare_start_file_write(in_folder("start.conf"), &start, NULL) == TARE_OK);
    char* const text = content(in_folder("start.conf"));
    CHECK(strstr(text, "\"/bin/tare\" args") && !strstr(text, "-c tare.conf"));
    free(text);
    CHECK(write_chain(&choice, NULL) == TARE_OK);
    char* const chain = content(in_folder("tare.conf"));
    CHECK(!strstr(chain, "context.modules"));
    free(chain);
    CHECK(tare_chain_file_read(&again, in_folder("tare.conf"), NULL) == TARE_OK && again.is_inside);
}

static void test_single_blanks_in_the_path_of_the_watcher(void)
{
    CHECK(tare_start_file_can_watch("/my bin/t") && !tare_start_file_can_path("/my bin/t"));
    check_start("/my bin/tare", NULL,
                "    { path = \"pipewire\" args = \"-c tare.conf\" }\n"
                "    { path = \"/my bin/tare\" args = \"device watch\" }\n");
}

/** A limit of the size of files does what a full disk does. */
static void test_a_full_disk_leaves_the_old_file(void)
{
    TareChoice choice = some_choice();
    CHECK(write_chain(&choice, NULL) == TARE_OK);
    const TareStartFile old = {0}, new = {.watcher = "/bin/tare"};
    CHECK(tare_start_file_write(in_folder("start.conf"), &old, NULL) == TARE_OK);
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    struct rlimit limit;
    REQUIRE(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    const struct rlimit small = {100, limit.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    choice.is_off = true;
    const TareStatus chain = write_chain(&choice, &reporter);
    const TareStatus start = tare_start_file_write(in_folder("start.conf"), &new, &reporter);
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    CHECK(chain == TARE_IO_ERROR && start == TARE_IO_ERROR && seen.n == 2);
    CHECK(strstr(seen.last, "cannot be written") != NULL);
    TareChoice again;
    CHECK(tare_chain_file_read(&again, in_folder("tare.conf"), NULL) == TARE_OK && !again.is_off);
    TareStartFile none;
    CHECK(tare_start_file_read(&none, in_folder("start.conf")) && !none.watcher);
}

static void test_failed_allocations(void)
{
    TareChoice choice = some_choice(), again;
    char watcher[] = "/bin/tare", lv2_path[] = "/lv2";
    const TareStartFile start = {.watcher = watcher, .lv2_path = lv2_path};
    for (unsigned n = 1;; ++n) {
        choice.is_off = !choice.is_off; /* so that there is something to write */
        failing_malloc_start(n);
        const TareStatus chain = write_chain(&choice, NULL);
        const TareStatus fragment = tare_start_file_write(in_folder("start.conf"), &start, NULL);
        const TareStatus read = tare_chain_file_read(&again, in_folder("tare.conf"), NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(n_asked >= n || (chain == TARE_OK && fragment == TARE_OK && read == TARE_OK));
        CHECK(read == TARE_OK || read == TARE_NO_MEMORY);
        CHECK(tare_chain_file_read(&again, in_folder("tare.conf"), NULL) == TARE_OK); /* whole */
        CHECK(chain != TARE_OK || again.is_off == choice.is_off);
        if (n_asked < n)
            break;
    }
}

static void remove_folder(void)
{
    DIR* const dir = opendir(folder);
    for (struct dirent* entry; dir && (entry = readdir(dir));)
        unlink(in_folder(entry->d_name));
    if (dir)
        closedir(dir);
    rmdir(folder);
}

int main(void)
{
    const char* const tmp = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/tare test chain XXXXXX", tmp ? tmp : "/tmp");
    if (!mkdtemp(folder))
        return 1;
    RUN(test_paths_follow_the_environment);
    RUN(test_the_chain_holds_choice_and_graph);
    RUN(test_the_same_again_is_not_written);
    RUN(test_only_own_files_may_be_written);
    RUN(test_what_cannot_be_read);
    RUN(test_start_fragments_to_the_letter);
    RUN(test_paths_that_cannot_stand_in_a_fragment);
    RUN(test_a_correction_in_an_outputs_node);
    RUN(test_single_blanks_in_the_path_of_the_watcher);
    RUN(test_a_full_disk_leaves_the_old_file);
    RUN(test_failed_allocations);
    remove_folder();
    return check_done();
}
