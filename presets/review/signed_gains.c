#include "review/signed_gains.h"

#include "review/clauses.h"
#include "review/deeds.h"
#include "review/filter_figures.h"

static bool has_sign(const TareClause* clause)
{
    const TareSign sign = clause->sentence->tokens[clause->pair.gain].sign;
    return sign == TARE_SIGN_PLUS || sign == TARE_SIGN_MINUS;
}

/** Whether a word compares with a target: "-5 dB against the hiss" does not. */
static bool compares(const TareSentence* sentence, size_t index)
{
    if (!tare_token_means(sentence, index, TARE_WORD_COMPARES))
        return false;
    for (size_t i = index + 1; i <= index + 4; ++i)
        if (tare_token_means(sentence, i, TARE_WORD_TARGET))
            return true;
    return !tare_token_is(sentence, index, "against");
}

/** Whether a word is about a response, and not about what an equaliser does. */
static bool tells_of_response(const TareSentence* sentence, size_t index)
{
    const TareWordMeaning levels = TARE_WORD_UP | TARE_WORD_DOWN;
    return tare_token_means(sentence, index, TARE_WORD_SHOWS | TARE_WORD_REACHES) ||
           tare_token_means(sentence, index, TARE_WORD_TARGET) || compares(sentence, index) ||
           tare_token_is(sentence, index, "estimate*") ||
           tare_token_is(sentence, index, "guess*") ||
           tare_token_has_role(sentence, index, TARE_ROLE_PROVES) ||
           (tare_token_means(sentence, index, levels) &&
            !tare_token_means(sentence, index, TARE_WORD_CHANGES));
}

/** "there's a +5 dB shelf" */
static bool states_presence(const TareClause* clause, size_t index)
{
    return index >= clause->first && index < tare_clause_pair_first(clause) &&
           tare_token_is(clause->sentence, index, "there");
}

bool tare_gain_is_on_equaliser(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t i = tare_clause_pair_last(clause) + 1;
    i += tare_token_means(sentence, i, TARE_WORD_SHAPE); /* "a 3 dB bump in the EQ" */
    while (i < sentence->n_tokens &&
           (sentence->tokens[i].kind != TARE_TOKEN_WORD ||
            tare_token_means(sentence, i, TARE_WORD_AND | TARE_WORD_AT | TARE_WORD_ABOUT)) &&
           !tare_token_has_role(sentence, i, TARE_ROLE_USES))
        ++i;
    for (size_t last = i + 3; i <= last; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_EQUALISER)) /* "in Oratory's average" */
            return !tare_token_has_role(sentence, i + 1, TARE_ROLE_IS_SHOWN);
        if (!tare_token_means(sentence, i, TARE_WORD_ARTICLE | TARE_WORD_AT | TARE_WORD_OF) &&
            !tare_token_has_role(sentence, i, TARE_ROLE_USES) && !tare_token_is(sentence, i, "my"))
            return false;
    }
    return false;
}

/** "voices should be brought forward with +3 dB at 3 kHz" */
static bool is_demanded(const TareClause* clause)
{
    for (size_t i = clause->first; i < tare_clause_pair_first(clause); ++i) {
        if (tare_token_has_role(clause->sentence, i, TARE_ROLE_DEMANDS_BE))
            return tare_token_is(clause->sentence, i + 1, "be");
    }
    return false;
}

/** "a narrow filter of -4 dB at 5 kHz", "two tweaks suffice: +2 dB at 1.2 kHz" */
static bool names_filter(const TareClause* clause)
{
    for (size_t i = clause->thought_first; i < clause->first; ++i)
        if (tare_token_means(clause->sentence, i, TARE_WORD_REMEDY))
            return true;
    for (size_t i = clause->first; i < clause->pair.gain; ++i) {
        if (tare_token_means(clause->sentence, i, TARE_WORD_REMEDY) &&
            tare_token_has_role(clause->sentence, i, TARE_ROLE_FILTERS))
            return true;
    }
    return false;
}

/** Whether a target is what somebody wants to come to: "for neutrality, -3 dB". */
static bool is_aim(const TareSentence* sentence, size_t index)
{
    return index > 0 && tare_token_means(sentence, index, TARE_WORD_TARGET) &&
           (tare_token_is(sentence, index - 1, "for") ||
            tare_token_is(sentence, index - 1, "reach"));
}

