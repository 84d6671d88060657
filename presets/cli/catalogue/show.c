#include "band_set.h"
#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/identity.h"
#include "cli/catalogue/left_over.h"
#include "cli/catalogue/next_steps.h"
#include "cli/catalogue/others.h"
#include "cli/catalogue/persons_tell.h"
#include "cli/catalogue/pick.h"
#include "cli/catalogue/pick_aim.h"
#include "cli/catalogue/witnesses.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/json.h"
#include "cli/frame/options.h"
#include "cli/frame/print.h"
#include "cli/offers/offers.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"

#include <stdio.h>

static TareExit show(const TareCommand* command, const TarePick* pick, const char* file)
{
    const TareCorrection* const correction = pick->correction;
    tare_identity_print(correction);
    putchar('\n');
    tare_print_bands(correction->set.bands, correction->set.n_bands);
    for (size_t i = 0; i < correction->n_evidence; ++i) {
        putchar('\n');
        tare_print_evidence(&correction->evidence[i], 2);
    }
    if (!tare_left_over_print_pick(pick) || !tare_witnesses_print(pick) ||
        !tare_persons_print(pick) || !tare_others_print(pick) ||
        (pick->correction == pick->picked && !tare_next_steps_print(pick, file)))
        return tare_cli_no_memory(command);
    return tare_cli_flush(command, TARE_EXIT_DONE);
}

static TareExit print_json(const TareCommand* command, const TarePick* pick)
{
    json_t* const object = tare_json_correction(pick->correction);
    /* a file stands alone */
    const bool ok =
        tare_json_set(object, "left_over", tare_left_over_json(pick)) &&
        (!pick->stock || (tare_json_set(object, "agreement", tare_witnesses_json(pick)) &&
                          tare_json_set(object, "measured_by", tare_persons_json(pick)) &&
                          tare_json_set(object, "others", tare_others_json(pick))));
    return tare_json_print(command, tare_json_keep_if(ok, object));
}

/** What the command line asks for. */
typedef struct {
    TarePickFile file;
    TareAimOptions aim;
    bool json;
} Request;

static TareExit run(const TareCommand* command, TareArguments arguments)
{
    Request request = {0};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, parsed.operands, &request.file);
    if (state == TARE_EXIT_DONE)
        state = tare_pick_aim(&pick, command, &request.aim);
    if (state != TARE_EXIT_DONE)
        return state;
    state = request.json ? print_json(command, &pick) : show(command, &pick, request.file.path);
    tare_pick_clear(&pick);
    return state;
}

static const TareOption options[] = {TARE_PICK_OPTIONS(Request, file),
                                     TARE_AIM_OPTIONS(Request, aim),
                                     TARE_JSON_OPTION(Request, json),
                                     {.name = NULL}};

const TareCommand tare_command_show = {
    .name = "show",
    .arguments = "MODEL | --file FILE",
    .summary = "Shows one correction in full, with its evidence",
    .example = "sony ex1000",
    .note = TARE_PICK_WORDS_NOTE,
    .options = options,
    .operands = {.max = -1, .offers = {.rest.list = tare_offer_models, .is_one_name = true}},
    .run = run};
