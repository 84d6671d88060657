#include "base/file.h"
#include "base/nearest.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/json.h"
#include "cli/frame/options.h"
#include "cli/frame/terminal.h"
#include "formats/writer.h"

#include <stdio.h>

typedef struct {
    const TareWriter* writer;
    const TareCorrection* correction;
} Job;

static bool write_correction(FILE* out, void* data)
{
    const Job* const job = data;
    return job->writer->write(out, job->correction, tare_cli_reporter());
}

static const TareWriter* find_writer(const TareCommand* command, const char* format)
{
    const TareWriter* const writer = format ? tare_writer_find(format) : NULL;
    if (writer)
        return writer;
    const char* best = "";
    size_t best_distance = 0;
    for (const TareWriter* each = tare_writers(); format && each->name; ++each) {
        const size_t distance = tare_nearest_distance(format, each->name);
        if (best[0] == '\0' || distance < best_distance) {
            best = each->name;
            best_distance = distance;
        }
    }
    if (!format)
        tare_cli_error(command, "a format is missing; expected --format and a name out of 'tare "
                                "formats'");
    else if (best[0] != '\0' && tare_nearest_is_close(format, best_distance))
        tare_cli_error(command, "unknown format %s; did you mean %s?", format, best);
    else
        tare_cli_error(command, "unknown format %s; expected one that 'tare formats' lists",
                       format);
    return NULL;
}

static TareExit export_to(const TareCommand* command, Job* job, const char* out_path)
{
    if (!out_path) {
        const bool ok = write_correction(stdout, job);
        return tare_cli_flush(command, ok ? TARE_EXIT_DONE : TARE_EXIT_UNUSED);
    }
    const TareStatus status =
        tare_file_replace(out_path, write_correction, job, tare_cli_reporter());
    if (status == TARE_NO_MEMORY)
        return tare_cli_no_memory(command);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

/** What the command line asks for. */
typedef struct {
    const char *file, *format, *out_path;
} Request;

static TareExit export(const TareCommand* command, TareArguments arguments)
{
    Request request = {0};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    Job job = {.writer = find_writer(command, request.format)};
    if (!job.writer)
        return TARE_EXIT_WRONG;
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, parsed.operands, request.file);
    if (state != TARE_EXIT_DONE)
        return state;
    job.correction = pick.correction;
    state = export_to(command, &job, request.out_path);
    tare_pick_clear(&pick);
    return state;
}

static const TareOption export_options[] = {
    TARE_PICK_OPTION(Request, file),
    {.name = "format",
     .letter = 'F',
     .value = "NAME",
     TARE_SETS_TEXT(Request, format),
     .help = "what to write; 'tare formats' lists the names"},
    {.name = "output",
     .letter = 'o',
     .value = "FILE",
     TARE_SETS_TEXT(Request, out_path),
     .help = "where to write it (default: print it)",
     .offer.files = ""},
    {.name = NULL}};

static const char export_note[] = TARE_PICK_WORDS_NOTE " A file\n"
                                                       "of the name behind -o is replaced.";

const TareCommand tare_command_export = {.name = "export",
                                         .arguments = "MODEL | --file FILE",
                                         .summary = "Writes a correction for another program",
                                         .example = "sony ex1000 --format apo -o ex1000.txt",
                                         .note = export_note,
                                         .options = export_options,
                                         .operands = {.max = -1},
                                         .run = export};

static json_t* format_item(const void* writers, size_t i)
{
    const TareWriter* const writer = (const TareWriter*)writers + i;
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "name", tare_json_text(writer->name)) &&
                    tare_json_set(object, "read", json_false()) &&
                    tare_json_set(object, "write", json_true()) &&
                    tare_json_set(object, "note", tare_json_text(writer->note));
    return tare_json_keep_if(ok, object);
}

static json_t* formats_json(void)
{
    const TareWriter* const writers = tare_writers();
    size_t n = 0;
    while (writers[n].name)
        ++n;
    return tare_json_array(n, format_item, writers);
}

static TareExit formats(const TareCommand* command, TareArguments arguments)
{
    bool json = false;
    const TareParsed parsed = tare_options_parse(command, arguments, &json);
    if (parsed.done)
        return parsed.state;
    if (json)
        return tare_json_print(command, formats_json());
    for (const TareWriter* writer = tare_writers(); writer->name; ++writer) {
        fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
        tare_terminal_print_padded(stdout, writer->name, 16);
        printf("%s  write  %s\n", tare_style(stdout, TARE_STYLE_PLAIN), writer->note);
    }
    return tare_cli_flush(command, TARE_EXIT_DONE);
}

const TareCommand tare_command_formats = {.name = "formats",
                                          .arguments = "",
                                          .summary = "Lists the formats that 'tare export' writes",
                                          .options = tare_options_json,
                                          .run = formats};
