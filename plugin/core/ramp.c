#include "ramp.h"

#include "tare/limits.h"

#include <math.h>
#include <stdlib.h>

bool tare_ramp_init(TareRamp* ramp, double sample_rate_hz)
{
    ramp->n_frames = (uint32_t)ceil(TARE_RAMP_SECONDS * sample_rate_hz);
    ramp->position = ramp->n_frames;
    ramp->shape = malloc(ramp->n_frames * sizeof *ramp->shape);
    if (!ramp->shape)
        return false;
    for (uint32_t i = 0; i < ramp->n_frames; ++i) {
        const double t = (i + 1.0) / ramp->n_frames;
        ramp->shape[i] = (float)(t - sin(2.0 * M_PI * t) / (2.0 * M_PI));
    }
    return true;
}

void tare_ramp_clear(TareRamp* ramp)
{
    free(ramp->shape);
    ramp->shape = NULL;
}
