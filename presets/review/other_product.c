#include "review/other_product.h"

#include "base/ascii.h"

#include <string.h>

/* Letters with digits that are no headphones: measuring rigs, targets, standards, techniques. */
static const char* const no_models[] = {
    "gras*", "iec*",   "iso*", "en",         "kb*",     "ra0*",     "b&k*", "bk*",   "hms*",
    "hdm*",  "hats*",  "ap",   "apx*",       "jm*",     "ief*",     "ie",   "ie20*", "oe20*",
    "ansi*", "clone*", "itu*", "ldac",       "aac",     "sbc",      "oe",   "df",    "siec*",
    "raa",   "usb*",   "bt*",  "bluetooth*", "mk*",     "v*",       "q",    "thd*",  "snr",
    "fr",    "rms",    "std",  "spl",        "mp3",     "aptx*",    "hi*",  "type*", "ear*",
    "tia*",  "h3*",    "s/n",  "ipx*",       "ip*",     "lfe",      "hfe",  "ief",   "crin*",
    "l",     "r",      "lr",   "db",         "khz",     "hz",       "n",    "at",    "a",
    "in",    "no",     "eq*",  "peq*",       "autoeq*", "oratory*",
};

/* Makers and models whose names are hardly ever anything else, when they begin with a capital. */
static const char* const brands[] = {
    "64audio",    "7hz",          "aftershokz", "aful",     "airpods",      "akg",
    "ananda",     "apple",        "arya",       "astell*",  "ath*",         "audeze",
    "audioquest", "austrian",     "bathys",     "beats",    "beyerdynamic", "blon",
    "bose",       "bowers",       "campfire",   "ccz",      "cleer",        "corsair",
    "dekoni",     "denon",        "dunu",       "earfun",   "earpods",      "edifier",
    "elegia",     "etymotic",     "fiio",       "focal",    "fostex",       "freebuds",
    "grado",      "harmonicdyne", "hexa",       "hidizs",   "hifiman",      "huawei",
    "hyperx",     "ikko",         "jabra",      "jaybird",  "jbl",          "juzear",
    "jvc",        "kato",         "kinera",     "koss",     "kz",           "letshuoer",
    "logitech",   "marshall",     "meze",       "momentum", "monoprice",    "moondrop",
    "neumann",    "nura*",        "oneplus",    "oppo",     "philips",      "pioneer",
    "qkz",        "quietcomfort", "razer",      "samsung",  "sendy",        "sennheiser",
    "shokz",      "shuoer",       "shure",      "simgot",   "sivga",        "skullcandy",
    "sony",       "soundcore",    "starfield",  "stax",     "stellia",      "sundara",
    "superlux",   "tanchjim",     "tangzu",     "technica", "technics",     "thieaudio",
    "tinhifi",    "tozo",         "tripowin",   "truthear", "ultrasone",    "utopia",
    "verum",      "westone",      "xiaomi",     "yamaha",   "zmf",
};

static bool is_name_character(char c)
{
    return tare_is_letter(c) || tare_is_digit(c) || c == '+';
}

/** Compares from a beginning of a word of the name; true when the end is the end of a word too. */
static bool is_part_from(const char* name, size_t length, const char* from)
{
    for (size_t i = 0; i < length; ++i) {
        if (!is_name_character(name[i]))
            continue;
        while (*from && !is_name_character(*from))
            ++from;
        if (tare_ascii_lower(name[i]) != tare_ascii_lower(*from))
            return false;
        ++from;
    }
    return !is_name_character(*from);
}

bool tare_is_part_of_name(const char* name, size_t length, const char* target_name)
{
    for (const char* word = target_name; *word; ++word) {
        const bool begins = word == target_name || !is_name_character(word[-1]);
        if (begins && is_name_character(*word) && is_part_from(name, length, word))
            return true;
    }
    return false;
}

/* Behind a name, these say that it is a part or a tool. */
static const char* const tools[] = {
    "rig",       "rigs",    "coupler*",   "simulator*",  "fixture*",   "stand",
    "target*",   "driver*", "chip*",      "chipset*",    "processor*", "soc",
    "codec*",    "head",    "dsp",        "bench",       "equipment",  "system",
    "standard*", "curve*",  "diaphragm*", "transducer*",
};

/* How far behind a name the tool may be named: "GRAS 45BC measurement rig". */
enum { MAX_TOOL_DISTANCE = 3 };

static bool is_tool(const TareSentence* sentence, size_t index)
{
    for (size_t i = index + 1; i <= index + MAX_TOOL_DISTANCE; ++i) {
        if (i >= sentence->n_tokens || sentence->tokens[i].kind == TARE_TOKEN_MARK)
            return false;
        for (size_t k = 0; k < sizeof tools / sizeof *tools; ++k) {
            if (tare_token_is(sentence, i, tools[k]))
                return true;
        }
    }
    return false;
}

