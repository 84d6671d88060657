#include "review/vetoes.h"

#include "base/ascii.h"
#include "review/circumstances.h"
#include "review/clauses.h"
#include "review/lifted_vetoes.h"
#include "review/moods.h"
#include "review/no_faults.h"
#include "review/number_words.h"
#include "review/other_product.h"
#include "review/signed_gains.h"
#include "review/token.h"
#include "review/veto_words.h"

#include <stdint.h>
#include <string.h>

/** Whether the words of a veto stand at a place. */
static bool is_there(const TareSentence* sentence, size_t index, const char* words)
{
    for (; tare_token_is(sentence, index, words); ++index) {
        words = strchr(words, ' ');
        if (!words)
            return true;
        ++words;
    }
    return false;
}

static bool is_default(const TareSentence* sentence, size_t index)
{
    return index > 0 && tare_token_has_role(sentence, index - 1, TARE_ROLE_DEFAULT);
}

static bool names_shape(const TareClause* clause)
{
    return tare_clause_any_means(clause, clause->first, clause->last,
                                 TARE_WORD_SHAPE | TARE_WORD_SHELF);
}

/** Where the last "and" or "with" before the pair begins a noun of its own. */
static size_t start_of_noun(const TareClause* clause)
{
    size_t first = tare_clause_pair_first(clause);
    while (first > clause->first &&
           !tare_token_means(clause->sentence, first, TARE_WORD_AND | TARE_WORD_WITH))
        --first;
    return first;
}

/** Whether a clause tells of less and of no peak, dip or target: "is attenuated by 15 dB". */
static bool tells_of_less(const TareClause* clause)
{
    for (size_t i = clause->first; i < tare_clause_pair_first(clause); ++i) {
        if (tare_token_is(clause->sentence, i, "response"))
            return false;
    }
    return tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_DOWN) &&
           !tare_clause_any_means(clause, clause->first, clause->last,
                                  TARE_WORD_UP | TARE_WORD_SHAPE | TARE_WORD_TARGET);
}

static bool tells_of_lack(const TareClause* clause)
{
    return clause->sentence->tokens[clause->pair.gain].sign == TARE_SIGN_MINUS ||
           tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_DOWN);
}

/** The last token of the words that a "with" adds behind the clause: "with the bass switch on". */
static size_t end_of_circumstances(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t last = clause->last;
    if (!tare_token_means(sentence, last + 1, TARE_WORD_WITH))
        return last;
    while (last + 1 < sentence->n_tokens && sentence->tokens[last + 1].kind == TARE_TOKEN_WORD &&
           !tare_token_means(sentence, last + 1, TARE_WORD_BREAK | TARE_WORD_AND))
        ++last;
    return last;
}

/** Whether the words of the clause make a veto none: of a setting, what is gone is the fault. */
static bool is_outweighed(const TareClause* clause, const TareVeto* veto)
{
    return (veto->reach == TARE_REACH_NEAR_PAIR_WEAKLY && names_shape(clause)) ||
           (veto->reach == TARE_REACH_MORE && tells_of_lack(clause)) ||
           (!strcmp(veto->words, "slider") && tare_is_own_work(clause)) || /* "I set the slider" */
           (veto->reason == TARE_REASON_GONE && tare_signed_gain_is_setting(clause));
}

/** The tokens among which a veto counts. */
static void find_reach(const TareClause* clause, TareReach reach, size_t* first, size_t* last)
{
    const size_t gain = clause->pair.gain;
    *first = clause->first;
    *last = clause->last;
    if (reach == TARE_REACH_SENTENCE || (reach == TARE_REACH_TOPIC && tells_of_less(clause))) {
        *first = 0;
        *last = clause->sentence->n_tokens;
        return;
    }
    switch (reach) {
    case TARE_REACH_BEHIND_GAIN:
    case TARE_REACH_NEAR_GAIN:
        *first = reach == TARE_REACH_NEAR_GAIN ? tare_clause_beside_left(clause, gain) : gain;
        *last = tare_clause_beside_right(clause, gain);
        break;
    case TARE_REACH_NEAR_PAIR:
    case TARE_REACH_NEAR_PAIR_WEAKLY:
        *first = tare_clause_beside_left(clause, tare_clause_pair_first(clause));
        *last = tare_clause_beside_right(clause, tare_clause_pair_last(clause));
        break;

    case TARE_REACH_BEFORE:
        *first = clause->thought_first;
        *last = tare_clause_pair_first(clause);
        break;
    case TARE_REACH_ONWARD:
        *first = clause->thought_first;
        *last = end_of_circumstances(clause);
        break;
    case TARE_REACH_TOPIC:
    case TARE_REACH_ONWARD_WEAKLY:
        *first = names_shape(clause) ? start_of_noun(clause) : clause->thought_first;
        break;
    default: /* the clause */
        break;
    }
}

/** Of both tables as one. */
static const TareVeto* veto_at(size_t index)
{
    return index < tare_n_vetoes ? &tare_vetoes[index]
                                 : &tare_vetoes_of_others[index - tare_n_vetoes];
}

