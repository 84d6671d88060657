/* Sentences cut into words, figures and marks. */

#ifndef TARE_TOKEN_H
#define TARE_TOKEN_H

#include "review/meaning.h"

#include <stdbool.h>
#include <stddef.h>

/** Longer sentences are cut here: no prose has them. */
enum { TARE_MAX_TOKENS = 256 };

typedef enum {
    TARE_TOKEN_WORD,
    TARE_TOKEN_GAIN,
    TARE_TOKEN_FREQ,
    TARE_TOKEN_Q, ///< a stated Q, or a width in octaves turned into one
    TARE_TOKEN_NUMBER,
    TARE_TOKEN_OTHER, ///< a figure that is none of ours
    TARE_TOKEN_MARK
} TareTokenKind;

typedef struct TareToken {
    TareTokenKind kind;
    uint32_t start, end;     ///< bytes of the normalised text
    TareWordMeaning meaning; ///< of a word, TARE_WORD_*, as far as its neighbours leave it
    TareRoles roles;         ///< of a word, TARE_ROLE_*
    char initial;            ///< of a word, in lower case; NUL of all else
    char mark;               ///< one of , ; : ( )
    TareSign sign;           ///< of a gain
    double lo, hi;           ///< magnitudes in dB, Hz, or Q
    bool is_spelt;           ///< a range in words
    bool is_listed;          ///< its unit is that of the next figure
    bool is_unitless;        ///< a gain that is known by its place alone: "125 Hz goes to -4"
} TareToken;

typedef struct TareSentence {
    const char* text;       ///< normalised; this and other sentences
    const uint32_t* origin; ///< of its bytes, as of a TareNormalised
    size_t length;          ///< of all of it
    uint32_t start, end;    ///< bytes that are this sentence
    bool is_settled;        ///< what the words mean is known
    bool is_of_made;        ///< goes on about a filter that somebody has just made or taken
    TareHead head;          ///< what it stands under
    uint64_t sources;       ///< bit n is set when reference mark [n] stands in it
    size_t n_tokens;
    TareToken tokens[TARE_MAX_TOKENS];
} TareSentence;

/** Whether a word of a text fits a pattern of tare_word_is(). */
bool tare_token_fits(const TareToken* word, const char* text, const char* pattern);

/** Whether a token is a word that fits a pattern of tare_word_is(). Most differ at once. */
static inline bool tare_token_is(const TareSentence* sentence, size_t index, const char* pattern)
{
    if (index >= sentence->n_tokens)
        return false;
    const TareToken* const token = &sentence->tokens[index];
    return token->initial && (token->initial == pattern[0] || pattern[0] == '*') &&
           tare_token_fits(token, sentence->text, pattern);
}

/** Whether a token is a word that fits one of the patterns. False beyond the end. */
bool tare_token_is_one_of(const TareSentence* sentence, size_t index, const char* const* patterns,
                          size_t n_patterns);

/** As tare_token_is_one_of(), of an array of patterns. */
#define TARE_TOKEN_IS_ONE_OF(sentence, index, patterns)                                            \
    tare_token_is_one_of(sentence, index, patterns, sizeof(patterns) / sizeof *(patterns))

/** Whether a token is a word that plays any of these roles. False beyond the end. */
bool tare_token_has_role(const TareSentence* sentence, size_t index, TareRoles roles);

/** Whether a token is a word with any of these meanings. False beyond the end. */
bool tare_token_means(const TareSentence* sentence, size_t index, TareWordMeaning meanings);

/** Whether a token is this mark. False beyond the end. */
bool tare_token_is_mark(const TareSentence* sentence, size_t index, char mark);

/** A word between two places of a text, of which nothing but its initial is known yet. */
TareToken tare_token_of_word(const char* text, size_t start, size_t end);

/** Puts one token in the place of those from `first` to `last`: a figure, or words that have the
    token's meaning together and no role. */
void tare_token_replace(TareSentence* sentence, size_t first, size_t last, TareToken token);

/** The first token from `index` on that is neither "the" nor "about"; n_tokens if there is none. */
size_t tare_token_skip_about(const TareSentence* sentence, size_t index);

#endif
