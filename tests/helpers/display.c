#include "helpers/display.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t server;

/** Never returns. */
static void run_server(int out)
{
    char fd[16];
    const int nothing = open("/dev/null", O_RDWR);
    snprintf(fd, sizeof fd, "%d", out);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    execlp("Xvfb", "Xvfb", "-displayfd", fd, "-screen", "0", "1400x900x24", "-nolisten", "tcp",
           "-noreset", (char*)NULL);
    _exit(127);
}

bool display_start(void)
{
    int ends[2];
    char number[16] = "";
    char name[24];
    if (pipe(ends) != 0)
        return false;
    server = fork();
    if (server == 0) {
        close(ends[0]);
        run_server(ends[1]);
    }
    close(ends[1]);
    size_t n = 0;
    ssize_t got = 0;
    while (n + 1 < sizeof number && !memchr(number, '\n', n) &&
           (got = read(ends[0], number + n, sizeof number - 1 - n)) > 0)
        n += (size_t)got;
    close(ends[0]);
    number[strcspn(number, "\n")] = '\0';
    if (server < 0 || number[0] == '\0') {
        display_stop();
        return false;
    }
    snprintf(name, sizeof name, ":%s", number);
    return setenv("DISPLAY", name, 1) == 0;
}

void display_stop(void)
{
    if (server <= 0)
        return;
    kill(server, SIGTERM);
    waitpid(server, NULL, 0);
    server = 0;
}
