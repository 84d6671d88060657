#include "review/widths.h"

#include "base/number.h"
#include "review/token.h"
#include "tare/limits.h"

#include <math.h>

double tare_q_of_octaves(double octaves)
{
    return 1.0 / (2.0 * sinh(log(2.0) / 2.0 * octaves));
}

static bool is_kind(const TareSentence* sentence, size_t index, TareTokenKind kind)
{
    return index < sentence->n_tokens && sentence->tokens[index].kind == kind;
}

/** "Q2", "Q0.7" */
static bool read_glued_q(const TareSentence* sentence, size_t index, double* q)
{
    if (!is_kind(sentence, index, TARE_TOKEN_WORD))
        return false;
    const TareToken* const token = &sentence->tokens[index];
    const char* const text = sentence->text + token->start;
    const size_t length = token->end - token->start;
    size_t used = 0;
    return length > 1 && (text[0] == 'Q' || text[0] == 'q') &&
           tare_number_parse(text + 1, length - 1, q, &used) && used == length - 1 &&
           *q >= TARE_Q_MIN && *q <= TARE_Q_MAX;
}

/** "Q=8", "Q of about 2.5" */
static void join_q(TareSentence* sentence, size_t index)
{
    double glued = 0.0;
    if (read_glued_q(sentence, index, &glued)) {
        tare_token_replace(sentence, index, index,
                           (TareToken){.kind = TARE_TOKEN_Q, .lo = glued, .hi = glued});
        return;
    }
    if (!tare_token_is(sentence, index, "q") && !tare_token_is(sentence, index, "qfactor") &&
        !tare_token_is(sentence, index, "qvalue") && !tare_token_is(sentence, index, "quality"))
        return;
    size_t at = index + 1;
    while (tare_token_means(sentence, at, TARE_WORD_OF | TARE_WORD_ABOUT) ||
           tare_token_is(sentence, at, "factor") || tare_token_is(sentence, at, "value") ||
           tare_token_is_mark(sentence, at, ':'))
        ++at;
    const bool is_in_brackets = tare_token_is_mark(sentence, at, '(') && /* "a wide Q (1.0)" */
                                tare_token_is_mark(sentence, at + 2, ')');
    if (!is_kind(sentence, at + is_in_brackets, TARE_TOKEN_NUMBER))
        return;
    const TareToken number = sentence->tokens[at + is_in_brackets];
    at += is_in_brackets ? 2 : 0;
    if (number.lo >= TARE_Q_MIN && number.hi <= TARE_Q_MAX)
        tare_token_replace(sentence, index, at,
                           (TareToken){.kind = TARE_TOKEN_Q, .lo = number.lo, .hi = number.hi});
}

/* Widths in words. */
static const struct {
    const char* word;
    double octaves;
} number_words[] = {
    {"one", 1.0},         {"two", 2.0},      {"three", 3.0},  {"half", 0.5},
    {"third", 1.0 / 3.0}, {"quarter", 0.25}, {"single", 1.0},
};

/** The octaves that a word like "one" or "one-octave" counts; 0 for any other. */
static double octaves_of_word(const TareSentence* sentence, size_t index)
{
    for (size_t i = 0; i < sizeof number_words / sizeof *number_words; ++i) {
        if (tare_token_is(sentence, index, number_words[i].word))
            return number_words[i].octaves;
    }
    return 0.0;
}

/** "one octave": a figure after all */
static void join_octaves(TareSentence* sentence, size_t index)
{
    if (!tare_token_is(sentence, index, "octave") && !tare_token_is(sentence, index, "octaves"))
        return;
    size_t first = index;
    if (first > 0 && tare_token_is(sentence, first - 1, "an"))
        --first;
    const double octaves = first > 0 ? octaves_of_word(sentence, first - 1) : 0.0;
    if (octaves > 0.0) {
        const double q = tare_q_of_octaves(octaves);
        tare_token_replace(sentence, first - 1, index,
                           (TareToken){.kind = TARE_TOKEN_Q, .lo = q, .hi = q});
    }
}

/** Whether the words around a figure call it a width: "one octave wide", "on one octave". */
static bool is_called_width(const TareSentence* sentence, size_t index)
{
    for (size_t i = index + 1; i <= index + 2; ++i) {
        if (tare_token_has_role(sentence, i, TARE_ROLE_WIDENS))
            return true;
    }
    size_t before = index;
    while (before > 0 && tare_token_means(sentence, before - 1,
                                          TARE_WORD_ABOUT | TARE_WORD_OF | TARE_WORD_ARTICLE))
        --before;
    return before > 0 && (tare_token_has_role(sentence, before - 1, TARE_ROLE_WIDENS) ||
                          tare_token_is(sentence, before - 1, "on") ||
                          tare_token_is(sentence, before - 1, "spanning"));
}

/** "250 Hz, 3.5 dB down, Q 1": beside a Q, the word is the sign of a setting. */
static void settle_sign_behind(TareSentence* sentence, size_t index)
{
    const bool is_up = tare_token_is(sentence, index, "up");
    if (index < 2 || (!is_up && !tare_token_is(sentence, index, "down")) ||
        !is_kind(sentence, index - 1, TARE_TOKEN_GAIN) ||
        !tare_token_is_mark(sentence, index - 2, ','))
        return;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (is_kind(sentence, i, TARE_TOKEN_Q)) {
            sentence->tokens[index - 1].sign = is_up ? TARE_SIGN_PLUS : TARE_SIGN_MINUS;
            sentence->tokens[index].meaning = TARE_WORD_ABOUT;
            return;
        }
    }
}

/** A number of octaves is a bandwidth only where the words say so: "third-octave smoothing" and
    "two octaves up" are none. */
void tare_width_settle(TareSentence* sentence, size_t index)
{
    TareToken* const token = &sentence->tokens[index];
    const char* const text = sentence->text + token->start;
    const size_t n = token->end - token->start;
    settle_sign_behind(sentence, index);
    if (token->kind != TARE_TOKEN_Q || n == 0 || text[0] == 'Q' || text[0] == 'q')
        return;
    const bool is_in_range = token->lo >= TARE_Q_MIN && token->hi <= TARE_Q_MAX;
    if (!is_in_range || !is_called_width(sentence, index))
        token->kind = TARE_TOKEN_OTHER;
}

void tare_width_join(TareSentence* sentence, size_t index)
{
    join_q(sentence, index);
    join_octaves(sentence, index);
}
