#include "readers/pairs.h"

#include "readers/lists.h"

#include <stdlib.h>
#include <string.h>

/* A connection between a gain and a frequency costs the words in between, and more for what parts
   thoughts. The cheapest connections win; what costs too much is none. */
enum {
    COST_WORD = 1,
    COST_BRACKET = 1,
    COST_JOINED_NOUNS = 2, ///< "bass and midrange lift"
    COST_COMPARISON = 2,   ///< "above target"
    COST_COMMA = 3,
    COST_WITH = 3,
    COST_FREQ_FIRST = 2, ///< so that "up to 3kHz with 3-5dB above 4kHz" means 4 kHz
    COST_MAX = 16,
    NOT_CONNECTED = 1000
};

typedef struct {
    TarePair pair;
    int cost;
} Candidate;

static bool is_figure(const TareToken* token)
{
    return token->kind == TARE_TOKEN_GAIN || token->kind == TARE_TOKEN_FREQ;
}

/** Where a bracket closes that opens at `index`, when neither gain nor frequency is in it and it
    closes before `end`; else `index`. */
static size_t skip_bracket(const TareSentence* sentence, size_t index, size_t end)
{
    for (size_t i = index + 1; i < end; ++i) {
        if (is_figure(&sentence->tokens[i]))
            return index;
        if (tare_token_is_mark(sentence, i, ')'))
            return i;
    }
    return index;
}

/** Whether the thought goes on behind a comma: ", centered at 5 kHz", ", reaching +6 dB". */
static bool goes_on(const TareSentence* sentence, size_t index, bool to_gain)
{
    const size_t next = tare_token_skip_about(sentence, index);
    const uint32_t links = TARE_WORD_REACHES | TARE_WORD_OF | (to_gain ? 0 : TARE_WORD_AT);
    return tare_token_means(sentence, index, links) || tare_token_means(sentence, next, links) ||
           tare_token_is(sentence, index, "particularly") ||
           tare_token_is(sentence, index, "especially") ||
           tare_token_is(sentence, index, "mainly") || tare_token_is(sentence, index, "mostly") ||
           tare_token_is(sentence, index, "primarily") || tare_token_is(sentence, index, "notably");
}

/** Whether the words from the last mark up to a frequency only say where: "in the sub-100 Hz bass
    region, ..." */
static bool is_opening_place(const TareSentence* sentence, size_t freq)
{
    size_t first = tare_list_start(sentence, freq);
    while (first > 0 && (sentence->tokens[first - 1].kind == TARE_TOKEN_WORD ||
                         tare_token_is_mark(sentence, first - 1, '(')))
        --first;
    if (tare_token_is(sentence, first, "particularly") ||
        tare_token_is(sentence, first, "especially"))
        ++first;
    for (size_t i = first; i < freq; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE))
            return false;
    }
    return tare_token_means(sentence, first, TARE_WORD_AT | TARE_WORD_ABOVE | TARE_WORD_BELOW);
}

/** Whether an "and" joins two nouns of one thought: "+5 dB bass and midrange lift at". The first
    noun stands between the gain and the "and", the second leads to the frequency soon. */
static bool joins_nouns(const TareSentence* sentence, size_t from, size_t index)
{
    for (size_t i = from + 1; i < index; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_UP | TARE_WORD_DOWN | TARE_WORD_COMPARES))
            return false;
    }
    size_t place = index + 1;
    while (place < sentence->n_tokens && !tare_token_means(sentence, place, TARE_WORD_AT))
        ++place;
    return index > from + 1 && place <= index + 3 &&
           !tare_token_means(sentence, index + 1, TARE_WORD_ARTICLE | TARE_WORD_ABOUT) &&
           !tare_token_is(sentence, index + 1, "there") &&
           !tare_token_is(sentence, index + 1, "it") && !tare_token_is(sentence, index + 1, "has");
}

/** Whether what is compared with is a target and not another product or frequency. */
static bool compares_with_target(const TareSentence* sentence, size_t index, size_t end)
{
    for (size_t i = index + 1; i < end && i < index + 8; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_TARGET))
            return true;
    }
    return false;
}

