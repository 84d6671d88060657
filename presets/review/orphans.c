#include "review/orphans.h"

#include "review/ties.h"

static bool is_figure(const TareToken* token)
{
    return token->kind == TARE_TOKEN_GAIN || token->kind == TARE_TOKEN_FREQ;
}

bool tare_orphan_is_alone(const TarePair* pairs, size_t n, size_t figure)
{
    for (size_t i = 0; i < n; ++i)
        if (pairs[i].gain == figure || pairs[i].freq == figure)
            return false;
    return true;
}

TarePair tare_orphan_pair_of(const TareSentence* sentence, size_t from, size_t to)
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
        if (are_of_two_kinds && tare_orphan_is_alone(pairs, n, last) &&
            tare_orphan_is_alone(pairs, n, i) && tare_are_tied(sentence, last, i))
            pairs[n++] = tare_orphan_pair_of(sentence, last, i);
        last = i;
    }
    return n;
}
