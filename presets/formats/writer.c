#include "formats/writer.h"

#include "formats/apo.h"
#include "formats/pipewire.h"

#include <string.h>

static const TareWriter writers[] = {
    {"apo", "Equalizer APO text, taken by most equalisers", tare_apo_write},
    {"pipewire-ladspa", "filter.graph of PipeWire's filter-chain with the LADSPA plugin",
     tare_pipewire_write_ladspa},
    {"pipewire-lv2", "filter.graph of PipeWire's filter-chain with the LV2 plugin",
     tare_pipewire_write_lv2},
    {NULL, NULL, NULL}};

const TareWriter* tare_writers(void)
{
    return writers;
}

const TareWriter* tare_writer_find(const char* name)
{
    for (const TareWriter* writer = writers; writer->name; ++writer)
        if (!strcmp(writer->name, name))
            return writer;
    return NULL;
}
