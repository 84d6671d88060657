#include "window/saved_text.h"

#include "controls.h"
#include "corrections/catalogue_write.h"
#include "corrections/correction.h"
#include "tare/band_traits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ID = 256 };

/** Only what is heard. */
static TareBandSet heard(const TareBandSet* set)
{
    TareBandSet left = *set;
    left.n_bands = 0;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        if (tare_band_is_active(&set->bands[i]))
            left.bands[left.n_bands++] = set->bands[i];
    return left;
}

/** Who made it is the listener; one of each model. */
static TareEntry own_entry(const TareEntry* entry, char id[MAX_ID])
{
    snprintf(id, MAX_ID, "%.*s/own", entry ? (int)strcspn(entry->id, "/") : 3,
             entry ? entry->id : "own");
    return (TareEntry){.id = id,
                       .brand = entry ? entry->brand : "Own",
                       .model = entry ? entry->model : "settings",
                       .variant = entry ? entry->variant : NULL,
                       .form = entry ? entry->form : TARE_FORM_UNKNOWN,
                       .kind = TARE_KIND_USER};
}

char* tare_saved_text(const TareControls* controls, const TareEntry* entry, bool is_as_it_is)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const stream = open_memstream(&text, &length);
    if (!stream)
        return NULL;
    char id[MAX_ID];
    const TareCorrection saved = {.entry = is_as_it_is ? *entry : own_entry(entry, id),
                                  .set = heard(&controls->set)};
    const bool is_good = tare_catalogue_write_block(stream, &saved, NULL, NULL);
    if (fclose(stream) == 0 && is_good)
        return text;
    free(text);
    return NULL;
}
