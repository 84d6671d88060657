/* One node of a graph of PipeWire's filter-chain. */

#ifndef TARE_PIPEWIRE_NODE_H
#define TARE_PIPEWIRE_NODE_H

#include "tare/band.h"

#include <stdint.h>

typedef struct TareGathered TareGathered;
typedef struct TareTree TareTree;

/** The channel that a port of a node is of, as "In 2", "in_r", "Input right" are; 0 for those of
    nodes with one. */
uint32_t tare_pipewire_node_channel(const char* port);

/** Takes what a node does to sound that enters its channel `side`. What is not understood is
    reported. */
void tare_pipewire_node(TareGathered* gathered, const TareTree* node, uint32_t side,
                        TareChannel channel);

#endif
