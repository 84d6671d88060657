#include "review/setting_reader.h"

#include "base/ascii.h"
#include "review/quantities.h"
#include "review/setting_index.h"
#include "review/setting_words.h"
#include "review/widths.h"
#include "review/word_patterns.h"
#include "tare/limits.h"

#include <math.h>

/* Numbers without a unit: what may be a gain, a frequency, a Q. */
#define MAX_BARE_GAIN_DB 20.0
#define MIN_BARE_HZ 20.0
#define MAX_BARE_Q 12.0

/* Wider ranges are no places: "20 Hz - 20 kHz". */
#define MAX_RANGE 8.0

static bool is_complete(const TareSettingReader* reader)
{
    return tare_setting_item_is_complete(&reader->item);
}

static bool is_empty(const TareSettingReader* reader)
{
    return tare_setting_item_is_empty(&reader->item);
}

/** Ends a filter. One without a gain of its own, joined by "and", has that of the one before. */
void tare_setting_reader_flush(TareSettingReader* reader)
{
    if (!is_empty(reader) && !is_complete(reader))
        reader->is_good = false;
    if (reader->item.direction == 0 && reader->carried) /* "cut 200 by 2, 8k by 4" */
        reader->item.carried = reader->carried;
    if (reader->is_good && !is_empty(reader))
        tare_setting_item_add(&reader->item, reader->has_unsigned_boosts, reader->line);
    reader->carried =
        reader->item.is_commanded || reader->item.is_verb_first ? reader->item.direction : 0;
    reader->item = reader->standing;
    reader->expected = 0;
    reader->is_in_remark = false;
}

static void take_freq(TareSettingReader* reader, double freq_hz)
{
    TareSettingItem* const item = &reader->item;
    const bool is_shared =
        reader->has_and && item->n_freqs && (!item->has_gain || item->is_gain_first);
    if (item->n_freqs && !is_shared)
        tare_setting_reader_flush(reader);
    if (item->n_freqs == TARE_SETTING_MAX_PLACES || !tare_quantity_is_place(freq_hz, freq_hz)) {
        reader->is_good = false;
        return;
    }
    item->freq_hz[item->n_freqs++] = freq_hz;
    item->is_range =
        item->is_range || (reader->is_between && is_shared && freq_hz > item->freq_hz[0] &&
                           freq_hz <= MAX_RANGE * item->freq_hz[0]);
    reader->is_between = reader->is_between && !is_shared;
    reader->expected &= ~(unsigned)TARE_SETTING_AT;
}

static void take_range(TareSettingReader* reader, double lo_hz, double hi_hz)
{
    if (reader->item.n_freqs)
        tare_setting_reader_flush(reader);
    reader->is_good = reader->is_good && hi_hz <= MAX_RANGE * lo_hz;
    take_freq(reader, lo_hz);
    reader->has_and = true;
    take_freq(reader, hi_hz);
    reader->item.is_range = true;
}

static void take_gain(TareSettingReader* reader, TareSign sign, double gain_db)
{
    TareSettingItem* const item = &reader->item;
    const bool is_label = reader->expected & TARE_SETTING_LABELS;
    sign = sign == TARE_SIGN_NONE ? reader->spelt : sign;
    reader->spelt = TARE_SIGN_NONE;
    reader->is_good = reader->is_good && (sign != TARE_SIGN_NONE || !reader->needs_sign);
    reader->needs_sign = false;
    if (reader->is_preamp) {
        reader->is_preamp = false;
        reader->line->has_preamp = reader->line->is_proven = true;
        return;
    }
    if (item->has_gain && !is_label)
        tare_setting_reader_flush(reader);
    item->is_gain_first = item->is_gain_first || item->n_freqs == 0;
    item->has_gain = true;
    item->gain_db = gain_db;
    item->sign = sign;
    item->is_labelled = is_label;
    reader->expected = 0;
    reader->is_good = reader->is_good && sign != TARE_SIGN_BOTH;
}

static void take_q(TareSettingReader* reader, double q)
{
    if (reader->item.has_q)
        tare_setting_reader_flush(reader);
    reader->item.q = q;
    reader->item.has_q = true;
    reader->is_good = reader->is_good && q >= TARE_Q_MIN && q <= TARE_Q_MAX;
    reader->expected = 0;
}

