/* Equalisers to measure against: whatever is installed, run without a host. */

#ifndef TARE_PEER_H
#define TARE_PEER_H

#include <stdbool.h>
#include <stdint.h>

enum { PEER_RATE_HZ = 48000, PEER_MAX_BLOCK = 1024 };

typedef struct Peer Peer;

struct Peer {
    void (*run)(Peer* peer, float* const in[2], float* const out[2], uint32_t n_frames);
    void* data;
    void (*prepare)(Peer* peer); ///< not NULL: called before each turn, outside the time
};

/** A value for a control: of an LV2 plugin by symbol, of a LADSPA plugin by the port's number. */
typedef struct {
    char port[24];
    float value;
} PeerSetting;

/** A plugin out of the bundles in the LV2 path, or out of one bundle when `bundle` is not NULL; a
    mono plugin is run twice. False when it is not there. Never freed. */
bool peer_open_lv2(Peer* peer, const char* bundle, const char* uri, const PeerSetting* settings,
                   uint32_t n_settings);

/** A plugin of a library in /usr/lib/ladspa or in LADSPA_PATH. */
bool peer_open_ladspa(Peer* peer, const char* library, const char* label,
                      const PeerSetting* settings, uint32_t n_settings);

/** What the object made of pipewire_graph.c offers: a graph of PipeWire's filter-graph plugin in
   the folder `spa_dir`, with two inputs and outputs. */
typedef bool PeerOpenPipewire(Peer* peer, const char* spa_dir, const char* graph);

#endif
