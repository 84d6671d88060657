#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/sink/window_run.h"

/** What the command line asks for. */
typedef struct {
    bool is_dark, is_light;
    double scale;
} Request;

static TareExit run(const TareCommand* command, TareArguments arguments)
{
    Request request = {.scale = 0.0};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    const TareWindowColours colours = request.is_dark    ? TARE_WINDOW_DARK
                                      : request.is_light ? TARE_WINDOW_LIGHT
                                                         : TARE_WINDOW_AS_DESKTOP;
    return parsed.done ? parsed.state : tare_window_run(command, colours, request.scale);
}

static const TareOption options[] = {
    {.name = "dark",
     TARE_SETS_FLAG(Request, is_dark),
     .help = "light words on dark ground (default: as the desktop says)"},
    {.name = "light",
     TARE_SETS_FLAG(Request, is_light),
     .not_with = "dark",
     .help = "dark words on light ground"},
    {.name = "scale",
     .value = "S",
     TARE_SETS_NUMBER(Request, scale),
     .min = 1,
     .max = 4,
     .help = "times as large, 1 to 4 (default: as the desktop says)"},
    {.name = NULL}};

const TareCommand tare_command_window = {
    .name = "window",
    .arguments = "",
    .summary = "Shows a window for what 'tare use' corrects: find, see, adjust, compare",
    .example = "--dark",
    .note =
        "Type a model and press Enter; drag bands on the graph. The sink Tare is made with the\n"
        "first choice, as the default output. Strength, bass, treble and tilt are the taste of\n"
        "'tare taste'; Outputs sets what 'tare device' does. Where the desktop has a tray, a "
        "window\n"
        "that is closed lives on there, with a switch and the last five models.",
    .options = options,
    .run = run};
