/* Whether the output goes beyond full scale, and whose fault that is. */

#ifndef TARE_CLIP_H
#define TARE_CLIP_H

/** The values are port values: they never change. */
typedef enum {
    TARE_CLIP_NONE,
    TARE_CLIP_CORRECTION, ///< the output went beyond full scale where the input did not
    TARE_CLIP_INPUT,      ///< the input was beyond full scale itself
    TARE_N_CLIPS
} TareClip;

#endif
