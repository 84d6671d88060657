/* Options and operands that go together or not: what is refused rather than passed over, of a
   command made for it and of all that there are. */

#include "cli/frame/command.h"
#include "cli/frame/option.h"
#include "cli/frame/options.h"
#include "helpers/call_words.h"
#include "helpers/check.h"
#include "helpers/printed.h"

typedef struct {
    const char* file;
    bool wants_json, is_quick;
    double count;
} Request;

static const TareOption action_rows[] = {
    {.name = "file", .value = "FILE", TARE_SETS_TEXT(Request, file), .help = "out of which"},
    {.name = "quick", TARE_SETS_FLAG(Request, is_quick), .not_with = "json file", .help = "now"},
    {.name = "count",
     .value = "N",
     TARE_SETS_NUMBER(Request, count),
     .max = 20,
     .only_with = "file",
     .help = "how many"},
    TARE_JSON_OPTION(Request, wants_json),
    {.name = NULL}};

static const TareAction actions[] = {
    {.name = "look", .arguments = "look [--json]", .options = "json quick", .is_alone = true},
    {.name = "take", .arguments = "take NAME [--file FILE]", .options = "count file"},
    {.name = "leave", .arguments = "leave NAME"},
    {.name = NULL}};

static const TareCommand with_actions = {
    .name = "do",
    .arguments = "look | take NAME | leave NAME",
    .options = action_rows,
    .operands = {.min = 1, .max = -1, .what = "look, take or leave", .actions = actions}};

/** What is said of a line, "" when it is taken. */
static const char* said_of(const TareCommand* which, const char* line)
{
    static double request[256]; /* large enough for that of any command */
    Words words;
    printed_start(stderr);
    const TareParsed parsed = tare_options_parse(which, split(&words, line), request);
    const char* const said = printed_stop();
    CHECK(parsed.done == (said[0] != '\0'));
    CHECK(parsed.state == (parsed.done ? TARE_EXIT_WRONG : TARE_EXIT_DONE));
    return said;
}

static void test_an_action_takes_its_options_only(void)
{
    static const char* const good[] = {
        "look",      "look --json", "--json look", "take a --file=x", "take a b --count=3 --file x",
        "leave a b", "leave"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; ++i)
        CHECK_STR(said_of(&with_actions, good[i]), "");
    CHECK_STR(said_of(&with_actions, "look --file x"),
              "tare do: look takes no --file; expected tare do look [--json]\n");
    CHECK_STR(said_of(&with_actions, "--json leave a"),
              "tare do: leave takes no --json; expected tare do leave NAME\n");
    CHECK_STR(said_of(&with_actions, "look a"),
              "tare do: 'a' is too much; expected tare do look [--json]\n");
    CHECK_STR(said_of(&with_actions, "tkae a"),
              "tare do: 'tkae' is none of look, take or leave; did you mean take?\n");
    CHECK_STR(said_of(&with_actions, "wurzelbrunft a"),
              "tare do: 'wurzelbrunft' is unknown; expected look, take or leave\n");
}

static void test_options_that_mean_nothing_are_refused(void)
{
    CHECK_STR(said_of(&with_actions, "look --quick --json"),
              "tare do: --quick means nothing with --json; expected either\n");
    CHECK_STR(said_of(&with_actions, "take a --quick --file x"),
              "tare do: --quick means nothing with --file; expected either\n");
    CHECK_STR(said_of(&with_actions, "take a --count 3"),
              "tare do: --count means nothing alone; expected --file with it\n");
}

/** Whether a name stands in a list with blanks between. */
static bool is_in(const char* names, const char* name)
{
    char padded_names[256], padded_name[64];
    snprintf(padded_names, sizeof padded_names, " %s ", names ? names : "");
    snprintf(padded_name, sizeof padded_name, " %s ", name);
    return strstr(padded_names, padded_name) != NULL;
}

/** The option as it may be typed, with a value that is in range. */
static void type_option(char* line, size_t size, const TareOption* option)
{
    snprintf(line, size,
             option->kind == TARE_OPTION_NUMBER ? "--%s=%g"
             : option->kind == TARE_OPTION_TEXT ? "--%s=x"
                                                : "--%s",
             option->name, option->min);
}

/** No action of any command passes over an option that it does not take. */
static void test_every_action_refuses_the_options_of_others(void)
{
    unsigned n_refused = 0;
    for (const TareCommand* const* c = tare_commands; *c; ++c)
        for (const TareAction* action = (*c)->operands.actions; action && action->name; ++action) {
            TareOptionWalk walk = tare_option_walk((*c)->options);
            while (tare_option_walk_next(&walk)) {
                char typed[64], line[128], wanted[256];
                type_option(typed, sizeof typed, walk.option);
                snprintf(line, sizeof line, "%s %s", action->name, typed);
                snprintf(wanted, sizeof wanted, "tare %s: %s takes no --%s; expected tare %s %s\n",
                         (*c)->name, action->name, walk.option->name, (*c)->name,
                         action->arguments);
                const bool is_taken = is_in(action->options, walk.option->name);
                CHECK_STR(said_of(*c, line), is_taken ? "" : wanted);
                n_refused += !is_taken;
            }
        }
    CHECK(n_refused >= 9);
}

static const TareOption* find_option(const TareCommand* which, const char* name, size_t length)
{
    TareOptionWalk walk = tare_option_walk(which->options);
    while (tare_option_walk_next(&walk))
        if (strlen(walk.option->name) == length && !memcmp(walk.option->name, name, length))
            return walk.option;
    return NULL;
}

/** Names in the tables are those of options; a set of options has room for each of a command. */
static void test_the_tables_of_all_commands_name_options(void)
{
    for (const TareCommand* const* c = tare_commands; *c; ++c) {
        size_t n = 0;
        TareOptionWalk walk = tare_option_walk((*c)->options);
        for (; tare_option_walk_next(&walk); ++n) {
            const char* const lists[] = {walk.option->only_with, walk.option->not_with};
            for (size_t i = 0; i < 2; ++i)
                for (const char* at = lists[i]; at && *at; at += strspn(at, " ")) {
                    CHECK(find_option(*c, at, strcspn(at, " ")) != NULL);
                    at += strcspn(at, " ");
                }
        }
        CHECK(n <= 64);
        for (const TareAction* action = (*c)->operands.actions; action && action->name; ++action)
            for (const char* at = action->options; at && *at; at += strspn(at, " ")) {
                CHECK(find_option(*c, at, strcspn(at, " ")) != NULL);
                at += strcspn(at, " ");
            }
    }
}

int main(void)
{
    RUN(test_an_action_takes_its_options_only);
    RUN(test_options_that_mean_nothing_are_refused);
    RUN(test_every_action_refuses_the_options_of_others);
    RUN(test_the_tables_of_all_commands_name_options);
    return check_done();
}
