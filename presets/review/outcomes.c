#include "review/outcomes.h"

#include "review/clauses.h"
#include "review/deeds.h"
#include "review/outcome_words.h"
#include "review/token.h"

/* How far before a word of praise or complaint the one may stand that turns it: "no longer any
   harshness". */
enum { MAX_TURN_DISTANCE = 3 };

static unsigned outcome_of_word(const TareSentence* sentence, size_t index)
{
    const TareToken* const token = &sentence->tokens[index];
    return token->kind == TARE_TOKEN_WORD
               ? tare_outcome_word(sentence->text + token->start, token->end - token->start)
               : 0;
}

/** Whether "no", "less" or "lacks" stands right before a word. */
static bool is_turned(const TareSentence* sentence, size_t index)
{
    for (size_t i = index; i-- > 0 && index - i <= MAX_TURN_DISTANCE;) {
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD)
            return false;
        if (tare_token_means(sentence, i, TARE_WORD_NOT) ||
            (outcome_of_word(sentence, i) & TARE_OUTCOME_TURNS))
            return true;
    }
    return false;
}

/** Praise, complaint, both or neither between two tokens, the first one included. */
static unsigned outcome_between(const TareSentence* sentence, size_t first, size_t end)
{
    unsigned all = 0;
    for (size_t i = first; i < end && i < sentence->n_tokens; ++i) {
        unsigned outcome = outcome_of_word(sentence, i) & (TARE_OUTCOME_GOOD | TARE_OUTCOME_BAD);
        if (outcome && is_turned(sentence, i))
            outcome ^= TARE_OUTCOME_GOOD | TARE_OUTCOME_BAD;
        if (outcome_of_word(sentence, i) & TARE_OUTCOME_ENDS)
            return TARE_OUTCOME_GOOD;
        all |= outcome;
    }
    return all;
}

/** Where the thought ends that the clause stands in. */
static size_t end_of_thought(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t end = tare_clause_pair_last(clause) + 1;
    while (end < sentence->n_tokens && !tare_token_is_mark(sentence, end, ';') &&
           !tare_token_means(sentence, end, TARE_WORD_BREAK))
        ++end;
    return end;
}

/** Whether a word names a change and no state, with or without what it changes. */
static bool is_change_word(const TareSentence* sentence, size_t word)
{
    static const char* const others[] = {"more",   "less",   "extra",  "additional", "lower",
                                         "higher", "up",     "down",   "plus",       "minus",
                                         "louder", "softer", "quieter"};
    for (size_t i = 0; i < sizeof others / sizeof *others; ++i)
        if (tare_token_is(sentence, word, others[i]))
            return true;
    return tare_token_means(sentence, word, TARE_WORD_CHANGES);
}

/** Whether a word between a means and its figures belongs to these. */
static bool is_of_means(const TareSentence* sentence, size_t index)
{
    const TareWordMeaning passed = TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_AT |
                                   TARE_WORD_OF | TARE_WORD_CHANGES | TARE_WORD_SHELF |
                                   TARE_WORD_ABOVE | TARE_WORD_BELOW | TARE_WORD_REMEDY;
    return tare_token_means(sentence, index, passed) || is_change_word(sentence, index) ||
           tare_token_has_role(sentence, index,
                               TARE_ROLE_BAND | TARE_ROLE_PLACE | TARE_ROLE_IS_CHANGED |
                                   TARE_ROLE_RESPONSE) ||
           (outcome_of_word(sentence, index) & TARE_OUTCOME_PASSES);
}

static bool is_means_word(const TareSentence* sentence, size_t index)
{
    return outcome_of_word(sentence, index) & TARE_OUTCOME_MEANS;
}

/** Where the words begin that say by what means something comes about: "with", "after", or a
    figure that opens the sentence. n_tokens when the pair is none. */
