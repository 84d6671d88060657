#include "review/lifted_vetoes.h"

#include <string.h>

/* How far from a word the one may stand that makes it the default. */
enum { MAX_DEFAULT = 5 };

/** Whether a word says that it is how the headphone comes; `token` is what is spoken of. */
static bool says_default(const TareSentence* sentence, size_t token, size_t index)
{
    if (tare_token_is(sentence, index, "off"))
        return index <= token + 2 && tare_token_is(sentence, token, "switches");
    if (tare_token_is(sentence, index, "default"))
        return !tare_token_is(sentence, index - 2, "off"); /* "off by default" */
    return tare_token_has_role(sentence, index, TARE_ROLE_SUPPLIED);
}

/** "with the port closed, as delivered", "with all switches off": it is how the headphone comes. */
static bool is_as_delivered(const TareSentence* sentence, const TareVeto* veto, size_t token)
{
    const bool is_state =
        veto->reason == TARE_REASON_CHOICE || veto->reason == TARE_REASON_CONDITION;
    if (!is_state || tare_token_is(sentence, token, "swap*"))
        return false;
    for (size_t i = token > MAX_DEFAULT ? token - MAX_DEFAULT : 1; i <= token + MAX_DEFAULT; ++i) {
        if ((i > token && tare_token_means(sentence, i, TARE_WORD_BREAK)) ||
            tare_token_is(sentence, i - 1, "than") ||
            tare_token_means(sentence, i - 1, TARE_WORD_COMPARES))
            return false;
        if (says_default(sentence, token, i))
            return true;
    }
    return false;
}

/** "In the app I moved the 100 Hz band to -3" */
static bool is_moved_in_app(const TareClause* clause, const TareVeto* veto)
{
    static const char* const verbs[] = {"boosted", "cut", "dragged", "dropped", "lifted", "lowered",
                                        "moved",   "put", "pulled",  "pushed",  "raised", "set"};
    const TareSentence* const sentence = clause->sentence;
    if (strcmp(veto->words, "app") != 0 && strcmp(veto->words, "slider") != 0)
        return false;
    for (size_t i = clause->thought_first; i < clause->pair.gain; ++i)
        if (tare_token_has_role(sentence, i, TARE_ROLE_WRITER) &&
            TARE_TOKEN_IS_ONE_OF(sentence, i + 1, verbs))
            return true;
    return false;
}

bool tare_veto_is_lifted(const TareClause* clause, const TareVeto* veto, size_t token)
{
    return is_as_delivered(clause->sentence, veto, token) || is_moved_in_app(clause, veto);
}
