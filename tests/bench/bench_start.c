/* What a whole run of the program costs, from its start to its end, with the index of the catalogue
   and without: instructions (counted by valgrind where that is installed), time, memory.

       bench_start [OTHER]

   Another build's program may be named to compare with, which reads the catalogue it was built
   with, for that of this one may say what the other does not know; else it is this one that reads
   the catalogue's files. */

#define _DEFAULT_SOURCE /* wait4() */

#include "helpers/stopwatch.h"

#include <fcntl.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { N_RUNS = 20, MAX_WORDS = 16, MAX_PATH = 4000 };

/* What is allowed of what it costs without */
#define MAX_INSTRUCTIONS 0.15
#define MAX_TIME 0.4
#define MAX_MEMORY 0.5

typedef struct {
    const char* name;
    char program[MAX_PATH];
    char catalogue[MAX_PATH]; ///< its own when empty
    double instructions, ms, kb;
} Side;

static const char* const commands[][4] = {
    {"find", "hd650"}, {"show", "hd650"}, {"complete", "--", "use", "sen"}};

/** What completed words in a build that cannot "complete". */
static const char* const before_complete[4] = {"find", "sen"};

/** Runs the program to its end with the words, or another program before it; its output goes to a
    file. */
static bool run(const Side* side, const char* const* words, const char* const* before,
                const char* output, struct rusage* usage)
{
    const pid_t child = fork();
    if (child == 0) {
        const char* arguments[MAX_WORDS] = {NULL};
        size_t n = 0;
        for (; before && before[n]; ++n)
            arguments[n] = before[n];
        arguments[n++] = side->program;
        for (size_t i = 0; i < 4 && words[i]; ++i)
            arguments[n++] = words[i];
        const int out = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(out, STDOUT_FILENO);
        dup2(out, STDERR_FILENO);
        unsetenv("TARE_CATALOGUE");
        if (side->catalogue[0])
            setenv("TARE_CATALOGUE", side->catalogue, 1);
        execvp(arguments[0], (char* const*)arguments);
        _exit(127);
    }
    int status = 0;
    return child > 0 && wait4(child, &status, 0, usage) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

/** NaN where there is no valgrind. */
static double count_instructions(const Side* side, const char* const* words, const char* folder)
{
    static const char* const valgrind[] = {"valgrind", "--tool=callgrind",
                                           "--callgrind-out-file=/dev/null", NULL};
    char path[MAX_PATH], line[1000];
    double n = NAN;
    struct rusage usage;
    snprintf(path, sizeof path, "%.3000s/output", folder);
    FILE* const in = run(side, words, valgrind, path, &usage) ? fopen(path, "r") : NULL;
    while (in && fgets(line, sizeof line, in)) {
        const char* const number = strstr(line, "Collected :");
        n = number ? strtod(number + strlen("Collected :"), NULL) : n;
    }
    if (in)
        fclose(in);
    unlink(path);
    return n;
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double median(double* values, size_t n)
{
    sort_numbers(values, n);
    return values[n / 2];
}

/** Measures both by turns. */
static bool measure(Side sides[2], const char* const* words, const char* folder)
{
    double ms[2][N_RUNS], kb[2][N_RUNS];
    struct rusage first;
    const bool is_known = run(&sides[1], words, NULL, "/dev/null", &first);
    const char* const* const words_of[2] = {words, is_known ? words : before_complete};
    for (size_t i = 0; i < N_RUNS; ++i)
        for (size_t k = 0; k < 2; ++k) {
            struct rusage usage;
            const double start_ms = now_ms();
            if (!run(&sides[k], words_of[k], NULL, "/dev/null", &usage))
                return false;
            ms[k][i] = now_ms() - start_ms;
            kb[k][i] = (double)usage.ru_maxrss;
        }
    for (size_t k = 0; k < 2; ++k) {
        sides[k].ms = median(ms[k], N_RUNS);
        sides[k].kb = median(kb[k], N_RUNS);
        sides[k].instructions = count_instructions(&sides[k], words_of[k], folder);
    }
    return true;
}

static bool print(const Side sides[2], const char* const* words)
{
    for (size_t k = 0; k < 2; ++k)
        printf("%-9s %-9s %-10s %8.2f M %8.2f ms %8.0f KB\n", k ? "" : words[0],
               k || !words[2] ? "" : words[3], sides[k].name, sides[k].instructions / 1e6,
               sides[k].ms, sides[k].kb);
    const double parts[] = {sides[0].instructions / sides[1].instructions,
                            sides[0].ms / sides[1].ms, sides[0].kb / sides[1].kb};
    printf("%30s %10.3f %11.3f %11.3f\n", "part", parts[0], parts[1], parts[2]);
    return !(parts[0] > MAX_INSTRUCTIONS) && parts[1] <= MAX_TIME && parts[2] <= MAX_MEMORY;
}

/** A catalogue that is another than that of the index, by an empty line at the end of a file. */
static bool copy_catalogue(const char* from, const char* to)
{
    char call[3 * MAX_PATH];
    snprintf(call, sizeof call, "cp -rp '%s/.' '%s' && echo >> '%s/reviews.tare'", from, to, to);
    return system(call) == 0;
}

int main(int argc, char** argv)
{
    const char* const source = getenv("TARE_SOURCE_DIR");
    const char* const build = getenv("TARE_BUILD_DIR");
    char folder[] = "/tmp/tare bench XXXXXX";
    Side sides[2] = {{.name = "index"}, {.name = argc > 1 ? "other" : "files"}};
    snprintf(sides[0].program, MAX_PATH, "%.3000s/tare", build ? build : "build");
    snprintf(sides[0].catalogue, MAX_PATH, "%.3000s/presets/catalogue", source ? source : ".");
    snprintf(sides[1].program, MAX_PATH, "%.3000s", argc > 1 ? argv[1] : sides[0].program);
    if (access(sides[0].program, X_OK) != 0) {
        puts("skipped: the program was not built");
        return 0;
    }
    if (!mkdtemp(folder) || !copy_catalogue(sides[0].catalogue, folder))
        return 1;
    snprintf(sides[1].catalogue, MAX_PATH, "%s", argc > 1 ? "" : folder);
    bool is_good = true;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; ++i)
        is_good =
            measure(sides, commands[i], folder) ? print(sides, commands[i]) && is_good : false;
    printf("at most %.2f of the instructions, %.1f of the time, %.1f of the memory\n",
           MAX_INSTRUCTIONS, MAX_TIME, MAX_MEMORY);
    char call[100];
    snprintf(call, sizeof call, "rm -r '%s'", folder);
    return system(call) == 0 && is_good ? 0 : 1;
}
