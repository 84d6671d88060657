#include "readers/vetoes.h"

#include "readers/other_product.h"
#include "readers/veto_words.h"

#include <math.h>
#include <string.h>

/* Before "mode" and the like: it is the default after all. */
static const char* const defaults[] = {"default", "standard", "normal", "stock", "neutral"};

/** Whether the words of a veto stand at a place. */
static bool is_there(const TareSentence* sentence, size_t index, const char* words)
{
    size_t n = 0;
    while (*words) {
        const size_t length = strcspn(words, " ");
        char pattern[24] = {0};
        memcpy(pattern, words, length < sizeof pattern ? length : sizeof pattern - 1);
        if (!tare_token_is(sentence, index + n, pattern))
            return false;
        ++n;
        words += length;
        words += *words == ' ';
    }
    return true;
}

static bool is_default(const TareSentence* sentence, size_t index)
{
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; ++i) {
        if (index > 0 && tare_token_is(sentence, index - 1, defaults[i]))
            return true;
    }
    return false;
}

/** The first token right beside a figure on its left: up to three words. */
static size_t beside_left(const TareClause* clause, size_t figure)
{
    const uint32_t stops = TARE_WORD_WITH | TARE_WORD_AND;
    size_t first = figure;
    while (first > clause->first && figure - first < 3 &&
           clause->sentence->tokens[first - 1].kind == TARE_TOKEN_WORD &&
           !tare_token_means(clause->sentence, first - 1, stops))
        --first;
    return first;
}

/** The last token right beside a figure on its right: up to three words, none of which leads to a
    place. */
static size_t beside_right(const TareClause* clause, size_t figure)
{
    const uint32_t stops = TARE_WORD_AT | TARE_WORD_ABOVE | TARE_WORD_BELOW | TARE_WORD_AND;
    size_t last = figure;
    while (last < clause->last && last - figure < 3 &&
           clause->sentence->tokens[last + 1].kind == TARE_TOKEN_WORD &&
           !tare_token_means(clause->sentence, last + 1, stops))
        ++last;
    return last;
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

/** The tokens among which a veto counts. */
static void find_reach(const TareClause* clause, TareReach reach, size_t* first, size_t* last)
{
    *first = clause->first;
    *last = clause->last;
    if (reach == TARE_REACH_BEHIND_GAIN || reach == TARE_REACH_NEAR_GAIN) {
        const size_t gain = clause->pair.gain;
        *first = reach == TARE_REACH_NEAR_GAIN ? beside_left(clause, gain) : gain;
        *last = beside_right(clause, clause->pair.gain);
    } else if (reach == TARE_REACH_NEAR_PAIR_WEAKLY && names_shape(clause)) {
        *first = clause->sentence->n_tokens;
    } else if (reach == TARE_REACH_NEAR_PAIR || reach == TARE_REACH_NEAR_PAIR_WEAKLY) {
        *first = beside_left(clause, tare_clause_pair_first(clause));
        *last = beside_right(clause, tare_clause_pair_last(clause));
    } else if (reach == TARE_REACH_MORE && tells_of_lack(clause)) {
        *first = clause->sentence->n_tokens;
    } else if (reach == TARE_REACH_BEFORE) {
        *first = clause->thought_first;
        *last = tare_clause_pair_first(clause);
    } else if (reach == TARE_REACH_TOPIC && tells_of_less(clause)) {
        *first = 0;
        *last = clause->sentence->n_tokens;
    } else if (reach == TARE_REACH_ONWARD) {
        *first = clause->thought_first;
        *last = end_of_circumstances(clause);
    } else if (reach >= TARE_REACH_ONWARD_WEAKLY && !names_shape(clause)) {
        *first = clause->thought_first;
    } else if (reach >= TARE_REACH_ONWARD_WEAKLY) {
        *first = start_of_noun(clause);
    }
}

/** Whether a word begins with the first letter of a veto: most do not, and need no closer look. */
static bool may_be_there(const TareSentence* sentence, size_t index, const char* words)
{
    const TareToken* const token = &sentence->tokens[index];
    const char first = sentence->text->text[token->start];
    return token->kind == TARE_TOKEN_WORD && (first == *words || first == *words - 'a' + 'A');
}

static void find_hits(const TareSentence* sentence, TareVetoes* vetoes)
{
    vetoes->n_hits = 0;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        for (size_t v = 0; v < tare_n_vetoes; ++v) {
            const char* const words = tare_vetoes[v].words;
            if (vetoes->n_hits == TARE_MAX_VETOES)
                return;
            if (!may_be_there(sentence, i, words) || !is_there(sentence, i, words) ||
                is_default(sentence, i))
                continue;
            vetoes->hits[vetoes->n_hits].veto = v;
            vetoes->hits[vetoes->n_hits++].token = i;
        }
    }
}

