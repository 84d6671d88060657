#include "base/text.h"
#include "base/walk.h"
#include "cli/catalogue/kept.h"
#include "cli/catalogue/own_files.h"
#include "cli/catalogue/pick.h"
#include "cli/catalogue/pick_dialect.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "formats/formats.h"
#include "search/own_store.h"
#include "search/stock.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_OF_A_FILE = 200, MAX_NUMBER = 1000 };

typedef struct {
    const TareCommand* command;
    const char* folder; ///< of the listener's own corrections
    const TareCatalogue* catalogue;
    TareDialect dialect;
    TareReporter reporter;
} Job;

/** Gives a correction an id that no other one has but one that was imported before, in whose place
    it comes: "acme-one/apo-2". False when memory is short. */
static bool make_id_free(const Job* job, TareEntry* entry)
{
    TareText id = {0};
    tare_text_format(&id, "%s", entry->id);
    for (unsigned i = 2; i < MAX_NUMBER && !id.failed; ++i) {
        if (!tare_catalogue_find_id(job->catalogue, id.data) ||
            tare_own_store_has(job->folder, id.data))
            break;
        tare_text_clear(&id);
        tare_text_format(&id, "%s-%u", entry->id, i);
    }
    const bool is_good = !id.failed && tare_text_set(&entry->id, id.data);
    tare_text_clear(&id);
    return is_good;
}

static TareStatus keep(const Job* job, TareCorrection* correction)
{
    if (!make_id_free(job, &correction->entry))
        return TARE_NO_MEMORY;
    const bool is_replaced = tare_own_store_has(job->folder, correction->entry.id);
    const TareStatus status = tare_own_store_put(job->folder, correction, &job->reporter);
    if (status == TARE_OK)
        tare_kept_print(&correction->entry, is_replaced ? "replaced" : "");
    return status;
}

static TareStatus import_file(const Job* job, const char* path)
{
    TareContents contents = {0};
    TareStatus status = tare_formats_read_file(&contents, path, job->dialect, &job->reporter);
    if (status == TARE_OK && contents.n > MAX_OF_A_FILE) {
        tare_report(&job->reporter, TARE_ERROR, path, 0, 0,
                    "holds %zu corrections; expected at most %d", contents.n, MAX_OF_A_FILE);
        status = TARE_BAD_INPUT;
    }
    for (size_t i = 0; i < contents.n && status == TARE_OK; ++i)
        status = keep(job, &contents.corrections[i]);
    tare_contents_clear(&contents);
    return status;
}

/** Imports what can be; the result is that of the worst file, or that something was left out when
    others could be used. */
static TareExit import_all(const Job* job, TareArguments paths)
{
    TareWalk walk = {0};
    TareExit worst = TARE_EXIT_DONE;
    size_t n_good = 0;
    const TareStatus status = tare_own_files_walk(&walk, paths, &job->reporter);
    if (status != TARE_OK)
        worst = tare_cli_exit_of(job->command, status);
    for (size_t i = 0; i < walk.n_files && status == TARE_OK; ++i) {
        const TareExit state = tare_cli_exit_of(job->command, import_file(job, walk.files[i].path));
        n_good += state == TARE_EXIT_DONE;
        worst = tare_cli_worse(worst, state);
    }
    tare_walk_clear(&walk);
    return worst != TARE_EXIT_DONE && n_good ? TARE_EXIT_UNUSED : worst;
}

typedef struct {
    const char* dialect;
} Request;

static TareExit import(const TareCommand* command, TareArguments arguments)
{
    Request request = {0};
    Job job = {.command = command, .reporter = tare_cli_command_reporter(command)};
    TareStock* stock = NULL;
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    if (!tare_pick_dialect(command, request.dialect, &job.dialect))
        return TARE_EXIT_WRONG;
    char* const folder = tare_own_files_folder(command);
    TareExit state = folder ? tare_pick_stock(command, &stock) : TARE_EXIT_UNUSED;
    if (state == TARE_EXIT_DONE) {
        job.folder = folder;
        job.catalogue = tare_stock_catalogue(stock);
        state = import_all(&job, parsed.operands);
        tare_stock_close(stock);
    }
    free(folder);
    return tare_cli_flush(command, state);
}

static TareExit forget(const TareCommand* command, TareArguments arguments)
{
    const TareParsed parsed = tare_options_parse(command, arguments, NULL);
    if (parsed.done)
        return parsed.state;
    const TareReporter reporter = tare_cli_command_reporter(command);
    char* const folder = tare_own_files_folder(command);
    TareExit state = folder ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
    for (int i = 0; i < parsed.operands.n && folder; ++i) {
        const TareStatus status =
            tare_own_store_remove(folder, parsed.operands.texts[i], &reporter);
        if (status == TARE_NOT_FOUND)
            tare_cli_error(command,
                           "%s was not put there by you; expected an id that 'tare add' or 'tare "
                           "import' printed",
                           parsed.operands.texts[i]);
        state = tare_cli_worse(state, tare_cli_exit_of(command, status));
    }
    free(folder);
    return state;
}

static const TareOption options[] = {{.name = "dialect",
                                      .value = "NAME",
                                      TARE_SETS_TEXT(Request, dialect),
                                      .help = TARE_PICK_DIALECT_HELP,
                                      .offer.words = TARE_PICK_DIALECT_WORDS},
                                     {.name = NULL}};

static const char import_note[] =
    "All that 'tare formats' says is read can be imported. Each correction becomes one of your "
    "own,\n"
    "which stands beside the others of its model; its id is printed. It is for the headphone that\n"
    "the file names, or its name. One of the same name that was imported before is replaced.";

const TareCommand tare_command_import = {
    .name = "import",
    .arguments = "FILE|FOLDER...",
    .summary = "Takes corrections out of files into your own catalogue",
    .example = "\"Acme One ParametricEQ.txt\"",
    .note = import_note,
    .options = options,
    .operands = {.min = 1,
                 .max = -1,
                 .what = "a file",
                 .offers.rest = {.files = TARE_PICK_FILES, .has_folders = true}},
    .run = import};

const TareCommand tare_command_forget = {
    .name = "forget",
    .arguments = "ID...",
    .summary = "Removes what 'tare add' and 'tare import' put there",
    .example = "acme-one/autoeq",
    .operands = {.min = 1, .max = -1, .what = "an id", .offers.rest.list = tare_offer_imported},
    .run = forget};
