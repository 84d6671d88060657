#include "cli/sink/use.h"
#include "base/utf8.h"
#include "cli/audio/sound.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"
#include "controls.h"
#include "corrections/correction.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"

#include <string.h>

/** What the command line asks for. */
typedef struct {
    TarePickFile file;
    const char* kind;
    const char* place;
    TareSinkWish wish;
    TareSound sound;
} Request;

/** What shall be done with the sink. */
typedef struct {
    const Request* request;
    const TareCorrection* correction;
} Job;

static TareExit use_correction(const TareCommand* command, TareSink* sink, const void* data)
{
    const Job* const job = data;
    const Request* const request = job->request;
    const TareCorrection* const correction = job->correction;
    TareSound sound = request->sound;
    TareTaste own;
    const TareExit state = tare_use_taste(command, sink, &sound, &own);
    if (state != TARE_EXIT_DONE)
        return state;
    const TareControls controls = tare_sound_controls(&sound, &correction->set);
    const char* file = request->file.path ? request->file.path : "";
    char name[TARE_SINK_CHOICE_NAME];
    if (request->kind)
        (void)tare_sink_choice_set_kind(sink, request->kind); /* there is one of that name */
    if (request->place)
        tare_sink_choice_set_place(sink, tare_sink_choice_find_place(request->place));
    if (sink->choice.is_smart && (request->wish.wants_default || request->wish.device)) {
        tare_cli_error(command, "a smart sink is in front of whatever is the default output; "
                                "expected neither --default nor --device, or --sink own");
        return TARE_EXIT_WRONG;
    }
    if (!tare_utf8_is_valid(file, strlen(file), NULL))
        file = "?"; /* it is kept for people only */
    tare_entry_display_name(&correction->entry, name, sizeof name);
    if (tare_sink_choice_set(sink, &controls, &own, correction->entry.id, name, file))
        return tare_use_apply(command, sink, &request->wish);
    tare_cli_error(command, "a name is too long; expected at most %d bytes",
                   TARE_SINK_CHOICE_NAME - 1);
    return TARE_EXIT_UNUSED;
}

static TareExit run_use(const TareCommand* command, TareArguments arguments)
{
    Request request = {.sound = tare_sound_unsaid()};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    if (request.kind && tare_chain_kind_find(request.kind) == TARE_N_CHAIN_KINDS) {
        tare_cli_error(command, "unknown kind %s; expected lv2, ladspa, builtin or param_eq",
                       request.kind);
        return TARE_EXIT_WRONG;
    }
    if (request.place && tare_sink_choice_find_place(request.place) == TARE_SINK_N_PLACES) {
        tare_cli_error(command, "unknown sink %s; expected own or smart", request.place);
        return TARE_EXIT_WRONG;
    }
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, parsed.operands, &request.file);
    if (state != TARE_EXIT_DONE)
        return state;
    tare_pick_tell_words(command, pick.stock, pick.correction);
    request.wish.is_kind_given = request.kind != NULL;
    const Job job = {&request, pick.correction};
    state = tare_use_run(command, true, use_correction, &job);
    tare_pick_clear(&pick);
    return state;
}

static const TareOption use_options[] = {
    TARE_PICK_OPTIONS(Request, file),
    {.name = "kind",
     .value = "KIND",
     TARE_SETS_TEXT(Request, kind),
     .help = "lv2, ladspa, builtin or param_eq (default: as it is, or what runs)",
     .offer.words = "lv2 ladspa builtin param_eq"},
    {.name = "sink",
     .value = "PLACE",
     TARE_SETS_TEXT(Request, place),
     .help = "own: an output by itself; smart: in the way to the default one (default: as it is)",
     .offer.words = "own smart"},
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
    "what they are. 'tare uninstall --pipewire' takes everything away again.";

const TareCommand tare_command_use = {
    .name = "use",
    .arguments = "MODEL | --file FILE",
    .summary = "Corrects everything that plays through PipeWire, live",
    .example = "hd 650 --default",
    .note = use_note,
    .options = use_options,
    .operands = {.max = -1, .offers = {.rest.list = tare_offer_models, .is_one_name = true}},
    .run = run_use};
