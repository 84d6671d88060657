/* Presets on their way into bundles: in the order of their URIs, which is that of their labels, and
   gathered by brand. */

#ifndef TARE_PRESET_LIST_H
#define TARE_PRESET_LIST_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCorrection TareCorrection;

typedef struct TareListedPreset {
    const TareCorrection* correction;
    char* uri;
    char* brand; ///< as in names of files
} TareListedPreset;

typedef struct TarePresetList {
    TareListedPreset* presets; ///< in the order of URIs
    size_t n;
    const TareListedPreset** by_brand; ///< the same, one brand after the other
} TarePresetList;

/** Makes the list of n corrections. False, and a message on stderr, when two of them would have the
    same URI, and so labels that are the same or nearly, or memory is short. */
bool tare_preset_list_make(TarePresetList* list, const TareCorrection* const* corrections,
                           size_t n);

void tare_preset_list_clear(TarePresetList* list);

/** How many presets of list->by_brand, from an index on, are of one brand. */
size_t tare_preset_list_n_of_brand(const TarePresetList* list, size_t first);

#endif
