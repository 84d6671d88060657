#include "preset_source.h"

#include "corrections/catalogue.h"
#include "search/models.h"

#include <stdio.h>

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

bool tare_preset_source_open(TarePresetSource* source, const char* folder)
{
    *source = (TarePresetSource){.catalogue = tare_catalogue_new()};
    if (!source->catalogue || tare_catalogue_add_folder(source->catalogue, folder, TARE_READ_ALL,
                                                        tare_preset_source_reporter()) != TARE_OK)
        return false;
    source->models = tare_models_new(source->catalogue);
    return source->models &&
           tare_shipped_make(&source->shipped, source->catalogue, source->models, TARE_MAX_SHIPPED);
}

void tare_preset_source_close(TarePresetSource* source)
{
    tare_shipped_clear(&source->shipped);
    tare_models_free(source->models);
    tare_catalogue_free(source->catalogue);
    *source = (TarePresetSource){0};
}
