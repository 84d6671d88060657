/* The command line, nothing but the command line: which function stands behind which name. */

#include "cli/command.h"

#include <string.h>

const TareCommand tare_commands[] = {
    {"find", "QUERY...", "Finds headphones by name, best first, with their corrections", "hd 650",
     tare_command_find},
    {"list", "", "Lists every headphone of the catalogue", NULL, tare_command_list},
    {"show", "MODEL | --file FILE", "Shows one correction in full, with its evidence",
     "\"sony ex1000\"", tare_command_show},
    {"plot", "MODEL | --file FILE", "Draws a correction as a picture",
     "\"sony ex1000\" -o ex1000.svg", tare_command_plot},
    {"response", "MODEL | --file FILE",
     "Prints the response of a correction as CSV, computed from what really runs",
     "\"sony ex1000\" --rate 44100", tare_command_response},
    {"render", "IN OUT", "Corrects an audio file",
     "--model \"sony ex1000\" song.flac corrected.flac", tare_command_render},
    {"export", "MODEL | --file FILE", "Writes a correction for another program",
     "\"sony ex1000\" --format apo -o ex1000.txt", tare_command_export},
    {"formats", "", "Lists the formats that 'tare export' writes", NULL, tare_command_formats},
    {"review", "PATH...", "Reads reviews: what they say in figures, and which correction follows",
     "review.md", tare_command_review},
    {"install", "MODEL...", "Installs LV2 presets for models, for the hosts of this user",
     "\"sony ex1000\"", tare_command_install},
    {"uninstall", "[MODEL...]", "Removes LV2 presets that 'tare install' wrote, all or of models",
     "\"sony ex1000\"", tare_command_uninstall},
    {"help", "[COMMAND]", "Explains the program or one of its commands", "find", tare_command_help},
    {"version", "", "Prints the version", NULL, tare_command_version},
    {0}};

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
    const char* const name = command_name(argc, argv);
    const TareCommand* const command = tare_command_find_name(name);
    if (!command)
        return (int)tare_command_unknown(name);
    const int n_taken = argc < 2 ? argc : 2;
    const TareExit state = command->run(command, (TareArguments){argc - n_taken, argv + n_taken});
    return (int)(argc < 2 ? TARE_EXIT_WRONG : state);
}
