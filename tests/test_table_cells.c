/* Cells of a table and the numbers in them, against a writer written out here. */

#include "base/text.h"
#include "curves/table_cells.h"
#include "curves/table_number.h"
#include "curves/table_style.h"
#include "helpers/check.h"
#include "helpers/noise.h"

#include <stdlib.h>

static TareSpan span(const char* text)
{
    return (TareSpan){text, text + strlen(text)};
}

/** Compares the cells of a line with `wanted`, each with a '|' behind it. */
static void check_cells(const char* line, char separator, const char* wanted)
{
    char joined[300] = "";
    TareSpan rest = span(line);
    size_t n = 0;
    for (TareSpan cell; tare_table_next_cell(&rest, separator, &cell); ++n) {
        strncat(joined, cell.first, (size_t)(cell.end - cell.first));
        strcat(joined, "|");
    }
    CHECK_STR(joined, wanted);
    CHECK(tare_table_n_cells(span(line), separator) == n);
    CHECK(rest.first == NULL || separator == ' ');
}

static void test_a_separator_parts_cells_and_keeps_empty_ones(void)
{
    check_cells("a;b;c", ';', "a|b|c|");
    check_cells(";;", ';', "|||");
    check_cells("", ',', "|");
    check_cells(" a , b\t,c ", ',', "a|b|c|");
    check_cells("a\t\tb", '\t', "a||b|");
    check_cells("\ta", '\t', "|a|");
}

static void test_runs_of_blanks_part_words(void)
{
    check_cells("  20 \t 1.5  ", ' ', "20|1.5|");
    check_cells("", ' ', "");
    check_cells(" \t ", ' ', "");
}

static void test_a_unit_in_brackets_belongs_to_the_word_before_it(void)
{
    check_cells("Freq (Hz) SPL [dB] x", ' ', "Freq (Hz)|SPL [dB]|x|");
    check_cells("Freq ( Hz ) SPL", ' ', "Freq ( Hz )|SPL|");
    check_cells("Freq (Hz SPL", ' ', "Freq|(Hz|SPL|");
    check_cells("Freq (Hz] SPL", ' ', "Freq|(Hz]|SPL|");
}

static void test_quotes_keep_separators_in_a_cell(void)
{
    check_cells("\"a;b\";c", ';', "a;b|c|");
    check_cells("\" a b \" c", ' ', "a b|c|");
    check_cells("  \"a,b\"  ,c", ',', "a,b|c|");
    check_cells("\"a;b", ';', "\"a|b|");
    check_cells("\"\";x", ';', "|x|");
    check_cells("a\"b;c\"", ';', "a\"b|c\"|");
}

static void test_cells_are_found_by_their_index(void)
{
    const TareSpan line = span("a;b;");
    TareSpan cell;
    CHECK(tare_table_cell(line, ';', 0, &cell) && tare_span_equals(cell, "a"));
    CHECK(tare_table_cell(line, ';', 2, &cell) && tare_span_equals(cell, ""));
    CHECK(!tare_table_cell(line, ';', 3, &cell) && cell.first == line.end && cell.end == line.end);
    CHECK(!tare_table_cell(span(""), ' ', 0, &cell));
    CHECK(tare_table_n_cells((TareSpan){NULL, NULL}, ';') == 0);
}

static void check_number(const char* text, char grouping, double wanted)
{
    double value = -77;
    CHECK(tare_table_number(span(text), grouping, &value));
    CHECK(value == wanted);
}

static void check_no_number(const char* text, char grouping)
{
    double value = -77;
    CHECK(!tare_table_number(span(text), grouping, &value));
    CHECK(value == -77);
}

static void test_numbers_have_a_point_or_a_comma(void)
{
    check_number("20.5", 0, 20.5);
    check_number("20,5", 0, 20.5);
    check_number(",5", 0, 0.5);
    check_number("-3,", 0, -3);
    check_number("1,5e3", 0, 1500);
    check_number("1.000", 0, 1);
    check_number("1,000", 0, 1);
}

static void test_groups_of_three_digits_are_joined(void)
{
    check_number("1,000", ',', 1000);
    check_number("1.000", '.', 1000);
    check_number("1,234,567.25", 0, 1234567.25);
    check_number("1.234.567,25", 0, 1234567.25);
    check_number("1,234,567", 0, 1234567);
    check_number("-1.000,5", '.', -1000.5);
    check_number("12.5", ',', 12.5);
}

