#include "review/connections.h"

#include "review/commas.h"
#include "review/lists.h"

#include <stdlib.h>

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

static bool is_figure(const TareToken* token)
{
    return token->kind == TARE_TOKEN_GAIN || token->kind == TARE_TOKEN_FREQ;
}

/** Where a bracket closes that opens at `index`, when neither gain nor frequency is in it and it
    closes before `end`; else `index`. */
static size_t skip_bracket(const TareSentence* sentence, size_t index, size_t end)
{
    for (size_t i = index + 1; i < end; ++i) {
        if (is_figure(&sentence->tokens[i]) && sentence->tokens[i].sign != TARE_SIGN_BOTH)
            return index;
        if (tare_token_is_mark(sentence, i, ')'))
            return i;
    }
    return index;
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
        if (tare_token_means(sentence, i, TARE_WORD_TARGET) ||
            tare_token_has_role(sentence, i, TARE_ROLE_DEMANDS_BE)) /* "than it should" */
            return true;
    }
    return false;
}

/** "3.5 dB high and centred at 950 Hz" */
static bool goes_on_to_place(const TareSentence* sentence, size_t index)
{
    const size_t next = index + 1 + tare_token_is(sentence, index + 1, "right");
    return (tare_token_has_role(sentence, index - 1, TARE_ROLE_MEASURES) ||
            tare_token_means(sentence, index - 1, TARE_WORD_UP | TARE_WORD_DOWN)) &&
           tare_token_means(sentence, next, TARE_WORD_AT);
}

/** "the tallest stands at 7.8 kHz and exceeds the target by 4 dB" */
static bool goes_on_to_size(const TareSentence* sentence, size_t index, size_t to)
{
    const size_t verb = index + 1;
    const size_t gain = tare_token_skip_about(sentence, verb + 1);
    if (tare_token_is(sentence, verb, "exceeds") || tare_token_is(sentence, verb, "overshoots") ||
        tare_token_is(sentence, verb, "undershoots"))
        return true;
    if (tare_token_skip_about(sentence, verb) == to) /* "centred on 4 kHz and 5 dB deep" */
        return tare_token_has_role(sentence, to + 1, TARE_ROLE_MEASURES);
    const bool is_size = tare_token_has_role(sentence, verb, TARE_ROLE_LIES) ||
                         tare_token_means(sentence, verb, TARE_WORD_UP | TARE_WORD_DOWN);
    return is_size && gain == to && !tare_token_means(sentence, to + 1, TARE_WORD_AT);
}

/** "3 dB too high with the centre at 30 Hz", "a shelf of 5 dB with its corner at 85 Hz" */
static bool is_middle(const TareSentence* sentence, size_t index)
{
    static const char* const middles[] = {"center", "centre",  "corner", "maximum",
                                          "middle", "minimum", "summit", "top"};
    const size_t noun = index + 2;
    for (size_t i = 0; i < sizeof middles / sizeof *middles; ++i)
        if (tare_token_is(sentence, index, "with") && tare_token_is(sentence, noun, middles[i]))
            return tare_token_means(sentence, noun + 1, TARE_WORD_AT);
    return false;
}

/** Whether what a "with" adds is the size or the place of the same: "with +6 dB at 5 kHz". */
static bool is_belonging(const TareSentence* sentence, size_t with, size_t to)
{
    if (sentence->tokens[to].kind != TARE_TOKEN_GAIN)
        return is_middle(sentence, with);
    return with + 4 >= to || tare_tells_size(sentence, with + 1, to);
}

