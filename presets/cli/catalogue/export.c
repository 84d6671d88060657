#include "base/file.h"
#include "base/nearest.h"
#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/for_device.h"
#include "cli/catalogue/pick.h"
#include "cli/catalogue/pick_aim.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"
#include "formats/devices.h"
#include "formats/formats.h"
#include "formats/output.h"
#include "tare/limits.h"

#include <stdio.h>

typedef struct {
    const TareFormat* format;
    TareFormatOutput output;
    TareReporter reporter;
} Job;

static bool write_correction(FILE* out, void* data)
{
    Job* const job = data;
    job->output.file = out;
    return job->format->write(&job->output, &job->reporter);
}

/** The format by an index of those that can be written; NULL beyond the last one. */
static const TareFormat* written_format(size_t index)
{
    const TareFormat* format = NULL;
    for (size_t i = 0; (format = tare_formats_get(i)); ++i)
        if (format->write && index-- == 0)
            break;
    return format;
}

static const TareFormat* find_format(const TareCommand* command, const char* name)
{
    const TareFormat* const format = name ? tare_formats_find_written(name) : NULL;
    if (format)
        return format;
    if (!name) {
        tare_cli_error(command, "a format is missing; expected --format and a name out of 'tare "
                                "formats'");
        return NULL;
    }
    TareNearest nearest = {.typed = name};
    for (size_t i = 0; written_format(i); ++i)
        tare_nearest_look(&nearest, written_format(i)->name);
    const char* const meant = tare_nearest_word(&nearest);
    if (meant)
        tare_cli_error(command, "unknown format %s; did you mean %s?", name, meant);
    else
        tare_cli_error(command, "unknown format %s; expected one that 'tare formats' lists", name);
    return NULL;
}

static TareExit export_to(const TareCommand* command, Job* job)
{
    if (!job->output.path) {
        const bool ok = write_correction(stdout, job);
        return tare_cli_flush(command, ok ? TARE_EXIT_DONE : TARE_EXIT_UNUSED);
    }
    const TareStatus status =
        tare_file_replace(job->output.path, write_correction, job, &job->reporter);
    if (status == TARE_NO_MEMORY)
        return tare_cli_no_memory(command);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

/** What the command line asks for. */
typedef struct {
    TarePickFile file;
    TareAimOptions aim;
    const char *format, *device, *out_path;
    double rate_hz;
} Request;

static TareExit export(const TareCommand* command, TareArguments arguments)
{
    Request request = {0};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    const TareDevice* device = NULL;
    if (!tare_for_device(command, request.device, &device))
        return TARE_EXIT_WRONG;
    if (device && !request.format)
        request.format = device->format;
    Job job = {.format = find_format(command, request.format),
               .output = {.rate_hz = request.rate_hz,
                          .device = device ? device->limits : NULL,
                          .path = request.out_path},
               .reporter = tare_cli_command_reporter(command)};
    if (!job.format)
        return TARE_EXIT_WRONG;
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, parsed.operands, &request.file);
    if (state == TARE_EXIT_DONE)
        state = tare_pick_aim(&pick, command, &request.aim);
    if (state != TARE_EXIT_DONE)
        return state;
    job.output.correction = pick.correction;
    tare_pick_tell_words(command, pick.stock, pick.correction);
    state = export_to(command, &job);
    tare_pick_clear(&pick);
    return state;
}

static const TareOption export_options[] = {
    TARE_PICK_OPTIONS(Request, file),
    TARE_AIM_OPTIONS(Request, aim),
    {.name = "format",
     .letter = 'F',
     .value = "NAME",
     TARE_SETS_TEXT(Request, format),
     .help = "what to write; 'tare formats' lists the names",
     .offer.list = tare_offer_formats},
    {.name = "for",
     .value = "NAME",
     TARE_SETS_TEXT(Request, device),
     .help = "within the limits of a device; 'tare formats --devices' lists the names",
     .offer.list = tare_offer_devices},
    {.name = "rate",
     .letter = 'r',
     .value = "HZ",
     TARE_SETS_NUMBER(Request, rate_hz),
     .min = TARE_SAMPLE_RATE_MIN_HZ,
     .max = TARE_SAMPLE_RATE_MAX_HZ,
     .help = "of the stream in which it will be played (default as 'tare formats' says)"},
    {.name = "output",
     .letter = 'o',
     .value = "FILE",
     TARE_SETS_TEXT(Request, out_path),
     .is_written = true,
     .help = "where to write it (default: print it)",
     .offer.files = ""},
    {.name = NULL}};

static const char export_note[] = TARE_PICK_WORDS_NOTE " A file\n"
                                                       "of the name behind -o is replaced.";

const TareCommand tare_command_export = {
    .name = "export",
    .arguments = "MODEL | --file FILE",
    .summary = "Writes a correction for another program",
    .example = "sony ex1000 --format apo -o ex1000.txt",
    .note = export_note,
    .options = export_options,
    .operands = {.max = -1, .offers = {.rest.list = tare_offer_models, .is_one_name = true}},
    .run = export};
