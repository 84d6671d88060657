/* A file that is not there before it is complete, for libraries that write to a descriptor. */

#ifndef TARE_CLI_NEW_FILE_H
#define TARE_CLI_NEW_FILE_H

#include "cli/frame/command.h"

#include <stdbool.h>

typedef struct {
    char* path;      ///< what it will be called
    char* temporary; ///< what it is called until then, in the same folder
    int descriptor;
} TareNewFile;

/** Creates it under its temporary name; false, and the reason has been said, when that fails. */
bool tare_new_file_open(TareNewFile* file, const TareCommand* command, const char* path);

/** Brings it to the disk and gives it its name, in place of any file that had it. */
bool tare_new_file_keep(TareNewFile* file, const TareCommand* command);

/** Removes it. After tare_new_file_keep() there is nothing left to do. */
void tare_new_file_drop(TareNewFile* file);

/** Makes an interrupt of the program a wish that can be asked for, so that a temporary file does
    not stay behind. */
void tare_interrupt_catch(void);
bool tare_interrupt_came(void);

/** Ends the program as the interrupt would have done, if one came. */
void tare_interrupt_obey(void);

#endif
