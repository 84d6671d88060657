#include "base/lock.h"

#include <errno.h>
#include <sys/file.h>
#include <time.h>

enum { STEP_MS = 50 };

bool tare_lock_take(int descriptor, TareLockMode mode, int patience_ms)
{
    static const struct timespec pause = {0, STEP_MS * 1000000L};
    const int operation = mode == TARE_LOCK_ALONE ? LOCK_EX : LOCK_SH;
    if (patience_ms < 0)
        return flock(descriptor, operation) == 0;
    for (; flock(descriptor, operation | LOCK_NB) != 0; patience_ms -= STEP_MS)
        if (errno != EWOULDBLOCK || patience_ms <= 0 || nanosleep(&pause, NULL) != 0)
            return false;
    return true;
}
