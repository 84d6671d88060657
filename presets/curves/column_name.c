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
    AMPLITUDE, ///< a level as well, unless its numbers are ratios
    DECIBEL,
    TARGET,
    OTHER_UNIT,
    OTHER_THING, ///< no response, even in dB
    MADE_OF_ONE, ///< at the front: a difference to a target, or what an equaliser does
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
    {"mm", OTHER_UNIT},
    {"sone", OTHER_UNIT},
    {"phon", OTHER_UNIT},
    {"ma", OTHER_UNIT},
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
    {"abs", OTHER_UNIT},
    {"arb", OTHER_UNIT},
    {"fs", OTHER_UNIT}, /* of full scale */
    {"factor", OTHER_UNIT},
    {"times", OTHER_UNIT},
    {"power", OTHER_UNIT},
    {"energy", OTHER_UNIT},
    {"psd", OTHER_UNIT},
    {"real", OTHER_UNIT},
    {"re", OTHER_UNIT},
    {"im", OTHER_UNIT},
    {"q", OTHER_UNIT},
    {"gd", OTHER_UNIT},  /* group delay */
    {"imp", OTHER_UNIT}, /* as VituixCAD shortens impedance */
    {"weight", OTHER_UNIT},
    {"snr", OTHER_THING},
    {"csd", OTHER_THING},
    {"std", OTHER_THING},
    {"stdev", OTHER_THING},
    {"sigma", OTHER_THING},
    {"diff", OTHER_THING},
    {"difference", OTHER_THING},
    {"balance", OTHER_THING},
    {"thd", OTHER_THING},
    {"floor", OTHER_THING},
    {"error", MADE_OF_ONE},
    {"errors", MADE_OF_ONE},
    {"fehler", MADE_OF_ONE},
    {"erreur", MADE_OF_ONE},
    {"eq", MADE_OF_ONE},
    {"peq", MADE_OF_ONE},
    {"imd", OTHER_THING},
    {"time", OTHER_UNIT},
    {"zeit", OTHER_UNIT},
    {"temps", OTHER_UNIT},
};

