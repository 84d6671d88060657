#include "base/interrupt.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/frame/terminal.h"
#include "cli/offers/offers.h"
#include "cli/sink/blind_keys.h"
#include "cli/sink/blind_log.h"
#include "cli/sink/blind_result.h"
#include "cli/sink/blind_run.h"
#include "cli/sink/blind_sounds.h"
#include "cli/sink/sink_words.h"
#include "pipewire/live/sink.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Few enough that a seed out of the log can be typed again. */
#define N_SEEDS 1000000000000.0

/** What the command line asks for. */
typedef struct {
    TareOptionTexts files;
    const char* log;
    bool is_abx;
    double n_rounds, seed; ///< seed < 0: none given
} Request;

typedef struct {
    const TareCommand* command;
    TareBlindSounds sounds;
    TareBlind blind;
    uint64_t seed;
    unsigned n_rounds;
    int log; ///< -1: none
} Job;

/* What is said */

static void print_intro(const Job* job)
{
    const TareBlindSounds* const sounds = &job->sounds;
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
    if (job->blind.kind == TARE_BLIND_ABX)
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
        [TARE_AUDITION_OVERTAKEN] = "another program changed what Tare plays, which stays so; the "
                                    "comparison ends"};
    tare_cli_error(command, "%s", texts[state]);
    return TARE_EXIT_UNUSED;
}

/* The comparison */

/** With the sink in hand. What played before is restored whatever happens. */
static TareExit compare(Job* job, TareAudition* audition)
{
    TareBlindKeys keys;
    TareAuditionState state = TARE_AUDITION_GOES_ON;
    TareBlindRunEnd end = TARE_BLIND_RUN_LOST;
    TareExit result =
        tare_blind_sounds_match(&job->sounds, job->command, tare_audition_rate_hz(audition));
    if (result == TARE_EXIT_DONE &&
        !tare_audition_set_sounds(audition, job->sounds.controls, job->sounds.n))
        result = tare_cli_no_memory(job->command);
    if (result == TARE_EXIT_DONE && !tare_blind_keys_take(&keys)) {
        tare_cli_error(job->command, "the terminal cannot be used: %s", strerror(errno));
        result = TARE_EXIT_UNUSED;
    }
    const bool has_begun = result == TARE_EXIT_DONE;
    if (has_begun) {
        print_intro(job);
        end = tare_blind_run(&job->blind, audition, job->n_rounds, &state);
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
        tare_blind_result_print(&job->blind, &job->sounds, job->n_rounds);
    }
    return result;
}

/** Borrows the sink; the lock on its files is held no longer than that takes. */
static TareExit borrow_and_compare(Job* job)
{
    const TareReporter reporter = tare_cli_command_reporter(job->command);
    TareSink sink;
    TareAudition* audition = NULL;
    TareLivePresence presence = TARE_LIVE_THERE;
    TareSinkResult result = tare_sink_open(&sink, TARE_SINK_CHANGE, &reporter);
    if (result == TARE_SINK_DONE)
        result = tare_audition_begin(&audition, &sink, &presence);
    TareExit state = tare_sink_words_exit(job->command, &sink, NULL, result);
    if (presence != TARE_LIVE_THERE)
        tare_cli_error(job->command, "%s", tare_sink_words_presence(presence));
    tare_sink_close(&sink);
    return audition ? compare(job, audition) : state;
}

static TareExit run_job(Job* job)
{
    tare_interrupt_catch();
    TareExit state = borrow_and_compare(job);
    if (job->log >= 0)
        state = tare_cli_worse(state, tare_blind_log_write(job->command, job->log, &job->blind,
                                                           &job->sounds, job->seed));
    state = tare_cli_flush(job->command, state);
    tare_interrupt_obey();
    return state;
}

/* The call */

/** What keeps a call from being one; NULL when nothing does. */
static const char* fault_of(const Request* request, int n_models)
{
    const unsigned n = (unsigned)n_models + request->files.n;
    if (request->is_abx && n > 2)
        return "--abx compares two sounds; expected no more";
    if (!tare_blind_keys_has_person())
        return "it asks for keys; expected a terminal at its input and output";
    return NULL;
}

