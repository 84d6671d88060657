#include "cli/sink/use.h"

#include "base/interrupt.h"
#include "base/utf8.h"
#include "cli/audio/sound.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/options.h"
#include "cli/sink/sink_words.h"
#include "pipewire/live/sink.h"

#include <string.h>

/* tare use */

static TareExit choose(const TareCommand* command, TareChoice* choice,
                       const TareCorrection* correction, const TareSound* sound, const char* file)
{
    char name[TARE_CHOICE_TEXT];
    if (file && !tare_utf8_is_valid(file, strlen(file), NULL))
        file = "?"; /* it is kept for people only */
    tare_entry_display_name(&correction->entry, name, sizeof name);
    choice->is_off = false;
    const TareControls controls = tare_sound_controls(sound, &correction->set);
    tare_choice_set_controls(choice, &controls);
    if (tare_choice_set_text(choice->name, name) &&
        tare_choice_set_text(choice->id, correction->entry.id) &&
        tare_choice_set_text(choice->file, file ? file : ""))
        return TARE_EXIT_DONE;
    tare_cli_error(command, "a name is too long; expected at most %d bytes", TARE_CHOICE_TEXT - 1);
    return TARE_EXIT_UNUSED;
}

static TareExit set_kind(const TareCommand* command, TareSink* sink, const char* kind)
{
    if (!kind || tare_sink_set_kind(sink, kind))
        return TARE_EXIT_DONE;
    tare_cli_error(command, "unknown kind %s; expected lv2, ladspa, builtin or param_eq", kind);
    return TARE_EXIT_WRONG;
}

static TareExit use_pick(const TareCommand* command, const TareCorrection* correction,
                         const TareSound* sound, const char* file, const char* kind,
                         const TareSinkWish* wish)
{
    const TareReporter reporter = tare_cli_command_reporter(command);
    TareSink sink;
    tare_interrupt_catch();
    const TareSinkResult result = tare_sink_open(&sink, TARE_SINK_MAKE, &reporter);
    TareExit state = tare_sink_words_exit(command, &sink, wish, result);
    if (state == TARE_EXIT_DONE)
        state = set_kind(command, &sink, kind);
    if (state == TARE_EXIT_DONE)
        state = choose(command, &sink.choice, correction, sound, file);
    if (state == TARE_EXIT_DONE)
        state = tare_use_apply(command, &sink, wish);
    tare_sink_close(&sink);
    state = tare_cli_flush(command, state);
    tare_interrupt_obey();
    return state;
}

/** What the command line asks for. */
typedef struct {
    const char *file, *kind;
    TareSinkWish wish;
    TareSound sound;
} Request;

static TareExit run_use(const TareCommand* command, TareArguments arguments)
{
    Request request = {.sound = tare_sound_default()};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, parsed.operands, request.file);
    if (state != TARE_EXIT_DONE)
        return state;
    request.wish.is_kind_given = request.kind != NULL;
    state = use_pick(command, pick.correction, &request.sound, request.file, request.kind,
                     &request.wish);
    tare_pick_clear(&pick);
    return state;
}

static const TareOption use_options[] = {
    TARE_PICK_OPTION(Request, file),
    {.name = "kind",
     .value = "KIND",
     TARE_SETS_TEXT(Request, kind),
     .help = "lv2, ladspa, builtin or param_eq (default: as it is, or what runs)",
     .offer.words = "lv2 ladspa builtin param_eq"},
    {.name = "default",
     TARE_SETS_FLAG(Request, wish.wants_default),
     .help = "make Tare the default output of everything that plays"},
    {.name = "device",
     .value = "NAME",
     TARE_SETS_TEXT(Request, wish.device),
     .help = "the output behind Tare, by any of its names; 'auto' for the usual one"},
    TARE_OPTIONS_OF_PART(tare_sound_options, Request, sound),
    {.name = NULL}};

static const char use_note[] = TARE_PICK_WORDS_NOTE
    " The sink\n"
    "Tare starts with every session of PipeWire; a correction changes while it plays, without a\n"
    "gap. Kinds lv2 and ladspa fade; builtin, which needs no plugin, jumps, and param_eq starts\n"
    "anew. 'tare uninstall --pipewire' takes everything away again.";

const TareCommand tare_command_use = {.name = "use",
                                      .arguments = "MODEL | --file FILE",
                                      .summary =
                                          "Corrects everything that plays through PipeWire, live",
                                      .example = "hd 650 --default",
                                      .note = use_note,
                                      .options = use_options,
                                      .operands = {.max = -1},
                                      .run = run_use};

/* tare off */

static TareExit off(const TareCommand* command, TareArguments arguments)
{
    const TareParsed parsed = tare_options_parse(command, arguments, NULL);
    if (parsed.done)
        return parsed.state;
    const TareReporter reporter = tare_cli_command_reporter(command);
    static const TareSinkWish wish = {0};
    TareSink sink;
    tare_interrupt_catch();
    const TareSinkResult result = tare_sink_open(&sink, TARE_SINK_CHANGE, &reporter);
    TareExit state = tare_sink_words_exit(command, &sink, &wish, result);
    if (state == TARE_EXIT_DONE && !sink.has_choice) {
        tare_cli_error(command, "there is no sink Tare to switch off; 'tare use MODEL' makes one");
        state = TARE_EXIT_UNUSED;
    } else if (state == TARE_EXIT_DONE) {
        sink.choice.is_off = true;
        state = tare_use_apply(command, &sink, &wish);
    }
    tare_sink_close(&sink);
    state = tare_cli_flush(command, state);
    tare_interrupt_obey();
    return state;
}

const TareCommand tare_command_off = {.name = "off",
                                      .arguments = "",
                                      .summary = "Leaves what plays through PipeWire as it is",
                                      .run = off};
