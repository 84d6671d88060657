#include "review/clauses.h"

#include "review/lists.h"

static bool is_figure(const TareToken* token)
{
    return token->kind == TARE_TOKEN_GAIN || token->kind == TARE_TOKEN_FREQ;
}

size_t tare_clause_pair_first(const TareClause* clause)
{
    return clause->pair.gain < clause->pair.freq ? clause->pair.gain : clause->pair.freq;
}

size_t tare_clause_pair_last(const TareClause* clause)
{
    return clause->pair.gain < clause->pair.freq ? clause->pair.freq : clause->pair.gain;
}

bool tare_clause_any_means(const TareClause* clause, size_t first, size_t last,
                           TareWordMeaning meanings)
{
    for (size_t i = first; i <= last; ++i) {
        if (tare_token_means(clause->sentence, i, meanings))
            return true;
    }
    return false;
}

/** Where the bracket opens that closes at `index`; `index` when it does not. */
static size_t open_of(const TareSentence* sentence, size_t index)
{
    for (size_t i = index; i-- > 0;) {
        if (tare_token_is_mark(sentence, i, '('))
            return i;
    }
    return index;
}

static size_t close_of(const TareSentence* sentence, size_t index)
{
    for (size_t i = index + 1; i < sentence->n_tokens; ++i) {
        if (tare_token_is_mark(sentence, i, ')'))
            return i;
    }
    return index;
}

/** Walks left over words and closed brackets. A bracket that the pair stands in is left behind. */
static size_t walk_left(const TareSentence* sentence, size_t from)
{
    size_t first = from;
    while (first > 0) {
        const TareToken* const token = &sentence->tokens[first - 1];
        if (tare_token_is_mark(sentence, first - 1, ')')) {
            const size_t open = open_of(sentence, first - 1);
            if (open == first - 1)
                break;
            first = open;
        } else if (is_figure(token) || (token->kind == TARE_TOKEN_MARK && token->mark != '(') ||
                   tare_token_means(sentence, first - 1, TARE_WORD_BREAK)) {
            break;
        } else {
            --first;
        }
    }
    return first;
}

static size_t walk_right(const TareSentence* sentence, size_t from)
{
    const TareWordMeaning stops = TARE_WORD_BREAK | TARE_WORD_AND | TARE_WORD_WITH;
    size_t last = from;
    while (last + 1 < sentence->n_tokens) {
        const TareToken* const token = &sentence->tokens[last + 1];
        if (tare_token_is_mark(sentence, last + 1, '(')) {
            const size_t close = close_of(sentence, last + 1);
            if (close == last + 1)
                break;
            last = close;
        } else if (is_figure(token) || token->kind == TARE_TOKEN_MARK ||
                   tare_token_means(sentence, last + 1, stops)) {
            break;
        } else {
            ++last;
        }
    }
    return last;
}

static size_t walk_thought(const TareSentence* sentence, size_t from)
{
    size_t first = from;
    while (first > 0 && !tare_token_is_mark(sentence, first - 1, ';') &&
           !tare_token_means(sentence, first - 1, TARE_WORD_BREAK))
        --first;
    return first;
}

/** Closes the bracket that the pair's later figure stands in: "5.5 kHz (+6 dB)". */
static size_t with_bracket(const TareSentence* sentence, size_t first, size_t last)
{
    int depth = 0;
    for (size_t i = first; i <= last; ++i)
        depth += tare_token_is_mark(sentence, i, '(') - tare_token_is_mark(sentence, i, ')');
    return depth > 0 && tare_token_is_mark(sentence, last + 1, ')') ? last + 1 : last;
}

TareClause tare_clause_of(const TareSentence* sentence, const TarePair* pair)
{
    TareClause clause = {.sentence = sentence, .pair = *pair};
    const size_t first = tare_clause_pair_first(&clause), last = tare_clause_pair_last(&clause);
    clause.first = walk_left(sentence, tare_list_start(sentence, first));
    clause.last = with_bracket(sentence, clause.first, walk_right(sentence, last));
    clause.thought_first = walk_thought(sentence, first);
    return clause;
}

size_t tare_clause_beside_left(const TareClause* clause, size_t figure)
{
    const TareWordMeaning stops = TARE_WORD_WITH | TARE_WORD_AND;
    size_t first = figure;
    while (first > clause->first && figure - first < 3 &&
           clause->sentence->tokens[first - 1].kind == TARE_TOKEN_WORD &&
           !tare_token_means(clause->sentence, first - 1, stops))
        --first;
    return first;
}

size_t tare_clause_beside_right(const TareClause* clause, size_t figure)
{
    const TareWordMeaning stops = TARE_WORD_AT | TARE_WORD_ABOVE | TARE_WORD_BELOW | TARE_WORD_AND;
    size_t last = figure;
    while (last < clause->last && last - figure < 3 &&
           clause->sentence->tokens[last + 1].kind == TARE_TOKEN_WORD &&
           !tare_token_means(clause->sentence, last + 1, stops))
        ++last;
    return last;
}
