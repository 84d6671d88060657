#include "review/lists.h"

#include "review/token.h"

size_t tare_list_next(const TareSentence* sentence, size_t index)
{
    size_t i = index + 1;
    bool is_joined = sentence->tokens[index].is_listed;
    while (i < sentence->n_tokens &&
           (tare_token_is_mark(sentence, i, ',') || //
            tare_token_means(sentence, i, TARE_WORD_AND | TARE_WORD_ABOUT | TARE_WORD_ARTICLE) ||
            (is_joined && tare_token_means(sentence, i, TARE_WORD_AT)))) {
        is_joined = true;
        ++i;
    }
    return is_joined && i < sentence->n_tokens &&
                   sentence->tokens[i].kind == sentence->tokens[index].kind
               ? i
               : sentence->n_tokens;
}

size_t tare_list_length(const TareSentence* sentence, size_t index)
{
    size_t n = 0;
    for (; index < sentence->n_tokens; index = tare_list_next(sentence, index))
        ++n;
    return n;
}

size_t tare_list_start(const TareSentence* sentence, size_t figure)
{
    size_t start = figure;
    for (size_t i = figure; i-- > 0;) {
        if (sentence->tokens[i].kind == sentence->tokens[figure].kind) {
            if (tare_list_next(sentence, i) != start)
                break;
            start = i;
        }
    }
    return start;
}
