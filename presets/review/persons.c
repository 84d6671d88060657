#include "review/persons.h"

#include "review/clauses.h"
#include "review/token.h"

/* How far before "up" or "down" the verb may stand: "pulls everything around 170 Hz down". */
enum { MAX_VERB_DISTANCE = 6 };

static bool is_way(const TareSentence* sentence, size_t index)
{
    return tare_token_is(sentence, index, "up") || tare_token_is(sentence, index, "down");
}

/** Whether a verb that takes a hand stands before "up" or "down": "drew down the curve by", "pushes
    5 kHz up". */
static bool is_moved_by_hand(const TareClause* clause, size_t word)
{
    static const char* const verbs[] = {"bring*", "brought", "crank*", "dial*", "drag*", "draw*",
                                        "drew",   "haul*",   "nudge*", "pull*", "push*", "shove*",
                                        "slid*",  "took",    "turn*",  "tug*"};
    const bool is_verb = TARE_TOKEN_IS_ONE_OF(clause->sentence, word, verbs);
    for (size_t i = word; i < clause->pair.gain && is_verb; ++i)
        if (is_way(clause->sentence, i))
            return true;
    for (size_t i = word; i-- > clause->first && word - i <= MAX_VERB_DISTANCE;)
        if (TARE_TOKEN_IS_ONE_OF(clause->sentence, i, verbs))
            return is_way(clause->sentence, word);
    return false;
}

/** Behind a verb, the figure that it is about: "lowers the region near 5 kHz". */
static size_t object_of(const TareSentence* sentence, size_t verb)
{
    size_t i = verb + 1;
    while (
        tare_token_means(sentence, i, TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_AT) ||
        tare_token_has_role(sentence, i, TARE_ROLE_IS_CHANGED | TARE_ROLE_BAND | TARE_ROLE_PLACE))
        ++i;
    return i;
}

/** Whether the one before a verb of change is somebody: "she raises", or a filter: "One raises". */
static bool is_done_by_person(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    return word > 0 && word < sentence->n_tokens && word < clause->pair.gain &&
           tare_token_means(sentence, word, TARE_WORD_UP | TARE_WORD_DOWN) &&
           (tare_token_has_role(sentence, word - 1, TARE_ROLE_PERSON) ||
            sentence->tokens[word - 1].kind == TARE_TOKEN_NUMBER) &&
           object_of(sentence, word) == clause->pair.freq;
}

/** "I now have a dip of 4 dB": what somebody has is a setting as often as a fault. */
static bool is_had_by_person(const TareClause* clause, size_t word)
{
    static const char* const faults[] = {"deficit", "excess", "lack", "shortfall", "surplus"};
    const TareSentence* const sentence = clause->sentence;
    size_t i = word;
    if (TARE_TOKEN_IS_ONE_OF(sentence, word, faults))
        return false; /* no filter is called so */
    while (i > 0 && (tare_token_means(sentence, i - 1, TARE_WORD_ARTICLE) ||
                     tare_token_has_role(sentence, i - 1, TARE_ROLE_FILLS)))
        --i;
    if (word >= sentence->n_tokens || i == 0 || !tare_token_is(sentence, i - 1, "have") ||
        tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_TARGET))
        return false;
    static const char* const adverbs[] = {"also", "always", "just", "now", "still"};
    const size_t person = i - 1 - (i > 1 && TARE_TOKEN_IS_ONE_OF(sentence, i - 2, adverbs));
    return person > 0 && tare_token_has_role(sentence, person - 1, TARE_ROLE_WRITER);
}

/** "-2 dB at 220 Hz, fairly wide, gives room": a gain with but a sign, from which good comes. */
static bool brings_good(const TareClause* clause, size_t word)
{
    static const char* const verbs[] = {"brings", "cures",    "fixes",   "gives",
                                        "lets",   "restores", "returns", "settles"};
    const TareSentence* const sentence = clause->sentence;
    if (word >= tare_clause_pair_first(clause) && word <= clause->last)
        return false;
    for (size_t i = clause->first; i < tare_clause_pair_first(clause); ++i)
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE | TARE_WORD_SHOWS | TARE_WORD_REACHES))
            return false;
    for (size_t i = tare_clause_pair_last(clause) + 1; i < sentence->n_tokens; ++i) {
        if (tare_token_is_mark(sentence, i, ';') || tare_token_means(sentence, i, TARE_WORD_BREAK))
            return false;
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, verbs))
            return true;
    }
    return false;
}

bool tare_change_may_be_of_person(const TareClause* clause, size_t word)
{
    const TareSign sign = clause->sentence->tokens[clause->pair.gain].sign;
    const bool is_signed = sign == TARE_SIGN_PLUS || sign == TARE_SIGN_MINUS;
    return is_moved_by_hand(clause, word) || is_done_by_person(clause, word) ||
           is_had_by_person(clause, word) || (is_signed && brings_good(clause, word));
}

bool tare_is_advised_against(const TareClause* clause)
{
    static const char* const verbs[] = {"disregard", "forget", "ignore"};
    for (size_t i = clause->thought_first; i < tare_clause_pair_first(clause); ++i)
        if (TARE_TOKEN_IS_ONE_OF(clause->sentence, i, verbs) &&
            (i == 0 || clause->sentence->tokens[i - 1].kind == TARE_TOKEN_MARK))
            return true;
    return false;
}
