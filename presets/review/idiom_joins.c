#include "review/idioms.h"

#include "review/idiom_words.h"
#include "review/token.h"

#include <math.h>

static bool is_kind(const TareSentence* sentence, size_t index, TareTokenKind kind)
{
    return index < sentence->n_tokens && sentence->tokens[index].kind == kind;
}

/** "minus 6 dB", "plus or minus 3 dB" */
static void join_sign(TareSentence* sentence, size_t index)
{
    const bool is_plus = tare_token_is(sentence, index, "plus");
    if (!is_plus && !tare_token_is(sentence, index, "minus"))
        return;
    size_t at = index + 1;
    if (is_plus && tare_token_is(sentence, at, "or"))
        ++at;
    const bool is_both = is_plus && tare_token_is(sentence, at, "minus");
    at += is_both;
    if (is_plus && at == index + 1 && is_kind(sentence, at, TARE_TOKEN_WORD) &&
        !tare_token_means(sentence, at, TARE_WORD_ABOUT))
        sentence->tokens[index].meaning = TARE_WORD_AND; /* "plus a high shelf" */
    if (!is_kind(sentence, at, TARE_TOKEN_GAIN) || sentence->tokens[at].sign != TARE_SIGN_NONE)
        return;
    TareToken gain = sentence->tokens[at];
    gain.sign = is_both ? TARE_SIGN_BOTH : is_plus ? TARE_SIGN_PLUS : TARE_SIGN_MINUS;
    tare_token_replace(sentence, index, at, gain);
}

/** The range that a token and the next name; NULL when they name none. */
static const TareIdiomRange* range_at(const TareSentence* sentence, size_t index)
{
    for (size_t i = 0; i < tare_n_idiom_ranges; ++i) {
        if (tare_token_is(sentence, index, tare_idiom_ranges[i].first) &&
            tare_token_is(sentence, index + 1, tare_idiom_ranges[i].second))
            return &tare_idiom_ranges[i];
    }
    return NULL;
}

bool tare_idiom_is_range(const TareSentence* sentence, size_t index)
{
    return range_at(sentence, index) != NULL;
}

static void join_named_range(TareSentence* sentence, size_t index)
{
    const TareIdiomRange* const range = range_at(sentence, index);
    if (!range)
        return;
    if (is_kind(sentence, index + 2, TARE_TOKEN_MARK) && /* "the bottom octave, 20-40 Hz," */
        is_kind(sentence, tare_token_skip_about(sentence, index + 3), TARE_TOKEN_FREQ))
        return;
    tare_token_replace(
        sentence, index, index + 1,
        (TareToken){
            .kind = TARE_TOKEN_FREQ, .lo = range->lo_hz, .hi = range->hi_hz, .is_spelt = true});
}

/** Joins the figures at `first` and `second` to a range when they are single and of one kind. */
static bool join_range(TareSentence* sentence, size_t first, size_t second)
{
    if (second >= sentence->n_tokens)
        return false;
    TareToken range = sentence->tokens[first];
    const TareToken* const end = &sentence->tokens[second];
    if (range.kind != end->kind || range.lo != range.hi || end->lo != end->hi ||
        (range.kind != TARE_TOKEN_GAIN && range.kind != TARE_TOKEN_FREQ))
        return false;
    range.lo = fmin(range.lo, end->lo);
    range.hi = fmax(range.hi, end->hi);
    if (range.sign != end->sign && end->sign != TARE_SIGN_NONE)
        range.sign = TARE_SIGN_BOTH;
    range.is_spelt = true;
    range.is_listed = false;
    tare_token_replace(sentence, first, second, range);
    return true;
}