static bool is_any_of(const TareSentence* sentence, size_t index, const char* const* words)
{
    for (; *words; ++words) {
        if (tare_token_is(sentence, index, *words))
            return true;
    }
    return false;
}

static bool speaks_of_response(const TareSentence* sentence)
{
    static const char* const words[] = {"response", "treble",   "bass",   "subbass",
                                        "mids",     "midrange", "highs",  "tuning",
                                        "curve",    "tonal*",   "graph*", NULL};
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (is_any_of(sentence, i, words) || tare_token_means(sentence, i, TARE_WORD_TARGET))
            return true;
    }
    return false;
}

/** What a sentence is about, when a later one may go on with it: isolation or another product. */
static const char* find_topic(const TareSentence* sentence)
{
    TareVetoes vetoes = {0};
    find_hits(sentence, &vetoes);
    for (size_t i = 0; i < vetoes.n_hits; ++i) {
        const TareVeto* const veto = &tare_vetoes[vetoes.hits[i].veto];
        if (veto->reach == TARE_REACH_TOPIC ||
            (veto->reach == TARE_REACH_ONWARD && strcmp(veto->reason, TARE_REASON_ANOTHER) == 0))
            return veto->reason;
    }
    return NULL;
}

/** Whether a sentence goes on about what the one before it was about. */
static bool goes_on(const TareSentence* sentence)
{
    static const char* const pronouns[] = {"it", "its", "this", "these", "they", "their", NULL};
    return is_any_of(sentence, 0, pronouns);
}

void tare_vetoes_find(const TareSentence* sentence, const TareSentence* before, TareVetoes* vetoes)
{
    const char* const carried_before = vetoes->carried;
    find_hits(sentence, vetoes);
    vetoes->carried = NULL;
    if (!before || speaks_of_response(before))
        return;
    const char* topic = find_topic(before);
    if (!topic)
        topic = carried_before;
    if (topic && (goes_on(sentence) ||
                  (strcmp(topic, TARE_REASON_ISOLATION) == 0 && !speaks_of_response(sentence))))
        vetoes->carried = topic;
}

/** "although its sibling has a peak, the HX-500 itself ...": a word about another product reaches
   no farther than up to the name of this one. */
static bool is_conceded(const TareClause* clause, size_t token, const char* target_name)
{
    bool is_concession = false;
    for (size_t i = token; i-- > 0 && token - i <= 3;)
        is_concession = is_concession || tare_token_means(clause->sentence, i, TARE_WORD_BREAK);
    for (size_t i = token + 1; is_concession && i < tare_clause_pair_first(clause); ++i) {
        if (tare_is_this_product(clause->sentence, i, target_name))
            return true;
    }
    return false;
}

