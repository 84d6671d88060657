#include "review/pairs.h"

#include "review/connections.h"
#include "review/leftovers.h"
#include "review/lists.h"
#include "review/orphans.h"

#include <stdlib.h>

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
        pairs[n++] = (TarePair){.gain = gain, .freq = freq};
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

/** Whether the gain comes behind its frequencies as in "peaks at 5 kHz and 8 kHz of 9 dB", "both
    5 kHz and 8 kHz show 9 dB peaks". */
static bool is_gain_of_list(const TareSentence* sentence, const TarePair* pair)
{
    if (pair->gain < pair->freq)
        return false;
    const size_t start = tare_list_start(sentence, pair->freq);
    const bool is_both = start > 0 && tare_token_is(sentence, start - 1, "both");
    const bool is_all = tare_token_is(sentence, pair->freq + 1, "all") ||
                        tare_token_is(sentence, pair->freq + 1, "both") ||
                        tare_token_is(sentence, pair->gain + 1, "each") ||
                        tare_token_is(sentence, pair->gain - 1, "each");
    const bool is_opening = tare_token_means(sentence, 0, TARE_WORD_AT) && start == 1;
    return is_both || is_all || is_opening ||
           (tare_token_means(sentence, pair->freq + 1, TARE_WORD_OF) &&
            tare_token_skip_about(sentence, pair->freq + 2) == pair->gain);
}

/** Whether a place is named at its end: "the 2-3 kHz and 6-8 kHz bands", and no new thought begins
    with it: "5 kHz and 9 kHz is harsh". */
static bool ends_places(const TareSentence* sentence, size_t freq)
{
    size_t i = freq + 1;
    while (tare_token_has_role(sentence, i, TARE_ROLE_PLACE))
        ++i;
    if (tare_token_has_role(sentence, i, TARE_ROLE_IS) && /* "is visible" */
        tare_token_has_role(sentence, i + 1, TARE_ROLE_GOES_ON))
        return true;
    return i >= sentence->n_tokens || sentence->tokens[i].kind == TARE_TOKEN_MARK ||
           tare_token_means(sentence, i,
                            TARE_WORD_COMPARES | TARE_WORD_BREAK | TARE_WORD_ABOVE |
                                TARE_WORD_BELOW | TARE_WORD_WITH);
}

/** Whether the gain stands before two or more places that are joined by nothing but "and": "by 4 dB
    at 120 Hz and 9 kHz". Then it is said of each. */
static bool has_places(const TareSentence* sentence, const TarePair* pair)
{
    size_t last = pair->freq, next = tare_list_next(sentence, last);
    bool is_joined = false;
    if (pair->freq < pair->gain || sentence->tokens[pair->freq].is_listed)
        return false;
    for (; next < sentence->n_tokens; next = tare_list_next(sentence, last)) {
        is_joined = false;
        for (size_t i = last + 1; i < next; ++i)
            is_joined = is_joined || tare_token_means(sentence, i, TARE_WORD_AND);
        last = next;
    }
    return is_joined && ends_places(sentence, last);
}

/** Whether the gain is said of all places that the sentence opens with: "At 120 Hz and 9 kHz it is
   4 dB over", "120 Hz and 9 kHz are up 4 dB". */
static bool is_said_of_all(const TareSentence* sentence, const TarePair* pair)
{
    if (pair->gain < pair->freq)
        return false;
    const size_t start = tare_list_start(sentence, pair->freq);
    const bool is_opening = start == 1 && tare_token_means(sentence, 0, TARE_WORD_AT);
    return start < pair->freq &&
           (is_opening ||
            (start == 0 && tare_token_has_role(sentence, pair->freq + 1, TARE_ROLE_OF_SEVERAL)));
}

/** "9 dB peaks at 5.8 kHz and 11 kHz": the gain holds for the rest of the list too, unless a
    figure of it has its own. */
