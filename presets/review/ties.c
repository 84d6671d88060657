#include "review/ties.h"

#include "review/lists.h"
#include "review/token.h"

/* How many words may stand between what takes a place up and the size. */
enum { MAX_RELATIVE_WORDS = 12, MAX_TAKEN_WORDS = 8, MAX_APPOSED_WORDS = 4, MAX_SOURCE_WORDS = 14 };

/** The two figures, in the order of the text. */
typedef struct {
    const TareSentence* sentence;
    size_t from, to;
} Gap;

static bool is_mark(const TareSentence* sentence, size_t index)
{
    return index < sentence->n_tokens && sentence->tokens[index].kind == TARE_TOKEN_MARK;
}

static bool has_mark(const TareSentence* sentence, size_t first, size_t end)
{
    for (size_t i = first; i < end; ++i)
        if (is_mark(sentence, i))
            return true;
    return false;
}

/** Whether a word tells of too much or too little, or of something that has either. */
static bool is_fault_word(const TareSentence* sentence, size_t index)
{
    return tare_token_means(sentence, index, TARE_WORD_UP | TARE_WORD_DOWN) ||
           tare_token_is(sentence, index, "too");
}

static bool is_signed(const TareSentence* sentence, size_t gain)
{
    const TareSign sign = sentence->tokens[gain].sign;
    return sign == TARE_SIGN_PLUS || sign == TARE_SIGN_MINUS;
}

/** Whether the words of the clause of a figure, back to the mark before it and up to the mark
    behind it, tell of a fault. */
static bool has_fault_beside(const TareSentence* sentence, size_t figure)
{
    for (size_t i = figure; i-- > 0 && !is_mark(sentence, i);)
        if (is_fault_word(sentence, i))
            return true;
    for (size_t i = figure + 1; i < sentence->n_tokens && !is_mark(sentence, i); ++i)
        if (is_fault_word(sentence, i))
            return true;
    return false;
}

/** Whether the words in between are about people's ears: "where most ears lose". */
static bool is_about_ear(const Gap* gap)
{
    for (size_t i = gap->from + 1; i < gap->to; ++i)
        if (tare_token_is(gap->sentence, i, "ear") || tare_token_is(gap->sentence, i, "ears"))
            return !tare_token_is(gap->sentence, i - 1, "my") &&
                   !tare_token_is(gap->sentence, i - 1, "by");
    return false;
}

/** Whether a target is what the words in between are about: "where Harman rises by". */
static bool is_about_target(const Gap* gap)
{
    const TareSentence* const sentence = gap->sentence;
    for (size_t i = gap->from + 1; i < gap->to; ++i) {
        if (!tare_token_means(sentence, i, TARE_WORD_TARGET))
            continue;
        size_t before = i;
        while (before > gap->from &&
               (tare_token_means(sentence, before - 1, TARE_WORD_ARTICLE | TARE_WORD_TARGET) ||
                tare_token_has_role(sentence, before - 1, TARE_ROLE_KNOWN)))
            --before;
        if (!tare_token_means(sentence, before - 1,
                              TARE_WORD_COMPARES | TARE_WORD_ABOVE | TARE_WORD_BELOW |
                                  TARE_WORD_UP | TARE_WORD_DOWN) &&
            !tare_token_is(sentence, before - 1, "to") &&
            !tare_token_is(sentence, before - 1, "with"))
            return true;
    }
    return false;
}

/** Where what stands behind a place in its clause begins: "3 kHz region", "250 Hz or so". */
static size_t end_of_place(const Gap* gap)
{
    const TareSentence* const sentence = gap->sentence;
    size_t i = gap->from + 1;
    while (i < gap->to && (tare_token_has_role(sentence, i, TARE_ROLE_PLACE) ||
                           tare_token_is(sentence, i, "odd") || tare_token_is(sentence, i, "or") ||
                           tare_token_is(sentence, i, "so")))
        ++i;
    return i;
}

/** "around 4.5 kHz, where the surplus reaches 4 dB", ", at which it is 4 dB weaker", ", which the
    average has at +6 dB" */
