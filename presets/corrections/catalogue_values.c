#include "corrections/catalogue_values.h"

#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"
#include "corrections/range.h"
#include "tare/band_traits.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool tare_value_fail(TarePlace* place, const char* where, const char* format, ...)
{
    char message[400];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    tare_report(place->reporter, TARE_WARNING, place->file, place->line,
                (unsigned)(where - place->line_start) + 1, "%s", message);
    place->is_block_bad = true;
    place->is_all_used = false;
    return false;
}

static size_t span_length(TareSpan span)
{
    return (size_t)(span.end - span.first);
}

static void skip_blanks(TareSpan* rest)
{
    while (rest->first < rest->end && *rest->first == ' ')
        rest->first++;
}

bool tare_value_is_text(TarePlace* place, TareSpan value)
{
    size_t bad = 0;
    if (value.first == value.end)
        return tare_value_fail(place, value.first, "value is missing; expected a text");
    const char* plain = value.first;
    while (plain < value.end && *plain >= ' ' && *plain < 0x7F)
        ++plain;
    if (plain == value.end)
        return true;
    if (!tare_utf8_is_valid(value.first, span_length(value), &bad))
        return tare_value_fail(place, value.first + bad, "text is not UTF-8; expected UTF-8");
    for (const char* p = value.first; p < value.end; ++p)
        if (tare_utf8_is_control(p))
            return tare_value_fail(place, p, "control character in a text; expected none");
    return true;
}

static bool fail_range(TarePlace* place, const char* where, const TareRange* range)
{
    char min[TARE_NUMBER_SIZE], max[TARE_NUMBER_SIZE];
    return tare_value_fail(place, where, "%s is out of range; expected %s%s to %s", range->name,
                           range->may_be_zero ? "0, or " : "",
                           tare_number_format(min, sizeof min, range->min),
                           tare_number_format(max, sizeof max, range->max));
}

/** `ends` are the characters that may stand behind the number. */
static bool read_number(TarePlace* place, TareSpan* rest, const TareRange* range, const char* ends,
                        double* value)
{
    skip_blanks(rest);
    size_t used = 0;
    double number = 0.0;
    const size_t length = span_length(*rest);
    if (!length)
        return tare_value_fail(place, rest->first, "%s is missing; expected a number", range->name);
    if (!tare_number_parse(rest->first, length, &number, &used) ||
        (used < length && (!rest->first[used] || !strchr(ends, rest->first[used]))))
        return tare_value_fail(place, rest->first, "%s is no number; expected one like -6.5",
                               range->name);
    if (!tare_range_holds(range, number))
        return fail_range(place, rest->first, range);
    *value = number;
    rest->first += used;
    return true;
}

bool tare_value_number(TarePlace* place, TareSpan* rest, const TareRange* range, double* value)
{
    return read_number(place, rest, range, " ", value);
}

static bool is_at_end(TarePlace* place, TareSpan rest)
{
    skip_blanks(&rest);
    return rest.first == rest.end ||
           tare_value_fail(place, rest.first, "too much on the line; expected its end here");
}

bool tare_value_only_number(TarePlace* place, TareSpan value, const TareRange* range,
                            double* number)
{
    return tare_value_number(place, &value, range, number) && is_at_end(place, value);
}

static const char* channel_name(int channel)
{
    return tare_band_channel_name((TareChannel)channel);
}

/** Takes what is left up to the next comma or the end, without blanks at its end. */
static TareSpan take_word(TareSpan* rest)
{
    skip_blanks(rest);
    TareSpan word = {rest->first, rest->first};
    while (word.end < rest->end && *word.end != ',')
        word.end++;
    rest->first = word.end;
    while (word.end > word.first && word.end[-1] == ' ')
        word.end--;
    return word;
}

/** Goes behind the comma; another band must follow one. */
static bool skip_comma(TarePlace* place, TareSpan* rest)
{
    if (rest->first == rest->end)
        return true;
    rest->first++;
    skip_blanks(rest);
    return rest->first < rest->end ||
           tare_value_fail(place, rest->first, "band is missing; expected one after the comma");
}

bool tare_value_band(TarePlace* place, TareSpan* rest, TareBandType type, TareBand* band)
{
    *band = (TareBand){.type = type};
    if (!tare_value_number(place, rest, &tare_freq_range, &band->freq_hz))
        return false;
    if (tare_band_type_has_gain(type) &&
        !tare_value_number(place, rest, &tare_gain_range, &band->gain_db))
        return false;
    if (!read_number(place, rest, &tare_q_range, " ,", &band->q))
        return false;
    const TareSpan word = take_word(rest);
    int channel = TARE_CHANNEL_BOTH;
    if (word.first < word.end &&
        !tare_value_choice(place, word, channel_name, TARE_N_CHANNEL_CHOICES, &channel))
        return false;
    band->channel = (TareChannel)channel;
    return skip_comma(place, rest);
}

bool tare_value_choice(TarePlace* place, TareSpan value, const char* (*name_of)(int), int n,
                       int* choice)
{
    char expected[200] = "";
    size_t used = 0;
    for (int i = 0; i < n; ++i) {
        const char* name = name_of(i);
        if (name && tare_span_equals(value, name)) {
            *choice = i;
            return true;
        }
        if (name && used < sizeof expected)
            used += (size_t)snprintf(expected + used, sizeof expected - used, "%s%s",
                                     used ? ", " : "", name);
    }
    return tare_value_fail(place, value.first, "unknown word; expected one of: %s", expected);
}
