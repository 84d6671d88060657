/* Puts the measurement of one headphone beside the catalogue. */

#ifndef TARE_CLI_ADD_HEADPHONE_H
#define TARE_CLI_ADD_HEADPHONE_H

#include "base/text.h"
#include "cli/frame/cli.h"
#include "corrections/entry.h"

#include <stddef.h>

typedef struct TareStock TareStock;

/** What the command line asks for, and where it goes. */
typedef struct TareAddJob {
    const TareCommand* command;
    const char *name, *form, *rig, *target; ///< NULL where nothing is told
    TareForm told_form;                     ///< that of the name
    const char* folder;                     ///< of the listener's own corrections
    TareStock* stock;
    TareReporter reporter;
    TareText added; ///< the ids of all that was added, each in a line of its own
} TareAddJob;

/** What is told of one headphone: NULL is what its file's name says. */
typedef struct TareAddName {
    const char* brand; ///< of that name; NULL: its first word
    const char* name;  ///< with the brand
} TareAddName;

/** Adds the mean of n >= 1 files, and says what became of it. */
TareExit tare_add_headphone(TareAddJob* job, const TareAddName* told, const char* const* paths,
                            size_t n);

void tare_add_close(TareAddJob* job);

#endif
