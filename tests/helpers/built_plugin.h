/* The LV2 plugin out of the bundle of this build, as a host without a library gets it. */

#ifndef TARE_TESTS_BUILT_PLUGIN_H
#define TARE_TESTS_BUILT_PLUGIN_H

#include <lv2/core/lv2.h>

/** The path of the bundle, without a slash at its end. Lives until the end. */
const char* built_plugin_bundle(void);

/** The plugin for 1 or 2 channels; NULL when it cannot be loaded. It is never unloaded. */
const LV2_Descriptor* built_plugin(uint32_t n_channels);

#endif
