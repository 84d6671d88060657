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
