#define _XOPEN_SOURCE 700 /* realpath() */

#include "base/new_file.h"

#include "base/text.h"
#include "cli/frame/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static volatile sig_atomic_t caught_signal = 0;

static bool fail(const TareCommand* command, const char* path, const char* what)
{
    tare_cli_error(command, "%s: %s: %s", path, what, strerror(errno));
    return false;
}

static bool name_it(TareNewFile* file, const char* path)
{
    file->path = realpath(path, NULL); /* an old file may be reached through a link */
    if (!file->path)
        file->path = tare_text_copy(path, strlen(path));
    TareText temporary = {0};
    tare_text_format(&temporary, "%s.%ld.tmp", file->path ? file->path : "", (long)getpid());
    if (!file->path || temporary.failed) {
        tare_text_clear(&temporary);
        return false;
    }
    file->temporary = temporary.data;
    return true;
}

bool tare_new_file_open(TareNewFile* file, const TareCommand* command, const char* path)
{
    *file = (TareNewFile){.descriptor = -1};
    if (!name_it(file, path)) {
        tare_new_file_drop(file);
        tare_cli_no_memory(command);
        return false;
    }
    struct stat old;
    const bool is_old = stat(file->path, &old) == 0;
    file->descriptor = open(file->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file->descriptor < 0) {
        fail(command, path, "cannot be created");
        free(file->temporary); /* not ours, if it is there */
        file->temporary = NULL;
        tare_new_file_drop(file);
        return false;
    }
    if (is_old)
        (void)fchmod(file->descriptor, old.st_mode & 07777);
    return true;
}

bool tare_new_file_keep(TareNewFile* file, const TareCommand* command)
{
    if (fsync(file->descriptor) != 0)
        return fail(command, file->path, "cannot be written");
    if (rename(file->temporary, file->path) != 0)
        return fail(command, file->path, "cannot be put in place");
    free(file->temporary);
    file->temporary = NULL;
    return true;
}

void tare_new_file_drop(TareNewFile* file)
{
    if (file->descriptor >= 0)
        close(file->descriptor);
    if (file->temporary)
        unlink(file->temporary);
    free(file->temporary);
    free(file->path);
    *file = (TareNewFile){.descriptor = -1};
}

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
