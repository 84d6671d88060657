#include "review/target_curves.h"

#include "review/clauses.h"
#include "review/token.h"

/** Whether a word before "curve" makes it one that somebody aims at: "house". */
static bool names_aim(const TareSentence* sentence, size_t index)
{
    static const char* const words[] = {"aim",        "desired",   "favorite", "favourite",
                                        "goal",       "harman",    "house",    "personal",
                                        "preference", "preferred", "target",   "targets"};
    return TARE_TOKEN_IS_ONE_OF(sentence, index, words) ||
           (tare_token_is(sentence, index, "diffuse*") ||
            (tare_token_is(sentence, index, "neutral") &&
             tare_token_is(sentence, index + 1, "line")));
}

static bool is_owner(const TareSentence* sentence, size_t index)
{
    static const char* const owners[] = {"her", "his", "my", "their"};
    return TARE_TOKEN_IS_ONE_OF(sentence, index, owners);
}

/** Whether a word may be part of the name of a target: "our diffuse-field curve", "Harman 2018". */
static bool names_target(const TareSentence* sentence, size_t index)
{
    static const char* const words[] = {"curve", "field", "line", "our", "tilt", "usual"};
    return tare_token_means(sentence, index, TARE_WORD_TARGET | TARE_WORD_ARTICLE) ||
           names_aim(sentence, index) || TARE_TOKEN_IS_ONE_OF(sentence, index, words) ||
           is_owner(sentence, index) ||
           (index < sentence->n_tokens && sentence->tokens[index].kind == TARE_TOKEN_NUMBER);
}

/** The token behind a place that opens a thought: "at 100 Hz", "around 100 Hz,". */
static size_t skip_place(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t i = clause->thought_first;
    if (!tare_token_means(sentence, i, TARE_WORD_AT | TARE_WORD_ABOUT))
        return i;
    while (tare_token_means(sentence, i, TARE_WORD_AT | TARE_WORD_ABOUT | TARE_WORD_ARTICLE))
        ++i;
    if (i >= sentence->n_tokens || sentence->tokens[i].kind != TARE_TOKEN_FREQ)
        return clause->thought_first;
    return i + 1 + tare_token_is_mark(sentence, i + 1, ',');
}

static bool is_verb_of_curve(const TareSentence* sentence, size_t index)
{
    const TareWordMeaning deeds =
        TARE_WORD_MOVES | TARE_WORD_REACHES | TARE_WORD_SHOWS | TARE_WORD_ASKS | TARE_WORD_CHANGES;
    return tare_token_means(sentence, index, deeds) || tare_token_is(sentence, index, "has") ||
           tare_token_is(sentence, index, "dips") ||
           tare_token_has_role(sentence, index, TARE_ROLE_GIVES);
}

/** "lies 5 dB lower", "is lower by", "would be 4 dB higher"; but not "is exceeded by". */
static bool lies_elsewhere(const TareSentence* sentence, size_t index)
{
    static const char* const verbs[] = {"is",  "lies", "runs",  "sits",
                                        "was", "were", "would", "stands"};
    static const char* const sides[] = {"a",      "above", "an",    "below", "down",
                                        "higher", "be",    "lower", "under", "up"};
    if (!TARE_TOKEN_IS_ONE_OF(sentence, index, verbs))
        return false;
    const size_t next = tare_token_skip_about(sentence, index + 1);
    return TARE_TOKEN_IS_ONE_OF(sentence, next, sides) ||
           tare_token_means(sentence, next, TARE_WORD_SHAPE) ||
           (next < sentence->n_tokens && sentence->tokens[next].kind == TARE_TOKEN_GAIN);
}

/* So many words may tell whose a target is: "that we use for them". */
enum { MAX_RELATIVE = 6 };

/** The verb behind "we use for them", "I like"; `index` when nobody is told to aim there. */
static size_t skip_relative(const TareSentence* sentence, size_t index)
{
    static const char* const verbs[] = {"aim",  "chose",  "follow", "keep", "like",
                                        "love", "prefer", "use",    "used", "want"};
    bool is_aimed_at = false;
    for (size_t i = index; i <= index + MAX_RELATIVE && i < sentence->n_tokens; ++i) {
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD)
            return index;
        if (is_aimed_at && i > index + 1 &&
            (is_verb_of_curve(sentence, i) || lies_elsewhere(sentence, i)))
            return i;
        is_aimed_at = is_aimed_at || TARE_TOKEN_IS_ONE_OF(sentence, i, verbs);
    }
    return index;
}

/** What the words that may name a target, from a token on, make of it. */
typedef struct {
    size_t end;        ///< behind them
    bool is_named;     ///< one names a target
    bool is_aim;       ///< and nothing else, as "curve" may
    bool is_of_person; ///< "my curve"
} Name;

static Name read_name(const TareClause* clause, size_t first)
{
    const TareSentence* const sentence = clause->sentence;
    Name name = {.end = first};
    for (size_t i = first; i < clause->pair.gain && names_target(sentence, i); name.end = ++i) {
        name.is_aim = name.is_aim || names_aim(sentence, i);
        name.is_named = name.is_named || name.is_aim ||
                        tare_token_means(sentence, i, TARE_WORD_TARGET) ||
                        tare_token_is(sentence, i, "tilt");
        name.is_of_person = name.is_of_person || is_owner(sentence, i);
    }
    return name;
}

/** Behind ", they write," at a token; the token itself when there is none. */
static size_t skip_insertion(const TareSentence* sentence, size_t index)
{
    if (!tare_token_is_mark(sentence, index, ','))
        return index;
    for (size_t i = index + 2; i <= index + 4; ++i)
        if (tare_token_is_mark(sentence, i, ','))
            return i + 1;
    return index;
}

bool tare_clause_is_of_target(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t first = skip_place(clause);
    const Name name = read_name(clause, first);
    if (name.is_named && tare_token_is(sentence, name.end, "own"))
        return true;
    size_t verb = skip_relative(sentence, skip_insertion(sentence, name.end));
    const bool is_aim = name.is_aim || (name.is_named && verb > name.end);
    const bool may_be_response = /* "at 4 kHz the curve", "my curve" */
        first > clause->thought_first || name.is_of_person;
    verb += tare_token_is(sentence, verb, "itself");
    return (is_aim && lies_elsewhere(sentence, verb)) ||
           ((is_aim || (name.is_named && !may_be_response)) && is_verb_of_curve(sentence, verb));
}
