#include "review/setting_words.h"

#include "base/ascii.h"
#include "review/setting_text.h"
#include "review/words.h"

/* Short names keep the table below readable. */
enum {
    FILLS = TARE_SETTING_FILLS,
    PROVES = TARE_SETTING_PROVES,
    PEAK = TARE_SETTING_PEAK,
    LOW_SHELF = TARE_SETTING_LOW_SHELF,
    HIGH_SHELF = TARE_SETTING_HIGH_SHELF,
    NO_GAIN = TARE_SETTING_NO_GAIN,
    LOW = TARE_SETTING_LOW,
    HIGH = TARE_SETTING_HIGH,
    SHELF = TARE_SETTING_SHELF,
    UP = TARE_SETTING_UP,
    DOWN = TARE_SETTING_DOWN,
    RAISES = TARE_SETTING_UP | TARE_SETTING_COMMANDS,
    LOWERS = TARE_SETTING_DOWN | TARE_SETTING_COMMANDS,
    COMMANDS = TARE_SETTING_COMMANDS,
    AT = TARE_SETTING_AT,
    BY = TARE_SETTING_GAIN,
    GAIN = TARE_SETTING_GAIN | TARE_SETTING_LABELS,
    Q = TARE_SETTING_Q,
    OCTAVES = TARE_SETTING_OCTAVES,
    INDEX = TARE_SETTING_INDEX,
    OFF = TARE_SETTING_OFF,
    PREAMP = TARE_SETTING_PREAMP,
    AND = TARE_SETTING_AND,
    NAMES = TARE_SETTING_NAMES,
    DEVIATES = TARE_SETTING_DEVIATES,
    PURPOSE = TARE_SETTING_PURPOSE,
    BELOW = TARE_SETTING_LOW | TARE_SETTING_HALF_LINE | TARE_SETTING_AT,
    ABOVE = TARE_SETTING_HIGH | TARE_SETTING_HALF_LINE | TARE_SETTING_AT,
};

typedef struct {
    const char* pattern; ///< of tare_word_is()
    unsigned roles;
} Row;

