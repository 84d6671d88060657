#include "review/setting_figures.h"

#include "base/ascii.h"
#include "review/normalise.h"
#include "review/number_words.h"
#include "review/setting_text.h"
#include "review/word_patterns.h"

#include <stdio.h>
#include <string.h>

/* "A filter", "one band" count nothing. */
#define MIN_NUMBER 2.0

/** Behind "and a half" at a place; the place itself for anything else. */
static size_t half_end(const char* text, size_t length, size_t at)
{
    static const char half[] = " and a half";
    const size_t n = sizeof half - 1;
    return length - at >= n && !memcmp(text + at, half, n) ? at + n : at;
}

/** Behind "hundred" or "thousand" at a place, and how much that is; the place itself for anything
    else. */
static size_t times_end(const char* text, size_t length, size_t at, double* times)
{
    static const struct {
        const char* word;
        double times;
    } rows[] = {{"hundred", 100.0}, {"thousand", 1000.0}};
    const size_t first = at + (at < length && text[at] == ' ');
    const size_t end = tare_setting_word_end(text, length, first);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i)
        if (end > first && tare_word_is(text + first, end - first, rows[i].word)) {
            *times = rows[i].times;
            return end;
        }
    return at;
}

static const char arrow[] = "\xE2\x86\x92";
enum { N_ARROW = sizeof arrow - 1 };

/** Copies a line with its numbers as figures. These are never longer than the words. */
static size_t copy_with_figures(char* copy, const char* text, size_t length)
{
    size_t n = 0;
    for (size_t at = 0; at < length;) {
        const size_t end = tare_setting_word_end(text, length, at);
        const double value = tare_number_word(text + at, end - at);
        double times = 1.0;
        const size_t behind_times = times_end(text, length, end, &times);
        if (end > at && value > 0.0 && times > 1.0) { /* "a hundred", "two thousand" */
            n += (size_t)sprintf(copy + n, "%.0f", value * times);
            at = behind_times;
            continue;
        }
        const size_t behind = half_end(text, length, end);
        if (end > at && (value >= MIN_NUMBER || (value > 0.0 && behind > end))) {
            n += (size_t)sprintf(copy + n, behind > end ? "%.0f.5" : "%.0f", value);
            at = behind;
            continue;
        }
        if (length - at >= N_ARROW && !memcmp(text + at, arrow, N_ARROW)) {
            copy[n++] = ','; /* "Peak @ 85 Hz -> -1.5 dB" */
            at += N_ARROW;
            continue;
        }
        const size_t stop = end > at ? end : at + 1;
        memcpy(copy + n, text + at, stop - at);
        n += stop - at;
        at = stop;
    }
    return n;
}

bool tare_setting_figures_normalise(TareNormalised* normalised, const char* text, size_t length)
{
    char copy[TARE_SETTING_MAX_LINE + 1];
    size_t n_commas = 0;
    const size_t n = copy_with_figures(copy, text, length);
    for (size_t i = 0; i < n; ++i)
        n_commas += copy[i] == ',';
    if (n_commas > 1 && !memchr(copy, ' ', n) && !memchr(copy, '"', n)) {
        for (size_t i = 0; i < n; ++i)
            copy[i] = copy[i] == ',' ? ';' : copy[i];
    }
    return tare_normalise(normalised, copy, n);
}