/** Whether the sentence tells what somebody does or gets, and no one hears or measures anything:
    "a low shelf at 100 Hz with +5 dB made it for me". */
static bool is_of_person(const TareSentence* sentence)
{
    static const char* const persons[] = {"i",      "i'm",  "i've",  "i'd",    "me",
                                          "my",     "mine", "we",    "buyers", "listeners",
                                          "owners", "our",  "users", "you"};
    bool has_person = false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_is(sentence, i, "hear*") || tare_token_is(sentence, i, "sound*") ||
            tare_token_is(sentence, i, "rig") || tare_token_is(sentence, i, "unit"))
            return false;
        for (size_t k = 0; k < sizeof persons / sizeof *persons; ++k)
            has_person = has_person || tare_token_is(sentence, i, persons[k]);
    }
    return has_person;
}

/** Whether a gain is that of a "low shelf" or "high shelf", which is a filter's name. */
static bool names_shelf(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = clause->first; i <= clause->last; ++i) {
        if (tare_token_is(sentence, i, "lowshel*") || tare_token_is(sentence, i, "highshel*") ||
            (tare_token_means(sentence, i + 1, TARE_WORD_SHELF) &&
             (tare_token_is(sentence, i, "low") || tare_token_is(sentence, i, "high"))))
            return true;
    }
    return false;
}

/** "a high shelf, 10 kHz, 3 dB up" */
static bool names_shelf_before(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t first = clause->first;
    return first > 2 && tare_token_is_mark(sentence, first - 1, ',') &&
           tare_token_means(sentence, first - 2, TARE_WORD_SHELF) &&
           (tare_token_is(sentence, first - 3, "low") ||
            tare_token_is(sentence, first - 3, "high"));
}

/* So many words may stand between "is" and what it calls the gains. */
enum { MAX_CALLED = 3 };

/** "-3 dB at 150 Hz and +4 dB at 5 kHz is my EQ", "is all I use" */
static bool is_called_setting(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = tare_clause_pair_last(clause) + 1; i < sentence->n_tokens; ++i) {
        const bool is_verb = tare_token_is(sentence, i, "is") ||
                             tare_token_is(sentence, i, "that's") ||
                             tare_token_is(sentence, i, "are") || tare_token_is(sentence, i, "was");
        for (size_t k = i + 1; is_verb && k <= i + MAX_CALLED; ++k)
            if (tare_token_means(sentence, k, TARE_WORD_REMEDY) ||
                tare_token_is(sentence, k, "use") || tare_token_is(sentence, k, "run"))
                return true;
    }
    return false;
}

/** Whether something beside the sign speaks of a filter. */
static bool may_be_setting(const TareClause* clause)
{
    return clause->pair.q || clause->sentence->head == TARE_HEAD_SETTINGS ||
           tare_gain_is_on_equaliser(clause) || is_demanded(clause) || names_filter(clause) ||
           is_called_setting(clause) ||
           ((names_shelf(clause) || names_shelf_before(clause)) &&
            (is_of_person(clause->sentence) ||
             tare_deed_is_followed_by(clause, TARE_ROLE_SOOTHES) ||
             tare_deed_is_followed_by(clause, TARE_ROLE_RESTORES)));
}

/** "a high shelf, 10 kHz, 3 dB up": whether a word is the sign of an unsigned gain, in words. */
static bool is_sign_in_words(const TareClause* clause, size_t index)
{
    const size_t gain = clause->pair.gain;
    return (index == gain + 1 || index + 1 == gain || index + 2 == gain) &&
           clause->sentence->tokens[gain].sign == TARE_SIGN_NONE &&
           (tare_token_is(clause->sentence, index, "up") ||
            tare_token_is(clause->sentence, index, "down"));
}

/** Whether a shelf has such a sign. */
static bool has_sign_in_words(const TareClause* clause)
{
    bool has_one = false;
    for (size_t i = clause->pair.gain > 1 ? clause->pair.gain - 2 : 0; i <= clause->pair.gain + 1;
         ++i)
        has_one = has_one || is_sign_in_words(clause, i);
    return has_one && (names_shelf(clause) || names_shelf_before(clause));
}

