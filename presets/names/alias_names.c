#include "names/alias_names.h"

#include "names/fold.h"

#include <string.h>

void tare_alias_folder_clear(TareAliasFolder* folder)
{
    tare_pool_clear(&folder->pool);
    tare_text_clear(&folder->text);
    tare_text_clear(&folder->words);
    tare_text_clear(&folder->joined);
}

/** Folds a name into the texts that are used again; false when memory is short. */
static bool fold(TareAliasFolder* folder, const char* text, size_t length)
{
    folder->text.length = folder->words.length = folder->joined.length = 0;
    tare_text_append(&folder->text, text, length);
    if (!folder->text.failed)
        tare_fold_words(&folder->words, folder->text.data);
    if (!folder->text.failed && !folder->words.failed)
        tare_fold_join(&folder->joined, folder->words.data);
    return !folder->text.failed && !folder->words.failed && !folder->joined.failed;
}

TareStatus tare_alias_add_name(TareAliasFolder* folder, TareAliasName** names, const char* text,
                               size_t length)
{
    TareAliasName* const name = tare_pool_take(&folder->pool, sizeof *name);
    if (!name || !fold(folder, text, length))
        return TARE_NO_MEMORY;
    name->words = tare_pool_copy(&folder->pool, folder->words.data, folder->words.length);
    name->joined = tare_pool_copy(&folder->pool, folder->joined.data, folder->joined.length);
    if (!name->words || !name->joined)
        return TARE_NO_MEMORY;
    TareAliasName** end = names;
    while (*end)
        end = &(*end)->next;
    *end = name;
    return TARE_OK;
}

TareMadeName tare_made_name_cut(TarePiece* rest, const TarePiece* maker)
{
    TareMadeName name = {*maker, tare_piece_cut(rest, '=')};
    if (tare_piece_has(&name.model, ':')) {
        name.maker = tare_piece_cut(&name.model, ':');
        name.model = tare_piece_trimmed(name.model);
    }
    return name;
}

static TareStatus add_made(TareAliasFolder* folder, TareAliasName** names, const TareMadeName* name,
                           bool with_maker)
{
    if (!with_maker)
        return tare_alias_add_name(folder, names, name->model.text, name->model.length);
    TareText text = {0};
    tare_text_append(&text, name->maker.text, name->maker.length);
    tare_text_append(&text, " ", 1);
    tare_text_append(&text, name->model.text, name->model.length);
    const TareStatus status =
        text.failed ? TARE_NO_MEMORY : tare_alias_add_name(folder, names, text.data, text.length);
    tare_text_clear(&text);
    return status;
}

static bool is_same_maker(const TareMadeName* a, const TareMadeName* b)
{
    return a->maker.length == b->maker.length &&
           memcmp(a->maker.text, b->maker.text, a->maker.length) == 0;
}

TareStatus tare_alias_fold_pair(TareAliasFolder* folder, const TareMadeName pair[2],
                                TareAliasName** names)
{
    const TareMadeName* const first = &pair[0];
    const TareMadeName* const other = &pair[1];
    if (!fold(folder, other->model.text, other->model.length))
        return TARE_NO_MEMORY;
    const bool needs_maker = first->maker.length > 0 &&
                             (!is_same_maker(first, other) || !strchr(folder->words.data, ' '));
    const TareStatus status = add_made(folder, names, first, needs_maker);
    return status == TARE_OK ? add_made(folder, names, other, needs_maker) : status;
}