/** What a word between the two costs. */
static int cost_of_word(const TareSentence* sentence, size_t from, size_t index, size_t to)
{
    const bool to_gain = sentence->tokens[to].kind == TARE_TOKEN_GAIN;
    if (tare_token_means(sentence, index, TARE_WORD_BREAK | TARE_WORD_LATTER | TARE_WORD_FORMER))
        return NOT_CONNECTED;
    if (!to_gain && tare_token_has_role(sentence, index, TARE_ROLE_CAUSES))
        return NOT_CONNECTED;
    if (tare_token_means(sentence, index, TARE_WORD_AND)) {
        const bool goes_on =
            to_gain ? goes_on_to_size(sentence, index, to)
                    : joins_nouns(sentence, from, index) || goes_on_to_place(sentence, index);
        return goes_on ? COST_JOINED_NOUNS : NOT_CONNECTED;
    }
    if (tare_token_means(sentence, index, TARE_WORD_WITH))
        return is_belonging(sentence, index, to) ? COST_WITH : NOT_CONNECTED;
    if (tare_token_means(sentence, index, TARE_WORD_COMPARES))
        return compares_with_target(sentence, index, to) ? COST_COMPARISON : NOT_CONNECTED;
    return tare_token_means(sentence, index, TARE_WORD_ABOUT | TARE_WORD_ARTICLE) ? 0 : COST_WORD;
}

/** The last token of what only adds to the figure right before it: "8 kHz and above", "-6 dB, Q 4";
    `index` when nothing does. */
static size_t skip_addition(const TareSentence* sentence, size_t index)
{
    const bool is_half_line =
        tare_token_means(sentence, index, TARE_WORD_AND) &&
        tare_token_means(sentence, index + 1, TARE_WORD_ABOVE | TARE_WORD_BELOW);
    const bool is_q = tare_token_is_mark(sentence, index, ',') && index + 1 < sentence->n_tokens &&
                      sentence->tokens[index + 1].kind == TARE_TOKEN_Q;
    if (is_half_line || is_q)
        return index + 1;
    const size_t q = tare_token_means(sentence, index, TARE_WORD_WITH)
                         ? tare_token_skip_about(sentence, index + 1)
                         : sentence->n_tokens; /* "-6 dB with a Q of 4" */
    return q < sentence->n_tokens && sentence->tokens[q].kind == TARE_TOKEN_Q ? q : index;
}

/** The comma that ends ", relative to target," when that begins at a comma; else `index`. */
static size_t skip_comparison(const TareSentence* sentence, size_t index, size_t to)
{
    if (!tare_token_is_mark(sentence, index, ',') ||
        !tare_token_means(sentence, index + 1, TARE_WORD_COMPARES))
        return index;
    size_t end = index + 1;
    while (end < to && sentence->tokens[end].kind == TARE_TOKEN_WORD)
        ++end;
    return end < to && tare_token_is_mark(sentence, end, ',') &&
                   compares_with_target(sentence, index + 1, end)
               ? end
               : index;
}

/* How many words may stand between "it" and the size. */
enum { MAX_SIZE_WORDS = 5 };

/** "a peak at 7 kHz; it amounts to some 6 dB", "; its height is 6 dB", "; 6 dB deep" */
static bool is_size_behind(const TareSentence* sentence, size_t index, size_t to)
{
    if (tare_token_is(sentence, index + 1, "its"))
        return tare_token_has_role(sentence, index + 2, TARE_ROLE_SIZE);
    if (tare_token_skip_about(sentence, index + 1) == to)
        return tare_token_has_role(sentence, to + 1, TARE_ROLE_MEASURES);
    for (size_t i = index + 1; i < to; ++i)
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD)
            return false;
    return (tare_token_is(sentence, index + 1, "it") || tare_token_is(sentence, index + 1, "i")) &&
           index + 1 + MAX_SIZE_WORDS >= to;
}

/** What a mark between the two costs, brackets aside. */
static int cost_of_mark(const TareSentence* sentence, size_t from, size_t index, size_t to)
{
    switch (sentence->tokens[index].mark) {
    case ',':
        return tare_comma_is_crossed(sentence, from, index, to) ? COST_COMMA : NOT_CONNECTED;
    case ':':
        return tare_colon_is_crossed(sentence, from, index, to) ? COST_WORD : NOT_CONNECTED;
    case ';':
        return is_size_behind(sentence, index, to) ||
                       tare_dash_is_crossed(sentence, from, index, to)
                   ? COST_COMMA
                   : NOT_CONNECTED;
    default:
        return NOT_CONNECTED;
    }
}

/** What the token at `*index` costs, the first one being at `first`; moves to the last token of
   what it opens: a bracket, or a comparison between commas. */