static bool is_relative(const Gap* gap)
{
    const TareSentence* const sentence = gap->sentence;
    size_t i = end_of_place(gap);
    const bool has_comma = tare_token_is_mark(sentence, i, ',');
    i += has_comma;
    i += tare_token_means(sentence, i, TARE_WORD_AND); /* ", and where" */
    i += tare_token_is(sentence, i, "at") || tare_token_is(sentence, i, "of");
    if (!tare_token_is(sentence, i, "where") && !tare_token_is(sentence, i, "which"))
        return false;
    for (size_t k = i; k < gap->to; ++k)
        if (is_mark(sentence, k) || tare_token_means(sentence, k, TARE_WORD_AND))
            return false;
    return gap->to - i <= MAX_RELATIVE_WORDS;
}

/** Whether words before a gain lead to the size of what a pronoun stands for: "it measures", "it's
    worth", "read it as". */
static bool leads_to_size(const TareSentence* sentence, size_t first, size_t gain)
{
    static const char* const leads[] = {"amount*", "as",       "at",   "by",     "comes",
                                        "is",      "measure*", "put",  "reach*", "read*",
                                        "runs",    "stands",   "tall", "was",    "worth"};
    for (size_t i = first; i < gain; ++i)
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, leads))
            return true;
    return false;
}

/** Whether a pronoun at a token stands for what a place is told of, and the words behind it lead
    to its size. */
static bool takes_up(const Gap* gap, size_t pronoun)
{
    static const char* const taken[] = {"it", "that", "this"};
    const TareSentence* const sentence = gap->sentence;
    if (tare_token_is(sentence, pronoun, "its"))
        return tare_token_has_role(sentence, pronoun + 1, TARE_ROLE_SIZE);
    if (has_mark(sentence, pronoun, gap->to))
        return false;
    return TARE_TOKEN_IS_ONE_OF(sentence, pronoun, taken) &&
           (leads_to_size(sentence, pronoun + 1, gap->to) || /* "that's 4 dB" */
            tare_token_skip_about(sentence, pronoun + 1) == gap->to);
}

/** "a dip at 1.7 kHz, and I'd say it's worth 3 dB", "a peak at 8.4 kHz; its size depends on the
    rig: the first two read 7 dB", "; Hollis gives its depth as 3 dB" */
static bool is_taken_up(const Gap* gap)
{
    const TareSentence* const sentence = gap->sentence;
    bool has_joint = false;
    for (size_t i = gap->from + 1; i < gap->to; ++i) {
        has_joint =
            has_joint || is_mark(sentence, i) || tare_token_means(sentence, i, TARE_WORD_AND);
        const bool is_its = tare_token_is(sentence, i, "its");
        if (has_joint && (is_its || gap->to - i <= MAX_TAKEN_WORDS) && takes_up(gap, i))
            return true;
    }
    return false;
}

/** Whether a word only leads to a size in apposition: "by eye", "a rise of", "depth". */
static bool is_lead_of_apposition(const TareSentence* sentence, size_t index)
{
    static const char* const leads[] = {"by", "ear", "eye", "in", "good", "least", "my", "say"};
    return tare_token_means(sentence, index,
                            TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_OF | TARE_WORD_SHAPE |
                                TARE_WORD_UP | TARE_WORD_DOWN) ||
           tare_token_has_role(sentence, index, TARE_ROLE_SIZE) ||
           TARE_TOKEN_IS_ONE_OF(sentence, index, leads);
}

/** Whether a gain has a noun of its own behind it: "5 dB more bass", "20 dB of isolation". */
static bool has_own_noun(const TareSentence* sentence, size_t gain)
{
    if (tare_token_is(sentence, gain + 1, "of") || tare_token_is(sentence, gain + 1, "between") ||
        tare_token_is(sentence, gain + 1, "less") || tare_token_is(sentence, gain + 1, "more"))
        return true;
    for (size_t i = gain + 1; i < gain + 4 && i < sentence->n_tokens && !is_mark(sentence, i); ++i)
        if (tare_token_has_role(sentence, i, TARE_ROLE_BAND))
            return true;
    return false;
}

/** "a small dip at 5.5 kHz, by eye 4 dB", "5.2 kHz is under target, 3 dB", "a hole between 3 and
    5 kHz, -5 dB at its worst" */
