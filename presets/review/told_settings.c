#include "review/told_settings.h"

#include "review/deeds.h"

static bool is_signed(const TareClause* clause)
{
    const TareSign sign = clause->sentence->tokens[clause->pair.gain].sign;
    return sign == TARE_SIGN_PLUS || sign == TARE_SIGN_MINUS;
}

/** Whether a pair may be a setting at all: it is no more than a sign, or what an equaliser does. */
static bool is_change(const TareClause* clause, size_t word)
{
    static const char* const nouns[] = {"decrease", "increase", "lowering", "raising"};
    const TareSentence* const sentence = clause->sentence;
    if (tare_gain_is_known(clause))
        return false;
    return word < sentence->n_tokens ? tare_token_means(sentence, word, TARE_WORD_CHANGES) ||
                                           TARE_TOKEN_IS_ONE_OF(sentence, word, nouns)
                                     : is_signed(clause);
}

/** Whether a sentence compares with a target, or tells of what was measured. */
static bool tells_of_response(const TareSentence* sentence, size_t first, size_t end)
{
    for (size_t i = first; i < end; ++i)
        if (tare_token_means(sentence, i, TARE_WORD_SHOWS | TARE_WORD_REACHES | TARE_WORD_TARGET))
            return true;
    return false;
}

/** Where the thought of a clause ends. */
static size_t end_of_thought(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t i = tare_clause_pair_last(clause) + 1;
    while (i < sentence->n_tokens && !tare_token_is_mark(sentence, i, ';') &&
           !tare_token_means(sentence, i, TARE_WORD_BREAK))
        ++i;
    return i;
}

/** "a reduction of 3 dB at 2 kHz, as proposed by the source" */
static bool is_proposed(const TareClause* clause)
{
    static const char* const verbs[] = {"advised",   "prescribed",  "proposed",
                                        "published", "recommended", "suggested"};
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = tare_clause_pair_last(clause) + 1, end = end_of_thought(clause); i < end; ++i)
        if (tare_token_is(sentence, i, "as") && TARE_TOKEN_IS_ONE_OF(sentence, i + 1, verbs))
            return true;
    return false;
}

/** "A cut at 8 kHz of 4 dB is all the EQ it needs", "is all it takes" */
static bool is_all_that_is_needed(const TareClause* clause)
{
    static const char* const verbs[] = {"need", "needed", "needs", "required", "takes", "took"};
    const TareSentence* const sentence = clause->sentence;
    bool is_all = false;
    for (size_t i = tare_clause_pair_last(clause) + 1, end = end_of_thought(clause); i < end; ++i) {
        is_all = is_all || (tare_token_has_role(sentence, i, TARE_ROLE_IS) &&
                            tare_token_is(sentence, i + 1, "all"));
        if (is_all && TARE_TOKEN_IS_ONE_OF(sentence, i, verbs))
            return true;
    }
    return false;
}

/** "Then a cut of 2.5 dB at 1.2 kHz, Q about 1.5": no fault is called so. */
static bool is_cut_with_q(const TareClause* clause, size_t word)
{
    return clause->pair.q && tare_token_is(clause->sentence, word, "cut");
}

/** "A low shelf of +3 dB at 80 Hz", but not "it has a low shelf": a sign is what is set. */
static bool is_signed_shelf(const TareClause* clause)
{
    static const char* const verbs[] = {"benefit*", "had", "has", "have", "is", "was", "with"};
    static const char* const kinds[] = {"high", "high-shelf", "low", "low-shelf"};
    const TareSentence* const sentence = clause->sentence;
    bool has_shelf = false;
    for (size_t i = clause->thought_first; i < clause->pair.gain; ++i) {
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, verbs))
            return false;
        has_shelf = has_shelf || (TARE_TOKEN_IS_ONE_OF(sentence, i, kinds) &&
                                  (tare_token_means(sentence, i, TARE_WORD_SHELF) ||
                                   tare_token_means(sentence, i + 1, TARE_WORD_SHELF)));
    }
    return has_shelf && is_signed(clause) && !tare_gain_is_of_fault(clause) &&
           !tare_gain_is_known(clause);
}

/** "A reviewer applied a reduction of 2 dB at 4.5 kHz", but not the maker */
static bool is_applied(const TareClause* clause, size_t word)
{
    static const char* const verbs[] = {"applied", "applies", "apply"};
    static const char* const people[] = {"author*",   "listener*", "many",    "others",  "people",
                                         "reviewer*", "some",      "source*", "tester*", "user*"};
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = word < 3 ? 0 : word - 3; i < word; ++i)
        if (i > 0 && TARE_TOKEN_IS_ONE_OF(sentence, i, verbs))
            return tare_token_has_role(sentence, i - 1, TARE_ROLE_WRITER) ||
                   TARE_TOKEN_IS_ONE_OF(sentence, i - 1, people);
    return false;
}

/** "plus a dip of 3 dB at 5.4 kHz in the equaliser", "in EQ" */
static bool is_in_equaliser(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = tare_clause_pair_last(clause) + 1, end = end_of_thought(clause); i < end; ++i) {
        const size_t own = i + 1 + tare_token_is(sentence, i + 1, "my");
        const size_t name = tare_token_skip_about(sentence, own);
        if (tare_token_is(sentence, i, "in") && name < end &&
            tare_token_means(sentence, name, TARE_WORD_EQUALISER) &&
            !tare_token_has_role(sentence, name + 1, TARE_ROLE_IS_SHOWN))
            return true;
    }
    return false;
}