static int cost_of_token(const TareSentence* sentence, size_t from, size_t first, size_t* index,
                         size_t to)
{
    const TareToken* const token = &sentence->tokens[*index];
    const size_t compared = skip_comparison(sentence, *index, to);
    if (token->kind == TARE_TOKEN_WORD)
        return cost_of_word(sentence, from, *index, to);
    if (tare_token_is_mark(sentence, *index, '(')) {
        *index = skip_bracket(sentence, *index, to);
        return COST_BRACKET;
    }
    if (tare_token_is_mark(sentence, *index, ')'))
        return *index == first ? COST_BRACKET : NOT_CONNECTED;
    if (compared > *index) {
        *index = compared;
        return COST_COMPARISON;
    }
    if (token->kind == TARE_TOKEN_MARK)
        return cost_of_mark(sentence, from, *index, to);
    return is_figure(token) ? NOT_CONNECTED : 0;
}

/** What the tokens strictly between two figures cost. */
static int cost_between(const TareSentence* sentence, size_t from, size_t to)
{
    int cost = 0;
    const size_t added = skip_addition(sentence, from + 1);
    const size_t first = added > from + 1 ? added + 1 : from + 1;
    for (size_t i = first; i < to && cost <= COST_MAX; ++i)
        cost += cost_of_token(sentence, from, first, &i, to);
    return cost > COST_MAX ? NOT_CONNECTED : cost;
}

/** Whether something leads from the gain to the frequency behind it. */
static bool is_led_to(const TareSentence* sentence, size_t gain, size_t freq)
{
    bool is_adjacent = true;
    for (size_t i = gain + 1; i < freq; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_AT | TARE_WORD_ABOVE | TARE_WORD_BELOW) ||
            tare_token_is_mark(sentence, i, '('))
            return true;
        if (tare_token_means(sentence, i, TARE_WORD_OF) && /* "elevation of the 40 Hz region" */
            tare_token_skip_about(sentence, i + 1) == freq)
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
    bool is_level = false; /* "6 dB above the level at 1 kHz" */
    while (i > 0 &&
           (tare_token_means(sentence, i - 1,
                             TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_AT | TARE_WORD_OF) ||
            tare_token_is(sentence, i - 1, "to") || tare_token_is(sentence, i - 1, "level") ||
            tare_token_is(sentence, i - 1, "that"))) {
        --i;
        is_level = is_level || tare_token_is(sentence, i, "level") || /* "2 dB over that at" */
                   (tare_token_is(sentence, i, "that") &&
                    (tare_token_is(sentence, i - 1, "over") ||
                     tare_token_means(sentence, i - 1, TARE_WORD_ABOVE | TARE_WORD_BELOW)));
    }
    return i > 0 && ((is_level && (tare_token_is(sentence, i - 1, "over") ||
                                   tare_token_means(sentence, i - 1,
                                                    TARE_WORD_UP | TARE_WORD_DOWN |
                                                        TARE_WORD_ABOVE | TARE_WORD_BELOW))) ||
                     tare_token_means(sentence, i - 1, TARE_WORD_COMPARES) ||
                     tare_token_has_role(sentence, i - 1, TARE_ROLE_ALIGNS));
}

/** Whether a gain stands between the place that it is said of and the one it is compared with:
    "80 Hz lies 6 dB above 1 kHz". */
static bool is_compared_with(const TareSentence* sentence, size_t gain, size_t freq)
{
    if (freq != gain + 2 || gain == 0 ||
        !tare_token_means(sentence, gain + 1, TARE_WORD_ABOVE | TARE_WORD_BELOW))
        return false;
    size_t before = gain - 1;
    while (before > 0 && tare_token_means(sentence, before, TARE_WORD_ABOUT))
        --before;
    const bool has_verb = tare_token_has_role(sentence, before, TARE_ROLE_LIES);
    while (before > 0 && sentence->tokens[before].kind == TARE_TOKEN_WORD &&
           !tare_token_means(sentence, before, TARE_WORD_AND | TARE_WORD_WITH | TARE_WORD_BREAK))
        --before;
    return has_verb && sentence->tokens[before].kind == TARE_TOKEN_FREQ;
}

