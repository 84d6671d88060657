/* The frame of a test program: static functions test_*, each run by RUN, and one line of result for
   each, which the build counts.

       static void test_sum(void) { CHECK(1 + 1 == 2); }
       int main(void) { RUN(test_sum); return check_done(); }
 */

#ifndef TARE_CHECK_H
#define TARE_CHECK_H

#undef NDEBUG

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    unsigned n_run, n_failed;
    unsigned n_wrong;    ///< failed checks of the test that runs
    const char* skipped; ///< why the test that runs was skipped, NULL when it was not
} CheckState;

static CheckState check_state;

enum { CHECK_MAX_SHOWN = 20 }; ///< failed checks a test, so that a loop does not print a book

static inline bool check_fails(const char* file, int line)
{
    if (++check_state.n_wrong > CHECK_MAX_SHOWN) {
        return false;
    }
    fprintf(stderr, "%s:%d: ", file, line);
    return true;
}

static inline bool check_true(bool ok, const char* text, const char* file, int line)
{
    if (!ok && check_fails(file, line)) {
        fprintf(stderr, "not so: %s\n", text);
    }
    return ok;
}

static inline bool check_near(double value, double wanted, double tolerance, const char* text,
                              const char* file, int line)
{
    const bool ok = fabs(value - wanted) <= tolerance; /* false for a NaN */
    if (!ok && check_fails(file, line)) {
        fprintf(stderr, "%s is %.17g; expected %.17g within %g\n", text, value, wanted, tolerance);
    }
    return ok;
}

static inline bool check_string(const char* value, const char* wanted, const char* text,
                                const char* file, int line)
{
    const bool ok = value && wanted ? strcmp(value, wanted) == 0 : value == wanted;
    if (!ok && check_fails(file, line)) {
        fprintf(stderr, "%s is \"%s\"; expected \"%s\"\n", text, value ? value : "(NULL)",
                wanted ? wanted : "(NULL)");
    }
    return ok;
}

/** The name of the test file without folder and ".c", as a printf pair for "%.*s". */
static inline const char* check_program(const char* file, int* length)
{
    const char* const slash = strrchr(file, '/');
    const char* const name = slash ? slash + 1 : file;
    const char* const dot = strrchr(name, '.');
    *length = (int)(dot ? (size_t)(dot - name) : strlen(name));
    return name;
}

static inline void check_run(void (*test)(void), const char* name, const char* file)
{
    int length = 0;
    const char* const program = check_program(file, &length);
    check_state.n_wrong = 0;
    check_state.skipped = NULL;
    test();
    ++check_state.n_run;
    if (check_state.n_wrong) {
        ++check_state.n_failed;
        printf("FAIL %.*s.%s: %u checks\n", length, program, name, check_state.n_wrong);
    } else if (check_state.skipped) {
        printf("SKIP %.*s.%s: %s\n", length, program, name, check_state.skipped);
    } else {
        printf("PASS %.*s.%s\n", length, program, name);
    }
    fflush(stdout); /* so that a crash in the next test does not swallow this line */
}

/** The exit status of the program: 0 when tests ran and none failed. */
static inline int check_done(void)
{
    return check_state.n_run && !check_state.n_failed ? 0 : 1;
}

/* A failed check is noted and the test goes on. */
#define CHECK(expression) ((void)check_true((expression), #expression, __FILE__, __LINE__))
#define CHECK_NEAR(value, wanted, tolerance)                                                       \
    ((void)check_near((value), (wanted), (tolerance), #value, __FILE__, __LINE__))
#define CHECK_STR(value, wanted) ((void)check_string((value), (wanted), #value, __FILE__, __LINE__))

/** A check without which the rest of the test makes no sense: leaves the (void) function. */
#define REQUIRE(expression)                                                                        \
    do {                                                                                           \
        if (!check_true((expression), #expression, __FILE__, __LINE__)) {                          \
            return;                                                                                \
        }                                                                                          \
    } while (0)

/** Leaves the test; it counts as skipped unless a check failed before. */
#define SKIP(why)                                                                                  \
    do {                                                                                           \
        check_state.skipped = (why);                                                               \
        return;                                                                                    \
    } while (0)

#define RUN(test) check_run((test), #test, __FILE__)

#endif
