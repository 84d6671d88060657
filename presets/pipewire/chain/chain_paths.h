/* Where the files of the sink Tare are: in the folders for settings of the user. */

#ifndef TARE_PIPEWIRE_CHAIN_PATHS_H
#define TARE_PIPEWIRE_CHAIN_PATHS_H

#include <stdbool.h>

#define TARE_CHAIN_FILE_NAME "tare.conf"
#define TARE_TRIAL_FILE_NAME "tare-trial.conf"

typedef struct TareChainPaths {
    char* folder;    ///< PipeWire's folder of the user
    char* chain;     ///< FOLDER/tare.conf
    char* trial;     ///< FOLDER/tare-trial.conf: a chain that has not proved itself yet
    char* fragments; ///< FOLDER/pipewire.conf.d
    char* start;     ///< FOLDER/pipewire.conf.d/tare.conf
    char* settings;  ///< our own folder of the user
    char* devices;   ///< SETTINGS/devices.json: which output gets which correction
    char* taste;     ///< SETTINGS/taste.json: bass, treble, tilt and strength of every correction
} TareChainPaths;

/** Finds them by XDG_CONFIG_HOME, or HOME; none of them need be there. The caller clears them.
    False when neither is an absolute path of a sound length, or memory is short; then `paths` is
    empty. */
bool tare_chain_paths_find(TareChainPaths* paths);
void tare_chain_paths_clear(TareChainPaths* paths);

#endif
