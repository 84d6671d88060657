/* Words of the command line: tables of options, how words are taken apart, what is refused. */

#include "cli/frame/option.h"
#include "cli/frame/option_reader.h"
#include "cli/frame/options.h"
#include "cli/frame/usage.h"
#include "helpers/call_words.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/printed.h"

typedef struct {
    bool is_loud;
    double level_db;
} Sound;

typedef struct {
    const char* file;
    bool wants_json, is_quick;
    Sound sound;
    double count;
    TareOptionTexts words;
} Request;

static const TareOption sound_rows[] = {
    {.name = "loud", .letter = 'l', TARE_SETS_FLAG(Sound, is_loud), .help = "more of it"},
    {.name = "level",
     .value = "DB",
     TARE_SETS_NUMBER(Sound, level_db),
     .min = -12.5,
     .max = 12,
     .help = "how much"},
    {.name = NULL}};

static const TareOption rows[] = {
    {.name = "file",
     .letter = 'f',
     .value = "FILE",
     TARE_SETS_TEXT(Request, file),
     .help = "out of which"},
    TARE_OPTIONS_OF_PART(sound_rows, Request, sound),
    {.name = "quick", .letter = 'q', TARE_SETS_FLAG(Request, is_quick), .help = "no waiting"},
    {.name = "count",
     .letter = 'n',
     .value = "N",
     TARE_SETS_NUMBER(Request, count),
     .min = 1,
     .max = 20,
     .is_whole = true,
     .help = "how many"},
    TARE_JSON_OPTION(Request, wants_json),
    {.name = "word",
     .letter = 'w',
     .value = "WORD",
     TARE_ADDS_TEXT(Request, words),
     .help = "may stand more than once"},
    {.name = NULL}};

static const TareCommand command = {.name = "try",
                                    .arguments = "IN [OUT]",
                                    .summary = "Tries it",
                                    .options = rows,
                                    .operands = {.min = 1, .max = 2, .what = "IN"}};

/** Parses a line with a request as it is by default; what is said goes to `said`. */
static TareParsed parse(const char* line, Words* words, Request* request, const char** said)
{
    *request = (Request){.file = "-", .sound.level_db = 0.5, .count = 10};
    printed_start(stderr);
    const TareParsed parsed = tare_options_parse(&command, split(words, line), request);
    *said = printed_stop();
    return parsed;
}

static void check_refused(const char* line, const char* wanted)
{
    Words words;
    Request request;
    const char* said = NULL;
    const TareParsed parsed = parse(line, &words, &request, &said);
    CHECK(parsed.done && parsed.state == TARE_EXIT_WRONG && parsed.operands.n == 0);
    char message[256];
    snprintf(message, sizeof message, "tare try: %s\n", wanted);
    CHECK_STR(said, message);
}

static void test_a_walk_goes_through_the_rows_of_parts(void)
{
    static const char* const names[] = {"file", "loud", "level", "quick", "count", "json", "word"};
    static const size_t offsets[] = {
        offsetof(Request, file),           offsetof(Request, sound.is_loud),
        offsetof(Request, sound.level_db), offsetof(Request, is_quick),
        offsetof(Request, count),          offsetof(Request, wants_json),
        offsetof(Request, words)};
    TareOptionWalk walk = tare_option_walk(rows);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
        REQUIRE(tare_option_walk_next(&walk));
        CHECK_STR(walk.option->name, names[i]);
        CHECK(walk.offset == offsets[i]);
    }
    CHECK(!tare_option_walk_next(&walk) && !tare_option_walk_next(&walk)); /* it stays at the end */
}

static void test_a_walk_through_nothing_ends_at_once(void)
{
    static const TareOption none[] = {{.name = NULL}};
    static const TareOption of_nothing[] = {
        {.rows = none}, {.rows = none, .offset = 8}, {.name = "last"}, {.name = NULL}};
    TareOptionWalk walk = tare_option_walk(NULL);
    CHECK(!tare_option_walk_next(&walk));
    walk = tare_option_walk(none);
    CHECK(!tare_option_walk_next(&walk));
    walk = tare_option_walk(of_nothing);
    REQUIRE(tare_option_walk_next(&walk));
    CHECK_STR(walk.option->name, "last");
    CHECK(walk.offset == 0 && !tare_option_walk_next(&walk));
}

