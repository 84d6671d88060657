#include "review/orphans.h"

#include "review/pairs.h"
#include "review/ties.h"

#include <string.h>

static bool is_figure(const TareToken* token)
{
    return token->kind == TARE_TOKEN_GAIN || token->kind == TARE_TOKEN_FREQ;
}

/** Whether a figure belongs to no pair. */
static bool is_alone(const TarePair* pairs, size_t n, size_t figure)
{
    for (size_t i = 0; i < n; ++i)
        if (pairs[i].gain == figure || pairs[i].freq == figure)
            return false;
    return true;
}

static TarePair pair_of(const TareSentence* sentence, size_t from, size_t to)
{
    const bool is_gain_first = sentence->tokens[from].kind == TARE_TOKEN_GAIN;
    return (TarePair){.gain = is_gain_first ? from : to, .freq = is_gain_first ? to : from};
}

size_t tare_orphans_pair(const TareSentence* sentence, TarePair* pairs, size_t n, size_t max)
{
    size_t last = sentence->n_tokens;
    for (size_t i = 0; i < sentence->n_tokens && n < max; ++i) {
        if (!is_figure(&sentence->tokens[i]))
            continue;
        const bool are_of_two_kinds =
            last < sentence->n_tokens && sentence->tokens[last].kind != sentence->tokens[i].kind;
        if (are_of_two_kinds && is_alone(pairs, n, last) && is_alone(pairs, n, i) &&
            tare_are_tied(sentence, last, i))
            pairs[n++] = pair_of(sentence, last, i);
        last = i;
    }
    return n;
}

/** The last figure of a sentence, or the first; n_tokens when there is none. */
static size_t find_figure(const TareSentence* sentence, bool is_last)
{
    size_t found = sentence->n_tokens;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (is_figure(&sentence->tokens[i]) && (is_last || found == sentence->n_tokens))
            found = i;
    }
    return found;
}

static bool is_question(const TareSentence* sentence)
{
    return sentence->end > 0 && sentence->text[sentence->end - 1] == '?';
}

/** Makes one sentence of two. False when it would be too long. */
static bool join(const TareSentence* sentence, const TareSentence* next, TareSentence* joined)
{
    const size_t n = sentence->n_tokens;
    if (n + 1 + next->n_tokens > TARE_MAX_TOKENS)
        return false;
    *joined = *sentence;
    joined->tokens[n] = (TareToken){.kind = TARE_TOKEN_MARK,
                                    .mark = ';',
                                    .start = sentence->tokens[n - 1].end - 1,
                                    .end = sentence->tokens[n - 1].end};
    memcpy(&joined->tokens[n + 1], next->tokens, next->n_tokens * sizeof *next->tokens);
    joined->n_tokens = n + 1 + next->n_tokens;
    joined->end = next->end;
    joined->sources |= next->sources;
    return true;
}

bool tare_orphans_join(const TareSentence* sentence, const TarePair* pairs, size_t n_pairs,
                       const TareSentence* next, TareJoint* joint)
{
    TarePair next_pairs[TARE_MAX_PAIRS];
    const size_t last = find_figure(sentence, true), first = find_figure(next, false);
    if (last == sentence->n_tokens || first == next->n_tokens ||
        sentence->tokens[last].kind == next->tokens[first].kind ||
        !is_alone(pairs, n_pairs, last) || is_question(sentence) || is_question(next) ||
        !is_alone(next_pairs, tare_pairs_find(next, next_pairs), first) ||
        !join(sentence, next, &joint->sentence))
        return false;
    const size_t to = sentence->n_tokens + 1 + first;
    joint->pair = pair_of(&joint->sentence, last, to);
    joint->last = last;
    joint->first = first;
    return tare_are_tied(&joint->sentence, last, to);
}
