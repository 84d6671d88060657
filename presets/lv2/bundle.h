/* One LV2 bundle with one installed preset: a folder of two files. */

#ifndef TARE_BUNDLE_H
#define TARE_BUNDLE_H

#include "base/report.h"

#include <stdbool.h>

typedef struct TareCorrection TareCorrection;

typedef enum {
    TARE_BUNDLE_ABSENT,
    TARE_BUNDLE_OURS,   ///< written by tare_bundle_write()
    TARE_BUNDLE_FOREIGN ///< anything else of that name
} TareBundleOwner;

/** "FOLDER/tare-sony-mdr-ex1000-audioreview.lv2", to be freed; NULL when memory is short. */
char* tare_bundle_path(const char* folder, const char* id);

/** Whether a name inside a folder is that of a bundle with an installed preset. */
bool tare_bundle_is_name(const char* name);

/** Whose it is. */
TareBundleOwner tare_bundle_owner(const char* path);

/** Writes a bundle that is absent or ours; complete or not at all. `changed` says whether anything
    on the disk is new. */
TareStatus tare_bundle_write(const char* path, const TareCorrection* correction, bool* changed,
                             const TareReporter* reporter);

/** Removes a bundle that is ours, completely or not at all: when somebody put a file of his own
   into it, everything stays, and that is reported. */
TareStatus tare_bundle_remove(const char* path, const TareReporter* reporter);

/** Removes from the folder of the bundles what killed runs of the program left there. */
void tare_bundle_sweep(const char* folder);

#endif
