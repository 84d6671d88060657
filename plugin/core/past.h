/* The sound of the last moments, and what the filters remembered then: a filter that starts from
   there, and hears the sound since, goes on as if it had always run. */

#ifndef TARE_PAST_H
#define TARE_PAST_H

#include "snapshot.h"

/** A snapshot is taken each time so many frames have gone by. */
enum { TARE_PAST_GRAIN = 512 };

/** Rings, in which frames count from the last reset. */
typedef struct TarePast {
    uint32_t n_frames; ///< how far the past goes back, whole grains
    uint32_t length;   ///< of the rings: a grain more
    uint32_t position; ///< of the next frame
    float* sound[TARE_MAX_CHANNELS];
    TareSnapshot* snapshots[2]; ///< of two banks, one for each grain
} TarePast;

/** Setup: takes memory; false when there is none. The past must be all zeros. */
bool tare_past_init(TarePast* past, double sample_rate_hz);

/** Setup: gives the memory back. */
void tare_past_clear(TarePast* past);

/** It has always been silent. */
void tare_past_reset(TarePast* past);

/** The next frames are in the rings now, behind `position`. They must not lie across a grain. */
void tare_past_advance(TarePast* past, uint32_t n_frames);

/** Where the ring was so many frames ago, at most its length. */
static inline uint32_t tare_past_position(const TarePast* past, uint32_t n_frames_ago)
{
    return (past->position + past->length - n_frames_ago) % past->length;
}

/** The snapshot of one of the two banks at a position where a grain begins. */
static inline TareSnapshot* tare_past_snapshot(const TarePast* past, uint32_t bank,
                                               uint32_t position)
{
    return &past->snapshots[bank][position / TARE_PAST_GRAIN];
}

#endif
