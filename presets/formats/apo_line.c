#include "formats/apo_line.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/text.h"

#include <string.h>

/* Equalizer APO looks for numbers by patterns (BiQuadFilterFactory.cpp): at the first place where
   one fits, whatever stands around it. */

enum { NO_BREAK = '\xA0' };

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == NO_BREAK;
}

static const char* skip_blanks(const char* p)
{
    while (is_blank(*p))
        ++p;
    return p;
}

/** Copies a line with points for commas, hyphens for the minus sign that web pages have, and
   without no-break spaces in UTF-8; one in Latin-1 stays. */
static bool copy(char* text, TareSpan span)
{
    static const char minus_sign[] = "\xE2\x88\x92"; /* U+2212 */
    size_t n = 0;
    for (const char* p = span.first; p < span.end; ++p) {
        if (n + 1 == TARE_APO_LINE_SIZE)
            return false;
        if (p[0] == '\xC2' && p + 1 < span.end && p[1] == NO_BREAK)
            continue;
        if (span.end - p >= 3 && memcmp(p, minus_sign, 3) == 0) {
            text[n++] = '-';
            p += 2;
            continue;
        }
        text[n++] = *p == ',' ? '.' : *p ? *p : ' ';
    }
    text[n] = '\0';
    return true;
}

/** Reads what a number begins with, 0 when there is none. `used` receives how much of it. */
static double leading_number(const char* text, size_t length, size_t* used)
{
    double value = 0.0;
    *used = 0;
    return tare_number_parse(text, length, &value, used) ? value : 0.0;
}

/** A number found, and where it stands. */
typedef struct {
    const char* text;
    size_t length;
} Found;

/** Whether "number unit" stands here, blanks not counting; `unit` may be empty. */
static bool has_number(const char* p, const char* characters, const char* unit, Found* found)
{
    p = skip_blanks(p);
    *found = (Found){p, strspn(p, characters)};
    if (!found->length)
        return false;
    for (p += found->length; *unit; ++unit, ++p) {
        p = *unit == 'z' ? skip_blanks(p) : p; /* REW writes "H z" in some languages */
        p = *unit == 'H' || *unit == 'd' ? skip_blanks(p) : p;
        if (*p != *unit)
            return false;
    }
    return true;
}

#define DIGITS "-+0123456789.eE"

/** Finds the first place where a word between blank and number has its number. */
static bool find(const char* text, const char* word, const char* characters, const char* unit,
                 Found* found)
{
    const size_t n = strlen(word);
    for (const char* p = text; *p; ++p)
        if (is_blank(*p) && strncmp(p + 1, word, n) == 0 &&
            has_number(p + 1 + n, characters, unit, found))
            return true;
    return false;
}

static bool find_value(const char* text, const char* word, const char* unit, double* value)
{
    Found found;
    size_t used;
    if (!find(text, word, DIGITS, unit, &found))
        return false;
    *value = leading_number(found.text, found.length, &used);
    return true;
}

/** "BW" and "Oct" with any blanks between. */
static bool find_width(const char* text, double* width_octaves)
{
    Found found;
    size_t used;
    for (const char* p = text; *p; ++p) {
        if (!is_blank(*p) || strncmp(p + 1, "BW", 2) != 0 || !is_blank(p[3]))
            continue;
        const char* const oct = skip_blanks(p + 3);
        if (strncmp(oct, "Oct", 3) == 0 && has_number(oct + 3, DIGITS, "", &found)) {
            *width_octaves = leading_number(found.text, found.length, &used);
            return true;
        }
    }
    return false;
}

static void find_freq(TareApoLine* line, const char* text)
{
    Found found;
    char digits[TARE_APO_LINE_SIZE];
    size_t length = 0, used = 0;
    if (!find(text, "Fc", DIGITS "\xA0", "Hz", &found))
        return;
    for (size_t i = 0; i < found.length; ++i)
        if (found.text[i] != NO_BREAK)
            digits[length++] = found.text[i];
    digits[length] = '\0';
    line->has_freq = true;
    line->freq_hz = leading_number(digits, length, &used);
    line->is_thousands = length >= 5 && !strpbrk(digits, "eE") && digits[length - 4] == '.';
    line->is_longer_than_point = used < length;
    if (line->is_thousands)
        line->freq_hz *= 1000.0;
}

/** Reads the type, and gives what stands behind it. Those of REW's own text may have a second word,
    "LS Q", "All pass", or a digit, "LP1". */
static const char* read_type(TareApoLine* line, const char* p)
{
    size_t n = 0;
    while ((unsigned char)*p < 0x80 && tare_is_letter(*p) && n + 1 < TARE_APO_TYPE_SIZE)
        line->type[n++] = *p++;
    line->is_on = n > 0;
    const bool is_pass = strcmp(line->type, "LP") == 0 || strcmp(line->type, "HP") == 0;
    if (is_pass && *p == '1' && is_blank(p[1])) {
        line->type[n] = *p++;
        return p;
    }
    const char* const second = skip_blanks(p);
    static const char* const words[] = {"Q", "pass"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
        const size_t length = strlen(words[i]);
        if (strncmp(second, words[i], length) == 0 && is_blank(second[length]) &&
            strncmp(skip_blanks(second + length), "Fc", 2) == 0 &&
            n + 1 + length < TARE_APO_TYPE_SIZE) {
            line->type[n] = ' ';
            memcpy(line->type + n + 1, words[i], length);
            return second + length;
        }
    }
    return p;
}

bool tare_apo_line_read(TareApoLine* line, TareSpan parameters)
{
    char text[TARE_APO_LINE_SIZE];
    Found found;
    size_t used;
    *line = (TareApoLine){.is_on = false};
    if (!copy(text, parameters))
        return false;
    const char* p = skip_blanks(text);
    if (strncmp(p, "ON", 2) != 0 || !is_blank(p[2]))
        return true;
    p = read_type(line, skip_blanks(p + 2));
    find_freq(line, p);
    line->has_gain = find_value(p, "Gain", "dB", &line->gain_db);
    line->has_q = find_value(p, "Q", "", &line->q);
    line->has_width = find_width(p, &line->width_octaves);
    line->has_slope = has_number(p, DIGITS, "dB", &found);
    if (line->has_slope)
        line->slope_db = leading_number(found.text, found.length, &used);
    return true;
}

bool tare_apo_line_preamp(TareSpan parameters, double* preamp_db)
{
    char text[TARE_APO_LINE_SIZE];
    if (!copy(text, parameters))
        return false;
    const char* const p = skip_blanks(text);
    return tare_number_parse(p, strlen(p), preamp_db, NULL);
}
