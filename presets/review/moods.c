#include "review/moods.h"

#include "review/clauses.h"

static bool has_role(const TareSentence* sentence, size_t first, size_t end, TareRoles roles)
{
    for (size_t i = first; i < end; ++i) {
        if (tare_token_has_role(sentence, i, roles))
            return true;
    }
    return false;
}

/** Whether the words before the gain state that something is there. */
static bool states_presence(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = clause->first; i < clause->pair.gain; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_SHOWS | TARE_WORD_REACHES) ||
            tare_token_has_role(sentence, i, TARE_ROLE_PROVES | TARE_ROLE_IS) ||
            tare_token_is(sentence, i, "has") || tare_token_is(sentence, i, "there"))
            return true;
    }
    return false;
}

/** Whether the word of direction compares with what is there now: "more", "lower". */
static bool compares_with_now(const TareSentence* sentence, size_t word)
{
    static const char* const comparatives[] = {"more",     "less",    "higher", "lower",
                                               "louder",   "quieter", "extra",  "additional",
                                               "stronger", "softer",  "up",     "down"};
    for (size_t i = 0; i < sizeof comparatives / sizeof *comparatives; ++i) {
        if (tare_token_is(sentence, word, comparatives[i]))
            return true;
    }
    return false;
}

bool tare_is_wished(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (!compares_with_now(sentence, word) ||
        tare_clause_any_means(clause, clause->first, clause->last,
                              TARE_WORD_COMPARES | TARE_WORD_TARGET))
        return false;
    const TareRoles wishes = TARE_ROLE_WISHES | TARE_ROLE_DEMANDS_BE;
    if (has_role(sentence, clause->thought_first, clause->pair.gain, wishes))
        return !has_role(sentence, clause->thought_first, clause->pair.gain,
                         TARE_ROLE_ASKS_WHETHER);
    return !states_presence(clause) &&
           has_role(sentence, tare_clause_pair_last(clause), sentence->n_tokens, TARE_ROLE_WISHES);
}

bool tare_is_hypothetical(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const bool is_change =
        tare_token_means(sentence, word, TARE_WORD_CHANGES) || compares_with_now(sentence, word);
    return is_change && has_role(sentence, clause->first, clause->last + 1,
                                 TARE_ROLE_WISHES | TARE_ROLE_ASKS_WHETHER);
}

bool tare_is_warned_of(const TareClause* clause)
{
    return has_role(clause->sentence, 0, clause->sentence->n_tokens, TARE_ROLE_HARMS);
}
