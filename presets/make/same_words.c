#include "make/same_words.h"

#include "base/text.h"
#include "names/fold.h"
#include "names/product_words.h"

#include <string.h>

const TareSameName* tare_same_name_at(const TareSame* same, TareSameKind kind, const char* words,
                                      size_t* length)
{
    const TareSameName* found = NULL;
    *length = 0;
    for (const TareSameName* name = same ? same->names : NULL; name; name = name->next) {
        const size_t n = name->kind == kind ? tare_product_words_length(words, name->key) : 0;
        if (n > *length) {
            *length = n;
            found = name;
        }
    }
    return found;
}

void tare_same_replace(TareText* words, size_t start, size_t length, const char* by)
{
    TareText text = {0};
    tare_text_append(&text, words->data, start);
    tare_text_append(&text, by, strlen(by));
    tare_text_append(&text, words->data + start + length, words->length - start - length);
    words->length = 0;
    words->failed = words->failed || text.failed;
    if (!text.failed)
        tare_text_append(words, text.data, text.length);
    tare_text_clear(&text);
}

void tare_same_apply(const TareSame* same, TareSameKind kind, TareText* words, size_t* maker)
{
    size_t length = 0;
    const TareSameName* const name =
        words->failed ? NULL : tare_same_name_at(same, kind, words->data, &length);
    if (!name || (kind == TARE_SAME_PRODUCT && length < words->length))
        return;
    tare_same_replace(words, 0, length, name->first->words);
    if (kind == TARE_SAME_MAKER)
        *maker = strlen(name->first->words);
}

void tare_same_words(const TareSame* same, TareSameKind end, TareText* words, const char* brand,
                     const char* model)
{
    TareText rest = {0};
    tare_product_words_set(words, brand);
    tare_product_words_end_maker(words);
    tare_product_words_set(&rest, model);
    size_t maker = words->length;
    if (maker && rest.length)
        tare_text_append(words, " ", 1);
    if (rest.length && !rest.failed)
        tare_text_append(words, rest.data, rest.length);
    words->failed = words->failed || rest.failed;
    tare_text_clear(&rest);
    if (end > TARE_SAME_MAKER)
        tare_same_apply(same, TARE_SAME_MAKER, words, &maker);
    tare_product_words_begin_model(words, maker);
    for (TareSameKind kind = TARE_SAME_LINE; kind <= TARE_SAME_PRODUCT && kind < end; ++kind)
        tare_same_apply(same, kind, words, &maker);
}

void tare_same_fold(TareText* folded, const char* brand, const char* model)
{
    TareText words = {0};
    tare_fold_words(&words, brand);
    tare_text_append(&words, " ", 1);
    tare_fold_words(&words, model);
    folded->failed = folded->failed || words.failed;
    if (!folded->failed)
        tare_fold_join(folded, words.data);
    tare_text_clear(&words);
}
