/* The configuration of the PipeWire client that runs the chain: what the listener chose, and what
   plays it. */

#ifndef TARE_PIPEWIRE_CHAIN_FILE_H
#define TARE_PIPEWIRE_CHAIN_FILE_H

#include "base/report.h"

#include <stdbool.h>

typedef struct TareChoice TareChoice;
typedef struct TareRack TareRack;

/** Names in the graph of PipeWire, which others may rely on. */
#define TARE_SINK_NAME "tare"
#define TARE_SINK_DESCRIPTION "Tare"
#define TARE_OUTPUT_NAME "tare.output"

/** Writes the choice, and the chain that plays it. `plugin` as for tare_graph_write(). */
TareStatus tare_chain_file_write(const char* path, const TareChoice* choice, const TareRack* rack,
                                 const char* plugin, const TareReporter* reporter);

/** Reads the choice out of it. TARE_NOT_FOUND, not reported, when there is no such file;
    TARE_BAD_INPUT, reported, when it is not ours or damaged. */
TareStatus tare_chain_file_read(TareChoice* choice, const char* path, const TareReporter* reporter);

/** Whether nothing is there, or a chain's file that tare wrote; a link that leads nowhere is
    somebody else's. */
bool tare_chain_file_may_write(const char* path);

#endif
