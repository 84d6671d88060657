/* A process that puts things right when another one is killed: here it writes a file. */

#include "base/guard.h"
#include "helpers/check.h"
#include "helpers/scratch.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 20000, TURN_MS = 5 };

/** What a process told its guard: many bytes, so that they may come in pieces. */
typedef struct {
    char path[512];
    char filling[200000];
    char word[16];
} Told;

static Told told;

static void restore(void* data)
{
    const Told* const what = data;
    FILE* const out = fopen(what->path, "w");
    if (!out)
        return;
    fputs(what->word, out);
    fclose(out);
}

/** Has a process tell words to its guard and then die by a signal or, for 0, end the guard first.
 */
static void tell_and_end(const char* const words[], int deadly)
{
    snprintf(told.path, sizeof told.path, "%s", scratch_path("restored"));
    unlink(told.path);
    const pid_t process = fork();
    if (process == 0) {
        TareGuard guard;
        bool ok = tare_guard_start(&guard, sizeof told, restore);
        for (; ok && *words; ++words) {
            snprintf(told.word, sizeof told.word, "%s", *words);
            ok = tare_guard_tell(&guard, &told);
        }
        if (ok && deadly != 0) {
            signal(deadly, SIG_DFL); /* a program in the background of a script ignores some */
            raise(deadly);
        }
        tare_guard_end(&guard);
        tare_guard_end(&guard); /* does nothing */
        _exit(ok ? 0 : 1);
    }
    int status = 1;
    CHECK(waitpid(process, &status, 0) == process);
    CHECK(deadly == 0 ? status == 0 : WIFSIGNALED(status) && WTERMSIG(status) == deadly);
}

/** Whether the guard writes a word before so many milliseconds have passed. */
static bool comes(const char* word, unsigned patience_ms)
{
    for (unsigned i = 0; i < patience_ms / TURN_MS; ++i) {
        const char* const text = access(told.path, F_OK) == 0 ? scratch_read("restored") : "";
        if (strcmp(text, word) == 0)
            return true;
        nanosleep(&(struct timespec){0, TURN_MS * 1000000L}, NULL);
    }
    return false;
}

static void test_the_last_word_counts_when_it_is_killed(void)
{
    static const int signals[] = {SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGSEGV};
    static const char* const words[] = {"first", "last", NULL};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; ++i) {
        tell_and_end(words, signals[i]);
        CHECK(comes("last", PATIENCE_MS));
    }
}

static void test_nothing_is_restored_that_need_not_be(void)
{
    static const char* const words[] = {"word", NULL};
    static const char* const nothing[] = {NULL};
    tell_and_end(words, 0);
    CHECK(!comes("word", 200));
    tell_and_end(nothing, SIGKILL);
    CHECK(!comes("word", 200) && access(told.path, F_OK) != 0);
}

static void test_a_guard_that_is_gone_is_noticed(void)
{
    TareGuard guard;
    REQUIRE(tare_guard_start(&guard, sizeof told, restore));
    kill(guard.process, SIGTERM);
    CHECK(tare_guard_tell(&guard, &told));
    kill(guard.process, SIGKILL);
    bool is_noticed = false;
    for (unsigned i = 0; i < 1000 && !is_noticed; ++i)
        is_noticed = !tare_guard_tell(&guard, &told);
    CHECK(is_noticed);
    tare_guard_end(&guard);
    CHECK(waitpid(guard.process, NULL, WNOHANG) == -1 && errno == ECHILD);
}

int main(void)
{
    RUN(test_the_last_word_counts_when_it_is_killed);
    RUN(test_nothing_is_restored_that_need_not_be);
    RUN(test_a_guard_that_is_gone_is_noticed);
    scratch_remove();
    return check_done();
}
