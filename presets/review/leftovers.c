#include "review/leftovers.h"

#include "review/orphans.h"
#include "review/ties.h"

/* How many words may stand between a place and the size behind it, and how many the other way
   round, where the words have to lead to the place. */
enum { MAX_WORDS_TO_SIZE = 14, MAX_WORDS_TO_PLACE = 6 };

static bool is_figure(const TareToken* token)
{
    return (token->kind == TARE_TOKEN_GAIN && token->sign != TARE_SIGN_BOTH) ||
           token->kind == TARE_TOKEN_FREQ;
}

/** The next figure from `index` on; n_tokens when there is none. */
static size_t find_figure(const TareSentence* sentence, size_t index)
{
    while (index < sentence->n_tokens && !is_figure(&sentence->tokens[index]))
        ++index;
    return index;
}

/** Whether a word may begin what is about something else: "the bass is up by 5 dB", "so I". */
static bool is_strange(const TareSentence* sentence, size_t index)
{
    static const char* const words[] = {"above",  "amp*",   "another", "below", "from", "keep*",
                                        "level*", "left",   "match*",  "mids",  "no",   "over",
                                        "rest",   "right",  "so",      "than",  "they", "to",
                                        "under",  "unless", "volume",  "within"};
    return tare_token_has_role(sentence, index,
                               TARE_ROLE_BAND | TARE_ROLE_PART | TARE_ROLE_ALTERS |
                                   TARE_ROLE_STEADY | TARE_ROLE_TILTS | TARE_ROLE_STARTS |
                                   TARE_ROLE_CAUSES | TARE_ROLE_CONDITIONS) ||
           tare_token_means(sentence, index,
                            TARE_WORD_LIMITS | TARE_WORD_TARGET | TARE_WORD_COMPARES |
                                TARE_WORD_BREAK | TARE_WORD_NOT) ||
           TARE_TOKEN_IS_ONE_OF(sentence, index, words);
}

/** Whether an "and" or "with" begins what is about something else: not "and I'd say 5 dB", "with
    some 5 dB in excess". */
static bool adds_other(const TareSentence* sentence, size_t index, size_t gain)
{
    static const char* const same[] = {"adds", "amounts", "comes", "contributes", "has",
                                       "i*",   "its",     "lies",  "measures",    "my",
                                       "puts", "reaches", "runs",  "sits",        "stands"};
    if (tare_token_means(sentence, index, TARE_WORD_WITH))
        return tare_token_skip_about(sentence, index + 1) != gain;
    return tare_token_means(sentence, index, TARE_WORD_AND) &&
           !TARE_TOKEN_IS_ONE_OF(sentence, index + 1, same);
}

/** Whether the words behind the last mark before a size, or behind the place, are about nothing
    else: ", plus 5 dB", ", I'd estimate 5 dB". */
static bool leads_to_size(const TareSentence* sentence, size_t place, size_t gain)
{
    size_t first = gain;
    size_t n_marks = 0;
    while (first > place + 1 && sentence->tokens[first - 1].kind == TARE_TOKEN_WORD)
        --first;
    for (size_t i = first; i < gain; ++i)
        if (is_strange(sentence, i) || adds_other(sentence, i, gain))
            return false;
    for (size_t i = place + 1; i < gain; ++i)
        n_marks += sentence->tokens[i].kind != TARE_TOKEN_WORD;
    return gain - place <= MAX_WORDS_TO_SIZE && n_marks <= 1;
}

/** Whether nothing but "right at", "namely around" stands between two tokens. */
static bool only_leads(const TareSentence* sentence, size_t first, size_t place)
{
    static const char* const words[] = {"exactly", "just",  "mainly", "mostly",
                                        "namely",  "right", "seen",   "somewhere"};
    for (size_t i = first; i < place; ++i)
        if (!tare_token_means(sentence, i,
                              TARE_WORD_AT | TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_AND) &&
            !tare_token_is_mark(sentence, i, ',') && !TARE_TOKEN_IS_ONE_OF(sentence, i, words))
            return false;
    return true;
}

