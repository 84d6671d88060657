#include "readers/connections.h"

#include "readers/lists.h"

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
        if (is_figure(&sentence->tokens[i]))
            return index;
        if (tare_token_is_mark(sentence, i, ')'))
            return i;
    }
    return index;
}

/** Whether a token is one of several words; NULL ends the list. */
static bool is_any(const TareSentence* sentence, size_t index, const char* const* patterns)
{
    for (; *patterns; ++patterns) {
        if (tare_token_is(sentence, index, *patterns))
            return true;
    }
    return false;
}

/* Behind a comma, these go on with what was said before it. */
static const char* const going_on[] = {
    "particularly", "especially", "mainly",    "mostly",    "primarily", "notably",
    "located",      "situated",   "occurring", "appearing", "visible",   "found",
    "seen",         "peaking",    "localised", "localized", NULL};

/* What a fault has: "with a height of 6 dB". */
static const char* const size_nouns[] = {"height", "amplitude", "magnitude", "depth",     "size",
                                         "level",  "strength",  "gain",      "intensity", NULL};

/** Whether a size is told up to the gain: "height of about" in "with a height of about 6 dB". */
static bool tells_size(const TareSentence* sentence, size_t index, size_t gain)
{
    for (size_t i = index; i < gain && i < index + 4; ++i) {
        if (is_any(sentence, i, size_nouns) && tare_token_means(sentence, i + 1, TARE_WORD_OF))
            return tare_token_skip_about(sentence, i + 2) == gain;
    }
    return false;
}

/** Whether the thought goes on behind a comma: ", centered at 5 kHz", ", reaching +6 dB". */
static bool goes_on(const TareSentence* sentence, size_t index, size_t to)
{
    const bool to_gain = sentence->tokens[to].kind == TARE_TOKEN_GAIN;
    const size_t next = tare_token_skip_about(sentence, index);
    const uint32_t links = TARE_WORD_REACHES | TARE_WORD_OF | (to_gain ? 0 : TARE_WORD_AT);
    return tare_token_means(sentence, index, links) || tare_token_means(sentence, next, links) ||
           is_any(sentence, index, going_on) ||
           (to_gain &&
            (tare_token_is(sentence, index, "where") || tells_size(sentence, index, to)));
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

/** Whether a size stands behind a comma: "a peak at 5 kHz, 6 dB above target", ", 6 dB in height",
    ", which requires 6 dB of correction". */
static bool is_apposition(const TareSentence* sentence, size_t comma, size_t gain)
{
    static const char* const fillers[] = {"which", "is", "being", NULL};
    static const char* const sizes[] = {"high", "tall", "deep", "strong", "in", NULL};
    bool is_asked = false;
    for (size_t i = comma + 1; i < gain; ++i) {
        is_asked = is_asked || tare_token_means(sentence, i, TARE_WORD_ASKS);
        if (!tare_token_means(sentence, i, TARE_WORD_ABOUT | TARE_WORD_ASKS) &&
            !is_any(sentence, i, fillers))
            return false;
    }
    return is_asked || is_any(sentence, gain + 1, sizes) ||
           (tare_token_means(sentence, gain + 1, TARE_WORD_UP | TARE_WORD_DOWN) &&
            !tare_token_means(sentence, gain + 1, TARE_WORD_SHAPE));
}

/** Whether a frequency stands between two commas: "the presence range, roughly 1-5 kHz, is". */
static bool is_inserted(const TareSentence* sentence, size_t freq, size_t comma)
{
    size_t first = freq;
    while (first > 0 && tare_token_means(sentence, first - 1, TARE_WORD_ABOUT | TARE_WORD_AT))
        --first;
    return comma == freq + 1 && first > 0 && tare_token_is_mark(sentence, first - 1, ',') &&
           tare_list_start(sentence, freq) == freq &&
           sentence->tokens[comma + 1].kind == TARE_TOKEN_WORD;
}

/** Whether a mark begins or ends what stands in brackets, or an item of it. */
static bool is_edge(const TareSentence* sentence, size_t index, char bracket)
{
    return tare_token_is_mark(sentence, index, bracket) || tare_token_is_mark(sentence, index, ';');
}

/** Whether two figures are all that a bracket or an item of it holds: "(5 kHz, +6 dB)". */
static bool fill_bracket(const TareSentence* sentence, size_t from, size_t to)
{
    const size_t first = tare_list_start(sentence, from);
    size_t open = first, close = to;
    while (open > 0 && tare_token_means(sentence, open - 1, TARE_WORD_ABOUT | TARE_WORD_AT))
        --open;
    while (close + 1 < sentence->n_tokens && !is_figure(&sentence->tokens[close + 1]) &&
           !is_edge(sentence, close, ')'))
        ++close;
    return first == from && open > 0 && is_edge(sentence, open - 1, '(') &&
           is_edge(sentence, close, ')');
}

/** Whether a frequency and a gain are parameters of a filter: "PEQ: 5 kHz, Q 3, gain -4 dB". */
static bool are_parameters(const TareSentence* sentence, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; ++i) {
        if (!tare_token_is_mark(sentence, i, ',') && sentence->tokens[i].kind != TARE_TOKEN_Q &&
            !tare_token_is(sentence, i, "gain") && !tare_token_means(sentence, i, TARE_WORD_OF))
            return false;
    }
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (sentence->tokens[i].kind == TARE_TOKEN_Q ||
            tare_token_means(sentence, i, TARE_WORD_EQUALISER))
            return sentence->tokens[from].kind == TARE_TOKEN_FREQ;
    }
    return false;
}

