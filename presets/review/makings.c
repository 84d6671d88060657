#include "review/makings.h"

#include "review/clauses.h"
#include "review/deeds.h"
#include "review/token.h"

/* How far before a noun the verb may stand that makes it: "I add a small hump". */
enum { MAX_VERB_DISTANCE = 5 };

static bool is_person(const TareSentence* sentence, size_t index)
{
    static const char* const persons[] = {"i",         "listeners", "people",    "readers",
                                          "reviewers", "someone",   "somebody",  "users",
                                          "we",        "who",       "engineers", "owners"};
    return TARE_TOKEN_IS_ONE_OF(sentence, index, persons);
}

/** The first token of the noun that a word of shape ends: its article, size and adjectives. */
static size_t start_of_noun(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    size_t i = word;
    while (i > clause->thought_first && word - i < MAX_VERB_DISTANCE &&
           !tare_token_means(sentence, i, TARE_WORD_ARTICLE))
        --i;
    return tare_token_means(sentence, i, TARE_WORD_ARTICLE) ? i : word;
}

/** "I add a hump of 4 dB", "For film we set a dip": a verb of somebody's hands before a noun. */
static bool is_made_by_verb(const TareClause* clause, size_t word)
{
    static const char* const verbs[] = {"add",  "added",  "applied", "apply", "dial*", "draw",
                                        "drew", "enter*", "insert*", "made",  "make",  "programmed",
                                        "put",  "set",    "use",     "used"};
    const TareSentence* const sentence = clause->sentence;
    const size_t noun = start_of_noun(clause, word);
    if (word >= sentence->n_tokens || noun == 0 || noun == word ||
        !TARE_TOKEN_IS_ONE_OF(sentence, noun - 1, verbs))
        return false;
    for (size_t i = noun - 1; i-- > 0 && noun - i <= MAX_VERB_DISTANCE;)
        if (is_person(sentence, i))
            return true;
    return noun == 1; /* "Add a hump of 4 dB" */
}

/** "It needs a dip of 5 dB at 9 kHz": the noun is asked for, though it is one of faults. */
static bool is_needed(const TareClause* clause, size_t word)
{
    static const char* const verbs[] = {"need*", "want", "wanted", "wants"};
    const size_t noun = start_of_noun(clause, word);
    return noun > 0 && noun < word && TARE_TOKEN_IS_ONE_OF(clause->sentence, noun - 1, verbs);
}

/** "A rise of 3 dB at 12 kHz, made with a shelf in my player", "a hump, added in Wavelet" */
static bool is_made_behind(const TareClause* clause)
{
    static const char* const made[] = {"added",   "applied", "dialled", "dialed",
                                       "entered", "made",    "done",    "set"};
    const TareSentence* const sentence = clause->sentence;
    size_t i = clause->last + 1;
    i += tare_token_is_mark(sentence, i, ',');
    return TARE_TOKEN_IS_ONE_OF(sentence, i, made) &&
           (tare_token_is(sentence, i + 1, "in") || tare_token_is(sentence, i + 1, "by") ||
            tare_token_means(sentence, i + 1, TARE_WORD_WITH)) &&
           !tare_token_is(sentence, i + 3, "housing") && !tare_token_is(sentence, i + 3, "factory");
}

/** "My ears, my EQ: less mud at 200 Hz (3 dB)": an equaliser and a colon open a list of what it
    does. */
static bool is_listed_under_equaliser(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = 1; i < tare_clause_pair_first(clause); ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_SHOWS | TARE_WORD_NOT))
            return false;
        if (tare_token_is_mark(sentence, i, ':') &&
            tare_token_means(sentence, i - 1, TARE_WORD_EQUALISER))
            return true;
    }
    return false;
}

/** "one notch, 5.8 kHz and 4 dB deep, plus a cut of 3 dB": what stands beside a cut is one too. */
static bool is_beside_cut(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (!tare_clause_any_means(clause, clause->thought_first, tare_clause_pair_last(clause),
                               TARE_WORD_CHANGES) ||
        tare_clause_any_means(clause, 0, sentence->n_tokens - 1,
                              TARE_WORD_SHOWS | TARE_WORD_TARGET))
        return false;
    for (size_t i = 1; i < sentence->n_tokens; ++i)
        if (i != word && tare_token_is(sentence, i, "cut") &&
            tare_token_means(sentence, i - 1, TARE_WORD_ARTICLE))
            return true;
    return false;
}

/** The indefinite article of the noun that the pair is told of: "a hump of 3 dB", "a 3 dB hump";
    n_tokens when there is none before the gain. */
