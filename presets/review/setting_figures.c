#include "review/setting_figures.h"

#include "base/ascii.h"
#include "review/normalise.h"
#include "review/setting_asides.h"
#include "review/setting_text.h"
#include "review/spoken_figures.h"

#include <stdio.h>
#include <string.h>

static const char arrow[] = "\xE2\x86\x92";
enum { N_ARROW = sizeof arrow - 1 };

/** The sign that an arrow before a number is, "down 3 dB"; 0 for none. It has N_ARROW bytes. */
static char sign_of_arrow(const char* text, size_t length)
{
    static const struct {
        const char* arrow;
        char sign;
    } arrows[] = {{"\xE2\x86\x91", '+'}, {"\xE2\x86\x93", '-'}, {"\xE2\x96\xB2", '+'},
                  {"\xE2\x96\xB4", '+'}, {"\xE2\x96\xBC", '-'}, {"\xE2\x96\xBE", '-'},
                  {"\xE2\xAC\x86", '+'}, {"\xE2\xAC\x87", '-'}};
    const size_t next = length > N_ARROW && text[N_ARROW] == ' ' ? N_ARROW + 1 : N_ARROW;
    for (size_t i = 0; next < length && i < sizeof arrows / sizeof *arrows; ++i)
        if (memcmp(text, arrows[i].arrow, N_ARROW) == 0 && tare_is_digit(text[next]))
            return arrows[i].sign;
    return '\0';
}

/** Whether "k" stands alone behind a number in words: "six k", whose blank no unit may have. */
static bool is_before_kilo(const char* text, size_t length, size_t at)
{
    return at + 1 < length && text[at] == ' ' && tare_ascii_lower(text[at + 1]) == 'k' &&
           tare_setting_word_end(text, length, at + 1) == at + 2;
}

/** Copies a line with its numbers as figures. These are never longer than the words. */
static size_t copy_with_figures(char* copy, const char* text, size_t length)
{
    size_t n = 0;
    for (size_t at = 0; at < length;) {
        const size_t end = tare_setting_word_end(text, length, at);
        size_t behind = at;
        const double value = end > at ? tare_spoken_figure(text, length, at, &behind) : 0.0;
        if (value > 0.0) {
            n += (size_t)sprintf(copy + n, "%g", value);
            at = behind + is_before_kilo(text, length, behind);
            continue;
        }
        if (length - at >= N_ARROW && !memcmp(text + at, arrow, N_ARROW)) {
            copy[n++] = ','; /* "Peak @ 85 Hz -> -1.5 dB" */
            at += N_ARROW;
            continue;
        }
        const char sign = sign_of_arrow(text + at, length - at);
        if (sign) {
            copy[n++] = sign;
            at += text[at + N_ARROW] == ' ' ? N_ARROW + 1 : N_ARROW;
            continue;
        }
        const size_t n_skipped = tare_setting_aside_length(text, length, at);
        if (n_skipped) {
            copy[n++] = ' ';
            at += n_skipped;
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
