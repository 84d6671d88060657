#include "cli/catalogue/pick.h"

#include "cli/catalogue/pick_dialect.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "corrections/basis.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "formats/formats.h"
#include "search/meant.h"
#include "search/models.h"
#include "search/stock.h"

#include <stdlib.h>
#include <string.h>

const TareOption tare_pick_options[] = {
    {.name = "file",
     .letter = 'f',
     .value = "FILE",
     TARE_SETS_TEXT(TarePickFile, path),
     .help = "take the correction out of a file; 'tare formats' lists what can be read",
     .offer.files = TARE_PICK_FILES},
    {.name = "dialect",
     .value = "NAME",
     TARE_SETS_TEXT(TarePickFile, dialect),
     .help = TARE_PICK_DIALECT_HELP,
     .offer.words = TARE_PICK_DIALECT_WORDS},
    {.name = NULL}};

static void print_candidates(const TareSearchMatch* matches, size_t n)
{
    size_t width = 0;
    char name[256];
    for (size_t i = 0; i < n; ++i) {
        tare_entry_display_name(matches[i].model->corrections[0], name, sizeof name);
        const size_t columns = tare_terminal_width(name);
        width = columns > width ? columns : width;
    }
    for (size_t i = 0; i < n; ++i) {
        tare_entry_display_name(matches[i].model->corrections[0], name, sizeof name);
        fputs("    ", stderr);
        tare_terminal_print_padded(stderr, name, width);
        fputs("  ", stderr);
        tare_terminal_print(stderr, matches[i].model->corrections[0]->id);
        fputc('\n', stderr);
    }
}

/** Says that there is no such model, what comes near and what can be done. */
static void say_nothing(const TareCommand* command, const TareMeant* meant, const char* query)
{
    tare_cli_error(command, "'%s' is not in the catalogue%s", query,
                   meant->n_matches > 0 ? "; nearest:" : "; 'tare list' shows every model");
    print_candidates(meant->matches, meant->n_matches);
    if (meant->n_matches > 0)
        tare_cli_note(command, "'tare find' searches further; 'tare fit' makes a correction from a "
                               "measured curve");
}

/** Says what keeps a query from meaning a model, or what it was taken for. */
static void say_meaning(const TareCommand* command, const TareMeant* meant, const char* query)
{
    char name[256];
    switch (meant->meaning) {
    case TARE_MEANT_NOTHING:
        say_nothing(command, meant, query);
        break;
    case TARE_MEANT_SEVERAL:
        tare_cli_error(command, "'%s' fits more than one model; expected one of:", query);
        print_candidates(meant->matches, meant->n_matches);
        break;
    case TARE_MEANT_SIMILAR:
        tare_entry_display_name(meant->entry, name, sizeof name);
        tare_cli_note(command, "'%s' is read as %s", query, name);
        break;
    case TARE_MEANT_ONE:
        break;
    }
}

static const TareCorrection* correction_of(TareStock* stock, const TareEntry* entry)
{
    return tare_catalogue_correction(tare_stock_catalogue(stock), entry, tare_cli_reporter());
}

const TareCorrection* tare_pick_model(const TareCommand* command, TareStock* stock,
                                      const char* model)
{
    TareMeant meant;
    if (!tare_stock_meant(stock, model, &meant)) {
        tare_cli_no_memory(command);
        return NULL;
    }
    say_meaning(command, &meant, model);
    return meant.entry ? correction_of(stock, meant.entry) : NULL;
}

bool tare_pick_has_words_only(TareStock* stock, const TareCorrection* correction)
{
    const TareEntry* const entry = &correction->entry;
    const TareModels* const models =
        stock && tare_basis_is_words(entry) ? tare_stock_models(stock) : NULL;
    const TareModel* const model = models ? tare_models_find_id(models, entry->id) : NULL;
    return model ? tare_basis_all_words(model->corrections, model->n_corrections)
                 : tare_basis_is_words(entry);
}

void tare_pick_tell_words(const TareCommand* command, TareStock* stock,
                          const TareCorrection* correction)
{
    char name[256];
    if (!tare_pick_has_words_only(stock, correction))
        return;
    tare_entry_display_name(&correction->entry, name, sizeof name);
    tare_cli_note(command, "%s is corrected " TARE_BASIS_WORDS, name);
}

