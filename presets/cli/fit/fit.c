#include "band_set.h"
#include "cli/catalogue/draw.h"
#include "cli/catalogue/for_device.h"
#include "cli/catalogue/pick_count.h"
#include "cli/fit/fit_request.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"
#include "fit/eq_limits.h"
#include "formats/devices.h"
#include "tare/limits.h"

#include <string.h>

/** What cannot be asked for together with a list. */
static bool check_batch(const TareFitRequest* request, bool has_files)
{
    if (has_files)
        tare_cli_error(request->command,
                       "both a list and a file are given; expected --batch alone");
    else if (!request->out_folder || !request->out_folder[0])
        tare_cli_error(request->command, "a folder is missing; expected --out DIR with --batch");
    else
        return true;
    return false;
}

/** What cannot be asked for together with sides apart. */
static bool check_apart(const TareFitRequest* request, int n_files)
{
    if (request->sides && n_files != 1)
        tare_cli_error(request->command, "expected one file, with columns of left and right");
    else if (!request->sides && (!request->left || !request->right || n_files > 0))
        tare_cli_error(request->command,
                       "expected --left FILE and --right FILE, and no other file");
    else if (!request->count.is_fewest && request->count.n > TARE_MAX_BANDS / 2)
        tare_cli_error(request->command,
                       "%u filters for each side are too many; expected at most %d",
                       request->count.n, TARE_MAX_BANDS / 2);
    else
        return true;
    return false;
}

static bool check_sources(const TareFitRequest* request, int n_files)
{
    const bool is_apart = request->left || request->right || request->sides;
    if (request->batch)
        return check_batch(request, n_files > 0 || is_apart);
    if (request->out_folder)
        tare_cli_error(request->command, "--out goes with --batch; expected -o FILE");
    else if (is_apart)
        return check_apart(request, n_files);
    else if (request->leaves_balance)
        tare_cli_error(request->command,
                       "--keep-balance is about sides apart; expected --sides, or --left and "
                       "--right, with it");
    else if (n_files == 0)
        tare_cli_error(request->command, "a file is missing; expected a measurement");
    else
        return true;
    return false;
}

/** Finds the device, which has bands enough for sides and a rate of its own that counts. */
static bool check_device(TareFitRequest* request)
{
    if (!tare_for_device(request->command, request->device_name, &request->device))
        return false;
    if (!request->device)
        return true;
    if (request->left && !request->device->limits->has_sides)
        tare_cli_error(request->command,
                       "%s has the same filters left and right; expected --left "
                       "and --right without --for, or files alone",
                       request->device->title);
    else
        return true;
    return false;
}

static bool check_goal(const TareFitRequest* request)
{
    const TareCommand* const command = request->command;
    if (request->gain_curve && (request->target || request->sound_like))
        tare_cli_error(command, "--gain-curve is the equaliser itself; expected no target with it");
    else if (request->target && request->sound_like)
        tare_cli_error(command, "both --target and --sound-like are given; expected either");
    else if (request->rate_hz != 44100.0 && request->rate_hz != 48000.0)
        tare_cli_error(command,
                       "--rate cannot be used; expected 44100 or 48000: Tare keeps the sound "
                       "at every other rate");
    else
        return true;
    return false;
}

static TareExit fit(const TareCommand* command, TareArguments arguments)
{
    TareFitRequest request = tare_fit_request_default(command);
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    if (!tare_pick_count(command, request.filters, &request.count) ||
        !check_sources(&request, parsed.operands.n) || !check_goal(&request) ||
        !check_device(&request))
        return TARE_EXIT_WRONG;
    if (request.plot_path && !tare_draw_knows(command, request.plot_path))
        return TARE_EXIT_WRONG;
    return request.batch ? tare_fit_batch(&request) : tare_fit_single(&request, parsed.operands);
}