static size_t find_article(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = tare_clause_pair_first(clause);
         i-- > clause->first && tare_clause_pair_first(clause) - i <= MAX_VERB_DISTANCE;)
        if (tare_token_means(sentence, i, TARE_WORD_ARTICLE))
            return tare_token_is(sentence, i, "a") || tare_token_is(sentence, i, "an")
                       ? i
                       : sentence->n_tokens;
    return sentence->n_tokens;
}

/** Whether a word only helps the verb behind it: "I have just built". */
static bool is_auxiliary(const TareSentence* sentence, size_t index)
{
    static const char* const words[] = {"also", "always",    "can",   "did", "do",
                                        "had",  "have",      "just",  "now", "still",
                                        "then", "therefore", "simply"};
    return TARE_TOKEN_IS_ONE_OF(sentence, index, words);
}

/** Whether a verb tells what somebody hears, finds or thinks, and not what they do. */
static bool is_perception(const TareSentence* sentence, size_t index)
{
    static const char* const verbs[] = {
        "am",        "bet",     "blame*",  "call*",   "came",       "complain*", "could",
        "count*",    "detect*", "dislike", "doubt*",  "encounter*", "estimate*", "expect*",
        "feel",      "felt",    "find",    "forgive", "found",      "get",       "got",
        "guess*",    "hate",    "hear*",   "know",    "live",       "lose",      "measure*",
        "mention*",  "mind",    "miss*",   "must",    "note*",      "notice*",   "observe*",
        "perceive*", "put",     "read",    "record*", "report*",    "said",      "saw",
        "say",       "see",     "sense*",  "spot*",   "struggle*",  "suffer*",   "suspect*",
        "think",     "thought", "was",     "would",   "won't",      "don't",     "can't",
        "hit"};
    return TARE_TOKEN_IS_ONE_OF(sentence, index, verbs) ||
           tare_token_means(sentence, index, TARE_WORD_SHOWS | TARE_WORD_NOT) ||
           tare_token_has_role(sentence, index, TARE_ROLE_IS | TARE_ROLE_BEARS);
}

/* So many words may stand between what the writer does and the noun. */
enum { MAX_DEED_DISTANCE = 6 };

/** "I built in a dip of 3 dB", "I correct the mud with a dip": what the writer does right before,
    and it is not hearing or finding. */
static bool is_made_by_writer(const TareClause* clause)
{
    /* but "I bought it despite a peak", "I ran into a peak" */
    static const char* const leads[] = {"for", "in", "it", "on", "them", "with"};
    const TareSentence* const sentence = clause->sentence;
    const size_t article = find_article(clause);
    if (article == sentence->n_tokens)
        return false;
    for (size_t i = article; i-- > clause->thought_first && article - i <= MAX_DEED_DISTANCE;) {
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD ||
            tare_token_has_role(sentence, i, TARE_ROLE_CAUSES) ||
            tare_token_means(sentence, i, TARE_WORD_AND) || tare_token_is(sentence, i, "that"))
            return false;
        if (!tare_token_has_role(sentence, i, TARE_ROLE_WRITER))
            continue;
        size_t verb = i + 1;
        while (is_auxiliary(sentence, verb))
            ++verb;
        return verb < article && !is_perception(sentence, verb) &&
               (verb + 1 == article || TARE_TOKEN_IS_ONE_OF(sentence, article - 1, leads));
    }
    return false;
}

/** "Dial in a dip of 3 dB", "Give it a hump", "Make 90 Hz 3 dB lower" */
static bool is_ordered(const TareClause* clause)
{
    static const char* const verbs[] = {"apply", "build",  "dial", "draw", "give",
                                        "make",  "insert", "put",  "set",  "try"};
    const TareSentence* const sentence = clause->sentence;
    return TARE_TOKEN_IS_ONE_OF(sentence, clause->thought_first, verbs) &&
           tare_clause_pair_first(clause) - clause->thought_first <= MAX_DEED_DISTANCE;
}

/** "A dip of 3 dB at 90 Hz does the trick", "is what I set", ", and the mud is gone" */
static bool does_good(const TareClause* clause, size_t word)
{
    static const char* const ends[] = {"alive",  "cured",  "cures", "fixes", "fixed", "gone",
                                       "solved", "solves", "tames", "trick", "wakes"};
    const TareSentence* const sentence = clause->sentence;
    if (find_article(clause) != clause->first || word > tare_clause_pair_last(clause) ||
        !tare_token_means(sentence, word, TARE_WORD_SHAPE))
        return false;
    for (size_t i = tare_clause_pair_last(clause) + 1; i < sentence->n_tokens; ++i) {
        if (tare_token_is_mark(sentence, i, ';') || tare_token_means(sentence, i, TARE_WORD_BREAK))
            return false;
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, ends) ||
            (tare_token_is(sentence, i, "what") &&
             tare_token_has_role(sentence, i + 1, TARE_ROLE_WRITER) &&
             !is_perception(sentence, i + 2)))
            return true;
    }
    return false;
}

