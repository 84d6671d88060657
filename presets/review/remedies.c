#include "review/remedies.h"

#include "review/clauses.h"
#include "review/deeds.h"
#include "review/moods.h"
#include "review/outcomes.h"
#include "review/own_filters.h"
#include "review/signed_gains.h"
#include "review/token.h"

/* How far from the gain a word may stand that makes it a remedy, and how many words without a
   meaning of their own may stand between. */
enum { MAX_STRANGE_WORDS = 2, MAX_REMEDY_DISTANCE = 9 };

/** "that region", "its treble" */
static bool is_of_place(const TareSentence* sentence, size_t index)
{
    return tare_token_has_role(sentence, index + 1,
                               TARE_ROLE_PLACE | TARE_ROLE_BAND | TARE_ROLE_IS_CHANGED);
}

/** Whether a word of remedy governs the gain behind it: "requires a cut of 5 dB", but not
    "requires awareness of its 5 dB peak". */
static bool governs(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const TareWordMeaning plain_words = TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_OF |
                                        TARE_WORD_REMEDY | TARE_WORD_ASKS | TARE_WORD_CHANGES |
                                        TARE_WORD_AT | TARE_WORD_WITH | TARE_WORD_SHELF;
    size_t n_strange = 0;
    for (size_t i = word + 1; i < clause->pair.gain; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE | TARE_WORD_REACHES) &&
            !tare_token_means(sentence, i, TARE_WORD_CHANGES) &&
            !tare_token_means(sentence, i + 1, TARE_WORD_WITH)) /* "counter the peak with" */
            return false;
        n_strange += sentence->tokens[i].kind == TARE_TOKEN_WORD &&
                     !tare_token_means(sentence, i, plain_words) &&
                     !tare_token_has_role(sentence, i, TARE_ROLE_FILLS);
        if ((tare_token_has_role(sentence, i, TARE_ROLE_BARS) && !is_of_place(sentence, i)) ||
            tare_token_means(sentence, i, TARE_WORD_SHOWS))
            return false;
    }
    return n_strange <= MAX_STRANGE_WORDS;
}

/** "without EQ", "before correction", "EQ disabled"; but "has to" asks by itself */
static bool is_undone(const TareSentence* sentence, size_t word)
{
    if (tare_token_has_role(sentence, word + 1,
                            TARE_ROLE_OFF | TARE_ROLE_IS_SHOWN) || /* "the compensated response" */
        (word > 1 && tare_token_is(sentence, word - 1, "of") &&    /* "lack of EQ" */
         tare_token_means(sentence, word - 2, TARE_WORD_DOWN)))
        return true;
    return word > 0 && (tare_token_means(sentence, word - 1, TARE_WORD_NOT) ||
                        (tare_token_has_role(sentence, word - 1, TARE_ROLE_UNDOES) &&
                         !tare_token_is(sentence, word, "to")));
}

static bool states_q(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (sentence->tokens[i].kind == TARE_TOKEN_Q)
            return true;
    }
    return false;
}

/** Whether a word that helps does so by somebody's work: "improves with a -6 dB cut". That it
    improves with a boost may be said in praise of the tuning. */
static bool helps_by_change(const TareClause* clause, size_t helping)
{
    for (size_t i = helping; i <= clause->pair.gain + 3; ++i) {
        if (tare_token_means(clause->sentence, i, TARE_WORD_CHANGES))
            return tare_token_means(clause->sentence, i, TARE_WORD_DOWN) ||
                   tare_speaks_of_equaliser(clause->sentence);
    }
    return false;
}

/** "my sweep shows +3 dB against the line I use, and -4 dB": what somebody measures with. */
static bool is_of_measurement(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (!tare_token_is(sentence, word, "use") && !tare_token_is(sentence, word, "used"))
        return false;
    for (size_t i = 0; i < word; ++i)
        if (tare_token_means(sentence, i, TARE_WORD_SHOWS))
            return true;
    return false;
}

/** Whether a word stands before the gain to make it a remedy. */
static bool asks(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (is_undone(sentence, word) || !governs(clause, word) || is_of_measurement(clause, word))
        return false;
    if (tare_token_has_role(sentence, word, TARE_ROLE_FILTERS) &&
        !tare_token_is(sentence, word, "bell*"))
        return tare_speaks_of_equaliser(sentence) || states_q(sentence) ||
               tare_token_is_mark(sentence, word + 1, ':');
    return tare_token_means(sentence, word, TARE_WORD_REMEDY | TARE_WORD_ASKS) ||
           (tare_token_means(sentence, word, TARE_WORD_HELPS) && helps_by_change(clause, word));
}