/** The reason of the first veto that reaches the pair of a clause; NULL when none does. */
static const char* find_veto(const TareVetoes* vetoes, const TareClause* clause,
                             const char* target_name)
{
    for (size_t i = 0; i < vetoes->n_hits; ++i) {
        const TareVeto* const veto = &tare_vetoes[vetoes->hits[i].veto];
        size_t first = 0, last = 0;
        find_reach(clause, veto->reach, &first, &last);
        const size_t token = vetoes->hits[i].token;
        if (token >= first && token <= last && !is_conceded(clause, token, target_name))
            return veto->reason;
    }
    const bool is_carried =
        vetoes->carried &&
        (strcmp(vetoes->carried, TARE_REASON_ISOLATION) != 0 || tells_of_less(clause));
    return is_carried ? vetoes->carried : NULL;
}

/** Whether the words beside a gain make it a limit: "within 3 dB", "the 5 dB threshold". */
static bool is_limit(const TareClause* clause)
{
    const size_t gain = clause->pair.gain;
    const size_t first = beside_left(clause, gain), last = beside_right(clause, gain);
    for (size_t i = first; i <= last; ++i) {
        /* "5 dB above standard levels" */
        if (i > gain && tare_token_means(clause->sentence, i, TARE_WORD_UP | TARE_WORD_DOWN))
            return false;
        if (!tare_token_means(clause->sentence, i, TARE_WORD_LIMITS))
            continue;
        /* "a peak exceeding 5 dB" says more of the peak than of a limit */
        const bool is_about = tare_token_means(clause->sentence, i, TARE_WORD_ABOUT);
        const bool has_article =
            tare_token_means(clause->sentence, i + 1, TARE_WORD_ARTICLE) || i > gain;
        if (!is_about || has_article)
            return true;
    }
    return false;
}

enum { MAX_DENIAL_DISTANCE = 5 };

/** "no peak", "without the peak"; but "without EQ" denies nothing. */
static bool is_denied(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t pair = tare_clause_pair_first(clause);
    for (size_t i = pair; i-- > clause->first && pair - i <= MAX_DENIAL_DISTANCE;) {
        if (tare_token_means(sentence, i, TARE_WORD_AND | TARE_WORD_WITH))
            return false;
        if (tare_token_means(sentence, i, TARE_WORD_NOT))
            return !tare_token_means(sentence, i + 1, TARE_WORD_REMEDY);
    }
    return false;
}

/** "a deviation of 4 dB" has no direction, though a dip may stand beside it. */
static bool is_mere_deviation(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain;
    if (sentence->tokens[gain].sign != TARE_SIGN_NONE ||
        tare_clause_any_means(clause, gain + 1, clause->last, TARE_WORD_UP | TARE_WORD_DOWN))
        return false;
    for (size_t i = beside_left(clause, gain); i <= beside_right(clause, gain); ++i) {
        const bool is_deviation =
            tare_token_is(sentence, i, "deviation*") || tare_token_is(sentence, i, "error*");
        if (is_deviation && !tare_token_means(sentence, i, TARE_WORD_UP | TARE_WORD_DOWN))
            return true; /* a "positive deviation" has one */
    }
    return false;
}

/** Whether a word tells of a steady fall. */
static bool tells_of_fall(const TareClause* clause)
{
    static const char* const falls[] = {"falls", "falling", "declin*", "descend*", "slop*"};
    for (size_t i = clause->first; i <= clause->last; ++i) {
        for (size_t k = 0; k < sizeof falls / sizeof *falls; ++k) {
            if (tare_token_is(clause->sentence, i, falls[k]))
                return true;
        }
    }
    return false;
}

/** A span that the response moves over is a slope: "falls 20 dB from 2 to 10 kHz". */
static bool is_slope(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t freq = clause->pair.freq, before = freq - (freq > 0);
    if (!sentence->tokens[freq].is_spelt)
        return false;
    if (tare_token_is(sentence, before, "from"))
        return tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_MOVES);
    return tare_token_means(sentence, before, TARE_WORD_BETWEEN) && tells_of_fall(clause) &&
           !tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_TARGET);
}

/* A shelf that begins farther out would hold nearly the whole spectrum. */
#define WHOLE_LO_HZ 80.0
#define WHOLE_HI_HZ 12000.0

