#include "review/sentences.h"

#include "review/idioms.h"
#include "review/phrases.h"
#include "review/spelt.h"
#include "review/split.h"
#include "review/token.h"
#include "review/widths.h"

bool tare_sentence_next(const TareNormalised* text, size_t* position, TareSentence* sentence)
{
    if (!tare_split_next(text, position, sentence))
        return false;
    /* what makes one token of several comes first, word by word; then what looks at whole tokens */
    for (size_t i = 0; i < sentence->n_tokens; ++i)
        tare_spelt_join(sentence, i);
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
    return true;
}
