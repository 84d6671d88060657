#include "preset_source.h"

#include "base/path.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "fit/stored_fit.h"
#include "meant_standard.h"
#include "names/aliases.h"
#include "search/models.h"
#include "standards.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void print_report(void* data, const TareReport* report)
{
    (void)data;
    fprintf(stderr, "%s:%u:%u: %s\n", report->file, report->line, report->column, report->message);
}

const TareReporter* tare_preset_source_reporter(void)
{
    static const TareReporter reporter = {print_report, NULL};
    return &reporter;
}

static bool read_corrections(TarePresetSource* source, const char* folder)
{
    source->catalogue = tare_catalogue_new();
    if (!source->catalogue || tare_catalogue_add_folder(source->catalogue, folder, TARE_READ_ALL,
                                                        tare_preset_source_reporter()) != TARE_OK)
        return false;
    tare_catalogue_set_fit(source->catalogue, tare_stored_fit);
    source->models = tare_models_new(source->catalogue);
    return source->models != NULL;
}

static bool read_aliases(TarePresetSource* source, const char* folder)
{
    char* const path = tare_path_join(folder, "aliases.txt");
    source->aliases = tare_aliases_new();
    const bool is_good =
        path && source->aliases &&
        (access(path, F_OK) != 0 ||
         tare_aliases_add_file(source->aliases, path, tare_preset_source_reporter()) == TARE_OK);
    free(path);
    return is_good;
}

static bool choose(TarePresetSource* source, const char* folder)
{
    TareStandards standards = {0};
    char* const path = tare_path_join(folder, "standards.txt");
    const TareLookup lookup = {.catalogue = source->catalogue,
                               .models = source->models,
                               .aliases = source->aliases,
                               .file = path,
                               .reporter = tare_preset_source_reporter()};
    const bool is_good =
        path && tare_standards_read_file(&standards, path, lookup.reporter) == TARE_OK &&
        tare_shipped_make(&source->shipped, &lookup, &standards, TARE_WANTED_SHIPPED);
    tare_standards_clear(&standards);
    free(path);
    return is_good;
}

/** Makes the bands of what was chosen, where they are made out of curves. */
static bool complete(TarePresetSource* source)
{
    bool is_good = true;
    for (size_t i = 0; i < source->shipped.n && is_good; ++i) {
        const char* const id = source->shipped.corrections[i]->entry.id;
        const TareEntry* const entry = tare_catalogue_find_id(source->catalogue, id);
        is_good = entry && tare_catalogue_correction(source->catalogue, entry,
                                                     tare_preset_source_reporter());
    }
    return is_good;
}

bool tare_preset_source_open(TarePresetSource* source, const char* folder)
{
    *source = (TarePresetSource){0};
    return read_corrections(source, folder) && read_aliases(source, folder) &&
           choose(source, folder) && complete(source);
}

void tare_preset_source_close(TarePresetSource* source)
{
    tare_shipped_clear(&source->shipped);
    tare_aliases_free(source->aliases);
    tare_models_free(source->models);
    tare_catalogue_free(source->catalogue);
    *source = (TarePresetSource){0};
}
