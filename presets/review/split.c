#include "review/split.h"

#include "base/ascii.h"
#include "review/normalise.h"
#include "review/quantities.h"
#include "review/role_words.h"
#include "review/token.h"
#include "review/widths.h"
#include "review/word_patterns.h"
#include "review/words.h"

#include <string.h>

/** Reads "[3]" or "[1, 2]" at a place; returns its end, or `at` when there is none. */
static size_t read_reference(TareSentence* sentence, size_t at)
{
    if (sentence->text[at] != '[')
        return at;
    uint64_t found = 0;
    unsigned number = 0;
    for (size_t i = at + 1; i < sentence->length && i < at + 24; ++i) {
        const char c = sentence->text[i];
        if (tare_is_digit(c)) {
            number = number < 100 ? number * 10 + (unsigned)(c - '0') : number;
        } else if (c == ',' || c == ' ' || c == '-' || c == ']') {
            found |= number && number < 64 ? (uint64_t)1 << number : 0;
            number = 0;
        } else {
            return at;
        }
        if (c == ']') {
            sentence->sources |= found;
            return i + 1;
        }
    }
    return at;
}

/** "approx.", "vs." */
static bool is_abbreviation(const TareSentence* sentence)
{
    if (!sentence->n_tokens)
        return false;
    const TareToken* const last = &sentence->tokens[sentence->n_tokens - 1];
    return last->kind == TARE_TOKEN_WORD &&
           (tare_roles_of(sentence->text + last->start, last->end - last->start) &
            TARE_ROLE_ABBREVIATES);
}

/** Whether a byte may begin a sentence. */
static bool begins_sentence(char c)
{
    return tare_is_upper(c) || tare_is_digit(c) || (unsigned char)c >= 0x80;
}

/** Whether what stands before a full stop may be the end of a sentence even when the next begins
    with a small letter, as many people write: a word, a figure. */
static bool is_end_before(const TareSentence* sentence)
{
    if (!sentence->n_tokens)
        return false;
    const TareToken* const last = &sentence->tokens[sentence->n_tokens - 1];
    return last->kind != TARE_TOKEN_MARK &&
           (last->kind != TARE_TOKEN_WORD ||
            tare_word_may_end(sentence->text + last->start, last->end - last->start));
}

/** Whether the last word waits for what stands in the next line: "around". */
static bool leads_on(const TareSentence* sentence)
{
    const TareWordMeaning leading = TARE_WORD_AT | TARE_WORD_BELOW | TARE_WORD_ABOVE |
                                    TARE_WORD_AND | TARE_WORD_WITH | TARE_WORD_ABOUT |
                                    TARE_WORD_ARTICLE | TARE_WORD_BETWEEN | TARE_WORD_OF |
                                    TARE_WORD_COMPARES | TARE_WORD_REACHES;
    const TareToken* const last = &sentence->tokens[sentence->n_tokens - 1];
    return last->kind == TARE_TOKEN_WORD &&
           (tare_word_meaning(sentence->text + last->start, last->end - last->start) & leading);
}

/** Whether what stands behind a full stop, question or exclamation mark is another sentence: a gap,
    maybe quotes and brackets, and then a capital or a figure. Or nothing any more. */
static bool is_end_behind(const TareSentence* sentence, size_t at)
{
    bool has_gap = false;
    for (size_t i = at; i < sentence->length; ++i) {
        const char next = sentence->text[i];
        if (begins_sentence(next) || (tare_is_letter(next) && is_end_before(sentence)))
            return has_gap;
        if (!next || !strchr(" \"')([]-", next))
            return false;
        has_gap = has_gap || next == ' ' || next == '[';
    }
    return true;
}

/** Whether the character at a place ends the sentence. */
static bool ends_sentence(const TareSentence* sentence, size_t at)
{
    const char c = sentence->text[at];
    if (c == '\n') /* as normalise.h has it */
        return is_end_before(sentence) && !leads_on(sentence);
    return (c == '.' || c == '!' || c == '?') && !is_abbreviation(sentence) &&
           is_end_behind(sentence, at + 1);
}

/** Whether a number, with its sign, may begin at a place. */
static bool begins_number(const TareSentence* sentence, size_t at)
{
    const char* const s = sentence->text + at;
    const char before = at ? s[-1] : ' ';
    if (tare_is_digit(s[0]))
        return !tare_is_letter(before) && before != '.';
    if (s[0] != '+' && s[0] != '-')
        return false;
    if (tare_is_letter(before) || tare_is_digit(before) || before == ')')
        return false;
    size_t skip = 0;
    while (skip < 4 && s[skip] && strchr("+-/ ", s[skip]))
        ++skip;
    return tare_is_digit(s[skip]);
}

static void add(TareSentence* sentence, TareToken token)
{
    sentence->tokens[sentence->n_tokens++] = token;
}

/** Whether a figure is the name of the brand 7Hz: nobody says anything about so low a frequency. */
static bool is_brand(const TareSentence* sentence, size_t at, const TareQuantity* quantity)
{
    return quantity->lo == 7.0 && quantity->hi == 7.0 && quantity->length == 3 &&
           sentence->text[at] == '7';
}

