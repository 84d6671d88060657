#include "cli/sink/use.h"
#include "cli/audio/sound.h"
#include "cli/audio/sound_aim.h"
#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"
#include "pipewire/chain/chain_kind.h"
#include "pipewire/live/sink_choice.h"

/** What the command line asks for. */
typedef struct {
    TarePickFile file;
    TareAimOptions aim;
    const char* kind;
    const char* place;
    TareSinkWish wish;
    TareSound sound;
} Request;

static TareExit run_use(const TareCommand* command, TareArguments arguments)
{
    const TareSound unsaid = tare_sound_unsaid();
    Request request = {.sound = unsaid};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    if (request.kind && tare_chain_kind_find(request.kind) == TARE_N_CHAIN_KINDS) {
        tare_cli_error(command, "unknown kind %s; expected lv2, ladspa, builtin or param_eq",
                       request.kind);
        return TARE_EXIT_WRONG;
    }
    if (request.place && tare_sink_choice_find_place(request.place) == TARE_SINK_N_PLACES) {
        tare_cli_error(command, "unknown sink %s; expected own, smart or node", request.place);
        return TARE_EXIT_WRONG;
    }
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, parsed.operands, &request.file);
    if (state == TARE_EXIT_DONE)
        state = tare_sound_aim(&request.sound, &unsaid, &pick, command, &request.aim);
    if (state != TARE_EXIT_DONE)
        return state;
    tare_pick_tell_words(command, pick.stock, pick.correction);
    request.wish.is_kind_given = request.kind != NULL;
    const TareUseChoice choice = {.correction = pick.correction,
                                  .sound = &request.sound,
                                  .file = request.file.path,
                                  .kind = request.kind,
                                  .place = request.place,
                                  .wish = &request.wish};
    state = tare_use_run(command, true, tare_use_choice, &choice);
    tare_pick_clear(&pick);
    return state;
}

static const TareOption use_options[] = {
    TARE_PICK_OPTIONS(Request, file),
    TARE_AIM_TARGET_OPTIONS(Request, aim),
    {.name = "kind",
     .value = "KIND",
     TARE_SETS_TEXT(Request, kind),
     .help = "lv2, ladspa, builtin or param_eq (default: as it is, or what runs)",
     .offer.words = "lv2 ladspa builtin param_eq"},
    {.name = "sink",
     .value = "PLACE",
     TARE_SETS_TEXT(Request, place),
     .help = "own: an output; smart: before the default one; node: inside one (as it is)",
     .offer.words = "own smart node"},
    {.name = "default",
     TARE_SETS_FLAG(Request, wish.wants_default),
     .help = "make Tare the default output of everything that plays"},
    {.name = "device",
     .value = "NAME",
     TARE_SETS_TEXT(Request, wish.device),
     .help = "the output behind Tare, by any of its names; 'auto' for the usual one",
     .offer = {.words = "auto", .list = tare_offer_outputs}},
    TARE_SOUND_OPTIONS(Request, sound),
    {.name = NULL}};

static const char use_note[] = TARE_PICK_WORDS_NOTE
    " The sink\n"
    "Tare starts with every session of PipeWire; a correction changes while it plays, without a\n"
    "gap. Kinds lv2 and ladspa fade, over a second to what is louder; builtin, which needs no\n"
    "plugin, jumps, and param_eq starts anew. What 'tare taste' says counts where nothing else is\n"
    "said. With --sink smart, which needs WirePlumber 0.5, the default output and its volume stay\n"
    "what they are; with --sink node, which needs PipeWire 1.6, there is no sink at all, and one\n"
    "output is corrected, the default one or that of --device.\n"
    "'tare uninstall --pipewire' takes everything away again.\n" TARE_SOUND_AIM_NOTE;

const TareCommand tare_command_use = {
    .name = "use",
    .arguments = "MODEL | --file FILE",
    .summary = "Corrects everything that plays through PipeWire, live",
    .example = "hd 650 --default",
    .note = use_note,
    .options = use_options,
    .operands = {.max = -1, .offers = {.rest.list = tare_offer_models, .is_one_name = true}},
    .run = run_use};