/** Reads a line; each reading must give the kind and text ("" for none) of the next pair. */
static void check_reading(const char* line, const TareReadKind* kinds, const char* const* texts)
{
    Words words;
    TareOptionReader reader = tare_option_reader(rows, split(&words, line));
    for (size_t i = 0;; ++i) {
        const TareReadKind kind = tare_option_reader_next(&reader);
        if (kind != kinds[i])
            CHECK_STR(line, "read in another way");
        if (kind == TARE_READ_END || kind != kinds[i])
            return;
        CHECK_STR(reader.text ? reader.text : "", texts[i]);
    }
}

#define KINDS(...) ((const TareReadKind[]){__VA_ARGS__, TARE_READ_END})
#define TEXTS(...) ((const char* const[]){__VA_ARGS__, NULL})

static void test_words_are_taken_apart(void)
{
    check_reading("", KINDS(TARE_READ_END), TEXTS(""));
    check_reading("a b", KINDS(TARE_READ_OPERAND, TARE_READ_OPERAND), TEXTS("a", "b"));
    check_reading("--file x a", KINDS(TARE_READ_OPTION, TARE_READ_OPERAND), TEXTS("x", "a"));
    check_reading("--file=x=y", KINDS(TARE_READ_OPTION), TEXTS("x=y"));
    check_reading("-f x", KINDS(TARE_READ_OPTION), TEXTS("x"));
    check_reading("-fx", KINDS(TARE_READ_OPTION), TEXTS("x"));
    check_reading("-lqfx", KINDS(TARE_READ_OPTION, TARE_READ_OPTION, TARE_READ_OPTION),
                  TEXTS("", "", "x"));
    check_reading("-fql", KINDS(TARE_READ_OPTION), TEXTS("ql")); /* a value takes the rest */
    check_reading("-h --help", KINDS(TARE_READ_HELP, TARE_READ_HELP), TEXTS("", ""));
}

static void test_what_looks_like_an_option_may_be_a_value(void)
{
    check_reading("--file --json", KINDS(TARE_READ_OPTION), TEXTS("--json"));
    check_reading("--file -- a", KINDS(TARE_READ_OPTION, TARE_READ_OPERAND), TEXTS("--", "a"));
    check_reading("-n -3", KINDS(TARE_READ_OPTION), TEXTS("-3"));
    check_reading("--file _", KINDS(TARE_READ_OPTION), TEXTS(""));
    check_reading("--file=", KINDS(TARE_READ_OPTION), TEXTS(""));
}

static void test_words_that_are_operands_though_they_begin_with_a_dash(void)
{
    check_reading("- _", KINDS(TARE_READ_OPERAND, TARE_READ_OPERAND), TEXTS("-", ""));
    check_reading("-- --json -q -- -h",
                  KINDS(TARE_READ_OPERAND, TARE_READ_OPERAND, TARE_READ_OPERAND, TARE_READ_OPERAND),
                  TEXTS("--json", "-q", "--", "-h"));
    check_reading("--", KINDS(TARE_READ_END), TEXTS(""));
}

static void test_what_is_no_option_is_named_in_full(void)
{
    check_reading("--fil x", KINDS(TARE_READ_UNKNOWN, TARE_READ_OPERAND), TEXTS("--fil", "x"));
    check_reading("--files=x", KINDS(TARE_READ_UNKNOWN), TEXTS("--files=x"));
    check_reading("--=x", KINDS(TARE_READ_UNKNOWN), TEXTS("--=x"));
    check_reading("-qxl a", KINDS(TARE_READ_OPTION, TARE_READ_UNKNOWN, TARE_READ_OPERAND),
                  TEXTS("", "-qxl", "a")); /* the letters behind it are not read */
    check_reading("-qh", KINDS(TARE_READ_OPTION, TARE_READ_UNKNOWN), TEXTS("", "-qh"));
    check_reading("--json=1", KINDS(TARE_READ_FLAG_VALUE), TEXTS("1"));
    check_reading("a --file", KINDS(TARE_READ_OPERAND, TARE_READ_NO_VALUE), TEXTS("a", ""));
    check_reading("-qf", KINDS(TARE_READ_OPTION, TARE_READ_NO_VALUE), TEXTS("", ""));
}

