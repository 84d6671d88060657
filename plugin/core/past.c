#include "past.h"

#include <stdlib.h>
#include <string.h>

/* As long as the filters of corrections ring, nearly all of them. */
static const double past_seconds = 0.040;

bool tare_past_init(TarePast* past, double sample_rate_hz)
{
    const uint32_t n_grains = (uint32_t)ceil(past_seconds * sample_rate_hz / TARE_PAST_GRAIN);
    past->n_frames = n_grains * TARE_PAST_GRAIN;
    past->length = past->n_frames + TARE_PAST_GRAIN;
    for (int i = 0; i < 2; ++i) {
        past->sound[i] = malloc(past->length * sizeof *past->sound[i]);
        past->snapshots[i] = malloc((n_grains + 1) * sizeof *past->snapshots[i]);
    }
    if (!past->sound[0] || !past->sound[1] || !past->snapshots[0] || !past->snapshots[1])
        return false;
    tare_past_reset(past);
    return true;
}

void tare_past_clear(TarePast* past)
{
    for (int i = 0; i < 2; ++i) {
        free(past->sound[i]);
        free(past->snapshots[i]);
    }
}

void tare_past_reset(TarePast* past)
{
    static const TareSnapshot silence = {.gain = 1.0};
    past->position = 0;
    for (int i = 0; i < 2; ++i) {
        memset(past->sound[i], 0, past->length * sizeof *past->sound[i]);
        for (uint32_t grain = 0; grain < past->length / TARE_PAST_GRAIN; ++grain)
            past->snapshots[i][grain] = silence;
    }
}

void tare_past_advance(TarePast* past, uint32_t n_frames)
{
    past->position += n_frames;
    if (past->position == past->length)
        past->position = 0;
}
