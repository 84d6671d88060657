#include "review/directions.h"

#include "review/bearers.h"
#include "review/circumstances.h"
#include "review/filter_deeds.h"
#include "review/filter_figures.h"
#include "review/makings.h"
#include "review/moods.h"
#include "review/outcomes.h"
#include "review/persons.h"
#include "review/remedies.h"
#include "review/signed_gains.h"
#include "review/told_settings.h"
#include "review/ways.h"

/* A shelf below it is one of the bass. */
#define MAX_BASS_HZ 1000.0

static size_t distance(size_t a, size_t b)
{
    return a < b ? b - a : a - b;
}

/** Whether a word behind the pair belongs to the next place: "2 dB, Q 1.4 / boost at 3.6 kHz". */
static bool is_of_next(const TareClause* clause, size_t index)
{
    const TareSentence* const sentence = clause->sentence;
    if (index <= tare_clause_pair_last(clause) || clause->pair.is_in_order ||
        !tare_token_means(sentence, index + 1, TARE_WORD_AT))
        return false;
    const size_t next = tare_token_skip_about(sentence, index + 2);
    return next < sentence->n_tokens && sentence->tokens[next].kind == TARE_TOKEN_FREQ &&
           next != clause->pair.freq;
}

/** The word with a meaning nearest to the figure that it is said of, between two tokens, both
    included; of two equally near ones the later. n_tokens when there is none. */
static size_t nearest(const TareClause* clause, size_t first, size_t last, TareWordMeaning meanings)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t figure = clause->pair.is_in_order ? clause->pair.freq : clause->pair.gain;
    size_t best = sentence->n_tokens;
    for (size_t i = first; i <= last && i < sentence->n_tokens; ++i) {
        if (tare_token_means(sentence, i, meanings) && !is_of_next(clause, i) &&
            (best == sentence->n_tokens || distance(i, figure) <= distance(best, figure)))
            best = i;
    }
    return best;
}

/** The word that gives the direction. What comes farther behind may be what a fault leads to: "a
    200 Hz dip of 5 dB removes warmth". */
static size_t nearest_direction(const TareClause* clause, size_t first, size_t last)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t end = tare_clause_pair_last(clause) + 1;
    const size_t best = nearest(clause, first, last, TARE_WORD_UP | TARE_WORD_DOWN);
    const size_t before = nearest(clause, first, end - 1, TARE_WORD_UP | TARE_WORD_DOWN);
    const bool is_deed =
        before < sentence->n_tokens &&
        (tare_token_is(sentence, best - 1, "to") ||
         tare_token_means(sentence, before, TARE_WORD_COMMANDS | TARE_WORD_CHANGES));
    const bool is_verb_behind = /* "a shelf at 150 Hz down by 4 dB put it back" */
        best == end && tare_token_means(sentence, best, TARE_WORD_COMMANDS);
    if ((best > end || is_verb_behind) && best < sentence->n_tokens && is_deed)
        return before; /* "down by 3 dB to lift the veil", "cutting 3 dB makes it dull" */
    if (best <= end || tare_token_means(sentence, best, TARE_WORD_SHAPE))
        return best;
    const size_t noun = nearest(clause, first, end, TARE_WORD_SHAPE);
    return noun < sentence->n_tokens ? noun : best;
}

/** The words between the comma or colon before the clause and the mark before that: "treble
   emphasis, reaching 6 dB at 8 kHz". Nothing when a figure stands there. */
static bool find_clause_before(const TareClause* clause, size_t* first, size_t* last)
{
    const TareSentence* const sentence = clause->sentence;
    if (clause->first < 2 || !(tare_token_is_mark(sentence, clause->first - 1, ',') ||
                               tare_token_is_mark(sentence, clause->first - 1, ':')))
        return false;
    *last = clause->first - 2;
    *first = *last;
    while (sentence->tokens[*first].kind == TARE_TOKEN_WORD &&
           !tare_token_means(sentence, *first, TARE_WORD_BREAK) && *first > 0)
        --*first;
    return sentence->tokens[*first].kind == TARE_TOKEN_WORD ||
           sentence->tokens[*first].kind == TARE_TOKEN_MARK;
}

static size_t find_direction_word(const TareClause* clause)
{
    const size_t here = nearest_direction(clause, clause->first, clause->last);
    size_t first = 0, last = 0;
    if (here < clause->sentence->n_tokens)
        return here;
    const size_t depth = clause->pair.gain + 2; /* "5 dB in depth" */
    if (tare_token_is(clause->sentence, depth, "depth"))
        return depth;
    return find_clause_before(clause, &first, &last) ? nearest_direction(clause, first, last)
                                                     : here;
}

/* How many words without a meaning may name what an item of a list is about: "high bass by 4 dB".
 */
