#include "curves/curve.h"
#include "curves/curve_file.h"
#include "helpers/check.h"

#include <stdlib.h>

/** What was reported. */
typedef struct {
    unsigned n_notes, n_warnings, n_errors;
    char all[4000]; ///< "line:column: message\n", as many as have room
} Seen;

static void see(void* data, const TareReport* report)
{
    Seen* const seen = data;
    unsigned* const counts[] = {&seen->n_notes, &seen->n_warnings, &seen->n_errors};
    ++*counts[report->severity];
    CHECK(strstr(report->message, "; expected") || strstr(report->message, ": "));
    const size_t used = strlen(seen->all);
    snprintf(seen->all + used, sizeof seen->all - used, "%u:%u: %s\n", report->line, report->column,
             report->message);
}

static TareStatus read_bytes(TareCurve* curve, const char* text, size_t length, const char* column,
                             Seen* seen)
{
    *seen = (Seen){0};
    const TareReporter reporter = {see, seen};
    return tare_curve_read_text(curve, "f", text, length, column, &reporter);
}

/** "f:level f:level ..." of a curve, or "refused". */
static const char* read_as_text(const char* text, const char* column, Seen* seen)
{
    static char points[1000];
    TareCurve curve;
    size_t used = 0;
    const TareStatus status = read_bytes(&curve, text, strlen(text), column, seen);
    CHECK((status == TARE_OK) == (seen->n_errors == 0));
    for (size_t i = 0; i < curve.n && used < sizeof points; ++i)
        used += (size_t)snprintf(points + used, sizeof points - used, "%s%g:%g", i ? " " : "",
                                 curve.points[i].freq_hz, curve.points[i].level_db);
    if (status != TARE_OK) {
        CHECK(status == TARE_BAD_INPUT && !curve.points && !curve.n);
        strcpy(points, "refused");
    }
    tare_curve_clear(&curve);
    return points;
}

/** Reads what has nothing wrong. */
static const char* read_whole(const char* text)
{
    Seen seen;
    const char* const points = read_as_text(text, NULL, &seen);
    CHECK_STR(seen.all, "");
    return points;
}

/** What is reported of a text. */
static const char* complaints(const char* text)
{
    static Seen seen;
    read_as_text(text, NULL, &seen);
    return seen.all;
}

