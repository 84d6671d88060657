/* Broken curves: whatever the bytes, the reader comes back, says what is wrong and where, and what
   it made of the rest is in order. Seeded: the same in each run. */

#include "curves/curve.h"
#include "curves/curve_file.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

enum { MAX_LENGTH = 1024 };

static const char* const seed_texts[] = {
    "frequency,raw\n20.00,-2.29\n20.20,-2.28\n1000,0.00\n19955.54,-14.74\n",
    "\xEF\xBB\xBFID;318\r\ntype;in-ear\r\n;\r\nFrequency [Hz];Amplitude [dBr]\r\n10;2,288\r\n"
    "1.015,348;-2,403e+00\r\n20000;-24,77\r\n20000;-9,47\r\n",
    "* Measurement data measured by REW V5.20\n* Smoothing: 1/48 octave\n*\n"
    "* Freq(Hz)\tSPL(dB)\tPhase(degrees)\n20.000\t93.929\t0.0\n1,000.5\t93.951\t?\n",
    "Freq [kHz] dB\r0.02 -07.40\r1,5 \xE2\x88\x92"
    "00.5\rgarbage\r\"20\" nan\r",
    "Frequency,Over-Ear (2018),\"In-Ear, 2017\"\n20,5.6,9.8\n214.4,5.7,9.8\n#DIV/0!,1,2\n",
};
enum { N_SEEDS = sizeof seed_texts / sizeof *seed_texts };

static uint64_t random_state = 88172645463325252u;

/** Makes a text UTF-16, little endian, with a mark. Returns the new length. */
static size_t widen(char* text, size_t length)
{
    for (size_t i = length; i-- > 0;) {
        text[2 * i + 2] = text[i];
        text[2 * i + 3] = 0;
    }
    memcpy(text, "\xFF\xFE", 2);
    return 2 * length + 2;
}

/** Changes a few bytes, moves or doubles a few pieces. Returns the new length. */
static size_t mutate(char* text, size_t length)
{
    static const char bytes[] = "\n\r\0 \t;,,..-+eE019#*\"([\x1A\xFF\xC2\xA0\xED";
    const size_t n_changes = noise_below(&random_state, 9);
    for (size_t i = 0; i < n_changes && length > 1; ++i) {
        const size_t at = noise_below(&random_state, length);
        const size_t n = 1 + noise_below(&random_state, length - at < 40 ? length - at : 40);
        switch (noise_below(&random_state, 8)) {
        case 0:
            text[at] = (char)noise_below(&random_state, 256);
            break;
        case 1: /* leaves a piece out */
            memmove(text + at, text + at + n, length - at - n);
            length -= n;
            break;
        case 2: /* doubles a piece */
            if (length + n <= MAX_LENGTH) {
                memmove(text + at + n, text + at, length - at);
                length += n;
            }
            break;
        default:
            text[at] = bytes[noise_below(&random_state, sizeof bytes)];
        }
    }
    return length;
}

/** The text ends with the memory, so that a sanitizer sees a step beyond. */
static char* make_text(size_t* length)
{
    char text[2 * MAX_LENGTH + 2];
    const size_t seed = noise_below(&random_state, N_SEEDS);
    *length = strlen(seed_texts[seed]);
    memcpy(text, seed_texts[seed], *length);
    if (noise_below(&random_state, 8) == 0)
        *length = widen(text, *length);
    *length = mutate(text, *length);
    char* const exact = malloc(*length ? *length : 1);
    memcpy(exact, text, *length);
    return exact;
}

static void count(void* data, const TareReport* report)
{
    unsigned* const n = data;
    ++n[report->severity];
    CHECK(strstr(report->message, "; expected") != NULL);
    CHECK(report->severity != TARE_WARNING || (report->line >= 1 && report->column >= 1));
}

static void check_is_arranged(const TareCurve* curve)
{
    CHECK(curve->n >= 2);
    for (size_t i = 0; i < curve->n; ++i) {
        CHECK(tare_curve_can_hold(curve->points[i].freq_hz, curve->points[i].level_db));
        CHECK(i == 0 || curve->points[i - 1].freq_hz < curve->points[i].freq_hz);
    }
    for (double f = 1e-3; f < 1e6; f *= 7.3)
        CHECK(isfinite(tare_curve_level_db(curve, f)));
}

static void test_broken_curves(void)
{
    static const char* const columns[] = {NULL, NULL, NULL, "raw", "in-ear", ""};
    unsigned n_read = 0, n_refused = 0, n_warned = 0;
    for (int round = 0; round < 40000; ++round) {
        size_t length;
        char* const text = make_text(&length);
        unsigned n[3] = {0};
        const TareReporter reporter = {count, n};
        TareCurve curve;
        const TareStatus status = tare_curve_read_text(
            &curve, "fuzz", text, length, columns[noise_below(&random_state, 6)], &reporter);
        CHECK(status == TARE_OK ? n[TARE_ERROR] == 0
                                : status == TARE_BAD_INPUT && n[TARE_ERROR] == 1 && !curve.points);
        if (status == TARE_OK)
            check_is_arranged(&curve);
        n_read += status == TARE_OK;
        n_refused += status != TARE_OK;
        n_warned += n[TARE_WARNING] > 0;
        tare_curve_clear(&curve);
        free(text);
    }
    CHECK(n_read > 5000 && n_refused > 5000 && n_warned > 10000); /* some of each kind */
}

static void test_failed_allocations(void)
{
    char text[2 * MAX_LENGTH + 2];
    for (size_t seed = 0; seed < N_SEEDS; ++seed) {
        memcpy(text, seed_texts[seed], strlen(seed_texts[seed]));
        const size_t length = widen(text, strlen(seed_texts[seed]));
        TareCurve whole;
        const TareStatus wanted = tare_curve_read_text(&whole, "fuzz", text, length, NULL, NULL);
        tare_curve_clear(&whole);
        for (unsigned n = 1;; ++n) {
            TareCurve curve;
            failing_malloc_start(n);
            const TareStatus status =
                tare_curve_read_text(&curve, "fuzz", text, length, NULL, NULL);
            const unsigned n_asked = failing_malloc_stop();
            CHECK(status == (n_asked < n ? wanted : TARE_NO_MEMORY));
            CHECK(status == TARE_OK ? curve.n >= 2 : !curve.points);
            tare_curve_clear(&curve);
            if (n_asked < n)
                break;
        }
    }
}

/** Writes a seed to a new file. False when that cannot be done. */
static bool write_seed(char* path)
{
    const int file = mkstemp(path);
    const size_t length = strlen(seed_texts[0]);
    const bool is_written = file >= 0 && write(file, seed_texts[0], length) == (ssize_t)length;
    return file >= 0 && close(file) == 0 && is_written;
}

static void test_failed_allocations_with_files(void)
{
    char left[] = "/tmp/fuzz_curve_XXXXXX";
    char right[] = "/tmp/fuzz_curve_XXXXXX";
    REQUIRE(write_seed(left) && write_seed(right));
    for (unsigned n = 1;; ++n) {
        TareCurve mean;
        failing_malloc_start(n);
        const TareStatus status =
            tare_curve_read_files(&mean, (const char*[]){left, right}, 2, NULL, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        CHECK(status == TARE_OK ? mean.n == 4 : !mean.points);
        tare_curve_clear(&mean);
        if (n_asked < n)
            break;
    }
    unlink(left);
    unlink(right);
}

int main(void)
{
    RUN(test_broken_curves);
    RUN(test_failed_allocations);
    RUN(test_failed_allocations_with_files);
    return check_done();
}
