/* The inner loops: what runs for every frame, once for each instruction set.

   A kernel holds the sections of both channels side by side in vectors of n_lanes floats. With
   n_vectors vectors, section k stands in vector k % n_vectors, in the group of two lanes
   k / n_vectors; groups count from the top of the vector down, left before right. So the output of
   one vector is the input of the next as it stands, and only behind the last vector does
   everything move down by one group while the next frame enters at the top. To give that move
   time, each group works some frames behind the one above it. The groups that have no
   frame yet, or no more, keep their state: no frame is late for it, and the length of a block
   changes nothing.

   What a step costs is first of all waiting. From one frame to the next w1 takes a fused operation
   and an addition, and the way over w2 and back as long: 7.5 cycles on Zen 3, 8 on Ice Lake. The
   ports are busy for 6 and 9 of them with three vectors; the way of a sample through the vectors
   and the move takes 8 when groups lie two frames apart. With all these ways equally long, every
   time one operation waits for a port all the rest waits too: 10.5 to 13 cycles. So a few vectors
   (all that have room in the registers) also work a frame behind each other, and groups as many
   frames as there are vectors: within a step no vector waits for another.

   Where the ports have time left, two or four frames are done at once (kernel_two.h,
   kernel_ahead.h), and the way over the state is as long as for one. What counts then is the way
   round: from the state of a section over what it gives into the state of the next, and at last
   over the move back into the first vector. Three vectors of eight lanes gain nothing by it.

   A section is kept in a variant of the delta form of biquad.h:

       y   = b0 x + w1
       w1 += w2 + c1 x - q1 w1        c1 = p1 - q1 b0
       w2 += q2 (k x - w1)            k  = p2 / q2 - b0

   No output is fed back, and w2, which holds the smallest numbers, is rounded once a frame: for low
   tones that is 30 dB better. Where c1 = k = 0, w1 and w2 stay exactly 0. Every b0 is moved
   to the front of the whole cascade, so that y = x + w1; what is stored is scaled with it. A
   cascade in which that leaves the range of float is run by a slower function, each section with
   its b0.
 */

#ifndef TARE_KERNEL_H
#define TARE_KERNEL_H

#include "sections.h"
#include "tare/limits.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TARE_KERNEL_MAX_LANES = 16,
    /** Frames of a buffer that a kernel may touch before and behind those it is told of. */
    TARE_KERNEL_MARGIN = 32,
    /** Floats in one row of all sections: whole vectors of any kernel. */
    TARE_KERNEL_ROW = (2 * TARE_N_SECTIONS + TARE_KERNEL_MAX_LANES - 1) / TARE_KERNEL_MAX_LANES *
                      TARE_KERNEL_MAX_LANES,
    TARE_KERNEL_ALIGNMENT = 64 /* a line of cache */
};

/** States beyond these limits are a fault, and silence. */
#define TARE_STATE_MAX 1e30f
#define TARE_STATE_MIN 1e-25f

/** A sample of the input, or 0 where that is no sound. */
static inline float tare_kernel_clean_sample(float sample)
{
    return fabsf(sample) <= TARE_SAMPLE_MAX ? sample : 0.0f;
}

/** A sample of the output, or 0 where that is not finite. */
static inline float tare_kernel_finite_sample(float sample)
{
    return fabsf(sample) <= FLT_MAX ? sample : 0.0f;
}

/** The rows of TareKernelData. */
enum { TARE_REST_C1, TARE_REST_K, TARE_REST_Q1, TARE_REST_Q2, TARE_REST_B0, TARE_N_REST };
enum { TARE_STATE_W1, TARE_STATE_W2, TARE_N_STATE };

enum { TARE_AHEAD_FRAMES = 4, TARE_AHEAD_LANES = 48, TARE_FOUR_MAX_SECTIONS = 4 };

/** Rows of the factors with which up to four frames are done at once (see kernel_ahead.h): of what
   for what. The last two kinds have one for each frame. */
enum {
    TARE_AHEAD_H0, ///< of an input for the output one frame later, then two, three
    TARE_AHEAD_H1,
    TARE_AHEAD_H2,
    TARE_AHEAD_Y1_W1, ///< of the state for the outputs but the first
    TARE_AHEAD_Y2_W1,
    TARE_AHEAD_Y3_W1,
    TARE_AHEAD_Y1_W2, ///< which is 1
    TARE_AHEAD_Y2_W2,
    TARE_AHEAD_Y3_W2,
    TARE_AHEAD_W1_W1, ///< for what is added to the state
    TARE_AHEAD_W1_W2,
    TARE_AHEAD_W2_W1,
    TARE_AHEAD_W2_W2,
    TARE_AHEAD_W1_X,
    TARE_AHEAD_W2_X = TARE_AHEAD_W1_X + TARE_AHEAD_FRAMES,
    TARE_N_AHEAD = TARE_AHEAD_W2_X + TARE_AHEAD_FRAMES
};