/** Whether one may look past a token for the word that asks. */
static bool is_passed(const TareClause* clause, size_t index)
{
    const TareSentence* const sentence = clause->sentence;
    return sentence->tokens[index].kind == TARE_TOKEN_WORD ||
           index >= tare_clause_pair_first(clause) || tare_token_is_mark(sentence, index, ':') ||
           tare_token_is_mark(sentence, index, '(') ||
           (index > 0 && tare_token_is_mark(sentence, index, ',') && /* "a high shelf, -2 dB" */
            tare_token_means(sentence, index - 1, TARE_WORD_REMEDY | TARE_WORD_SHELF));
}

/** The word before the gain that makes it a remedy; n_tokens when there is none. It may stand
    before a colon or bracket: "Recommended EQ: -6 dB at 5 kHz". */
static size_t remedy_before(const TareClause* clause)
{
    const size_t none = clause->sentence->n_tokens, gain = clause->pair.gain;
    for (size_t i = gain; i-- > clause->thought_first && gain - i <= MAX_REMEDY_DISTANCE;) {
        if (!is_passed(clause, i))
            return none;
        const bool is_estimate = /* "I'd put it at 4 dB" */
            tare_token_is(clause->sentence, i, "put") &&
            tare_token_means(clause->sentence, i + 2, TARE_WORD_AT);
        if (asks(clause, i) && !is_estimate)
            return tare_gain_is_of_fault(clause) ? none : i;
    }
    return none;
}

/** Whether the words right behind the gain make it a remedy: "13 dB correction". */
static bool is_remedy_behind(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = clause->pair.gain + 1; i <= clause->last && i <= clause->pair.gain + 3; ++i) {
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD ||
            tare_token_means(sentence, i, TARE_WORD_AT | TARE_WORD_ASKS | TARE_WORD_COMPARES))
            return false;
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE) &&
            !tare_token_means(sentence, i, TARE_WORD_CHANGES))
            return false;
        if (tare_token_means(sentence, i, TARE_WORD_REMEDY))
            return true;
    }
    return false;
}

/** "a boost of 4 dB at 3 kHz is recommended" */
static bool is_asked_for_behind(const TareClause* clause)
{
    for (size_t i = clause->pair.gain + 1; i < clause->pair.freq; ++i) {
        if (tare_token_has_role(clause->sentence, i, TARE_ROLE_IS_ASKED) &&
            !tare_token_means(clause->sentence, i, TARE_WORD_TARGET)) /* "than needed" */
            return !tare_gain_is_of_fault(clause); /* "4 dB of boost are needed at" */
    }
    return tare_deed_is_followed_by(clause, TARE_ROLE_IS_ASKED);
}

/** "My sweep shows: +3 dB at 210 Hz" */
static bool is_shown(const TareClause* clause)
{
    for (size_t i = 0; i < tare_clause_pair_first(clause); ++i)
        if (tare_token_means(clause->sentence, i, TARE_WORD_SHOWS))
            return true;
    return false;
}

/** "A 4 dB boost at 3 kHz restores the balance", "-4 dB at 5 kHz restores it" */
static bool is_restoring(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (is_shown(clause) || tare_change_is_blamed(clause))
        return false;
    if (tare_change_is_praised(clause, word))
        return true;
    const bool is_change =
        word < sentence->n_tokens
            ? tare_token_means(sentence, word, TARE_WORD_CHANGES | TARE_WORD_COMMANDS)
            : sentence->tokens[clause->pair.gain].sign != TARE_SIGN_NONE;
    const bool takes_away = is_change && tare_token_means(sentence, word, TARE_WORD_DOWN);
    const bool is_filter = /* "a low shelf of +3 dB at 90 Hz helps" */
        tare_clause_any_means(clause, clause->first, clause->last,
                              TARE_WORD_SHELF | TARE_WORD_REMEDY) &&
        tare_token_means(sentence, tare_clause_pair_last(clause) + 1, TARE_WORD_HELPS);
    return is_filter || (is_change && tare_deed_is_followed_by(clause, TARE_ROLE_RESTORES)) ||
           (takes_away && tare_deed_is_followed_by(clause, TARE_ROLE_SOOTHES));
}

/** The comma that ends what a comma and "where" open before a token; else `index`. */
static size_t skip_relative(const TareSentence* sentence, size_t index, size_t before)
{
    if (!tare_token_is_mark(sentence, index, ',') ||
        !(tare_token_is(sentence, index + 1, "where") ||
          tare_token_is(sentence, index + 1, "which")))
        return index;
    for (size_t i = index + 1; i < before; ++i)
        if (tare_token_is_mark(sentence, i, ','))
            return i;
    return index;
}