enum { MAX_ITEM_WORDS = 2 };

/** Whether a word still belongs to the pair that ended at `last`: "is 8 dB over the target". */
static bool ends_fault(const TareSentence* sentence, size_t last, size_t index)
{
    return index == last + 1 && tare_token_means(sentence, index, TARE_WORD_UP | TARE_WORD_DOWN) &&
           !tare_token_means(sentence, index, TARE_WORD_SHAPE);
}

/** Whether a noun without a meaning stands between a gain and the place behind it: "4 dB missing at
   2 kHz, 5 dB of sparkle at 9 kHz". */
static bool has_own_noun(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = clause->pair.gain + 1; i < clause->pair.freq; ++i) {
        if (sentence->tokens[i].kind == TARE_TOKEN_WORD && sentence->tokens[i].meaning == 0 &&
            !tare_token_has_role(sentence, i, TARE_ROLE_SIZE | TARE_ROLE_PLACE | TARE_ROLE_BAND))
            return true;
    }
    return false;
}

/** Whether only commas, "and" and the like stand between an earlier pair and this one, so that both
    are items of one list. */
static bool continues_list(const TareClause* clause, const TarePair* before)
{
    const TareSentence* const sentence = clause->sentence;
    const TareWordMeaning fillers = TARE_WORD_AND | TARE_WORD_ABOUT | TARE_WORD_ARTICLE |
                                    TARE_WORD_CHANGES | TARE_WORD_OF | TARE_WORD_AT |
                                    TARE_WORD_COMPARES | TARE_WORD_TARGET;
    const size_t last = before->gain < before->freq ? before->freq : before->gain;
    static const char* const own[] = {"giv*", "it*", "put*"};
    size_t n_names = 0;
    bool has_size = false;
    for (size_t i = last + 1; i < tare_clause_pair_first(clause); ++i) {
        const TareToken* const token = &sentence->tokens[i];
        has_size = has_size || tare_token_is(sentence, i, "by");
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, own)) /* a verb of its own follows */
            return false;
        if (token->kind == TARE_TOKEN_WORD && token->meaning == 0)
            n_names += !tare_token_is(sentence, i, "level");
        else if (token->kind != TARE_TOKEN_MARK && token->kind != TARE_TOKEN_Q &&
                 !tare_token_means(sentence, i, fillers) && !ends_fault(sentence, last, i))
            return false;
    }
    if (has_own_noun(clause))
        return false;
    return n_names == 0 || (has_size && n_names <= MAX_ITEM_WORDS);
}

/** "a spike at 7 kHz is 6 dB high, a second one at 14 kHz 4 dB" */
static bool repeats(const TareClause* clause, const TarePair* before)
{
    const size_t last = before->gain < before->freq ? before->freq : before->gain;
    for (size_t i = last + 1; i < tare_clause_pair_last(clause); ++i) {
        if (tare_token_has_role(clause->sentence, i, TARE_ROLE_REPEATS) ||
            (tare_token_is(clause->sentence, i, "that") && /* "that at 4 kHz 5 dB" */
             tare_token_means(clause->sentence, i + 1, TARE_WORD_AT)))
            return true;
    }
    return false;
}

static double sign_of_word(const TareSentence* sentence, size_t word)
{
    return tare_token_means(sentence, word, TARE_WORD_UP) ? 1.0 : -1.0;
}

/** The nouns of a response between a gain and what it is said of, or right behind it. */
static TareWordMeaning nouns_of_gain(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain, freq = clause->pair.freq;
    const bool is_before = gain < freq;
    TareWordMeaning found = 0;
    for (size_t i = gain + 1; i <= clause->last && i < (is_before ? freq : gain + 4); ++i) {
        const TareWordMeaning stops = TARE_WORD_AT | TARE_WORD_OF | TARE_WORD_COMPARES;
        if (!is_before &&
            (sentence->tokens[i].kind != TARE_TOKEN_WORD || tare_token_means(sentence, i, stops)))
            break;
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE))
            found |= sentence->tokens[i].meaning & (TARE_WORD_UP | TARE_WORD_DOWN);
    }
    return found;
}

/** The nouns between a place and the gain behind it that is told of it as a fault: "the 7 kHz peak
    with -5 dB". */
static TareWordMeaning nouns_of_place(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    TareWordMeaning found = 0;
    size_t first = clause->pair.freq; /* "Peak at 6 kHz: -3 dB" */
    while (first > clause->first && clause->pair.freq < clause->pair.gain &&
           tare_token_means(sentence, first - 1, TARE_WORD_AT | TARE_WORD_ABOUT))
        --first;
    first -= first > clause->first && first < clause->pair.freq;
    for (size_t i = first; i < clause->pair.gain; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE) &&
            !tare_token_means(sentence, i, TARE_WORD_CHANGES))
            found |= sentence->tokens[i].meaning & (TARE_WORD_UP | TARE_WORD_DOWN);
    }
    return found;
}