static size_t start_of_means(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t first = tare_clause_pair_first(clause);
    while (first > 0 && is_of_means(sentence, first - 1) &&
           !(outcome_of_word(sentence, first - 1) & TARE_OUTCOME_MEANS))
        --first;
    if (first == 0)
        return 0;
    return is_means_word(sentence, first - 1) ? first - 1 : sentence->n_tokens;
}

/** Whether the words of a means tell of a state: compared with a target, "too much", "its". */
static bool tells_of_state(const TareClause* clause, size_t first)
{
    const TareSentence* const sentence = clause->sentence;
    const TareWordMeaning states = TARE_WORD_TARGET | TARE_WORD_COMPARES | TARE_WORD_SHOWS;
    const TareRoles verbs = TARE_ROLE_IS | TARE_ROLE_LIES; /* "5 kHz is 6 dB up" */
    for (size_t i = tare_clause_pair_first(clause); i < tare_clause_pair_last(clause); ++i)
        if (tare_token_has_role(sentence, i, verbs) || tare_token_is(sentence, i, "has") ||
            tare_token_means(sentence, i, TARE_WORD_REACHES))
            return true;
    const size_t last = tare_clause_pair_last(clause) + 3;
    for (size_t i = first; i <= last && i < sentence->n_tokens; ++i) {
        if (i > tare_clause_pair_last(clause) && sentence->tokens[i].kind == TARE_TOKEN_MARK)
            break;
        if (tare_token_is(sentence, i, "too") || tare_token_means(sentence, i, states))
            return i <= tare_clause_pair_last(clause) ||
                   !tare_token_means(sentence, i, TARE_WORD_TARGET);
    }
    return tare_gain_is_known(clause);
}

/** Where the means begin that a clause is; n_tokens when it tells a state. */
static size_t find_means(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t none = sentence->n_tokens;
    const TareSign sign = sentence->tokens[clause->pair.gain].sign;
    const bool is_change = word < none ? is_change_word(sentence, word)
                                       : sign == TARE_SIGN_PLUS || sign == TARE_SIGN_MINUS;
    if (sentence->head == TARE_HEAD_FAULTS || !is_change)
        return none;
    const size_t first = start_of_means(clause);
    return first < none && tells_of_state(clause, first) ? none : first;
}

bool tare_change_is_praised(const TareClause* clause, size_t word)
{
    const size_t first = find_means(clause, word);
    if (first == clause->sentence->n_tokens)
        return false;
    const unsigned behind = outcome_between(clause->sentence, tare_clause_pair_last(clause) + 1,
                                            end_of_thought(clause));
    const unsigned outcome =
        behind ? behind : outcome_between(clause->sentence, clause->thought_first, first);
    return outcome == TARE_OUTCOME_GOOD;
}

bool tare_change_is_blamed(const TareClause* clause)
{
    return outcome_between(clause->sentence, tare_clause_pair_last(clause) + 1,
                           end_of_thought(clause)) == TARE_OUTCOME_BAD;
}

bool tare_change_is_mere_means(const TareClause* clause, size_t word)
{
    static const char* const given[] = {"added", "extra", "less", "more", "removed", "taken"};
    static const char* const moved[] = {"boosted", "cut", "lifted", "lowered", "raised", "reduced"};
    static const char* const nouns[] = {"boost", "lift", "push", "reduction"};
    const size_t first = find_means(clause, word);
    bool is_given = TARE_TOKEN_IS_ONE_OF(clause->sentence, word, given) ||
                    (word == clause->pair.freq + 1 && /* "with 200 Hz reduced by 3 dB" */
                     TARE_TOKEN_IS_ONE_OF(clause->sentence, word, moved));
    if (first == 0 && TARE_TOKEN_IS_ONE_OF(clause->sentence, word, nouns))
        is_given = !outcome_between(clause->sentence, tare_clause_pair_last(clause) + 1,
                                    end_of_thought(clause));
    return is_given && first < clause->sentence->n_tokens && is_means_word(clause->sentence, first);
}
