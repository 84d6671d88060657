/* In place of render_file.c where there is no libsndfile: there is nothing to call. */

#include "cli/audio/render_file.h"

bool tare_render_file_is_built(void)
{
    return false;
}

bool tare_render_file_writes(const char* ending)
{
    (void)ending;
    return false;
}

TareExit tare_render_file(const TareCommand* command, const char* in_path, const char* out_path,
                          const TareRenderWish* wish)
{
    (void)command;
    (void)in_path;
    (void)out_path;
    (void)wish;
    return TARE_EXIT_UNUSED;
}
