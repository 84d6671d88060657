#include "base/dice.h"
#include "base/interrupt.h"
#include "cli/catalogue/aim_options.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"
#include "cli/sink/blind_keys.h"
#include "cli/sink/blind_log.h"
#include "cli/sink/blind_run.h"
#include "cli/sink/blind_session.h"
#include "cli/sink/blind_sounds.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Few enough that a seed out of the log can be typed again. */
#define N_SEEDS UINT64_C(1000000000000)

/** What the command line asks for. */
typedef struct {
    TareOptionTexts files;
    TareAimOptions aim;
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

static TareExit run_job(Job* job)
{
    tare_interrupt_catch();
    TareExit state = tare_blind_session(job->command, &job->blind, &job->sounds, job->n_rounds);
    if (job->log >= 0 &&
        !tare_blind_log_write(job->log, &job->blind, job->sounds.names, job->seed)) {
        tare_cli_error(job->command, "the log cannot be written: %s", strerror(errno));
        state = TARE_EXIT_UNUSED;
    }
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
        tare_blind_sounds_pick(&job->sounds, job->command, models, &request->files, &request->aim);
    if (state != TARE_EXIT_DONE)
        return state;
    job->n_rounds = (unsigned)request->n_rounds;
    job->seed = (uint64_t)fmax(request->seed, 0.0);
    if (request->seed < 0.0 && !tare_dice_draw_seed(&job->seed)) {
        tare_cli_error(job->command, "the system gives no random numbers: %s", strerror(errno));
        return TARE_EXIT_UNUSED;
    }
    job->seed %= N_SEEDS;
    tare_blind_start(&job->blind, request->is_abx ? TARE_BLIND_ABX : TARE_BLIND_RATING,
                     (uint8_t)job->sounds.n, job->seed);
    if (request->log)
        job->log = tare_blind_log_open(request->log);
    if (!request->log || job->log >= 0)
        return TARE_EXIT_DONE;
    tare_cli_error(job->command, "%s cannot be written: %s", request->log, strerror(errno));
    return TARE_EXIT_UNUSED;
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
    TARE_AIM_OPTIONS(Request, aim),
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
     .is_written = true,
     .help = "append what was played and said to a table, tabs between",
     .offer.files = ""},
    {.name = "seed",
     .value = "N",
     TARE_SETS_NUMBER(Request, seed),
     .max = (double)(N_SEEDS - 1),
     .is_whole = true,
     .help = "the orders of a comparison before (default: new ones)"},
    {.name = NULL}};

static const char note[] =
    "Each argument names one model, or is 'original', the sound as it came; one model alone\n"
    "is compared with that. All but the original are aimed alike; 'tare export --target' makes\n"
    "a file of one that is aimed otherwise. What 'tare taste' says is added to all but the\n"
    "original, and all are turned down to be as loud as the quietest, within 0.2 LU for pink\n"
    "noise. What plays through PipeWire goes on; Tare is the default output for the while, in\n"
    "a sink that is started if there is none, of kind lv2 or ladspa. In the end, also after\n"
    "Ctrl-C, when the terminal is closed or 'tare blind' is killed, everything is as "
    "before.\n" TARE_BLIND_KEYS_NOTE "\n"
    "Neither the screen, nor how long a key takes, nor names and properties in PipeWire, nor\n"
    "a file tell what plays before the end. Who asks for the values of the filters, as\n"
    "pw-dump and 'tare status' do, or knows the seed, can know it. In the end the sign test of\n"
    "each pair, or the binomial test, says how often mere guessing is as clear; for several\n"
    "pairs also after Holm.\n" TARE_BLIND_LOG_NOTE;

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
