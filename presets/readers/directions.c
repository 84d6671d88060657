#include "readers/directions.h"

static size_t distance(size_t a, size_t b)
{
    return a < b ? b - a : a - b;
}

/** The word of direction nearest to the gain between two tokens, both included; of two equally near
    ones the later. n_tokens when there is none. */
static size_t nearest_direction(const TareClause* clause, size_t first, size_t last)
{
    const TareSentence* const sentence = clause->sentence;
    size_t best = sentence->n_tokens;
    for (size_t i = first; i <= last && i < sentence->n_tokens; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_UP | TARE_WORD_DOWN) &&
            (best == sentence->n_tokens ||
             distance(i, clause->pair.gain) <= distance(best, clause->pair.gain)))
            best = i;
    }
    return best;
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
    if (here < clause->sentence->n_tokens || !find_clause_before(clause, &first, &last))
        return here;
    return nearest_direction(clause, first, last);
}

/* How many words without a meaning of their own may stand between "requires" and the gain. */
enum { MAX_STRANGE_WORDS = 2, MAX_REMEDY_DISTANCE = 8 };

/** Whether a word of remedy governs the gain behind it: "requires a cut of 5 dB", but not
    "requires awareness of its 5 dB peak". */
static bool governs(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    const uint32_t plain_words = TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_OF |
                                 TARE_WORD_REMEDY | TARE_WORD_ASKS | TARE_WORD_CHANGES |
                                 TARE_WORD_AT | TARE_WORD_WITH;
    size_t n_strange = 0;
    for (size_t i = word + 1; i < clause->pair.gain; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE | TARE_WORD_REACHES) &&
            !tare_token_means(sentence, i, TARE_WORD_CHANGES))
            return false;
        n_strange += sentence->tokens[i].kind == TARE_TOKEN_WORD &&
                     !tare_token_means(sentence, i, plain_words);
        if (tare_token_is(sentence, i, "its") || tare_token_is(sentence, i, "their"))
            return false;
    }
    return n_strange <= MAX_STRANGE_WORDS;
}

/** "without EQ", "before correction" */
static bool is_undone(const TareSentence* sentence, size_t word)
{
    return word > 0 && (tare_token_means(sentence, word - 1, TARE_WORD_NOT) ||
                        tare_token_is(sentence, word - 1, "before") ||
                        tare_token_is(sentence, word - 1, "after") ||
                        tare_token_is(sentence, word - 1, "despite"));
}

/** Whether the noun right behind the gain is a fault: "correct the +6 dB peak". */
static bool is_fault_behind(const TareClause* clause)
{
    for (size_t i = clause->pair.gain + 1; i <= clause->last && i <= clause->pair.gain + 3; ++i) {
        if (clause->sentence->tokens[i].kind != TARE_TOKEN_WORD ||
            tare_token_means(clause->sentence, i, TARE_WORD_AT | TARE_WORD_CHANGES))
            return false;
        if (tare_token_means(clause->sentence, i, TARE_WORD_SHAPE))
            return true;
    }
    return false;
}

static bool speaks_of_equaliser(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_EQUALISER))
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
                   speaks_of_equaliser(clause->sentence);
    }
    return false;
}

/** Whether a word stands before the gain to make it a remedy. */
static bool asks(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (is_undone(sentence, word) || !governs(clause, word))
        return false;
    if (tare_token_is(sentence, word, "filter*")) /* of an equaliser, or of an earphone's nozzle */
        return speaks_of_equaliser(sentence);
    return tare_token_means(sentence, word, TARE_WORD_REMEDY | TARE_WORD_ASKS) ||
           (tare_token_means(sentence, word, TARE_WORD_HELPS) && helps_by_change(clause, word));
}

/** The word before the gain that makes it a remedy; n_tokens when there is none. It may stand
    before a colon or bracket: "Recommended EQ: -6 dB at 5 kHz". */