/** The direction of a "too much" behind the pair: "-3 dB at 200 Hz was too much". */
static TareWordMeaning too_behind(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = tare_clause_pair_last(clause) + 1; i < clause->last; ++i)
        if (tare_token_is(sentence, i, "too"))
            return sentence->tokens[i + 1].meaning & (TARE_WORD_UP | TARE_WORD_DOWN);
    return 0;
}

/** Whether the nouns contradict the sign: a "+5 dB dip". */
static bool is_contradictory(const TareClause* clause, bool is_advice)
{
    const TareSign sign = clause->sentence->tokens[clause->pair.gain].sign;
    const TareWordMeaning nouns =
        nouns_of_gain(clause) | (is_advice ? 0 : nouns_of_place(clause) | too_behind(clause));
    return (sign == TARE_SIGN_PLUS && nouns == TARE_WORD_DOWN) ||
           (sign == TARE_SIGN_MINUS && nouns == TARE_WORD_UP);
}

/** The sign of the deviation that a clause speaks of: 0 when no word gives it. A bass shelf of
   which nothing else is said is a boost. */
static double sign_of_clause(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (word < sentence->n_tokens)
        return sign_of_word(sentence, word);
    if (clause->pair.freq < clause->pair.gain) { /* "60 Hz is 6 dB above 500 Hz" */
        const size_t behind = clause->pair.gain + 1;
        if (tare_token_means(sentence, behind, TARE_WORD_ABOVE | TARE_WORD_BELOW))
            return tare_token_means(sentence, behind, TARE_WORD_ABOVE) ? 1.0 : -1.0;
    }
    const bool is_bass = sentence->tokens[clause->pair.freq].lo < MAX_BASS_HZ;
    return is_bass && tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_SHELF)
               ? 1.0
               : 0.0;
}

static size_t first_figure(const TarePair* pair)
{
    return pair->gain < pair->freq ? pair->gain : pair->freq;
}

static size_t last_figure(const TarePair* pair)
{
    return pair->gain < pair->freq ? pair->freq : pair->gain;
}

/** Whether the direction of an earlier pair is that of this one: one verb asks for both, as in "cut
    3 and 8 kHz by 2 and 4 dB", or both are items of one list. */
static bool shares_direction(const TareClause* clause, const TareRemedy* remedy, size_t word,
                             const TareDirection* before)
{
    if (!before)
        return false;
    if (word == clause->sentence->n_tokens)
        return continues_list(clause, &before->pair) || repeats(clause, &before->pair);
    return remedy->is_told && before->is_advice && word < first_figure(&before->pair);
}

/** "it needs 3 dB at 3 kHz", "I gave it 3 dB": what is given without another word is a boost. */
static bool gives(const TareClause* clause, size_t asking)
{
    const TareSentence* const sentence = clause->sentence;
    return (tare_token_is(sentence, asking, "need*") || tare_token_is(sentence, asking, "want*") ||
            tare_token_is(sentence, asking, "use") || tare_token_is(sentence, asking, "giv*") ||
            tare_token_is(sentence, asking, "gave")) &&
           tare_token_means(sentence, clause->pair.gain + 1, TARE_WORD_AT);
}

/** The signed gain that corrects, of a pair that nothing speaks against; 0 when no word or sign
   gives its direction. */
static double find_correction_db(const TareClause* clause, const TareRemedy* remedy, size_t word,
                                 const TareDirection* before)
{
    const TareSentence* const sentence = clause->sentence;
    const TareToken* const gain = &sentence->tokens[clause->pair.gain];
    const double size_db = (gain->lo + gain->hi) / 2.0;
    const bool has_word = word < sentence->n_tokens;
    if (gain->sign == TARE_SIGN_PLUS || gain->sign == TARE_SIGN_MINUS) {
        const double sign = gain->sign == TARE_SIGN_PLUS ? 1.0 : -1.0;
        return (remedy->is_told ? sign : -sign) * size_db;
    }
    if (shares_direction(clause, remedy, word, before))
        return before->correction_db > 0.0 ? size_db : -size_db;
    if (!has_word && remedy->is_told && gives(clause, remedy->asking))
        return size_db;
    const bool is_remedy = has_word ? tare_remedy_is_word(clause, remedy, word) : remedy->is_told;
    return (is_remedy ? 1.0 : -1.0) * sign_of_clause(clause, word) * size_db;
}

/** Whether a signed gain is the setting against the fault that was just told of the same place:
   "its 9 kHz peak (7 dB) goes away with 9 kHz, -7 dB". */
