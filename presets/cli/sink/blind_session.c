#include "cli/sink/blind_session.h"

#include "cli/frame/terminal.h"
#include "cli/sink/blind_keys.h"
#include "cli/sink/blind_result.h"
#include "cli/sink/blind_run.h"
#include "cli/sink/blind_sounds.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/taste_sound.h"
#include "corrections/blind.h"
#include "pipewire/live/sink.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const TareCommand* command;
    TareBlind* blind;
    TareBlindSounds* sounds;
    unsigned n_rounds;
} Job;

/* What is said */

static void print_intro(const TareBlind* blind, const TareBlindSounds* sounds)
{
    size_t width = 0;
    for (size_t i = 0; i < sounds->n; ++i) {
        const size_t columns = tare_terminal_width(sounds->names[i].title);
        width = columns > width ? columns : width;
    }
    puts("Compares, all equally loud for pink noise:");
    for (size_t i = 0; i < sounds->n; ++i) {
        fputs("    ", stdout);
        tare_terminal_print_padded(stdout, sounds->names[i].title, width);
        printf("  %.1f dB down\n", sounds->lowered_db[i]);
    }
    if (blind->kind == TARE_BLIND_ABX)
        puts("1, 2 and x play; a and 1 or 2 says which of them x is; space goes on; q ends.\n");
    else
        printf("1 to %zu play; r and 1 to %d rate what plays; space goes on; q ends.\n\n",
               sounds->n, TARE_BLIND_MAX_RATING);
}

static TareExit say_lost(const TareCommand* command, TareAuditionState state)
{
    static const char* const texts[TARE_AUDITION_N_STATES] = {
        [TARE_AUDITION_GOES_ON] = "not enough memory",
        [TARE_AUDITION_NO_PIPEWIRE] =
            "PipeWire went away; what played before plays when it is back",
        [TARE_AUDITION_NO_SINK] = "the sink Tare went away",
        [TARE_AUDITION_NO_ANSWER] = "the sink Tare does not take the corrections",
        [TARE_AUDITION_OVERTAKEN] =
            "another program changed what Tare plays, which stays; the comparison ends"};
    tare_cli_error(command, "%s", texts[state]);
    return TARE_EXIT_UNUSED;
}

/* The comparison */

/** With the sink in hand. What played before is restored whatever happens. */
static TareExit compare(const Job* job, TareAudition* audition)
{
    TareBlindKeys keys;
    TareAuditionState state = TARE_AUDITION_GOES_ON;
    TareBlindRunEnd end = TARE_BLIND_RUN_LOST;
    TareExit result =
        tare_blind_sounds_match(job->sounds, job->command, tare_audition_rate_hz(audition));
    if (result == TARE_EXIT_DONE &&
        !tare_audition_set_sounds(audition, job->sounds->controls, job->sounds->n))
        result = tare_cli_no_memory(job->command);
    if (result == TARE_EXIT_DONE && !tare_blind_keys_take(&keys)) {
        tare_cli_error(job->command, "the terminal cannot be used: %s", strerror(errno));
        result = TARE_EXIT_UNUSED;
    }
    const bool has_begun = result == TARE_EXIT_DONE;
    if (has_begun) {
        print_intro(job->blind, job->sounds);
        end = tare_blind_run(job->blind, audition, job->n_rounds, &state);
    }
    const bool is_restored = tare_audition_end(audition);
    if (!has_begun)
        return result;
    tare_blind_keys_give_back(&keys);
    if (end == TARE_BLIND_RUN_LOST)
        result = say_lost(job->command, state);
    else if (!is_restored) {
        tare_cli_error(job->command,
                       "what played before could not be restored; 'tare use' sets it");
        result = TARE_EXIT_UNUSED;
    }
    if (end != TARE_BLIND_RUN_INTERRUPTED) {
        putchar('\n');
        tare_blind_result_print(job->blind, job->sounds->names, job->n_rounds);
    }
    return result;
}

/** Each correction is heard as `tare use` would play it. */
static TareSinkResult add_taste(const TareCommand* command, const TareSink* sink,
                                TareBlindSounds* sounds)
{
    TareTaste taste;
    char words[TARE_TASTE_WORDS];
    const TareSinkResult result = tare_sink_taste(sink, &taste);
    if (result != TARE_SINK_DONE || tare_taste_is_none(&taste))
        return result;
    tare_taste_sound_words(&taste, words);
    tare_cli_note(command, "your taste, %s, is added to all but the original", words);
    tare_blind_sounds_add_taste(sounds, &taste);
    return result;
}

TareExit tare_blind_session(const TareCommand* command, TareBlind* blind, TareBlindSounds* sounds,
                            unsigned n_rounds)
{
    const Job job = {command, blind, sounds, n_rounds};
    const TareReporter reporter = tare_cli_command_reporter(command);
    TareSink sink;
    TareAudition* audition = NULL;
    TareLivePresence presence = TARE_LIVE_THERE;
    TareSinkResult result = tare_sink_open(&sink, TARE_SINK_CHANGE, &reporter);
    if (result == TARE_SINK_DONE)
        result = add_taste(command, &sink, sounds);
    if (result == TARE_SINK_DONE)
        result = tare_audition_begin(&audition, &sink, &presence);
    const TareExit state = tare_sink_words_exit(command, &sink, NULL, result);
    if (presence != TARE_LIVE_THERE)
        tare_cli_error(command, "%s", tare_sink_words_presence(presence));
    tare_sink_close(&sink);
    return audition ? compare(&job, audition) : state;
}
