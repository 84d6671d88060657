#include "review/setting_line.h"

#include "base/ascii.h"
#include "review/quantities.h"
#include "review/setting_text.h"
#include "review/setting_words.h"
#include "review/widths.h"
#include "tare/limits.h"

#include <math.h>
#include <string.h>

/* Numbers without a unit: what may be a gain, a frequency, a Q, the number of a filter. */
#define MAX_GAIN_DB 20.0
#define MIN_BARE_HZ 20.0
#define MAX_BARE_Q 12.0
#define MAX_INDEX 64.0

enum { MAX_PLACES = 4 };

/** A filter that is being read. */
typedef struct {
    double freq_hz[MAX_PLACES];
    size_t n_freqs;
    double gain_db; ///< magnitude, or with a sign
    TareSign sign;
    double q;
    bool has_gain, has_q, is_labelled, is_off, is_gain_first;
    bool is_noun;       ///< a word in it may be the name of a fault: "boost", "peak"
    bool is_verb_first; ///< the word of its direction stands before its figures
    unsigned kind;      ///< TARE_SETTING_PEAK and the like; 0 where none is named
    int direction;      ///< of its words: 1, -1, 0
    bool is_commanded;
} Item;

typedef struct {
    TareSettingLine* line;
    const char* text;
    size_t length, at;
    Item item;
    unsigned expected; ///< TARE_SETTING_* of what comes next
    unsigned before;   ///< roles of the word before
    bool is_preamp, is_good, has_and;
} Reader;

static bool is_complete(const Item* item)
{
    return (item->n_freqs && item->has_gain) ||
           (item->kind == TARE_SETTING_NO_GAIN && item->n_freqs);
}

static bool is_empty(const Item* item)
{
    return !item->n_freqs && !item->has_gain && !item->has_q;
}

static TareBandType type_of(unsigned kind)
{
    return kind == TARE_SETTING_LOW_SHELF    ? TARE_BAND_LOW_SHELF
           : kind == TARE_SETTING_HIGH_SHELF ? TARE_BAND_HIGH_SHELF
                                             : TARE_BAND_PEAK;
}

/** The gain with its sign; 0 when nothing gives it one. */
static double signed_gain_db(const Item* item, TareReason* reason)
{
    const double size_db = item->gain_db;
    if (size_db == 0.0)
        *reason = TARE_REASON_ZERO;
    if (item->sign == TARE_SIGN_PLUS && item->direction < 0)
        *reason = TARE_REASON_CONTRADICTION;
    if (item->sign == TARE_SIGN_MINUS)
        return -size_db;
    if (item->sign == TARE_SIGN_PLUS)
        return size_db;
    if (item->direction)
        return item->direction * size_db;
    if (item->is_labelled)
        return size_db;
    *reason = *reason ? *reason : TARE_REASON_NO_DIRECTION;
    return 0.0;
}

static void add_setting(TareSettingLine* line, const Item* item, double freq_hz)
{
    if (line->n_settings == TARE_MAX_LINE_SETTINGS)
        return;
    TareSetting* const setting = &line->settings[line->n_settings++];
    *setting = (TareSetting){.is_q_stated = item->has_q, .is_signed = item->sign != TARE_SIGN_NONE};
    const double gain_db = signed_gain_db(item, &setting->reason);
    if (item->is_off)
        setting->reason = TARE_REASON_CHOICE;
    else if (item->kind == TARE_SETTING_NO_GAIN)
        setting->reason = TARE_REASON_FILTER_KIND;
    else if (item->gain_db > MAX_GAIN_DB)
        setting->reason = TARE_REASON_TOO_LARGE;
    const TareBandType type = type_of(item->kind);
    setting->band = (TareBand){.type = type,
                               .freq_hz = freq_hz,
                               .gain_db = gain_db,
                               .q = item->has_q              ? item->q
                                    : type == TARE_BAND_PEAK ? TARE_ASSUMED_POINT_Q
                                                             : TARE_ASSUMED_SHELF_Q};
}

/** Ends a filter. One without a gain of its own, joined by "and", has that of the one before. */
static void flush(Reader* reader)
{
    Item* const item = &reader->item;
    if (!is_empty(item) && !is_complete(item))
        reader->is_good = false;
    for (size_t i = 0; i < item->n_freqs && reader->is_good; ++i)
        add_setting(reader->line, item, item->freq_hz[i]);
    const bool is_order =
        item->is_commanded || (item->direction && item->is_verb_first && !item->is_gain_first);
    reader->line->is_proven = reader->line->is_proven || (is_complete(item) && is_order);
    reader->line->has_q =
        reader->line->has_q || (item->has_q && item->sign != TARE_SIGN_NONE && !item->is_noun);
    *item = (Item){0};
    reader->expected = 0;
}