/** "flat down to 30 Hz (-3 dB)" tells how far the response goes. */
static bool is_whole_spectrum(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const TareToken* const freq = &sentence->tokens[clause->pair.freq];
    size_t before = clause->pair.freq;
    while (before > 0 &&
           tare_token_means(sentence, before - 1, TARE_WORD_ABOUT | TARE_WORD_ARTICLE))
        --before;
    if (before == 0)
        return false;
    return (tare_token_means(sentence, before - 1, TARE_WORD_ABOVE) && freq->lo < WHOLE_LO_HZ) ||
           (tare_token_means(sentence, before - 1, TARE_WORD_BELOW) && freq->hi > WHOLE_HI_HZ);
}

/** "drops to 8 dB at 1 kHz" tells a level, and not how far it is from another. */
static bool is_reached_level(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain;
    size_t to = gain;
    while (to > clause->first && tare_token_means(sentence, to - 1, TARE_WORD_ABOUT))
        --to;
    return sentence->tokens[gain].sign == TARE_SIGN_NONE && to >= 2 &&
           tare_token_is(sentence, to - 1, "to") &&
           tare_token_means(sentence, to - 2, TARE_WORD_DOWN) &&
           !tare_token_means(sentence, gain + 1, TARE_WORD_DOWN | TARE_WORD_BELOW);
}

/* Where a "-3 dB" without any word is the end of the spectrum. */
#define LIMIT_DB 3.0
#define LIMIT_LO_HZ 40.0
#define LIMIT_HI_HZ 15000.0

/** "-3 dB at 20 Hz and 18 kHz" */
static bool is_band_limit(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const TareToken* const gain = &sentence->tokens[clause->pair.gain];
    const TareToken* const freq = &sentence->tokens[clause->pair.freq];
    return gain->sign == TARE_SIGN_MINUS && gain->lo == LIMIT_DB && gain->hi == LIMIT_DB &&
           (freq->hi <= LIMIT_LO_HZ || freq->lo >= LIMIT_HI_HZ) &&
           !tare_clause_any_means(clause, clause->first, clause->last,
                                  TARE_WORD_UP | TARE_WORD_DOWN | TARE_WORD_TARGET);
}

/** Larger figures are no faults that an equaliser can do anything about, if they are faults. */
#define MAX_FAULT_DB 20.0

const char* tare_veto_reason(const TareVetoes* vetoes, const TareClause* clause,
                             const char* target_name)
{
    const TareToken* const gain = &clause->sentence->tokens[clause->pair.gain];
    if (gain->sign == TARE_SIGN_BOTH)
        return "plus-minus, without a direction";
    if (gain->hi == 0.0)
        return "0 dB is no fault";
    const char* const reason = find_veto(vetoes, clause, target_name);
    if (reason)
        return reason;
    if (gain->hi > MAX_FAULT_DB)
        return "too large for a fault that can be corrected";
    if (is_limit(clause))
        return "a limit or tolerance";
    if (is_whole_spectrum(clause) || is_band_limit(clause))
        return TARE_REASON_BANDWIDTH;
    if (is_reached_level(clause))
        return TARE_REASON_LEVEL;
    if (is_mere_deviation(clause))
        return TARE_REASON_SPREAD;
    if (is_denied(clause))
        return "denied";
    if (is_slope(clause))
        return "a slope, without a place";
    return tare_is_other_product(clause, target_name) ? TARE_REASON_ANOTHER : NULL;
}

const char* tare_veto_reason_of_gain(const TareVetoes* vetoes, const TareClause* clause,
                                     const char* target_name)
{
    if (clause->sentence->tokens[clause->pair.gain].sign == TARE_SIGN_BOTH)
        return "plus-minus, without a direction";
    const char* const reason = find_veto(vetoes, clause, target_name);
    if (reason)
        return reason;
    return is_limit(clause) ? "a limit or tolerance" : "no frequency is said of this gain";
}
