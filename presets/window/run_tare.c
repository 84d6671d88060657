#include "window/run_tare.h"

#include "base/text.h"

#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

/* More than the program has to say. */
enum { MAX_ARGUMENTS = 12, MAX_TEXT = 1 << 22 };

static const char program[] = "tare";

struct TareRun {
    pid_t process; ///< 0 once it has ended
    FILE *input, *output, *errors;
    bool is_good;
    char *said, *words; ///< NULL as long as nobody asked
};

static bool is_program(const char* path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISREG(facts.st_mode) && access(path, X_OK) == 0;
}

/** The program that belongs to this window, by its path, else by its name. */
static void find_program(TareText* path, const char* home)
{
    tare_text_format(path, "%s/%s", home, program);
    if (path->failed || is_program(path->data))
        return;
    tare_text_clear(path);
    tare_text_format(path, "%s/%s", TARE_BIN_DIR, program);
    if (path->failed || is_program(path->data))
        return;
    tare_text_clear(path);
    tare_text_format(path, "%s", program);
}

static bool spawn(TareRun* run, const char* path, const char* const* arguments)
{
    char* words[MAX_ARGUMENTS] = {(char*)program};
    posix_spawn_file_actions_t actions;
    for (int i = 0; arguments[i] && i + 2 < MAX_ARGUMENTS; ++i)
        words[i + 1] = (char*)arguments[i];
    if (posix_spawn_file_actions_init(&actions) != 0)
        return false;
    const bool is_started =
        posix_spawn_file_actions_adddup2(&actions, fileno(run->input), STDIN_FILENO) == 0 &&
        posix_spawn_file_actions_adddup2(&actions, fileno(run->output), STDOUT_FILENO) == 0 &&
        posix_spawn_file_actions_adddup2(&actions, fileno(run->errors), STDERR_FILENO) == 0 &&
        posix_spawnp(&run->process, path, &actions, NULL, words, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    return is_started;
}

TareRun* tare_run_start(const char* home, const char* const* arguments, const char* input)
{
    TareText path = {0};
    TareRun* const run = calloc(1, sizeof *run);
    if (!run)
        return NULL;
    run->input = tmpfile();
    run->output = tmpfile();
    run->errors = tmpfile();
    find_program(&path, home);
    const bool is_started = !path.failed && run->input && run->output && run->errors &&
                            fputs(input, run->input) >= 0 && fflush(run->input) == 0 &&
                            lseek(fileno(run->input), 0, SEEK_SET) == 0 &&
                            spawn(run, path.data, arguments);
    tare_text_clear(&path);
    if (is_started)
        return run;
    run->process = 0;
    tare_run_free(run);
    return NULL;
}

void tare_run_free(TareRun* run)
{
    if (!run)
        return;
    if (run->process > 0) {
        kill(run->process, SIGKILL);
        waitpid(run->process, NULL, 0);
    }
    FILE* const files[] = {run->input, run->output, run->errors};
    for (int i = 0; i < 3; ++i)
        if (files[i])
            fclose(files[i]);
    free(run->said);
    free(run->words);
    free(run);
}

/** The text of a file; NULL when memory is short. */
static char* text_of(FILE* file)
{
    struct stat facts;
    const size_t size =
        fstat(fileno(file), &facts) == 0 && facts.st_size < MAX_TEXT ? (size_t)facts.st_size : 0;
    char* const text = malloc(size + 1);
    rewind(file);
    if (text)
        text[fread(text, 1, size, file)] = '\0';
    return text;
}

/** Where the host has taken the state away, only what was said tells. */
bool tare_run_has_ended(TareRun* run)
{
    int state = 0;
    if (run->process == 0)
        return true;
    const pid_t ended = waitpid(run->process, &state, WNOHANG);
    if (ended == 0)
        return false;
    run->process = 0;
    run->is_good =
        ended > 0 ? WIFEXITED(state) && WEXITSTATUS(state) == 0 : tare_run_words(run)[0] == '\0';
    return true;
}

bool tare_run_is_good(const TareRun* run)
{
    return run->is_good;
}

const char* tare_run_output(TareRun* run)
{
    if (!run->said)
        run->said = text_of(run->output);
    return run->said ? run->said : "";
}

const char* tare_run_words(TareRun* run)
{
    if (!run->words)
        run->words = text_of(run->errors);
    if (!run->words)
        return "";
    run->words[strcspn(run->words, "\n")] = '\0';
    return run->words;
}
