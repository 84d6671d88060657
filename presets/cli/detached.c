#include "cli/detached.h"

#include "file.h"

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

enum { MAX_LOG_BYTES = 1 << 20, MAX_WORD_BYTES = 65536, END_TRIES = 200 };

/** In the new process; tells through the pipe why the program cannot be started. */
static void become(char* const* arguments, const char* log, int report)
{
    setsid();
    const int nothing = open("/dev/null", O_RDWR);
    const int out = log ? open(log, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    dup2(nothing, STDIN_FILENO);
    dup2(out >= 0 ? out : nothing, STDOUT_FILENO);
    dup2(out >= 0 ? out : nothing, STDERR_FILENO);
    execvp(arguments[0], arguments);
    const int error = errno;
    (void)!write(report, &error, sizeof error);
    _exit(127);
}

pid_t tare_detached_start(char* const* arguments, const char* log)
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

bool tare_detached_has_ended(pid_t process)
{
    return waitpid(process, NULL, WNOHANG) == process;
}

void tare_detached_last_error(const char* log, char* line, size_t size)
{
    char* text = NULL;
    size_t length = 0;
    line[0] = '\0';
    if (tare_file_read(log, MAX_LOG_BYTES, &text, &length, NULL) != TARE_OK)
        return;
    for (char* next = text; *next;) {
        const size_t n = strcspn(next, "\n");
        const bool is_error = strncmp(next, "[E]", 3) == 0;
        const char* const message = is_error ? strstr(next, ")] ") : NULL;
        if (message && message < next + n)
            snprintf(line, size, "%.*s", (int)(next + n - message - 3), message + 3);
        next += n + (next[n] == '\n');
    }
    free(text);
}

/** Reads a file of /proc, words that end in NUL; returns how many bytes. */
static size_t read_words(pid_t process, const char* name, char words[MAX_WORD_BYTES])
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/%s", (long)process, name);
    FILE* const in = fopen(path, "rb");
    const size_t length = in ? fread(words, 1, MAX_WORD_BYTES - 1, in) : 0;
    if (in)
        fclose(in);
    words[length] = '\0';
    return length;
}

static bool ends_in(const char* word, const char* end)
{
    const size_t n = strlen(word);
    return n >= strlen(end) && strcmp(word + n - strlen(end), end) == 0;
}

/** Whether a process runs a program with such a last argument. */
static bool runs(pid_t process, const char* program, const char* argument)
{
    char words[MAX_WORD_BYTES];
    const size_t length = read_words(process, "cmdline", words);
    const char* last = words;
    if (length == 0 || !ends_in(words, program))
        return false;
    for (const char* word = words; word < words + length; word += strlen(word) + 1)
        last = word;
    return last != words && ends_in(last, argument);
}

bool tare_detached_end(pid_t process, const char* program, const char* argument)
{
    static const struct timespec pause = {0, 10000000};
    if (process <= 1 || !runs(process, program, argument) || kill(process, SIGTERM) != 0)
        return false;
    for (unsigned i = 0; i < END_TRIES; ++i) {
        (void)waitpid(process, NULL, WNOHANG);
        if (!runs(process, program, argument))
            return true;
        nanosleep(&pause, NULL);
    }
    return false;
}

/** Whether a process belongs to the session of this one. */
static bool is_of_this_session(pid_t process)
{
    static const char name[] = "XDG_RUNTIME_DIR=";
    const char* const wanted = getenv("XDG_RUNTIME_DIR");
    char words[MAX_WORD_BYTES];
    const size_t length = read_words(process, "environ", words);
    for (const char* word = words; wanted && word < words + length; word += strlen(word) + 1)
        if (strncmp(word, name, sizeof name - 1) == 0)
            return strcmp(word + sizeof name - 1, wanted) == 0;
    return false;
}

/** The next process of this session that runs such a program; 0 after the last. */
static pid_t next_process(DIR* folder, const char* program, const char* argument)
{
    const struct dirent* entry;
    while (folder && (entry = readdir(folder))) {
        const pid_t process = (pid_t)strtol(entry->d_name, NULL, 10);
        if (process > 1 && runs(process, program, argument) && is_of_this_session(process))
            return process;
    }
    return 0;
}

bool tare_detached_is_there(const char* program, const char* argument)
{
    DIR* const folder = opendir("/proc");
    const bool is_there = next_process(folder, program, argument) != 0;
    if (folder)
        closedir(folder);
    return is_there;
}

void tare_detached_sweep(const char* program, const char* argument, pid_t but)
{
    DIR* const folder = opendir("/proc");
    pid_t process;
    while ((process = next_process(folder, program, argument)) != 0)
        if (process != but)
            (void)tare_detached_end(process, program, argument);
    if (folder)
        closedir(folder);
}
