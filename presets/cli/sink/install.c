#include "base/interrupt.h"
#include "base/text.h"
#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/pick.h"
#include "cli/catalogue/pick_aim.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/frame/terminal.h"
#include "cli/offers/offers.h"
#include "cli/sink/use.h"
#include "corrections/correction.h"
#include "lv2/bundle.h"
#include "lv2/installed.h"
#include "search/stock.h"

#include <stdio.h>
#include <stdlib.h>

/** What the command line asks for. */
typedef struct {
    TarePickFile file;
    TareAimOptions aim;
    const char* folder;
    bool pipewire;
} Request;

#define DIR_OPTION                                                                                 \
    {                                                                                              \
        .name = "dir", .letter = 'd', .value = "DIR", TARE_SETS_TEXT(Request, folder),             \
        .help = "the LV2 folder (default ~/.lv2)", .offer.has_folders = true                       \
    }

/** The folder that hosts search, to be freed. */
static char* lv2_folder(const TareCommand* command, const char* wanted)
{
    const char* const home = getenv("HOME");
    TareText path = {0};
    if (wanted)
        tare_text_format(&path, "%s", wanted);
    else if (home && home[0] != '\0')
        tare_text_format(&path, "%s/.lv2", home);
    else
        tare_cli_error(command, "HOME is not set; expected it, or --dir DIR");
    if (path.failed)
        tare_cli_no_memory(command);
    return path.data;
}

static void say(const char* what, const char* path)
{
    printf("%s ", what);
    tare_terminal_print(stdout, path);
    putchar('\n');
}

static TareExit tell_installed(const TareCommand* command, TareInstalled installed,
                               const char* path)
{
    if (installed == TARE_INSTALLED_FOREIGN) {
        tare_cli_error(command, "%s was not written by tare and is left alone", path);
        return TARE_EXIT_UNUSED;
    }
    say(installed == TARE_INSTALLED_NEW ? "installed" : "already installed", path);
    return TARE_EXIT_DONE;
}

static TareExit install_one(const TareCommand* command, const TareCorrection* correction,
                            const char* folder)
{
    TareInstalled installed = TARE_INSTALLED_BEFORE;
    char* path = NULL;
    const TareStatus status =
        tare_installed_put(folder, correction, &installed, &path, tare_cli_reporter());
    if (status != TARE_OK)
        return status == TARE_NO_MEMORY ? tare_cli_no_memory(command) : TARE_EXIT_UNUSED;
    const TareExit state = tell_installed(command, installed, path);
    free(path);
    return state;
}

/** Installs a correction, aimed elsewhere if that is asked for. */
static TareExit install_aimed(const TareCommand* command, TareStock* stock,
                              const TareCorrection* correction, const Request* request,
                              const char* folder)
{
    if (!tare_aim_is_asked(&request->aim))
        return install_one(command, correction, folder);
    TareCorrection aimed;
    TareExit state =
        tare_pick_aim_correction(command, &request->aim, stock, correction, &aimed, NULL);
    if (state == TARE_EXIT_DONE)
        state = install_one(command, &aimed, folder);
    tare_correction_clear(&aimed);
    return state;
}

/** Installs nothing unless all models are understood. */
static TareExit install_meant(const TareCommand* command, TareStock* stock, TareArguments models,
                              const Request* request, const char* folder)
{
    const TareCorrection** const corrections = calloc((size_t)models.n, sizeof *corrections);
    size_t n = 0;
    if (!corrections)
        return tare_cli_no_memory(command);
    TareExit state = tare_pick_models(command, stock, models, corrections, &n);
    for (size_t i = 0; i < n && !tare_interrupt_came(); ++i) {
        tare_pick_tell_words(command, stock, corrections[i]);
        state =
            tare_cli_worse(state, install_aimed(command, stock, corrections[i], request, folder));
    }
    free(corrections);
    return state;
}

/** Installs what a file holds. */
static TareExit install_file(const TareCommand* command, const Request* request, const char* folder)
{
    TarePick pick;
    TareExit state = tare_pick(&pick, command, NULL, &request->file);
    if (state != TARE_EXIT_DONE)
        return state;
    tare_pick_tell_words(command, NULL, pick.correction);
    state = install_aimed(command, NULL, pick.correction, request, folder);
    tare_pick_clear(&pick);
    return state;
}

static TareExit install_all(const TareCommand* command, TareArguments models,
                            const Request* request, const char* folder)
{
    const TareReporter reporter = tare_cli_command_reporter(command);
    if (tare_installed_prepare(folder, &reporter) != TARE_OK)
        return TARE_EXIT_UNUSED;
    if (models.n == 0)
        return tare_cli_flush(command, install_file(command, request, folder));
    TareStock* stock = NULL;
    TareExit state = tare_pick_stock(command, &stock);
    if (state == TARE_EXIT_DONE)
        state = install_meant(command, stock, models, request, folder);
    tare_stock_close(stock);
    return tare_cli_flush(command, state);
}

