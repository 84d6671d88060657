#include "review/deeds.h"

#include "review/clauses.h"
#include "review/token.h"

/* How far before a verb the one may stand who is told to do it. */
enum { MAX_ADVISER_DISTANCE = 8 };

bool tare_gain_is_known(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t i = clause->pair.gain;
    while (i > 0 && tare_token_means(sentence, i - 1, TARE_WORD_ABOUT))
        --i;
    return i > 0 && tare_token_has_role(sentence, i - 1, TARE_ROLE_KNOWN) &&
           sentence->tokens[clause->pair.gain].sign == TARE_SIGN_NONE &&
           tare_token_means(sentence, clause->pair.gain + 1, TARE_WORD_CHANGES);
}

bool tare_gain_is_of_fault(const TareClause* clause)
{
    if (tare_gain_is_known(clause))
        return true;
    for (size_t i = clause->pair.gain + 1; i <= clause->last && i <= clause->pair.gain + 3; ++i) {
        if (clause->sentence->tokens[i].kind != TARE_TOKEN_WORD ||
            tare_token_means(clause->sentence, i, TARE_WORD_AT | TARE_WORD_CHANGES))
            return false;
        if (tare_token_means(clause->sentence, i, TARE_WORD_SHAPE))
            return true;
    }
    return false;
}

bool tare_speaks_of_equaliser(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_EQUALISER))
            return true;
    }
    return false;
}

bool tare_deed_is_followed_by(const TareClause* clause, TareRoles roles)
{
    for (size_t i = tare_clause_pair_last(clause) + 1; i <= clause->last; ++i) {
        const bool is_line = tare_token_is(clause->sentence, i, "line") && /* "brings it in line" */
                             !tare_token_is(clause->sentence, i - 1, "in*");
        const bool is_compared = tare_token_means(clause->sentence, i, TARE_WORD_TARGET);
        if (tare_token_has_role(clause->sentence, i, roles) && !is_line && !is_compared)
            return !tare_gain_is_of_fault(clause);
    }
    return false;
}

/** Behind a verb, the figure that it is about: "lift everything below 80 Hz". The next token when
    there is none. */
static size_t first_figure_behind(const TareSentence* sentence, size_t index)
{
    const TareWordMeaning passed =
        TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_AT | TARE_WORD_ABOVE | TARE_WORD_BELOW;
    size_t i = index;
    while (tare_token_means(sentence, i, passed) ||
           tare_token_has_role(sentence, i, TARE_ROLE_IS_CHANGED | TARE_ROLE_BAND))
        ++i;
    return i;
}

bool tare_deed_is_command(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (word >= clause->pair.gain || tare_token_means(sentence, word, TARE_WORD_COMMANDS))
        return word < clause->pair.gain;
    if (!tare_token_means(sentence, word, TARE_WORD_CHANGES))
        return false;
    const size_t next = first_figure_behind(sentence, word + 1);
    const bool begins =
        word == clause->first || tare_token_is(sentence, word - 1, "to") ||
        tare_token_has_role(sentence, word - 1, TARE_ROLE_ADVISES | TARE_ROLE_ORDERS);
    const bool is_wish = word >= 2 && tare_token_is(sentence, word - 1, "would") &&
                         tare_token_has_role(sentence, word - 2, TARE_ROLE_WRITER);
    const TareToken* const token = &sentence->tokens[word];
    const bool is_participle =
        sentence->text[token->end - 1] == 'd' && /* "raised 5 dB" */
        (word == 0 || !tare_token_has_role(sentence, word - 1, TARE_ROLE_WRITER));
    return (begins || is_wish) && !is_participle &&
           (next == clause->pair.gain || next == clause->pair.freq);
}

bool tare_deed_is_demanded(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    return word >= 2 && tare_token_means(sentence, word, TARE_WORD_CHANGES) &&
           tare_token_is(sentence, word - 1, "be") &&
           tare_token_has_role(sentence, word - 2, TARE_ROLE_DEMANDS);
}

static bool is_gerund(const TareSentence* sentence, size_t word)
{
    const TareToken* const token = &sentence->tokens[word];
    const char* const end = sentence->text + token->end;
    return token->end - token->start > 3 && end[-3] == 'i' && end[-1] == 'g';
}

/** Whether a verb opens the sentence, or a part of it, to tell the reader what to do: "Cut 4 dB at
    5 kHz", "if it hurts, cut 4 dB", "take your EQ and cut 4 dB". */
static bool is_imperative(const TareSentence* sentence, size_t word)
{
    if (is_gerund(sentence, word))
        return false;
    const bool goes_on = word > 1 && tare_token_means(sentence, word - 1, TARE_WORD_AND) &&
                         tare_token_has_role(sentence, 0, TARE_ROLE_ORDERS);
    return word == 0 || sentence->tokens[word - 1].kind == TARE_TOKEN_MARK || goes_on ||
           tare_token_has_role(sentence, word - 1, TARE_ROLE_ORDERS);
}

/** "Raising 3 kHz by 3 dB": what somebody may do opens the sentence, unless the makers did it. */
static bool is_opening_deed(const TareSentence* sentence, size_t word)
{
    if (word != 0 || !is_gerund(sentence, word))
        return false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_has_role(sentence, i, TARE_ROLE_MAKER))
            return false;
    }
    return true;
}

/** Whether somebody is told to do what a verb says. */
static bool is_advised(const TareClause* clause, size_t word)
{
    for (size_t i = word; i-- > clause->first && word - i <= MAX_ADVISER_DISTANCE;) {
        if (tare_token_has_role(clause->sentence, i, TARE_ROLE_ADVISES))
            return true;
    }
    return false;
}

static bool is_wanted(const TareClause* clause, size_t command)
{
    return tare_speaks_of_equaliser(clause->sentence) || is_imperative(clause->sentence, command) ||
           is_opening_deed(clause->sentence, command) || is_advised(clause, command) ||
           tare_deed_is_followed_by(clause, TARE_ROLE_RESTORES) ||
           (tare_token_means(clause->sentence, command, TARE_WORD_DOWN) &&
            tare_deed_is_followed_by(clause, TARE_ROLE_SOOTHES));
}

bool tare_deed_is_wanted(const TareClause* clause)
{
    for (size_t i = clause->pair.gain; i-- > clause->first;) {
        if (tare_deed_is_command(clause, i) && is_wanted(clause, i))
            return !tare_gain_is_of_fault(clause);
    }
    return false;
}
