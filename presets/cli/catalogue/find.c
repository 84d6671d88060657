#include "cli/catalogue/matches.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/json.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"
#include "search/likely.h"
#include "search/search.h"
#include "search/stock.h"

#include <stdlib.h>

enum { MAX_FOUND = 1000 };

static TareExit find(const TareCommand* command, TareStock* stock, const char* query, size_t limit,
                     bool json)
{
    TareSearchMatch* const matches = calloc(limit, sizeof *matches);
    size_t n = 0;
    if (!matches || !tare_stock_search(stock, query, matches, limit, &n)) {
        free(matches);
        return tare_cli_no_memory(command);
    }
    TareExit state = TARE_EXIT_DONE;
    if (json)
        state = tare_json_print(command, tare_matches_json(matches, n));
    else
        tare_matches_print(matches, n);
    if (tare_likely_first(matches, n, query) == n) {
        tare_cli_error(command, "nothing found for '%s'; %s", query,
                       n > 0 ? "this comes near" : "'tare list' shows every model");
        state = TARE_EXIT_UNUSED;
    }
    free(matches);
    return tare_cli_flush(command, state);
}

/** What the command line asks for. */
typedef struct {
    bool json;
    double limit;
} Request;

static TareExit run(const TareCommand* command, TareArguments arguments)
{
    Request request = {.limit = 10};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    char* const query = tare_cli_join(parsed.operands);
    if (!query)
        return tare_cli_no_memory(command);
    TareStock* stock = NULL;
    TareExit state = tare_pick_stock(command, &stock);
    if (state == TARE_EXIT_DONE)
        state = find(command, stock, query, (size_t)request.limit, request.json);
    tare_stock_close(stock);
    free(query);
    return state;
}

static const TareOption options[] = {{.name = "limit",
                                      .letter = 'n',
                                      .value = "N",
                                      TARE_SETS_NUMBER(Request, limit),
                                      .min = 1,
                                      .max = MAX_FOUND,
                                      .is_whole = true,
                                      .help = "at most so many models (default 10)"},
                                     TARE_JSON_OPTION(Request, json),
                                     {.name = NULL}};

const TareCommand tare_command_find = {
    .name = "find",
    .arguments = "QUERY...",
    .summary = "Finds headphones by name, best first, with their corrections",
    .example = "hd 650",
    .options = options,
    .operands = {.min = 1,
                 .max = -1,
                 .what = "what to find",
                 .offers = {.rest.list = tare_offer_models, .is_one_name = true}},
    .run = run};