static TareExit install(const TareCommand* command, TareArguments arguments)
{
    Request request = {0};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    if ((parsed.operands.n > 0) == (request.file.path != NULL) ||
        (request.file.dialect && !request.file.path)) {
        tare_cli_error(command, "%s; expected either models or --file FILE",
                       parsed.operands.n == 0 ? "a model is missing"
                                              : "both models and a file are given");
        return TARE_EXIT_WRONG;
    }
    char* const folder = lv2_folder(command, request.folder);
    if (!folder)
        return TARE_EXIT_WRONG;
    tare_interrupt_catch();
    const TareExit state = install_all(command, parsed.operands, &request, folder);
    free(folder);
    tare_interrupt_obey();
    return state;
}

static const TareOption install_options[] = {
    TARE_PICK_OPTIONS(Request, file), TARE_AIM_OPTIONS(Request, aim), DIR_OPTION, {.name = NULL}};

static const char install_note[] =
    "All arguments together name one model, or each names one: then a name with blanks needs\n"
    "quotes, and nothing is installed unless all are understood.";

const TareCommand tare_command_install = {
    .name = "install",
    .arguments = "MODEL... | --file FILE",
    .summary = "Installs LV2 presets for models, for the hosts of this user",
    .example = "\"sony ex1000\" \"hd 560s\"",
    .note = install_note,
    .options = install_options,
    .operands = {.max = -1, .offers.rest.list = tare_offer_models},
    .run = install};

static TareExit uninstall_at(const TareCommand* command, const char* path)
{
    const TareStatus status = tare_bundle_remove(path, tare_cli_reporter());
    if (status != TARE_OK)
        return status == TARE_NO_MEMORY ? tare_cli_no_memory(command) : TARE_EXIT_UNUSED;
    say("removed", path);
    return TARE_EXIT_DONE;
}

static TareExit uninstall_every(const TareCommand* command, const char* folder)
{
    TareInstalledPaths all;
    TareExit state =
        tare_installed_list(&all, folder) ? TARE_EXIT_DONE : tare_cli_no_memory(command);
    for (size_t i = 0; i < all.n && !tare_interrupt_came(); ++i)
        state = tare_cli_worse(state, uninstall_at(command, all.paths[i]));
    if (all.n == 0) {
        tare_cli_error(command, "no presets of tare install in %s", folder);
        state = tare_cli_worse(state, TARE_EXIT_UNUSED);
    }
    tare_installed_clear(&all);
    return state;
}

/** Takes the text for an id at first, so that a preset goes whose model has left the catalogue. */
static TareExit uninstall_one(const TareCommand* command, TareStock* stock, const char* model,
                              const char* folder)
{
    char* path = tare_bundle_path(folder, model);
    if (path && tare_bundle_owner(path) == TARE_BUNDLE_ABSENT) {
        free(path);
        const TareCorrection* const correction = tare_pick_model(command, stock, model);
        if (!correction)
            return TARE_EXIT_UNUSED;
        path = tare_bundle_path(folder, correction->entry.id);
    }
    if (!path)
        return tare_cli_no_memory(command);
    TareExit state = TARE_EXIT_UNUSED;
    if (tare_bundle_owner(path) == TARE_BUNDLE_OURS)
        state = uninstall_at(command, path);
    else
        tare_cli_error(command, "%s is not installed in %s", model, folder);
    free(path);
    return state;
}

static TareExit uninstall_models(const TareCommand* command, TareArguments models,
                                 const char* folder)
{
    TareStock* stock = NULL;
    TareExit state = tare_pick_stock(command, &stock);
    if (state == TARE_EXIT_DONE)
        for (int i = 0; i < models.n && !tare_interrupt_came(); ++i)
            state = tare_cli_worse(state, uninstall_one(command, stock, models.texts[i], folder));
    tare_stock_close(stock);
    return state;
}

static TareExit uninstall(const TareCommand* command, TareArguments arguments)
{
    Request request = {0};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    if (request.pipewire && (request.folder || parsed.operands.n > 0)) {
        tare_cli_error(command, "--pipewire takes neither models nor --dir");
        return TARE_EXIT_WRONG;
    }
    if (request.pipewire)
        return tare_use_remove(command);
    char* const folder = lv2_folder(command, request.folder);
    if (!folder)
        return TARE_EXIT_WRONG;
    tare_interrupt_catch();
    tare_bundle_sweep(folder);
    TareExit state = parsed.operands.n > 0 ? uninstall_models(command, parsed.operands, folder)
                                           : uninstall_every(command, folder);
    free(folder);
    state = tare_cli_flush(command, state);
    tare_interrupt_obey();
    return state;
}

static const TareOption uninstall_options[] = {
    DIR_OPTION,
    {.name = "pipewire",
     TARE_SETS_FLAG(Request, pipewire),
     .help = "instead: all that 'tare use' and 'tare device' made"},
    {.name = NULL}};

const TareCommand tare_command_uninstall = {
    .name = "uninstall",
    .arguments = "[MODEL...]",
    .summary = "Removes LV2 presets that 'tare install' wrote, all or of models",
    .example = "\"sony ex1000\"",
    .note = "Each argument names one model, so that a name with blanks needs quotes.",
    .options = uninstall_options,
    .operands = {.max = -1, .offers.rest.list = tare_offer_installed},
    .run = uninstall};
