#include "cli/audio/sound.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/taste_sound.h"
#include "cli/sink/turn_words.h"
#include "cli/sink/use.h"
#include "pipewire/chain/taste_file.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"

#include <stdio.h>

/** What the command line asks for. */
typedef struct {
    bool reset;
    TareSound sound;
} Request;

static void print_taste(const TareTaste* taste)
{
    char words[TARE_TASTE_WORDS];
    tare_taste_sound_words(taste, words);
    printf("taste: %s\n", words);
    fflush(stdout);
}

/** Without a sink there is nothing to be heard yet. */
static TareExit keep(const TareCommand* command, TareSink* sink, const TareTaste* lasting,
                     const TareTaste* said)
{
    const TareChoice before = sink->choice;
    if (sink->has_choice) {
        tare_sink_choice_set_taste(sink, said);
        return tare_turn_apply(command, sink, &before, lasting, said);
    }
    return tare_sink_words_exit(command, sink, NULL, tare_sink_set_taste(sink, lasting));
}

/** Forgets all of it, also what cannot be read. */
static TareExit reset(const TareCommand* command, TareSink* sink)
{
    const TareTaste usual = tare_taste_sound_usual();
    const TareTaste none = tare_taste_none();
    TareTaste before;
    const TareStatus status = tare_taste_file_read(&before, sink->paths.taste, NULL);
    if (status == TARE_NO_MEMORY)
        return tare_cli_no_memory(command);
    if (status != TARE_OK) {
        const TareSinkResult result = tare_sink_set_taste(sink, &none);
        if (result != TARE_SINK_DONE)
            return tare_sink_words_exit(command, sink, NULL, result);
        tare_cli_note(command, "%s could not be read, and was written anew", sink->paths.taste);
    }
    print_taste(&none);
    return keep(command, sink, &none, &usual);
}

static TareExit set(const TareCommand* command, TareSink* sink, const void* data)
{
    const Request* const request = data;
    const TareTaste said = tare_taste_sound_said(&request->sound);
    TareTaste lasting;
    if (request->reset)
        return reset(command, sink);
    const TareSinkResult result = tare_sink_taste(sink, &lasting);
    if (result != TARE_SINK_DONE)
        return tare_sink_words_exit(command, sink, NULL, result);
    tare_taste_put(&lasting, &said);
    print_taste(&lasting);
    return keep(command, sink, &lasting, &said);
}

static TareExit show(const TareCommand* command)
{
    const TareReporter reporter = tare_cli_command_reporter(command);
    TareSink sink;
    TareTaste taste;
    TareSinkResult result = tare_sink_open(&sink, TARE_SINK_LOOK, &reporter);
    if (result == TARE_SINK_DONE)
        result = tare_sink_taste(&sink, &taste);
    TareExit state = tare_sink_words_exit(command, &sink, NULL, result);
    if (state == TARE_EXIT_DONE) {
        print_taste(&taste);
        state = tare_cli_flush(command, state);
    }
    tare_sink_close(&sink);
    return state;
}

static TareExit taste(const TareCommand* command, TareArguments arguments)
{
    Request request = {.sound = tare_sound_unsaid()};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    const TareTaste said = tare_taste_sound_said(&request.sound);
    const bool says = !tare_taste_is_none(&said);
    return says || request.reset ? tare_use_run(command, false, set, &request) : show(command);
}

static const TareOption options[] = {TARE_OPTIONS_OF_PART(tare_sound_taste_options, Request, sound),
                                     {.name = "reset",
                                      TARE_SETS_FLAG(Request, reset),
                                      .not_with = "strength bass treble tilt",
                                      .help = "forget all of it, also what cannot be read"},
                                     {.name = NULL}};

const TareCommand tare_command_taste = {
    .name = "taste",
    .arguments = "",
    .summary = "Keeps your bass, treble, tilt and strength for every model",
    .example = "--bass 3 --tilt -0.5",
    .note = "What is said stays, is heard at once, and counts for every later model and for the\n"
            "outputs of 'tare device', unless something else is said with them. Without an option\n"
            "it prints what is kept.",
    .options = options,
    .run = taste};
