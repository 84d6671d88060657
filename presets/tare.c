/* The command line, nothing but the command line: which function stands behind which name. */

#include "base/program.h"
#include "cli/frame/command.h"

#include <string.h>

static const char words_note[] =
    "All arguments together name one model, so that a name with blanks needs no quotes.";

static const char plot_note[] =
    "Each argument names one model, so that a name with blanks needs quotes. One model is drawn\n"
    "with what is known of it before and after; several, at most 6, are drawn as one curve each.\n"
    "A file of that name is replaced.";

static const char render_note[] =
    "The options say how it shall sound; OUT has the format of IN. A mono file becomes a stereo\n"
    "one when the correction is not the same for left and right. A file of which the end is\n"
    "missing is refused.";

static const char export_note[] =
    "All arguments together name one model, so that a name with blanks needs no quotes. A file\n"
    "of the name behind -o is replaced.";

static const char review_note[] =
    "In JSON, \"filters\" is what the text states, in full, its types called peaking, lowshelf "
    "and\n"
    "highshelf; \"correction\" is what follows from it, in the words of 'tare show --json': peak,\n"
    "low_shelf, high_shelf.";

static const char fit_note[] =
    "A measurement is a table of frequency and level, as REW, AutoEq and graph tools write it.\n"
    "Several files are averaged, such as left and right, or several seatings.";

static const char install_note[] =
    "Each argument names one model, so that a name with blanks needs quotes.";

static const char use_note[] =
    "All arguments together name one model, so that a name with blanks needs no quotes. The sink\n"
    "Tare starts with every session of PipeWire; a correction changes while it plays, without a\n"
    "gap. Kinds lv2 and ladspa fade; builtin, which needs no plugin, jumps, and param_eq starts\n"
    "anew. 'tare uninstall --pipewire' takes everything away again.";

static const char device_note[] =
    "NAME is any name that 'list' shows of an output: its node, its card, where the sound leaves\n"
    "it now (route), its profile, its Bluetooth address; * stands for any characters. A name\n"
    "without * counts before one with, and a longer one before a shorter one. As soon as there is\n"
    "a rule, an output without one plays flat. 'watch' makes it so; PipeWire starts it by itself.";

const TareCommand tare_commands[] = {
    {"find", "QUERY...", "Finds headphones by name, best first, with their corrections", "hd 650",
     tare_command_find, NULL},
    {"list", "", "Lists every headphone of the catalogue", NULL, tare_command_list, NULL},
    {"show", "MODEL | --file FILE", "Shows one correction in full, with its evidence",
     "sony ex1000", tare_command_show, words_note},
    {"plot", "MODEL... | --file FILE", "Draws a correction, or several, as a picture",
     "\"sony ex1000\" -o ex1000.svg", tare_command_plot, plot_note},
    {"response", "MODEL | --file FILE",
     "Prints the response of a correction as CSV, computed from what really runs",
     "sony ex1000 --rate 44100", tare_command_response, words_note},
    {"render", "IN OUT", "Corrects an audio file",
     "--model \"sony ex1000\" song.flac corrected.flac", tare_command_render, render_note},
    {"export", "MODEL | --file FILE", "Writes a correction for another program",
     "sony ex1000 --format apo -o ex1000.txt", tare_command_export, export_note},
    {"formats", "", "Lists the formats that 'tare export' writes", NULL, tare_command_formats,
     NULL},
    {"review", "PATH...", "Reads reviews: what they say in figures, and which correction follows",
     "review.md", tare_command_review, review_note},
    {"fit", "CURVE... | --batch INDEX.csv --out DIR",
     "Makes a correction out of a measurement and a target",
     "measurement.csv --form over-ear --rig gras -o mine.tare", tare_command_fit, fit_note},
    {"targets", "", "Lists the targets that 'tare fit' has", NULL, tare_command_targets, NULL},
    {"install", "MODEL...", "Installs LV2 presets for models, for the hosts of this user",
     "\"sony ex1000\" \"hd 560s\"", tare_command_install, install_note},
    {"uninstall", "[MODEL...]", "Removes LV2 presets that 'tare install' wrote, all or of models",
     "\"sony ex1000\"", tare_command_uninstall, install_note},
    {"use", "MODEL | --file FILE", "Corrects everything that plays through PipeWire, live",
     "hd 650 --default", tare_command_use, use_note},
    {"off", "", "Leaves what plays through PipeWire as it is", NULL, tare_command_off, NULL},
    {"status", "", "Tells what plays through PipeWire, and where", NULL, tare_command_status, NULL},
    {"device", "list | set NAME MODEL | forget NAME | watch",
     "Gives each output its own correction", "set Headphones hd 650", tare_command_device,
     device_note},
    {"help", "[COMMAND]", "Explains the program or one of its commands", "find", tare_command_help,
     NULL},
    {"version", "", "Prints the version", NULL, tare_command_version, NULL},
    {0}};

/** How many words make the path of this program: one, but PipeWire before 1.0 takes the path of
   what it starts apart at blanks. */
static int count_own_words(int argc, char** argv)
{
    char program[TARE_PROGRAM_PATH];
    tare_program_path(program);
    const char* rest = program;
    for (int i = 0; i < argc; ++i) {
        const size_t length = strlen(argv[i]);
        if (strncmp(rest, argv[i], length) != 0)
            return 1;
        rest += length;
        if (*rest == '\0')
            return i + 1;
        if (*rest++ != ' ')
            return 1;
    }
    return 1;
}

static const char* command_name(int argc, char** argv)
{
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return "help";
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0)
        return "version";
    return argv[1];
}

int main(int argc, char** argv)
{
    if (argc > 1) {
        const int n_more = count_own_words(argc, argv) - 1;
        argc -= n_more;
        argv += n_more;
    }
    const char* const name = command_name(argc, argv);
    const TareCommand* const command = tare_command_find_name(name);
    if (!command)
        return (int)tare_command_unknown(name);
    const int n_taken = argc < 2 ? argc : 2;
    const TareExit state = command->run(command, (TareArguments){argc - n_taken, argv + n_taken});
    return (int)(argc < 2 ? TARE_EXIT_WRONG : state);
}
