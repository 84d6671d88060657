#include "review/commas.h"

#include "review/lists.h"
#include "review/token.h"

/* How far from the beginning a place may stand that opens an item, and how many words between it
   and its size. */
enum { MAX_ITEM_START = 2, MAX_ITEM_WORDS = 5 };

bool tare_tells_size(const TareSentence* sentence, size_t index, size_t gain)
{
    for (size_t i = index; i < gain && i < index + 4; ++i) {
        if (tare_token_has_role(sentence, i, TARE_ROLE_SIZE) &&
            tare_token_means(sentence, i + 1, TARE_WORD_OF))
            return tare_token_skip_about(sentence, i + 2) == gain;
    }
    return false;
}

/** Whether the thought goes on behind a comma: ", centered at 5 kHz", ", reaching +6 dB". */
static bool goes_on(const TareSentence* sentence, size_t index, size_t to)
{
    const bool to_gain = sentence->tokens[to].kind == TARE_TOKEN_GAIN;
    const size_t next = tare_token_skip_about(sentence, index);
    const TareWordMeaning links = TARE_WORD_REACHES | TARE_WORD_OF | (to_gain ? 0 : TARE_WORD_AT);
    return tare_token_means(sentence, index, links) || tare_token_means(sentence, next, links) ||
           tare_token_has_role(sentence, index, TARE_ROLE_GOES_ON) ||
           (!to_gain && tare_token_has_role(sentence, index, TARE_ROLE_IS) && /* ", is found at" */
            tare_token_has_role(sentence, index + 1, TARE_ROLE_GOES_ON)) ||
           (to_gain &&
            (tare_token_is(sentence, index, "where") || tare_tells_size(sentence, index, to)));
}

/** Whether the words from the last mark up to a frequency only say where: "in the sub-100 Hz bass
    region, ..." */
static bool is_opening_place(const TareSentence* sentence, size_t freq)
{
    size_t first = tare_list_start(sentence, freq);
    while (first > 0 && (sentence->tokens[first - 1].kind == TARE_TOKEN_WORD ||
                         tare_token_is_mark(sentence, first - 1, '(')))
        --first;
    if (first > 0 && sentence->tokens[first - 1].kind == TARE_TOKEN_GAIN)
        return false; /* it is the place of that: "5 dB at 3 kHz, bass elevation of 2 dB" */
    if (tare_token_is(sentence, first, "particularly") ||
        tare_token_is(sentence, first, "measured") || tare_token_is(sentence, first, "especially"))
        ++first;
    for (size_t i = first; i < freq; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE))
            return false;
    }
    return tare_token_means(sentence, first, TARE_WORD_AT | TARE_WORD_ABOVE | TARE_WORD_BELOW);
}

/** Whether nothing more is said of a figure: a mark or the end of the sentence comes. */
static bool is_last(const TareSentence* sentence, size_t figure)
{
    const size_t next = figure + 1 + tare_token_is(sentence, figure + 1, "each");
    return next >= sentence->n_tokens || sentence->tokens[next].kind == TARE_TOKEN_MARK;
}

/** Whether the word right behind a gain, or behind "too", tells its direction: "6 dB high", "6 dB
    too much". */
static bool is_directed_behind(const TareSentence* sentence, size_t gain)
{
    const size_t word = gain + 1 + tare_token_is(sentence, gain + 1, "too");
    return tare_token_means(sentence, word, TARE_WORD_UP | TARE_WORD_DOWN) &&
           !tare_token_means(sentence, word, TARE_WORD_SHAPE);
}

/** "+4 dB against Harman" */
static bool is_compared_behind(const TareSentence* sentence, size_t gain)
{
    return sentence->tokens[gain].sign != TARE_SIGN_NONE &&
           tare_token_means(sentence, gain + 1, TARE_WORD_COMPARES);
}

/** Whether the words before a comma, back to the mark before, name a peak or dip. */
static bool names_shape_before(const TareSentence* sentence, size_t comma)
{
    for (size_t i = comma; i-- > 0 && sentence->tokens[i].kind != TARE_TOKEN_MARK;) {
        if (sentence->tokens[i].kind == TARE_TOKEN_GAIN)
            return false;
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE) ||
            (i > 0 && tare_token_is(sentence, i - 1, "too")))
            return true;
    }
    return false;
}

/** Whether a size stands behind a comma: "a peak at 5 kHz, 6 dB above target", ", 6 dB in height",
    ", which requires 6 dB of correction", ", up 6 dB", or the bare size of a peak. */
