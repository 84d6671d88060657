#include "cli/audio/render_many.h"

#include "audio/render.h"
#include "base/file.h"
#include "base/interrupt.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/frame/terminal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    const TareCommand* command;
    TareArguments files;
    const char* folder;
    const TareRenderWish* wish;
    char** out_paths;
} Many;

/** The path of a result; NULL when memory is short. */
static char* make_out_path(const Many* many, const char* in_path)
{
    const char* const name = tare_path_name(in_path);
    const char* const dot = strrchr(name, '.');
    const size_t stem = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    TareText path = {0};
    if (many->wish->format)
        tare_text_format(&path, "%s/%.*s.%s", many->folder, (int)stem, name, many->wish->format);
    else
        tare_text_format(&path, "%s/%s", many->folder, name);
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}

/** Whether each result has a file of its own that no input is; says what does not. */
static bool check_paths(const Many* many)
{
    for (int i = 0; i < many->files.n; ++i)
        for (int k = 0; k < many->files.n; ++k) {
            if (k < i && strcmp(many->out_paths[i], many->out_paths[k]) == 0) {
                tare_cli_error(many->command,
                               "%s and %s would both become %s; expected different names",
                               many->files.texts[k], many->files.texts[i], many->out_paths[i]);
                return false;
            }
            if (tare_file_is_same(many->out_paths[i], many->files.texts[k])) {
                tare_cli_error(many->command,
                               "%s is a file to read as well; expected another folder",
                               many->out_paths[i]);
                return false;
            }
        }
    return true;
}

static bool make_paths(Many* many)
{
    many->out_paths = calloc((size_t)many->files.n, sizeof *many->out_paths);
    for (int i = 0; many->out_paths && i < many->files.n; ++i) {
        many->out_paths[i] = make_out_path(many, many->files.texts[i]);
        if (!many->out_paths[i])
            return false;
    }
    return many->out_paths != NULL;
}

static bool is_there(const char* path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

TareExit tare_render_one(const TareCommand* command, const char* in_path, const char* out_path,
                         const TareRenderWish* wish)
{
    const TareReporter reporter = tare_cli_command_reporter(command);
    const TareStatus status = tare_render(in_path, out_path, wish, &reporter);
    return status == TARE_IO_ERROR ? TARE_EXIT_UNUSED : tare_cli_exit_of(command, status);
}

static TareExit render_one(const Many* many, int index)
{
    if (!many->wish->may_replace && is_there(many->out_paths[index]))
        return TARE_EXIT_DONE;
    return tare_render_one(many->command, many->files.texts[index], many->out_paths[index],
                           many->wish);
}

/** Corrects every n-th file from `first` on and tells of each with a byte. */
static void work_on(const Many* many, unsigned first, unsigned n, int progress)
{
    for (int i = (int)first; i < many->files.n && !tare_interrupt_came(); i += (int)n) {
        const char state = (char)render_one(many, i);
        if (write(progress, &state, 1) != 1)
            break;
    }
}

/** Shows how far the workers are until the last one is done; returns the gravest of their states.
 */
static TareExit watch(const Many* many, int progress, int* n_done)
{
    TareExit state = TARE_EXIT_DONE;
    for (;;) {
        char byte;
        tare_terminal_progress("files", *n_done, many->files.n);
        const ssize_t n = read(progress, &byte, 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        ++*n_done;
        state = tare_cli_worse(state, (TareExit)byte);
    }
    tare_terminal_clear_progress();
    return state;
}

static TareExit run(const Many* many, unsigned n_jobs)
{
    int ends[2];
    int n_done = 0;
    if (pipe(ends) != 0) {
        tare_cli_error(many->command, "no pipe can be had: %s", strerror(errno));
        return TARE_EXIT_UNUSED;
    }
    fflush(NULL); /* what waits to be printed is not printed by each */
    for (unsigned i = 0; i < n_jobs; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            work_on(many, i, n_jobs, ends[1]);
            fflush(NULL);
            _exit(0);
        }
        if (child < 0)
            tare_cli_error(many->command, "no process can be had: %s", strerror(errno));
    }
    close(ends[1]);
    const TareExit state = watch(many, ends[0], &n_done);
    close(ends[0]);
    while (wait(NULL) > 0 || errno == EINTR)
        ;
    return n_done == many->files.n ? state : tare_cli_worse(state, TARE_EXIT_UNUSED);
}

TareExit tare_render_many(const TareCommand* command, TareArguments files, const char* folder,
                          unsigned n_jobs, const TareRenderWish* wish)
{
    Many many = {command, files, folder, wish, NULL};
    TareExit state = TARE_EXIT_WRONG;
    tare_interrupt_catch();
    if (!make_paths(&many))
        state = tare_cli_no_memory(command);
    else if (!check_paths(&many))
        state = TARE_EXIT_WRONG;
    else if (!tare_path_make_folders(many.out_paths[0])) {
        tare_cli_error(command, "%s cannot be made: %s", folder, strerror(errno));
        state = TARE_EXIT_UNUSED;
    } else
        state = run(&many, n_jobs < (unsigned)files.n ? n_jobs : (unsigned)files.n);
    for (int i = 0; many.out_paths && i < files.n; ++i)
        free(many.out_paths[i]);
    free(many.out_paths);
    return state;
}
