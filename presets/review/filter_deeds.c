#include "review/filter_deeds.h"

#include "review/clauses.h"

/** Whether a word names what may hold a filter. */
static bool is_filter_noun(const TareSentence* sentence, size_t index)
{
    static const char* const nouns[] = {
        "bell",     "capacitor", "circuit", "coil",   "correction", "crossover", "filter*",
        "network",  "notch",     "patch",   "player", "plug-in*",   "plugin*",   "preset*",
        "profile*", "resistor",  "script",  "shelf",  "software",   "trap*"};
    return TARE_TOKEN_IS_ONE_OF(sentence, index, nouns) ||
           tare_token_means(sentence, index, TARE_WORD_EQUALISER);
}

/** Whether a word tells what something does to a place: "dips 100 Hz by", "dips by 3 dB". */
static bool is_deed(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (word + 1 >= sentence->n_tokens || sentence->tokens[word].kind != TARE_TOKEN_WORD ||
        sentence->text[sentence->tokens[word].end - 1] != 's')
        return false;
    const size_t by = word + 1 + tare_token_is(sentence, word + 1, "by");
    const size_t next = tare_token_skip_about(sentence, by);
    return next == clause->pair.freq || next == clause->pair.gain;
}

/** "The house correction raises 3 kHz by 2.5 dB", "it dips 100 Hz by 3 dB with a Q of 0.7" */
static bool is_done_by_filter(const TareClause* clause, size_t word)
{
    if (is_deed(clause, word + 1) && is_filter_noun(clause->sentence, word))
        return true; /* "the notch removes 6 dB" */
    if (!is_deed(clause, word))
        return false;
    static const char* const levels[] = {"level", "output", "response"};
    if (word > 0 && TARE_TOKEN_IS_ONE_OF(clause->sentence, word - 1, levels))
        return false; /* "a notch at 5 kHz, where the level drops by 7 dB" */
    for (size_t i = 0; i < word; ++i)
        if (is_filter_noun(clause->sentence, i))
            return true;
    return clause->pair.q && word > 0 && tare_token_is(clause->sentence, word - 1, "it");
}

/* So many words behind the article the noun may stand that a sentence is about. */
enum { MAX_SUBJECT = 2 };

/** "The correction curve peaks at +5 dB", "Our compensation reaches +6 dB": a sentence about the
    curve of a filter, whatever it calls its shapes. */
static bool is_about_filter(const TareClause* clause)
{
    static const char* const nouns[] = {"compensation", "correction", "equalisation",
                                        "equalization", "export",     "filter",
                                        "inverse",      "preset"};
    static const char* const openers[] = {"my", "our", "the"};
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = 1; i <= MAX_SUBJECT && TARE_TOKEN_IS_ONE_OF(sentence, 0, openers); ++i)
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, nouns))
            return true;
    return false;
}

/** Whether a word shows that somebody tells of what is, and not of what they do. */
static bool tells_of_state(const TareSentence* sentence, size_t index)
{
    static const char* const verbs[] = {"feel*", "find",  "found", "gets",   "had",   "has",
                                        "have",  "hear*", "see",   "sound*", "think", "was"};
    return TARE_TOKEN_IS_ONE_OF(sentence, index, verbs) ||
           tare_token_has_role(sentence, index, TARE_ROLE_IS | TARE_ROLE_LIES) ||
           tare_token_means(sentence, index,
                            TARE_WORD_SHOWS | TARE_WORD_REACHES | TARE_WORD_TARGET |
                                TARE_WORD_COMPARES);
}

/** "I make 5 kHz lower 3 dB" */
static bool is_made_by_person(const TareClause* clause, size_t word)
{
    static const char* const ways[] = {"higher", "less",    "louder", "lower",
                                       "more",   "quieter", "softer", "stronger"};
    const TareSentence* const sentence = clause->sentence;
    bool has_person = false;
    if (!TARE_TOKEN_IS_ONE_OF(sentence, word, ways))
        return false;
    for (size_t i = 0; i < tare_clause_pair_last(clause); ++i) {
        if (tells_of_state(sentence, i))
            return false;
        has_person =
            has_person || tare_token_has_role(sentence, i, TARE_ROLE_WRITER | TARE_ROLE_OF_WRITER);
    }
    return has_person;
}

/** "It is a bass lift, 4 dB at 80 Hz": of a headphone, or of what was done to it. */
static bool is_called_change(const TareClause* clause, size_t word)
{
    static const char* const pronouns[] = {"it", "it's", "that", "that's", "this"};
    const TareSentence* const sentence = clause->sentence;
    const size_t first = clause->thought_first;
    return word < tare_clause_pair_first(clause) &&
           TARE_TOKEN_IS_ONE_OF(sentence, first, pronouns) &&
           tare_token_means(sentence, word, TARE_WORD_CHANGES) &&
           tare_token_is_mark(sentence, word + 1, ',');
}

/** "a treble lift, 2 dB from 7 kHz upwards, to make up for worn foams" */
static bool has_purpose(const TareClause* clause, size_t word)
{
    static const char* const verbs[] = {"balance", "compensate", "correct", "counter", "cure",
                                        "even",    "fill",       "fix",     "make",    "mend",
                                        "offset",  "restore",    "tame",    "undo"};
    const TareSentence* const sentence = clause->sentence;
    if (!tare_token_means(sentence, word, TARE_WORD_CHANGES))
        return false;
    for (size_t i = tare_clause_pair_last(clause) + 1; i < sentence->n_tokens; ++i)
        if (tare_token_is(sentence, i, "to") && TARE_TOKEN_IS_ONE_OF(sentence, i + 1, verbs))
            return true;
    return false;
}

/** "consists in a notch of 9 dB at 8 kHz with Q = 3" */
static bool is_made_of_filters(const TareClause* clause, size_t word)
{
    const TareSentence* const sentence = clause->sentence;
    if (!tare_token_means(sentence, word, TARE_WORD_CHANGES))
        return false;
    for (size_t i = 0; i < tare_clause_pair_first(clause); ++i)
        if (tare_token_is(sentence, i, "consist*") || tare_token_is(sentence, i, "compris*"))
            return true;
    return false;
}

bool tare_deed_may_be_of_filter(const TareClause* clause, size_t word)
{
    return clause->sentence->head != TARE_HEAD_FAULTS &&
           (is_about_filter(clause) || is_done_by_filter(clause, word) ||
            is_made_by_person(clause, word) || is_called_change(clause, word) ||
            has_purpose(clause, word) || is_made_of_filters(clause, word));
}

bool tare_deed_goes_on(const TareClause* clause, size_t before_last)
{
    static const char* const words[] = {"addition", "along", "plus", "together"};
    const TareSentence* const sentence = clause->sentence;
    bool goes_on = false;
    for (size_t i = before_last + 1; i < tare_clause_pair_first(clause); ++i) {
        goes_on = goes_on || TARE_TOKEN_IS_ONE_OF(sentence, i, words);
        if (goes_on &&
            tare_token_means(sentence, i, TARE_WORD_SHOWS | TARE_WORD_REACHES | TARE_WORD_TARGET))
            return false;
    }
    return goes_on;
}
