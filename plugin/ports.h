/* The one table of ports. The Turtle, the LADSPA descriptors, the clamps and every writer follow
   it.

   Order, symbols and meanings are for ever: sessions hold values by symbol and automation by index,
   configurations and command lines hold either. New ports go to the end, behind the outputs; one
   that is no longer wanted stays, and does nothing. Switches are off where hosts do not know
   better, but `enabled`, which LV2 words so. */

#ifndef TARE_PORTS_H
#define TARE_PORTS_H

#include "tare/band.h"

#include <stdbool.h>
#include <stdint.h>

/** What a port is for. A band port belongs to band TarePort.which. */
typedef enum {
    TARE_PORT_INPUT,
    TARE_PORT_OUTPUT,
    TARE_PORT_ENABLED,
    TARE_PORT_COMPARE,
    TARE_PORT_STRENGTH,
    TARE_PORT_BASS,
    TARE_PORT_TREBLE,
    TARE_PORT_TILT,
    TARE_PORT_MANUAL_PREAMP,
    TARE_PORT_PREAMP,
    TARE_PORT_REFERENCE_RATE,
    TARE_PORT_BAND_TYPE,
    TARE_PORT_BAND_FREQ,
    TARE_PORT_BAND_GAIN,
    TARE_PORT_BAND_Q,
    TARE_PORT_BAND_CHANNEL,
    TARE_PORT_PREAMP_USED,
    TARE_PORT_HEADROOM,
    TARE_PORT_CLIP
} TarePortRole;

typedef enum {
    TARE_UNIT_NONE,
    TARE_UNIT_DB,
    TARE_UNIT_HZ,
    TARE_UNIT_PERCENT,
    TARE_UNIT_Q,
    TARE_UNIT_DB_PER_OCTAVE
} TareUnit;

/** How a control's value is spread over its range. */
typedef enum {
    TARE_SCALE_LINEAR,
    TARE_SCALE_LOGARITHMIC,
    TARE_SCALE_CHOICE,
    TARE_SCALE_TOGGLE
} TareScale;

enum { TARE_MAX_PORTS = 2 * TARE_MAX_CHANNELS + 12 + 5 * TARE_MAX_BANDS };

typedef struct {
    TarePortRole role;
    uint32_t which; ///< band of a band port, channel of an audio port, from 0
    /* controls only */
    TareUnit unit;
    TareScale scale;
    float min, max, def;
    uint32_t n_choices; ///< values 0, 1, ... of a TARE_SCALE_CHOICE
    const char* const* choices;
} TarePort;

typedef struct {
    char symbol[16]; ///< lower case, unique, numbered from 1
    char name[24];   ///< for people and for LADSPA, without a unit
    char short_name[17];
    char comment[160];
} TarePortText;

/** How many ports the plugin for 1 or 2 channels has. */
uint32_t tare_ports_count(uint32_t n_channels);

/** The port of an index below tare_ports_count(). Fit for the audio thread. */
TarePort tare_port(uint32_t n_channels, uint32_t index);

/** What it is called. */
TarePortText tare_port_text(uint32_t n_channels, uint32_t index);

/** Index of the port with this role and band or channel (from 0; 0 for all others). Returns
    tare_ports_count() for one that this plugin does not have. */
uint32_t tare_port_index(uint32_t n_channels, TarePortRole role, uint32_t which);

/** Index of a port by its symbol; tare_ports_count() when there is none. */
uint32_t tare_port_find(uint32_t n_channels, const char* symbol);

bool tare_port_is_audio(TarePortRole role);

/** Whether the plugin writes it: sound that leaves, and what it tells. */
bool tare_port_is_output(TarePortRole role);

/** Whether a correction decides this port, so that a preset states it. The others are the
    listener's: on or off, how strong, how much bass. */
bool tare_port_is_correction(TarePortRole role);

#endif
