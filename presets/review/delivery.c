#include "review/delivery.h"

#include "review/token.h"

/* How far from a word the one may stand that makes it the default. */
enum { MAX_DEFAULT = 5 };

/** Whether a word near one that vetoes says that this is the default. */
static bool is_of_delivery(const TareSentence* sentence, size_t token, size_t i)
{
    return tare_token_has_role(sentence, i, TARE_ROLE_SUPPLIED) ||
           (tare_token_is(sentence, i, "default") && !tare_token_is(sentence, i - 2, "off")) ||
           tare_token_is(sentence, i, "delivered") ||
           (i <= token + 2 && tare_token_is(sentence, i, "off") &&
            tare_token_is(sentence, token, "switches"));
}

bool tare_is_as_delivered(const TareSentence* sentence, TareReason reason, size_t token)
{
    const size_t first = token > MAX_DEFAULT ? token - MAX_DEFAULT : 0;
    if ((reason != TARE_REASON_CHOICE && reason != TARE_REASON_CONDITION) ||
        tare_token_is(sentence, token, "swap*"))
        return false;
    for (size_t i = first; i <= token + MAX_DEFAULT; ++i) {
        const bool is_compared = i > 0 && (tare_token_is(sentence, i - 1, "than") ||
                                           tare_token_means(sentence, i - 1, TARE_WORD_COMPARES));
        if ((i > token && tare_token_means(sentence, i, TARE_WORD_BREAK)) || is_compared)
            return false;
        if (is_of_delivery(sentence, token, i))
            return true;
    }
    return false;
}