static bool is_apposed(const Gap* gap)
{
    const TareSentence* const sentence = gap->sentence;
    size_t comma = gap->to;
    while (comma > gap->from && !is_mark(sentence, comma - 1)) {
        if (!is_lead_of_apposition(sentence, comma - 1))
            return false;
        --comma;
    }
    if (comma == gap->from || gap->to - comma > MAX_APPOSED_WORDS)
        return false;
    const char mark = sentence->tokens[comma - 1].mark;
    return (mark == ',' || mark == ';') && !has_mark(sentence, gap->from + 1, comma - 1) &&
           has_fault_beside(sentence, gap->from) && !has_own_noun(sentence, gap->to);
}

/** "a peak located at 9.7 kHz and amounting to 6 dB", ", rising to 6 dB" */
static bool is_gone_on(const Gap* gap)
{
    static const char* const verbs[] = {"amounting", "coming", "measuring", "reaching", "rising"};
    const TareSentence* const sentence = gap->sentence;
    const size_t joint = end_of_place(gap);
    const size_t verb = joint + 1 + tare_token_means(sentence, joint + 1, TARE_WORD_AND);
    const size_t to = verb + 1 + tare_token_is(sentence, verb + 1, "to");
    return (tare_token_is_mark(sentence, joint, ',') ||
            tare_token_means(sentence, joint, TARE_WORD_AND)) &&
           TARE_TOKEN_IS_ONE_OF(sentence, verb, verbs) &&
           tare_token_skip_about(sentence, to) == gap->to;
}

/** "a dip at 150 Hz; ours said 4 dB down", "and the internet says 5 dB" */
static bool is_said_by_source(const Gap* gap)
{
    static const char* const says[] = {"find*", "found", "gave", "gives", "got",
                                       "has",   "put*",  "read", "reads", "report*",
                                       "said",  "saw",   "says", "sees",  "show*"};
    const TareSentence* const sentence = gap->sentence;
    size_t verb = gap->to - 1;
    while (verb > gap->from && tare_token_means(sentence, verb, TARE_WORD_ABOUT))
        --verb;
    return TARE_TOKEN_IS_ONE_OF(sentence, verb, says) && gap->to - gap->from <= MAX_SOURCE_WORDS &&
           has_mark(sentence, gap->from + 1, verb) && has_fault_beside(sentence, gap->from) &&
           !has_own_noun(sentence, gap->to);
}

/** "thick at 110 Hz; the surplus is 3 dB", "too little at 50 Hz; the average was -5 dB" */
static bool is_of_named_fault(const Gap* gap)
{
    static const char* const nouns[] = {"average", "difference", "figure", "mean", "value"};
    static const char* const verbs[] = {"amount*", "is", "reach*", "was"};
    const TareSentence* const sentence = gap->sentence;
    size_t verb = gap->to - 1;
    while (verb > gap->from && (tare_token_means(sentence, verb, TARE_WORD_ABOUT) ||
                                tare_token_is(sentence, verb, "to")))
        --verb;
    if (!TARE_TOKEN_IS_ONE_OF(sentence, verb, verbs) || has_own_noun(sentence, gap->to))
        return false;
    for (size_t i = verb; i-- > gap->from + 1 && !is_mark(sentence, i);) {
        const bool is_fault = tare_token_means(sentence, i, TARE_WORD_SHAPE) &&
                              !tare_token_means(sentence, i, TARE_WORD_CHANGES);
        const bool is_figure =
            TARE_TOKEN_IS_ONE_OF(sentence, i, nouns) && has_fault_beside(sentence, gap->from);
        if ((is_fault || is_figure) && tare_token_is(sentence, i - 1, "the"))
            return has_mark(sentence, gap->from + 1, i);
    }
    return false;
}

/** Whether a word tells that something is at the place behind it: "sits at", "it's at". */
static bool locates(const TareSentence* sentence, size_t index)
{
    static const char* const words[] = {"corner",  "centered", "centred", "centre",   "center",
                                        "falling", "falls",    "happens", "it",       "knee",
                                        "peaking", "peaks",    "maximum", "sits",     "situated",
                                        "sitting", "turnover", "was",     "midpoint", "summit"};
    return tare_token_has_role(sentence, index, TARE_ROLE_LIES | TARE_ROLE_IS) ||
           TARE_TOKEN_IS_ONE_OF(sentence, index, words);
}

