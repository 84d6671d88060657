/* Writes what stands inside filter.graph = { ... } of PipeWire's filter-chain. */

#ifndef TARE_PIPEWIRE_H
#define TARE_PIPEWIRE_H

#include "formats/writer.h"

/** TareWriter's write() for the LV2 plugin, ports by symbol. */
bool tare_pipewire_write_lv2(FILE* out, const TareCorrection* correction,
                             const TareReporter* reporter);

/** The same for the LADSPA plugin, ports by name. */
bool tare_pipewire_write_ladspa(FILE* out, const TareCorrection* correction,
                                const TareReporter* reporter);

#endif
