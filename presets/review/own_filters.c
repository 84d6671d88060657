#include "review/own_filters.h"

#include "review/bearers.h"
#include "review/clauses.h"
#include "review/deeds.h"
#include "review/makings.h"
#include "review/moods.h"
#include "review/signed_gains.h"
#include "review/token.h"
#include "review/told_settings.h"

bool tare_filter_is_of_equaliser(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t last = tare_clause_pair_last(clause);
    if (!tare_token_means(sentence, word, TARE_WORD_CHANGES))
        return false;
    for (size_t i = last + 1; i <= last + 2; ++i) {
        const size_t name = tare_token_skip_about(sentence, i + 1);
        if (tare_token_has_role(sentence, i, TARE_ROLE_USES) &&
            tare_token_means(sentence, name, TARE_WORD_EQUALISER))
            return !tare_token_has_role(sentence, name + 1, TARE_ROLE_IS_SHOWN);
    }
    return false;
}

/** "lowered by 5 dB in my EQ" */
static bool is_in_own(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t last = tare_clause_pair_last(clause);
    for (size_t i = last + 1; i <= last + 3; ++i)
        if (tare_token_is(sentence, i, "my"))
            return true;
    return false;
}

/** "I use this: a notch at 5.6 kHz, 6 dB deep, Q 4" */
static bool is_filter_of_person(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    bool has_noun = false;
    for (size_t i = clause->first; i < clause->pair.gain; ++i)
        has_noun = has_noun || (tare_token_means(sentence, i, TARE_WORD_CHANGES) &&
                                tare_token_means(sentence, i, TARE_WORD_SHAPE | TARE_WORD_DOWN));
    const bool is_moved =
        tare_token_is(sentence, word, "up") || tare_token_is(sentence, word, "down");
    return clause->pair.q && (has_noun || is_moved) && tare_is_own_work(clause);
}

/** "I gave 3 kHz a 3 dB bump in the EQ", "In the EQ, 250 Hz goes down 3 dB" */
static bool is_in_equaliser(const TareClause* clause)
{
    return (tare_gain_is_on_equaliser(clause) && (tare_is_own_work(clause) || is_in_own(clause))) ||
           (tare_opens_on_equaliser(clause->sentence) && !tare_gain_is_of_fault(clause) &&
            !tare_bearer_is_headphone(clause)); /* "On my phone they peak by 4 dB" */
}

/** Whether another place stands right before a number, or another person set it: "500 Hz +2  1 kHz
    +3", "I had a caller who put -8 at 9k". */
static bool is_of_other(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain;
    if (gain > 0 && gain - 1 != clause->pair.freq &&
        sentence->tokens[gain - 1].kind == TARE_TOKEN_FREQ)
        return true;
    for (size_t i = clause->thought_first; i < gain; ++i)
        if (tare_token_is(sentence, i, "who*"))
            return true;
    return false;
}

/** "Fix took me an evening: 125 Hz goes to -4": a number without a unit that somebody set. */
static bool is_number_of_person(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    if (!sentence->tokens[clause->pair.gain].is_unitless)
        return false;
    if (is_of_other(clause))
        return false;
    bool has_person = tare_is_own_work(clause);
    for (size_t i = 0; i < clause->first; ++i)
        has_person = has_person || tare_token_is(sentence, i, "me");
    for (size_t i = clause->first; i <= clause->last; ++i) {
        const bool is_way = tare_token_is(sentence, i, "up") || tare_token_is(sentence, i, "down");
        if (!is_way &&
            tare_token_means(sentence, i,
                             TARE_WORD_UP | TARE_WORD_DOWN | TARE_WORD_SHOWS | TARE_WORD_TARGET))
            return false;
    }
    return has_person;
}

bool tare_filter_is_own(const TareClause* clause, size_t word)
{
    return is_in_equaliser(clause) || is_filter_of_person(clause, word) ||
           is_number_of_person(clause) || tare_shape_is_asked_for(clause, word) ||
           tare_setting_is_told(clause, word);
}
