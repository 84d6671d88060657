#include "review/spelt.h"

#include "review/number_words.h"
#include "review/token.h"
#include "review/word_patterns.h"

#include <string.h>

static const struct {
    const char* word;
    TareTokenKind kind;
    double factor;
} units[] = {
    {"db", TARE_TOKEN_GAIN, 1.0},           {"dbs", TARE_TOKEN_GAIN, 1.0},
    {"decibel", TARE_TOKEN_GAIN, 1.0},      {"decibels", TARE_TOKEN_GAIN, 1.0},
    {"hertz", TARE_TOKEN_FREQ, 1.0},        {"hz", TARE_TOKEN_FREQ, 1.0},
    {"k", TARE_TOKEN_FREQ, 1000.0},         {"khz", TARE_TOKEN_FREQ, 1000.0},
    {"kilohertz", TARE_TOKEN_FREQ, 1000.0},
};

/** The unit that a word is; false for any other. */
static bool read_unit(const char* word, size_t length, TareToken* figure)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; ++i) {
        if (!tare_word_is(word, length, units[i].word))
            continue;
        figure->kind = units[i].kind;
        figure->lo *= units[i].factor;
        figure->hi *= units[i].factor;
        return true;
    }
    return false;
}

static bool is_word(const TareSentence* sentence, size_t index)
{
    return index < sentence->n_tokens && sentence->tokens[index].kind == TARE_TOKEN_WORD;
}

static const char* text_of(const TareSentence* sentence, size_t index, size_t* length)
{
    const TareToken* const token = &sentence->tokens[index];
    *length = token->end - token->start;
    return sentence->text + token->start;
}

/** "point two": what it adds to the number before it, and moves behind. */
static double read_tenths(const TareSentence* sentence, size_t* at)
{
    if (!tare_token_is(sentence, *at, "point") || !is_word(sentence, *at + 1))
        return 0.0;
    size_t length = 0;
    const char* const word = text_of(sentence, *at + 1, &length);
    const double value = tare_number_word(word, length);
    if (value < 1.0 || value > 9.0)
        return 0.0;
    *at += 2;
    return value / 10.0;
}

/** "five", "five point two", or a figure without a sign; moves behind it. 0 for anything else. */
static double read_simple(const TareSentence* sentence, size_t* at)
{
    const size_t i = *at;
    double value = 0.0;
    if (is_word(sentence, i)) {
        size_t length = 0;
        const char* const word = text_of(sentence, i, &length);
        value = tare_number_word(word, length);
    } else if (sentence->tokens[i].kind == TARE_TOKEN_NUMBER &&
               sentence->tokens[i].sign == TARE_SIGN_NONE) {
        *at = i + 1;
        return sentence->tokens[i].lo;
    }
    if (value == 0.0)
        return 0.0;
    *at = i + 1;
    return value + read_tenths(sentence, at);
}

/** "five", "five and a half", "half a", "a couple of", "two hundred"; a figure
   with "and a half". Moves behind it. 0 for anything else. */
static double read_number(const TareSentence* sentence, size_t* at)
{
    const size_t i = *at;
    if (i >= sentence->n_tokens)
        return 0.0;
    if (tare_token_is(sentence, i, "half")) {
        *at = i + 1 + (tare_token_is(sentence, i + 1, "a") || tare_token_is(sentence, i + 1, "of"));
        return 0.5;
    }
    const size_t couple = i + tare_token_is(sentence, i, "a");
    if (tare_token_is(sentence, couple, "couple")) {
        *at = couple + 1 + tare_token_is(sentence, couple + 1, "of");
        return 2.0;
    }
    double value = read_simple(sentence, at);
    if (value == 0.0)
        return 0.0;
    if (tare_token_is(sentence, *at, "hundred") || tare_token_is(sentence, *at, "thousand"))
        value *= tare_token_is(sentence, (*at)++, "hundred") ? 100.0 : 1000.0;
    if (tare_token_is(sentence, *at, "and") && tare_token_is(sentence, *at + 1, "a") &&
        tare_token_is(sentence, *at + 2, "half")) {
        *at += 3;
        value += 0.5;
    }
    return value;
}

/** "two to three", "one or two": the end of a range. */
static double read_end(const TareSentence* sentence, size_t* at)
{
    const bool is_joined = tare_token_is(sentence, *at, "to") || tare_token_is(sentence, *at, "or");
    size_t end = *at + 1;
    const double value = is_joined ? read_number(sentence, &end) : 0.0;
    if (value > 0.0)
        *at = end;
    return value;
}

/** "six-dB" */
static bool read_compound(TareSentence* sentence, size_t index, TareToken* figure)
{
    size_t length = 0;
    const char* const word = text_of(sentence, index, &length);
    const char* const hyphen = memchr(word, '-', length);
    if (!hyphen)
        return false;
    const size_t n = (size_t)(hyphen - word);
    figure->lo = figure->hi = tare_number_word(word, n);
    return figure->lo > 0.0 && read_unit(hyphen + 1, length - n - 1, figure);
}

