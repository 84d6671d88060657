/* Audio files, corrected one by one or many into a folder. */

#ifndef TARE_CLI_RENDER_MANY_H
#define TARE_CLI_RENDER_MANY_H

#include "cli/frame/cli.h"

typedef struct TareRenderWish TareRenderWish;

/** Corrects a file; see tare_render(). */
TareExit tare_render_one(const TareCommand* command, const char* in_path, const char* out_path,
                         const TareRenderWish* wish);

/** Corrects each file into one of its name in the folder, which is made if need be; with the ending
    of the format where the wish has one. So many at once, each in a process of its own. What is
    there already is left as it is, so that an interrupted run goes on where it ended, unless the
    wish is to replace it. */
TareExit tare_render_many(const TareCommand* command, TareArguments files, const char* folder,
                          unsigned n_jobs, const TareRenderWish* wish);

#endif