static bool is_no_model(const TareSentence* sentence, size_t index)
{
    for (size_t i = 0; i < sizeof no_models / sizeof *no_models; ++i) {
        if (tare_token_is(sentence, index, no_models[i]))
            return true;
    }
    return false;
}

/** How many characters of a token satisfy a test. */
static size_t count(const TareSentence* sentence, size_t index, bool (*test)(char))
{
    const TareToken* const token = &sentence->tokens[index];
    size_t n = 0;
    for (size_t i = token->start; i < token->end; ++i)
        n += test(sentence->text->text[i]);
    return n;
}

/* "HD 25" is a model, "BA 4" hardly. */
#define MIN_MODEL_NUMBER 20.0

/* "Harman OE 2018" names a year. */
#define FIRST_YEAR 1980.0
#define LAST_YEAR 2040.0

/** "600", and "560S", which is no quantity that is known */
static bool is_model_number(const TareToken* token)
{
    const bool is_year = token->lo >= FIRST_YEAR && token->lo <= LAST_YEAR;
    return !is_year && (token->kind == TARE_TOKEN_NUMBER || token->kind == TARE_TOKEN_OTHER) &&
           token->sign == TARE_SIGN_NONE && token->lo >= MIN_MODEL_NUMBER;
}

/** The end of the model's name that begins at a token, `index` when none does: "HD681" is one
    token, "HD 600" two. */
static size_t end_of_model(const TareSentence* sentence, size_t index)
{
    if (sentence->tokens[index].kind != TARE_TOKEN_WORD || is_no_model(sentence, index))
        return index;
    const size_t n_upper = count(sentence, index, tare_is_upper);
    const size_t n_digits = count(sentence, index, tare_is_digit);
    if (n_upper == 0)
        return index;
    if (n_digits)
        return index + 1;
    const size_t length = sentence->tokens[index].end - sentence->tokens[index].start;
    const bool has_number =
        index + 1 < sentence->n_tokens && is_model_number(&sentence->tokens[index + 1]);
    return length <= 4 && n_upper == length && has_number ? index + 2 : index;
}

static bool is_brand(const TareSentence* sentence, size_t index)
{
    const TareToken* const token = &sentence->tokens[index];
    const char* const text = sentence->text->text + token->start;
    if (!tare_is_upper(*text) && !tare_is_digit(*text))
        return false;
    for (size_t i = 0; i < sizeof brands / sizeof *brands; ++i) {
        if (tare_word_is(text, token->end - token->start, brands[i]))
            return true;
    }
    return false;
}

/** The end of a name of a brand or model that begins at a token; `index` when none does. */
static size_t end_of_name(const TareSentence* sentence, size_t index)
{
    const size_t end = is_brand(sentence, index) ? index + 1 : end_of_model(sentence, index);
    return end > index && is_tool(sentence, end - 1) ? index : end;
}

static bool is_own(const TareSentence* sentence, size_t first, size_t end, const char* target_name)
{
    const uint32_t from = sentence->tokens[first].start;
    return tare_is_part_of_name(sentence->text->text + from, sentence->tokens[end - 1].end - from,
                                target_name);
}

bool tare_is_this_product(const TareSentence* sentence, size_t index, const char* target_name)
{
    const size_t end = end_of_name(sentence, index);
    return end > index && is_own(sentence, index, end, target_name);
}

/* How far behind "compared with" the name, and the word "target", may stand. */
enum { MAX_NAME_DISTANCE = 4, MAX_TARGET_DISTANCE = 7 };

/** Whether a word compares with something that has a name and is no target: "than the Sundara". */
static bool compares_with_name(const TareClause* clause, size_t index, const char* target_name)
{
    const TareSentence* const sentence = clause->sentence;
    bool has_name = false;
    for (size_t i = index + 1; i < sentence->n_tokens && i <= index + MAX_TARGET_DISTANCE; ++i) {
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD)
            break;
        if (tare_token_means(sentence, i, TARE_WORD_TARGET))
            return false;
        has_name =
            has_name || (i <= index + MAX_NAME_DISTANCE &&
                         tare_is_upper(sentence->text->text[sentence->tokens[i].start]) &&
                         !is_no_model(sentence, i) && !is_own(sentence, i, i + 1, target_name));
    }
    return has_name;
}

bool tare_is_other_product(const TareClause* clause, const char* target_name)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t pair = tare_clause_pair_first(clause);
    bool is_other = false;
    for (size_t i = clause->thought_first; i <= clause->last; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_COMPARES) &&
            compares_with_name(clause, i, target_name))
            return true;
        const size_t end = end_of_name(sentence, i);
        if (end == i)
            continue;
        const bool is_this = is_own(sentence, i, end, target_name);
        if (i > pair && !is_this)
            return true;
        if (i < pair)
            is_other = !is_this;
    }
    return is_other;
}
