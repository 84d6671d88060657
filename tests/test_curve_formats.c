/* Measured curves as programs and people write them: each comes back as it was, whatever the
   heading, the marks and the order of its rows. bench/bench_curves.c reads files as they were
   found. */

#include "curves/curve_file.h"
#include "helpers/check.h"
#include "helpers/headphones.h"

#include <stdlib.h>

typedef struct {
    const char* name;
    const char* head; ///< above the rows
    const char* between;
    const char* decimal_mark;
    const char* tail; ///< of each row, with its end
    const char* freq_format;
    bool is_shuffled, has_repeats;
} Dialect;

static const char raw_head[] =
    "\xEF\xBB\xBFName;Somebody's Phones\r\nType;in-ear\r\nDate;2021-02-03\r\n"
    "Remarks;;\r\nSeal;good\r\n;\r\n;\r\nFrequency [Hz];Amplitude "
    "[dBr]\r\n";
static const char room_eq_head[] =
    "* Measurement data measured by REW V5.20\n* Source: EARS\n* Format: 256k Log Swept Sine\n"
    "* Dated: 1 Jan 2021 12:00:00\n* No smoothing\n*\n* Freq(Hz) SPL(dB) Phase(degrees)\n";

static const Dialect dialects[] = {
    {"plain", "frequency,raw\n", ",", ".", "\n", "%.1f", false, false},
    {"no heading", "", " ", ".", "\r\n", "%.1f", false, false},
    {"graph tool", "Frequency\tdB\tUnweighted\r\n", "\t", ".", "\r\n", "%.3f", false, false},
    {"below an empty line", "\nFrequency\tdB\n", "\t", ".", "\n", "%.1f", false, false},
    {"Room EQ Wizard", room_eq_head, " ", ".", " -12.3456\n", "%.6f", false, false},
    {"Room EQ Wizard, no phase", room_eq_head, ", ", ".", ", ?\n", "%.6f", false, false},
    {"table of a laboratory", raw_head, ";", ",", "\r\n", "%.1f", false, false},
    {"decimal comma, tab", "Hz\tdB\n", "\t", ",", "\n", "%.1f", false, false},
    {"old line ends", "frequency,raw\r", ",", ".", "\r", "%.1f", false, false},
    {"exponents", "", ",", ".", "\n", "%.6e", false, false},
    {"shuffled", "frequency,raw\n", ",", ".", "\n", "%.1f", true, false},
    {"rows twice", "frequency,raw\n", ",", ".", "\n", "%.1f", true, true},
    {"more columns", "frequency,raw,error,smoothed\n", ",", ".", ",0.5,1\n", "%.1f", false, false},
};

static void put_number(FILE* out, const char* format, double value, const char* decimal_mark)
{
    char text[64];
    snprintf(text, sizeof text, format, value);
    for (const char* c = text; *c; ++c)
        if (*c == '.')
            fputs(decimal_mark, out);
        else
            putc(*c, out);
}

static void put_rows(FILE* out, const TareCurve* curve, const Dialect* dialect)
{
    for (size_t i = 0; i < curve->n; ++i) { /* 7 and the number of rows have no common divisor */
        const TareCurvePoint* const p = &curve->points[dialect->is_shuffled ? i * 7 % curve->n : i];
        put_number(out, dialect->freq_format, p->freq_hz, dialect->decimal_mark);
        fputs(dialect->between, out);
        put_number(out, "%.1f", p->level_db, dialect->decimal_mark);
        fputs(dialect->tail, out);
    }
}

static void count(void* data, const TareReport* report)
{
    unsigned* const n = data;
    n[report->severity]++;
}

static bool is_same(const TareCurve* a, const TareCurve* b)
{
    for (size_t i = 0; a->n == b->n && i < a->n; ++i)
        if (fabs(a->points[i].freq_hz - b->points[i].freq_hz) > 1e-9 * b->points[i].freq_hz ||
            a->points[i].level_db != b->points[i].level_db)
            return false;
    return a->n == b->n;
}

static void check_dialect(const TareCurve* curve, const Dialect* dialect)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&text, &length);
    REQUIRE(out);
    fputs(dialect->head, out);
    put_rows(out, curve, dialect);
    if (dialect->has_repeats)
        put_rows(out, curve, dialect);
    fclose(out);
    unsigned n_reports[3] = {0};
    const TareReporter reporter = {count, n_reports};
    TareCurve again = {0};
    CHECK(tare_curve_read_text(&again, "curve", text, length, NULL, &reporter) == TARE_OK);
    CHECK(n_reports[TARE_WARNING] == 0 && n_reports[TARE_ERROR] == 0);
    CHECK(n_reports[TARE_NOTE] == (dialect->has_repeats ? 1u : 0u));
    if (!is_same(&again, curve))
        CHECK_STR("a curve that comes back otherwise", dialect->name);
    tare_curve_clear(&again);
    free(text);
}

static void test_every_dialect_gives_the_curve_back(void)
{
    for (size_t i = 0; i < N_HEADPHONES; ++i) {
        TareCurve response, target;
        REQUIRE(headphones_read(i, &response, &target));
        for (size_t k = 0; k < sizeof dialects / sizeof *dialects; ++k)
            check_dialect(&response, &dialects[k]);
        tare_curve_clear(&target);
        tare_curve_clear(&response);
    }
}

int main(void)
{
    RUN(test_every_dialect_gives_the_curve_back);
    return check_done();
}
