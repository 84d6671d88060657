/* The two files of the user that make the chain: the configuration of a PipeWire client that runs
   it, and a fragment by which the daemon starts that client, so that it is there after every login
   and after every restart of the daemon. */

#ifndef TARE_PIPEWIRE_CHAIN_FILE_H
#define TARE_PIPEWIRE_CHAIN_FILE_H

#include "pipewire/chain/choice.h"

/** Names in the graph of PipeWire, which others may rely on. */
#define TARE_SINK_NAME "tare"
#define TARE_SINK_DESCRIPTION "Tare"
#define TARE_OUTPUT_NAME "tare.output"
#define TARE_CHAIN_FILE_NAME "tare.conf"
#define TARE_TRIAL_FILE_NAME "tare-trial.conf"

typedef struct {
    char* folder;    ///< PipeWire's folder of the user
    char* chain;     ///< FOLDER/tare.conf
    char* trial;     ///< FOLDER/tare-trial.conf: a chain that has not proved itself yet
    char* fragments; ///< FOLDER/pipewire.conf.d
    char* start;     ///< FOLDER/pipewire.conf.d/tare.conf
    char* settings;  ///< our own folder of the user
    char* devices;   ///< SETTINGS/devices.json: which output gets which correction
} TareChainPaths;

/** Finds them by XDG_CONFIG_HOME, or HOME. False when neither is an absolute path of a sound
   length, or memory is short; then `paths` is empty. */
bool tare_chain_paths_find(TareChainPaths* paths);
void tare_chain_paths_clear(TareChainPaths* paths);

/** Writes the client's configuration: the choice, and the chain that plays it. `plugin` as for
    tare_graph_write(). */
TareStatus tare_chain_file_write(const char* path, const TareChoice* choice, const TareRack* rack,
                                 const char* plugin, const TareReporter* reporter);

/** Reads the choice out of it. TARE_NOT_FOUND, not reported, when there is no such file;
    TARE_BAD_INPUT, reported, when it is not ours or damaged. */
TareStatus tare_chain_file_read(TareChoice* choice, const char* path, const TareReporter* reporter);

/** Whether nothing is there, or a chain's file that tare wrote; a link that leads nowhere is
   somebody else's. */
bool tare_chain_file_may_write(const char* path);

/** The same for the fragment. */
bool tare_start_file_may_write(const char* path);

/** What the daemon shall start beside the chain, and how. Starts as {0}; the texts are its own. */
typedef struct {
    char* watcher;  ///< path of the program that follows the devices; NULL: none
    char* lv2_path; ///< what LV2_PATH must be for the chain; NULL: what it is
} TareStartFile;

void tare_start_file_clear(TareStartFile* start);

/** Writes the fragment. TARE_BAD_INPUT, reported, for a path that cannot stand there: see below. */
TareStatus tare_start_file_write(const char* path, const TareStartFile* start,
                                 const TareReporter* reporter);

/** Whether PipeWire can be told a list of folders for LV2_PATH: it takes arguments apart at blanks.
 */
bool tare_start_file_can_path(const char* path);

/** Whether it can be told the program that watches: single blanks do no harm, see main(). */
bool tare_start_file_can_watch(const char* program);

/** Reads what a fragment of ours starts; nothing when it is not there. False when memory is short.
 */
bool tare_start_file_read(TareStartFile* start, const char* path);

#endif
