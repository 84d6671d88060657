/* Lines of comma-separated values, against a writer written out here. */

#include "base/csv.h"
#include "helpers/check.h"
#include "helpers/noise.h"

enum { MAX_CELLS = 8 };

/** Splits a copy of a line and compares: `wanted` holds the cells, each with a '|' behind it. */
static void check_split(const char* line, const char* wanted)
{
    char copy[200], joined[200] = "";
    char* cells[MAX_CELLS];
    snprintf(copy, sizeof copy, "%s", line);
    const size_t n = tare_csv_split(copy, cells, MAX_CELLS);
    for (size_t i = 0; i < n && i < MAX_CELLS; ++i) {
        strcat(joined, cells[i]);
        strcat(joined, "|");
    }
    CHECK_STR(joined, wanted);
}

static void test_commas_part_the_cells_of_a_line(void)
{
    check_split("a,b,c", "a|b|c|");
    check_split("one", "one|");
    check_split("a b , c", "a b | c|");
}

static void test_empty_cells_are_cells(void)
{
    check_split("", "|");
    check_split(",", "||");
    check_split("a,,b,", "a||b||");
    check_split("\"\",\"\"", "||");
}

static void test_a_line_ends_at_its_line_end(void)
{
    check_split("a,b\n", "a|b|");
    check_split("a,b\r\n", "a|b|");
    check_split("a,b\r", "a|b|");
    check_split("a,\n", "a||");
    check_split("a\nb,c", "a|");
    check_split("\"a\"\nb", "a|");
}

static void test_quotes_keep_what_would_part_a_line(void)
{
    check_split("\"a,b\",c", "a,b|c|");
    check_split("\"a\nb\",c", "a\nb|c|");
    check_split("c,\"a,\r\n,b\"", "c|a,\r\n,b|");
}

static void test_two_quotes_within_quotes_are_one(void)
{
    check_split("\"7\"\" disc\"", "7\" disc|");
    check_split("\"\"\"\"", "\"|");
    check_split("\"\"\"a\"\"\",b", "\"a\"|b|");
    check_split("7\" disc,b", "7\" disc|b|");
}

static void test_what_stands_behind_closed_quotes_is_left_out(void)
{
    check_split("\"a\"b,c", "a|c|");
    check_split("\"a\" ,c", "a|c|");
}

static void test_a_quote_that_is_not_closed_is_refused(void)
{
    static const char* const lines[] = {"\"", "\"a", "a,\"b", "a,\"b,c\n", "\"a\"\"", "\"\"\""};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; ++i) {
        char copy[20];
        char* cells[MAX_CELLS];
        snprintf(copy, sizeof copy, "%s", lines[i]);
        CHECK(tare_csv_split(copy, cells, MAX_CELLS) == 0);
    }
}

static void test_cells_beyond_the_room_are_counted_only(void)
{
    char line[] = "a,b,c,d";
    char untouched[] = "untouched";
    char* cells[] = {NULL, NULL, untouched};
    CHECK(tare_csv_split(line, cells, 2) == 4);
    CHECK_STR(cells[0], "a");
    CHECK_STR(cells[1], "b");
    CHECK(cells[2] == untouched);
    char again[] = "a,b";
    CHECK(tare_csv_split(again, NULL, 0) == 2);
}

/** Writes a cell as RFC 4180 has it; returns what stands behind it. */
static char* write_cell(char* out, const char* cell)
{
    *out++ = '"';
    for (; *cell; ++cell) {
        if (*cell == '"')
            *out++ = '"';
        *out++ = *cell;
    }
    *out++ = '"';
    return out;
}

static void test_any_cells_survive_writing_and_splitting(void)
{
    static const char letters[] = "ab\",\r\n \xC3\xA9";
    uint64_t random = 4180;
    for (unsigned round = 0; round < 2000; ++round) {
        char cells[MAX_CELLS][12], line[400];
        char* split[MAX_CELLS];
        char* out = line;
        const size_t n = 1 + noise_below(&random, MAX_CELLS);
        for (size_t i = 0; i < n; ++i) {
            const size_t length = noise_below(&random, sizeof cells[i]);
            for (size_t k = 0; k < length; ++k)
                cells[i][k] = letters[noise_below(&random, sizeof letters - 1)];
            cells[i][length] = '\0';
            out = write_cell(out, cells[i]);
            *out++ = i + 1 < n ? ',' : '\n';
        }
        *out = '\0';
        REQUIRE(tare_csv_split(line, split, MAX_CELLS) == n);
        for (size_t i = 0; i < n; ++i)
            CHECK_STR(split[i], cells[i]);
    }
}

int main(void)
{
    RUN(test_commas_part_the_cells_of_a_line);
    RUN(test_empty_cells_are_cells);
    RUN(test_a_line_ends_at_its_line_end);
    RUN(test_quotes_keep_what_would_part_a_line);
    RUN(test_two_quotes_within_quotes_are_one);
    RUN(test_what_stands_behind_closed_quotes_is_left_out);
    RUN(test_a_quote_that_is_not_closed_is_refused);
    RUN(test_cells_beyond_the_room_are_counted_only);
    RUN(test_any_cells_survive_writing_and_splitting);
    return check_done();
}