/** What a number without a unit is by the words before it and by the filter so far. */
typedef enum {
    NUMBER_NONE,
    NUMBER_Q,
    NUMBER_OCTAVES,
    NUMBER_INDEX,
    NUMBER_WIDTH, ///< the width behind a Q, which says it again
    NUMBER_GAIN,
    NUMBER_FREQ
} Number;

/** By the word before it. */
static Number announced(const TareSettingReader* reader, double value)
{
    if (tare_setting_index_is_of_name(reader, value))
        return NUMBER_INDEX;
    if (reader->expected & TARE_SETTING_Q)
        return NUMBER_Q;
    if (reader->expected & TARE_SETTING_OCTAVES)
        return NUMBER_OCTAVES;
    if (tare_setting_index_is(reader, value))
        return NUMBER_INDEX;
    if ((reader->expected & TARE_SETTING_GAIN) || reader->is_preamp)
        return NUMBER_GAIN;
    return reader->expected & TARE_SETTING_AT ? NUMBER_FREQ : NUMBER_NONE;
}

/** "-3 dB at 2 kHz [2]": a mark of reference, as prose has. */
static bool is_reference(const TareSettingReader* reader)
{
    size_t first = reader->at;
    while (first > 0 && tare_is_digit(reader->text[first - 1]))
        --first;
    return first > 0 && first < reader->at && reader->text[first - 1] == '[' &&
           reader->at < reader->length && reader->text[reader->at] == ']';
}

/** "take 3 off at 2k", "2 off 220" */
static bool is_asked(const TareSettingReader* reader)
{
    return reader->item.direction || reader->item.is_commanded ||
           tare_setting_reader_is_before(reader, TARE_SETTING_UP | TARE_SETTING_DOWN);
}

/** What a number without a unit is behind a place and a gain. */
static Number kind_behind_gain(const TareSettingReader* reader)
{
    if (is_reference(reader))
        return NUMBER_NONE;
    return reader->item.has_q ? NUMBER_WIDTH : NUMBER_Q;
}

static Number kind_of_number(const TareSettingReader* reader, const TareQuantity* number)
{
    const TareSettingItem* const item = &reader->item;
    if (number->sign != TARE_SIGN_NONE || reader->spelt != TARE_SIGN_NONE)
        return NUMBER_GAIN;
    const Number kind = announced(reader, number->lo);
    if (kind)
        return kind;
    if (number->lo == 0.0 && is_complete(reader))
        return NUMBER_GAIN; /* "-4 (50 Hz), 0 (800 Hz)": nobody sets a Q to it */
    if (is_complete(reader) && number->lo <= MAX_BARE_Q)
        return kind_behind_gain(reader);
    if (item->n_freqs && !item->has_gain && number->lo <= MAX_BARE_GAIN_DB)
        return NUMBER_GAIN;
    if (number->lo >= MIN_BARE_HZ)
        return NUMBER_FREQ;
    return is_asked(reader) && !item->has_gain ? NUMBER_GAIN : NUMBER_NONE;
}

/** Takes a place without a unit, or the range of "20-60". */
static void take_bare_freq(TareSettingReader* reader, double freq_hz)
{
    TareQuantity end;
    const char* const rest = reader->text + reader->at;
    const size_t n = reader->length - reader->at;
    const bool is_range = n > 1 && rest[0] == '-' &&
                          tare_quantity_read_single(rest + 1, n - 1, &end) &&
                          end.kind == TARE_QUANTITY_NUMBER && end.lo > freq_hz;
    if (is_range) {
        reader->at += 1 + end.length;
        take_range(reader, freq_hz, end.lo);
    } else {
        take_freq(reader, freq_hz);
    }
}

static void take_number(TareSettingReader* reader, const TareQuantity* number)
{
    const double value = number->lo;
    switch (kind_of_number(reader, number)) {
    case NUMBER_NONE:
        reader->is_good = false;
        break;
    case NUMBER_Q:
        take_q(reader, value);
        break;
    case NUMBER_OCTAVES:
        take_q(reader, value > 0.0 ? tare_q_of_octaves(value) : 0.0);
        break;
    case NUMBER_WIDTH:
        reader->before = 0;
        break;
    case NUMBER_INDEX:
        if (is_complete(reader) && !tare_setting_index_is_glued(reader))
            tare_setting_reader_flush(reader);
        reader->before = 0;
        reader->is_behind_index = true;
        break;
    case NUMBER_GAIN:
        take_gain(reader, number->sign, value);
        break;
    case NUMBER_FREQ:
        take_bare_freq(reader, value);
        break;
    }
}

