#include "cli/frame/cli.h"

#include "cli/frame/terminal.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MESSAGE_BYTES = 2048 };

static void print_message(const TareCommand* command, TareStyle style, const char* message)
{
    fflush(stdout);
    tare_terminal_clear_progress();
    fprintf(stderr, "%stare%s%s:%s ", tare_style(stderr, style), command ? " " : "",
            command ? command->name : "", tare_style(stderr, TARE_STYLE_PLAIN));
    tare_terminal_print(stderr, message);
    fputc('\n', stderr);
}

static void print_formatted(const TareCommand* command, TareStyle style, const char* format,
                            va_list values)
{
    char message[MESSAGE_BYTES];
    vsnprintf(message, sizeof message, format, values);
    print_message(command, style, message);
}

void tare_cli_error(const TareCommand* command, const char* format, ...)
{
    va_list values;
    va_start(values, format);
    print_formatted(command, TARE_STYLE_ERROR, format, values);
    va_end(values);
}

void tare_cli_note(const TareCommand* command, const char* format, ...)
{
    va_list values;
    va_start(values, format);
    print_formatted(command, TARE_STYLE_NOTE, format, values);
    va_end(values);
}

static TareStyle style_of(const TareReport* report)
{
    return report->severity == TARE_ERROR ? TARE_STYLE_ERROR : TARE_STYLE_NOTE;
}

static void print_report(void* data, const TareReport* report)
{
    (void)data;
    fflush(stdout);
    tare_terminal_clear_progress();
    fputs(tare_style(stderr, style_of(report)), stderr);
    tare_terminal_print(stderr, report->file ? report->file : "tare");
    fprintf(stderr, ":%u:%u:%s ", report->line > 0 ? report->line : 1,
            report->column > 0 ? report->column : 1, tare_style(stderr, TARE_STYLE_PLAIN));
    tare_terminal_print(stderr, report->message);
    fputc('\n', stderr);
}

const TareReporter* tare_cli_reporter(void)
{
    static const TareReporter reporter = {print_report, NULL};
    return &reporter;
}

static void print_report_of_command(void* data, const TareReport* report)
{
    if (report->file)
        print_report(NULL, report);
    else
        print_message(data, style_of(report), report->message);
}

TareReporter tare_cli_command_reporter(const TareCommand* command)
{
    return (TareReporter){print_report_of_command, (void*)command};
}

TareExit tare_cli_no_memory(const TareCommand* command)
{
    tare_cli_error(command, "not enough memory");
    return TARE_EXIT_UNUSED;
}

TareExit tare_cli_exit_of(const TareCommand* command, TareStatus status)
{
    switch (status) {
    case TARE_OK:
        return TARE_EXIT_DONE;
    case TARE_NOT_FOUND:
        return TARE_EXIT_UNUSED;
    case TARE_NO_MEMORY:
        return tare_cli_no_memory(command);
    case TARE_BAD_INPUT:
    case TARE_IO_ERROR:
        break;
    }
    return TARE_EXIT_WRONG;
}

TareExit tare_cli_worse(TareExit a, TareExit b)
{
    return a > b ? a : b;
}

TareExit tare_cli_flush(const TareCommand* command, TareExit state)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return state;
    tare_cli_error(command, "cannot write the output: %s",
                   errno != 0 ? strerror(errno) : "an earlier write failed");
    return tare_cli_worse(state, TARE_EXIT_UNUSED);
}

char* tare_cli_join(TareArguments arguments)
{
    size_t size = 1;
    for (int i = 0; i < arguments.n; ++i)
        size += strlen(arguments.texts[i]) + 1;
    char* const joined = malloc(size);
    if (!joined)
        return NULL;
    char* end = joined;
    for (int i = 0; i < arguments.n; ++i) {
        if (i > 0)
            *end++ = ' ';
        const size_t length = strlen(arguments.texts[i]);
        memcpy(end, arguments.texts[i], length);
        end += length;
    }
    *end = '\0';
    return joined;
}
