#include "corrections/headphones.h"

#include "base/parts.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_index.h"
#include "corrections/entry.h"
#include "corrections/preference.h"

#include <stdlib.h>
#include <string.h>

struct TareHeadphones {
    const TareCatalogue* catalogue;
    size_t n;
    size_t* numbers;        ///< of their defaults' entries; NULL when the index has them
    const TareParts* index; ///< NULL when the catalogue has none
    TarePart rows, names;   ///< of that
};

/** Whether both ids are of one headphone. */
static bool is_same_headphone(const char* id, const char* other)
{
    const size_t length = strcspn(id, "/");
    return length == strcspn(other, "/") && strncmp(id, other, length) == 0;
}

/** Corrections of one headphone lie side by side in the catalogue. */
static void gather(TareHeadphones* headphones, const TareCatalogue* catalogue)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    for (size_t i = 0; i < n;) {
        size_t best = i;
        const char* const id = tare_catalogue_get(catalogue, i)->id;
        while (++i < n && is_same_headphone(id, tare_catalogue_get(catalogue, i)->id))
            if (tare_preference_compare(tare_catalogue_get(catalogue, i),
                                        tare_catalogue_get(catalogue, best)) < 0)
                best = i;
        headphones->numbers[headphones->n++] = best;
    }
}

TareHeadphones* tare_headphones_new(const TareCatalogue* catalogue)
{
    TareHeadphones* const headphones = calloc(1, sizeof *headphones);
    if (!headphones)
        return NULL;
    headphones->catalogue = catalogue;
    headphones->index = tare_catalogue_index(catalogue);
    if (headphones->index) {
        headphones->rows = tare_parts_get(headphones->index, TARE_INDEX_HEADPHONES);
        headphones->names = tare_parts_get(headphones->index, TARE_INDEX_HEADPHONE_NAMES);
        headphones->n = headphones->rows.size / TARE_INDEX_HEADPHONE_SIZE;
        return headphones;
    }
    headphones->numbers =
        calloc(tare_catalogue_n_corrections(catalogue) + 1, sizeof *headphones->numbers);
    if (!headphones->numbers) {
        free(headphones);
        return NULL;
    }
    gather(headphones, catalogue);
    return headphones;
}

void tare_headphones_free(TareHeadphones* headphones)
{
    if (!headphones)
        return;
    free(headphones->numbers);
    free(headphones);
}

size_t tare_headphones_n(const TareHeadphones* headphones)
{
    return headphones->n;
}

static uint32_t number_in_index(const TareHeadphones* headphones, size_t index, size_t column)
{
    return tare_part_u32(headphones->rows, index * TARE_INDEX_HEADPHONE_SIZE + 4 * column);
}

const char* tare_headphones_name(const TareHeadphones* headphones, size_t index)
{
    return headphones->index
               ? tare_part_text(headphones->names, number_in_index(headphones, index, 0))
               : tare_headphones_entry(headphones, index)->id;
}

size_t tare_headphones_entry_number(const TareHeadphones* headphones, size_t index)
{
    if (!headphones->index)
        return headphones->numbers[index];
    const size_t number = number_in_index(headphones, index, 1);
    return number < tare_catalogue_n_corrections(headphones->catalogue) ? number : 0;
}

const TareEntry* tare_headphones_entry(const TareHeadphones* headphones, size_t index)
{
    return tare_catalogue_get(headphones->catalogue,
                              tare_headphones_entry_number(headphones, index));
}