static bool is_comma_crossed(const TareSentence* sentence, size_t from, size_t index, size_t to)
{
    const bool to_gain = sentence->tokens[to].kind == TARE_TOKEN_GAIN;
    if (goes_on(sentence, index + 1, to_gain))
        return true;
    return to_gain && is_opening_place(sentence, from);
}

/** What a word between the two costs. */
static int cost_of_word(const TareSentence* sentence, size_t from, size_t index, size_t to)
{
    const bool to_gain = sentence->tokens[to].kind == TARE_TOKEN_GAIN;
    if (tare_token_means(sentence, index, TARE_WORD_BREAK | TARE_WORD_LATTER | TARE_WORD_FORMER))
        return NOT_CONNECTED;
    if (tare_token_means(sentence, index, TARE_WORD_AND))
        return !to_gain && joins_nouns(sentence, from, index) ? COST_JOINED_NOUNS : NOT_CONNECTED;
    if (tare_token_means(sentence, index, TARE_WORD_WITH))
        return to_gain && index + 4 >= to ? COST_WITH : NOT_CONNECTED;
    if (tare_token_means(sentence, index, TARE_WORD_COMPARES))
        return compares_with_target(sentence, index, to) ? COST_COMPARISON : NOT_CONNECTED;
    return tare_token_means(sentence, index, TARE_WORD_ABOUT | TARE_WORD_ARTICLE) ? 0 : COST_WORD;
}

/** What the tokens strictly between two figures cost. */
static int cost_between(const TareSentence* sentence, size_t from, size_t to)
{
    int cost = 0;
    for (size_t i = from + 1; i < to; ++i) {
        const TareToken* const token = &sentence->tokens[i];
        if (token->kind == TARE_TOKEN_WORD) {
            cost += cost_of_word(sentence, from, i, to);
        } else if (token->kind == TARE_TOKEN_MARK && token->mark == '(') {
            i = skip_bracket(sentence, i, to);
            cost += COST_BRACKET;
        } else if (token->kind == TARE_TOKEN_MARK && token->mark == ')') {
            cost += i == from + 1 ? COST_BRACKET : NOT_CONNECTED;
        } else if (token->kind == TARE_TOKEN_MARK && token->mark == ',') {
            cost += is_comma_crossed(sentence, from, i, to) ? COST_COMMA : NOT_CONNECTED;
        } else if (token->kind == TARE_TOKEN_MARK && token->mark == ':') {
            cost += i == from + 1 ? COST_WORD : NOT_CONNECTED;
        } else if (token->kind == TARE_TOKEN_MARK || is_figure(token)) {
            return NOT_CONNECTED;
        }
        if (cost > COST_MAX)
            return NOT_CONNECTED;
    }
    return cost;
}

/** Whether something leads from the gain to the frequency behind it. */
static bool is_led_to(const TareSentence* sentence, size_t gain, size_t freq)
{
    bool is_adjacent = true;
    for (size_t i = gain + 1; i < freq; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_AT | TARE_WORD_ABOVE | TARE_WORD_BELOW) ||
            tare_token_is_mark(sentence, i, '('))
            return true;
        is_adjacent = is_adjacent && !(sentence->tokens[i].kind == TARE_TOKEN_WORD &&
                                       !tare_token_means(sentence, i, TARE_WORD_ABOUT));
    }
    return is_adjacent;
}

/** A frequency that others are compared with is no place: "relative to 500 Hz". */
static bool is_reference(const TareSentence* sentence, size_t freq)
{
    size_t i = freq;
    while (i > 0 &&
           (tare_token_means(sentence, i - 1,
                             TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_AT | TARE_WORD_OF) ||
            tare_token_is(sentence, i - 1, "to") || tare_token_is(sentence, i - 1, "level")))
        --i;
    return i > 0 && (tare_token_means(sentence, i - 1, TARE_WORD_COMPARES) ||
                     tare_token_is(sentence, i - 1, "normali*") ||
                     tare_token_is(sentence, i - 1, "aligned") ||
                     tare_token_is(sentence, i - 1, "normalization"));
}

