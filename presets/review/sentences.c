#include "review/sentences.h"

#include "review/idioms.h"
#include "review/phrases.h"
#include "review/role_words.h"
#include "review/spelt.h"
#include "review/split.h"
#include "review/token.h"
#include "review/widths.h"
#include "review/words.h"

bool tare_sentence_cut(const TareNormalised* text, size_t* position, TareSentence* sentence)
{
    if (!tare_split_next(text, position, sentence))
        return false;
    for (size_t i = 0; i < sentence->n_tokens; ++i)
        tare_spelt_join(sentence, i);
    return true;
}

bool tare_sentence_may_tell(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        const TareTokenKind kind = sentence->tokens[i].kind;
        if (kind != TARE_TOKEN_WORD && kind != TARE_TOKEN_MARK && kind != TARE_TOKEN_NUMBER)
            return true;
        if (tare_idiom_is_range(sentence, i))
            return true;
    }
    return false;
}

static void look_up(const TareSentence* sentence, TareToken* token)
{
    const char* const word = sentence->text + token->start;
    const size_t length = token->end - token->start;
    const TareWordMeaning of_sign = tare_word_of_sign(*word);
    token->meaning = of_sign ? of_sign : tare_word_meaning(word, length);
    token->roles = tare_roles_of(word, length);
}

void tare_sentence_settle(TareSentence* sentence)
{
    if (sentence->is_settled)
        return;
    sentence->is_settled = true;
    for (size_t i = 0; i < sentence->n_tokens; ++i)
        if (sentence->tokens[i].kind == TARE_TOKEN_WORD)
            look_up(sentence, &sentence->tokens[i]);
    /* what makes one token of several comes first, word by word; then what looks at whole tokens */
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        tare_width_join(sentence, i);
        tare_idiom_join(sentence, i);
    }
    for (size_t i = 0; i < sentence->n_tokens; ++i)
        tare_spelt_settle(sentence, i);
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        tare_width_settle(sentence, i);
        tare_idiom_settle_words(sentence, i);
    }
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        tare_phrase_settle(sentence, i);
        tare_idiom_settle_places(sentence, i);
    }
}

bool tare_sentence_next(const TareNormalised* text, size_t* position, TareSentence* sentence)
{
    if (!tare_sentence_cut(text, position, sentence))
        return false;
    tare_sentence_settle(sentence);
    return true;
}