static void test_values_go_into_the_request_and_its_parts(void)
{
    Words words;
    Request request;
    const char* said = NULL;
    TareParsed parsed = parse("in -l --level=-12.5 -n20 out -fa --json", &words, &request, &said);
    REQUIRE(!parsed.done && parsed.state == TARE_EXIT_DONE && parsed.operands.n == 2);
    CHECK_STR(said, "");
    CHECK_STR(parsed.operands.texts[0], "in");
    CHECK_STR(parsed.operands.texts[1], "out");
    CHECK(request.sound.is_loud && request.wants_json && !request.is_quick);
    CHECK(request.sound.level_db == -12.5 && request.count == 20);
    CHECK_STR(request.file, "a");
    parsed = parse("-", &words, &request, &said);
    CHECK(!parsed.done && parsed.operands.n == 1);
    CHECK(request.count == 10 && request.sound.level_db == 0.5); /* what stood there stays */
    CHECK_STR(request.file, "-");
}

static void test_the_last_one_of_several_counts(void)
{
    Words words;
    Request request;
    const char* said = NULL;
    const TareParsed parsed =
        parse("--count 1 -n 2 in --file=a -f b --count=3 -ll", &words, &request, &said);
    CHECK(!parsed.done && request.count == 3 && request.sound.is_loud);
    CHECK_STR(request.file, "b");
}

static void test_all_of_several_words_count(void)
{
    static const char* const wanted[] = {"a", "", "c", "--loud", "a"};
    Words words;
    Request request;
    const char* said = NULL;
    CHECK(!parse("--word a x -w _ --word=c -lw --loud -wa", &words, &request, &said).done);
    REQUIRE(request.words.n == 5);
    for (unsigned i = 0; i < 5; ++i)
        CHECK_STR(request.words.texts[i], wanted[i]);
    CHECK(!parse("-w1 -w2 -w3 -w4 -w5 -w6 -w7 -w8 -w9 x", &words, &request, &said).done);
    CHECK(request.words.n == TARE_OPTION_MAX_TEXTS);
    check_refused("-w1 -w2 -w3 -w4 -w5 -w6 -w7 -w8 -w9 -w10",
                  "--word stands too often; expected it at most 9 times");
}

static void test_numbers_out_of_their_range_are_refused(void)
{
    check_refused("in -n 0", "--count 0 cannot be used; expected a whole number from 1 to 20");
    check_refused("in -n 20.5",
                  "--count 20.5 cannot be used; expected a whole number from 1 to 20");
    check_refused("in --count=2.5",
                  "--count 2.5 cannot be used; expected a whole number from 1 to 20");
    check_refused("in --level 12.01",
                  "--level 12.01 cannot be used; expected a number from -12.5 to 12");
    check_refused("in --level -12.6",
                  "--level -12.6 cannot be used; expected a number from -12.5 to 12");
    static const char* const none[] = {"nan", "inf", "1x", "", "+", "0x1", "1,5", "1e", "--json"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; ++i) {
        char line[64], wanted[128];
        snprintf(line, sizeof line, "in --level %s", none[i][0] == '\0' ? "_" : none[i]);
        snprintf(wanted, sizeof wanted,
                 "--level %s cannot be used; expected a number from -12.5 to 12", none[i]);
        check_refused(line, wanted);
    }
}

static void test_wrong_calls_are_refused(void)
{
    check_refused("", "IN is missing; expected tare try IN [OUT]");
    check_refused("--json --", "IN is missing; expected tare try IN [OUT]");
    check_refused("a b c d", "'c' is too much; expected tare try IN [OUT]");
    check_refused("a b -- -q", "'-q' is too much; expected tare try IN [OUT]");
    check_refused("a --file", "--file has no value; expected --file FILE");
    check_refused("a -n", "--count has no value; expected --count N");
    check_refused("a --loud=yes", "--loud takes no value; expected it alone");
    check_refused("a --quick=", "--quick takes no value; expected it alone");
}

static void test_unknown_options_are_refused_with_what_may_be_meant(void)
{
    check_refused("a --cuont 3", "unknown option --cuont; did you mean --count?");
    check_refused("a --levle=3", "unknown option --levle=3; did you mean --level?");
    check_refused("a --jsn", "unknown option --jsn; did you mean --json?");
    check_refused("a -x", "unknown option -x; 'tare try --help' lists the options");
    check_refused("a -qx", "unknown option -qx; 'tare try --help' lists the options");
    check_refused("a --=3", "unknown option --=3; 'tare try --help' lists the options");
    check_refused("a --wurzelbrunft-wurzelbrunft-wurzelbrunft",
                  "unknown option --wurzelbrunft-wurzelbrunft-wurzelbrunft; 'tare try --help' "
                  "lists the options");
}

