#include "formats/apo_shape.h"

#include "base/ascii.h"
#include "base/text.h"
#include "curves/table_text.h"

#include <string.h>

/** Takes a word or a piece of one from the beginning of a line, and the blanks behind it. */
static bool take(TareSpan* line, const char* word)
{
    const size_t n = strlen(word);
    if ((size_t)(line->end - line->first) < n || memcmp(line->first, word, n) != 0)
        return false;
    line->first += n;
    while (line->first < line->end && *line->first == ' ')
        ++line->first;
    return true;
}

static size_t take_digits(TareSpan* line)
{
    const char* const first = line->first;
    while (line->first < line->end && tare_is_digit(*line->first))
        ++line->first;
    return (size_t)(line->first - first);
}

/** Takes a number and says how many decimals it has; -1 when it is none. */
static int take_number(TareSpan* line)
{
    int n_decimals = 0;
    if (line->first < line->end && *line->first == '-')
        ++line->first;
    if (take_digits(line) == 0)
        return -1;
    if (line->first < line->end && *line->first == '.') {
        ++line->first;
        n_decimals = (int)take_digits(line);
    }
    (void)take(line, "");
    return n_decimals;
}

static bool take_type(TareSpan* line)
{
    static const char* const types[] = {"PK ", "LSC ", "HSC ", "LS ", "HS ", "LSQ ", "HSQ "};
    for (size_t i = 0; i < sizeof types / sizeof *types; ++i)
        if (take(line, types[i]))
            return true;
    return false;
}

/** How many decimals the Q of a filter has that is written in AutoEq's way; -1 for another. */
static int decimals_of_q(TareSpan line)
{
    if (!take(&line, "Filter ") || take_number(&line) != 0 || !take(&line, ":") ||
        (!take(&line, "ON ") && !take(&line, "OFF ")) || !take_type(&line))
        return -1;
    if (!take(&line, "Fc ") || take_number(&line) != 0 || !take(&line, "Hz "))
        return -1;
    if (!take(&line, "Gain ") || take_number(&line) != 1 || !take(&line, "dB ") ||
        !take(&line, "Q "))
        return -1;
    const int n_decimals = take_number(&line);
    return line.first == line.end ? n_decimals : -1;
}

static bool is_preamp(TareSpan line)
{
    return take(&line, "Preamp:") && take_number(&line) == 1 && take(&line, "dB") &&
           line.first == line.end;
}

TareDialect tare_apo_shape(TareSpan text)
{
    int n_decimals = 0;
    bool has_preamp = false;
    for (TareSpan line; tare_table_next_line(&text, &line);) {
        if (line.first == line.end || *line.first == '#')
            continue;
        if (is_preamp(line)) {
            has_preamp = true;
            continue;
        }
        const int found = decimals_of_q(line);
        if ((found != 2 && found != 3) || (n_decimals && found != n_decimals))
            return TARE_DIALECT_APO;
        n_decimals = found;
    }
    if (!has_preamp || !n_decimals)
        return TARE_DIALECT_APO;
    return n_decimals == 2 ? TARE_DIALECT_AUTOEQ : TARE_DIALECT_SQUIG;
}

const char* tare_apo_shape_note(TareDialect dialect)
{
    if (dialect == TARE_DIALECT_AUTOEQ)
        return "read as AutoEq's text: LS and HS are LSC and HSC, filters are those at 44100 Hz; "
               "expected --dialect apo if it is another's";
    if (dialect == TARE_DIALECT_SQUIG)
        return "read as squig.link's text: LS and HS are LSC and HSC, filters are those at 48000 "
               "Hz; expected --dialect apo if it is another's";
    return "read as Equalizer APO's text: LS and HS stand at their corner, filters are those at "
           "48000 Hz; expected --dialect autoeq if it is AutoEq's";
}

bool tare_apo_shape_is_command(TareSpan line)
{
    static const char* const words[] = {"preamp",   "channel", "device",    "include",
                                        "stage",    "copy",    "delay",     "convolution",
                                        "if",       "eval",    "elseif",    "else",
                                        "endif",    "filter",  "graphiceq", "loudnesscorrection",
                                        "vstplugin"};
    const char* const colon = memchr(line.first, ':', (size_t)(line.end - line.first));
    for (size_t i = 0; colon && i < sizeof words / sizeof *words; ++i) {
        const size_t n = strlen(words[i]);
        if (!tare_table_starts_with(line, words[i]) || line.first + n > colon)
            continue;
        const char* p = line.first + n;
        while (p < colon && (*p == ' ' || (words[i][0] == 'f' && tare_is_digit(*p))))
            ++p;
        if (p == colon)
            return true;
    }
    return false;
}
