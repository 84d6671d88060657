/* What the commands around `tare use` have in common: the choice of the listener, and the folders
   and plugins that it takes to play it. */

#ifndef TARE_CLI_USE_H
#define TARE_CLI_USE_H

#include "cli/frame/command.h"
#include "pipewire/chain/chain_file.h"
#include "pipewire/chain/plugins.h"

typedef struct {
    const TareCommand* command;
    TareChainPaths paths;
    TareStartFile start; ///< what the fragment from before starts
    TarePlugins plugins; ///< not looked for by a command that only looks
    int lock;            ///< of PipeWire's folder: one after the other; -1 for none
    bool has_choice;     ///< whether there was one before
    TareChoice choice;   ///< the one from before, for the command to change
} TareUse;

/** Which of the listener's wishes came with this call. */
typedef struct {
    bool is_kind_given;
    bool wants_default; ///< to make Tare the default sink
    const char* device; ///< where Tare shall play to, "auto" for no certain sink; NULL: as before
} TareUseWish;

/** How a command goes about the files. */
typedef enum {
    TARE_USE_LOOK,   ///< changes nothing, and does not wait long for others
    TARE_USE_CHANGE, ///< what is there
    TARE_USE_MAKE    ///< also what is not there yet
} TareUseAccess;

/** Makes the folders if they shall be there, waits for other runs of these commands, and reads the
    choice; one that is damaged is reported and as good as none. TARE_EXIT_UNUSED when a file is not
    ours. From then on an interrupt is a wish: see new_file.h. The caller ends it whatever it
   returns.
 */
TareExit tare_use_begin(TareUse* use, const TareCommand* command, TareUseAccess access);
void tare_use_end(TareUse* use);

/** Makes a folder with all that it lies in; false, and the reason has been said, when that fails.
 */
bool tare_use_make_folder(const TareCommand* command, const char* path);

/** Brings the choice to the disk, and to the ears if PipeWire runs. */
TareExit tare_use_apply(TareUse* use, const TareUseWish* wish);

/** Takes Tare out of PipeWire and off the disk, and the watcher of the devices with it. */
TareExit tare_use_remove(const TareCommand* command);

#endif