static void test_marks_where_no_group_ends_are_refused(void)
{
    static const char* const texts[] = {"1,00",   "1,0000", "1234,567", "0,123",
                                        "1,,000", ",000",   "1,000,00", "01,000,0000"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        check_no_number(texts[i], ',');
    check_no_number("1.2.3", 0);
    check_no_number("1,2,3", 0);
    check_no_number("1.000.0,5", 0);
    check_no_number("12345.678,9", 0);
}

static void test_a_typographic_minus_is_a_minus(void)
{
    check_number("\xE2\x88\x92"
                 "3.5",
                 0, -3.5);
    check_number("\xE2\x88\x92"
                 "1,5",
                 0, -1.5);
    check_number("+3", 0, 3);
    check_no_number("\xE2\x88\x92", 0);
    check_no_number("--3", 0);
}

/** A second sign behind a typographic minus is none that a number has. */
static void test_two_signs_are_no_number(void)
{
    double value = -77;
    CHECK(!tare_table_number(span("+-3"), 0, &value));
    CHECK(!tare_table_number(span("-+3"), 0, &value));
    CHECK(value == -77);
}

static void test_what_does_not_fill_its_cell_is_no_number(void)
{
    static const char* const texts[] = {"", "Hz", "20Hz", "20 1", "nan", "inf", "1e999", ".", "e5"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        check_no_number(texts[i], 0);
}

static void test_numbers_with_marks_have_at_most_63_characters(void)
{
    char text[70];
    memset(text, '0', sizeof text);
    text[0] = '1';
    text[1] = ',';
    text[63] = '\0';
    check_number(text, 0, 1);
    text[63] = '0';
    text[64] = '\0';
    check_no_number(text, 0);
    text[1] = '.';
    check_number(text, 0, 1);
}

static void check_style(const char* text, char separator, char grouping)
{
    const TareTableStyle style = tare_table_style(span(text));
    CHECK(style.separator == separator);
    CHECK(style.grouping == grouping);
}

static void test_the_separator_is_what_most_rows_contain(void)
{
    check_style("20 1\n30 2\n", ' ', 0);
    check_style("20;1\n30;2\n", ';', 0);
    check_style("20\t1\n30\t2\n", '\t', 0);
    check_style("20,1\n30,2\n", ',', 0);
    check_style("20;1,5\n30\t2;1\n", ';', 0);
    check_style("20,5 -3,1\n30,5 2,2\n", ' ', 0);
    check_style("20;1\n30 2\n", ' ', 0); /* half is not most */
    check_style("20;1\n30 2\n40;2\n", ';', 0);
    check_style("", ' ', 0);
    check_style("a;b;c\n# 1;2\n20 1\n", ' ', 0); /* only rows count */
}

static void test_a_mark_groups_where_the_other_one_follows_it(void)
{
    check_style("1,000.5;1\n", ';', ',');
    check_style("1.000,5;1\n", ';', '.');
    check_style("20.5;1\n1,000;2\n", ';', ',');
    check_style("20,5;1\n1.000;2\n", ';', '.');
    check_style("1.000;1\n2.000;2\n", ';', 0); /* nothing tells */
    check_style("1.000;1.5\n1.25;2\n", ';', 0);
    check_style("1,000.5;1.000,5\n", ';', 0); /* both ways */
    check_style("20;1;1,000.5\n", ';', 0);    /* the first two cells count */
}

static void test_commas_of_both_kinds_are_told(void)
{
    CHECK(tare_table_has_mixed_commas(span("20,5,-3,1\n30,0,2,25\n")));
    CHECK(tare_table_has_mixed_commas(span("Hz,dB\n20,5,3,1\n")));
    CHECK(!tare_table_has_mixed_commas(span("20,5,-3,1\n30,2\n")));
    CHECK(!tare_table_has_mixed_commas(span("20,5,3,1,7\n")));
    CHECK(!tare_table_has_mixed_commas(span("20,5.5,3,1\n")));
    CHECK(!tare_table_has_mixed_commas(span("20,-5,3,1\n")));
    CHECK(!tare_table_has_mixed_commas(span("20,5,3,x\n")));
    CHECK(!tare_table_has_mixed_commas(span("Hz,dB\n")) && !tare_table_has_mixed_commas(span("")));
}

/** Writes thousandths with marks, and its digits in groups when `group` is one. */
static void write_number(char* out, long thousandths, char decimal, char group)
{
    const long whole = labs(thousandths) / 1000;
    const char* const sign = thousandths < 0 ? "-" : "";
    char digits[32];
    if (group && whole >= 1000000)
        snprintf(digits, sizeof digits, "%ld%c%03ld%c%03ld", whole / 1000000, group,
                 whole / 1000 % 1000, group, whole % 1000);
    else if (group && whole >= 1000)
        snprintf(digits, sizeof digits, "%ld%c%03ld", whole / 1000, group, whole % 1000);
    else
        snprintf(digits, sizeof digits, "%ld", whole);
    sprintf(out, "%s%s%c%03ld", sign, digits, decimal, labs(thousandths) % 1000);
}

static void test_numbers_survive_every_way_to_write_them(void)
{
    static const char ways[][2] = {{'.', 0}, {',', 0}, {'.', ','}, {',', '.'}};
    uint64_t random = 30;
    for (unsigned round = 0; round < 4000; ++round) {
        const char* const way = ways[round % 4];
        const long thousandths = (long)noise_below(&random, 4000000000) - 2000000000;
        char text[64];
        write_number(text, thousandths, way[0], way[1]);
        check_number(text, way[1], (double)thousandths / 1000);
    }
}

int main(void)
{
    RUN(test_a_separator_parts_cells_and_keeps_empty_ones);
    RUN(test_runs_of_blanks_part_words);
    RUN(test_a_unit_in_brackets_belongs_to_the_word_before_it);
    RUN(test_quotes_keep_separators_in_a_cell);
    RUN(test_cells_are_found_by_their_index);
    RUN(test_numbers_have_a_point_or_a_comma);
    RUN(test_groups_of_three_digits_are_joined);
    RUN(test_marks_where_no_group_ends_are_refused);
    RUN(test_a_typographic_minus_is_a_minus);
    RUN(test_two_signs_are_no_number);
    RUN(test_what_does_not_fill_its_cell_is_no_number);
    RUN(test_numbers_with_marks_have_at_most_63_characters);
    RUN(test_the_separator_is_what_most_rows_contain);
    RUN(test_a_mark_groups_where_the_other_one_follows_it);
    RUN(test_commas_of_both_kinds_are_told);
    RUN(test_numbers_survive_every_way_to_write_them);
    return check_done();
}
