/* The rack of a chain: nodes that are always the same, whatever the correction, and the values of
   their controls, which are not. So a running chain is given another correction by setting values,
   and nothing is ever taken out of the sound's way. */

#ifndef TARE_PIPEWIRE_RACK_H
#define TARE_PIPEWIRE_RACK_H

#include "pipewire/chain/chain_kind.h"
#include "pipewire/chain/cookbook.h"

#include <stddef.h>

/** A control as PipeWire names it: "eq:gain_1". */
typedef struct TareRackControl {
    char name[48];
    float value;
} TareRackControl;

enum { TARE_RACK_MAX_CONTROLS = 256 };

typedef struct TareRack {
    TareChainKind kind;
    unsigned n; ///< none for a kind that is not live
    TareRackControl controls[TARE_RACK_MAX_CONTROLS];
    TareCookbook cookbook; ///< of the kinds that are no plugin
} TareRack;

/** The rate that is meant where none is known. */
#define TARE_USUAL_RATE_HZ 48000.0

typedef enum {
    TARE_RACK_DONE,
    TARE_RACK_NO_MEMORY,
    TARE_RACK_TONE, ///< bass, treble or tilt in a kind that has none
    TARE_RACK_TYPE  ///< bands that the kind cannot play, or too many of one type
} TareRackResult;

/** Fills a rack so that it plays controls in a stream of one rate; the kinds that are plugins need
    no rate, they play the same at each. */
TareRackResult tare_rack_make(TareRack* rack, TareChainKind kind, const TareControls* controls,
                              double rate_hz);

/** What a kind can play of controls: all, or all but bass, treble and tilt. */
TareControls tare_rack_playable(TareChainKind kind, const TareControls* controls);

/** The controls that a rack of a plugin plays; flat for other kinds. */
TareControls tare_rack_controls(const TareRack* rack);

/** Whether a control of a node may be one of a rack's, by its name. */
bool tare_rack_is_control(const char* name);

/** The controls of a rack that leaves the sound alone. */
TareControls tare_rack_flat(void);

/** The nodes of the builtin rack, in the order in which the sound passes them. */
typedef struct TareRackNode {
    char name[24];     ///< "l_peak_1"
    const char* label; ///< "bq_peaking"
} TareRackNode;

enum { TARE_RACK_N_NODES = 29 };

/** Each with its frequency, Q and gain; the controls of a builtin rack are those of the left
    channel's nodes, then those of the right one's. */
enum { TARE_RACK_N_NODE_CONTROLS = 3 };

/** Node `i`, below TARE_RACK_N_NODES, of a channel. */
TareRackNode tare_rack_node(uint32_t channel, unsigned i);
TareBandType tare_rack_node_type(unsigned i);

/** The label of PipeWire's biquad for a type of band: "bq_peaking". */
const char* tare_rack_label(TareBandType type);

#endif
