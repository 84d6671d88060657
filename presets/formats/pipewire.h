/* What stands inside filter.graph = { ... } of PipeWire's filter-chain. */

#ifndef TARE_PIPEWIRE_H
#define TARE_PIPEWIRE_H

typedef struct TareFormat TareFormat;

/** "pipewire": what is read of all its kinds. */
extern const TareFormat tare_pipewire_format;

/** "pipewire-lv2", ports by symbol. */
extern const TareFormat tare_pipewire_lv2_format;

/** "pipewire-ladspa", ports by name. */
extern const TareFormat tare_pipewire_ladspa_format;

#endif
