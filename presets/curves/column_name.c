#include "curves/column_name.h"

#include "base/ascii.h"
#include "base/text.h"
#include "curves/table_text.h"

#include <string.h>

/** What a word in a name stands for, or the beginning of a word. */
typedef enum {
    NO_MEANING,
    FREQ,
    HZ,
    KHZ,
    NOT_FREQ, ///< behind "frequency": the name is of something else
    LEVEL,
    DECIBEL,
    TARGET,
    OTHER_UNIT,
    OTHER_THING, ///< no response, even in dB
    LEFT,
    RIGHT,
    N_MEANINGS
} Meaning;

typedef struct {
    const char* text;
    Meaning meaning;
} Word;

static const Word whole_words[] = {
    {"f", FREQ},
    {"hz", HZ},
    {"hertz", HZ},
    {"khz", KHZ},
    {"kilohertz", KHZ},
    {"l", LEFT},
    {"left", LEFT},
    {"links", LEFT},
    {"r", RIGHT},
    {"right", RIGHT},
    {"rechts", RIGHT},
    {"pa", OTHER_UNIT},
    {"mpa", OTHER_UNIT},
    {"upa", OTHER_UNIT},
    {"\xC2\xB5pa", OTHER_UNIT},
    {"\xCE\xBCpa", OTHER_UNIT},
    {"mv", OTHER_UNIT},
    {"uv", OTHER_UNIT},
    {"vrms", OTHER_UNIT},
    {"mw", OTHER_UNIT},
    {"watt", OTHER_UNIT},
    {"watts", OTHER_UNIT},
    {"\xCE\xA9", OTHER_UNIT},     /* omega */
    {"\xE2\x84\xA6", OTHER_UNIT}, /* ohm sign */
    {"k\xCE\xA9", OTHER_UNIT},
    {"rad", OTHER_UNIT},
    {"ms", OTHER_UNIT},
    {"us", OTHER_UNIT},
    {"\xC2\xB5s", OTHER_UNIT},
    {"\xCE\xBCs", OTHER_UNIT},
    {"sec", OTHER_UNIT},
    {"samples", OTHER_UNIT},
    {"\xC2\xB0", OTHER_UNIT}, /* degree sign */
    {"lin", OTHER_UNIT},
    {"linear", OTHER_UNIT},
    {"ratio", OTHER_UNIT},
    {"thd", OTHER_THING},
    {"imd", OTHER_THING},
};

static const Word beginnings[] = {
    {"freq", FREQ},
    {"frek", FREQ},
    {"frec", FREQ},
    {"fr\xC3\xA9q", FREQ},
    {"rang", NOT_FREQ},
    {"resol", NOT_FREQ},
    {"step", NOT_FREQ},
    {"sampl", NOT_FREQ},
    {"start", NOT_FREQ},
    {"stop", NOT_FREQ},
    {"scal", NOT_FREQ},
    {"axis", NOT_FREQ},
    {"weight", NOT_FREQ},
    {"spac", NOT_FREQ},
    {"raw", LEVEL},
    {"gain", LEVEL},
    {"spl", LEVEL},
    {"ampl", LEVEL},
    {"level", LEVEL},
    {"magn", LEVEL},
    {"resp", LEVEL},
    {"pegel", LEVEL},
    {"db", DECIBEL},
    {"decibel", DECIBEL},
    {"target", TARGET},
    {"desired", TARGET},
    {"pascal", OTHER_UNIT},
    {"volt", OTHER_UNIT},
    {"ohm", OTHER_UNIT},
    {"kohm", OTHER_UNIT},
    {"percent", OTHER_UNIT},
    {"deg", OTHER_UNIT},
    {"second", OTHER_UNIT},
    {"millisec", OTHER_UNIT},
    {"microsec", OTHER_UNIT},
    {"phase", OTHER_UNIT},
    {"impedan", OTHER_UNIT},
    {"reactan", OTHER_UNIT},
    {"delay", OTHER_UNIT},
    {"distort", OTHER_THING},
    {"harmonic", OTHER_THING},
    {"coheren", OTHER_THING},
};

static TareSpan skip(TareSpan rest, bool is_word)
{
    while (rest.first < rest.end &&
           (tare_is_letter(*rest.first) || tare_is_digit(*rest.first)) == is_word)
        rest.first++;
    return rest;
}

