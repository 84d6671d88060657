#include "base/texts_once.h"

#include "base/parts.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

bool tare_texts_once_begin(TareTextsOnce* texts, TareText* all, size_t n)
{
    *texts = (TareTextsOnce){.all = all, .n_places = 256};
    while (texts->n_places < 2 * n)
        texts->n_places *= 2;
    texts->places = calloc(texts->n_places, sizeof *texts->places);
    tare_text_append(all, "", 1);
    return texts->places && !all->failed;
}

static uint32_t* find_place(const TareTextsOnce* texts, const char* text)
{
    size_t place = (size_t)(tare_parts_hash(1, text, strlen(text)) >> 32);
    for (;; ++place) {
        uint32_t* const start = &texts->places[place & (texts->n_places - 1)];
        if (!*start || !strcmp(texts->all->data + *start, text))
            return start;
    }
}

uint32_t tare_texts_once_add(TareTextsOnce* texts, const char* text)
{
    TareText* const all = texts->all;
    if (!text || all->failed)
        return 0;
    uint32_t* const place = find_place(texts, text);
    if (!*place) {
        const size_t start = all->length;
        all->failed = start > UINT32_MAX;
        tare_text_append(all, text, strlen(text) + 1);
        if (!all->failed)
            *place = (uint32_t)start;
    }
    return *place;
}

void tare_texts_once_end(TareTextsOnce* texts)
{
    free(texts->places);
}