static void take_freq(Reader* reader, double freq_hz)
{
    Item* const item = &reader->item;
    const bool is_shared =
        reader->has_and && item->n_freqs && (!item->has_gain || item->is_gain_first);
    if (item->n_freqs && !is_shared)
        flush(reader);
    if (item->n_freqs == MAX_PLACES || freq_hz < TARE_PLACE_MIN_HZ || freq_hz > TARE_FREQ_MAX_HZ) {
        reader->is_good = false;
        return;
    }
    item->freq_hz[item->n_freqs++] = freq_hz;
    reader->expected &= ~(unsigned)TARE_SETTING_AT;
}

static void take_gain(Reader* reader, TareSign sign, double gain_db)
{
    Item* const item = &reader->item;
    const bool is_label = reader->expected & TARE_SETTING_LABELS;
    if (reader->is_preamp) {
        reader->is_preamp = false;
        reader->line->has_preamp = reader->line->is_proven = true;
        return;
    }
    if (item->has_gain && !is_label)
        flush(reader);
    item->is_gain_first = item->is_gain_first || item->n_freqs == 0;
    item->has_gain = true;
    item->gain_db = gain_db;
    item->sign = sign;
    item->is_labelled = is_label;
    reader->expected = 0;
    reader->is_good = reader->is_good && sign != TARE_SIGN_BOTH;
}

static void take_q(Reader* reader, double q)
{
    if (reader->item.has_q)
        flush(reader);
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
    NUMBER_GAIN,
    NUMBER_FREQ
} Number;

/** By the word before it. */
static Number announced(const Reader* reader, double value)
{
    if (reader->expected & TARE_SETTING_Q)
        return NUMBER_Q;
    if (reader->expected & TARE_SETTING_OCTAVES)
        return NUMBER_OCTAVES;
    if ((reader->before & TARE_SETTING_INDEX) && value <= MAX_INDEX)
        return NUMBER_INDEX;
    if ((reader->expected & TARE_SETTING_GAIN) || reader->is_preamp)
        return NUMBER_GAIN;
    return reader->expected & TARE_SETTING_AT ? NUMBER_FREQ : NUMBER_NONE;
}

static Number kind_of_number(const Reader* reader, const TareQuantity* number)
{
    const Item* const item = &reader->item;
    if (number->sign != TARE_SIGN_NONE)
        return NUMBER_GAIN;
    const Number kind = announced(reader, number->lo);
    if (kind)
        return kind;
    if (is_complete(item) && !item->has_q && number->lo <= MAX_BARE_Q)
        return NUMBER_Q;
    if (number->lo >= MIN_BARE_HZ)
        return NUMBER_FREQ;
    return item->direction && !item->has_gain ? NUMBER_GAIN : NUMBER_NONE;
}

static void take_number(Reader* reader, const TareQuantity* number)
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
    case NUMBER_INDEX:
        reader->before = 0;
        break;
    case NUMBER_GAIN:
        take_gain(reader, number->sign, value);
        break;
    case NUMBER_FREQ:
        take_freq(reader, value);
        break;
    }
}

static void read_number(Reader* reader)
{
    TareQuantity quantity;
    if (!tare_quantity_read_single(reader->text + reader->at, reader->length - reader->at,
                                   &quantity)) {
        reader->is_good = false;
        return;
    }
    reader->at += quantity.length;
    if (quantity.kind == TARE_QUANTITY_GAIN)
        take_gain(reader, quantity.sign, quantity.lo);
    else if (quantity.kind == TARE_QUANTITY_FREQ && quantity.sign == TARE_SIGN_NONE)
        take_freq(reader, quantity.lo);
    else if (quantity.kind == TARE_QUANTITY_WIDTH)
        take_q(reader, quantity.lo > 0.0 ? tare_q_of_octaves(quantity.lo) : 0.0);
    else if (quantity.kind == TARE_QUANTITY_NUMBER)
        take_number(reader, &quantity);
    else
        reader->is_good = false;
    reader->has_and = false;
}

/** The kind of filter that a word names, with "low" or "high" before "shelf". */
static unsigned kind_of(const Reader* reader, unsigned roles)
{
    const unsigned kinds =
        TARE_SETTING_PEAK | TARE_SETTING_LOW_SHELF | TARE_SETTING_HIGH_SHELF | TARE_SETTING_NO_GAIN;
    if (roles & TARE_SETTING_SHELF)
        return reader->before & TARE_SETTING_LOW    ? (unsigned)TARE_SETTING_LOW_SHELF
               : reader->before & TARE_SETTING_HIGH ? (unsigned)TARE_SETTING_HIGH_SHELF
                                                    : 0;
    if (roles & TARE_SETTING_HALF_LINE)
        return roles & TARE_SETTING_LOW ? TARE_SETTING_LOW_SHELF : TARE_SETTING_HIGH_SHELF;
    return roles & kinds;
}

static void take_kind(Reader* reader, unsigned roles)
{
    const unsigned kind = kind_of(reader, roles);
    if (kind && is_complete(&reader->item) && !(roles & TARE_SETTING_HALF_LINE))
        flush(reader);
    /* "a +6 dB peak at 5 kHz" is a fault, "peak 5 kHz +6 dB" a filter or one */
    if ((roles & TARE_SETTING_PEAK) && !(roles & TARE_SETTING_PROVES)) {
        reader->is_good = reader->is_good && is_empty(&reader->item);
        reader->item.is_noun = true;
    }
    if (kind)
        reader->item.kind = kind;
}

