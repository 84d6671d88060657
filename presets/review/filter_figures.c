#include "review/filter_figures.h"

#include "review/clauses.h"

static TareSign sign_of(const TareClause* clause)
{
    const TareSign sign = clause->sentence->tokens[clause->pair.gain].sign;
    return sign == TARE_SIGN_PLUS || sign == TARE_SIGN_MINUS ? sign : TARE_SIGN_NONE;
}

/** Where the bracket opens in which nothing but the figures of the pair stands; n_tokens when there
    is none. */
static size_t find_bracket(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t i = tare_clause_pair_first(clause);
    if (i == 0 || !tare_token_is_mark(sentence, i - 1, '('))
        return sentence->n_tokens;
    const size_t open = i - 1;
    for (; i < sentence->n_tokens && !tare_token_is_mark(sentence, i, ')'); ++i)
        if (sentence->tokens[i].kind == TARE_TOKEN_WORD &&
            !tare_token_means(sentence, i, TARE_WORD_AT | TARE_WORD_WITH))
            return sentence->n_tokens;
    return i > tare_clause_pair_last(clause) ? open : sentence->n_tokens;
}

/** "solved in most profiles by": where what is done begins; n_tokens when nothing is. */
static size_t find_cure(const TareClause* clause)
{
    static const char* const verbs[] = {
        "compensated", "corrected", "countered", "cured",  "fixed", "healed", "mended",
        "remedied",    "repaired",  "rectified", "solved", "tamed", "treated"};
    const TareSentence* const sentence = clause->sentence;
    bool is_cured = false;
    for (size_t i = clause->thought_first; i < tare_clause_pair_first(clause); ++i) {
        is_cured = is_cured || TARE_TOKEN_IS_ONE_OF(sentence, i, verbs);
        if (is_cured && (tare_token_is(sentence, i, "by") || tare_token_is_mark(sentence, i, ':') ||
                         tare_token_means(sentence, i, TARE_WORD_WITH)))
            return i;
    }
    return sentence->n_tokens;
}

/** Whether a word between two tokens tells of a response. */
static bool tells_of_response(const TareClause* clause, size_t first, size_t end)
{
    for (size_t i = first; i < end; ++i)
        if (tare_token_means(clause->sentence, i,
                             TARE_WORD_SHOWS | TARE_WORD_REACHES | TARE_WORD_TARGET))
            return true;
    return false;
}

bool tare_figures_are_of_fault(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const TareSign sign = sign_of(clause);
    const TareWordMeaning same = sign == TARE_SIGN_PLUS ? TARE_WORD_UP : TARE_WORD_DOWN;
    bool has_fault = false;
    for (size_t i = clause->first; sign && i < tare_clause_pair_first(clause); ++i) {
        const bool is_noun = tare_token_means(sentence, i, TARE_WORD_SHAPE) &&
                             !tare_token_means(sentence, i, TARE_WORD_CHANGES);
        has_fault = has_fault || (is_noun && tare_token_means(sentence, i, same));
    }
    return has_fault && find_cure(clause) == sentence->n_tokens;
}

bool tare_figures_are_of_filter(const TareClause* clause)
{
    const size_t first = tare_clause_pair_first(clause);
    if (!sign_of(clause) || tare_figures_are_of_fault(clause))
        return false;
    if (clause->pair.q && find_bracket(clause) < first)
        return true;
    const size_t cure = find_cure(clause);
    return cure < first && !tells_of_response(clause, cure, first);
}

/** "The peak is taken out (6 kHz, -5 dB)": a bracket with the sign against the fault before it. */
static bool is_bracket_against_fault(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const TareWordMeaning against =
        sign_of(clause) == TARE_SIGN_MINUS ? TARE_WORD_UP : TARE_WORD_DOWN;
    const size_t open = sign_of(clause) ? find_bracket(clause) : sentence->n_tokens;
    for (size_t i = open; open < sentence->n_tokens && i-- > clause->thought_first;)
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE)) /* the nearest */
            return tare_token_means(sentence, i, against);
    return false;
}

/** "F3: Dip 3.1 kHz -2 dB Q 3": a line of figures, with a Q, that says nothing. */
static bool is_line_with_q(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const TareWordMeaning of_prose = TARE_WORD_ARTICLE | TARE_WORD_SHOWS | TARE_WORD_REACHES |
                                     TARE_WORD_TARGET | TARE_WORD_COMPARES | TARE_WORD_OF;
    if (!clause->pair.q || !sign_of(clause))
        return false;
    for (size_t i = 0; i < sentence->n_tokens; ++i)
        if (tare_token_means(sentence, i, of_prose) ||
            tare_token_has_role(sentence, i, TARE_ROLE_IS | TARE_ROLE_LIES))
            return false;
    return true;
}

/** "She fixed hers with a dip of 4 dB at 6 kHz", "He corrected two places: 2 dB shaved off" */
static bool is_cure(const TareClause* clause)
{
    const size_t cure = find_cure(clause);
    return cure < tare_clause_pair_first(clause) &&
           (!sign_of(clause) || tare_token_is_mark(clause->sentence, cure, ':'));
}

bool tare_figures_may_be_of_filter(const TareClause* clause)
{
    return is_cure(clause) || (clause->sentence->head != TARE_HEAD_FAULTS &&
                               (is_bracket_against_fault(clause) || is_line_with_q(clause)));
}
