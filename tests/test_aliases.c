#include "base/text.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "names/aliases.h"
#include "names/fold.h"

#include <stdlib.h>

static const char some_rules[] = "# brands\n"
                                 "same Dan Clark Audio = MrSpeakers = DCA\n"
                                 "same QC = QuietComfort\n"
                                 "same Etymotic = Etymotic Research\r\n"
                                 "\tsame MkII = Mk 2 = Mark II\n"
                                 "same + = Plus\n\n"
                                 "means Sennheiser = 森海塞尔 = Сеннхайзер\n"
                                 "drop (good seal)";

static TareAliases* aliases_of(const char* text)
{
    TareAliases* aliases = tare_aliases_new();
    CHECK(tare_aliases_add_text(aliases, "t", text, strlen(text), NULL) == TARE_OK);
    return aliases;
}

static void append(void* data, const char* words)
{
    TareText* all = data;
    tare_text_format(all, "%s; ", words);
}

/** Checks all that a name becomes by rules, "; " behind each. */
static void check_rewritten_by(const char* rules, const char* name, const char* wanted)
{
    TareAliases* aliases = aliases_of(rules);
    TareText words = {0}, all = {0};
    tare_text_append(&all, "", 0);
    tare_fold_words(&words, name);
    CHECK(tare_aliases_rewrite(aliases, words.data, append, &all));
    CHECK_STR(all.data, wanted);
    tare_text_clear(&words);
    tare_text_clear(&all);
    tare_aliases_free(aliases);
}

static void check_rewritten(const char* name, const char* wanted)
{
    check_rewritten_by(some_rules, name, wanted);
}

/** Rules about one product let its other names stand for the first; where a model is one word, only
    behind its maker. */
static void test_names_of_one_product(void)
{
    static const char rules[] =
        "maker Zed Works = ZW = Zed & Sons ; its signs\n"
        "line Zed Works: SilentMode = SM ; short\n"
        "product Zed Works: Kite Pro 9 = Kite 9 ; made as Pro only\n"
        "product Zed Works: Reed Grande = Reed = Other: Reed One ; its longer name\n"
        "product Zed Works: Alone ; how it is spelled\n"
        "state pads = earpads ; words\napart Zed Works: A 1 = A 2 ; two\n"
        "form in-ear Zed Works: B 1 ; seen\n";
    check_rewritten_by(rules, "zw kite", "zed works kite; ");
    check_rewritten_by(rules, "zed works zw", "zed works zed works; ");
    check_rewritten_by(rules, "kite9 worn", "kite pro 9 worn; ");
    check_rewritten_by(rules, "kite pro 9", "");
    check_rewritten_by(rules, "reed", "");
    check_rewritten_by(rules, "zed works reed", "zed works reed grande; ");
    check_rewritten_by(rules, "other reed one", "zed works reed grande; ");
    check_rewritten_by(rules, "zed works sm 1", "zed works silentmode 1; ");
    check_rewritten_by(rules, "sm 1", "");
    check_rewritten_by(rules, "alone", "");
    check_rewritten_by(rules, "pads a 1 b 1", "");
}

static void test_names_are_rewritten(void)
{
    check_rewritten("HD 650", "");
    check_rewritten("", "");
    check_rewritten("MrSpeakers Ether 2", "dan clark audio ether 2; dca ether 2; ");
    check_rewritten("Mr. Speakers Ether", "dan clark audio ether; dca ether; ");
    check_rewritten("QC25", "quietcomfort 25; ");
    check_rewritten("Bose Quiet Comfort 25", "bose qc 25; ");
    check_rewritten("Galaxy Buds+", "galaxy buds plus; ");
    check_rewritten("HD25-1 II (good seal)", "hd 25 1 ii; ");
    check_rewritten("mk2", "mkii; mark ii; ");
}

/** Only from the others to the first; behind a name in signs no blank is needed. */
static void test_names_of_one_way(void)
{
    check_rewritten("森海塞尔 HD600", "sennheiser hd 600; ");
    check_rewritten("森海塞尔HD600", "sennheiser hd 600; ");
    check_rewritten("СЕННХАЙЗЕР HD 600", "sennheiser hd 600; ");
    check_rewritten("Sennheiser HD 600", "");
}

static void test_the_longest_of_the_names_counts(void)
{
    check_rewritten("Etymotic Research ER4", "etymotic er 4; ");
    check_rewritten("Etymotic ER4", "etymotic research er 4; ");
}