static bool has_meaning(const TareSentence* sentence, size_t from, size_t to,
                        TareWordMeaning meaning)
{
    for (size_t i = from; i < to; ++i) {
        if (tare_token_means(sentence, i, meaning))
            return true;
    }
    return false;
}

/** "the driver breaks up at 9.6 kHz and shows a 7 dB spike there" */
static bool points_back(const TareSentence* sentence, size_t gain)
{
    for (size_t i = gain + 1; i <= gain + 3; ++i) {
        if (tare_token_is(sentence, i, "there"))
            return i + 1 >= sentence->n_tokens || sentence->tokens[i + 1].kind == TARE_TOKEN_MARK;
        if (i >= sentence->n_tokens || sentence->tokens[i].kind != TARE_TOKEN_WORD)
            return false;
    }
    return false;
}

/** "the only deviation above 2 dB is at 275 Hz": no more than a limit. */
static bool is_threshold(const TareSentence* sentence, size_t gain)
{
    static const char* const nouns[] = {"anything", "deviation*", "error*", "nothing"};
    if (gain < 2 || gain >= sentence->n_tokens)
        return false;
    return sentence->tokens[gain].sign == TARE_SIGN_NONE &&
           (tare_token_means(sentence, gain - 1, TARE_WORD_ABOVE | TARE_WORD_LIMITS) ||
            tare_token_is(sentence, gain - 1, "over")) &&
           TARE_TOKEN_IS_ONE_OF(sentence, gain - 2, nouns);
}

/** Whether the frequency behind a gain may be where the gain is. */
static bool is_followed_by_place(const TareSentence* sentence, size_t gain, size_t freq)
{
    return (is_led_to(sentence, gain, freq) || tare_place_closes_item(sentence, gain, freq)) &&
           !is_compared_with(sentence, gain, freq) && !is_threshold(sentence, gain);
}

/** The place that "the former" is, of those up to one: the first of its list, or the one before it.
 */
static size_t former_of(const TareSentence* sentence, size_t freq)
{
    const size_t start = tare_list_start(sentence, freq);
    size_t i = freq;
    while (i > 0 && sentence->tokens[i - 1].kind != TARE_TOKEN_FREQ)
        --i;
    return start < freq || i == 0 ? start : i - 1;
}

/** Adds the connection of two figures in the order of the text, if there is one. */
static size_t consider(const TareSentence* sentence, size_t from, size_t to,
                       TareConnection* connection)
{
    const bool is_gain_first = sentence->tokens[from].kind == TARE_TOKEN_GAIN;
    TarePair pair = {.gain = is_gain_first ? from : to, .freq = is_gain_first ? to : from};
    if (sentence->tokens[from].kind == sentence->tokens[to].kind ||
        is_reference(sentence, pair.freq))
        return 0;
    int cost = cost_between(sentence, from, to);
    if (is_gain_first && !is_followed_by_place(sentence, from, to))
        return 0;
    if (!is_gain_first && points_back(sentence, to))
        cost = COST_WITH;
    if (!is_gain_first && has_meaning(sentence, from, to, TARE_WORD_LATTER | TARE_WORD_FORMER)) {
        cost = 0;
        if (has_meaning(sentence, from, to, TARE_WORD_FORMER))
            pair.freq = former_of(sentence, from);
    }
    if (!is_gain_first)
        cost += COST_FREQ_FIRST;
    *connection = (TareConnection){pair, cost};
    return cost <= COST_MAX;
}

static int by_cost(const void* left, const void* right)
{
    const TareConnection* const a = left;
    const TareConnection* const b = right;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    return a->pair.gain < b->pair.gain ? -1 : a->pair.gain > b->pair.gain;
}

size_t tare_connections_find(const TareSentence* sentence,
                             TareConnection connections[TARE_MAX_TOKENS])
{
    size_t n = 0;
    size_t last = sentence->n_tokens;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (!is_figure(&sentence->tokens[i]) || sentence->tokens[i].sign == TARE_SIGN_BOTH)
            continue; /* a tolerance belongs to no place */
        if (last < sentence->n_tokens)
            n += consider(sentence, last, i, &connections[n]);
        last = i;
    }
    qsort(connections, n, sizeof *connections, by_cost);
    return n;
}