/** "a low shelf of +6 dB with a corner of 80 Hz", "put at 4 dB by Ann, whose plot has it centred
    on 220 Hz", "reads 5 dB and it's between 150 and 300 Hz" */
static bool is_located(const Gap* gap)
{
    static const char* const links[] = {"it", "its", "that", "which", "whose", "with"};
    const TareSentence* const sentence = gap->sentence;
    size_t at = gap->to;
    while (at > gap->from && !locates(sentence, at - 1) &&
           (tare_token_means(sentence, at - 1,
                             TARE_WORD_AT | TARE_WORD_ABOUT | TARE_WORD_OF | TARE_WORD_ARTICLE) ||
            tare_token_is(sentence, at - 1, "on")))
        --at;
    if (at == gap->to)
        return false;
    bool is_linked = false;
    for (size_t i = gap->from + 1; i < at; ++i)
        is_linked = is_linked || TARE_TOKEN_IS_ONE_OF(sentence, i, links) ||
                    tare_token_means(sentence, i, TARE_WORD_AND);
    return is_linked && at > gap->from + 1 && locates(sentence, at - 1) &&
           gap->to - gap->from <= MAX_SOURCE_WORDS &&
           (is_signed(sentence, gap->from) || has_fault_beside(sentence, gap->from));
}

/** Whether a place is one that others are compared with: "relative to 500 Hz". */
static bool is_reference(const TareSentence* sentence, size_t place)
{
    size_t i = place;
    while (i > 0 &&
           (tare_token_means(sentence, i - 1, TARE_WORD_ABOUT | TARE_WORD_ARTICLE | TARE_WORD_AT) ||
            tare_token_is(sentence, i - 1, "to")))
        --i;
    return i > 0 && (tare_token_means(sentence, i - 1, TARE_WORD_COMPARES) ||
                     tare_token_has_role(sentence, i - 1, TARE_ROLE_ALIGNS));
}

/** Whether something stands between two figures that parts them: another figure, or a "but". */
static bool is_parted(const Gap* gap)
{
    for (size_t i = gap->from + 1; i < gap->to; ++i) {
        if (gap->sentence->tokens[i].kind == TARE_TOKEN_OTHER ||
            tare_token_means(gap->sentence, i, TARE_WORD_BREAK | TARE_WORD_NOT))
            return true;
    }
    return is_about_target(gap) || is_about_ear(gap);
}

/* From a place to a size. */
static bool (*const to_size[])(const Gap* gap) = {
    is_relative, is_taken_up, is_apposed, is_gone_on, is_said_by_source, is_of_named_fault};

bool tare_tie_may_be(const TareSentence* sentence, size_t from, size_t to)
{
    const Gap gap = {sentence, from, to};
    const bool is_size = sentence->tokens[to].kind == TARE_TOKEN_GAIN;
    const size_t place = is_size ? from : to, gain = is_size ? to : from;
    return sentence->tokens[gain].sign != TARE_SIGN_BOTH && !is_reference(sentence, place) &&
           tare_list_start(sentence, place) == place &&
           tare_list_next(sentence, place) >= sentence->n_tokens && !is_parted(&gap);
}

bool tare_tie_is_directed(const TareSentence* sentence, size_t place, size_t gain)
{
    return is_signed(sentence, gain) || has_fault_beside(sentence, place) ||
           has_fault_beside(sentence, gain);
}

bool tare_tie_has_own_noun(const TareSentence* sentence, size_t gain)
{
    return has_own_noun(sentence, gain);
}

bool tare_are_tied(const TareSentence* sentence, size_t from, size_t to)
{
    const Gap gap = {sentence, from, to};
    if (!tare_tie_may_be(sentence, from, to))
        return false;
    if (sentence->tokens[to].kind != TARE_TOKEN_GAIN)
        return is_located(&gap);
    if (!tare_tie_is_directed(sentence, from, to))
        return false;
    for (size_t i = 0; i < sizeof to_size / sizeof *to_size; ++i)
        if (to_size[i](&gap))
            return true;
    return false;
}
