/* In place of render.c where there is no libsndfile: there is nothing to call. */

#include "audio/render.h"

bool tare_render_is_built(void)
{
    return false;
}

bool tare_render_writes(const char* ending)
{
    (void)ending;
    return false;
}

TareStatus tare_render(const char* in_path, const char* out_path, const TareRenderWish* wish,
                       const TareReporter* reporter)
{
    (void)in_path;
    (void)out_path;
    (void)wish;
    (void)reporter;
    return TARE_IO_ERROR;
}