static void take_quantity(TareSettingReader* reader, const TareQuantity* quantity)
{
    if (quantity->kind == TARE_QUANTITY_GAIN)
        take_gain(reader, quantity->sign, quantity->lo);
    else if (quantity->kind == TARE_QUANTITY_FREQ && quantity->sign == TARE_SIGN_NONE)
        take_freq(reader, quantity->lo);
    else if (quantity->kind == TARE_QUANTITY_WIDTH)
        take_q(reader, quantity->lo > 0.0 ? tare_q_of_octaves(quantity->lo) : 0.0);
    else if (quantity->kind == TARE_QUANTITY_NUMBER)
        take_number(reader, quantity);
    else
        reader->is_good = false;
}

/** "add 3 to 3.2k": what is added is a gain, and the two numbers are no range. */
static bool is_added(const TareSettingReader* reader)
{
    static const char* const verbs[] = {"add*", "gave", "give*"};
    size_t end = reader->at;
    while (end > 0 && reader->text[end - 1] == ' ')
        --end;
    size_t first = end;
    while (first > 0 && tare_is_letter(reader->text[first - 1]))
        --first;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; ++i)
        if (end > first && tare_word_is(reader->text + first, end - first, verbs[i]))
            return true;
    return false;
}

/** Reads "2-3 kHz" or "100 to 200 Hz". */
static bool read_range(TareSettingReader* reader)
{
    TareQuantity range;
    if ((reader->before & TARE_SETTING_INDEX) || is_added(reader) ||
        !tare_quantity_read(reader->text + reader->at, reader->length - reader->at, &range) ||
        range.kind != TARE_QUANTITY_FREQ || range.sign != TARE_SIGN_NONE || !(range.lo < range.hi))
        return false;
    reader->at += range.length;
    take_range(reader, range.lo, range.hi);
    return true;
}

/** Reads ".8". */
static void read_fraction(TareSettingReader* reader)
{
    TareQuantity fraction;
    const size_t first = ++reader->at;
    while (reader->at < reader->length && tare_is_digit(reader->text[reader->at]))
        ++reader->at;
    const size_t n = reader->at - first;
    if (!tare_quantity_read_single(reader->text + first, n, &fraction)) {
        reader->is_good = false;
        return;
    }
    fraction.lo *= pow(0.1, (double)n);
    take_number(reader, &fraction);
}

/** Whether a minus sign is but a dash: "Band 1 - 2 kHz", "Band 1 -2 kHz", not "G2 -3 dB". */
static bool is_dash(const TareSettingReader* reader)
{
    TareQuantity behind;
    const size_t at = reader->at + 1;
    if (reader->text[reader->at] != '-' || reader->at == 0 || reader->text[reader->at - 1] != ' ' ||
        at >= reader->length)
        return false;
    return reader->text[at] == ' ' ||
           (tare_quantity_read_single(reader->text + at, reader->length - at, &behind) &&
            behind.kind == TARE_QUANTITY_FREQ);
}

void tare_setting_reader_number(TareSettingReader* reader)
{
    TareQuantity quantity;
    const bool was_behind_index = reader->is_behind_index;
    reader->is_behind_index = false;
    reader->is_behind_figure = true;
    reader->is_behind_mark = false;
    reader->is_good = reader->is_good && !reader->is_in_remark;
    if (was_behind_index && is_dash(reader)) {
        ++reader->at;
    } else if (reader->text[reader->at] == '.') {
        read_fraction(reader);
    } else if (read_range(reader)) {
        reader->has_and = false;
    } else if (tare_quantity_read_single(reader->text + reader->at, reader->length - reader->at,
                                         &quantity)) {
        reader->at += quantity.length;
        take_quantity(reader, &quantity);
        reader->has_and = false;
        reader->before = 0;
    } else {
        reader->is_good = false;
    }
}