static size_t share_gain(const TareSentence* sentence, TarePair* pairs, size_t n, TarePair pair)
{
    const bool is_of_all = is_said_of_all(sentence, &pair);
    const bool is_behind = is_of_all || is_gain_of_list(sentence, &pair);
    if (!is_of_all && !has_places(sentence, &pair) &&
        (!speaks_of_several(sentence, &pair) || (pair.freq < pair.gain && !is_behind)))
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

/** Takes the closest connections of which neither figure is taken yet, after `n` pairs that are. */
static size_t choose(const TareSentence* sentence, const TareConnection* connections,
                     size_t n_connections, TarePair* pairs, size_t n)
{
    for (size_t i = 0; i < n_connections && n < TARE_MAX_PAIRS; ++i) {
        size_t gain = connections[i].pair.gain, freq = connections[i].pair.freq;
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

/* How far a stated Q may stand from its pair. */
enum { MAX_Q_DISTANCE = 16 };

/* So much farther is a pair behind a Q that an "and" parts from it: "by 4 dB, call it Q 1.2, and
   then 2 dB off 1.1 kHz". */
enum { PARTED_DISTANCE = 8 };

static bool is_parted(const TareSentence* sentence, size_t q, const TarePair* pair)
{
    const size_t first = pair->gain < pair->freq ? pair->gain : pair->freq;
    for (size_t i = q + 1; i < first; ++i)
        if (tare_token_means(sentence, i, TARE_WORD_AND | TARE_WORD_BREAK) ||
            tare_token_is_mark(sentence, i, ';'))
            return true;
    return false;
}

/** Gives each stated Q to the nearest pair; of two equally near ones the earlier, of pairs that
    share a gain all. */
static void attach_q(const TareSentence* sentence, TarePair* pairs, size_t n)
{
    for (size_t q = 1; q < sentence->n_tokens; ++q) {
        if (sentence->tokens[q].kind != TARE_TOKEN_Q)
            continue;
        size_t best = n, best_distance = MAX_Q_DISTANCE;
        for (size_t i = 0; i < n; ++i) {
            const size_t to_gain = distance(pairs[i].gain, q);
            const size_t to_freq = distance(pairs[i].freq, q);
            const size_t nearest = (to_gain < to_freq ? to_gain : to_freq) +
                                   (is_parted(sentence, q, &pairs[i]) ? PARTED_DISTANCE : 0);
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

static bool has_freq(const TareSentence* sentence, size_t first, size_t end)
{
    for (size_t i = first; i < end; ++i) {
        if (sentence->tokens[i].kind == TARE_TOKEN_FREQ)
            return true;
    }
    return false;
}

/** Pairs the frequencies before a list of gains with these, in order, where the text says so:
    "the dip at 4 kHz and the peak at 9 kHz are 10 dB and 7 dB, respectively". */
static size_t pair_in_order(const TareSentence* sentence, size_t respectively, TarePair* pairs)
{
    size_t freqs[TARE_MAX_PAIRS];
    size_t n_freqs = 0, gain = 0;
    for (; gain < respectively && sentence->tokens[gain].kind != TARE_TOKEN_GAIN; ++gain) {
        if (sentence->tokens[gain].kind == TARE_TOKEN_FREQ && n_freqs < TARE_MAX_PAIRS)
            freqs[n_freqs++] = gain;
    }
    if (gain >= respectively || n_freqs < 2 || tare_list_length(sentence, gain) != n_freqs ||
        has_freq(sentence, gain, respectively))
        return 0;
    for (size_t i = 0; i < n_freqs; ++i) {
        pairs[i] = (TarePair){.gain = gain, .freq = freqs[i], .is_in_order = true};
        gain = tare_list_next(sentence, gain);
    }
    return n_freqs;
}

static size_t find_in_order(const TareSentence* sentence, TarePair* pairs)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_is(sentence, i, "respectively"))
            return pair_in_order(sentence, i, pairs);
    }
    return 0;
}

size_t tare_pairs_find(const TareSentence* sentence, TarePair pairs[TARE_MAX_PAIRS])
{
    TareConnection connections[TARE_MAX_TOKENS];
    const size_t n_connections = tare_connections_find(sentence, connections);
    size_t n = find_in_order(sentence, pairs);
    n = choose(sentence, connections, n_connections, pairs, n);
    const size_t n_chosen = n;
    for (size_t i = 0; i < n_chosen; ++i)
        n = share_gain(sentence, pairs, n, pairs[i]);
    n = tare_orphans_pair(sentence, pairs, n, TARE_MAX_PAIRS);
    n = tare_leftovers_pair(sentence, pairs, n, TARE_MAX_PAIRS);
    qsort(pairs, n, sizeof *pairs, by_place);
    attach_q(sentence, pairs, n);
    return n;
}
