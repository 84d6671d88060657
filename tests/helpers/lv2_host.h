/* A small LV2 host on lilv, for tests and the demonstration: one plugin out of one bundle. */

#ifndef TARE_LV2_HOST_H
#define TARE_LV2_HOST_H

#include <lilv/lilv.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Lv2Host Lv2Host;

/** Loads a bundle (a folder) and finds the plugin. NULL when it is not there. */
Lv2Host* lv2_host_new(const char* bundle, const char* plugin_uri);

/** Frees it; NULL is allowed. */
void lv2_host_free(Lv2Host* host);

/** Adds another bundle, for its presets. */
void lv2_host_add_bundle(Lv2Host* host, const char* bundle);

/** Makes the plugin run at a rate, with all controls as they are now; again after another rate.
    Passes no feature at all. False when the plugin refuses. */
bool lv2_host_start(Lv2Host* host, double sample_rate_hz);

/** Stops and starts the plugin that runs, as hosts do when the sound card does. */
void lv2_host_restart(Lv2Host* host);

LilvWorld* lv2_host_world(Lv2Host* host);
const LilvPlugin* lv2_host_plugin(Lv2Host* host);

/** The presets of the plugin; to be freed with lilv_nodes_free(). */
LilvNodes* lv2_host_presets(Lv2Host* host);

/** Loads a preset as hosts do and sets the ports it states. Returns how many; 0 for one that is not
    there, or that states a port the plugin does not have. */
unsigned lv2_host_load_preset(Lv2Host* host, const char* preset_uri);

/** The value of a control by its symbol; NULL when there is none. */
float* lv2_host_control(Lv2Host* host, const char* symbol);

/** All controls have their defaults again. */
void lv2_host_reset_controls(Lv2Host* host);

/** Runs one block; `in` and `out` hold one pointer for each channel. */
void lv2_host_run(Lv2Host* host, float* const* in, float* const* out, uint32_t n_frames);

#endif
