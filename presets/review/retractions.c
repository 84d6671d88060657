#include "review/retractions.h"

#include "review/token.h"

/* No longer is a sentence that does nothing but deny. */
enum { MAX_DENIAL_TOKENS = 5 };

/** "It hasn't", "They don't", "It is not" */
static bool is_denied_by_verb(const TareSentence* sentence)
{
    static const char* const subjects[] = {"it", "that", "there", "these", "they", "this"};
    static const char* const verbs[] = {"aren't",  "didn't", "doesn't", "don't", "hasn't",
                                        "haven't", "isn't",  "wasn't",  "not"};
    if (sentence->n_tokens > MAX_DENIAL_TOKENS || !TARE_TOKEN_IS_ONE_OF(sentence, 0, subjects))
        return false;
    const size_t last = sentence->n_tokens - 1;
    return TARE_TOKEN_IS_ONE_OF(sentence, last, verbs) || tare_token_is(sentence, last, "true") ||
                   tare_token_is(sentence, last, "so")
               ? TARE_TOKEN_IS_ONE_OF(sentence, 1, verbs) ||
                     TARE_TOKEN_IS_ONE_OF(sentence, 2, verbs)
               : false;
}

/** "The measurements do not bear this out", "Nobody could confirm that" */
static bool is_not_borne_out(const TareSentence* sentence)
{
    static const char* const nots[] = {"couldn't", "didn't", "don't", "doesn't",
                                       "nobody",   "none",   "not"};
    static const char* const verbs[] = {"bear", "confirm", "reproduce", "support", "verify"};
    static const char* const objects[] = {"it", "that", "this"};
    bool is_denied = false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        is_denied = is_denied || TARE_TOKEN_IS_ONE_OF(sentence, i, nots);
        if (is_denied && TARE_TOKEN_IS_ONE_OF(sentence, i, verbs))
            return TARE_TOKEN_IS_ONE_OF(sentence, i + 1, objects);
    }
    return false;
}

/** "There is none." */
static bool has_none(const TareSentence* sentence)
{
    return sentence->n_tokens && sentence->n_tokens <= MAX_DENIAL_TOKENS &&
           tare_token_is(sentence, sentence->n_tokens - 1, "none");
}

/** "As this corresponds to the resonance of the ear canal, it is not considered a fault" */
static bool is_excused(const TareSentence* sentence)
{
    static const char* const nouns[] = {"defect", "error", "fault", "flaw", "problem"};
    static const char* const openers[] = {"as", "it", "since", "that", "this"};
    static const char* const nots[] = {"hardly", "isn't", "no", "not"};
    bool is_not = false;
    if (!TARE_TOKEN_IS_ONE_OF(sentence, 0, openers))
        return false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        is_not = is_not || TARE_TOKEN_IS_ONE_OF(sentence, i, nots);
        if (is_not && TARE_TOKEN_IS_ONE_OF(sentence, i, nouns))
            return tare_token_is(sentence, i - 1, "a") || tare_token_is(sentence, i - 1, "no");
    }
    return false;
}

/** "It is gone from the new one" */
static bool is_gone(const TareSentence* sentence)
{
    const size_t verb = 1;
    return (tare_token_is(sentence, 0, "it") || tare_token_is(sentence, 0, "that")) &&
           (tare_token_is(sentence, verb, "is") || tare_token_is(sentence, verb, "gone")) &&
           (tare_token_is(sentence, verb, "gone") || tare_token_is(sentence, verb + 1, "gone"));
}

bool tare_sentence_denies(const TareSentence* sentence)
{
    static const char* const words[] = {"bogus", "false",   "nah",    "nonsense",
                                        "nope",  "rubbish", "untrue", "wrong"};
    if (TARE_TOKEN_IS_ONE_OF(sentence, 0, words))
        return true;
    const bool is_not = tare_token_is(sentence, 0, "not") || tare_token_is(sentence, 0, "simply");
    const size_t next = 1 + tare_token_is(sentence, 1, "not");
    return (is_not &&
            (tare_token_is(sentence, next, "true") || tare_token_is(sentence, next, "so"))) ||
           is_denied_by_verb(sentence) || is_not_borne_out(sentence) || is_gone(sentence) ||
           is_excused(sentence) || has_none(sentence);
}

bool tare_sentence_undoes(const TareSentence* sentence)
{
    static const char* const words[] = {"deleted", "mistake", "regretted", "reverted", "scrapped",
                                        "undid",   "undone",  "discarded", "binned"};
    static const char* const pairs[][2] = {
        {"bad", "idea"}, {"didn't", "work"}, {"made", "worse"},    {"never", "again"},
        {"no", "good"},  {"removed", "it"},  {"removed", "again"}, {"terrible", "idea"},
        {"too", "much"}, {"went", "back"}};
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, words))
            return true;
        for (size_t k = 0; k < sizeof pairs / sizeof *pairs; ++k)
            if (tare_token_is(sentence, i, pairs[k][0]) &&
                (tare_token_is(sentence, i + 1, pairs[k][1]) ||
                 tare_token_is(sentence, i + 2, pairs[k][1])))
                return true;
    }
    return false;
}

bool tare_sentence_drops_filter(const TareSentence* sentence)
{
    static const char* const verbs[] = {"dropped", "left", "threw", "took"};
    for (size_t i = 1; i + 1 < sentence->n_tokens; ++i) {
        if (!TARE_TOKEN_IS_ONE_OF(sentence, i, verbs) || !tare_token_is(sentence, i - 1, "i"))
            continue;
        for (size_t k = i + 1; k <= i + 4; ++k)
            if (tare_token_is(sentence, k, "out") || tare_token_is(sentence, k, "away"))
                return true;
    }
    return false;
}