/** Whether a noun of fault stands farther before a gain with the opposite sign, which then is what
    is done about it: "I started with the trough, going +5 dB at 4.2 kHz". */
static bool is_countered(const TareClause* clause, size_t index)
{
    const TareSentence* const sentence = clause->sentence;
    const TareSign sign = sentence->tokens[clause->pair.gain].sign;
    const TareWordMeaning fault = sign == TARE_SIGN_PLUS ? TARE_WORD_DOWN : TARE_WORD_UP;
    return clause->pair.q && index + 1 < tare_clause_pair_first(clause) &&
           tare_token_means(sentence, index, TARE_WORD_SHAPE) &&
           !tare_token_means(sentence, index, TARE_WORD_CHANGES) &&
           tare_token_means(sentence, index, fault) && is_of_person(sentence);
}

/** Whether something beside its sign speaks of a filter, and no noun of a fault. */
static bool is_supported(const TareClause* clause)
{
    return may_be_setting(clause) &&
           (clause->sentence->head == TARE_HEAD_SETTINGS || !tare_figures_are_of_fault(clause));
}

bool tare_signed_gain_is_setting(const TareClause* clause)
{
    const TareHead head = clause->sentence->head;
    if (!(has_sign(clause) || has_sign_in_words(clause)) || head == TARE_HEAD_FAULTS ||
        head == TARE_HEAD_OTHER)
        return false;
    if (tare_figures_are_of_filter(clause))
        return true;
    if (!is_supported(clause))
        return false;
    for (size_t i = clause->thought_first; i <= clause->last && !is_demanded(clause); ++i) {
        if (is_aim(clause->sentence, i) || is_sign_in_words(clause, i) || is_countered(clause, i))
            continue;
        if (tells_of_response(clause->sentence, i) || states_presence(clause, i) ||
            tare_token_means(clause->sentence, i, TARE_WORD_HELPS))
            return false;
    }
    return true;
}

/** "voices come forward at +3 dB around 2 kHz" */
static bool tells_of_effect(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    bool has_effect = false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE | TARE_WORD_SHOWS | TARE_WORD_TARGET) ||
            tare_token_has_role(sentence, i, TARE_ROLE_PROVES))
            return false;
        has_effect = has_effect || tare_token_has_role(sentence, i, TARE_ROLE_EFFECT);
        const bool is_level = tare_token_means(sentence, i, TARE_WORD_UP | TARE_WORD_DOWN) &&
                              !tare_token_means(sentence, i, TARE_WORD_CHANGES);
        if (is_level && tare_token_is(sentence, i + 1, "to") && i < clause->pair.gain)
            return false; /* "dives to -7 dB at 3.6 kHz before it comes up" */
    }
    return has_effect;
}

/** "a 5 dB boost at 200 Hz" as what the sentence is about, and no means: "with a 5 dB boost" */
static bool begins_noun(const TareClause* clause, size_t index)
{
    const TareSentence* const sentence = clause->sentence;
    return index < clause->pair.gain && index + 3 >= clause->pair.gain &&
           (tare_token_is(sentence, index, "a") || tare_token_is(sentence, index, "an")) &&
           (index == 0 || !(tare_token_means(sentence, index - 1, TARE_WORD_WITH) ||
                            tare_token_is(sentence, index - 1, "for")));
}

/** Whether a word states that a change is there. */
static bool states_change(const TareClause* clause, size_t index)
{
    static const char* const words[] = {"there", "has", "have", "are", "appears"};
    const bool is_before = index < tare_clause_pair_last(clause);
    for (size_t i = 0; i < sizeof words / sizeof *words && is_before; ++i)
        if (tare_token_is(clause->sentence, index, words[i]))
            return true;
    const bool is_having = tare_token_is(clause->sentence, index, "has") ||
                           tare_token_is(clause->sentence, index, "have");
    return (is_before || !is_having) &&
           (tells_of_response(clause->sentence, index) || begins_noun(clause, index));
}

/** "and gave 60 Hz a 3 dB lift", "got a lift of 3 dB from me": it may have been somebody. */
static bool may_be_given(const TareClause* clause)
{
    for (size_t i = 0; i < clause->sentence->n_tokens; ++i)
        if ((i < clause->pair.gain && tare_token_is(clause->sentence, i, "gave")) ||
            tare_token_is(clause->sentence, i, "me"))
            return true;
    return false;
}