/** The vetoes by their first letter, in their order: most words begin none. */
typedef struct {
    uint16_t first[UINT8_MAX + 1]; ///< of a letter; TARE_MAX_VETO_WORDS when there is none
    uint16_t next[TARE_MAX_VETO_WORDS];
} ByLetter;

static void sort_by_letter(ByLetter* vetoes)
{
    for (size_t i = 0; i <= UINT8_MAX; ++i)
        vetoes->first[i] = TARE_MAX_VETO_WORDS;
    for (size_t v = tare_n_vetoes + tare_n_vetoes_of_others; v-- > 0;) {
        const unsigned char letter = (unsigned char)veto_at(v)->words[0];
        vetoes->next[v] = vetoes->first[letter];
        vetoes->first[letter] = (uint16_t)v;
    }
}

/** Adds the vetoes that begin at a token. */
static void find_hits_at(const TareSentence* sentence, size_t index, const ByLetter* by_letter,
                         TareVetoes* vetoes)
{
    const TareToken* const token = &sentence->tokens[index];
    if (token->kind != TARE_TOKEN_WORD)
        return;
    const bool is_of_default = is_default(sentence, index);
    const char* const word = sentence->text + token->start;
    const char letter = tare_ascii_lower(word[0]);
    const char second = token->end > token->start + 1 ? tare_ascii_lower(word[1]) : '\0';
    for (size_t v = by_letter->first[(unsigned char)letter]; v != TARE_MAX_VETO_WORDS;
         v = by_letter->next[v]) {
        if (vetoes->n_hits == TARE_MAX_VETOES)
            return;
        const char wanted = veto_at(v)->words[1]; /* most differ in the second letter */
        if (wanted != second && tare_is_letter(wanted) && tare_is_letter(second))
            continue;
        if ((is_of_default && veto_at(v)->reason != TARE_REASON_ANOTHER) ||
            !is_there(sentence, index, veto_at(v)->words))
            continue;
        vetoes->hits[vetoes->n_hits].veto = v;
        vetoes->hits[vetoes->n_hits++].token = index;
    }
}

static void find_hits(const TareSentence* sentence, TareVetoes* vetoes)
{
    ByLetter by_letter;
    sort_by_letter(&by_letter);
    vetoes->n_hits = 0;
    for (size_t i = 0; i < sentence->n_tokens; ++i)
        find_hits_at(sentence, i, &by_letter, vetoes);
}

static bool speaks_of_response(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_has_role(sentence, i, TARE_ROLE_RESPONSE) ||
            tare_token_means(sentence, i, TARE_WORD_TARGET))
            return true;
    }
    return false;
}

/** What a sentence is about, when a later one may go on with it: isolation or another product. */
static TareReason find_topic(const TareSentence* sentence)
{
    TareVetoes vetoes = {0};
    find_hits(sentence, &vetoes);
    for (size_t i = 0; i < vetoes.n_hits; ++i) {
        const TareVeto* const veto = veto_at(vetoes.hits[i].veto);
        if (veto->reach == TARE_REACH_TOPIC ||
            (veto->reach == TARE_REACH_ONWARD && veto->reason == TARE_REASON_ANOTHER) ||
            (veto->reach == TARE_REACH_CLAUSE &&
             veto->reason == TARE_REASON_CHOICE)) /* "engaged" */
            return veto->reason;
    }
    return TARE_REASON_NONE;
}

/** Whether a sentence goes on about what the one before it was about. */
static bool goes_on(const TareSentence* sentence)
{
    return tare_token_has_role(sentence, 0, TARE_ROLE_PRONOUN);
}

/** Whether a word counts things: "three", "several". */
static bool is_counted(const TareSentence* sentence, size_t index)
{
    const TareToken* const token = &sentence->tokens[index];
    return tare_token_is(sentence, index, "several") || tare_token_is(sentence, index, "both") ||
           tare_number_word(sentence->text + token->start, token->end - token->start) > 1.0;
}

/** "It comes with three nozzles. Silver adds 2 dB at 3 kHz." */
static bool tells_of_part(const TareSentence* sentence, const TareSentence* before)
{
    bool has_parts = false;
    for (size_t i = 1; i < before->n_tokens; ++i)
        has_parts =
            has_parts ||
            (tare_token_has_role(before, i, TARE_ROLE_PART) &&
             (before->tokens[i - 1].kind == TARE_TOKEN_NUMBER || is_counted(before, i - 1)));
    return has_parts && tare_token_has_role(sentence, 1, TARE_ROLE_GIVES) &&
           !tare_token_has_role(sentence, 0, TARE_ROLE_PRONOUN);
}

/** "My Clear MG needs nothing. Well, it needs 3 dB less": whether a pronoun takes up another
   product that the sentence before was about, or one that it took up itself. */
