#include "window/lv2_options.h"

#include <lv2/atom/atom.h>
#include <lv2/options/options.h>
#include <lv2/urid/urid.h>
#include <stddef.h>
#include <string.h>

/* In newer headers of LV2 only. */
#define SCALE_FACTOR LV2_UI_PREFIX "scaleFactor"
#define BACKGROUND_COLOR LV2_UI_PREFIX "backgroundColor"

static const void* find(const LV2_Feature* const* features, const char* uri)
{
    for (; features && *features; ++features)
        if (!strcmp((*features)->URI, uri))
            return (*features)->data;
    return NULL;
}

static LV2_URID number_of(const LV2_URID_Map* map, const char* uri)
{
    return map->map(map->handle, uri);
}

static void read_list(TareLv2Options* read, const LV2_Options_Option* option,
                      const LV2_URID_Map* map)
{
    const LV2_URID scale = number_of(map, SCALE_FACTOR);
    const LV2_URID ground = number_of(map, BACKGROUND_COLOR);
    const LV2_URID type_float = number_of(map, LV2_ATOM__Float);
    for (; option->key && option->value; ++option)
        if (option->key == scale && option->type == type_float)
            read->scale = (double)*(const float*)option->value;
        else if (option->key == ground && option->size == sizeof *read->ground)
            read->ground = option->value;
}

TareLv2Options tare_lv2_options_read(const LV2_Feature* const* features)
{
    const LV2_URID_Map* const map = find(features, LV2_URID__map);
    const LV2_Options_Option* const list = find(features, LV2_OPTIONS__options);
    TareLv2Options read = {
        .parent = (unsigned long)(uintptr_t)find(features, LV2_UI__parent),
        .resize = find(features, LV2_UI__resize),
        .touch = find(features, LV2_UI__touch),
    };
    if (map && list)
        read_list(&read, list, map);
    return read;
}