static bool is_apposition(const TareSentence* sentence, size_t comma, size_t gain)
{
    const TareWordMeaning passed =
        TARE_WORD_ABOUT | TARE_WORD_ASKS | TARE_WORD_UP | TARE_WORD_DOWN | TARE_WORD_OF;
    bool is_asked = false, is_directed = false;
    for (size_t i = comma + 1; i < gain; ++i) {
        is_asked = is_asked || tare_token_means(sentence, i, TARE_WORD_ASKS);
        is_directed = is_directed || tare_token_means(sentence, i, TARE_WORD_UP | TARE_WORD_DOWN);
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE) ||
            (!tare_token_means(sentence, i, passed) && !tare_token_is(sentence, i, "each") &&
             !tare_token_has_role(sentence, i, TARE_ROLE_IS)))
            return false;
    }
    return is_asked || tare_token_has_role(sentence, gain + 1, TARE_ROLE_MEASURES) ||
           is_directed_behind(sentence, gain) || is_compared_behind(sentence, gain) ||
           (is_last(sentence, gain) && (is_directed || names_shape_before(sentence, comma)));
}

/** Whether a frequency stands between two commas: "the presence range, roughly 1-5 kHz, is". */
static bool is_inserted(const TareSentence* sentence, size_t freq, size_t comma)
{
    size_t first = freq;
    while (first > 0 &&
           (tare_token_means(sentence, first - 1,
                             TARE_WORD_ABOUT | TARE_WORD_AT | TARE_WORD_BELOW | TARE_WORD_ABOVE) ||
            tare_token_is(sentence, first - 1, "everything")))
        --first;
    return comma == freq + 1 && first > 0 && tare_token_is_mark(sentence, first - 1, ',') &&
           tare_list_start(sentence, freq) == freq &&
           sentence->tokens[comma + 1].kind == TARE_TOKEN_WORD;
}

/** Whether two figures are all that a bracket or an item of a list holds: "(5 kHz, +6 dB)",
    "treble peak: 5 kHz, +6 dB;". */
static bool fill_item(const TareSentence* sentence, size_t from, size_t to)
{
    const size_t first = tare_list_start(sentence, from);
    size_t open = first, close = to + 1;
    while (open > 0 && tare_token_means(sentence, open - 1, TARE_WORD_ABOUT | TARE_WORD_AT))
        --open;
    while (close < sentence->n_tokens && sentence->tokens[close].kind == TARE_TOKEN_WORD)
        ++close;
    const bool has_begun = open > 0 && (tare_token_is_mark(sentence, open - 1, '(') ||
                                        tare_token_is_mark(sentence, open - 1, ';') ||
                                        tare_token_is_mark(sentence, open - 1, ':'));
    const bool has_ended = to + 1 == sentence->n_tokens ||
                           tare_token_is_mark(sentence, close, ')') ||
                           tare_token_is_mark(sentence, close, ';');
    return first == from && has_begun && has_ended;
}

/** "one dominant 6 dB, 7 kHz peak" */
static bool are_attributes(const TareSentence* sentence, size_t from, size_t comma, size_t to)
{
    return comma == from + 1 && to == comma + 1 &&
           tare_token_means(sentence, to + 1, TARE_WORD_SHAPE);
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

/** "6 dB over target, 75 Hz": the place closes the item, and none stands before the gain. */
bool tare_place_closes_item(const TareSentence* sentence, size_t gain, size_t freq)
{
    size_t comma = freq;
    while (comma > gain && tare_token_means(sentence, comma - 1, TARE_WORD_ABOUT))
        --comma;
    if (comma < gain + 2 || !tare_token_is_mark(sentence, comma - 1, ',') ||
        !is_last(sentence, freq))
        return false;
    for (size_t i = gain; i-- > 0 && !tare_token_is_mark(sentence, i, ';');) {
        if (sentence->tokens[i].kind == TARE_TOKEN_FREQ)
            return false;
    }
    return true;
}

/** "a spike at 4 kHz, and it measures 5 dB" */
static bool goes_on_with_it(const TareSentence* sentence, size_t index, size_t gain)
{
    const size_t it = index + tare_token_means(sentence, index, TARE_WORD_AND);
    return tare_token_is(sentence, it, "it") &&
           tare_token_has_role(sentence, it + 1, TARE_ROLE_LIES) &&
           tare_token_skip_about(sentence, it + 2) == gain &&
           (is_last(sentence, gain) || is_directed_behind(sentence, gain) ||
            tare_token_has_role(sentence, gain + 1, TARE_ROLE_MEASURES));
}

/** Whether a gain with its direction is all that is said of a place that opens an item, and both
    are alone in it: "4.6 kHz, sticks out 6 dB". */
static bool is_all_of_item(const TareSentence* sentence, size_t from, size_t comma, size_t to)
{
    bool is_directed = is_directed_behind(sentence, to);
    if (comma != from + 1 || from > MAX_ITEM_START || to > comma + MAX_ITEM_WORDS)
        return false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        const TareTokenKind kind = sentence->tokens[i].kind;
        if (i != from && i != to && (kind == TARE_TOKEN_GAIN || kind == TARE_TOKEN_FREQ))
            return false;
        is_directed = is_directed || (i > comma && i < to &&
                                      tare_token_means(sentence, i, TARE_WORD_UP | TARE_WORD_DOWN));
    }
    return is_directed;
}