/** "bloated by 4 dB or so around 180 Hz", "a 5 dB spike, right at 8 kHz" */
static bool leads_to_place(const TareSentence* sentence, size_t gain, size_t place)
{
    bool is_led = false;
    for (size_t i = gain + 1; i < place; ++i) {
        if (tare_token_is_mark(sentence, i, ','))
            return place - gain <= MAX_WORDS_TO_SIZE && only_leads(sentence, i + 1, place) &&
                   tare_token_means(sentence, place - 1, TARE_WORD_AT | TARE_WORD_ABOUT) &&
                   tare_tie_is_directed(sentence, place, gain);
        if (tare_token_is(sentence, i, "or") && tare_token_is(sentence, i + 1, "so"))
            ++i;
        else if (sentence->tokens[i].kind != TARE_TOKEN_WORD || is_strange(sentence, i) ||
                 tare_token_means(sentence, i, TARE_WORD_AND | TARE_WORD_WITH))
            return false;
        is_led = is_led || tare_token_means(sentence, i, TARE_WORD_AT);
    }
    return is_led && place - gain <= MAX_WORDS_TO_PLACE;
}

/** "even up to 1 kHz": where something ends. */
static bool is_end(const TareSentence* sentence, size_t place)
{
    static const char* const words[] = {"through", "till", "to", "until", "up*"};
    size_t i = place;
    while (i > 0 && tare_token_means(sentence, i - 1, TARE_WORD_ABOUT | TARE_WORD_ARTICLE))
        --i;
    return i > 0 && TARE_TOKEN_IS_ONE_OF(sentence, i - 1, words);
}

bool tare_leftovers_may_be(const TareSentence* sentence, size_t from, size_t to)
{
    const bool is_size = sentence->tokens[to].kind == TARE_TOKEN_GAIN;
    if (!tare_tie_may_be(sentence, from, to) || is_end(sentence, is_size ? from : to))
        return false;
    return is_size ? leads_to_size(sentence, from, to) &&
                         (tare_tie_is_directed(sentence, from, to) ||
                          tare_token_is(sentence, 0, "one")) &&
                         (!tare_tie_has_own_noun(sentence, to) ||
                          tare_token_is(sentence, to + 2, "than")) /* "3 dB more than" */
                   : leads_to_place(sentence, from, to);
}

/** The figure behind those from `first` on that stand alone; `n_figures` receives how many these
    are, or 0 when they do not come in turns and nobody knows whose they are. */
static size_t end_of_alone(const TareSentence* sentence, const TarePair* pairs, size_t n,
                           size_t first, size_t* n_figures)
{
    bool is_in_turns = true;
    size_t last = sentence->n_tokens, i = first;
    for (*n_figures = 0; i < sentence->n_tokens && tare_orphan_is_alone(pairs, n, i);
         i = find_figure(sentence, i + 1)) {
        is_in_turns = is_in_turns && (last == sentence->n_tokens ||
                                      sentence->tokens[last].kind != sentence->tokens[i].kind);
        last = i;
        ++*n_figures;
    }
    *n_figures = is_in_turns ? *n_figures : 0;
    return i;
}

size_t tare_leftovers_pair(const TareSentence* sentence, TarePair* pairs, size_t n, size_t max)
{
    const size_t n_before = n;
    for (size_t i = find_figure(sentence, 0), end = 0; i < sentence->n_tokens;
         i = find_figure(sentence, end + 1)) {
        size_t n_figures = 0;
        end = end_of_alone(sentence, pairs, n_before, i, &n_figures);
        for (; n_figures >= 2 && n_figures % 2 == 0 && i < end && n < max;) {
            const size_t to = find_figure(sentence, i + 1);
            if (tare_leftovers_may_be(sentence, i, to))
                pairs[n++] = tare_orphan_pair_of(sentence, i, to);
            i = find_figure(sentence, to + 1);
        }
    }
    return n;
}
