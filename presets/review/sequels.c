#include "review/sequels.h"

#include "review/token.h"

bool tare_sequel_of_fault(const TareSentence* sentence)
{
    for (size_t i = 0; i < 3; ++i) {
        if (tare_token_has_role(sentence, i, TARE_ROLE_REPEATS))
            return true;
    }
    return false;
}

double tare_sequel_of_nouns(const TareSentence* sentence, const TareSentence* before)
{
    static const char* const openers[] = {"first", "one"};
    TareWordMeaning ways = 0;
    if (!before || !TARE_TOKEN_IS_ONE_OF(sentence, 0, openers))
        return 0.0;
    for (size_t i = 0; i < before->n_tokens; ++i) {
        if (before->tokens[i].kind == TARE_TOKEN_GAIN)
            return 0.0;
        if (tare_token_means(before, i, TARE_WORD_PLURAL))
            ways |= before->tokens[i].meaning & (TARE_WORD_UP | TARE_WORD_DOWN);
    }
    return ways == TARE_WORD_UP ? -1.0 : ways == TARE_WORD_DOWN ? 1.0 : 0.0;
}

bool tare_sequel_of_remedy(const TareSentence* sentence)
{
    static const char* const words[] = {"also", "and",       "finally",  "further",
                                        "last", "lastly",    "likewise", "next",
                                        "plus", "similarly", "then"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_token_is(sentence, 0, words[i]))
            return true;
    return false;
}