static bool undoes(const TareClause* clause, const TareDirection* before)
{
    const TareToken* const tokens = clause->sentence->tokens;
    const TareToken* const gain = &tokens[clause->pair.gain];
    if (!before || before->is_advice || before->pair.freq == before->pair.gain ||
        tokens[before->pair.freq].lo != tokens[clause->pair.freq].lo ||
        tokens[before->pair.freq].hi != tokens[clause->pair.freq].hi)
        return false;
    return gain->sign == (before->correction_db > 0.0 ? TARE_SIGN_PLUS : TARE_SIGN_MINUS);
}

/** Why a pair of which no remedy is told may be no fault. */
static TareReason doubt_of_fault(const TareClause* clause, size_t word)
{
    if (tare_is_conditional(clause))
        return TARE_REASON_CONDITION;
    if (tare_lacks_reference(clause, word))
        return TARE_REASON_SPREAD;
    const bool is_setting = clause->sentence->head == TARE_HEAD_SETTINGS; /* and no fault */
    return is_setting || tare_is_imagined_effect(clause) ||
                   tare_change_may_be_of_person(clause, word) ||
                   tare_signed_gain_counters(clause) || tare_number_is_unproven(clause) ||
                   tare_way_is_unproven(clause, word) || tare_signed_gain_is_unproven(clause) ||
                   tare_change_is_unproven(clause, word) ||
                   tare_change_is_mere_means(clause, word) || tare_remedy_is_doubtful(clause, word)
               ? TARE_REASON_DOUBTFUL
               : TARE_REASON_NONE;
}

/** "If you cut 200 Hz by 3 dB it becomes thin" */
static bool is_blamed_condition(const TareClause* clause)
{
    const size_t first = clause->thought_first;
    return (tare_token_is(clause->sentence, first, "if") ||
            tare_token_is(clause->sentence, first, "when")) &&
           tare_change_is_blamed(clause);
}

/** Whether a clause only goes on with what is done at an earlier place. */
static bool goes_on_with(const TareClause* clause, const TareDirection* before)
{
    return before && before->is_advice && tare_deed_goes_on(clause, last_figure(&before->pair));
}

/** Whether a gain would be read as that of a fault: there is no remedy, or the word of an unsigned
    gain is none of it. */
static bool is_deed_of_fault(const TareClause* clause, const TareRemedy* remedy, size_t word)
{
    return !remedy->is_told ||
           (word < clause->sentence->n_tokens &&
            clause->sentence->tokens[clause->pair.gain].sign == TARE_SIGN_NONE &&
            !tare_remedy_is_word(clause, remedy, word));
}

/** Whether what would be read as a fault may be what a filter does. */
static bool may_be_of_filter(const TareClause* clause, const TareRemedy* remedy, size_t word,
                             const TareDirection* before)
{
    if (!remedy->is_told && goes_on_with(clause, before))
        return true;
    return is_deed_of_fault(clause, remedy, word) &&
           (tare_figures_may_be_of_filter(clause) || tare_deed_may_be_of_filter(clause, word) ||
            tare_bearer_is_other(clause) || tare_shape_may_be_made(clause, word) ||
            tare_setting_may_be_told(clause, word));
}

/** Why a clause proves no direction, whatever its words say; TARE_REASON_NONE when it may. */
static TareReason doubt_of(const TareClause* clause, const TareRemedy* remedy, size_t word,
                           const TareDirection* before)
{
    const bool is_unwanted =
        tare_is_warned_of(clause) || is_blamed_condition(clause) || tare_is_advised_against(clause);
    if (may_be_of_filter(clause, remedy, word, before) || (remedy->is_told && is_unwanted))
        return TARE_REASON_DOUBTFUL;
    return remedy->is_told ? TARE_REASON_NONE : doubt_of_fault(clause, word);
}

TareReason tare_direction_find(const TareClause* clause, const TareDirection* before,
                               TareDirection* direction)
{
    const size_t word = find_direction_word(clause);
    TareRemedy remedy =
        tare_remedy_find(clause, word, before && before->is_advice ? &before->pair : NULL);
    remedy.is_told = remedy.is_told || undoes(clause, before);
    direction->pair = clause->pair;
    direction->is_advice = remedy.is_told;
    const TareReason reason = doubt_of(clause, &remedy, word, before);
    if (reason)
        return reason;
    if (is_contradictory(clause, remedy.is_told))
        return TARE_REASON_CONTRADICTION;
    const double correction_db = find_correction_db(clause, &remedy, word, before);
    if (correction_db == 0.0)
        return TARE_REASON_NO_DIRECTION;
    direction->correction_db = correction_db;
    return TARE_REASON_NONE;
}
