#include "preset_list.h"

#include "corrections/correction.h"
#include "lv2/lv2_preset.h"

#include <stdlib.h>
#include <string.h>

static int by_uri(const void* a, const void* b)
{
    return strcmp(((const TareListedPreset*)a)->uri, ((const TareListedPreset*)b)->uri);
}

static int by_brand(const void* a, const void* b)
{
    const TareListedPreset* const x = *(const TareListedPreset* const*)a;
    const TareListedPreset* const y = *(const TareListedPreset* const*)b;
    const int of_brands = strcmp(x->brand, y->brand);
    return of_brands ? of_brands : by_uri(x, y);
}

static bool fill(TarePresetList* list, const TareCorrection* const* corrections, size_t n)
{
    list->presets = calloc(n + 1, sizeof *list->presets);
    list->by_brand = calloc(n + 1, sizeof *list->by_brand);
    bool is_whole = list->presets && list->by_brand;
    for (size_t i = 0; i < n && is_whole; ++i) {
        TareListedPreset* const preset = &list->presets[list->n++];
        preset->correction = corrections[i];
        preset->uri = tare_lv2_preset_uri(corrections[i], TARE_PRESET_SHIPPED);
        preset->brand = tare_lv2_preset_brand(corrections[i]->entry.brand);
        is_whole = preset->uri && preset->brand;
    }
    if (!is_whole)
        fprintf(stderr, "memory is short\n");
    return is_whole;
}

/** Qtractor and GStreamer know presets by their labels only, all others by URIs, which differ less.
 */
static bool have_names_of_their_own(const TarePresetList* list)
{
    for (size_t i = 1; i < list->n; ++i)
        if (by_uri(&list->presets[i - 1], &list->presets[i]) == 0) {
            fprintf(stderr,
                    "%s and %s have the same label, but for case and blanks; expected that author, "
                    "rig, target or the id "
                    "behind its / tell them apart\n",
                    list->presets[i - 1].correction->entry.id,
                    list->presets[i].correction->entry.id);
            return false;
        }
    return true;
}

bool tare_preset_list_make(TarePresetList* list, const TareCorrection* const* corrections, size_t n)
{
    *list = (TarePresetList){0};
    bool is_good = fill(list, corrections, n);
    if (is_good) {
        qsort(list->presets, list->n, sizeof *list->presets, by_uri);
        for (size_t i = 0; i < list->n; ++i)
            list->by_brand[i] = &list->presets[i];
        qsort(list->by_brand, list->n, sizeof *list->by_brand, by_brand);
        is_good = have_names_of_their_own(list);
    }
    if (!is_good)
        tare_preset_list_clear(list);
    return is_good;
}

void tare_preset_list_clear(TarePresetList* list)
{
    for (size_t i = 0; i < list->n; ++i) {
        free(list->presets[i].uri);
        free(list->presets[i].brand);
    }
    free(list->presets);
    free(list->by_brand);
    *list = (TarePresetList){0};
}

size_t tare_preset_list_n_of_brand(const TarePresetList* list, size_t first)
{
    size_t end = first;
    while (end < list->n && !strcmp(list->by_brand[end]->brand, list->by_brand[first]->brand))
        ++end;
    return end - first;
}
