#include "cli/catalogue/pick.h"

#include "base/file.h"
#include "base/utf8.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "search/stock.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_CATALOGUE_FILE_BYTES = 1 << 26 };

static void print_candidates(const TareMatch* matches, size_t n)
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

/** Says what keeps a query from meaning a model, or what it was taken for. */
static void say_meaning(const TareCommand* command, const TareMeant* meant, const char* query)
{
    char name[256];
    switch (meant->meaning) {
    case TARE_MEANT_NOTHING:
        tare_cli_error(command, "nothing found for '%s'%s", query,
                       meant->n_matches > 0 ? "; nearest:" : "; 'tare list' shows every model");
        print_candidates(meant->matches, meant->n_matches);
        break;
    case TARE_MEANT_SEVERAL:
        tare_cli_error(command, "'%s' fits more than one model; expected one of:", query);
        print_candidates(meant->matches, meant->n_matches);
        break;
    case TARE_MEANT_SIMILAR:
        tare_entry_display_name(meant->entry, name, sizeof name);
        tare_cli_note(command, "'%s' is taken for %s", query, name);
        break;
    case TARE_MEANT_ONE:
        break;
    }
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
    return meant.entry ? tare_catalogue_correction(tare_stock_catalogue(stock), meant.entry,
                                                   tare_cli_reporter())
                       : NULL;
}

static bool ends_with(const char* text, const char* end)
{
    const size_t length = strlen(text);
    const size_t end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/** Reviews open with a line of dashes; a text of the catalogue never does. */
static bool is_review(const char* path, const char* text)
{
    text += tare_utf8_mark_length(text, strlen(text));
    return strncmp(text, "---", 3) == 0 || ends_with(path, ".md");
}

static TareExit pick_in_review(TarePick* pick, const TareCommand* command, const char* path)
{
    const TareStatus status = tare_review_read_file(&pick->review, path, path, tare_cli_reporter());
    if (status != TARE_OK)
        return tare_cli_exit_of(command, status);
    pick->is_review = true;
    if (pick->review.has_correction) {
        pick->correction = &pick->review.correction;
        return TARE_EXIT_DONE;
    }
    tare_cli_error(command, "%s gives no correction: %s", path,
                   pick->review.is_headphone ? "it says nothing in figures that can be corrected"
                                             : "it is not about a headphone");
    return TARE_EXIT_UNUSED;
}

static TareExit pick_in_catalogue_text(TarePick* pick, const TareCommand* command, const char* path,
                                       const char* text, size_t length)
{
    pick->catalogue = tare_catalogue_new();
    if (!pick->catalogue)
        return tare_cli_no_memory(command);
    const TareStatus status =
        tare_catalogue_add_text(pick->catalogue, path, text, length, tare_cli_reporter());
    if (status != TARE_OK)
        return tare_cli_exit_of(command, status);
    const size_t n = tare_catalogue_n_corrections(pick->catalogue);
    if (n != 1) {
        tare_report(tare_cli_reporter(), TARE_ERROR, path, 0, 0,
                    "holds %zu corrections; expected one, or a review", n);
        return TARE_EXIT_WRONG;
    }
    pick->correction = tare_catalogue_correction(
        pick->catalogue, tare_catalogue_get(pick->catalogue, 0), tare_cli_reporter());
    return TARE_EXIT_DONE;
}

static TareExit pick_in_file(TarePick* pick, const TareCommand* command, const char* path)
{
    char* text = NULL;
    size_t length = 0;
    const TareStatus status =
        tare_file_read(path, MAX_CATALOGUE_FILE_BYTES, &text, &length, tare_cli_reporter());
    if (status != TARE_OK)
        return tare_cli_exit_of(command, status);
    const TareExit state = is_review(path, text)
                               ? pick_in_review(pick, command, path)
                               : pick_in_catalogue_text(pick, command, path, text, length);
    free(text);
    return state;
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
    pick->correction = tare_pick_model(command, pick->stock, model);
    return pick->correction ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

TareExit tare_pick(TarePick* pick, const TareCommand* command, const char* model, const char* file)
{
    *pick = (TarePick){0};
    if ((model != NULL) == (file != NULL)) {
        tare_cli_error(command, "%s; expected either a model or --file FILE",
                       file ? "both a model and a file are given" : "a model is missing");
        return TARE_EXIT_WRONG;
    }
    const TareExit state =
        file ? pick_in_file(pick, command, file) : pick_by_name(pick, command, model);
    if (state != TARE_EXIT_DONE)
        tare_pick_clear(pick);
    return state;
}

TareExit tare_pick_words(TarePick* pick, const TareCommand* command, TareArguments model,
                         const char* file)
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
    if (pick->is_review)
        tare_review_clear(&pick->review);
    tare_catalogue_free(pick->catalogue);
    tare_stock_close(pick->stock);
    *pick = (TarePick){0};
}
