#include "cli/catalogue/matches.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/json.h"
#include "cli/frame/options.h"
#include "cli/frame/terminal.h"
#include "corrections/entry.h"
#include "search/models.h"
#include "search/query.h"
#include "search/search.h"
#include "search/stock.h"

#include <stdio.h>
#include <stdlib.h>

static void print_models(const TareModels* models)
{
    char name[256];
    size_t width = 0;
    for (size_t i = 0; i < tare_models_n(models); ++i) {
        tare_entry_display_name(tare_models_get(models, i)->corrections[0], name, sizeof name);
        const size_t columns = tare_terminal_width(name);
        width = columns > width ? columns : width;
    }
    for (size_t i = 0; i < tare_models_n(models); ++i) {
        const TareModel* const model = tare_models_get(models, i);
        const char* const form = tare_form_name(model->corrections[0]->form);
        tare_entry_display_name(model->corrections[0], name, sizeof name);
        tare_terminal_print_padded(stdout, name, width);
        printf("  %-8s  %zu correction%s\n", form ? form : "", model->n_corrections,
               model->n_corrections == 1 ? "" : "s");
    }
}

/** All models as if each had been searched by its name. */
static TareExit print_json(const TareCommand* command, const TareModels* models)
{
    const size_t n = tare_models_n(models);
    TareSearchMatch* const matches = calloc(n + 1, sizeof *matches);
    if (!matches)
        return tare_cli_no_memory(command);
    for (size_t i = 0; i < n; ++i)
        matches[i] = (TareSearchMatch){TARE_SCORE_NAME, tare_models_get(models, i), 0};
    const TareExit state = tare_json_print(command, tare_matches_json(matches, n));
    free(matches);
    return state;
}

static TareExit list(const TareCommand* command, const TareModels* models, bool json)
{
    TareExit state = TARE_EXIT_DONE;
    if (json)
        state = print_json(command, models);
    else
        print_models(models);
    if (tare_models_n(models) == 0) {
        tare_cli_error(command, "the catalogue is empty");
        state = TARE_EXIT_UNUSED;
    }
    return tare_cli_flush(command, state);
}

static TareExit run_list(const TareCommand* command, TareArguments arguments)
{
    bool json = false;
    const TareParsed parsed = tare_options_parse(command, arguments, &json);
    if (parsed.done)
        return parsed.state;
    TareStock* stock = NULL;
    TareExit state = tare_pick_stock(command, &stock);
    if (state != TARE_EXIT_DONE)
        return state;
    const TareModels* const models = tare_stock_models(stock);
    state = models ? list(command, models, json) : tare_cli_no_memory(command);
    tare_stock_close(stock);
    return state;
}

const TareCommand tare_command_list = {.name = "list",
                                       .arguments = "",
                                       .summary = "Lists every headphone of the catalogue",
                                       .options = tare_options_json,
                                       .run = run_list};