static const TareOption options[] = {
    /* whereto the measurement goes */
    {.name = "target",
     .letter = 't',
     .value = "NAME|FILE",
     TARE_SETS_TEXT(TareFitRequest, target),
     .help = "whereto; 'tare targets' lists names (default by form and rig)",
     .offer = {.list = tare_offer_targets, .files = ""}},
    {.name = "form",
     .value = "FORM",
     TARE_SETS_TEXT(TareFitRequest, form),
     .help = "over-ear, on-ear, in-ear or earbud",
     .offer.words = "over-ear on-ear in-ear earbud"},
    {.name = "rig",
     .value = "NAME",
     TARE_SETS_TEXT(TareFitRequest, rig),
     .help = "on what it was measured: gras, hms, 711 or 5128",
     .offer.words = "gras hms 711 5128"},
    {.name = "sound-like",
     .value = "FILE",
     TARE_SETS_TEXT(TareFitRequest, sound_like),
     .help = "another headphone measured on the same rig",
     .offer.files = ""},
    {.name = "gain-curve",
     TARE_SETS_FLAG(TareFitRequest, gain_curve),
     .help = "the file is the wished equaliser itself"},
    {.name = "bass",
     .value = "DB",
     TARE_SETS_NUMBER(TareFitRequest, bend.bass_db),
     .min = TARE_TONE_MIN_DB,
     .max = TARE_TONE_MAX_DB,
     .not_with = "gain-curve",
     .help = "more bass than the target has: low shelf, 105 Hz, Q 0.707"},
    {.name = "treble",
     .value = "DB",
     TARE_SETS_NUMBER(TareFitRequest, bend.treble_db),
     .min = TARE_TONE_MIN_DB,
     .max = TARE_TONE_MAX_DB,
     .not_with = "gain-curve",
     .help = "more treble: high shelf, 2.5 kHz, Q 0.42"},
    {.name = "ear",
     .value = "DB",
     TARE_SETS_NUMBER(TareFitRequest, bend.ear_db),
     .min = TARE_TONE_MIN_DB,
     .max = TARE_TONE_MAX_DB,
     .not_with = "gain-curve",
     .help = "more of what the ear adds: peak, 2.75 kHz, Q 1"},
    {.name = "tilt",
     .value = "DB",
     TARE_SETS_NUMBER(TareFitRequest, bend.tilt_db_per_octave),
     .min = TARE_TILT_MIN_DB_PER_OCTAVE,
     .max = TARE_TILT_MAX_DB_PER_OCTAVE,
     .not_with = "gain-curve",
     .help = "slope of the target in dB per octave, above 0 brighter"},

    /* what is measured */
    {.name = "left",
     .value = "FILE",
     TARE_SETS_TEXT(TareFitRequest, left),
     .help = "the left side; with --right each side gets filters of its own",
     .offer.files = ""},
    {.name = "right",
     .value = "FILE",
     TARE_SETS_TEXT(TareFitRequest, right),
     .help = "the right side",
     .offer.files = ""},
    {.name = "sides",
     TARE_SETS_FLAG(TareFitRequest, sides),
     .not_with = "left right column batch",
     .help = "the file has columns of left and right: each side gets filters of its own"},
    {.name = "keep-balance",
     TARE_SETS_FLAG(TareFitRequest, leaves_balance),
     .not_with = "batch",
     .help = "with sides apart: leave it if one side is louder"},
    {.name = "column",
     .value = "NAME",
     TARE_SETS_TEXT(TareFitRequest, column),
     .help = "the column of the file to take"},

    /* how it goes there */
    {.name = "filters",
     .letter = 'n',
     .value = "N|auto",
     TARE_SETS_TEXT(TareFitRequest, filters),
     .help = "how many, 1 to 20, or as few as needed (default 10)",
     .offer.words = "auto"},
    {.name = "rate",
     .letter = 'r',
     .value = "HZ",
     TARE_SETS_NUMBER(TareFitRequest, rate_hz),
     .min = 44100,
     .max = 48000,
     .help = "rate for which the filters are meant, 44100 or 48000 (default)",
     .offer.words = "44100 48000"},
    {.name = "for",
     .value = "NAME",
     TARE_SETS_TEXT(TareFitRequest, device_name),
     .not_with = "batch",
     .help = "within the limits of a device; 'tare formats --devices' lists the names",
     .offer.list = tare_offer_devices},
    {.name = "restarts",
     .value = "N",
     TARE_SETS_NUMBER(TareFitRequest, n_restarts),
     .max = 1000,
     .is_whole = true,
     .help = "how often to try a filter elsewhere (default 16)"},

    /* how far it goes */
    {.name = "max-boost",
     .value = "DB",
     TARE_SETS_NUMBER(TareFitRequest, wish.max_boost_db),
     .max = 20,
     .help = "at most (default 6)"},
    {.name = "treble-limit",
     .value = "HZ",
     TARE_SETS_NUMBER(TareFitRequest, wish.treble_limit_hz),
     .min = 1000,
     .max = 20000,
     .help = "smoothed more and boosted less from there on (default 6000)"},
    {.name = "treble-boost",
     .value = "SHARE",
     TARE_SETS_NUMBER(TareFitRequest, wish.treble_boost),
     .max = 1,
     .help = "how much of a boost in the treble, 0 to 1 (default 0.85)"},
    {.name = "smoothing",
     .value = "OCTAVES",
     TARE_SETS_NUMBER(TareFitRequest, wish.smoothing_octaves),
     .max = 2,
     .help = "width of detail that is left alone (default 1/12)"},
    {.name = "treble-smoothing",
     .value = "OCTAVES",
     TARE_SETS_NUMBER(TareFitRequest, wish.treble_smoothing_octaves),
     .max = 4,
     .help = "the same in the treble (default 2)"},
    {.name = "max-slope",
     .value = "DB",
     TARE_SETS_NUMBER(TareFitRequest, wish.max_slope_db_per_octave),
     .min = 1,
     .max = 1000,
     .help = "of boosts, per octave (default 36)"},

    /* what comes out */
    {.name = "name",
     .value = "NAME",
     TARE_SETS_TEXT(TareFitRequest, name),
     .not_with = "batch",
     .help = "brand and model, for the correction (default: the name of the file)"},
    {.name = "output",
     .letter = 'o',
     .value = "FILE",
     TARE_SETS_TEXT(TareFitRequest, out_path),
     .is_written = true,
     .not_with = "batch",
     .help = "write the correction: FILE.tare, FILE.txt, FILE.json, or as --format says",
     .offer.files = ""},
    {.name = "format",
     .letter = 'F',
     .value = "NAME",
     TARE_SETS_TEXT(TareFitRequest, format),
     .only_with = "output",
     .not_with = "batch",
     .help = "what to write (default apo); 'tare formats' lists names",
     .offer.list = tare_offer_formats},
    {.name = "plot",
     .letter = 'p',
     .value = "FILE",
     TARE_SETS_TEXT(TareFitRequest, plot_path),
     .is_written = true,
     .not_with = "batch",
     .help = "draw it: FILE.svg or FILE.png",
     .offer.files = ".svg .png"},
    {.name = "json",
     TARE_SETS_FLAG(TareFitRequest, json),
     .not_with = "batch",
     .help = "print JSON"},

    /* many at once */
    {.name = "batch",
     .value = "INDEX.csv",
     TARE_SETS_TEXT(TareFitRequest, batch),
     .help = "fit all measurements of a list",
     .offer.files = ".csv"},
    {.name = "out",
     .value = "DIR",
     TARE_SETS_TEXT(TareFitRequest, out_folder),
     .help = "where the results of a list go",
     .offer.has_folders = true},
    {.name = "jobs",
     .letter = 'j',
     .value = "N",
     TARE_SETS_NUMBER(TareFitRequest, n_jobs),
     .min = 1,
     .max = 64,
     .is_whole = true,
     .only_with = "batch",
     .help = "how many at once (default 1)"},
    {.name = NULL}};

static const char note[] =
    "A measurement is a table of frequency and level, as REW, AutoEq and graph tools write it.\n"
    "Several files are averaged, such as left and right, or several seatings, and so are columns\n"
    "of left and right. A file in another unit than dB is refused. Beyond the measured range the\n"
    "correction keeps its gain, where that ends below 16 kHz or begins above 110 Hz.";

const TareCommand tare_command_fit = {
    .name = "fit",
    .arguments = "CURVE... | --batch INDEX.csv --out DIR",
    .summary = "Makes a correction out of a measurement and a target",
    .example = "measurement.csv --form over-ear --rig gras -o mine.tare",
    .note = note,
    .options = options,
    .operands = {.max = -1, .offers.rest.files = ""},
    .run = fit};