static void test_ways_to_write_rows(void)
{
    static const char* const texts[] = {
        "20,1\n1000,-2.5\n",
        "1000 -2.5\n20 1",
        "  20   01.0\r\n\r\n 1000\t-02.50 \r\n",
        "frequency,raw\r20,1\r1000,-2.5\r",
        "20;1\n1000;-2,5\n",
        "20,0\t1,0\n1.000,0\t-2,5\n",
        "20,0 1\n1000,0 -2,5\n",
        "20\t1.0\n1,000\t-2.5\n",
        "* Freq(Hz), SPL(dB), Phase(degrees)\n20.000, 1.000, ?\n1000.000, -2.500, ?\n",
        "\"Frequency\",\"dB\"\n\"20\",\"1,0\"\n\"1.000,0\",\"-2,5\"\n",
        "2.0e+01,1E0\n1e3,-25.00e-1\n",
        "\xEF\xBB\xBFID;3\ntype;in-ear\n;\nFrequency [Hz];Amplitude [dBr]\n20;1,0\n1000;-2,5\n",
        "# REW\n% x\n! y\n// z\n20 1 2\n* in between\n1000 -2.5 3\n\x1A",
        "Freq [kHz] Level [dB] Phase [deg]\n0.02 1 0\n1 -2.5 0\n",
        "20,1\n1000,\xE2\x88\x92\x32.5\n",
        "index;frequency;spl\n1;20;1\n2;1000;-2.5\n",
        "Freq.;Phase;SPL\n20;180;1\n1000;90;-2,5\n",
        "frequency,error,raw\nHz,dB,dB\n20,0,1\n1000,0,-2.5\n",
        "level;f\n1;20\n-2.5;1000\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        CHECK_STR(read_whole(texts[i]), "20:1 1000:-2.5");
}

static void test_utf16(void)
{
    static const char text[] = "Freq \xC2\xB5,dB \xF0\x9F\x8E\xA7\n20,1\n1000,-2.5\n";
    for (size_t order = 0; order < 4; ++order) { /* little, big, with and without mark */
        char bytes[200];
        size_t n = 0;
        const size_t high = order % 2 ? 0 : 1;
        const unsigned units[] = {0xFEFF, 'F', 'r', 'e', 'q', 0xB5, ',', 'd', 'B', 0xD83C, 0xDFA7};
        for (size_t i = order / 2; i < sizeof units / sizeof *units; ++i, n += 2) {
            bytes[n + high] = (char)(units[i] >> 8);
            bytes[n + 1 - high] = (char)(units[i] & 0xFF);
        }
        for (const char* p = strchr(text, '\n'); *p; ++p, n += 2) {
            bytes[n + high] = 0;
            bytes[n + 1 - high] = *p;
        }
        TareCurve curve;
        Seen seen;
        CHECK(read_bytes(&curve, bytes, n, NULL, &seen) == TARE_OK && !*seen.all);
        CHECK(curve.n == 2 && curve.points[1].level_db == -2.5);
        tare_curve_clear(&curve);
    }
}

static void test_columns_by_name(void)
{
    static const char text[] = "frequency,raw,error,Over-Ear (2018),Over-Ear (2015)\n"
                               "20,1,2,3,4\n1000,5,6,7,8\n";
    Seen seen;
    CHECK_STR(read_as_text(text, NULL, &seen), "20:1 1000:5");
    CHECK_STR(read_as_text(text, "ERROR", &seen), "20:2 1000:6");
    CHECK_STR(read_as_text(text, "over-ear (2015)", &seen), "20:4 1000:8");
    CHECK_STR(read_as_text(text, "err", &seen), "20:2 1000:6");
    CHECK_STR(read_as_text(text, "over", &seen), "refused");
    CHECK_STR(seen.all, "1:0: more than one column \"over\"; expected one of: raw, error, Over-Ear "
                        "(2018), Over-Ear (2015)\n");
    CHECK_STR(read_as_text(text, "frequency", &seen), "refused");
    CHECK_STR(read_as_text("20,1\n30,2\n", "raw", &seen), "refused");
    CHECK_STR(seen.all, "0:0: no column \"raw\"; expected names of columns above the rows\n");
    CHECK_STR(read_as_text("Frequency,left,right\n20,1,2\n1000,3,4\n", NULL, &seen),
              "20:1.5 1000:3.5");
    CHECK(seen.n_notes == 1 && seen.n_warnings == 0);
}

/** Rows of 20, 21 ... Hz with a level of 0 dB, and others among them. */
static const char* among_good_rows(const char* others)
{
    static char text[4000];
    size_t used = (size_t)snprintf(text, sizeof text, "frequency,raw\n%s", others);
    for (int i = 20; i < 120; ++i)
        used += (size_t)snprintf(text + used, sizeof text - used, "%d,0\n", i);
    return text;
}

static void test_bad_rows_are_named(void)
{
    Seen seen;
    read_as_text(
        among_good_rows("nan,3\n20,1\n\n30,NaN\n40,\n  50, x\ngarbage\n0,3\n-5,3\n1e999,1\n"
                        "70\n80..,3\n90,inf\n#DIV/0!,3\n1000,2,9\n"),
        NULL, &seen);
    CHECK(seen.n_warnings == 12 && seen.n_notes == 1);
    CHECK_STR(seen.all, "2:1: frequency is no number; expected one like 1000\n"
                        "5:4: level is no finite number; expected one like -3.5\n"
                        "6:4: level is missing; expected one in dB\n"
                        "7:7: level is no finite number; expected one like -3.5\n"
                        "8:1: frequency is no number; expected one like 1000\n"
                        "9:1: frequency is not above 0; expected one in Hz\n"
                        "10:1: frequency is not above 0; expected one in Hz\n"
                        "11:1: frequency is no number; expected one like 1000\n"
                        "12:3: level is missing; expected one in dB\n"
                        "13:1: frequency is no number; expected one like 1000\n"
                        "14:4: level is no finite number; expected one like -3.5\n"
                        "15:1: frequency is no number; expected one like 1000\n"
                        "0:0: 1 rows repeat a frequency, their levels are averaged; expected each "
                        "once\n");
}

static void test_of_many_bad_rows_the_first_are_named(void)
{
    static char text[40000];
    size_t used = 0;
    for (int i = 0; i < 1000; ++i)
        used += (size_t)snprintf(text + used, sizeof text - used, "%d,%s\n", 20 + i,
                                 i % 20 ? "1" : "x");
    Seen seen;
    CHECK(strncmp(read_as_text(text, NULL, &seen), "21:1 ", 5) == 0);
    CHECK(seen.n_warnings == 20 && seen.n_notes == 1);
    CHECK(strstr(seen.all, "0:0: 49 rows are left out, the first 20 are named") != NULL);
}

static void test_repeated_frequencies_are_noted(void)
{
    Seen seen;
    CHECK_STR(read_as_text("1000,1\n20,5\n1000,2\n20,5\n1000,6\n", NULL, &seen), "20:5 1000:3");
    CHECK_STR(seen.all,
              "0:0: 3 rows repeat a frequency, their levels are averaged; expected each once\n");
    CHECK_STR(complaints("0.02,1\n20,5\n"),
              "0:0: no frequency reaches 100 Hz; expected Hz, or a heading that says kHz\n");
    CHECK_STR(complaints("\xB5\n20,1\n1000,5\n"),
              "1:1: character is not UTF-8; expected UTF-8, read as far as it is ASCII\n");
}

static void test_what_is_refused(void)
{
    const char* const no_rows =
        "0:0: no rows of numbers; expected frequencies in Hz and levels in dB\n";
    CHECK_STR(complaints(""), no_rows);
    CHECK_STR(complaints("\n \n"), no_rows);
    CHECK_STR(complaints("frequency,raw\n"), no_rows);
    CHECK_STR(complaints("frequency,raw\n1000,0\n"),
              "0:0: only one frequency can be used; expected at least two\n");
    CHECK(strstr(complaints("1000,0\n1000,1\n1000,2\n"), "0:0: only one frequency"));
    CHECK(strstr(complaints("20,nan\n30,nan\n40,nan\n"), "0:0: no row can be used"));
    CHECK(strstr(complaints("f,dB\n20,5,3,1\n1000,0,-2,5\n"), "0:0: commas seem to stand both"));
    CHECK_STR(complaints("f,dB,x,y\n20,5,3,1\n1000,0,-2,5\n"), "");
    CHECK_STR(complaints("20,1\n30,\x02\n"),
              "2:4: control character; expected a text with rows of numbers\n");
    CHECK(strstr(complaints("\x89PNG\r\n\x1A\n\1"), "2:1: control character"));
    TareCurve curve;
    Seen seen;
    CHECK(read_bytes(&curve, "20,1\0\n30,2\n", 11, NULL, &seen) == TARE_BAD_INPUT);
    CHECK(tare_curve_read_file(&curve, "/nowhere/at all", NULL, NULL) == TARE_IO_ERROR);
    CHECK(!curve.points);
}

static void test_many_rows(void)
{
    enum { ROW = 16 };
    const size_t n = TARE_CURVE_MAX_POINTS;
    char* const text = malloc((n + 1) * ROW + 1);
    REQUIRE(text);
    for (size_t i = 0; i <= n; ++i)
        snprintf(text + i * ROW, ROW + 1, "%08zu,%6.2f\n", (i * 7919) % (n + 1) + 1,
                 (double)(i % 99));
    TareCurve curve;
    Seen seen;
    CHECK(read_bytes(&curve, text, n * ROW, NULL, &seen) == TARE_OK && curve.n == n);
    tare_curve_clear(&curve);
    CHECK(read_bytes(&curve, text, (n + 1) * ROW, NULL, &seen) == TARE_BAD_INPUT);
    CHECK_STR(seen.all, "1000001:0: too many rows; expected at most 1000000\n");
    free(text);
}

int main(void)
{
    RUN(test_ways_to_write_rows);
    RUN(test_utf16);
    RUN(test_columns_by_name);
    RUN(test_bad_rows_are_named);
    RUN(test_of_many_bad_rows_the_first_are_named);
    RUN(test_repeated_frequencies_are_noted);
    RUN(test_what_is_refused);
    RUN(test_many_rows);
    return check_done();
}
