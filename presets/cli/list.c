#include "cli/cli.h"
#include "cli/json.h"
#include "cli/matches.h"
#include "cli/options.h"
#include "cli/stock.h"
#include "cli/terminal.h"
#include "models.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** A model as if it had been searched by its name. */
static TareMatch match_of(const TareModel* model)
{
    const bool fits = model->n_corrections <= TARE_MATCH_MAX_CORRECTIONS;
    TareMatch match = {.score = TARE_SCORE_NAME};
    match.n_corrections = fits ? model->n_corrections : TARE_MATCH_MAX_CORRECTIONS;
    memcpy(match.corrections, model->corrections, match.n_corrections * sizeof *match.corrections);
    return match;
}

static void print_models(const TareMatch* matches, size_t n)
{
    char name[256];
    size_t width = 0;
    for (size_t i = 0; i < n; ++i) {
        tare_correction_display_name(matches[i].corrections[0], name, sizeof name);
        const size_t columns = tare_terminal_width(name);
        width = columns > width ? columns : width;
    }
    for (size_t i = 0; i < n; ++i) {
        const char* const form = tare_form_name(matches[i].corrections[0]->form);
        tare_correction_display_name(matches[i].corrections[0], name, sizeof name);
        tare_terminal_print_padded(stdout, name, width);
        printf("  %-8s  %zu correction%s\n", form ? form : "", matches[i].n_corrections,
               matches[i].n_corrections == 1 ? "" : "s");
    }
}

static TareExit list(const TareCommand* command, const TareModels* models, bool json)
{
    const size_t n = tare_models_n(models);
    TareMatch* const matches = calloc(n + 1, sizeof *matches);
    if (!matches)
        return tare_cli_no_memory(command);
    for (size_t i = 0; i < n; ++i)
        matches[i] = match_of(tare_models_get(models, i));
    TareExit state = TARE_EXIT_DONE;
    if (json)
        state = tare_json_print(command, tare_matches_json(matches, n));
    else
        print_models(matches, n);
    free(matches);
    if (n == 0) {
        tare_cli_error(command, "the catalogue is empty");
        state = TARE_EXIT_UNUSED;
    }
    return tare_cli_flush(command, state);
}

TareExit tare_command_list(const TareCommand* command, TareArguments arguments)
{
    bool json = false;
    const TareOption options[] = {{.name = "json", .flag = &json, .help = "print JSON"},
                                  {.name = NULL}};
    const TareParsed parsed =
        tare_options_parse(command, options, (TareOperands){0, 0, NULL}, arguments);
    if (parsed.done)
        return parsed.state;
    TareCatalogue* catalogue = NULL;
    TareExit state = tare_stock_open(command, &catalogue);
    if (state != TARE_EXIT_DONE)
        return state;
    TareModels* const models = tare_models_new(catalogue);
    state = models ? list(command, models, json) : tare_cli_no_memory(command);
    tare_models_free(models);
    tare_catalogue_free(catalogue);
    return state;
}
