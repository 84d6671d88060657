#include "review/token.h"

#include "base/ascii.h"
#include "review/word_patterns.h"

#include <string.h>

bool tare_token_fits(const TareToken* word, const char* text, const char* pattern)
{
    return tare_word_is(text + word->start, word->end - word->start, pattern);
}

bool tare_token_has_role(const TareSentence* sentence, size_t index, TareRoles roles)
{
    return index < sentence->n_tokens && (sentence->tokens[index].roles & roles) != 0;
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

bool tare_token_is_one_of(const TareSentence* sentence, size_t index, const char* const* patterns,
                          size_t n_patterns)
{
    if (index >= sentence->n_tokens)
        return false;
    const TareToken* const token = &sentence->tokens[index];
    for (size_t i = 0; i < n_patterns && token->initial; ++i)
        if ((token->initial == patterns[i][0] || patterns[i][0] == '*') &&
            tare_token_fits(token, sentence->text, patterns[i]))
            return true;
    return false;
}

TareToken tare_token_of_word(const char* text, size_t start, size_t end)
{
    return (TareToken){.kind = TARE_TOKEN_WORD,
                       .start = (uint32_t)start,
                       .end = (uint32_t)end,
                       .initial = tare_ascii_lower(text[start])};
}

void tare_token_replace(TareSentence* sentence, size_t first, size_t last, TareToken token)
{
    token.start = sentence->tokens[first].start;
    token.end = sentence->tokens[last].end;
    token.initial = token.kind == TARE_TOKEN_WORD ? sentence->tokens[first].initial : '\0';
    token.roles = 0;
    sentence->tokens[first] = token;
    memmove(&sentence->tokens[first + 1], &sentence->tokens[last + 1],
            (sentence->n_tokens - last - 1) * sizeof(TareToken));
    sentence->n_tokens -= last - first;
}
