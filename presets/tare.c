/* The command line: which command is asked for. */

#include "base/program.h"
#include "cli/frame/command.h"

#include <string.h>

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
