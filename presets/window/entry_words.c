#include "window/entry_words.h"

#include "base/utf8.h"
#include "corrections/aim.h"
#include "corrections/basis.h"
#include "window/words.h"

#include <stdio.h>
#include <string.h>

#define BETWEEN "  \u00b7  "

static void append(char* text, size_t size, const char* before, const char* part)
{
    const size_t length = strlen(text);
    if (part && part[0] != '\0')
        snprintf(text + length, size - length, "%s%s", length > 0 ? before : "", part);
    tare_utf8_drop_partial_end(text);
}

void tare_entry_words_author(const TareEntry* entry, char* text, size_t size)
{
    text[0] = '\0';
    append(text, size, BETWEEN, entry->author);
    append(text, size, BETWEEN, entry->rig);
}

const char* tare_entry_words_basis(const TareEntry* entry)
{
    if (tare_basis_is_words(entry))
        return tare_word(TARE_WORD_FROM_WORDS);
    if (entry->kind == TARE_KIND_USER)
        return tare_word(TARE_WORD_OWN);
    return tare_word(entry->kind == TARE_KIND_PRESET ? TARE_WORD_PUBLISHED : TARE_WORD_MEASURED);
}

const char* tare_entry_words_target(const TareEntry* entry)
{
    const char* const title = tare_aim_title(entry);
    return title ? title : "";
}

void tare_entry_words_all(const TareEntry* entry, char* text, size_t size)
{
    tare_entry_words_author(entry, text, size);
    append(text, size, "  \u2192  ", tare_entry_words_target(entry));
    append(text, size, BETWEEN, tare_entry_words_basis(entry));
}