static const Word beginnings[] = {
    {"freq", FREQ},
    {"frek", FREQ},
    {"frec", FREQ},
    {"fr\xC3\xA9q", FREQ},                          /* French */
    {"cz\xC4\x99st", FREQ},                         /* Polish */
    {"\xD1\x87\xD0\xB0\xD1\x81\xD1\x82", FREQ},     /* Russian */
    {"\xD0\xA7\xD0\xB0\xD1\x81\xD1\x82", FREQ},     /* Russian */
    {"\xE5\x91\xA8\xE6\xB3\xA2\xE6\x95\xB0", FREQ}, /* Japanese */
    {"\xE9\xA2\x91\xE7\x8E\x87", FREQ},             /* Chinese */
    {"\xE9\xA0\xBB\xE7\x8E\x87", FREQ},             /* Chinese */
    {"taajuus", FREQ},
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
    {"ampl", AMPLITUDE},
    {"level", LEVEL},
    {"magn", AMPLITUDE},
    {"resp", AMPLITUDE},
    {"pegel", LEVEL},
    {"niv", LEVEL},
    {"n\xC3\xADv", LEVEL}, /* Portuguese */
    {"livel", LEVEL},
    {"poziom", LEVEL},
    {"\xD1\x83\xD1\x80\xD0\xBE\xD0\xB2", LEVEL},     /* Russian */
    {"\xD0\xA3\xD1\x80\xD0\xBE\xD0\xB2", LEVEL},     /* Russian */
    {"\xE9\x9F\xB3\xE5\x9C\xA7", LEVEL},             /* Japanese */
    {"\xE3\x83\xAC\xE3\x83\x99\xE3\x83\xAB", LEVEL}, /* Japanese */
    {"\xE5\xA3\xB0\xE5\x8E\x8B", LEVEL},             /* Chinese */
    {"\xE8\x81\xB2\xE5\xA3\x93", LEVEL},             /* Chinese */
    {"schalldruckp", LEVEL},
    {"db", DECIBEL},
    {"decibel", DECIBEL},
    {"\xD0\xB4\xD0\x91", DECIBEL}, /* Russian */
    {"\xD0\xB4\xD0\xB1", DECIBEL}, /* Russian */
    {"target", TARGET},
    {"desired", TARGET},
    {"ziel", TARGET},
    {"soll", TARGET},
    {"cible", TARGET},
    {"objetivo", TARGET},
    {"obiettiv", TARGET},
    {"doel", TARGET},
    {"\xD1\x86\xD0\xB5\xD0\xBB", TARGET}, /* Russian */
    {"\xD0\xA6\xD0\xB5\xD0\xBB", TARGET}, /* Russian */
    {"\xE7\x9B\xAE\xE6\xA0\x87", TARGET}, /* Chinese */
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
    {"fase", OTHER_UNIT},
    {"faza", OTHER_UNIT},
    {"\xD1\x84\xD0\xB0\xD0\xB7", OTHER_UNIT}, /* Russian */
    {"\xD0\xA4\xD0\xB0\xD0\xB7", OTHER_UNIT}, /* Russian */
    {"\xE4\xBD\x8D\xE7\x9B\xB8", OTHER_UNIT}, /* Japanese */
    {"\xE7\x9B\xB8\xE4\xBD\x8D", OTHER_UNIT}, /* Chinese */
    {"imp\xC3\xA9"
     "d",
     OTHER_UNIT},                                             /* French */
    {"\xD0\xB8\xD0\xBC\xD0\xBF\xD0\xB5\xD0\xB4", OTHER_UNIT}, /* Russian */
    {"\xD0\x98\xD0\xBC\xD0\xBF\xD0\xB5\xD0\xB4", OTHER_UNIT}, /* Russian */
    {"\xE3\x82\xA4\xE3\x83\xB3\xE3\x83\x94", OTHER_UNIT},     /* Japanese */
    {"\xE9\x98\xBB\xE6\x8A\x97", OTHER_UNIT},                 /* Chinese */
    {"laufzeit", OTHER_UNIT},
    {"gruppenlauf", OTHER_UNIT},
    {"retard", OTHER_UNIT},
    {"ritardo", OTHER_UNIT},
    {"prozent", OTHER_UNIT},
    {"pourcent", OTHER_UNIT},
    {"accelerat", OTHER_UNIT},
    {"velocity", OTHER_UNIT},
    {"displace", OTHER_UNIT},
    {"loudness", OTHER_UNIT},
    {"arbitr", OTHER_UNIT},
    {"imag", OTHER_UNIT},
    {"linea", OTHER_UNIT},
    {"deviat", OTHER_THING},
    {"varian", OTHER_THING},
    {"uncertain", OTHER_THING},
    {"reduction", OTHER_THING},
    {"leakage", OTHER_THING},
    {"insertion", OTHER_THING},
    {"noise", OTHER_THING},
    {"distort", OTHER_THING},
    {"harmonic", OTHER_THING},
    {"coheren", OTHER_THING},
    {"equali", MADE_OF_ONE},
    {"parametri", MADE_OF_ONE},
    {"correction", MADE_OF_ONE},
    {"korrektur", MADE_OF_ONE},
    {"correcci", MADE_OF_ONE},
    {"correzion", MADE_OF_ONE},
    {"klirr", OTHER_THING},
    {"verzerr", OTHER_THING},
    {"isolation", OTHER_THING},
    {"attenuat", OTHER_THING},
    {"crosstalk", OTHER_THING},
    {"gauche", LEFT},
    {"izq", LEFT},
    {"sinistr", LEFT},
    {"esquerd", LEFT},
    {"linke", LEFT},
    {"venstre", LEFT},
    {"v\xC3\xA4nst", LEFT},             /* Swedish */
    {"\xD0\xBB\xD0\xB5\xD0\xB2", LEFT}, /* Russian */
    {"\xD0\x9B\xD0\xB5\xD0\xB2", LEFT}, /* Russian */
    {"\xE5\xB7\xA6", LEFT},             /* Chinese, Japanese */
    {"droit", RIGHT},
    {"derech", RIGHT},
    {"destr", RIGHT},
    {"direit", RIGHT},
    {"rechte", RIGHT},
    {"h\xC3\xB6ger", RIGHT},                     /* Swedish */
    {"\xD0\xBF\xD1\x80\xD0\xB0\xD0\xB2", RIGHT}, /* Russian */
    {"\xD0\x9F\xD1\x80\xD0\xB0\xD0\xB2", RIGHT}, /* Russian */
    {"\xE5\x8F\xB3", RIGHT},                     /* Chinese, Japanese */
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
    behind "in". "(x)" is that of ratios. */
static bool is_letter_unit(TareSpan cell, TareSpan word)
{
    if (word.end - word.first != 1 || !strchr("vwszVWSZxX", *word.first))
        return false;
    const char* p = word.first;
    while (p > cell.first && p[-1] == ' ')
        --p;
    if (strchr("xX", *word.first))
        return p > cell.first && strchr("([", p[-1]);
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

/** Whether there are marks of a ratio that are no words. */
static bool has_ratio_mark(TareSpan cell)
{
    static const char* const marks[] = {"|h", "a.u.", "a. u.", "\xC3\x97"}; /* multiplied by */
    for (; cell.first < cell.end; ++cell.first)
        for (size_t i = 0; i < sizeof marks / sizeof *marks; ++i)
            if (tare_table_starts_with(cell, marks[i]))
                return true;
    return false;
}

static void look_at(TareSpan cell, bool seen[N_MEANINGS])
{
    TareSpan rest = skip(cell, false);
    bool is_first = true;
    seen[OTHER_UNIT] = seen[OTHER_UNIT] || has_ratio_mark(cell);
    const char* const percent = memchr(cell.first, '%', (size_t)(cell.end - cell.first));
    if (percent && !is_of_number(cell, (TareSpan){percent, cell.end}))
        seen[OTHER_UNIT] = true;
    while (rest.first < rest.end) {
        const TareSpan behind = skip(rest, true);
        const TareSpan word = {rest.first, behind.first};
        const Meaning meaning = is_letter_unit(cell, word) ? OTHER_UNIT : meaning_of(word);
        if (meaning == MADE_OF_ONE ? is_first : meaning != OTHER_UNIT || !is_of_number(cell, word))
            seen[meaning] = true;
        is_first = false;
        rest = skip(behind, false);
    }
}

static TareColumnKind kind_of(const bool seen[N_MEANINGS])
{
    const bool is_level = seen[LEVEL] || seen[AMPLITUDE] || seen[DECIBEL];
    if (seen[FREQ] && !is_level)
        return seen[NOT_FREQ] ? TARE_COLUMN_UNKNOWN : TARE_COLUMN_FREQ;
    if (seen[OTHER_THING] || (seen[OTHER_UNIT] && !seen[DECIBEL]))
        return TARE_COLUMN_OTHER;
    if (seen[MADE_OF_ONE])
        return TARE_COLUMN_DERIVED;
    if (seen[TARGET])
        return TARE_COLUMN_TARGET;
    if (is_level)
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
                            .is_decibel = seen[DECIBEL],
                            .may_be_ratio = !seen[DECIBEL] && !seen[LEVEL] && !seen[TARGET] &&
                                            seen[LEFT] == seen[RIGHT],
                            .unit_hz = seen[KHZ]  ? 1000.0
                                       : seen[HZ] ? 1.0
                                                  : 0.0};
}
