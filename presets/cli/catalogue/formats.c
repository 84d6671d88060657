#include "formats/formats.h"

#include "cli/catalogue/formats_devices.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/json.h"
#include "cli/frame/options.h"
#include "cli/frame/terminal.h"

#include <stdio.h>
#include <string.h>

/** What a format may hold, as one word each. */
static const struct {
    TareFormatHolds holds;
    const char* word;
} words[] = {{TARE_FORMAT_HOLDS_CHANNELS, "sides"},
             {TARE_FORMAT_HOLDS_RATE, "rate"},
             {TARE_FORMAT_HOLDS_ORIGIN, "origin"},
             {TARE_FORMAT_HOLDS_SEVERAL, "several"},
             {TARE_FORMAT_HOLDS_SOUND, "sound"}};

enum { N_WORDS = sizeof words / sizeof *words };

static json_t* word_item(const void* holds, size_t i)
{
    size_t at = 0;
    while (!(words[at].holds & *(const unsigned*)holds) || i--)
        ++at;
    return tare_json_text(words[at].word);
}

static json_t* format_item(const void* unused, size_t i)
{
    const TareFormat* const format = tare_formats_get(i);
    json_t* const object = json_object();
    size_t n = 0;
    (void)unused;
    for (size_t k = 0; k < N_WORDS; ++k)
        n += (format->holds & words[k].holds) != 0;
    const bool ok = tare_json_set(object, "name", tare_json_text(format->name)) &&
                    tare_json_set(object, "read", json_boolean(format->read)) &&
                    tare_json_set(object, "write", json_boolean(format->write)) &&
                    tare_json_set(object, "holds", tare_json_array(n, word_item, &format->holds)) &&
                    tare_json_set(object, "note", tare_json_text(format->note));
    return tare_json_keep_if(ok, object);
}

static json_t* formats_json(void)
{
    size_t n = 0;
    while (tare_formats_get(n))
        ++n;
    return tare_json_array(n, format_item, NULL);
}

static void print_format(const TareFormat* format)
{
    char line[64] = "";
    for (size_t k = 0; k < N_WORDS; ++k)
        if (format->holds & words[k].holds)
            snprintf(line + strlen(line), sizeof line - strlen(line), "%s%s", *line ? " " : "",
                     words[k].word);
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print_padded(stdout, format->name, 17);
    printf("%s  %-4s %-5s  %-25s  %s\n", tare_style(stdout, TARE_STYLE_PLAIN),
           format->read ? "read" : "", format->write ? "write" : "", line, format->note);
}

typedef struct {
    bool json, devices;
} Request;

static TareExit formats(const TareCommand* command, TareArguments arguments)
{
    Request request = {.json = false};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    if (request.devices)
        return tare_formats_devices(command, request.json);
    if (request.json)
        return tare_json_print(command, formats_json());
    for (size_t i = 0; tare_formats_get(i); ++i)
        print_format(tare_formats_get(i));
    return tare_cli_flush(command, TARE_EXIT_DONE);
}

static const char note[] =
    "All hold the bands of a correction and its preamp. Some hold more: bands of one side only\n"
    "(sides), the sample rate whose filters are meant (rate), whose and why (origin), more than\n"
    "one correction (several); 'sound' is an impulse response. Where numbers are rounded, the\n"
    "note tells the steps. What is read is told by its content, not by its\n"
    "name. Bands are moved so that they are right at the rate at which they are played: that of\n"
    "--rate, else the one that is told. Texts of Equalizer APO keep theirs without --rate.";

static const TareOption options[] = {
    {.name = "devices",
     TARE_SETS_FLAG(Request, devices),
     .help = "list devices and programs for --for, with their limits"},
    {.name = "json", TARE_SETS_FLAG(Request, json), .help = "print JSON"},
    {.name = NULL}};

const TareCommand tare_command_formats = {
    .name = "formats",
    .arguments = "",
    .summary = "Lists the formats that 'tare export' writes and --file reads",
    .note = note,
    .options = options,
    .run = formats};