static bool is_comma_crossed(const TareSentence* sentence, size_t from, size_t index, size_t to)
{
    const bool to_gain = sentence->tokens[to].kind == TARE_TOKEN_GAIN;
    return goes_on(sentence, index + 1, to) || fill_bracket(sentence, from, to) ||
           (to_gain && (is_opening_place(sentence, from) || is_inserted(sentence, from, index) ||
                        is_apposition(sentence, index, to) || are_parameters(sentence, from, to)));
}

/* What stands behind these is the cause of a gain, and need not be where the gain is: "a deviation
   of 4 dB due to a dip at 3 kHz". */
static const char* const causes[] = {"due", "owing", "caused", "because", "thanks", NULL};

/** What a word between the two costs. */
static int cost_of_word(const TareSentence* sentence, size_t from, size_t index, size_t to)
{
    const bool to_gain = sentence->tokens[to].kind == TARE_TOKEN_GAIN;
    if (tare_token_means(sentence, index, TARE_WORD_BREAK | TARE_WORD_LATTER | TARE_WORD_FORMER))
        return NOT_CONNECTED;
    if (!to_gain && is_any(sentence, index, causes))
        return NOT_CONNECTED;
    if (tare_token_means(sentence, index, TARE_WORD_AND))
        return !to_gain && joins_nouns(sentence, from, index) ? COST_JOINED_NOUNS : NOT_CONNECTED;
    if (tare_token_means(sentence, index, TARE_WORD_WITH))
        return to_gain && (index + 4 >= to || tells_size(sentence, index + 1, to)) ? COST_WITH
                                                                                   : NOT_CONNECTED;
    if (tare_token_means(sentence, index, TARE_WORD_COMPARES))
        return compares_with_target(sentence, index, to) ? COST_COMPARISON : NOT_CONNECTED;
    return tare_token_means(sentence, index, TARE_WORD_ABOUT | TARE_WORD_ARTICLE) ? 0 : COST_WORD;
}

/** "5 kHz: +6 dB", "bass (< 120 Hz): +9 dB", "at 8 kHz (amplitude: 5 dB)" */
static bool is_colon_crossed(const TareSentence* sentence, size_t from, size_t colon, size_t to)
{
    return colon == from + 1 ||
           (colon == from + 2 && tare_token_is_mark(sentence, from + 1, ')')) ||
           (colon + 1 == to && is_any(sentence, colon - 1, size_nouns));
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
    return is_half_line || is_q ? index + 1 : index;
}