static void test_the_first_fault_is_told_and_no_other(void)
{
    check_refused("--level 99 --jsno a b c",
                  "--level 99 cannot be used; expected a number from -12.5 to 12");
    check_refused("--jsno --level 99 a b c", "unknown option --jsno; did you mean --json?");
}

/** Swaps words as chance has it. */
static void shuffle(const char** words, size_t n, uint64_t* state)
{
    for (size_t i = n; i > 1; --i) {
        const size_t k = noise_below(state, i);
        const char* const other = words[k];
        words[k] = words[i - 1];
        words[i - 1] = other;
    }
}

static void test_the_order_of_options_does_not_matter(void)
{
    const char* parts[] = {"-l", "--level=-3", "-n 7", "--file x", "--json", "in"};
    uint64_t state = 7;
    for (unsigned round = 0; round < 50; ++round) {
        char line[128] = "";
        shuffle(parts, sizeof parts / sizeof parts[0], &state);
        for (size_t i = 0; i < sizeof parts / sizeof parts[0]; ++i)
            snprintf(line + strlen(line), sizeof line - strlen(line), "%s%s", i ? " " : "",
                     parts[i]);
        Words words;
        Request request;
        const char* said = NULL;
        const TareParsed parsed = parse(line, &words, &request, &said);
        CHECK(!parsed.done && parsed.operands.n == 1 && request.count == 7);
        CHECK(request.sound.level_db == -3 && request.sound.is_loud && request.wants_json);
        CHECK_STR(request.file, "x");
    }
}

static void test_help_comes_before_what_is_missing(void)
{
    Words words;
    Request request = {0};
    printed_start(stdout);
    const TareParsed parsed = tare_options_parse(&command, split(&words, "-q --help"), &request);
    const char* const text = printed_stop();
    CHECK(parsed.done && parsed.state == TARE_EXIT_DONE && parsed.operands.n == 0);
    CHECK_STR(text, "usage: tare try [options] IN [OUT]\n\nTries it.\n\n"
                    "  -f, --file FILE         out of which\n"
                    "  -l, --loud              more of it\n"
                    "      --level DB          how much\n"
                    "  -q, --quick             no waiting\n"
                    "  -n, --count N           how many\n"
                    "      --json              print JSON\n"
                    "  -w, --word WORD         may stand more than once\n"
                    "  -h, --help              print this help\n");
}

static void test_long_names_get_a_line_of_their_own(void)
{
    static const TareOption options[] = {
        {.name = "just-fits-there-16", .help = "one line"}, /* 24 columns and 2 blanks */
        {.name = "just-too-long-for-it", .help = "two lines"},
        {.name = "short", .letter = 's', .value = "A-VERY-LONG-VALUE", .help = "two as well"},
        {.name = NULL}};
    const TareCommand other = {.name = "o",
                               .arguments = "",
                               .summary = "Does",
                               .options = options,
                               .note = "A note.",
                               .example = "-s 1"};
    printed_start(stdout);
    tare_usage_print(&other);
    CHECK_STR(printed_stop(), "usage: tare o [options]\n\nDoes.\n\n"
                              "      --just-fits-there-16\n                          one line\n"
                              "      --just-too-long-for-it\n"
                              "                          two lines\n"
                              "  -s, --short A-VERY-LONG-VALUE\n"
                              "                          two as well\n"
                              "  -h, --help              print this help\n"
                              "\nA note.\n\nexample: tare o -s 1\n");
}

int main(void)
{
    RUN(test_a_walk_goes_through_the_rows_of_parts);
    RUN(test_a_walk_through_nothing_ends_at_once);
    RUN(test_words_are_taken_apart);
    RUN(test_what_looks_like_an_option_may_be_a_value);
    RUN(test_words_that_are_operands_though_they_begin_with_a_dash);
    RUN(test_what_is_no_option_is_named_in_full);
    RUN(test_values_go_into_the_request_and_its_parts);
    RUN(test_the_last_one_of_several_counts);
    RUN(test_all_of_several_words_count);
    RUN(test_numbers_out_of_their_range_are_refused);
    RUN(test_wrong_calls_are_refused);
    RUN(test_unknown_options_are_refused_with_what_may_be_meant);
    RUN(test_the_first_fault_is_told_and_no_other);
    RUN(test_the_order_of_options_does_not_matter);
    RUN(test_help_comes_before_what_is_missing);
    RUN(test_long_names_get_a_line_of_their_own);
    return check_done();
}
