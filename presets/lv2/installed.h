/* The presets that are installed in the folder where LV2 hosts look for bundles. */

#ifndef TARE_INSTALLED_H
#define TARE_INSTALLED_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCorrection TareCorrection;

typedef enum {
    TARE_INSTALLED_NEW,    ///< anything on the disk has changed
    TARE_INSTALLED_BEFORE, ///< all of it was there
    TARE_INSTALLED_FOREIGN ///< what has its name is not ours, and was left alone
} TareInstalled;

/** Paths of bundles, in the order of their names. Starts as {0}. */
typedef struct {
    char** paths;
    size_t n;
} TareInstalledPaths;

/** Makes the folder when it is not there, and clears what killed runs left in it. TARE_IO_ERROR,
    reported, when it cannot be made. */
TareStatus tare_installed_prepare(const char* folder, const TareReporter* reporter);

/** Installs the preset of a correction. On TARE_OK `installed` says how that went, and `path`, to
   be freed by the caller, where; otherwise that is NULL. */
TareStatus tare_installed_put(const char* folder, const TareCorrection* correction,
                              TareInstalled* installed, char** path, const TareReporter* reporter);

/** All presets of ours in a folder; to be cleared in any case. False when memory is short. A folder
    that is not there has none. */
bool tare_installed_list(TareInstalledPaths* all, const char* folder);

void tare_installed_clear(TareInstalledPaths* all);

#endif