void tare_spelt_join(TareSentence* sentence, size_t index)
{
    TareToken figure = {0};
    if (is_word(sentence, index) && read_compound(sentence, index, &figure)) {
        tare_token_replace(sentence, index, index, figure);
        return;
    }
    size_t at = index;
    figure.lo = figure.hi = read_number(sentence, &at);
    if (figure.lo == 0.0)
        return;
    const double end = read_end(sentence, &at);
    figure.is_spelt = end > 0.0;
    figure.hi = end > figure.lo ? end : figure.lo;
    if (!is_word(sentence, at))
        return;
    size_t length = 0;
    const char* const unit = text_of(sentence, at, &length);
    if (read_unit(unit, length, &figure))
        tare_token_replace(sentence, index, at, figure);
}

/* No gain that is worth a filter is larger, and a larger number is hardly a gain. */
#define MAX_GAIN_DB 20.0

static bool has_gain_before(const TareSentence* sentence, size_t index)
{
    while (index-- > 0) {
        if (sentence->tokens[index].kind == TARE_TOKEN_GAIN)
            return true;
    }
    return false;
}

/* So many words may stand between a place and its gain without a unit: "125 Hz goes to -4". */
enum { MAX_UNITLESS_DISTANCE = 4 };

/** Whether a place stands shortly before a token, with nothing but words or a comma between. */
static bool is_behind_place(const TareSentence* sentence, size_t index)
{
    for (size_t i = index; i-- > 0 && index - i <= MAX_UNITLESS_DISTANCE;) {
        if (sentence->tokens[i].kind == TARE_TOKEN_FREQ)
            return true;
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD && !tare_token_is_mark(sentence, i, ','))
            return false;
    }
    return false;
}

/** Whether "at" and a place come behind a token. */
static bool is_before_place(const TareSentence* sentence, size_t index)
{
    size_t i = index + 1;
    while (tare_token_means(sentence, i, TARE_WORD_AT | TARE_WORD_ABOUT))
        ++i;
    return i > index + 1 && i < sentence->n_tokens && sentence->tokens[i].kind == TARE_TOKEN_FREQ;
}

/** Whether the word before a number says its direction: "8 kHz, down 3". */
static bool is_directed(const TareSentence* sentence, size_t index)
{
    const size_t by = index - (index > 0 && tare_token_is(sentence, index - 1, "by"));
    return by > 0 &&
           (tare_token_is(sentence, by - 1, "up") || tare_token_is(sentence, by - 1, "down"));
}

/** "minus six at 5 kHz": joins the sign to the number. False when it is none. */
static bool join_spelt_sign(TareSentence* sentence, size_t index)
{
    const bool is_plus = tare_token_is(sentence, index, "plus");
    size_t at = index + 1;
    if ((!is_plus && !tare_token_is(sentence, index, "minus")) || at >= sentence->n_tokens)
        return false;
    const double value = read_number(sentence, &at);
    if (value == 0.0 || value > MAX_GAIN_DB ||
        !(is_behind_place(sentence, index) || is_before_place(sentence, at - 1)))
        return false;
    const TareToken gain = {.kind = TARE_TOKEN_GAIN,
                            .sign = is_plus ? TARE_SIGN_PLUS : TARE_SIGN_MINUS,
                            .lo = value,
                            .hi = value,
                            .is_unitless = true};
    tare_token_replace(sentence, index, at - 1, gain);
    return true;
}

/** Makes a gain of a number without a unit beside a place, which has a sign or a direction. */
static void settle_unitless(TareSentence* sentence, size_t index)
{
    if (join_spelt_sign(sentence, index))
        return;
    TareToken* const token = &sentence->tokens[index];
    const bool is_gain = token->sign == TARE_SIGN_PLUS || token->sign == TARE_SIGN_MINUS ||
                         (token->sign == TARE_SIGN_NONE && is_directed(sentence, index));
    if (token->kind == TARE_TOKEN_NUMBER && token->hi <= MAX_GAIN_DB && token->hi > 0.0 &&
        is_gain && is_behind_place(sentence, index)) {
        token->kind = TARE_TOKEN_GAIN;
        token->is_unitless = true;
    }
}

void tare_spelt_settle(TareSentence* sentence, size_t index)
{
    settle_unitless(sentence, index);
    TareToken* const token = &sentence->tokens[index];
    const size_t place = index + 1;
    const bool is_joined = index > 0 && (tare_token_means(sentence, index - 1, TARE_WORD_AND) ||
                                         tare_token_is_mark(sentence, index - 1, ','));
    if (token->kind != TARE_TOKEN_NUMBER || token->hi > MAX_GAIN_DB ||
        !tare_token_means(sentence, place, TARE_WORD_AT))
        return;
    const size_t freq = tare_token_skip_about(sentence, place);
    const size_t next = freq == place ? tare_token_skip_about(sentence, place + 1) : freq;
    if (next < sentence->n_tokens && sentence->tokens[next].kind == TARE_TOKEN_FREQ &&
        (token->sign != TARE_SIGN_NONE || (is_joined && has_gain_before(sentence, index))))
        token->kind = TARE_TOKEN_GAIN;
}
