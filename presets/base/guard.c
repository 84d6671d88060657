#include "base/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_DESCRIPTORS = 1024 };

/** Reads up to `size` bytes; less only at the end. */
static size_t read_all(int line, void* data, size_t size)
{
    size_t n_read = 0;
    while (n_read < size) {
        const ssize_t n = read(line, (char*)data + n_read, size - n_read);
        if (n > 0)
            n_read += (size_t)n;
        else if (n == 0 || errno != EINTR)
            break;
    }
    return n_read;
}

static void leave_all_but(int line)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    setsid();
    const int nothing = open("/dev/null", O_RDWR);
    for (int i = STDIN_FILENO; i <= STDERR_FILENO; ++i)
        dup2(nothing, i);
    for (int i = STDERR_FILENO + 1; i < MAX_DESCRIPTORS; ++i)
        if (i != line)
            close(i);
    (void)!chdir("/");
}

/** In the new process. Half of what was told is as good as nothing. */
static void watch(int line, void* told, void* next, size_t size, void (*restore)(void* told))
{
    bool is_told = false;
    leave_all_but(line);
    while (read_all(line, next, size) == size) {
        memcpy(told, next, size);
        is_told = true;
    }
    if (is_told)
        restore(told);
    _exit(0);
}

bool tare_guard_start(TareGuard* guard, size_t size, void (*restore)(void* told))
{
    int ends[2];
    *guard = (TareGuard){.line = -1, .size = size};
    char* const memory = malloc(2 * size);
    if (!memory || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        free(memory);
        return false;
    }
    guard->process = fork();
    if (guard->process == 0)
        watch(ends[1], memory, memory + size, size, restore);
    const int error = errno;
    free(memory);
    close(ends[1]);
    if (guard->process > 0)
        guard->line = ends[0];
    else
        close(ends[0]);
    errno = error;
    return guard->process > 0;
}

bool tare_guard_tell(const TareGuard* guard, const void* told)
{
    size_t n_sent = 0;
    while (n_sent < guard->size) {
        const ssize_t n =
            send(guard->line, (const char*)told + n_sent, guard->size - n_sent, MSG_NOSIGNAL);
        if (n >= 0)
            n_sent += (size_t)n;
        else if (errno != EINTR)
            return false;
    }
    return true;
}

void tare_guard_end(TareGuard* guard)
{
    if (guard->line < 0)
        return;
    kill(guard->process, SIGKILL);
    while (waitpid(guard->process, NULL, 0) < 0 && errno == EINTR)
        ;
    close(guard->line);
    guard->line = -1;
}