static void test_each_place_is_rewritten_by_itself(void)
{
    check_rewritten("QC QC", "quietcomfort qc; qc quietcomfort; ");
}

static void test_only_whole_words_count(void)
{
    check_rewritten("qcy 25", "");
    check_rewritten("audio by dcaa", "");
    check_rewritten("mrspeakersether", "dan clark audio ether; dca ether; "); /* long ones do */
}

typedef struct {
    unsigned n, line, column;
    char message[200];
} Heard;

static void hear(void* data, const TareReport* report)
{
    Heard* heard = data;
    heard->n++;
    heard->line = report->line;
    heard->column = report->column;
    snprintf(heard->message, sizeof heard->message, "%s", report->message);
    CHECK_STR(report->file, "a.txt");
}

static void check_bad(const char* text, unsigned line, unsigned column, const char* message)
{
    Heard heard = {0};
    const TareReporter reporter = {hear, &heard};
    TareAliases* aliases = tare_aliases_new();
    CHECK(tare_aliases_add_text(aliases, "a.txt", text, strlen(text), &reporter) == TARE_BAD_INPUT);
    CHECK(heard.n == 1);
    CHECK(heard.line == line && heard.column == column);
    CHECK_STR(heard.message, message);
    tare_aliases_free(aliases);
}

static void test_bad_lines_are_reported(void)
{
    static const char again[] = "the same name again; expected one that differs in more than case "
                                "and blanks";
    check_bad("\nalias A = B\n", 2, 1, "unknown key; expected 'same', 'means' or 'drop'");
    check_bad("same", 1, 5, "no letter or digit; expected a name");
    check_bad("same A", 1, 7, "one name; expected others of the same behind '='");
    check_bad("same A =", 1, 9, "no letter or digit; expected a name");
    check_bad("same A = - = B", 1, 10, "no letter or digit; expected a name");
    check_bad("same HD 1 = A = hd-1", 1, 17, again);
    check_bad("drop ", 1, 5, "no letter or digit; expected a name");
    check_bad("drop \xFF", 1, 6, "not UTF-8; expected text");
}

static void test_good_lines_count_beside_bad_ones(void)
{
    TareAliases* aliases = tare_aliases_new();
    static const char text[] = "same A\nsame A = B\nfoo";
    CHECK(tare_aliases_add_text(aliases, "t", text, strlen(text), NULL) == TARE_BAD_INPUT);
    TareText all = {0};
    CHECK(tare_aliases_rewrite(aliases, "a", append, &all));
    CHECK_STR(all.data, "b; ");
    tare_text_clear(&all);
    tare_aliases_free(aliases);
}

static void test_a_missing_file_is_reported(void)
{
    TareAliases* aliases = tare_aliases_new();
    CHECK(tare_aliases_add_file(aliases, "/does/not/exist", NULL) == TARE_IO_ERROR);
    tare_aliases_free(aliases);
}

static void count(void* data, const char* words)
{
    (void)words;
    ++*(unsigned*)data;
}

static void check_failed_allocations(const char* rules, const char* name)
{
    for (unsigned n = 1;; ++n) {
        unsigned n_rewritten = 0;
        failing_malloc_start(n);
        TareAliases* aliases = tare_aliases_new();
        const bool is_whole =
            aliases && tare_aliases_add_text(aliases, "t", rules, strlen(rules), NULL) == TARE_OK &&
            tare_aliases_rewrite(aliases, name, count, &n_rewritten);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_whole == (n_asked < n));
        CHECK(n_rewritten == (is_whole ? 1 : 0));
        tare_aliases_free(aliases);
        if (n_asked < n)
            break;
    }
}

static void test_failed_allocations(void)
{
    check_failed_allocations(some_rules, "qc 25");
    check_failed_allocations("product Zed: Kite Pro = Kite = Other: Reed ; reasons\n", "zed kite");
}

int main(void)
{
    RUN(test_names_of_one_product);
    RUN(test_names_are_rewritten);
    RUN(test_names_of_one_way);
    RUN(test_the_longest_of_the_names_counts);
    RUN(test_each_place_is_rewritten_by_itself);
    RUN(test_only_whole_words_count);
    RUN(test_bad_lines_are_reported);
    RUN(test_good_lines_count_beside_bad_ones);
    RUN(test_a_missing_file_is_reported);
    RUN(test_failed_allocations);
    return check_done();
}
