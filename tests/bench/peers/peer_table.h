/* The equalisers that a measurement of speed compares, each set to bells of +-3 dB. */

#ifndef TARE_PEER_TABLE_H
#define TARE_PEER_TABLE_H

#include "bench/peers/peer.h"

enum { PEER_MAX_BANDS = 20 };

double peer_band_freq_hz(uint32_t band, uint32_t n_bands);
double peer_band_gain_db(uint32_t band);
#define PEER_BAND_Q 1.4

typedef struct {
    const char* name;
    uint32_t n_bands; ///< that really work
    bool (*open)(Peer* peer, uint32_t n_bands);
} PeerEntry;

/** Those that can do a number of bands, or have only so many; ends with a NULL name. The first is
    PipeWire's param_eq. */
const PeerEntry* peer_table(uint32_t n_bands);

#endif
