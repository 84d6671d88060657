/* Where the plugin is that PipeWire shall load. */

#ifndef TARE_PIPEWIRE_PLUGINS_H
#define TARE_PIPEWIRE_PLUGINS_H

#include "pipewire/chain/chain_kind.h"

#include <stdbool.h>

/** How a program that hosts plugins gets at ours. */
typedef struct TarePlugins {
    char* ladspa;   ///< path of the LADSPA library; NULL when there is none
    bool has_lv2;   ///< whether the LV2 bundle is where hosts look
    char* problem;  ///< why a library that is there cannot be loaded; NULL when all can
    char* lv2_path; ///< what LV2_PATH must be for that; NULL when they look there anyway
} TarePlugins;

/** Looks for both, and whether they can be loaded: PipeWire does not look before sound arrives. LV2
    in LV2_PATH, or else in the usual folders, or else in `lv2_path`, where it was before (NULL: it
   was not); LADSPA beside this program in a build tree, in LADSPA_PATH, in the folder it was
   configured for, in the usual ones. */
void tare_plugins_find(TarePlugins* plugins, const char* lv2_path);
void tare_plugins_clear(TarePlugins* plugins);

/** Whether a kind of chain can be loaded, as far as files tell. */
bool tare_plugins_have(const TarePlugins* plugins, TareChainKind kind);

#endif
