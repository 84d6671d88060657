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

/* How far behind "than" the target may stand. */
enum { MAX_REFERENCE_DISTANCE = 6 };

/* How far behind its pair a "would" may stand: "3 dB less and it would be perfect". */
enum { MAX_WISH_DISTANCE = 5 };

static bool is_wish_behind(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t last = tare_clause_pair_last(clause);
    for (size_t i = last + 1; i <= last + MAX_WISH_DISTANCE && i < sentence->n_tokens; ++i) {
        if (sentence->tokens[i].kind == TARE_TOKEN_MARK)
            return false;
        if (tare_token_has_role(sentence, i, TARE_ROLE_WISHES))
            return true;
    }
    return false;
}

/** "it could lose 4 dB at 100 Hz", "7 kHz has to lose 5 dB" */
static bool is_to_lose(const TareSentence* sentence, size_t word)
{
    static const char* const demands[] = {"has", "have", "needs", "ought"};
    if (word < 2 || word >= sentence->n_tokens || !tare_token_is(sentence, word, "lose"))
        return false;
    return tare_token_has_role(sentence, word - 1, TARE_ROLE_WISHES | TARE_ROLE_DEMANDS_BE) ||
           (tare_token_is(sentence, word - 1, "to") &&
            TARE_TOKEN_IS_ONE_OF(sentence, word - 2, demands));
}

/** "less bass than you want, 5 dB less at 40 Hz": how it is, compared with a wish. */
static bool is_compared_with_wish(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = clause->thought_first; i < clause->pair.gain; ++i)
        if (tare_token_is(sentence, i, "than"))
            return true;
    return false;
}

bool tare_is_wished(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (is_to_lose(sentence, word))
        return true;
    if (!compares_with_now(sentence, word) ||
        tare_clause_any_means(clause, clause->first, clause->last,
                              TARE_WORD_COMPARES | TARE_WORD_TARGET))
        return false;
    const bool is_way =
        tare_token_is(sentence, word, "up") || tare_token_is(sentence, word, "down");
    const TareRoles wishes = is_way ? TARE_ROLE_DEMANDS_BE /* "must go down" */
                                    : TARE_ROLE_WISHES | TARE_ROLE_DEMANDS_BE;
    if (has_role(sentence, clause->thought_first, clause->pair.gain, wishes) &&
        !is_compared_with_wish(clause))
        return !has_role(sentence, clause->thought_first, clause->pair.gain,
                         TARE_ROLE_ASKS_WHETHER);
    return !is_way && !states_presence(clause) && is_wish_behind(clause);
}

bool tare_is_hypothetical(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const bool is_change =
        tare_token_means(sentence, word, TARE_WORD_CHANGES) || compares_with_now(sentence, word);
    for (size_t i = clause->first; i <= clause->last && is_change; ++i) {
        const bool is_likeness = tare_token_is(sentence, i, "like") && /* "it feels like a" */
                                 tare_token_means(sentence, i + 1, TARE_WORD_ARTICLE);
        if (tare_token_has_role(sentence, i, TARE_ROLE_WISHES | TARE_ROLE_ASKS_WHETHER) &&
            !is_likeness)
            return true;
    }
    return false;
}

/** "It has 6 dB less at 5 kHz", and no other thing is named. */
static bool is_of_itself(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t first = clause->first;
    return (tare_token_is(sentence, first, "it") || tare_token_is(sentence, first, "there")) &&
           !tare_clause_any_means(clause, 0, clause->last, TARE_WORD_COMPARES);
}

/** "an extra 4.5 dB", "a peak with 5 dB extra" */
static bool is_excess(const TareSentence* sentence, size_t word)
{
    return (word > 0 && tare_token_means(sentence, word - 1, TARE_WORD_ARTICLE)) ||
           (word > 2 && tare_token_means(sentence, word - 3, TARE_WORD_SHAPE));
}

/** "2 dB more at 100 Hz and 1.5 dB less at 7 kHz than the other pads": what the last of them is
    compared with, so are the others. */
