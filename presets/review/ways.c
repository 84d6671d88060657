#include "review/ways.h"

#include "review/clauses.h"
#include "review/token.h"

/** Whether a word speaks of a response, whoever says it. */
static bool tells_of_response(const TareSentence* sentence, size_t index)
{
    const bool is_band = tare_token_has_role(sentence, index, TARE_ROLE_BAND) ||
                         tare_token_is(sentence, index, "mid*");
    return (!is_band &&
            tare_token_has_role(sentence, index, TARE_ROLE_PROVES | TARE_ROLE_RESPONSE)) ||
           tare_token_means(sentence, index,
                            TARE_WORD_SHOWS | TARE_WORD_REACHES | TARE_WORD_TARGET |
                                TARE_WORD_COMPARES | TARE_WORD_MOVES);
}

/** Whether a word tells that something is so. */
static bool states(const TareSentence* sentence, size_t index)
{
    static const char* const words[] = {"are", "came", "comes", "goes",  "has", "have",
                                        "it",  "runs", "that",  "there", "was", "were"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_token_is(sentence, index, words[i]))
            return true;
    return tare_token_has_role(sentence, index, TARE_ROLE_IS | TARE_ROLE_LIES);
}

static bool is_person(const TareSentence* sentence, size_t index)
{
    return tare_token_has_role(sentence, index, TARE_ROLE_WRITER) ||
           tare_token_is(sentence, index, "my");
}

static bool is_mere_way(const TareSentence* sentence, size_t index)
{
    return tare_token_is(sentence, index, "up") || tare_token_is(sentence, index, "down");
}

/** Whether a word shows that a way is one of the response; a verb of another clause does not. */
static bool speaks_for_response(const TareClause* clause, size_t index)
{
    const bool is_elsewhere = index < clause->thought_first || index > clause->last;
    return !is_mere_way(clause->sentence, index) && tells_of_response(clause->sentence, index) &&
           !(is_elsewhere && tare_token_means(clause->sentence, index, TARE_WORD_REACHES));
}

/** "I find that 5 kHz is down 4 dB", "he mentions the top being 3 dB up at 10 kHz" */
static bool is_stated_within(const TareClause* clause)
{
    for (size_t i = tare_clause_pair_first(clause); i < tare_clause_pair_last(clause); ++i)
        if (states(clause->sentence, i))
            return true;
    return clause->pair.gain > 0 && tare_token_is(clause->sentence, clause->pair.gain - 1, "being");
}

bool tare_way_is_unproven(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    bool is_stated = false, has_person = false;
    if (sentence->head == TARE_HEAD_FAULTS ||
        sentence->tokens[clause->pair.gain].sign != TARE_SIGN_NONE || !is_mere_way(sentence, word))
        return false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (speaks_for_response(clause, i))
            return false;
        if (i < tare_clause_pair_first(clause) && tare_token_is_mark(sentence, i, ':'))
            is_stated = false; /* "If you own it: bass up 3 dB at 100 Hz" */
        is_stated = is_stated || (i <= clause->last && states(sentence, i));
        has_person = has_person || is_person(sentence, i);
    }
    if (is_stated_within(clause))
        return false;
    return has_person || !is_stated;
}

bool tare_number_is_unproven(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    if (!sentence->tokens[clause->pair.gain].is_unitless || sentence->head == TARE_HEAD_FAULTS)
        return false;
    if (clause->pair.q)
        return true;
    for (size_t i = clause->thought_first; i <= clause->last; ++i) {
        const bool is_level = tare_token_is(sentence, i, "sounds") || /* "sounds like it's +6" */
                              (tare_token_means(sentence, i, TARE_WORD_UP | TARE_WORD_DOWN) &&
                               !tare_token_means(sentence, i, TARE_WORD_CHANGES));
        if (!is_mere_way(sentence, i) && (is_level || tells_of_response(sentence, i)))
            return false;
    }
    return true;
}
