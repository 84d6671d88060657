#include "names/name.h"

#include "base/pool.h"
#include "base/text.h"
#include "names/fold.h"

/** Folds one more part behind the others and joins it to them; hashes its words. */
static uint64_t add_part(TareText* folder, const char* part)
{
    const size_t start = folder->length;
    tare_fold_words(folder, part);
    if (folder->failed)
        return 0;
    const uint64_t hash = tare_fold_hash(folder->data + start);
    char* end = folder->data + start;
    for (const char* p = end; *p; ++p)
        if (*p != ' ')
            *end++ = *p;
    *end = '\0';
    folder->length = (size_t)(end - folder->data);
    return hash;
}

bool tare_name_set(TareName* name, TareText* folder, TarePool* pool, const char* brand,
                   const char* model, const char* variant)
{
    folder->length = 0;
    const uint64_t brand_words = add_part(folder, brand);
    name->brand = (uint32_t)folder->length;
    name->model = add_part(folder, model);
    name->bare = (uint32_t)folder->length;
    name->model += variant ? add_part(folder, variant) : 0;
    name->words = brand_words + name->model;
    name->length = (uint32_t)folder->length;
    if (folder->failed)
        return false;
    name->mark = tare_mark_of(folder->data);
    name->text = tare_pool_copy(pool, folder->data, folder->length);
    return name->text != NULL;
}
