#include "window/saved_text.h"

#include "controls.h"
#include "corrections/catalogue_write.h"
#include "corrections/correction.h"
#include "corrections/safe_preamp.h"
#include "fit/folded.h"
#include "window/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ID = 256 };

/** Who made it is the listener; one of each model. */
static TareEntry own_entry(const TareEntry* entry, char id[MAX_ID])
{
    snprintf(id, MAX_ID, "%.*s/own", entry ? (int)strcspn(entry->id, "/") : 3,
             entry ? entry->id : "own");
    return (TareEntry){.id = id,
                       .brand = entry ? entry->brand : tare_word(TARE_WORD_OWN_BRAND),
                       .model = entry ? entry->model : tare_word(TARE_WORD_OWN_MODEL),
                       .variant = entry ? entry->variant : NULL,
                       .form = entry ? entry->form : TARE_FORM_UNKNOWN,
                       .kind = TARE_KIND_USER};
}

static char* write(const TareCorrection* saved)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const stream = open_memstream(&text, &length);
    if (!stream)
        return NULL;
    const bool is_good = tare_catalogue_write_block(stream, saved, NULL, NULL);
    if (fclose(stream) == 0 && is_good)
        return text;
    free(text);
    return NULL;
}

char* tare_saved_text(const TareControls* controls, const TareEntry* entry, bool is_as_it_is,
                      TareFolded* folded)
{
    char id[MAX_ID];
    if (!tare_folded_make(folded, controls))
        return NULL;
    const bool is_own = !is_as_it_is || folded->is_moved;
    if (is_own && !controls->is_preamp_manual && !tare_safe_preamp_set(&folded->set))
        return NULL;
    const TareCorrection saved = {.entry = is_own ? own_entry(entry, id) : *entry,
                                  .set = folded->set};
    return write(&saved);
}