bool tare_change_is_unproven(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const bool is_told_of = word > 0 && word < clause->pair.gain && /* "Acme boosts 60 Hz" */
                            sentence->text[sentence->tokens[word].end - 1] == 's';
    if (!tare_token_means(sentence, word, TARE_WORD_CHANGES) || is_told_of ||
        sentence->head == TARE_HEAD_FAULTS)
        return false;
    if (may_be_given(clause))
        return true;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        /* "with 5 dB added at 60 Hz it has weight" */
        const TareRoles response = i < tare_clause_pair_last(clause) ? TARE_ROLE_RESPONSE : 0;
        if (states_change(clause, i) ||
            tare_token_has_role(sentence, i,
                                response | TARE_ROLE_LIES | TARE_ROLE_CAUSES | TARE_ROLE_KNOWN |
                                    TARE_ROLE_MAKER))
            return false;
    }
    return true;
}

/** Whether a word speaks of a level that is there; "cut" in another clause is what somebody does.
 */
static bool is_level_word(const TareClause* clause, size_t index)
{
    const bool is_here = index >= clause->first && index <= clause->last;
    if (tare_token_is(clause->sentence, index, "short") && /* "the short version" */
        index != clause->pair.gain + 1 &&
        !tare_token_means(clause->sentence, index + 1, TARE_WORD_OF))
        return false;
    return tare_token_means(clause->sentence, index, TARE_WORD_UP | TARE_WORD_DOWN) &&
           (is_here || !tare_token_means(clause->sentence, index, TARE_WORD_CHANGES));
}

/** Whether a word names a band and no more, as in a list of settings, too: "+4 in the bass". One
    with a mark behind it heads what is heard there: "Treble: +5 dB at 6 kHz". */
static bool is_mere_band(const TareSentence* sentence, size_t index)
{
    return tare_token_has_role(sentence, index, TARE_ROLE_BAND) &&
           !tare_token_is_mark(sentence, index + 1, ':') &&
           !tare_token_is_mark(sentence, index + 1, '(');
}

/** Whether a word of a sentence shows that a gain is one of the response. */
static bool proves(const TareClause* clause, size_t index)
{
    const TareSentence* const sentence = clause->sentence;
    const bool is_shelf =
        tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_SHELF);
    return tells_of_response(sentence, index) || states_presence(clause, index) ||
           (is_level_word(clause, index) && !is_sign_in_words(clause, index)) ||
           (!is_shelf && tare_token_has_role(sentence, index, TARE_ROLE_RESPONSE) &&
            !is_mere_band(sentence, index)) ||
           tare_token_has_role(sentence, index, TARE_ROLE_LIES);
}

bool tare_signed_gain_is_unproven(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    if (sentence->head == TARE_HEAD_FAULTS ||
        !(has_sign(clause) || names_shelf(clause) || names_shelf_before(clause)))
        return false;
    if (tells_of_effect(clause))
        return true;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (i > clause->last && tare_token_has_role(sentence, i, TARE_ROLE_CAUSES))
            break;
        if (proves(clause, i))
            return false;
    }
    return true;
}

/* So many tokens before its figures a fault may be named that a gain counters. */
enum { MAX_COUNTERED_DISTANCE = 4 };

bool tare_signed_gain_counters(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const TareSign sign = sentence->tokens[clause->pair.gain].sign;
    const TareWordMeaning same = sign == TARE_SIGN_PLUS ? TARE_WORD_UP : TARE_WORD_DOWN;
    const size_t end = tare_clause_pair_first(clause);
    bool has_fault = false;
    for (size_t i = end; has_sign(clause) && i-- > 0 && end - i <= MAX_COUNTERED_DISTANCE;) {
        if (tare_token_means(sentence, i, TARE_WORD_SHOWS | TARE_WORD_REACHES | TARE_WORD_AND) ||
            tare_token_is_mark(sentence, i, ';') || tare_token_is_mark(sentence, i, ','))
            break;
        if (!tare_token_means(sentence, i, TARE_WORD_SHAPE) ||
            tare_token_means(sentence, i, TARE_WORD_CHANGES))
            continue;
        if (tare_token_means(sentence, i, same))
            return false;
        has_fault = true;
    }
    return has_fault;
}
