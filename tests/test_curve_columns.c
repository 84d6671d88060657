/* Which columns of a table hold the curve. */

#include "base/text.h"
#include "curves/curve_columns.h"
#include "curves/table_style.h"
#include "helpers/check.h"
#include "helpers/seen.h"

/** Finds the columns of a text in its own style. */
static TareStatus find(TareCurveColumns* columns, const char* text, const char* name, Seen* seen)
{
    const TareReporter reporter = seen_reporter(seen);
    const TareSpan span = {text, text + strlen(text)};
    *seen = (Seen){0};
    return tare_curve_columns_find(columns, span, tare_table_style(span), TARE_CURVE_MEASURED, name,
                                   "f", &reporter);
}

/** Compares with "frequency level unit names", and nothing may be said. */
static void check_columns(const char* text, const char* name, const char* wanted)
{
    Seen seen;
    TareCurveColumns columns;
    char found[100];
    CHECK(find(&columns, text, name, &seen) == TARE_OK);
    snprintf(found, sizeof found, "%zu %zu %g %zu", columns.freq, columns.levels[0],
             columns.unit_hz, columns.n_names);
    CHECK_STR(found, wanted);
    CHECK_STR(seen.last, "");
}

static void test_without_names_the_first_two_columns_are_taken(void)
{
    check_columns("20 1\n", NULL, "0 1 1 0");
    check_columns("", NULL, "0 1 1 0");
    check_columns("A headphone of mine\n20 1\n", NULL, "0 1 1 0");
    check_columns("20 1\nFreq SPL\n", NULL, "0 1 1 0"); /* names stand above */
}

static void test_frequencies_are_known_by_their_names(void)
{
    static const char* const names[] = {"Freq", "frequency", "FREQ.", "Hz",   "f",
                                        "F",    "f(Hz)",     "f[Hz]", "f/Hz", "\"Freq (Hz)\""};
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        char text[100];
        snprintf(text, sizeof text, "SPL,%s\n1,20\n", names[i]);
        check_columns(text, NULL, "1 0 1 2");
    }
    check_columns("SPL,foo\n1,20\n", NULL, "0 1 1 2"); /* nothing names it: the first */
}

static void test_levels_are_known_by_their_names(void)
{
    static const char* const names[] = {"raw", "Gain",  "SPL (dB)",  "Amplitude",
                                        "dB",  "level", "Magnitude", "Response"};
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        char text[100];
        snprintf(text, sizeof text, "Freq,Phase,x,%s\n20,1,2,3\n", names[i]);
        check_columns(text, NULL, "0 3 1 4");
    }
}

static void test_of_several_levels_the_first_of_the_words_counts(void)
{
    check_columns("Freq,dB,SPL,raw\n20,1,2,3\n", NULL, "0 3 1 4");
    check_columns("Freq,response,level,gain\n20,1,2,3\n", NULL, "0 3 1 4");
    check_columns("Freq,SPL 1,SPL 2\n20,1,2\n", NULL, "0 1 1 3");
}

static void test_kilohertz_are_told_by_the_heading(void)
{
    check_columns("Freq (kHz),dB\n0.02,1\n", NULL, "0 1 1000 2");
    check_columns("Frequency in KHZ;dB\n0,02;1\n", NULL, "0 1 1000 2");
    check_columns("Freq,dB at 1 kHz\n20,1\n", NULL, "0 1 1 2");
}

static void test_a_remark_may_be_the_heading_when_it_names_both(void)
{
    check_columns("* Freq(Hz) SPL(dB) Phase\n20 1 2\n", NULL, "0 1 1 3");
    check_columns("#\tFreq\tPhase\tSPL\n20\t1\t2\n", NULL, "0 2 1 3");
    check_columns("# Freq and nothing else\n20 1\n", NULL, "0 1 1 0");
    check_columns("# SPL Freq\n20 1\n", NULL, "0 1 1 0");
    check_columns("# Freq x\n20 1\n", "x", "0 1 1 2"); /* asked for by its name */
}

static void test_the_last_line_that_says_most_is_the_heading(void)
{
    check_columns("Freq,a,SPL\nHz,deg,dB\n20,1,2\n", NULL, "0 2 1 3");
    check_columns("a,SPL,b\nFreq,b,SPL\n20,1,2\n", NULL, "0 2 1 3");
    check_columns("Freq,SPL,b\nx,y,SPL\n20,1,2\n", NULL, "0 1 1 3");
    check_columns("Freq,SPL,b\nFreq,b,SPL\n20,1,2\n", NULL, "0 2 1 3");
}

static void test_a_heading_may_have_a_separator_of_its_own(void)
{
    check_columns("Freq;Phase;SPL\n20 1 2\n", NULL, "0 2 1 3");
    check_columns("Freq\tPhase\tSPL\n20,1,2\n", NULL, "0 2 1 3");
    check_columns("Freq Phase SPL\n20,1,2\n", NULL, "0 2 1 3");
}

