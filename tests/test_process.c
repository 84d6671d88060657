/* Programs that go on, found again by what they run: a shell here, which waits for a letter. */

#include "base/process.h"
#include "helpers/check.h"
#include "helpers/scratch.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char program[32]; ///< a name that no other process has
static char shell[512];  ///< a link to /bin/sh of that name

static const char* const known[] = {"first-word", "last word", NULL};
static const TareProcessKind kind = {program, known};

static void pause_ms(long ms)
{
    nanosleep(&(struct timespec){0, ms * 1000000}, NULL);
}

/** Starts a shell that waits; its last argument is `last`. */
static pid_t start_sleeper(const char* script, const char* last)
{
    char* const pipe = (char*)scratch_path("pipe");
    char* const arguments[] = {shell, "-c", (char*)script, pipe, (char*)last, NULL};
    return tare_process_start(arguments, NULL);
}

/** Waits without a child, which for a moment would be a second process of the same kind. */
static const char* const patient = "read x <>\"$0\"";

static bool is_ours(const void* environment)
{
    const char* const mark = tare_process_variable(environment, "TARE_TEST_MARK");
    return mark && strcmp(mark, "this one") == 0;
}

static bool is_anybody(const void* environment)
{
    (void)environment;
    return true;
}

static void test_a_program_runs_with_nothing_open_in_the_root_folder(void)
{
    char* const arguments[] = {"sh", "-c",
                               "pwd; read x || echo no input; ls /proc/$$/fd; "
                               "echo oops >&2; exit 0",
                               NULL};
    const int extra = dup(STDOUT_FILENO);
    const pid_t process = tare_process_start(arguments, scratch_path("log"));
    REQUIRE(process > 0);
    CHECK(getsid(process) == process);
    CHECK(waitpid(process, NULL, 0) == process);
    CHECK_STR(scratch_read("log"), "/\nno input\n0\n1\n2\noops\n");
    struct stat status;
    CHECK(stat(scratch_path("log"), &status) == 0 && (status.st_mode & 0777) == 0600);
    close(extra);
}

static void test_an_old_log_is_emptied_but_no_link_followed(void)
{
    CHECK(scratch_write("old-log", "a long line of an earlier time\n"));
    CHECK(scratch_write("target", "safe") && symlink("target", scratch_path("linked-log")) == 0);
    char* const arguments[] = {"echo", "new", NULL};
    const pid_t to_old = tare_process_start(arguments, scratch_path("old-log"));
    const pid_t to_link = tare_process_start(arguments, scratch_path("linked-log"));
    CHECK(waitpid(to_old, NULL, 0) == to_old && waitpid(to_link, NULL, 0) == to_link);
    CHECK_STR(scratch_read("old-log"), "new\n");
    CHECK_STR(scratch_read("target"), "safe");
}

static void test_a_program_that_cannot_start_is_told_by_errno(void)
{
    char* const missing[] = {"/no/such/program", NULL};
    errno = 0;
    CHECK(tare_process_start(missing, NULL) == -1 && errno == ENOENT);
    CHECK(scratch_write("no-program", "text"));
    char* const plain[] = {(char*)scratch_path("no-program"), NULL};
    CHECK(tare_process_start(plain, NULL) == -1 && errno == EACCES);
    CHECK(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD); /* nothing is left behind */
}

static void test_the_end_of_a_program_is_seen_once(void)
{
    const pid_t process = start_sleeper("exit 0", "first-word");
    REQUIRE(process > 0);
    bool has_ended = false;
    for (unsigned i = 0; i < 500 && !has_ended; ++i, pause_ms(10))
        has_ended = tare_process_has_ended(process);
    CHECK(has_ended);
    CHECK(!tare_process_has_ended(process));
    CHECK(!tare_process_has_ended(getppid())); /* not started here */
}

static void test_variables_are_found_by_their_whole_names(void)
{
    static const char environment[] = "HOME=/h\0HOMES=x\0EMPTY=\0PLAIN\0A=b=c\0";
    CHECK_STR(tare_process_variable(environment, "HOME"), "/h");
    CHECK_STR(tare_process_variable(environment, "HOMES"), "x");
    CHECK_STR(tare_process_variable(environment, "EMPTY"), "");
    CHECK_STR(tare_process_variable(environment, "A"), "b=c");
    CHECK_STR(tare_process_variable(environment, "PLAIN"), NULL);
    CHECK_STR(tare_process_variable(environment, "HOM"), NULL);
    CHECK_STR(tare_process_variable("\0", "HOME"), NULL);
}