/** Whether the list of remedies that began with an earlier pair goes on up to this one. */
static bool goes_on(const TareClause* clause, const TarePair* before)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t last = before->gain < before->freq ? before->freq : before->gain;
    bool has_word = false;
    for (size_t i = last + 1; i < tare_clause_pair_last(clause); ++i) {
        i = skip_relative(sentence, i, tare_clause_pair_first(clause));
        const bool is_change = tare_token_means(sentence, i, TARE_WORD_CHANGES);
        has_word = has_word || sentence->tokens[i].kind == TARE_TOKEN_WORD;
        if ((tare_token_is_mark(sentence, i, ';') &&
             (has_word || i + 1 < tare_clause_pair_first(clause))) ||
            tare_token_means(sentence, i, TARE_WORD_BREAK | TARE_WORD_SHOWS | TARE_WORD_REACHES) ||
            (tare_token_means(sentence, i, TARE_WORD_SHAPE) && !is_change))
            return false;
    }
    return !tare_gain_is_of_fault(clause);
}

/** The direction of the fault that a setting would be for: of a peak when it is a cut. */
static TareWordMeaning fault_of_setting(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const TareSign sign = sentence->tokens[clause->pair.gain].sign;
    const bool is_cut = sign == TARE_SIGN_NONE ? tare_token_means(sentence, word, TARE_WORD_DOWN)
                                               : sign == TARE_SIGN_MINUS;
    return is_cut ? TARE_WORD_UP : TARE_WORD_DOWN;
}

/** Whether a word between an equaliser and the gain makes the gain one of the response. A `fault`
    that the setting would be for does not. */
static bool tells_of_response(const TareClause* clause, size_t index, TareWordMeaning fault)
{
    const TareSentence* const sentence = clause->sentence;
    if (tare_token_means(sentence, index, TARE_WORD_SHAPE) &&
        !tare_token_means(sentence, index, TARE_WORD_CHANGES))
        return !tare_token_means(sentence, index, fault);
    static const char* const words[] = {"data*", "deviat*", "graph*", "measure*", "plot*"};
    return tare_token_means(sentence, index, TARE_WORD_SHOWS | TARE_WORD_REACHES | TARE_WORD_NOT) ||
           TARE_TOKEN_IS_ONE_OF(sentence, index, words);
}

/** "down 4 dB", "down by 4 dB", "4 dB up" */
static bool is_way(const TareClause* clause, size_t word)
{
    const size_t gain = clause->pair.gain;
    const size_t by = word + 1 + tare_token_is(clause->sentence, word + 1, "by");
    return (word == gain + 1 || tare_token_skip_about(clause->sentence, by) == gain) &&
           (tare_token_is(clause->sentence, word, "up") ||
            tare_token_is(clause->sentence, word, "down"));
}

/** Whether a gain may be a setting by itself: "-6 dB", "a 6 dB cut", but not "the 6 dB boost". */
static bool is_plain_setting(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain;
    return sentence->tokens[gain].sign != TARE_SIGN_NONE || is_way(clause, word) ||
           (tare_token_means(sentence, word, TARE_WORD_CHANGES) &&
            !tare_token_is(sentence, gain - (gain > 0), "the"));
}

/** Whether a gain is the setting of an equaliser that is named before it: "AutoEq prescribes -6 dB
   at 5 kHz". */
static bool is_setting(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const TareWordMeaning fault = fault_of_setting(clause, word);
    bool is_named = false;
    for (size_t i = clause->thought_first; i < clause->pair.gain; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_EQUALISER) && !is_undone(sentence, i))
            is_named = true;
        else if (is_named &&
                 (tells_of_response(clause, i, fault) || tare_token_is_mark(sentence, i, ';')))
            return false;
    }
    return is_named && is_plain_setting(clause, word) && !tare_gain_is_of_fault(clause);
}

TareRemedy tare_remedy_find(const TareClause* clause, size_t word, const TarePair* before)
{
    const size_t none = clause->sentence->n_tokens;
    TareRemedy remedy = {.asking = remedy_before(clause)};
    remedy.is_told =
        remedy.asking < none || is_remedy_behind(clause) || is_asked_for_behind(clause) ||
        tare_deed_is_wanted(clause) || is_restoring(clause, word) ||
        (word < none && tare_deed_is_demanded(clause, word)) || is_setting(clause, word) ||
        tare_filter_is_of_equaliser(clause, word) || tare_signed_gain_is_setting(clause) ||
        tare_is_wished(clause, word) || tare_filter_is_own(clause, word);
    remedy.goes_on = !remedy.is_told && before && goes_on(clause, before);
    remedy.is_told = remedy.is_told || remedy.goes_on;
    return remedy;
}