static size_t add_number(TareSentence* sentence, size_t at)
{
    static const TareTokenKind kinds[] = {
        [TARE_QUANTITY_GAIN] = TARE_TOKEN_GAIN,   [TARE_QUANTITY_FREQ] = TARE_TOKEN_FREQ,
        [TARE_QUANTITY_WIDTH] = TARE_TOKEN_Q,     [TARE_QUANTITY_NUMBER] = TARE_TOKEN_NUMBER,
        [TARE_QUANTITY_OTHER] = TARE_TOKEN_OTHER,
    };
    TareQuantity quantity;
    if (!tare_quantity_read(sentence->text + at, sentence->length - at, &quantity))
        return at + 1;
    TareToken token = {.kind = kinds[quantity.kind],
                       .start = (uint32_t)at,
                       .end = (uint32_t)(at + quantity.length),
                       .sign = quantity.sign,
                       .lo = quantity.lo,
                       .hi = quantity.hi,
                       .is_spelt = quantity.is_spelt,
                       .is_listed = quantity.is_listed};
    if (token.kind == TARE_TOKEN_FREQ && is_brand(sentence, at, &quantity))
        token.kind = TARE_TOKEN_OTHER;
    if (quantity.kind == TARE_QUANTITY_WIDTH)
        token.lo = token.hi = tare_q_of_octaves(quantity.lo);
    add(sentence, token);
    return token.end;
}

/** Whether the apostrophe at a place is that of "don't". */
static bool is_negation(const char* text, size_t at)
{
    return at > 0 && tare_ascii_lower(text[at - 1]) == 'n' &&
           tare_ascii_lower(text[at + 1]) == 't' && !tare_is_letter(text[at + 2]);
}

/** Whether the character at a place belongs to a word: letters, digits, and marks before them. */
static bool is_of_word(const char* text, size_t at)
{
    const char c = text[at], next = text[at + 1];
    const bool is_inner = c == '-' || c == '.' || c == '&' || c == '\'';
    return tare_is_letter(c) || tare_is_digit(c) ||
           (is_inner && (tare_is_letter(next) || tare_is_digit(next)));
}

/** Where the word at a place ends: "K712's" without its "'s", "sub-100Hz" before the hyphen. */
static size_t end_of_word(const TareSentence* sentence, size_t at)
{
    const char* const s = sentence->text;
    size_t end = at;
    while (end < sentence->length && is_of_word(s, end)) {
        const char c = s[end], next = s[end + 1];
        if (c == '-' && tare_is_digit(next) && tare_word_is(s + at, end - at, "sub"))
            break;
        if (c == '\'' && end > at && !is_negation(s, end))
            break;
        ++end;
    }
    return end;
}

static size_t add_word(TareSentence* sentence, size_t at)
{
    const char* const s = sentence->text;
    const size_t end = end_of_word(sentence, at);
    add(sentence, tare_token_of_word(s, at, end));
    if (s[end] == '\'') { /* the rest of "headphone's", "I've" */
        size_t rest = end + 1;
        while (rest < end + 3 && tare_is_letter(s[rest]))
            ++rest;
        return rest;
    }
    return s[end] == '-' ? end + 1 : end;
}

static void add_mark(TareSentence* sentence, size_t at, char mark)
{
    add(sentence,
        (TareToken){
            .kind = TARE_TOKEN_MARK, .start = (uint32_t)at, .end = (uint32_t)at + 1, .mark = mark});
}

/** Adds what stands at a place and returns its end. */
static size_t add_token(TareSentence* sentence, size_t at)
{
    const char c = sentence->text[at];
    const size_t after = read_reference(sentence, at);
    if (after != at)
        return after;
    if (begins_number(sentence, at))
        return add_number(sentence, at);
    if (tare_is_letter(c) || tare_is_digit(c))
        return add_word(sentence, at);
    if (strchr(",;:()|", c))
        add_mark(sentence, at, c == '|' ? ';' : c);
    else if (tare_word_of_sign(c))
        add(sentence, tare_token_of_word(sentence->text, at, at + 1));
    return at + 1;
}

/** Moves behind quotes, brackets and reference marks that still belong to the sentence. */
static size_t end_of_sentence(TareSentence* sentence, size_t at)
{
    while (at < sentence->length) {
        const size_t after = read_reference(sentence, at);
        if (after != at)
            at = after;
        else if (sentence->text[at] == '"' || sentence->text[at] == ')' ||
                 sentence->text[at] == ' ')
            ++at;
        else
            break;
    }
    return at;
}

bool tare_split_next(const TareNormalised* text, size_t* position, TareSentence* sentence)
{
    size_t at = *position;
    while (at < text->length && text->text[at] == ' ')
        ++at;
    if (at >= text->length)
        return false;
    sentence->text = text->text;
    sentence->origin = text->origin;
    sentence->length = text->length;
    sentence->start = (uint32_t)at;
    sentence->is_settled = false;
    sentence->sources = 0;
    sentence->head = TARE_HEAD_NONE;
    sentence->n_tokens = 0;
    bool has_ended = false;
    while (at < text->length && sentence->n_tokens < TARE_MAX_TOKENS && !has_ended) {
        has_ended = ends_sentence(sentence, at);
        at = has_ended ? at + 1 : add_token(sentence, at);
    }
    sentence->end = (uint32_t)at;
    if (has_ended)
        at = end_of_sentence(sentence, at);
    *position = at;
    return true;
}
