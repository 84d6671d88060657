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

/** The words between the comma before the clause and the mark before that: "treble emphasis,
    reaching 6 dB at 8 kHz". Nothing when a figure stands there. */
static bool find_clause_before(const TareClause* clause, size_t* first, size_t* last)
{
    const TareSentence* const sentence = clause->sentence;
    if (clause->first < 2 || !tare_token_is_mark(sentence, clause->first - 1, ','))
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

/** Whether a word that helps does so by a named change: "improves with a -6 dB cut". */
static bool names_change(const TareClause* clause, size_t helping)
{
    return tare_clause_any_means(clause, helping, clause->pair.gain + 3, TARE_WORD_CHANGES);
}

/** Whether a word stands before the gain to make it a remedy. */
static bool asks(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (is_undone(sentence, word) || !governs(clause, word))
        return false;
    return tare_token_means(sentence, word, TARE_WORD_REMEDY | TARE_WORD_ASKS) ||
           (tare_token_means(sentence, word, TARE_WORD_HELPS) && names_change(clause, word));
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

static bool speaks_of_equaliser(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_EQUALISER))
            return true;
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
    return begins && (next == clause->pair.gain || next == clause->pair.freq);
}

/** A word like "cut" is the remedy itself when it comes behind the word that asks for one; else all
    words of direction describe the fault. */
static bool is_remedy_word(const TareClause* clause, size_t word, size_t asking)
{
    const TareSentence* const sentence = clause->sentence;
    return tare_token_means(sentence, word, TARE_WORD_CHANGES) &&
           (asking < word || (asking == sentence->n_tokens && word > clause->pair.gain) ||
            is_command(clause, word));
}

static bool speaks_of_response(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_SHOWS))
            return true;
    }
    return false;
}

/** A "cut" outside advice may be what somebody does, or what the response has. */
static bool is_doubtful(const TareClause* clause, size_t word)
{
    return is_command(clause, word) ||
           (tare_token_is(clause->sentence, word, "cut*") && !speaks_of_response(clause->sentence));
}

const char* tare_direction_find(const TareClause* clause, bool is_advice_before,
                                TareDirection* direction)
{
    const TareSentence* const sentence = clause->sentence;
    const TareToken* const gain = &sentence->tokens[clause->pair.gain];
    const double size_db = (gain->lo + gain->hi) / 2.0;
    const size_t asking = remedy_before(clause);
    const size_t word = find_direction_word(clause);
    const bool has_word = word < sentence->n_tokens;
    direction->is_advice = asking < sentence->n_tokens || is_remedy_behind(clause) ||
                           is_advice_before ||
                           (has_word && is_command(clause, word) && speaks_of_equaliser(sentence));
    if (has_word && !direction->is_advice && is_doubtful(clause, word))
        return "a fault or its remedy: the words do not tell";
    if (gain->sign == TARE_SIGN_PLUS || gain->sign == TARE_SIGN_MINUS) {
        const double sign = gain->sign == TARE_SIGN_PLUS ? 1.0 : -1.0;
        direction->correction_db = (direction->is_advice ? sign : -sign) * size_db;
        return NULL;
    }
    if (!has_word)
        return "no word or sign gives a direction";
    const bool is_remedy = direction->is_advice && is_remedy_word(clause, word, asking);
    direction->correction_db = (is_remedy ? 1.0 : -1.0) * sign_of_word(sentence, word) * size_db;
    return NULL;
}