static void test_processes_are_found_by_program_last_word_and_environment(void)
{
    CHECK(tare_process_next(0, &kind, is_anybody) == 0);
    setenv("TARE_TEST_MARK", "this one", 1);
    const pid_t ours = start_sleeper(patient, "last word");
    setenv("TARE_TEST_MARK", "another", 1);
    const pid_t marked_otherwise = start_sleeper(patient, "first-word");
    unsetenv("TARE_TEST_MARK");
    const pid_t other_word = start_sleeper(patient, "other word");
    CHECK(tare_process_next(0, &kind, is_ours) == ours);
    CHECK(tare_process_next(ours, &kind, is_ours) == 0);
    CHECK(tare_process_next(ours - 1, &kind, is_anybody) == ours);
    CHECK(tare_process_next(ours, &kind, is_anybody) == marked_otherwise);
    CHECK(tare_process_next(marked_otherwise, &kind, is_anybody) == 0);
    CHECK(!tare_process_end(other_word, &kind)); /* runs something else */
    CHECK(kill(other_word, 0) == 0);
    CHECK(tare_process_end(ours, &kind) && tare_process_end(marked_otherwise, &kind));
    CHECK(tare_process_next(0, &kind, is_anybody) == 0);
    CHECK(kill(other_word, SIGKILL) == 0 && waitpid(other_word, NULL, 0) == other_word);
}

static void test_names_must_be_whole_and_a_last_word_be_there(void)
{
    char beginning[32];
    snprintf(beginning, sizeof beginning, "%.*s", (int)strlen(program) - 1, program);
    const TareProcessKind shorter = {beginning, known};
    const char* const programs[] = {shell, NULL};
    const TareProcessKind by_itself = {program, programs};
    const pid_t process = start_sleeper(patient, "first-word");
    REQUIRE(process > 0);
    CHECK(!tare_process_end(process, &shorter) && !tare_process_end(process, &by_itself));
    CHECK(tare_process_end(process, &kind));
    CHECK(!tare_process_end(process, &kind)); /* it is gone */
}

static void test_what_will_not_end_is_ended_by_force(void)
{
    const pid_t process = start_sleeper("trap '' TERM; read x <>\"$0\"", "first-word");
    REQUIRE(process > 0);
    pause_ms(100); /* for the trap to be set */
    CHECK(tare_process_end(process, &kind));
    CHECK(kill(process, 0) == -1 && errno == ESRCH);
}

static void test_all_and_the_first_process_are_never_ended(void)
{
    CHECK(!tare_process_end(-1, &kind) && !tare_process_end(0, &kind));
    CHECK(!tare_process_end(1, &kind));
}

/** By the start, which is known to 10 ms. */
static void test_who_is_older(void)
{
    pause_ms(30);
    const pid_t sleeper = start_sleeper(patient, "last word");
    REQUIRE(sleeper > 0);
    CHECK(tare_process_is_older(1) && tare_process_is_older(getppid()));
    CHECK(!tare_process_is_older(sleeper) && !tare_process_is_older(getpid()));
    CHECK(tare_process_end(sleeper, &kind) && !tare_process_is_older(sleeper));
    pause_ms(30);
    const pid_t child = fork();
    if (child == 0)
        _exit(tare_process_is_older(getppid()) ? 0 : 1);
    int status = 1;
    CHECK(waitpid(child, &status, 0) == child && status == 0);
}

int main(void)
{
    if (!scratch_make())
        return 1;
    snprintf(program, sizeof program, "tare-sleeper-%ld", (long)getpid());
    snprintf(shell, sizeof shell, "%s", scratch_path(program));
    if (symlink("/bin/sh", shell) != 0 || mkfifo(scratch_path("pipe"), 0600) != 0)
        return 1;
    RUN(test_a_program_runs_with_nothing_open_in_the_root_folder);
    RUN(test_an_old_log_is_emptied_but_no_link_followed);
    RUN(test_a_program_that_cannot_start_is_told_by_errno);
    RUN(test_the_end_of_a_program_is_seen_once);
    RUN(test_variables_are_found_by_their_whole_names);
    RUN(test_processes_are_found_by_program_last_word_and_environment);
    RUN(test_names_must_be_whole_and_a_last_word_be_there);
    RUN(test_who_is_older);
    RUN(test_what_will_not_end_is_ended_by_force);
    RUN(test_all_and_the_first_process_are_never_ended);
    scratch_remove();
    return check_done();
}