/** "First event at 750 Hz, a rise of 2.5 dB", "a bulge sits on 1.8 kHz, in height 4 dB" */
static bool is_told_behind(const TareSentence* sentence, size_t from, size_t comma, size_t gain)
{
    if (comma != from + 1 || !is_last(sentence, gain))
        return false;
    for (size_t i = 0; i < from; ++i)
        if (sentence->tokens[i].kind == TARE_TOKEN_GAIN)
            return false;
    const size_t noun = comma + 2;
    const bool is_noun = tare_token_means(sentence, comma + 1, TARE_WORD_ARTICLE) &&
                         (tare_token_means(sentence, noun, TARE_WORD_SHAPE) ||
                          tare_token_is(sentence, noun, "fall")) &&
                         tare_token_means(sentence, noun + 1, TARE_WORD_OF) &&
                         tare_token_skip_about(sentence, noun + 2) == gain;
    const bool is_size = tare_token_is(sentence, comma + 1, "in") &&
                         tare_token_has_role(sentence, noun, TARE_ROLE_SIZE) && noun + 1 == gain;
    return is_noun || is_size;
}

/** Whether the thought goes on from a place over a comma to a gain. */
static bool is_crossed_to_gain(const TareSentence* sentence, size_t from, size_t index, size_t to)
{
    return is_told_behind(sentence, from, index, to) || is_all_of_item(sentence, from, index, to) ||
           goes_on_with_it(sentence, index + 1, to) || is_opening_place(sentence, from) ||
           is_inserted(sentence, from, index) || is_apposition(sentence, index, to) ||
           are_parameters(sentence, from, to);
}

bool tare_comma_is_crossed(const TareSentence* sentence, size_t from, size_t index, size_t to)
{
    if (goes_on(sentence, index + 1, to) || fill_item(sentence, from, to) ||
        are_attributes(sentence, from, index, to))
        return true;
    if (sentence->tokens[to].kind == TARE_TOKEN_GAIN)
        return is_crossed_to_gain(sentence, from, index, to);
    return (index == from + 2 && /* "a 5 dB deep, wide trough at" */
            tare_token_has_role(sentence, from + 1, TARE_ROLE_MEASURES)) ||
           tare_place_closes_item(sentence, from, to);
}

/** "6 kHz is where it hurts: plus 6 dB": nothing else is left to be meant. */
static bool is_all_that_is_said(const TareSentence* sentence, size_t from, size_t colon, size_t to)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        const TareTokenKind kind = sentence->tokens[i].kind;
        if (i != from && i != to && (kind == TARE_TOKEN_GAIN || kind == TARE_TOKEN_FREQ))
            return false;
    }
    return sentence->tokens[to].kind == TARE_TOKEN_GAIN && is_last(sentence, to) &&
           tare_token_skip_about(sentence, colon + 1) == to;
}

bool tare_colon_is_crossed(const TareSentence* sentence, size_t from, size_t colon, size_t to)
{
    return is_all_that_is_said(sentence, from, colon, to) || colon == from + 1 ||
           (colon == from + 2 && tare_token_is_mark(sentence, from + 1, ')')) ||
           (colon + 1 == to && tare_token_has_role(sentence, colon - 1, TARE_ROLE_SIZE));
}

bool tare_dash_is_crossed(const TareSentence* sentence, size_t from, size_t index, size_t to)
{
    if (sentence->tokens[to].kind != TARE_TOKEN_GAIN || !is_apposition(sentence, index, to))
        return false;
    const size_t first = tare_list_start(sentence, from);
    for (size_t i = first; i-- > 0 && sentence->tokens[i].kind == TARE_TOKEN_WORD;) {
        if (tare_token_means(sentence, i, TARE_WORD_SHAPE))
            return true;
    }
    return tare_token_means(sentence, from + 1, TARE_WORD_SHAPE);
}
