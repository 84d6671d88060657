#include "base/path.h"
#include "base/text.h"
#include "base/walk.h"
#include "cli/catalogue/add_books.h"
#include "cli/catalogue/add_headphone.h"
#include "cli/catalogue/own_files.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"
#include "curves/take_name.h"
#include "fit/order.h"

#include <stdlib.h>
#include <string.h>

/** The takes of one headphone among all files: those of which the names begin alike. */
typedef struct {
    const char** paths;
    size_t n;
} Takes;

/** Moves the takes of the first file that is left out of the list. */
static Takes next_takes(const char** taken, TareWalk* walk)
{
    Takes takes = {taken, 0};
    size_t length = 0;
    for (size_t i = 0; i < walk->n_files; ++i) {
        const char* const path = walk->files[i].path;
        const bool is_begun = takes.n > 0;
        if (!path || (is_begun && (tare_take_name_length(path) != length ||
                                   strncmp(path, takes.paths[0], length) != 0)))
            continue;
        length = is_begun ? length : tare_take_name_length(path);
        takes.paths[takes.n++] = path;
    }
    return takes;
}

/** Forgets the files of takes that are done. */
static void drop(TareWalk* walk, const Takes* takes)
{
    for (size_t k = 0; k < takes->n; ++k)
        for (size_t i = 0; i < walk->n_files; ++i)
            if (walk->files[i].path == takes->paths[k]) {
                free(walk->files[i].path);
                walk->files[i].path = NULL;
                break;
            }
}

/** Whether a file of a folder may be a measurement; who names a file means it. */
static bool may_be_table(const char* path)
{
    static const char* const endings[] = {".csv", ".tsv", ".txt", ".frd", ".dat"};
    const char* const dot = strrchr(tare_path_name(path), '.');
    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; ++i)
        if (strcmp(dot, endings[i]) == 0)
            return true;
    return false;
}

static bool is_named(TareArguments named, const char* path)
{
    for (int k = 0; k < named.n; ++k)
        if (strcmp(named.texts[k], path) == 0)
            return true;
    return false;
}

/** Leaves out of folders what is no measurement by its name; tells it of tables. */
static void leave_out(const TareCommand* command, TareWalk* walk, TareArguments named)
{
    for (size_t i = 0; i < walk->n_files; ++i) {
        const char* const path = walk->files[i].path;
        const bool is_table = may_be_table(path), is_other = tare_take_name_is_other(path);
        if (is_named(named, path) || (is_table && !is_other))
            continue;
        if (is_table)
            tare_cli_note(command,
                          "%s is left out: by its name it is a target or a correction; whoever "
                          "names the file itself means it",
                          path);
        free(walk->files[i].path);
        walk->files[i].path = NULL;
    }
}

/** Adds one headphone, by the name that a phone book has for its files unless one was told. */
static TareExit add_takes(TareAddJob* job, const TareAddBooks* books, const Takes* takes)
{
    const char* const path = takes->paths[0];
    const TarePhone* const phone =
        job->name ? NULL : tare_add_books_find(books, path, tare_take_name_length(path));
    const TareAddName told = phone ? (TareAddName){phone->brand, phone->name} : (TareAddName){0};
    return tare_add_headphone(job, &told, takes->paths, takes->n);
}

/** Adds what can be; the result is that of the worst, or that something was left out when others
    could be used. */
static TareExit add_walked(TareAddJob* job, TareArguments paths, TareWalk* walk)
{
    TareAddBooks books = {0};
    size_t n_good = 0;
    const char** const taken = calloc(walk->n_files + 1, sizeof *taken);
    if (!taken)
        return tare_cli_no_memory(job->command);
    TareExit worst =
        tare_cli_exit_of(job->command, tare_add_books_read(&books, walk, &job->reporter));
    leave_out(job->command, walk, paths);
    for (;;) {
        const Takes takes = next_takes(taken, walk);
        if (takes.n == 0)
            break;
        const TareExit state = add_takes(job, &books, &takes);
        n_good += state == TARE_EXIT_DONE;
        worst = tare_cli_worse(worst, state);
        drop(walk, &takes);
    }
    free(taken);
    tare_add_books_clear(&books);
    return worst != TARE_EXIT_DONE && n_good > 0 ? TARE_EXIT_UNUSED : worst;
}

static TareExit add_all(TareAddJob* job, TareArguments paths)
{
    TareWalk walk = {0};
    const TareStatus status = tare_own_files_walk(&walk, paths, &job->reporter);
    const TareExit state =
        status == TARE_OK ? add_walked(job, paths, &walk) : tare_cli_exit_of(job->command, status);
    tare_walk_clear(&walk);
    return state;
}

static TareExit add(const TareCommand* command, TareArguments arguments)
{
    TareAddJob job = {.command = command, .reporter = tare_cli_command_reporter(command)};
    const TareParsed parsed = tare_options_parse(command, arguments, &job);
    if (parsed.done)
        return parsed.state;
    if (!tare_fit_order_form(job.form, &job.told_form, &job.reporter))
        return TARE_EXIT_WRONG;
    char* const folder = tare_own_files_folder(command);
    TareExit state = folder ? tare_pick_stock(command, &job.stock) : TARE_EXIT_UNUSED;
    job.folder = folder;
    if (state == TARE_EXIT_DONE)
        state = add_all(&job, parsed.operands);
    tare_add_close(&job);
    free(folder);
    return tare_cli_flush(command, state);
}

static const TareOption options[] = {
    {.name = "name",
     .value = "NAME",
     TARE_SETS_TEXT(TareAddJob, name),
     .help = "brand and model (default: the name of the file)"},
    {.name = "form",
     .value = "FORM",
     TARE_SETS_TEXT(TareAddJob, form),
     .help = "over-ear, on-ear, in-ear or earbud (default: that of the model)",
     .offer.words = "over-ear on-ear in-ear earbud"},
    {.name = "rig",
     .value = "NAME",
     TARE_SETS_TEXT(TareAddJob, rig),
     .help = "on what it was measured: gras, hms, 711 or 5128",
     .offer.words = "gras hms 711 5128"},
    {.name = "target",
     .letter = 't',
     .value = "NAME|FILE",
     TARE_SETS_TEXT(TareAddJob, target),
     .help = "whereto it is corrected, or the file of one (default by form and rig)",
     .offer = {.list = tare_offer_targets, .files = ""}},
    {.name = NULL}};

static const char note[] =
    "Files of one name but for L and R, left and right, or a number behind them are takes of one\n"
    "headphone, and are averaged. The file phone_book.json of a graph tool says what its files "
    "are\n"
    "called. Targets and equalisers, as graph tools and AutoEq name them, are left out of "
    "folders.\n"
    "What is added stands beside the catalogue, and is fitted to any target; a target out of a "
    "file\n"
    "is kept with it. A curve that moved by less than 0.3 dB since it was added stays as it is;\n"
    "'tare forget' removes one. What no headphone lacks, and bands that together do 10 dB and "
    "more\n"
    "to all of the bass or treble, are told.";

const TareCommand tare_command_add = {
    .name = "add",
    .arguments = "FILE|FOLDER...",
    .summary = "Puts measurements of your own beside the catalogue",
    .example = "\"Acme One L.txt\" \"Acme One R.txt\" --form in-ear --rig 711",
    .note = note,
    .options = options,
    .operands = {.min = 1,
                 .max = -1,
                 .what = "a file",
                 .offers.rest = {.files = "", .has_folders = true}},
    .run = add};
