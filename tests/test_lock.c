/* Locks on open files, and interrupts as a wish. */

#include "base/interrupt.h"
#include "base/lock.h"
#include "helpers/check.h"
#include "helpers/scratch.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/** Opens the file that is locked, anew each time: two descriptors are two owners. */
static int open_again(void)
{
    return open(scratch_path("locked"), O_RDWR | O_CREAT, 0600);
}

static void test_a_lock_alone_keeps_all_others_out_until_it_is_closed(void)
{
    const int mine = open_again();
    const int other = open_again();
    CHECK(tare_lock_take(mine, TARE_LOCK_ALONE, 0));
    CHECK(!tare_lock_take(other, TARE_LOCK_ALONE, 0));
    CHECK(!tare_lock_take(other, TARE_LOCK_SHARED, 0));
    CHECK(tare_lock_take(mine, TARE_LOCK_ALONE, 0)); /* one's own is no other's */
    close(mine);
    CHECK(tare_lock_take(other, TARE_LOCK_ALONE, 0));
    close(other);
}

static void test_those_who_only_look_share_a_lock(void)
{
    const int a = open_again();
    const int b = open_again();
    const int writer = open_again();
    CHECK(tare_lock_take(a, TARE_LOCK_SHARED, 0));
    CHECK(tare_lock_take(b, TARE_LOCK_SHARED, -1));
    CHECK(!tare_lock_take(writer, TARE_LOCK_ALONE, 0));
    close(a);
    CHECK(!tare_lock_take(writer, TARE_LOCK_ALONE, 0));
    close(b);
    CHECK(tare_lock_take(writer, TARE_LOCK_ALONE, -1));
    close(writer);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void test_patience_lasts_as_long_as_was_said(void)
{
    const int mine = open_again();
    const int other = open_again();
    CHECK(tare_lock_take(mine, TARE_LOCK_ALONE, 0));
    const double start = seconds();
    CHECK(!tare_lock_take(other, TARE_LOCK_ALONE, 120));
    CHECK(seconds() - start >= 0.12);
    close(mine);
    close(other);
}

static void test_a_lock_is_got_when_its_owner_ends_in_time(void)
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t owner = fork();
    if (owner == 0) {
        const bool is_locked = tare_lock_take(open_again(), TARE_LOCK_ALONE, 0);
        (void)!write(ends[1], is_locked ? "y" : "n", 1);
        nanosleep(&(struct timespec){0, 80000000}, NULL);
        _exit(0);
    }
    char answer = '?';
    CHECK(read(ends[0], &answer, 1) == 1 && answer == 'y');
    const int mine = open_again();
    CHECK(!tare_lock_take(mine, TARE_LOCK_ALONE, 0));
    CHECK(tare_lock_take(mine, TARE_LOCK_ALONE, 20000));
    CHECK(waitpid(owner, NULL, 0) == owner);
    close(mine);
    close(ends[0]);
    close(ends[1]);
}

static void test_what_is_not_open_cannot_be_locked(void)
{
    CHECK(!tare_lock_take(-1, TARE_LOCK_ALONE, 10000)); /* at once */
    CHECK(!tare_lock_take(-1, TARE_LOCK_SHARED, -1));
}

/** Runs `act` in a process of its own; the status that waitpid() tells. */
static int status_of(void (*act)(int), int signal_number)
{
    const pid_t child = fork();
    if (child == 0) {
        act(signal_number);
        _exit(0);
    }
    int status = -1;
    CHECK(waitpid(child, &status, 0) == child);
    return status;
}

/** Ends with 3 when it goes on after a signal and knows of it. */
static void go_on(int signal_number)
{
    if (tare_interrupt_came())
        _exit(1);
    tare_interrupt_catch();
    if (tare_interrupt_came())
        _exit(2);
    raise(signal_number);
    _exit(tare_interrupt_came() ? 3 : 4);
}

static void obey(int signal_number)
{
    tare_interrupt_catch();
    tare_interrupt_obey(); /* none came: nothing happens */
    raise(signal_number);
    tare_interrupt_obey();
}

static void do_not_catch(int signal_number)
{
    raise(signal_number);
}

static void test_interrupts_are_remembered_and_obeyed_later(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; ++i) {
        const int went_on = status_of(go_on, signals[i]);
        CHECK(WIFEXITED(went_on) && WEXITSTATUS(went_on) == 3);
        const int obeyed = status_of(obey, signals[i]);
        CHECK(WIFSIGNALED(obeyed) && WTERMSIG(obeyed) == signals[i]);
    }
}

static void test_other_signals_end_the_program_as_ever(void)
{
    const int by_default = status_of(do_not_catch, SIGINT);
    CHECK(WIFSIGNALED(by_default) && WTERMSIG(by_default) == SIGINT);
    const int by_alarm = status_of(go_on, SIGALRM);
    CHECK(WIFSIGNALED(by_alarm) && WTERMSIG(by_alarm) == SIGALRM);
}

int main(void)
{
    if (!scratch_make())
        return 1;
    signal(SIGINT, SIG_DFL); /* which a shell ignores for what runs in its background */
    alarm(20);               /* a lock that is never got ends the test */
    RUN(test_a_lock_alone_keeps_all_others_out_until_it_is_closed);
    RUN(test_those_who_only_look_share_a_lock);
    RUN(test_patience_lasts_as_long_as_was_said);
    RUN(test_a_lock_is_got_when_its_owner_ends_in_time);
    RUN(test_what_is_not_open_cannot_be_locked);
    RUN(test_interrupts_are_remembered_and_obeyed_later);
    RUN(test_other_signals_end_the_program_as_ever);
    scratch_remove();
    return check_done();
}