static bool is_about_other(const TareSentence* sentence, const TareSentence* before,
                           const TareSubject* subject, TareReason carried)
{
    const bool is_taken_up = goes_on(sentence) || tare_token_is(sentence, 0, "that") ||
                             (sentence->n_tokens > 2 && tare_token_is_mark(sentence, 1, ',') &&
                              tare_token_has_role(sentence, 2, TARE_ROLE_PRONOUN));
    if (tare_token_is(sentence, 0, "that") && tare_token_is(sentence, 1, "one") &&
        tare_names_other_product(before, subject))
        return true; /* "Compared with the Sundara. That one is leaner" */
    return is_taken_up && (tare_opens_on_other_product(before, subject) ||
                           (carried == TARE_REASON_ANOTHER && goes_on(before)));
}

void tare_vetoes_find(const TareSentence* sentence, const TareSentence* before,
                      const TareSubject* subject, TareVetoes* vetoes)
{
    const TareReason carried_before = vetoes->carried;
    find_hits(sentence, vetoes);
    vetoes->carried = TARE_REASON_NONE;
    if (before && tells_of_part(sentence, before))
        vetoes->carried = TARE_REASON_CHOICE;
    if (before && is_about_other(sentence, before, subject, carried_before))
        vetoes->carried = TARE_REASON_ANOTHER;
    if (!before || vetoes->carried || speaks_of_response(before))
        return;
    TareReason topic = find_topic(before);
    if (!topic)
        topic = carried_before;
    if (topic &&
        (goes_on(sentence) || (topic == TARE_REASON_ISOLATION && !speaks_of_response(sentence))))
        vetoes->carried = topic;
}

/** "although its sibling has a peak, the HX-500 itself ...": a word about another product reaches
   no farther than up to the name of this one. */
static bool is_conceded(const TareClause* clause, size_t token, const TareSubject* subject)
{
    bool is_concession = tare_token_is(clause->sentence, token, "unlike");
    for (size_t i = token; i-- > 0 && token - i <= 3;)
        is_concession = is_concession || tare_token_means(clause->sentence, i, TARE_WORD_BREAK);
    for (size_t i = token + 1; is_concession && i < tare_clause_pair_first(clause); ++i) {
        const bool is_it =
            tare_token_is(clause->sentence, i, "it") || tare_token_is(clause->sentence, i, "this");
        if (is_it || tare_is_this_product(clause->sentence, i, subject))
            return true;
    }
    return false;
}

/** "made with in-ear microphones", "by my mics", "I have also a microphone": what it was measured
    with. */
static bool is_means(const TareSentence* sentence, size_t token)
{
    static const char* const leads[] = {"by", "calibrated", "have", "measurement",
                                        "my", "own",        "using"};
    for (size_t i = token; i-- > 0 && token - i <= 3;)
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, leads) ||
            (token - i <= 2 && tare_token_means(sentence, i, TARE_WORD_WITH)))
            return true;
    return false;
}

/** The reason of the first veto that reaches the pair of a clause; TARE_REASON_NONE when none does.
 */
static TareReason find_veto(const TareVetoes* vetoes, const TareClause* clause,
                            const TareSubject* subject)
{
    for (size_t i = 0; i < vetoes->n_hits; ++i) {
        const TareVeto* const veto = veto_at(vetoes->hits[i].veto);
        if (is_outweighed(clause, veto))
            continue;
        size_t first = 0, last = 0;
        find_reach(clause, veto->reach, &first, &last);
        const size_t token = vetoes->hits[i].token;
        if (tare_veto_is_lifted(clause, veto, token))
            continue;
        if ((veto->reason == TARE_REASON_MICROPHONE && is_means(clause->sentence, token)) ||
            tare_token_is(clause->sentence, token + 1, "meatus")) /* "blocked meatus" */
            continue;
        if (token >= first && token <= last && !is_conceded(clause, token, subject))
            return veto->reason;
    }
    const bool is_carried = vetoes->carried != TARE_REASON_ISOLATION || tells_of_less(clause);
    return is_carried ? vetoes->carried : TARE_REASON_NONE;
}

TareReason tare_veto_reason(const TareVetoes* vetoes, const TareClause* clause,
                            const TareSubject* subject)
{
    const TareToken* const gain = &clause->sentence->tokens[clause->pair.gain];
    if (gain->sign == TARE_SIGN_BOTH)
        return TARE_REASON_PLUS_MINUS;
    if (gain->hi == 0.0)
        return TARE_REASON_ZERO;
    TareReason reason = find_veto(vetoes, clause, subject);
    if (!reason)
        reason = tare_circumstance_reason(clause);
    if (!reason)
        reason = tare_no_fault_reason(clause);
    if (!reason && tare_is_other_product(clause, subject))
        reason = TARE_REASON_ANOTHER;
    return reason;
}

TareReason tare_veto_reason_of_gain(const TareVetoes* vetoes, const TareClause* clause,
                                    const TareSubject* subject)
{
    if (clause->sentence->tokens[clause->pair.gain].sign == TARE_SIGN_BOTH)
        return TARE_REASON_PLUS_MINUS;
    TareReason reason = find_veto(vetoes, clause, subject);
    if (!reason)
        reason = tare_circumstance_reason(clause);
    if (reason)
        return reason;
    return tare_is_limit(clause) ? TARE_REASON_LIMIT : TARE_REASON_NO_FREQUENCY;
}
