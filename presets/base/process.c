#include "base/process.h"

#include "base/path.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_WORD_BYTES = 65536, END_TRIES = 200, MAX_DESCRIPTORS = 1024, MAX_PATH = 4096 };

/** In the new process; tells through the pipe why the program cannot be started. */
static void become(char* const* arguments, const char* log, int report)
{
    setsid();
    const int nothing = open("/dev/null", O_RDWR);
    const int out = log ? open(log, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0600) : -1;
    dup2(nothing, STDIN_FILENO);
    dup2(out >= 0 ? out : nothing, STDOUT_FILENO);
    dup2(out >= 0 ? out : nothing, STDERR_FILENO);
    for (int i = STDERR_FILENO + 1; i < MAX_DESCRIPTORS; ++i)
        if (i != report)
            close(i);
    if (chdir("/") == 0)
        execvp(arguments[0], arguments);
    const int error = errno;
    (void)!write(report, &error, sizeof error);
    _exit(127);
}

pid_t tare_process_start(char* const* arguments, const char* log)
{
    int ends[2];
    if (pipe(ends) != 0)
        return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    const pid_t process = fork();
    if (process == 0)
        become(arguments, log, ends[1]);
    int error = process < 0 ? errno : 0;
    close(ends[1]);
    if (process > 0 && read(ends[0], &error, sizeof error) == (ssize_t)sizeof error)
        waitpid(process, NULL, 0);
    close(ends[0]);
    errno = error;
    return error ? -1 : process;
}

bool tare_process_has_ended(pid_t process)
{
    return waitpid(process, NULL, WNOHANG) == process;
}

void tare_process_reap(void)
{
    while (waitpid(-1, NULL, WNOHANG) > 0)
        continue;
}

/** Reads a file of /proc, words that end in NUL; returns how many bytes. */
static size_t read_words(pid_t process, const char* name, char words[MAX_WORD_BYTES])
{
    char path[64];
    memset(words, 0, 2);
    snprintf(path, sizeof path, "/proc/%ld/%s", (long)process, name);
    FILE* const in = fopen(path, "rb");
    const size_t length = in ? fread(words, 1, MAX_WORD_BYTES - 1, in) : 0;
    if (in)
        fclose(in);
    words[length] = '\0';
    return length;
}

/** Whether a file's name is that of a program, be it that it was replaced since. */
static bool is_named(const char* file, const char* program)
{
    const size_t length = strlen(program);
    return strncmp(file, program, length) == 0 &&
           (file[length] == '\0' || strcmp(file + length, " (deleted)") == 0);
}

static bool runs(pid_t process, const TareProcessKind* kind)
{
    char link[64];
    char file[MAX_PATH] = "";
    char words[MAX_WORD_BYTES];
    const size_t length = read_words(process, "cmdline", words);
    const char* last = words;
    snprintf(link, sizeof link, "/proc/%ld/exe", (long)process);
    (void)!readlink(link, file, sizeof file - 1);
    /* the file may have a wrapper's name, the first word be cut at a blank, but not both */
    if (length == 0 || !(is_named(tare_path_name(file), kind->program) ||
                         is_named(tare_path_name(words), kind->program)))
        return false;
    for (const char* word = words; word < words + length; word += strlen(word) + 1)
        last = word;
    const char* const* argument = kind->arguments;
    while (*argument && strcmp(last, *argument) != 0)
        ++argument;
    return last != words && *argument;
}

/** When a process started, in ticks since the system did; 0 when that is not known. */
static unsigned long long start_of(pid_t process)
{
    enum { N_BEFORE = 19 }; /* fields between the name, which may hold anything, and the start */
    char words[MAX_WORD_BYTES];
    unsigned long long start = 0;
    (void)read_words(process, "stat", words);
    const char* at = strrchr(words, ')');
    for (int i = 0; at && i <= N_BEFORE; ++i)
        at = strchr(at + 1, ' ');
    return at && sscanf(at, "%llu", &start) == 1 ? start : 0;
}

bool tare_process_is_older(pid_t process)
{
    const unsigned long long start = start_of(process);
    return start > 0 && start < start_of(getpid());
}

const char* tare_process_variable(const void* environment, const char* name)
{
    const size_t length = strlen(name);
    for (const char* word = environment; *word; word += strlen(word) + 1)
        if (strncmp(word, name, length) == 0 && word[length] == '=')
            return word + length + 1;
    return NULL;
}

static bool has_fitting_environment(pid_t process, bool (*fits)(const void* environment))
{
    char words[MAX_WORD_BYTES];
    const size_t length = read_words(process, "environ", words);
    words[length < MAX_WORD_BYTES - 1 ? length + 1 : length] = '\0';
    return fits(words);
}

pid_t tare_process_next(pid_t last, const TareProcessKind* kind,
                        bool (*fits)(const void* environment))
{
    DIR* const folder = opendir("/proc");
    const struct dirent* entry;
    pid_t next = 0;
    while (folder && (entry = readdir(folder))) {
        const pid_t process = (pid_t)strtol(entry->d_name, NULL, 10);
        if (process > last && process > 1 && (next == 0 || process < next) && runs(process, kind) &&
            has_fitting_environment(process, fits))
            next = process;
    }
    if (folder)
        closedir(folder);
    return next;
}

bool tare_process_end(pid_t process, const TareProcessKind* kind)
{
    static const struct timespec pause = {0, 10000000};
    if (process <= 1 || !runs(process, kind) || kill(process, SIGTERM) != 0)
        return false;
    for (unsigned i = 0; i < END_TRIES; ++i) {
        (void)waitpid(process, NULL, WNOHANG);
        if (!runs(process, kind))
            return true;
        if (i == END_TRIES / 2)
            (void)kill(process, SIGKILL);
        nanosleep(&pause, NULL);
    }
    return false;
}
