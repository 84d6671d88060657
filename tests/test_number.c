#include "base/number.h"
#include "helpers/check.h"

#include <float.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>

static void check_format(double value, const char* wanted)
{
    char text[TARE_NUMBER_SIZE];
    CHECK_STR(tare_number_format(text, sizeof text, value), wanted);
}

static void check_format_float(float value, const char* wanted)
{
    char text[TARE_NUMBER_SIZE];
    CHECK_STR(tare_number_format_float(text, sizeof text, value), wanted);
}

static void test_formats_what_a_person_would_write(void)
{
    check_format(5500, "5500");
    check_format(-6, "-6");
    check_format(0.7, "0.7");
    check_format(1.41, "1.41");
    check_format(0.1 + 0.2, "0.30000000000000004");
    check_format(0, "0");
    check_format(-0.0, "0");
    check_format(1e-6, "0.000001");
    check_format(1.5e-6, "0.0000015");
    check_format(1e-7, "1e-7");
    check_format(123456789012345.0, "123456789012345");
    check_format(999999999999999.0, "999999999999999");
    check_format(1e15, "1e15");
    check_format(-1.5e300, "-1.5e300");
    check_format(-0.5, "-0.5");
    check_format(100.25, "100.25");
}

static void test_formats_the_ends_of_the_range(void)
{
    check_format(DBL_MAX, "1.7976931348623157e308");
    check_format(DBL_MIN, "2.2250738585072014e-308");
    check_format(5e-324, "5e-324");
    check_format(9007199254740992.0, "9.007199254740992e15");
    check_format((double)NAN, "nan");
    check_format((double)INFINITY, "inf");
    check_format(-(double)INFINITY, "-inf");
}

static void test_formats_floats_as_they_were_meant(void)
{
    check_format_float(1.41f, "1.41");
    check_format_float(0.7f, "0.7");
    check_format_float(-6.3f, "-6.3");
    check_format_float(22.4f, "22.4");
    check_format_float(5500.0f, "5500");
    check_format_float(0.0f, "0");
    check_format_float(-0.0f, "0");
    check_format_float(16777216.0f, "16777216");
    check_format_float(FLT_MAX, "3.4028235e38");
    check_format_float(1e-45f, "1e-45");
}

/** Numbers of every size, the same in each run. */
static uint64_t next_random(uint64_t* state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void test_what_was_written_reads_back(void)
{
    uint64_t state = 88172645463325252u;
    for (int i = 0; i < 100000; ++i) {
        const uint64_t bits = next_random(&state);
        double value, read = 0.0;
        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value))
            continue;
        char text[TARE_NUMBER_SIZE];
        size_t used = 0;
        tare_number_format(text, sizeof text, value);
        CHECK(tare_number_parse(text, strlen(text), &read, &used));
        CHECK(read == value);
        CHECK(used == strlen(text));
    }
}

static void check_parse(const char* text, double wanted, size_t wanted_used)
{
    double value = 99.0;
    size_t used = 0;
    CHECK(tare_number_parse(text, strlen(text), &value, &used));
    CHECK(value == wanted);
    CHECK(used == wanted_used);
}

static void test_parses_numbers(void)
{
    check_parse("5500", 5500, 4);
    check_parse("-6.0 dB", -6, 4);
    check_parse("+.5", 0.5, 3);
    check_parse("7.", 7, 2);
    check_parse("1.2.3", 1.2, 3);
    check_parse("1e3", 1000, 3);
    check_parse("1E-3x", 0.001, 4);
    check_parse("12e", 12, 2);
    check_parse("12e+", 12, 2);
    check_parse("0x10", 0, 1);
    check_parse("1,5", 1, 1);
    check_parse("000000000000000000000000000012", 12, 30);
    check_parse("0.000000000000000000000000000012", 1.2e-29, 32);
    check_parse("0e999999999999", 0, 14);
    check_parse("1e-999999999999", 0, 15);
}

static void test_refuses_what_is_no_number(void)
{
    static const char* const texts[] = {"",
                                        "-",
                                        "+",
                                        ".",
                                        "-.",
                                        "e5",
                                        "abc",
                                        "inf",
                                        "nan",
                                        " 1",
                                        "--1",
                                        "1e309",
                                        "-1e999999999999"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
        double value = 99.0;
        size_t used = 77;
        CHECK(!tare_number_parse(texts[i], strlen(texts[i]), &value, &used));
        CHECK(value == 99.0 && used == 77);
    }
    double value = 0.0;
    CHECK(tare_number_parse("123456", 3, &value, NULL));
    CHECK(value == 123.0);
}

/** The "C" locale's strtod is the reference: it rounds exactly. */
static void test_rounds_like_strtod(void)
{
    uint64_t state = 2463534242u;
    for (int i = 0; i < 100000; ++i) {
        char text[64];
        double value = 0.0;
        const int n_digits = 1 + (int)(next_random(&state) % 25);
        int n = 0;
        for (int k = 0; k < n_digits; ++k)
            text[n++] = (char)('0' + next_random(&state) % 10);
        if (next_random(&state) % 2)
            text[next_random(&state) % (uint64_t)n] = '.';
        n += sprintf(text + n, "e%d", (int)(next_random(&state) % 60) - 30);
        if (tare_number_parse(text, (size_t)n, &value, NULL) && value != strtod(text, NULL))
            CHECK_STR(text, "the value that strtod reads");
    }
}

static void test_long_digits_decide_a_tie(void)
{
    char text[1200] = "9007199254740993."; /* in the middle between two doubles */
    double value = 0.0;
    CHECK(tare_number_parse(text, strlen(text), &value, NULL));
    CHECK(value == 9007199254740992.0);
    memset(text + 17, '0', 1000);
    strcpy(text + 1017, "1"); /* just above the middle */
    CHECK(tare_number_parse(text, strlen(text), &value, NULL));
    CHECK(value == 9007199254740994.0);
}

static void test_no_locale_matters(void)
{
    static const char* const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ps_AF.UTF-8"};
    bool is_set = false;
    for (size_t i = 0; i < sizeof names / sizeof *names && !is_set; ++i)
        is_set = setlocale(LC_ALL, names[i]) != NULL && localeconv()->decimal_point[0] != '.';
    if (!is_set)
        SKIP("no locale with another decimal mark is installed");
    check_format(1.41, "1.41");
    check_format_float(0.7f, "0.7");
    check_parse("-6.25", -6.25, 5);
    check_parse("0.12345678901234567890", 0.12345678901234567890, 22);
    setlocale(LC_ALL, "C");
}

int main(void)
{
    RUN(test_formats_what_a_person_would_write);
    RUN(test_formats_the_ends_of_the_range);
    RUN(test_formats_floats_as_they_were_meant);
    RUN(test_what_was_written_reads_back);
    RUN(test_parses_numbers);
    RUN(test_refuses_what_is_no_number);
    RUN(test_rounds_like_strtod);
    RUN(test_long_digits_decide_a_tie);
    RUN(test_no_locale_matters);
    return check_done();
}