static bool is_against_other(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = tare_clause_pair_last(clause) + 1; i < sentence->n_tokens; ++i) {
        if (tare_token_is_mark(sentence, i, ';') || tare_token_means(sentence, i, TARE_WORD_BREAK))
            return false;
        if (!tare_token_is(sentence, i, "than"))
            continue;
        const bool is_named = tare_token_means(sentence, i + 1, TARE_WORD_ARTICLE) ||
                              tare_token_is(sentence, i + 1, "my") ||
                              tare_token_is(sentence, i + 1, "mine");
        for (size_t k = i + 1; k < sentence->n_tokens && k <= i + MAX_REFERENCE_DISTANCE; ++k)
            if (tare_token_means(sentence, k, TARE_WORD_TARGET))
                return false;
        return is_named;
    }
    return false;
}

/** "5 dB more than it deserves" */
static bool is_against_due(const TareClause* clause)
{
    static const char* const verbs[] = {"deserve*", "needs", "ought", "should"};
    const size_t than = clause->pair.gain + 2;
    return tare_token_is(clause->sentence, than, "than") &&
           TARE_TOKEN_IS_ONE_OF(clause->sentence, than + 2, verbs);
}

bool tare_lacks_reference(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (!tare_token_is(sentence, word, "more") && !tare_token_is(sentence, word, "less") &&
        !tare_token_is(sentence, word, "extra"))
        return false;
    if (is_against_due(clause))
        return false;
    if (is_against_other(clause))
        return true;
    const size_t gain = clause->pair.gain;
    if (tare_token_is(sentence, word, "extra") && /* "3 dB of extra warmth sits at" */
        (has_role(sentence, clause->first, clause->last + 1, TARE_ROLE_IS | TARE_ROLE_LIES) ||
         is_excess(sentence, word)))
        return false;
    if (is_of_itself(clause) || /* "those 6 dB extra", "the extra 2 dB" */
        has_role(sentence, gain > 2 ? gain - 2 : 0, gain, TARE_ROLE_KNOWN))
        return false;
    return !tare_clause_any_means(clause, 0, sentence->n_tokens - 1,
                                  TARE_WORD_TARGET | TARE_WORD_SHOWS) &&
           !has_role(sentence, clause->pair.gain, clause->last + 1,
                     TARE_ROLE_WISHES | TARE_ROLE_DEMANDS_BE);
}

bool tare_is_warned_of(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = tare_clause_pair_first(clause); i < sentence->n_tokens; ++i) {
        if (tare_token_is(sentence, i, "because") || tare_token_is(sentence, i, "since"))
            return false; /* it is what the remedy is for */
        const bool is_less = tare_token_is(sentence, i - (i > 0), "less") ||
                             tare_token_means(sentence, i - (i > 0), TARE_WORD_NOT);
        if (tare_token_has_role(sentence, i, TARE_ROLE_HARMS) && !is_less)
            return true;
    }
    return false;
}

bool tare_is_own_work(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = 0; i < clause->pair.gain; ++i) {
        if (tare_token_has_role(sentence, i, TARE_ROLE_WRITER) || tare_token_is(sentence, i, "my"))
            return !has_role(sentence, 0, clause->last + 1,
                             TARE_ROLE_PROVES | TARE_ROLE_RESPONSE) &&
                   !tare_clause_any_means(clause, 0, clause->last,
                                          TARE_WORD_SHOWS | TARE_WORD_TARGET);
    }
    return false;
}

bool tare_opens_on_equaliser(const TareSentence* sentence)
{
    for (size_t i = 1; i < 5; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_EQUALISER) ||
            tare_token_is(sentence, i, "setting*")) /* "in my settings" */
            return (tare_token_means(sentence, 0, TARE_WORD_AT | TARE_WORD_WITH) ||
                    tare_token_has_role(sentence, 0, TARE_ROLE_USES)) &&
                   !tare_token_has_role(sentence, i + 1, TARE_ROLE_OFF | TARE_ROLE_IS_SHOWN);
    }
    return false;
}

bool tare_is_imagined_effect(const TareClause* clause)
{
    const TareSign sign = clause->sentence->tokens[clause->pair.gain].sign;
    return (sign == TARE_SIGN_PLUS || sign == TARE_SIGN_MINUS) &&
           tare_token_has_role(clause->sentence, tare_clause_pair_last(clause) + 1,
                               TARE_ROLE_WISHES);
}