/** Whether a word is this one, for a side with digits behind it or not: "L1". */
static bool is_whole(TareSpan word, const Word* wanted)
{
    if (!tare_table_starts_with(word, wanted->text))
        return false;
    word.first += strlen(wanted->text);
    const bool may_be_numbered = wanted->meaning == LEFT || wanted->meaning == RIGHT;
    while (may_be_numbered && word.first < word.end && tare_is_digit(*word.first))
        word.first++;
    return word.first == word.end;
}

static Meaning meaning_of(TareSpan word)
{
    for (size_t i = 0; i < sizeof whole_words / sizeof *whole_words; ++i)
        if (is_whole(word, &whole_words[i]))
            return whole_words[i].meaning;
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; ++i)
        if (tare_table_starts_with(word, beginnings[i].text))
            return beginnings[i].meaning;
    return NO_MEANING;
}

/** Whether a letter alone is a unit: it is all there is, or stands in brackets, behind a slash or
    behind "in". */
static bool is_letter_unit(TareSpan cell, TareSpan word)
{
    if (word.end - word.first != 1 || !strchr("vszVSZ", *word.first))
        return false;
    const char* p = word.first;
    while (p > cell.first && p[-1] == ' ')
        --p;
    if (p == cell.first)
        return skip((TareSpan){word.end, cell.end}, false).first == cell.end ||
               tare_table_starts_with((TareSpan){word.end, cell.end}, "(");
    const bool is_in = p - cell.first >= 3 && tare_table_starts_with((TareSpan){p - 3, p}, " in");
    return is_in || strchr("([/|", p[-1]);
}

/** A number before a unit makes it part of a name, "DT 990 250 Ohm", or of a condition, "at 1 V".
 */
static bool is_of_number(TareSpan cell, TareSpan word)
{
    const char* p = word.first;
    while (p > cell.first && p[-1] == ' ')
        --p;
    return p > cell.first && tare_is_digit(p[-1]);
}

static void look_at(TareSpan cell, bool seen[N_MEANINGS])
{
    TareSpan rest = skip(cell, false);
    const char* const percent = memchr(cell.first, '%', (size_t)(cell.end - cell.first));
    if (percent && !is_of_number(cell, (TareSpan){percent, cell.end}))
        seen[OTHER_UNIT] = true;
    while (rest.first < rest.end) {
        const TareSpan behind = skip(rest, true);
        const TareSpan word = {rest.first, behind.first};
        const Meaning meaning = is_letter_unit(cell, word) ? OTHER_UNIT : meaning_of(word);
        if (meaning != OTHER_UNIT || !is_of_number(cell, word))
            seen[meaning] = true;
        rest = skip(behind, false);
    }
}

static TareColumnKind kind_of(const bool seen[N_MEANINGS])
{
    if (seen[FREQ] && !seen[LEVEL] && !seen[DECIBEL])
        return seen[NOT_FREQ] ? TARE_COLUMN_UNKNOWN : TARE_COLUMN_FREQ;
    if (seen[OTHER_THING] || (seen[OTHER_UNIT] && !seen[DECIBEL]))
        return TARE_COLUMN_OTHER;
    if (seen[TARGET])
        return TARE_COLUMN_TARGET;
    if (seen[LEVEL] || seen[DECIBEL])
        return TARE_COLUMN_LEVEL;
    return seen[HZ] || seen[KHZ] ? TARE_COLUMN_FREQ : TARE_COLUMN_UNKNOWN;
}

TareColumnName tare_column_name(TareSpan name, TareSpan unit)
{
    bool seen[N_MEANINGS] = {false};
    look_at(name, seen);
    look_at(unit, seen);
    return (TareColumnName){.kind = kind_of(seen),
                            .side = seen[LEFT] == seen[RIGHT] ? TARE_COLUMN_NO_SIDE
                                    : seen[LEFT]              ? TARE_COLUMN_LEFT
                                                              : TARE_COLUMN_RIGHT,
                            .unit_hz = seen[KHZ]  ? 1000.0
                                       : seen[HZ] ? 1.0
                                                  : 0.0};
}