/** "between 2 kHz and 5 kHz", "from 20 kHz down to 10 kHz" */
static void join_span(TareSentence* sentence, size_t index)
{
    const bool is_between = tare_token_means(sentence, index, TARE_WORD_BETWEEN);
    if (!is_between && !tare_token_is(sentence, index, "from"))
        return;
    const size_t first = tare_token_skip_about(sentence, index + 1);
    if (first >= sentence->n_tokens)
        return;
    size_t at = first + 1;
    if (is_between) {
        if (!tare_token_means(sentence, at, TARE_WORD_AND))
            return;
        ++at;
    } else {
        while (tare_token_is(sentence, at, "up") || tare_token_is(sentence, at, "down") ||
               tare_token_is(sentence, at, "all") || tare_token_is(sentence, at, "the") ||
               tare_token_is(sentence, at, "way"))
            ++at;
        if (!tare_token_is(sentence, at, "to"))
            return;
        ++at;
    }
    join_range(sentence, first, tare_token_skip_about(sentence, at));
}

/** "north of 10 kHz", "south of 100 Hz", "3 dB north of neutral" */
static void join_half_line(TareSentence* sentence, size_t index)
{
    const bool is_above = tare_token_is(sentence, index, "north") ||
                          tare_token_is(sentence, index, "upwards") ||
                          tare_token_is(sentence, index, "upward");
    if ((is_above || tare_token_is(sentence, index, "south")) &&
        tare_token_is(sentence, index + 1, "of"))
        tare_token_replace(sentence, index, index + 1,
                           (TareToken){.kind = TARE_TOKEN_WORD,
                                       .meaning = is_above ? TARE_WORD_ABOVE | TARE_WORD_UP
                                                           : TARE_WORD_BELOW | TARE_WORD_DOWN});
}

/** "a rise of 4 dB at 120 Hz, a dip of the same amount at 3 kHz" */
static void join_same(TareSentence* sentence, size_t index)
{
    static const char* const sizes[] = {"amount", "depth", "height", "magnitude", "size"};
    bool is_size = false;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; ++i)
        is_size = is_size || tare_token_is(sentence, index + 1, sizes[i]);
    if (!is_size || !tare_token_is(sentence, index, "same"))
        return;
    for (size_t i = index; i-- > 0;) {
        if (!is_kind(sentence, i, TARE_TOKEN_GAIN))
            continue;
        TareToken gain = sentence->tokens[i];
        gain.sign = TARE_SIGN_NONE;
        tare_token_replace(sentence, index, index + 1, gain);
        return;
    }
}

/** "120 Hz as well as 9 kHz" */
static void join_as_well_as(TareSentence* sentence, size_t index)
{
    if (tare_token_is(sentence, index, "as") && tare_token_is(sentence, index + 1, "well") &&
        tare_token_is(sentence, index + 2, "as"))
        tare_token_replace(sentence, index, index + 2,
                           (TareToken){.kind = TARE_TOKEN_WORD, .meaning = TARE_WORD_AND});
}

/** The kind of the figure that a word stands before; OTHER when it stands before none. */
static TareTokenKind kind_behind(const TareSentence* sentence, size_t index)
{
    const size_t next = tare_token_skip_about(sentence, index);
    return next < sentence->n_tokens ? sentence->tokens[next].kind : TARE_TOKEN_OTHER;
}

/** "up to 650 Hz", "up to 6 dB", "down to 20 Hz" */
static void settle_up_to(TareSentence* sentence, size_t index)
{
    const bool is_up = tare_token_is(sentence, index, "up");
    if ((!is_up && !tare_token_is(sentence, index, "down")) ||
        !tare_token_is(sentence, index + 1, "to"))
        return;
    const TareTokenKind kind = kind_behind(sentence, index + 2);
    TareToken joined = sentence->tokens[index];
    joined.meaning = kind == TARE_TOKEN_GAIN   ? TARE_WORD_ABOUT
                     : kind != TARE_TOKEN_FREQ ? 0
                     : is_up                   ? TARE_WORD_BELOW
                                               : TARE_WORD_ABOVE;
    tare_token_replace(sentence, index, index + 1, joined);
}

void tare_idiom_join(TareSentence* sentence, size_t index)
{
    join_sign(sentence, index);
    join_named_range(sentence, index);
    join_span(sentence, index);
    join_as_well_as(sentence, index);
    join_half_line(sentence, index);
    join_same(sentence, index);
    settle_up_to(sentence, index);
}