/** What the tokens strictly between two figures cost. */
static int cost_between(const TareSentence* sentence, size_t from, size_t to)
{
    int cost = 0;
    const size_t added = skip_addition(sentence, from + 1);
    const size_t first = added > from + 1 ? added + 1 : from + 1;
    for (size_t i = first; i < to; ++i) {
        const TareToken* const token = &sentence->tokens[i];
        if (token->kind == TARE_TOKEN_WORD) {
            cost += cost_of_word(sentence, from, i, to);
        } else if (token->kind == TARE_TOKEN_MARK && token->mark == '(') {
            i = skip_bracket(sentence, i, to);
            cost += COST_BRACKET;
        } else if (token->kind == TARE_TOKEN_MARK && token->mark == ')') {
            cost += i == first ? COST_BRACKET : NOT_CONNECTED;
        } else if (token->kind == TARE_TOKEN_MARK && token->mark == ',') {
            cost += is_comma_crossed(sentence, from, i, to) ? COST_COMMA : NOT_CONNECTED;
        } else if (token->kind == TARE_TOKEN_MARK && token->mark == ':') {
            cost += is_colon_crossed(sentence, from, i, to) ? COST_WORD : NOT_CONNECTED;
        } else if (token->kind == TARE_TOKEN_MARK && token->mark == ';' &&
                   tare_token_is(sentence, i + 1, "it") && i + 3 >= to) {
            cost += COST_COMMA; /* "a peak at 7 kHz; it rises 6 dB" */
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
            tare_token_is(sentence, i - 1, "to") || tare_token_is(sentence, i - 1, "level"))) {
        --i;
        is_level = is_level || tare_token_is(sentence, i, "level");
    }
    return i > 0 &&
           ((is_level && tare_token_means(sentence, i - 1, TARE_WORD_UP | TARE_WORD_DOWN)) ||
            tare_token_means(sentence, i - 1, TARE_WORD_COMPARES) ||
            tare_token_is(sentence, i - 1, "normali*") ||
            tare_token_is(sentence, i - 1, "aligned") ||
            tare_token_is(sentence, i - 1, "normalization"));
}

/** Whether a gain stands between the place that it is said of and the one it is compared with:
    "80 Hz lies 6 dB above 1 kHz". */
static bool is_compared_with(const TareSentence* sentence, size_t gain, size_t freq)
{
    static const char* const verbs[] = {"is", "lies", "sits", "rises", "stands", "measures"};
    if (freq != gain + 2 || gain == 0 ||
        !tare_token_means(sentence, gain + 1, TARE_WORD_ABOVE | TARE_WORD_BELOW))
        return false;
    bool has_verb = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; ++i)
        has_verb = has_verb || tare_token_is(sentence, gain - 1, verbs[i]);
    size_t before = gain - 1;
    while (before > 0 && sentence->tokens[before].kind == TARE_TOKEN_WORD &&
           !tare_token_means(sentence, before, TARE_WORD_AND | TARE_WORD_WITH | TARE_WORD_BREAK))
        --before;
    return has_verb && sentence->tokens[before].kind == TARE_TOKEN_FREQ;
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
static size_t consider(const TareSentence* sentence, size_t from, size_t to,
                       TareConnection* connection)
{
    const bool is_gain_first = sentence->tokens[from].kind == TARE_TOKEN_GAIN;
    TarePair pair = {.gain = is_gain_first ? from : to, .freq = is_gain_first ? to : from};
    if (sentence->tokens[from].kind == sentence->tokens[to].kind ||
        sentence->tokens[pair.gain].sign == TARE_SIGN_BOTH || /* a tolerance belongs to no place */
        is_reference(sentence, pair.freq))
        return 0;
    int cost = cost_between(sentence, from, to);
    if (is_gain_first && (!is_led_to(sentence, from, to) || is_compared_with(sentence, from, to)))
        return 0;
    if (!is_gain_first && has_meaning(sentence, from, to, TARE_WORD_LATTER | TARE_WORD_FORMER)) {
        cost = 0;
        if (has_meaning(sentence, from, to, TARE_WORD_FORMER))
            pair.freq = tare_list_start(sentence, from);
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
        if (!is_figure(&sentence->tokens[i]))
            continue;
        if (last < sentence->n_tokens)
            n += consider(sentence, last, i, &connections[n]);
        last = i;
    }
    qsort(connections, n, sizeof *connections, by_cost);
    return n;
}
