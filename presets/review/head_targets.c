#include "review/head_targets.h"

#include "review/token.h"

bool tare_head_names_target(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i)
        if (tare_token_means(sentence, i, TARE_WORD_TARGET))
            return true;
    return false;
}

/** Whether a target is named at one of some tokens; `curve` alone may be any. */
static bool has_target(const TareSentence* sentence, size_t first, size_t end)
{
    for (size_t i = first; i < end && i < sentence->n_tokens; ++i)
        if (tare_token_means(sentence, i, TARE_WORD_TARGET) && !tare_token_is(sentence, i, "curve"))
            return true;
    return false;
}

/* So far from "minus" stands what is told of. */
enum { MAX_OPERAND = 3 };

TareHead tare_head_of_difference(const TareSentence* sentence)
{
    size_t minus = 0;
    while (minus < sentence->n_tokens && !tare_token_is(sentence, minus, "minus"))
        ++minus;
    if (minus == sentence->n_tokens || minus == 0)
        return TARE_HEAD_NONE;
    const size_t first = minus > MAX_OPERAND ? minus - MAX_OPERAND : 0;
    return has_target(sentence, first, minus) ? TARE_HEAD_SETTINGS : TARE_HEAD_FAULTS;
}

/** "Harman vs. IEF Neutral": two targets, and no headphone. */
static bool compares_targets(const TareSentence* sentence)
{
    static const char* const against[] = {"against", "compared", "versus", "vs"};
    for (size_t i = 1; i <= MAX_OPERAND + 1; ++i)
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, against) && has_target(sentence, 0, i) &&
            has_target(sentence, i + 1, sentence->n_tokens))
            return true;
    return false;
}

/** "difference to stock": of another state than that. */
static bool is_against_stock(const TareSentence* sentence)
{
    static const char* const before[] = {"against", "from", "over",   "relative",
                                         "than",    "to",   "versus", "vs"};
    static const char* const states[] = {"default", "stock"};
    for (size_t i = 1; i < sentence->n_tokens; ++i)
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, states) &&
            TARE_TOKEN_IS_ONE_OF(sentence, i - 1, before))
            return true;
    return false;
}

/** "what my target looks like", "target cheat sheet" */
static bool is_of_target(const TareSentence* sentence)
{
    static const char* const forms[] = {"cheat", "itself", "looks", "shape*"};
    for (size_t i = 0; i < sentence->n_tokens; ++i)
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, forms))
            return tare_head_names_target(sentence);
    return false;
}

bool tare_head_is_beside_product(const TareSentence* sentence)
{
    return compares_targets(sentence) || is_against_stock(sentence) || is_of_target(sentence);
}