/** All sections as a kernel wants them. Unused places of the vectors hold b0 = 1 and zeros. */
typedef struct TareKernelData {
    _Alignas(TARE_KERNEL_ALIGNMENT) float rest[TARE_N_REST][TARE_KERNEL_ROW];
    _Alignas(TARE_KERNEL_ALIGNMENT) float state[TARE_N_STATE][TARE_KERNEL_ROW];
    uint32_t n_vectors;
    uint32_t n_groups; ///< of a vector that have a part in it
    /* where a kernel does several frames at once */
    _Alignas(TARE_KERNEL_ALIGNMENT) float ahead[TARE_N_AHEAD][TARE_AHEAD_LANES];
    float waiting[TARE_AHEAD_FRAMES - 1][TARE_AHEAD_LANES]; ///< the first inputs of the next ones
    uint32_t n_waiting;
} TareKernelData;

/** Sound is passed in pairs: left and right of one frame, then of the next. Nothing here takes
    memory, and no result depends on how frames are cut into calls. */
typedef struct TareKernel {
    const char* name;
    uint32_t n_lanes;
    bool is_shallow;              ///< groups that no section needs have no part in it
    uint32_t max_sections;        ///< that it is for
    uint32_t n_together;          ///< frames that it does at once: 1, 2 or 4; see ahead.h
    const struct TareKernel* two; ///< does two at once, where it holds all; or NULL

    /** Writes n_frames pairs: samples that are no sound become 0, the others are multiplied by the
        gain of their channel. Returns whether all samples lay within full scale. */
    bool (*load)(float* pairs, const float* left, const float* right, const float gains[2],
                 uint32_t n_frames);

    /** Does as load, and keeps what it loads as it came: in two arrays, which touch nothing else.
     */
    bool (*load_and_keep)(float* pairs, const float* left, const float* right, const float gains[2],
                          uint32_t n_frames, float* const kept[2]);

    /** Writes the samples of n_frames pairs; what is not finite becomes 0. Returns whether all were
        finite and lay within a limit. */
    bool (*store)(const float* pairs, float* left, float* right, float limit, uint32_t n_frames);

    /** Whether the bits of two rows of n floats differ; does not stop to ask where. */
    bool (*differ)(const float* a, const float* b, uint32_t n);

    /** Filters in place, as if every b0 were 1. */
    void (*filter)(TareKernelData* data, float* pairs, uint32_t n_frames);

    /** Filters in place, also with b0; slower. */
    void (*filter_b0)(TareKernelData* data, float* pairs, uint32_t n_frames);

    /** Clears what is too small to be heard. Returns false when some state is not finite, or too
        large to come from sound. */
    bool (*check)(TareKernelData* data);
} TareKernel;

/** Place of a section's lane in a row. */
static inline size_t tare_kernel_place(const TareKernel* kernel, const TareKernelData* data,
                                       uint32_t section, uint32_t channel)
{
    const uint32_t group = section / data->n_vectors;
    const uint32_t vector = section % data->n_vectors;
    return (size_t)vector * kernel->n_lanes + 2 * (size_t)(data->n_groups - 1 - group) + channel;
}

/** The kernel for so many sections where this one can run: it, a narrower one, or one that does
    several frames at once, where the sections allow so many. */
const TareKernel* tare_kernel_for(const TareKernel* kernel, uint32_t n_sections,
                                  uint32_t n_together);

/** The fastest kernel this processor can run. */
const TareKernel* tare_kernel_best(void);

/** The kernels that pay on this processor, slowest first; NULL when there are no more. Kernel 0 is
    plain C. */
const TareKernel* tare_kernel_get(uint32_t index);

/* One for each object; NULL when it was compiled for another processor. */
const TareKernel* tare_kernel_plain(void);
const TareKernel* tare_kernel_baseline(void);
const TareKernel* tare_kernel_v3(void);
const TareKernel* tare_kernel_v3_ahead(void);  ///< for as many sections as one vector holds
const TareKernel* tare_kernel_v3_narrow(void); ///< the same
const TareKernel* tare_kernel_v4(void);

#endif