static size_t remedy_before(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain;
    for (size_t i = gain; i-- > clause->thought_first && gain - i <= MAX_REMEDY_DISTANCE;) {
        const TareToken* const token = &sentence->tokens[i];
        const bool is_passed = token->kind == TARE_TOKEN_WORD || i == clause->pair.freq ||
                               tare_token_is_mark(sentence, i, ':') ||
                               tare_token_is_mark(sentence, i, '(');
        if (!is_passed)
            break;
        if (asks(clause, i))
            return is_fault_behind(clause) ? sentence->n_tokens : i;
    }
    return sentence->n_tokens;
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

/** Whether the pair is what is asked for: "a boost of 4 dB at 3 kHz is recommended". */
static bool is_asked_for_behind(const TareClause* clause)
{
    static const char* const askings[] = {"needed",  "required",  "recommended",
                                          "advised", "advisable", "suggested"};
    for (size_t i = tare_clause_pair_last(clause) + 1; i <= clause->last; ++i) {
        for (size_t k = 0; k < sizeof askings / sizeof *askings; ++k) {
            if (tare_token_is(clause->sentence, i, askings[k]))
                return !is_fault_behind(clause);
        }
    }
    return false;
}

bool tare_direction_continues_list(const TareClause* clause, const TarePair* before)
{
    const TareSentence* const sentence = clause->sentence;
    const uint32_t fillers =
        TARE_WORD_AND | TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_CHANGES | TARE_WORD_OF;
    const size_t last = before->gain < before->freq ? before->freq : before->gain;
    for (size_t i = last + 1; i < tare_clause_pair_first(clause); ++i) {
        const TareTokenKind kind = sentence->tokens[i].kind;
        if (kind != TARE_TOKEN_MARK && kind != TARE_TOKEN_Q &&
            !tare_token_means(sentence, i, fillers))
            return false;
    }
    return true;
}

static double sign_of_word(const TareSentence* sentence, size_t word)
{
    return tare_token_means(sentence, word, TARE_WORD_UP) ? 1.0 : -1.0;
}

/** Whether a word of change is a verb that asks for it: "cutting", "to cut 5 dB", "cut 5 kHz". */
static bool is_command(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (word >= clause->pair.gain || tare_token_means(sentence, word, TARE_WORD_COMMANDS))
        return word < clause->pair.gain;
    if (!tare_token_means(sentence, word, TARE_WORD_CHANGES))
        return false;
    const size_t next = tare_token_skip_about(sentence, word + 1);
    const bool begins = word == clause->first || tare_token_is(sentence, word - 1, "to");
    const TareToken* const token = &sentence->tokens[word];
    const bool is_participle = sentence->text->text[token->end - 1] == 'd'; /* "raised 5 dB" */
    return begins && !is_participle && (next == clause->pair.gain || next == clause->pair.freq);
}

/** "must be reduced by 6 dB" */
static bool is_demanded(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    return word >= 2 && tare_token_means(sentence, word, TARE_WORD_CHANGES) &&
           tare_token_is(sentence, word - 1, "be") &&
           (tare_token_is(sentence, word - 2, "must") ||
            tare_token_is(sentence, word - 2, "should"));
}

/** A word like "cut" is the remedy itself when it comes behind the word that asks for one, or when
    it is itself asked for; else all words of direction describe the fault. */
static bool is_remedy_word(const TareClause* clause, size_t word, size_t asking)
{
    const TareSentence* const sentence = clause->sentence;
    if (!tare_token_means(sentence, word, TARE_WORD_CHANGES))
        return false;
    return asking < word || is_command(clause, word) || is_demanded(clause, word) ||
           is_asked_for_behind(clause) ||
           (asking == sentence->n_tokens && word > clause->pair.gain);
}

static bool speaks_of_response(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_SHOWS))
            return true;
    }
    return false;
}

/** A "cut" outside advice may be what somebody does, or what the response has; so may any change
    that helps. */
static bool is_doubtful(const TareClause* clause, size_t word)
{
    const bool helps =
        tare_token_means(clause->sentence, word, TARE_WORD_CHANGES) &&
        tare_clause_any_means(clause, clause->first, clause->pair.gain, TARE_WORD_HELPS);
    return helps || is_command(clause, word) ||
           (tare_token_is(clause->sentence, word, "cut*") && !speaks_of_response(clause->sentence));
}

const char* tare_direction_find(const TareClause* clause, const TareDirection* before,
                                TareDirection* direction)
{
    const TareSentence* const sentence = clause->sentence;
    const TareToken* const gain = &sentence->tokens[clause->pair.gain];
    const double size_db = (gain->lo + gain->hi) / 2.0;
    const size_t asking = remedy_before(clause);
    const size_t word = find_direction_word(clause);
    const bool has_word = word < sentence->n_tokens;
    direction->is_advice = (before && before->is_advice) || asking < sentence->n_tokens ||
                           is_remedy_behind(clause) || is_asked_for_behind(clause) ||
                           (has_word && is_demanded(clause, word)) ||
                           (has_word && is_command(clause, word) && speaks_of_equaliser(sentence));
    if (has_word && !direction->is_advice && is_doubtful(clause, word))
        return "a fault or its remedy: the words do not tell";
    if (gain->sign == TARE_SIGN_PLUS || gain->sign == TARE_SIGN_MINUS) {
        const double sign = gain->sign == TARE_SIGN_PLUS ? 1.0 : -1.0;
        direction->correction_db = (direction->is_advice ? sign : -sign) * size_db;
        return NULL;
    }
    if (!has_word && before) {
        direction->correction_db = before->correction_db > 0.0 ? size_db : -size_db;
        return NULL;
    }
    if (!has_word)
        return "no word or sign gives a direction";
    const bool is_remedy = direction->is_advice && is_remedy_word(clause, word, asking);
    direction->correction_db = (is_remedy ? 1.0 : -1.0) * sign_of_word(sentence, word) * size_db;
    return NULL;
}
