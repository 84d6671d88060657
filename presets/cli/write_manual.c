/* Writes the chapter of the manual page that tells all commands with their options, as roff, to the
   standard output: for the build. */

#include "cli/frame/command.h"
#include "cli/frame/usage.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { LINE_COLUMNS = 72 };

/** Prints a part of a text so that roff takes nothing in it for its own. */
static void print_part(const char* text, size_t length)
{
    static const struct {
        char character;
        const char* roff;
    } escapes[] = {{'\\', "\\e"},  {'-', "\\-"},   {'\'', "\\(aq"}, {'"', "\\(dq"},
                   {'`', "\\(ga"}, {'^', "\\(ha"}, {'~', "\\(ti"}};
    const size_t n_escapes = sizeof escapes / sizeof *escapes;
    for (const char* end = text + length; text < end; ++text) {
        size_t i = 0;
        while (i < n_escapes && escapes[i].character != *text)
            ++i;
        if (i < n_escapes)
            fputs(escapes[i].roff, stdout);
        else
            putchar(*text);
    }
}

static void print(const char* text)
{
    print_part(text, strlen(text));
}

/** Prints sentences in lines of their own, as roff wants them, long ones in several; `end` behind
    the last word. */
static void print_prose(const char* text, const char* end)
{
    static const char blanks[] = " \n";
    size_t column = 0;
    bool is_end = true;
    for (text += strspn(text, blanks); *text != '\0'; text += strspn(text, blanks)) {
        const size_t length = strcspn(text, blanks);
        is_end = is_end || column + length > LINE_COLUMNS;
        fputs(column == 0 ? "\\&" : is_end ? "\n\\&" : " ", stdout);
        column = is_end ? length : column + 1 + length;
        print_part(text, length);
        text += length;
        is_end = text[-1] == '.';
    }
    puts(end);
}

static void print_bold(const char* text)
{
    fputs("\\fB", stdout);
    print(text);
    fputs("\\fR", stdout);
}

static void print_option(const TareOption* option)
{
    const char letter[] = {'-', option->letter, '\0'};
    puts(".TP");
    if (option->letter != '\0') {
        print_bold(letter);
        fputs(", ", stdout);
    }
    fputs("\\fB\\-\\-", stdout);
    print(option->name);
    fputs("\\fR", stdout);
    if (option->value) {
        fputs(" \\fI", stdout);
        print(option->value);
        fputs("\\fR", stdout);
    }
    putchar('\n');
    print_prose(option->help, "");
}

static void print_command(const TareCommand* command)
{
    fputs(".SS \"tare ", stdout);
    print(command->name);
    fputs(command->options ? " [options]" : "", stdout);
    fputs(command->arguments[0] != '\0' ? " " : "", stdout);
    print(command->arguments);
    puts("\"");
    print_prose(command->summary, ".");
    TareOptionWalk walk = tare_option_walk(command->options);
    while (tare_option_walk_next(&walk))
        print_option(walk.option);
    if (command->note) {
        puts(".PP");
        print_prose(command->note, "");
    }
    if (command->example) {
        fputs(".PP\nExample: \\fBtare ", stdout);
        print(command->name);
        putchar(' ');
        print(command->example);
        puts("\\fR");
    }
}

int main(void)
{
    puts("Every command takes, besides its own options,");
    print_option(&tare_usage_help);
    for (const TareCommand* const* command = tare_commands; *command; ++command)
        if (!(*command)->is_hidden)
            print_command(*command);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