/** "What helps is a dip", "The remedy was", "My taste calls for a hump", "got a hump from me" */
static bool is_called_remedy(const TareClause* clause)
{
    static const char* const words[] = {"cure", "helps", "medicine", "recipe", "remedy", "taste"};
    const TareSentence* const sentence = clause->sentence;
    const size_t first = clause->thought_first, last = tare_clause_pair_last(clause);
    for (size_t i = first; i < first + 3 && i < tare_clause_pair_first(clause); ++i)
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, words))
            return !tare_clause_any_means(clause, first, last, TARE_WORD_SHOWS | TARE_WORD_TARGET);
    return tare_token_is(sentence, last + 1, "from") && tare_token_is(sentence, last + 2, "me");
}

bool tare_shape_may_be_made(const TareClause* clause, size_t word)
{
    return clause->sentence->head != TARE_HEAD_FAULTS &&
           (is_made_by_verb(clause, word) || is_made_by_writer(clause) || is_ordered(clause) ||
            does_good(clause, word) || is_called_remedy(clause) || is_needed(clause, word) ||
            is_made_behind(clause) || is_listed_under_equaliser(clause) ||
            is_beside_cut(clause, word));
}

/** "A cut is needed at 8 kHz, about 5 dB" */
static bool is_asked_passively(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    return word < tare_clause_pair_first(clause) &&
           tare_token_means(sentence, word, TARE_WORD_CHANGES) &&
           (tare_token_has_role(sentence, word + 1, TARE_ROLE_IS) ||
            tare_token_is(sentence, word + 1, "was")) &&
           tare_token_has_role(sentence, word + 2, TARE_ROLE_IS_ASKED);
}

/** "Audio Lab suggests a dip of 3 dB at 4.5 kHz with a Q of 3": with a Q, a filter. */
static bool is_suggested(const TareClause* clause, size_t word)
{
    static const char* const verbs[] = {"advise*",  "offer*",     "prescribe*", "propose*",
                                        "publish*", "recommend*", "suggest*"};
    const size_t noun = start_of_noun(clause, word);
    return clause->pair.q && noun > 0 && noun < word &&
           TARE_TOKEN_IS_ONE_OF(clause->sentence, noun - 1, verbs) && !tare_gain_is_known(clause);
}

/** "Two reviewers applied a boost of 3 dB at 1.2 kHz": people, and what an equaliser can do. */
static bool is_applied(const TareClause* clause, size_t word)
{
    static const char* const verbs[] = {"applied", "apply"};
    const TareSentence* const sentence = clause->sentence;
    const size_t noun = start_of_noun(clause, word);
    if (noun == 0 || noun >= word || !tare_token_means(sentence, word, TARE_WORD_CHANGES) ||
        !TARE_TOKEN_IS_ONE_OF(sentence, noun - 1, verbs))
        return false;
    for (size_t i = 0; i < noun; ++i)
        if (is_person(sentence, i))
            return true;
    return false;
}

/** "To restore the bass, a low shelf of +6 dB at 80 Hz": a purpose opens what is done. */
static bool has_purpose_before(const TareClause* clause)
{
    static const char* const verbs[] = {"balance", "compensate", "correct", "counter",
                                        "cure",    "even",       "fill",    "fix",
                                        "mend",    "restore",    "tame",    "undo"};
    const TareSentence* const sentence = clause->sentence;
    const TareSign sign = sentence->tokens[clause->pair.gain].sign;
    if (!tare_token_is(sentence, 0, "to") || !TARE_TOKEN_IS_ONE_OF(sentence, 1, verbs) ||
        (sign != TARE_SIGN_PLUS && sign != TARE_SIGN_MINUS) || tare_gain_is_of_fault(clause))
        return false;
    for (size_t i = 2; i < clause->first; ++i)
        if (tare_token_is_mark(sentence, i, ','))
            return true;
    return false;
}

bool tare_shape_is_asked_for(const TareClause* clause, size_t word)
{
    if (has_purpose_before(clause))
        return true;
    return word < clause->sentence->n_tokens &&
           (is_asked_passively(clause, word) || is_suggested(clause, word) ||
            is_applied(clause, word));
}