static void take_direction(Reader* reader, unsigned roles)
{
    const unsigned directions = TARE_SETTING_UP | TARE_SETTING_DOWN;
    const bool is_particle = reader->item.is_commanded && !reader->item.direction;
    if ((roles & TARE_SETTING_OFF) && !is_particle) {
        reader->item.is_off = true; /* "OFF PK Fc ...", but "take 4 dB off" */
        return;
    }
    if ((roles & (directions | TARE_SETTING_COMMANDS)) && is_complete(&reader->item) &&
        !is_particle)
        flush(reader);
    if (roles & directions) {
        reader->item.is_verb_first = is_empty(&reader->item);
        reader->item.is_noun = !is_particle && !(roles & TARE_SETTING_COMMANDS);
        reader->item.direction = roles & TARE_SETTING_UP ? 1 : -1;
    }
    if (roles & TARE_SETTING_COMMANDS)
        reader->item.is_commanded = true;
}

/** Skips to the end of what a filter is for: no figure may stand in it. */
static void skip_purpose(Reader* reader)
{
    reader->is_good = reader->is_good && is_complete(&reader->item);
    while (reader->at < reader->length && !strchr(";|,", reader->text[reader->at])) {
        if (tare_is_digit(reader->text[reader->at]))
            reader->is_good = false;
        ++reader->at;
    }
}

/** What a word says of the whole line and of the number behind it. */
static void note_word(Reader* reader, unsigned roles)
{
    const unsigned announcing = TARE_SETTING_AT | TARE_SETTING_GAIN | TARE_SETTING_Q |
                                TARE_SETTING_OCTAVES | TARE_SETTING_LABELS;
    const bool is_named = (roles & TARE_SETTING_SHELF) && (reader->before & TARE_SETTING_NAMES);
    reader->line->is_proven = reader->line->is_proven || is_named || (roles & TARE_SETTING_PROVES);
    reader->line->is_deviation = reader->line->is_deviation || (roles & TARE_SETTING_DEVIATES);
    if ((roles & TARE_SETTING_REFERS) && !reader->line->is_deviation) /* "5 dB above target" */
        reader->is_good = false;
    reader->is_preamp = reader->is_preamp || (roles & TARE_SETTING_PREAMP);
    reader->has_and = reader->has_and || (roles & TARE_SETTING_AND);
    if (roles & announcing)
        reader->expected = roles & announcing;
    reader->before = roles;
}

static void read_word(Reader* reader)
{
    const size_t first = reader->at;
    const size_t end = tare_setting_word_end(reader->text, reader->length, first);
    const unsigned roles = tare_setting_word(reader->text + first, end - first);
    reader->at = end;
    while (reader->at < reader->length && reader->text[reader->at] == '\'')
        reader->at += 2; /* "oratory's" */
    reader->is_good = reader->is_good && roles;
    if (roles & TARE_SETTING_PURPOSE)
        skip_purpose(reader);
    take_kind(reader, roles);
    take_direction(reader, roles);
    note_word(reader, roles);
}

/** Whether a Q comes behind a mark: "150 Hz; -2.5 dB; Q 0.9". */
static bool is_before_q(const Reader* reader)
{
    size_t i = reader->at + 1;
    while (i < reader->length && reader->text[i] == ' ')
        ++i;
    return !reader->item.has_q && i < reader->length && tare_ascii_lower(reader->text[i]) == 'q';
}

static void read_mark(Reader* reader)
{
    const char c = reader->text[reader->at];
    const size_t n_remark =
        tare_setting_remark_length(reader->text + reader->at, reader->length - reader->at);
    if (n_remark) {
        reader->at += n_remark;
        return;
    }
    if ((c == ';' || c == '|') && is_complete(&reader->item) && !is_before_q(reader))
        flush(reader);
    if (c == '@')
        reader->expected = TARE_SETTING_AT;
    if (c == '#')
        reader->before = TARE_SETTING_INDEX;
    if (c == ',')
        reader->has_and = reader->item.n_freqs && !reader->item.has_gain;
    if (!strchr(" ,;:|/=()[]@.~-\"'#", c))
        reader->is_good = false;
    ++reader->at;
}

bool tare_setting_line_read(TareSettingLine* line, const char* text, size_t length)
{
    *line = (TareSettingLine){0};
    Reader reader = {.line = line, .text = text, .length = length, .is_good = true};
    reader.at = tare_setting_bullet_end(text, length);
    while (reader.is_good && reader.at < length) {
        if (tare_setting_begins_number(text, length, reader.at))
            read_number(&reader);
        else if (tare_is_letter(text[reader.at]))
            read_word(&reader);
        else
            read_mark(&reader);
    }
    flush(&reader);
    return reader.is_good && (line->n_settings > 0 || line->has_preamp);
}
