/* What a chain of PipeWire's filter-chain is made of. */

#ifndef TARE_PIPEWIRE_CHAIN_KIND_H
#define TARE_PIPEWIRE_CHAIN_KIND_H

#include <stdbool.h>

typedef enum {
    TARE_CHAIN_LV2,      ///< our LV2 plugin, ports by symbol
    TARE_CHAIN_LADSPA,   ///< our LADSPA plugin, ports by name
    TARE_CHAIN_BUILTIN,  ///< PipeWire's own biquads, one node for each band
    TARE_CHAIN_PARAM_EQ, ///< PipeWire's own equaliser, which cannot be changed while it runs
    TARE_N_CHAIN_KINDS
} TareChainKind;

/** "lv2"; NULL when out of range. */
const char* tare_chain_kind_name(TareChainKind kind);

/** The kind of a name; TARE_N_CHAIN_KINDS when there is none. */
TareChainKind tare_chain_kind_find(const char* name);

/** Whether it plays the plugin; else it plays cookbook filters at the stream's rate. */
bool tare_chain_kind_is_plugin(TareChainKind kind);

/** Whether a running chain can be given other controls. */
bool tare_chain_kind_is_live(TareChainKind kind);

#endif
