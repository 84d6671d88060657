#include "cli/audio/sound.h"
#include "cli/audio/sound_aim.h"
#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"

#include "base/number.h"
#include "controls.h"
#include "corrections/correction.h"
#include "plan.h"
#include "tare/limits.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    double rate_hz, n_points, from_hz, to_hz;
    const char* at;
    const char* channel;
} Grid;

/** Rounds to a number of decimals, so that what is printed is what was computed with. */
static double rounded(double value, double decimals)
{
    const double scale = pow(10.0, decimals);
    return round(value * scale) / scale;
}

static void print_point(const TareCascade* cascade, uint32_t channel, double freq_hz)
{
    char freq[TARE_NUMBER_SIZE];
    char gain[TARE_NUMBER_SIZE];
    tare_number_format(freq, sizeof freq, freq_hz);
    tare_number_format(gain, sizeof gain,
                       rounded(tare_cascade_gain_db(cascade, channel, freq_hz), 6));
    printf("%s,%s\n", freq, gain);
}

static void print_range(const TareCascade* cascade, uint32_t channel, const Grid* grid)
{
    const int n = (int)grid->n_points;
    for (int i = 0; i < n; ++i) {
        const double position = n > 1 ? (double)i / (n - 1) : 0.0;
        const double freq_hz = grid->from_hz * pow(grid->to_hz / grid->from_hz, position);
        print_point(cascade, channel, rounded(freq_hz, 3));
    }
}

/** Goes through "100,5500"; prints the points when there is a cascade, else only checks. */
static bool visit_list(const TareCommand* command, const TareCascade* cascade, uint32_t channel,
                       const Grid* grid)
{
    const char* text = grid->at;
    for (;;) {
        double freq_hz = 0.0;
        size_t used = 0;
        const size_t length = strcspn(text, ",");
        if (!tare_number_parse(text, length, &freq_hz, &used) || used != length || freq_hz <= 0.0 ||
            freq_hz >= 0.5 * grid->rate_hz) {
            tare_cli_error(command,
                           "--at %s cannot be used; expected frequencies above 0 Hz and below half "
                           "the rate, with commas between",
                           grid->at);
            return false;
        }
        if (cascade)
            print_point(cascade, channel, freq_hz);
        if (text[length] == '\0')
            return true;
        text += length + 1;
    }
}

/** Checks what the options say together, and keeps the range below half the rate. */
static bool prepare(const TareCommand* command, Grid* grid)
{
    if (strcmp(grid->channel, "left") != 0 && strcmp(grid->channel, "right") != 0) {
        tare_cli_error(command, "--channel %s cannot be used; expected left or right",
                       grid->channel);
        return false;
    }
    if (grid->at)
        return visit_list(command, NULL, 0, grid);
    const double highest_hz = 0.499 * grid->rate_hz;
    if (grid->to_hz > highest_hz) {
        tare_cli_note(command, "a stream of %.0f Hz ends at %.0f Hz; the response stops at %.3f Hz",
                      grid->rate_hz, 0.5 * grid->rate_hz, highest_hz);
        grid->to_hz = highest_hz;
    }
    if (grid->from_hz > grid->to_hz) {
        tare_cli_error(command, "--from lies above --to; expected the lower frequency first");
        return false;
    }
    return true;
}

static bool differs_by_channel(const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (set->bands[i].channel != TARE_CHANNEL_BOTH)
            return true;
    return false;
}

static TareExit respond(const TareCommand* command, const TareBandSet* set, const TareSound* sound,
                        const Grid* grid, bool is_channel_given)
{
    if (!is_channel_given && differs_by_channel(set))
        tare_cli_note(command, "left and right differ; this is the left one, --channel chooses");
    const TareControls controls = tare_sound_controls(sound, set);
    const uint32_t channel = strcmp(grid->channel, "right") == 0;
    TarePlan plan;
    if (!tare_plan_make(&plan, &controls, grid->rate_hz, TARE_MAX_CHANNELS))
        return tare_cli_no_memory(command);
    puts("frequency_hz,gain_db");
    if (grid->at)
        visit_list(command, &plan.cascade, channel, grid);
    else
        print_range(&plan.cascade, channel, grid);
    return tare_cli_flush(command, TARE_EXIT_DONE);
}

/** What the command line asks for. */
typedef struct {
    TarePickFile file;
    TareAimOptions aim;
    const char* channel;
    Grid grid;
    TareSound sound;
} Request;

static TareExit run(const TareCommand* command, TareArguments arguments)
{
    Request request = {.grid = {.rate_hz = 48000, .n_points = 481, .from_hz = 20, .to_hz = 20000},
                       .sound = tare_sound_default()};
    const TareSound unsaid = request.sound;
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    request.grid.channel = request.channel ? request.channel : "left";
    if (!prepare(command, &request.grid))
        return TARE_EXIT_WRONG;
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, parsed.operands, &request.file);
    if (state == TARE_EXIT_DONE)
        state = tare_sound_aim(&request.sound, &unsaid, &pick, command, &request.aim);
    if (state != TARE_EXIT_DONE)
        return state;
    state = respond(command, &pick.correction->set, &request.sound, &request.grid,
                    request.channel != NULL);
    tare_pick_clear(&pick);
    return state;
}

#define FREQ_OPTION(option_name, member, text)                                                     \
    {                                                                                              \
        .name = option_name, .value = "HZ", TARE_SETS_NUMBER(Request, member), .min = 0.001,       \
        .max = 1e6, .not_with = "at", .help = text                                                 \
    }

static const TareOption options[] = {
    TARE_PICK_OPTIONS(Request, file),
    TARE_AIM_TARGET_OPTIONS(Request, aim),
    {.name = "rate",
     .letter = 'r',
     .value = "HZ",
     TARE_SETS_NUMBER(Request, grid.rate_hz),
     .min = TARE_SAMPLE_RATE_MIN_HZ,
     .max = TARE_SAMPLE_RATE_MAX_HZ,
     .help = "sample rate of the stream (default 48000)"},
    {.name = "channel",
     .value = "CHANNEL",
     TARE_SETS_TEXT(Request, channel),
     .help = "left or right, where they differ (default left)",
     .offer.words = "left right"},
    {.name = "points",
     .value = "N",
     TARE_SETS_NUMBER(Request, grid.n_points),
     .min = 1,
     .max = 1000000,
     .is_whole = true,
     .not_with = "at",
     .help = "how many frequencies (default 481)"},
    FREQ_OPTION("from", grid.from_hz, "lowest frequency (default 20)"),
    FREQ_OPTION("to", grid.to_hz, "highest frequency (default 20000)"),
    {.name = "at",
     .value = "HZ,...",
     TARE_SETS_TEXT(Request, grid.at),
     .help = "just these frequencies, in place of a range"},
    TARE_SOUND_OPTIONS(Request, sound),
    {.name = NULL}};

const TareCommand tare_command_response = {
    .name = "response",
    .arguments = "MODEL | --file FILE",
    .summary = "Prints the response of a correction as CSV, computed from what really runs",
    .example = "sony ex1000 --rate 44100",
    .note = TARE_PICK_WORDS_NOTE "\n" TARE_SOUND_AIM_NOTE,
    .options = options,
    .operands = {.max = -1, .offers = {.rest.list = tare_offer_models, .is_one_name = true}},
    .run = run};