/* In the order of letters. The kinds of filters are those of Equalizer APO and of its relatives. */
static const Row words[] = {
    {"a", FILLS},
    {"above", ABOVE},
    {"add", RAISES},
    {"adjustment*", PROVES},
    {"am", FILLS},
    {"an", FILLS},
    {"and", AND},
    {"ap", NO_GAIN},
    {"apo", PROVES},
    {"apply", COMMANDS},
    {"around", AT},
    {"at", AT},
    {"attenuate", LOWERS},
    {"autoeq*", PROVES},
    {"band", INDEX},
    {"bass", LOW},
    {"because", PURPOSE},
    {"bell", PEAK | PROVES},
    {"below", BELOW},
    {"beyond", ABOVE},
    {"boost", UP},
    {"both", FILLS},
    {"bp", NO_GAIN},
    {"bring", COMMANDS},
    {"bw", OCTAVES},
    {"by", BY},
    {"center", AT},
    {"centre", AT},
    {"correction*", PROVES},
    {"cure", PROVES},
    {"cut", DOWN},
    {"db", FILLS},
    {"decrease", LOWERS},
    {"deviation*", DEVIATES},
    {"dial", RAISES},
    {"down", DOWN},
    {"drop", DOWN},
    {"each", FILLS},
    {"eq", PROVES},
    {"eqing", PROVES},
    {"equali*", PROVES},
    {"error*", DEVIATES},
    {"fc", AT | PROVES},
    {"filter", PROVES | INDEX},
    {"filters", PROVES},
    {"fix", PROVES},
    {"for", PURPOSE},
    {"freq", AT},
    {"frequency", AT},
    {"from", AT},
    {"gain", GAIN},
    {"give", COMMANDS},
    {"graphic", PROVES},
    {"happy", FILLS},
    {"high", HIGH | NAMES},
    {"highshelf", HIGH_SHELF | PROVES},
    {"hpq", NO_GAIN},
    {"hp", NO_GAIN},
    {"hs", HIGH_SHELF | PROVES},
    {"hsc", HIGH_SHELF | PROVES},
    {"hsq", HIGH_SHELF | PROVES},
    {"hz", FILLS},
    {"i", FILLS},
    {"in", FILLS},
    {"increase", RAISES},
    {"k", FILLS},
    {"kind", FILLS},
    {"khz", FILLS},
    {"knock", COMMANDS},
    {"lift", UP},
    {"low", LOW | NAMES},
    {"lower", LOWERS},
    {"lowshelf", LOW_SHELF | PROVES},
    {"lp", NO_GAIN},
    {"lpq", NO_GAIN},
    {"ls", LOW_SHELF | PROVES},
    {"lsc", LOW_SHELF | PROVES},
    {"lsq", LOW_SHELF | PROVES},
    {"modal", PEAK | PROVES},
    {"my", FILLS},
    {"narrow", FILLS},
    {"near", AT},
    {"no", NO_GAIN},
    {"notch", DOWN},
    {"oct", FILLS},
    {"octave", FILLS},
    {"octaves", FILLS},
    {"off", DOWN | OFF},
    {"on", FILLS},
    {"oratory*", PROVES},
    {"out", DOWN},
    {"over", ABOVE},
    {"parametric", PROVES},
    {"peak", PEAK},
    {"peaking", PEAK | PROVES},
    {"peq", PROVES},
    {"pk", PEAK | PROVES},
    {"pre", PREAMP},
    {"preamp*", PREAMP},
    {"preset", PROVES},
    {"pull", COMMANDS},
    {"push", COMMANDS},
    {"put", COMMANDS},
    {"q", Q},
    {"raise", RAISES},
    {"recommended", FILLS},
    {"reduce", LOWERS},
    {"set", COMMANDS},
    {"setting*", PROVES},
    {"shave", COMMANDS},
    {"shelf", SHELF},
    {"slider*", PROVES},
    {"subtract", LOWERS},
    {"suggested", FILLS},
    {"take", COMMANDS},
    {"tame", LOWERS},
    {"target", TARE_SETTING_REFERS},
    {"the", FILLS},
    {"to", BY},
    {"treble", HIGH},
    {"trim", LOWERS},
    {"try", COMMANDS},
    {"tweak*", PROVES},
    {"type", FILLS},
    {"under", BELOW},
    {"up", UP},
    {"use", COMMANDS},
    {"used", COMMANDS},
    {"using", COMMANDS},
    {"wide", FILLS},
    {"with", FILLS},
};

unsigned tare_setting_word(const char* word, size_t length)
{
    const void* const row =
        tare_word_next_row(words, sizeof words / sizeof *words, sizeof *words, NULL, word, length);
    return row ? ((const Row*)row)->roles : 0;
}

/** A letter of ASCII: what lies beyond is mostly a minus sign or a blank here. */
static bool is_plain_letter(char c)
{
    return tare_is_letter(c) && (unsigned char)c < 0x80;
}

/** Whether a word begins at a place that is no unit or possessive: not the "k" of "5.5k". */
static bool begins_word(const char* text, size_t at)
{
    const char before = at ? text[at - 1] : ' ';
    return is_plain_letter(text[at]) && !is_plain_letter(before) && !tare_is_digit(before) &&
           before != '\'' && before != '-';
}

bool tare_setting_words_only(const char* text, size_t length)
{
    bool has_digit = false;
    for (size_t i = 0; i < length; ++i) {
        has_digit = has_digit || tare_is_digit(text[i]);
        i += tare_setting_remark_length(text + i, length - i);
        if (i >= length || !begins_word(text, i))
            continue;
        size_t end = i;
        while (end < length && is_plain_letter(text[end]))
            ++end;
        const bool is_compound = end < length && text[end] == '-'; /* looked at later */
        const unsigned roles =
            is_compound ? TARE_SETTING_FILLS : tare_setting_word(text + i, end - i);
        if (!roles || (roles & TARE_SETTING_PURPOSE))
            return roles && has_digit;
    }
    return has_digit;
}