static bool has_meaning(const TareSentence* sentence, size_t from, size_t to, uint32_t meaning)
{
    for (size_t i = from; i < to; ++i) {
        if (tare_token_means(sentence, i, meaning))
            return true;
    }
    return false;
}

/** Adds the connection of two figures in the order of the text, if there is one. */
static size_t consider(const TareSentence* sentence, size_t from, size_t to, Candidate* candidate)
{
    const bool is_gain_first = sentence->tokens[from].kind == TARE_TOKEN_GAIN;
    TarePair pair = {is_gain_first ? from : to, is_gain_first ? to : from, 0};
    if (sentence->tokens[from].kind == sentence->tokens[to].kind ||
        sentence->tokens[pair.gain].sign == TARE_SIGN_BOTH || /* a tolerance belongs to no place */
        is_reference(sentence, pair.freq))
        return 0;
    int cost = cost_between(sentence, from, to);
    if (is_gain_first && !is_led_to(sentence, from, to))
        return 0;
    if (!is_gain_first && has_meaning(sentence, from, to, TARE_WORD_LATTER | TARE_WORD_FORMER)) {
        cost = 0;
        if (has_meaning(sentence, from, to, TARE_WORD_FORMER))
            pair.freq = tare_list_start(sentence, from);
    }
    if (!is_gain_first)
        cost += COST_FREQ_FIRST;
    *candidate = (Candidate){pair, cost};
    return cost <= COST_MAX;
}

static size_t find_candidates(const TareSentence* sentence, Candidate candidates[TARE_MAX_TOKENS])
{
    size_t n = 0;
    size_t last = sentence->n_tokens;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (!is_figure(&sentence->tokens[i]))
            continue;
        if (last < sentence->n_tokens)
            n += consider(sentence, last, i, &candidates[n]);
        last = i;
    }
    return n;
}

static int by_cost(const void* left, const void* right)
{
    const Candidate* const a = left;
    const Candidate* const b = right;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    return a->pair.gain < b->pair.gain ? -1 : a->pair.gain > b->pair.gain;
}

static bool is_taken(const TarePair* pairs, size_t n, size_t gain, size_t freq)
{
    for (size_t i = 0; i < n; ++i) {
        if (pairs[i].gain == gain || pairs[i].freq == freq)
            return true;
    }
    return false;
}

/** Whether the words around a gain speak of several: "peaks", "each", "both". */
static bool speaks_of_several(const TareSentence* sentence, const TarePair* pair)
{
    const size_t first = pair->gain < pair->freq ? pair->gain : pair->freq;
    const size_t last = pair->gain < pair->freq ? pair->freq : pair->gain;
    const size_t start = tare_list_start(sentence, first);
    for (size_t i = start > 4 ? start - 4 : 0; i < last; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_PLURAL) || tare_token_is(sentence, i, "both"))
            return true;
    }
    return false;
}

static size_t add(TarePair* pairs, size_t n, size_t gain, size_t freq)
{
    if (n < TARE_MAX_PAIRS)
        pairs[n++] = (TarePair){gain, freq, 0};
    return n;
}

/** "+6 and +4 dB at 5 and 8 kHz": as many gains as frequencies, side by side. The lists begin at
    `gain` and `freq`. */
static size_t pair_lists(const TareSentence* sentence, TarePair* pairs, size_t n, size_t gain,
                         size_t freq)
{
    while (gain < sentence->n_tokens && freq < sentence->n_tokens) {
        if (!is_taken(pairs, n, gain, freq))
            n = add(pairs, n, gain, freq);
        gain = tare_list_next(sentence, gain);
        freq = tare_list_next(sentence, freq);
    }
    return n;
}

/** Whether the gain comes behind its frequencies as in "peaks at 5 kHz and 8 kHz of 9 dB". */
static bool is_gain_of_list(const TareSentence* sentence, const TarePair* pair)
{
    const size_t of = pair->gain > 0 ? pair->gain - 1 : 0;
    return pair->freq < pair->gain && of == pair->freq + 1 &&
           tare_token_means(sentence, of, TARE_WORD_OF);
}