/** "4 kHz goes up 3 dB and 9 kHz down 5 dB in my EQ" */
static bool is_way_in_equaliser(const TareClause* clause, size_t word)
{
    return (tare_token_is(clause->sentence, word, "up") ||
            tare_token_is(clause->sentence, word, "down")) &&
           is_in_equaliser(clause);
}

/** "In the app I moved the 160 Hz slider to -5 dB, and the second to -3 dB" */
static bool is_moved_to(const TareClause* clause)
{
    static const char* const verbs[] = {"dragged", "moved", "pulled", "pushed",
                                        "put",     "set",   "slid",   "turned"};
    static const char* const things[] = {"band*", "control*", "fader*", "slider*"};
    const TareSentence* const sentence = clause->sentence;
    bool is_moved = false, has_thing = false;
    for (size_t i = clause->thought_first; i < clause->pair.gain; ++i) {
        is_moved = is_moved || (tare_token_has_role(sentence, i, TARE_ROLE_WRITER) &&
                                TARE_TOKEN_IS_ONE_OF(sentence, i + 1, verbs));
        has_thing = has_thing || (is_moved && TARE_TOKEN_IS_ONE_OF(sentence, i, things));
    }
    return has_thing && is_signed(clause) && tare_token_is(sentence, clause->pair.gain - 1, "to");
}

/** "Lose 3 dB at 90 Hz and it sings", "Knock 90 Hz back by 3 dB": a verb that tells to do it, and
    right behind it a figure. */
static bool is_ordered(const TareClause* clause, size_t word)
{
    static const char* const verbs[] = {
        "bring", "cut",  "dial", "drop",  "ease",   "knock", "lift", "lose",  "move",
        "nudge", "pull", "push", "raise", "reduce", "scoop", "set",  "shave", "shift",
        "shove", "take", "tame", "tone",  "trim",   "turn",  "notch"};
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = clause->first; i < tare_clause_pair_first(clause); ++i) {
        const bool begins = i == 0 || sentence->tokens[i - 1].kind == TARE_TOKEN_MARK ||
                            tare_token_has_role(sentence, i - 1, TARE_ROLE_ORDERS) ||
                            (tare_token_means(sentence, i - 1, TARE_WORD_AND) && word == i);
        if (begins && TARE_TOKEN_IS_ONE_OF(sentence, i, verbs) &&
            tare_token_skip_about(sentence, i + 1) == tare_clause_pair_first(clause))
            return !tare_gain_is_of_fault(clause);
    }
    return false;
}

bool tare_setting_is_told(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (sentence->head != TARE_HEAD_FAULTS && (is_moved_to(clause) || is_ordered(clause, word)))
        return true;
    const bool is_way = is_way_in_equaliser(clause, word);
    const bool is_shelf = is_signed_shelf(clause);
    if (sentence->head == TARE_HEAD_FAULTS || !(is_way || is_shelf || is_change(clause, word)) ||
        tells_of_response(sentence, clause->thought_first, tare_clause_pair_first(clause)))
        return false;
    return is_way || is_shelf || is_proposed(clause) || is_all_that_is_needed(clause) ||
           is_cut_with_q(clause, word) || is_applied(clause, word);
}

/** "A little boost of 1.5 dB at 5 kHz gives it all the bite it needs": what does good when it is
    there may have been made. */
static bool gives_something(const TareClause* clause)
{
    static const char* const verbs[] = {"brings", "gave", "gives", "lends", "makes"};
    static const char* const objects[] = {"it", "me", "them", "things", "vocals", "voices"};
    const TareSentence* const sentence = clause->sentence;
    const size_t verb = tare_clause_pair_last(clause) + 1;
    if (!TARE_TOKEN_IS_ONE_OF(sentence, verb, verbs) ||
        !TARE_TOKEN_IS_ONE_OF(sentence, verb + 1, objects))
        return false;
    return tare_token_means(sentence, clause->first, TARE_WORD_ARTICLE) ||
           tare_token_is(sentence, clause->first, "some");
}

/** "I lift the sub-bass with a low shelf, 3 dB, at 80 Hz": a filter that somebody takes, and its
    size apart from it. */
static bool is_by_filter_of_person(const TareClause* clause)
{
    static const char* const verbs[] = {"boost*", "cut*",  "fix*",  "lift*", "lower*",
                                        "raise*", "tame*", "tamed", "use",   "used"};
    const TareSentence* const sentence = clause->sentence;
    bool is_done = false;
    for (size_t i = clause->thought_first; i < tare_clause_pair_first(clause); ++i) {
        is_done = is_done || (tare_token_has_role(sentence, i, TARE_ROLE_WRITER) &&
                              TARE_TOKEN_IS_ONE_OF(sentence, i + 1, verbs));
        if (is_done && tare_token_means(sentence, i, TARE_WORD_WITH) &&
            tare_token_means(sentence, i + 1, TARE_WORD_ARTICLE))
            return true;
    }
    return false;
}

/** "I put a resistor in line. The result: a hump of 3 dB" */
static bool comes_of_work(const TareClause* clause)
{
    static const char* const nouns[] = {"effect", "outcome", "result"};
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = 0; sentence->is_of_made && i < 2; ++i)
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, nouns))
            return true;
    return false;
}

bool tare_setting_may_be_told(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (comes_of_work(clause))
        return true;
    if (sentence->head == TARE_HEAD_FAULTS ||
        tells_of_response(sentence, clause->thought_first, tare_clause_pair_first(clause)))
        return false;
    return is_in_equaliser(clause) || is_by_filter_of_person(clause) ||
           (is_change(clause, word) && (gives_something(clause) || is_proposed(clause)));
}
