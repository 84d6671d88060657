/* Pictures that commands draw. */

#ifndef TARE_CLI_DRAW_H
#define TARE_CLI_DRAW_H

#include "cli/frame/cli.h"

#include <stdbool.h>

typedef struct TareCommand TareCommand;
typedef struct TarePicture TarePicture;

/** Whether a path names a kind of picture; says so when not. */
bool tare_draw_knows(const TareCommand* command, const char* path);

/** Writes the picture in place of any file of that name, and frees it; NULL: says that memory is
    short. */
TareExit tare_draw(const TareCommand* command, TarePicture* picture, const char* path);

#endif
