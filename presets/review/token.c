#include "review/token.h"

#include "review/role_words.h"
#include "review/words.h"

#include <string.h>

bool tare_token_is(const TareSentence* sentence, size_t index, const char* pattern)
{
    if (index >= sentence->n_tokens || sentence->tokens[index].kind != TARE_TOKEN_WORD)
        return false;
    const TareToken* const token = &sentence->tokens[index];
    return tare_word_is(sentence->text + token->start, token->end - token->start, pattern);
}

bool tare_token_has_role(const TareSentence* sentence, size_t index, TareRoles roles)
{
    if (index >= sentence->n_tokens || sentence->tokens[index].kind != TARE_TOKEN_WORD)
        return false;
    const TareToken* const token = &sentence->tokens[index];
    return tare_role_is(sentence->text + token->start, token->end - token->start, roles);
}

bool tare_token_means(const TareSentence* sentence, size_t index, TareWordMeaning meanings)
{
    return index < sentence->n_tokens && sentence->tokens[index].kind == TARE_TOKEN_WORD &&
           (sentence->tokens[index].meaning & meanings) != 0;
}

bool tare_token_is_mark(const TareSentence* sentence, size_t index, char mark)
{
    return index < sentence->n_tokens && sentence->tokens[index].kind == TARE_TOKEN_MARK &&
           sentence->tokens[index].mark == mark;
}

size_t tare_token_skip_about(const TareSentence* sentence, size_t index)
{
    while (tare_token_means(sentence, index, TARE_WORD_ABOUT | TARE_WORD_ARTICLE))
        ++index;
    return index < sentence->n_tokens ? index : sentence->n_tokens;
}

void tare_token_replace(TareSentence* sentence, size_t first, size_t last, TareToken token)
{
    token.start = sentence->tokens[first].start;
    token.end = sentence->tokens[last].end;
    sentence->tokens[first] = token;
    memmove(&sentence->tokens[first + 1], &sentence->tokens[last + 1],
            (sentence->n_tokens - last - 1) * sizeof(TareToken));
    sentence->n_tokens -= last - first;
}
