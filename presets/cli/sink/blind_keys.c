#include "cli/sink/blind_keys.h"

#include <errno.h>
#include <unistd.h>

static const char escape = '\033';

bool tare_blind_keys_has_person(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool tare_blind_keys_take(TareBlindKeys* keys)
{
    keys->is_taken = false;
    if (tcgetattr(STDIN_FILENO, &keys->before) != 0)
        return false;
    struct termios single = keys->before;
    single.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    single.c_cc[VMIN] = 1;
    single.c_cc[VTIME] = 0;
    single.c_cc[VSUSP] = _POSIX_VDISABLE;
    single.c_cc[VQUIT] = _POSIX_VDISABLE;
    keys->is_taken = tcsetattr(STDIN_FILENO, TCSANOW, &single) == 0;
    return keys->is_taken;
}

void tare_blind_keys_give_back(TareBlindKeys* keys)
{
    if (keys->is_taken)
        (void)tcsetattr(STDIN_FILENO, TCSANOW, &keys->before);
    keys->is_taken = false;
}

bool tare_blind_keys_read(int fd, void (*press)(void* data, char key), void* data)
{
    char typed[64];
    const ssize_t n = read(fd, typed, sizeof typed);
    if (n < 0)
        return errno == EINTR || errno == EAGAIN;
    for (ssize_t i = 0; i < n && typed[i] != escape; ++i)
        press(data, typed[i]);
    return n > 0;
}
