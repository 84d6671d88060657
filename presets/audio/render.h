/* An audio file, corrected into another one. */

#ifndef TARE_RENDER_H
#define TARE_RENDER_H

#include "base/report.h"

#include <stdbool.h>

typedef struct TareControls TareControls;

typedef struct TareRenderWish {
    const TareControls* controls;
    bool may_replace;   ///< a file that is there
    bool as_float;      ///< write fractions of 32 bits
    const char* format; ///< ending of the kind to write, "flac"; NULL: as the name says
    double quality;     ///< of a lossy kind, 0 to 10; NaN for the usual one

    /** Told now and then how many of how many frames are done; NULL to be told nothing. */
    void (*progress)(double n_done, double n_frames);
} TareRenderWish;

/** Whether this program was built with the library that reads sound. */
bool tare_render_is_built(void);

/** Whether files with this ending can be written. */
bool tare_render_writes(const char* ending);

/** Writes `out_path`, in the format that its ending says, else in that of the input; "-" stands for
    standard input and output. From then on an interrupt is a wish, so that nothing half written
    stays: see interrupt.h. TARE_BAD_INPUT for a file that cannot be corrected, or must not be
    replaced; TARE_IO_ERROR when the result cannot be written, both reported; the latter without a
    report after an interrupt; TARE_NO_MEMORY. */
TareStatus tare_render(const char* in_path, const char* out_path, const TareRenderWish* wish,
                       const TareReporter* reporter);

#endif