static void test_names_stand_at_most_100_lines_above_the_rows(void)
{
    char text[400] = "Freq Phase SPL\n";
    for (unsigned i = 0; i < 99; ++i)
        strcat(text, "\n");
    strcat(text, "20 1 2\n");
    check_columns(text, NULL, "0 2 1 3");
    memmove(text + 16, text + 15, strlen(text + 15) + 1);
    text[15] = '\n';
    check_columns(text, NULL, "0 1 1 0");
}

static void test_a_level_without_a_name_is_noted_when_there_are_more(void)
{
    Seen seen;
    TareCurveColumns columns;
    CHECK(find(&columns, "\nFreq,a,b\n20,1,2\n", NULL, &seen) == TARE_OK && columns.levels[0] == 1);
    CHECK(seen.severity == TARE_NOTE);
    CHECK_STR(seen.last, "f:2:0: no column is named as the level; expected SPL, raw, gain or dB, "
                         "column 2 is taken");
    CHECK(find(&columns, "a,Freq,b\n1,20,2\n", NULL, &seen) == TARE_OK && columns.levels[0] == 0);
    CHECK(strstr(seen.last, "column 1 is taken") != NULL);
    check_columns("Freq,a\n20,1\n", NULL, "0 1 1 2");
}

static void test_a_column_is_asked_for_by_name_or_its_beginning(void)
{
    static const char text[] = "Freq,Left,Right,Left smoothed,ß\n20,1,2,3,4\n";
    check_columns(text, "right", "0 2 1 5");
    check_columns(text, "R", "0 2 1 5");
    check_columns(text, "LEFT", "0 1 1 5"); /* whole, though another begins so */
    check_columns(text, "left s", "0 3 1 5");
    check_columns("Freq,Left smoothed,Left\n20,1,2\n", "left", "0 2 1 3");
}

static void check_refused(const char* text, const char* name, const char* wanted)
{
    Seen seen;
    TareCurveColumns columns;
    CHECK(find(&columns, text, name, &seen) == TARE_BAD_INPUT);
    CHECK(seen.n == 1 && seen.severity == TARE_ERROR);
    CHECK_STR(seen.last, wanted);
}

static void test_a_column_that_is_not_just_one_is_refused(void)
{
    static const char text[] = "\nFreq,Left,Right,Light\n20,1,2,3\n";
    check_refused(text, "x", "f:2:0: no column \"x\"; expected one of: Left, Right, Light");
    check_refused(text, "l",
                  "f:2:0: more than one column \"l\"; expected one of: Left, Right, Light");
    check_refused(text, "freq", "f:2:0: no column \"freq\"; expected one of: Left, Right, Light");
    check_refused("20 1\n", "x",
                  "f:0:0: no column \"x\"; expected names of columns above the rows");
    check_refused("Freq,a\xFF,b\n20,1,2\n", "x", "f:1:0: no column \"x\"; expected one of: b");
}

static void test_the_list_of_names_ends_where_its_room_does(void)
{
    char text[1000] = "Freq";
    for (int i = 0; i < 60; ++i)
        strcat(text, ",a-long-name");
    strcat(text, "\n20,1\n");
    Seen seen;
    TareCurveColumns columns;
    CHECK(find(&columns, text, "x", &seen) == TARE_BAD_INPUT);
    const char* const end = seen.last + strlen(seen.last) - strlen("a-long-name");
    CHECK_STR(end, "a-long-name");
    CHECK(strlen(seen.last) < 360 && strlen(seen.last) > 330);
}

static void test_a_name_longer_than_any_is_refused_and_cut(void)
{
    char name[200], wanted[200];
    memset(name, 'x', sizeof name);
    name[199] = '\0';
    snprintf(wanted, sizeof wanted, "f:1:0: no column \"%.80s\"; expected one of: a", name);
    check_refused("Freq,a\n20,1\n", name, wanted);
}

int main(void)
{
    RUN(test_without_names_the_first_two_columns_are_taken);
    RUN(test_frequencies_are_known_by_their_names);
    RUN(test_levels_are_known_by_their_names);
    RUN(test_of_several_levels_the_first_of_the_words_counts);
    RUN(test_kilohertz_are_told_by_the_heading);
    RUN(test_a_remark_may_be_the_heading_when_it_names_both);
    RUN(test_the_last_line_that_says_most_is_the_heading);
    RUN(test_a_heading_may_have_a_separator_of_its_own);
    RUN(test_names_stand_at_most_100_lines_above_the_rows);
    RUN(test_a_level_without_a_name_is_noted_when_there_are_more);
    RUN(test_a_column_is_asked_for_by_name_or_its_beginning);
    RUN(test_a_column_that_is_not_just_one_is_refused);
    RUN(test_the_list_of_names_ends_where_its_room_does);
    RUN(test_a_name_longer_than_any_is_refused_and_cut);
    return check_done();
}
