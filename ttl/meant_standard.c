#include "meant_standard.h"

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "lv2/lv2_preset.h"
#include "search/meant.h"
#include "search/models.h"
#include "standards.h"

#include <stdlib.h>
#include <string.h>

static const char uri_begin[] = "urn:tare:";

/** The names of the models that were found, with commas between them. */
static void append_matches(TareText* names, const TareMeant* meant)
{
    char name[256];
    for (size_t i = 0; i < meant->n_matches; ++i) {
        tare_entry_display_name(meant->matches[i].model->corrections[0], name, sizeof name);
        tare_text_format(names, "%s%s", i ? ", " : "", name);
    }
}

static TareStatus refuse(const TareLookup* lookup, const TareStandard* standard,
                         const TareMeant* meant)
{
    static const char* const whys[] = {
        [TARE_MEANT_NOTHING] = "is not in the catalogue; expected one like",
        [TARE_MEANT_SEVERAL] = "means more than one model; expected one of",
        [TARE_MEANT_SIMILAR] = "is not written as in the catalogue; expected",
        [TARE_MEANT_ONE] = "",
    };
    TareText names = {0};
    append_matches(&names, meant);
    if (!names.failed)
        tare_report(lookup->reporter, TARE_ERROR, lookup->file, standard->line, 1, "%s %s %s",
                    standard->name, whys[meant->meaning], names.data ? names.data : "another");
    const bool failed = names.failed;
    tare_text_clear(&names);
    return failed ? TARE_NO_MEMORY : TARE_NOT_FOUND;
}

static TareStatus find_name(TareMeantStandard* found, const TareLookup* lookup,
                            const TareStandard* standard)
{
    TareMeant meant;
    tare_meant(&meant, lookup->models, lookup->aliases, standard->name);
    if (meant.meaning != TARE_MEANT_ONE)
        return refuse(lookup, standard, &meant);
    found->model = tare_models_find_id(lookup->models, meant.entry->id);
    return found->model ? TARE_OK : TARE_NO_MEMORY;
}

/** TARE_OK also when it is another. */
static TareStatus try_uri(TareMeantStandard* found, const TareLookup* lookup,
                          const TareStandard* standard, const TareEntry* entry)
{
    const TareCorrection* const correction =
        tare_catalogue_stated(lookup->catalogue, entry, lookup->reporter);
    char* const uri = correction ? tare_lv2_preset_uri(correction, TARE_PRESET_SHIPPED) : NULL;
    if (uri && !strcmp(uri, standard->name)) {
        found->model = tare_models_find_id(lookup->models, entry->id);
        found->correction = correction;
    }
    const bool is_good = uri && (!found->correction || found->model);
    free(uri);
    return is_good ? TARE_OK : TARE_NO_MEMORY;
}

static TareStatus find_uri(TareMeantStandard* found, const TareLookup* lookup,
                           const TareStandard* standard)
{
    TareStatus status = TARE_OK;
    const size_t n = tare_catalogue_n_corrections(lookup->catalogue);
    for (size_t i = 0; i < n && status == TARE_OK && !found->correction; ++i)
        status = try_uri(found, lookup, standard, tare_catalogue_get(lookup->catalogue, i));
    if (status != TARE_OK || found->correction)
        return status;
    tare_report(lookup->reporter, TARE_ERROR, lookup->file, standard->line, 1,
                "%s is no preset of the catalogue; expected the URI of one", standard->name);
    return TARE_NOT_FOUND;
}

TareStatus tare_meant_standard(TareMeantStandard* meant, const TareLookup* lookup,
                               const TareStandard* standard)
{
    *meant = (TareMeantStandard){0};
    return strncmp(standard->name, uri_begin, sizeof uri_begin - 1) == 0
               ? find_uri(meant, lookup, standard)
               : find_name(meant, lookup, standard);
}
