#include "base/interrupt.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t caught_signal = 0;

static void remember(int signal_number)
{
    caught_signal = signal_number;
}

void tare_interrupt_catch(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = remember};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; ++i)
        sigaction(signals[i], &action, NULL);
}

bool tare_interrupt_came(void)
{
    return caught_signal != 0;
}

void tare_interrupt_obey(void)
{
    if (caught_signal == 0)
        return;
    signal((int)caught_signal, SIG_DFL);
    raise((int)caught_signal);
}