/** Whether all arguments as one name mean something; a note says so. */
static TareExit pick_as_one(const TareCommand* command, TareStock* stock, TareArguments models,
                            const TareCorrection** correction)
{
    char* const name = tare_cli_join(models);
    TareMeant meant;
    if (!name || !tare_stock_meant(stock, name, &meant)) {
        free(name);
        return tare_cli_no_memory(command);
    }
    const bool is_name = meant.meaning != TARE_MEANT_NOTHING;
    if (is_name)
        say_meaning(command, &meant, name);
    free(name);
    *correction = meant.entry ? correction_of(stock, meant.entry) : NULL;
    return *correction || !is_name ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

TareExit tare_pick_models(const TareCommand* command, TareStock* stock, TareArguments models,
                          const TareCorrection** corrections, size_t* n)
{
    *n = 0;
    corrections[0] = NULL;
    TareExit state = TARE_EXIT_DONE;
    if (models.n > 1)
        state = pick_as_one(command, stock, models, &corrections[0]);
    if (state != TARE_EXIT_DONE || corrections[0]) {
        *n = corrections[0] != NULL;
        return state;
    }
    for (int i = 0; i < models.n; ++i) {
        corrections[i] = tare_pick_model(command, stock, models.texts[i]);
        if (!corrections[i])
            state = TARE_EXIT_UNUSED;
    }
    *n = state == TARE_EXIT_DONE ? (size_t)models.n : 0;
    return state;
}

static TareExit pick_in_file(TarePick* pick, const TareCommand* command, const TarePickFile* file)
{
    const TareReporter reporter = tare_cli_command_reporter(command);
    const char* const path = file->path;
    TareDialect dialect;
    if (!tare_pick_dialect(command, file->dialect, &dialect))
        return TARE_EXIT_WRONG;
    const TareStatus status = tare_formats_read_file(&pick->file, path, dialect, &reporter);
    if (status != TARE_OK)
        return tare_cli_exit_of(command, status);
    if (pick->file.n != 1) {
        tare_report(&reporter, TARE_ERROR, path, 0, 0,
                    "holds %zu corrections; expected one, or a review", pick->file.n);
        return TARE_EXIT_WRONG;
    }
    pick->correction = pick->picked = &pick->file.corrections[0];
    return TARE_EXIT_DONE;
}

TareExit tare_pick_stock(const TareCommand* command, TareStock** stock)
{
    const TareReporter reporter = tare_cli_command_reporter(command);
    return tare_cli_exit_of(command, tare_stock_open(stock, &reporter));
}

static TareExit pick_by_name(TarePick* pick, const TareCommand* command, const char* model)
{
    const TareExit state = tare_pick_stock(command, &pick->stock);
    if (state != TARE_EXIT_DONE)
        return state;
    pick->correction = pick->picked = tare_pick_model(command, pick->stock, model);
    return pick->correction ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

TareExit tare_pick(TarePick* pick, const TareCommand* command, const char* model,
                   const TarePickFile* file)
{
    const bool has_file = file && file->path;
    *pick = (TarePick){0};
    if ((model != NULL) == has_file) {
        tare_cli_error(command, "%s; expected either a model or --file FILE",
                       has_file ? "both a model and a file are given" : "a model is missing");
        return TARE_EXIT_WRONG;
    }
    if (file && file->dialect && !has_file) {
        tare_cli_error(command, "--dialect means nothing alone; expected --file with it");
        return TARE_EXIT_WRONG;
    }
    const TareExit state =
        has_file ? pick_in_file(pick, command, file) : pick_by_name(pick, command, model);
    if (state != TARE_EXIT_DONE)
        tare_pick_clear(pick);
    return state;
}

TareExit tare_pick_words(TarePick* pick, const TareCommand* command, TareArguments model,
                         const TarePickFile* file)
{
    if (model.n == 0)
        return tare_pick(pick, command, NULL, file);
    char* const name = tare_cli_join(model);
    if (!name)
        return tare_cli_no_memory(command);
    const TareExit state = tare_pick(pick, command, name, file);
    free(name);
    return state;
}

void tare_pick_clear(TarePick* pick)
{
    tare_curve_clear(&pick->target);
    tare_contents_clear(&pick->aimed);
    tare_contents_clear(&pick->file);
    tare_stock_close(pick->stock);
    *pick = (TarePick){0};
}
