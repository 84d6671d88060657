#include "fit/fitted.h"

#include "base/number.h"
#include "base/path.h"
#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "curves/take_name.h"
#include "names/product_name.h"
#include "tare/version.h"

#include <stdlib.h>
#include <string.h>

static bool set_name(TareCorrection* c, const char* name)
{
    return tare_product_name_split(*name ? name : "?", "", &c->entry.brand, &c->entry.model);
}

static bool set_id(TareCorrection* c, const char* name)
{
    char* const slug = tare_product_name_slug(name);
    TareText id = {0};
    if (slug)
        tare_text_format(&id, "%s/tare", *slug ? slug : "unnamed");
    const bool is_good = slug && !id.failed && tare_text_set(&c->entry.id, id.data);
    tare_text_clear(&id);
    free(slug);
    return is_good;
}

void tare_fitted_note(TareText* text, const TareFitted* fitted, const TareBandSet* set)
{
    char boost[TARE_NUMBER_SIZE];
    if (fitted->target)
        tare_text_format(text, "%s %s; at most +%s dB; ",
                         fitted->is_like ? "to sound like" : "target", fitted->target,
                         tare_number_format(boost, sizeof boost, fitted->max_boost_db));
    else
        tare_text_format(text, "an equaliser's curve; ");
    tare_text_format(text, "%u filters at %u Hz; tare %s", (unsigned)set->n_bands,
                     (unsigned)set->reference_rate_hz, TARE_VERSION);
}

static bool add_evidence(TareCorrection* c, const TareFitted* fitted)
{
    TareText note = {0};
    tare_fitted_note(&note, fitted, &c->set);
    const TareEvidence evidence = {.file = fitted->file, .curve = fitted->curve, .note = note.data};
    const bool is_good = !note.failed && tare_correction_add_evidence(c, &evidence);
    tare_text_clear(&note);
    return is_good;
}

char* tare_fitted_name(const char* path, bool is_take)
{
    const char* const name = tare_path_name(path);
    const char* const dot = strrchr(name, '.');
    const size_t whole = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    return tare_text_copy(name,
                          is_take ? tare_take_name_length(path) - (size_t)(name - path) : whole);
}

bool tare_fitted_describe(TareCorrection* correction, const TareFitted* fitted)
{
    const char* const name = fitted->name;
    correction->entry.kind = TARE_KIND_MEASUREMENT;
    correction->entry.aim = fitted->is_like ? NULL : tare_aim_find(fitted->target);
    return (!name || set_name(correction, name)) &&
           (!name || correction->entry.id || set_id(correction, name)) &&
           tare_text_set(&correction->entry.author, "Tare") &&
           tare_text_set(&correction->entry.rig, fitted->rig) &&
           tare_text_set(&correction->entry.target, fitted->target) &&
           add_evidence(correction, fitted);
}
