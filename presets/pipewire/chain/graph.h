/* The text of a chain: what stands inside filter.graph = { ... } of PipeWire's filter-chain. */

#ifndef TARE_PIPEWIRE_GRAPH_H
#define TARE_PIPEWIRE_GRAPH_H

#include <stdio.h>

typedef struct TareRack TareRack;

/** Writes the nodes with their values, their links and the ends of the chain. `plugin` is the path
    of the LADSPA library, or the word by which PipeWire finds it; other kinds need none. */
void tare_graph_write(FILE* out, const TareRack* rack, const char* plugin);

/** The name of the plugin's node in a graph inside an output's node: by it the values that such an
    output tells are known to be ours. */
#define TARE_GRAPH_INSIDE_NODE "tare"

/** The graph of a rack of the LV2 plugin in braces, as PipeWire's "audioconvert.filter-graph.N"
   takes it since 1.6; to be freed. NULL when memory is short. */
char* tare_graph_inside(const TareRack* rack);

/** Writes a text in quotes, as PipeWire's files want it. */
void tare_graph_write_text(FILE* out, const char* text);

#endif
