/* A picture as a file. */

#ifndef TARE_CLI_PICTURE_FILE_H
#define TARE_CLI_PICTURE_FILE_H

#include "cli/frame/command.h"
#include "picture/picture.h"

#include <stdbool.h>

/** Whether a path ends in .svg or .png; says so when not. */
bool tare_picture_file_is_known(const TareCommand* command, const char* path);

/** Writes the picture in place of any file of that name, and frees it; NULL: says that memory is
 * short. */
TareExit tare_picture_file_write(const TareCommand* command, TarePicture* picture,
                                 const char* path);

#endif