/** "9 dB peaks at 5.8 kHz and 11 kHz": the gain holds for the rest of the list too, unless a
    figure of it has its own. */
static size_t share_gain(const TareSentence* sentence, TarePair* pairs, size_t n, TarePair pair)
{
    const bool is_behind = is_gain_of_list(sentence, &pair);
    if (!speaks_of_several(sentence, &pair) || (pair.freq < pair.gain && !is_behind))
        return n;
    const size_t first =
        is_behind ? tare_list_start(sentence, pair.freq) : tare_list_next(sentence, pair.freq);
    for (size_t freq = first; freq < sentence->n_tokens && freq != pair.freq;
         freq = tare_list_next(sentence, freq)) {
        if (is_taken(pairs, n, sentence->n_tokens, freq))
            return n;
        n = add(pairs, n, pair.gain, freq);
    }
    return n;
}

/** Whether two lists of equal length stand side by side, and where they begin. */
static bool are_lists(const TareSentence* sentence, size_t* gain, size_t* freq)
{
    const size_t first_gain = tare_list_start(sentence, *gain);
    const size_t first_freq = tare_list_start(sentence, *freq);
    const size_t n_gains = tare_list_length(sentence, first_gain);
    if (n_gains < 2 || n_gains != tare_list_length(sentence, first_freq))
        return false;
    *gain = first_gain;
    *freq = first_freq;
    return true;
}

/** Takes the cheapest candidates of which neither figure is taken yet. */
static size_t choose(const TareSentence* sentence, const Candidate* candidates, size_t n_candidates,
                     TarePair* pairs)
{
    size_t n = 0;
    for (size_t i = 0; i < n_candidates && n < TARE_MAX_PAIRS; ++i) {
        size_t gain = candidates[i].pair.gain, freq = candidates[i].pair.freq;
        if (is_taken(pairs, n, gain, freq))
            continue;
        if (are_lists(sentence, &gain, &freq))
            n = pair_lists(sentence, pairs, n, gain, freq);
        else
            n = add(pairs, n, gain, freq);
    }
    return n;
}

static int by_place(const void* left, const void* right)
{
    const TarePair* const a = left;
    const TarePair* const b = right;
    if (a->gain != b->gain)
        return a->gain < b->gain ? -1 : 1;
    return a->freq < b->freq ? -1 : a->freq > b->freq;
}

static size_t distance(size_t a, size_t b)
{
    return a < b ? b - a : a - b;
}

/** Gives each stated Q to the nearest pair; of two equally near ones the earlier, of pairs that
    share a gain all. */
static void attach_q(const TareSentence* sentence, TarePair* pairs, size_t n)
{
    for (size_t q = 1; q < sentence->n_tokens; ++q) {
        if (sentence->tokens[q].kind != TARE_TOKEN_Q)
            continue;
        size_t best = n, best_distance = COST_MAX;
        for (size_t i = 0; i < n; ++i) {
            const size_t to_gain = distance(pairs[i].gain, q);
            const size_t to_freq = distance(pairs[i].freq, q);
            const size_t nearest = to_gain < to_freq ? to_gain : to_freq;
            if (nearest < best_distance) {
                best = i;
                best_distance = nearest;
            }
        }
        for (size_t i = 0; i < n && best < n; ++i) {
            if (pairs[i].gain == pairs[best].gain && pairs[i].q == 0)
                pairs[i].q = q;
        }
    }
}

size_t tare_pairs_find(const TareSentence* sentence, TarePair pairs[TARE_MAX_PAIRS])
{
    Candidate candidates[TARE_MAX_TOKENS];
    const size_t n_candidates = find_candidates(sentence, candidates);
    qsort(candidates, n_candidates, sizeof *candidates, by_cost);
    size_t n = choose(sentence, candidates, n_candidates, pairs);
    const size_t n_chosen = n;
    for (size_t i = 0; i < n_chosen; ++i)
        n = share_gain(sentence, pairs, n, pairs[i]);
    qsort(pairs, n, sizeof *pairs, by_place);
    attach_q(sentence, pairs, n);
    return n;
}