static TareExit prepare(Job* job, const Request* request, TareArguments models)
{
    const TareExit state =
        tare_blind_sounds_pick(&job->sounds, job->command, models, &request->files);
    if (state != TARE_EXIT_DONE)
        return state;
    job->n_rounds = (unsigned)request->n_rounds;
    job->seed = (uint64_t)fmax(request->seed, 0.0);
    if (request->seed < 0.0 && !tare_dice_draw_seed(&job->seed)) {
        tare_cli_error(job->command, "the system gives no random numbers: %s", strerror(errno));
        return TARE_EXIT_UNUSED;
    }
    job->seed %= (uint64_t)N_SEEDS;
    tare_blind_start(&job->blind, request->is_abx ? TARE_BLIND_ABX : TARE_BLIND_RATING,
                     (uint8_t)job->sounds.n, job->seed);
    if (request->log)
        job->log = tare_blind_log_open(job->command, request->log);
    return request->log && job->log < 0 ? TARE_EXIT_UNUSED : TARE_EXIT_DONE;
}

static TareExit run_blind(const TareCommand* command, TareArguments arguments)
{
    Request request = {.n_rounds = 10.0, .seed = -1.0};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    const char* const fault = fault_of(&request, parsed.operands.n);
    if (fault) {
        tare_cli_error(command, "%s", fault);
        return TARE_EXIT_WRONG;
    }
    Job* const job = calloc(1, sizeof *job);
    if (!job)
        return tare_cli_no_memory(command);
    job->command = command;
    job->log = -1;
    TareExit state = prepare(job, &request, parsed.operands);
    if (state == TARE_EXIT_DONE)
        state = run_job(job);
    if (job->log >= 0)
        close(job->log);
    free(job);
    return state;
}

static const TareOption options[] = {
    {.name = "file",
     .letter = 'f',
     .value = "FILE",
     TARE_ADDS_TEXT(Request, files),
     .help = "compare a correction in a file too; may stand more than once",
     .offer.files = ".md .tare"},
    {.name = "abx",
     TARE_SETS_FLAG(Request, is_abx),
     .help = "find out whether two sounds can be told apart at all"},
    {.name = "rounds",
     .value = "N",
     TARE_SETS_NUMBER(Request, n_rounds),
     .min = 1,
     .max = TARE_BLIND_MAX_ROUNDS,
     .is_whole = true,
     .help = "how many rounds (default 10)"},
    {.name = "log",
     .value = "FILE",
     TARE_SETS_TEXT(Request, log),
     .help = "append what was played and said to a table, tabs between",
     .offer.files = ""},
    {.name = "seed",
     .value = "N",
     TARE_SETS_NUMBER(Request, seed),
     .max = N_SEEDS - 1.0,
     .is_whole = true,
     .help = "the orders of a comparison before (default: new ones)"},
    {.name = NULL}};

static const char note[] =
    "Each argument names one model, or is 'original', the sound as it came; one model alone\n"
    "is compared with that. All are turned down to be as loud as the quietest, within 0.2 LU\n"
    "for pink noise. What plays through PipeWire goes on; Tare is the default output for the\n"
    "while, in a sink that is started if there is none, of kind lv2 or ladspa. In the end,\n"
    "also after Ctrl-C or when the terminal is closed, everything is as "
    "before.\n" TARE_BLIND_KEYS_NOTE "\n"
    "Neither the screen, nor how long a key takes, nor names and properties in PipeWire, nor\n"
    "a file tell what plays before the end. Who asks PipeWire for the values of the filters\n"
    "(pw-dump), or knows the seed, can know it. In the end the sign test of each pair, or the\n"
    "binomial test, says how often mere guessing is as clear; for several pairs also after\n"
    "Holm.\n" TARE_BLIND_LOG_NOTE;

const TareCommand tare_command_blind = {
    .name = "blind",
    .arguments = "MODEL [MODEL...] [--file FILE...]",
    .summary = "Compares corrections by ear, blind, over what plays through PipeWire",
    .example = "\"hd 650\" original",
    .note = note,
    .options = options,
    .operands = {.max = -1,
                 .offers = {.rest = {.words = TARE_BLIND_ORIGINAL, .list = tare_offer_models}}},
    .run = run_blind};