/** "the remedy is a dip of 3 dB": the noun, though one of faults, names the remedy. */
static bool is_called(const TareClause* clause, const TareRemedy* remedy, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    size_t i = remedy->asking + 1;
    if (remedy->asking >= word || !tare_token_means(sentence, remedy->asking, TARE_WORD_REMEDY) ||
        !(tare_token_has_role(sentence, i, TARE_ROLE_IS) || tare_token_is_mark(sentence, i, ':')))
        return false;
    for (++i; tare_token_means(sentence, i, TARE_WORD_ABOUT | TARE_WORD_ARTICLE);)
        ++i;
    return i == word;
}

/** Whether a word of change is a verb or noun of somebody's work. */
static bool is_deed_of_remedy(const TareClause* clause, size_t word)
{
    return tare_deed_is_command(clause, word) || tare_deed_is_demanded(clause, word) ||
           is_asked_for_behind(clause) || is_restoring(clause, word) ||
           tare_filter_is_of_equaliser(clause, word) || is_setting(clause, word);
}

bool tare_remedy_is_word(const TareClause* clause, const TareRemedy* remedy, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (!remedy->is_told)
        return false;
    if (is_way(clause, word) || tare_is_wished(clause, word) || is_called(clause, remedy, word) ||
        tare_filter_is_own(clause, word) || tare_change_is_praised(clause, word))
        return true;
    if (!tare_token_means(sentence, word, TARE_WORD_CHANGES))
        return false;
    return remedy->asking < word || remedy->goes_on || is_deed_of_remedy(clause, word) ||
           (remedy->asking == sentence->n_tokens && word > clause->pair.gain);
}

/** "a lift of 3 dB at 3 kHz brings voices to the front" */
static bool brings_something(const TareClause* clause)
{
    for (size_t i = tare_clause_pair_last(clause) + 1; i <= clause->last; ++i) {
        if (tare_token_is(clause->sentence, i, "brings"))
            return true;
    }
    return false;
}

/** "a cut of 5 dB at 3 kHz", of which nothing says that it was seen */
static bool is_bare_cut(const TareClause* clause, size_t word)
{
    const bool is_noun = tare_token_is(clause->sentence, word, "cut*") ||
                         tare_token_is(clause->sentence, word, "pulldown");
    return is_noun &&
           !tare_clause_any_means(clause, 0, clause->sentence->n_tokens, TARE_WORD_SHOWS) &&
           !tare_token_is(clause->sentence, clause->first, "there");
}

/** "it has 4 dB more than it should" */
static bool is_had(const TareClause* clause)
{
    for (size_t i = clause->first; i < clause->pair.gain; ++i)
        if (tare_token_is(clause->sentence, i, "has") ||
            tare_token_is(clause->sentence, i, "there*"))
            return true;
    return false;
}

/** Whether a change is the writer's own, or brings something about. */
static bool is_somebodys_change(const TareClause* clause, size_t word)
{
    return tare_token_means(clause->sentence, word, TARE_WORD_CHANGES) &&
           !tare_gain_is_known(clause) && !is_had(clause) &&
           (tare_is_own_work(clause) || brings_something(clause));
}

static bool compares_with_target(const TareClause* clause)
{
    return tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_TARGET) &&
           tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_COMPARES);
}

bool tare_remedy_is_doubtful(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const bool has_word = word < sentence->n_tokens;
    const bool may_help = !has_word || tare_token_means(sentence, word, TARE_WORD_CHANGES);
    const bool is_fault =
        has_word && !may_help && tare_token_means(sentence, word, TARE_WORD_SHAPE);
    const bool is_imagined = tare_is_hypothetical(clause, word) && !tare_gain_is_known(clause);
    if (is_imagined || is_somebodys_change(clause, word) ||
        ((!is_fault || tare_token_is(sentence, clause->first, "a")) && /* "a dip in the EQ" */
         tare_gain_is_on_equaliser(clause)))
        return true;
    if (may_help &&
        tare_clause_any_means(clause, clause->first, clause->pair.gain, TARE_WORD_HELPS))
        return true;
    return has_word && !compares_with_target(clause) &&
           (tare_deed_is_command(clause, word) || is_bare_cut(clause, word));
}
