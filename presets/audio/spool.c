#include "audio/spool.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

bool tare_spool_is_pipe(const char* path)
{
    return strcmp(path, "-") == 0;
}

FILE* tare_spool_new(void)
{
    return tmpfile();
}

void tare_spool_path(char* path, size_t size, int descriptor)
{
    snprintf(path, size, "/dev/fd/%d", descriptor);
}

static bool write_all(int to, const char* bytes, size_t n)
{
    while (n > 0) {
        const ssize_t n_written = write(to, bytes, n);
        if (n_written < 0 && errno != EINTR)
            return false;
        if (n_written > 0) {
            bytes += n_written;
            n -= (size_t)n_written;
        }
    }
    return true;
}

bool tare_spool_copy(int from, int to)
{
    char block[65536];
    for (;;) {
        const ssize_t n = read(from, block, sizeof block);
        if (n == 0)
            return true;
        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0 && !write_all(to, block, (size_t)n))
            return false;
    }
}
