#include "review/joints.h"

#include "review/leftovers.h"
#include "review/orphans.h"
#include "review/pairs.h"
#include "review/ties.h"

#include <string.h>

static bool is_figure(const TareToken* token)
{
    return token->kind == TARE_TOKEN_GAIN || token->kind == TARE_TOKEN_FREQ;
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

/* A sentence of so few words only tells the size: "I'd say 5 dB." */
enum { MAX_SIZE_WORDS = 7 };

/** Whether a size is all that the next sentence tells, and a place all that this one does. */
static bool is_all_of_next(const TareSentence* sentence, const TareSentence* next, size_t first)
{
    return next->n_tokens <= MAX_SIZE_WORDS && next->tokens[first].kind == TARE_TOKEN_GAIN &&
           first + 1 + tare_token_is(next, first + 1, "there") == next->n_tokens &&
           find_figure(sentence, true) == find_figure(sentence, false);
}

bool tare_joint_may_be(const TareSentence* sentence, const TarePair* pairs, size_t n_pairs)
{
    const size_t last = find_figure(sentence, true);
    return last < sentence->n_tokens && tare_orphan_is_alone(pairs, n_pairs, last);
}

bool tare_joint_find(const TareSentence* sentence, const TarePair* pairs, size_t n_pairs,
                     const TareSentence* next, TareJoint* joint)
{
    TarePair next_pairs[TARE_MAX_PAIRS];
    const size_t last = find_figure(sentence, true), first = find_figure(next, false);
    if (last == sentence->n_tokens || first == next->n_tokens ||
        sentence->tokens[last].kind == next->tokens[first].kind ||
        !tare_orphan_is_alone(pairs, n_pairs, last) || is_question(sentence) || is_question(next) ||
        !tare_orphan_is_alone(next_pairs, tare_pairs_find(next, next_pairs), first) ||
        !join(sentence, next, &joint->sentence))
        return false;
    const size_t to = sentence->n_tokens + 1 + first;
    joint->pair = tare_orphan_pair_of(&joint->sentence, last, to);
    joint->last = last;
    joint->first = first;
    return tare_are_tied(&joint->sentence, last, to) ||
           (is_all_of_next(sentence, next, first) &&
            tare_leftovers_may_be(&joint->sentence, last, to));
}
