/* What a reader of another program's file has found so far, until it becomes a correction: bands,
   the preamp of each side, and what was left out with its reason. */

#ifndef TARE_GATHERED_H
#define TARE_GATHERED_H

#include "base/report.h"
#include "tare/band.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareContents TareContents;
typedef struct TareCorrection TareCorrection;
typedef struct TareGatheredBand TareGatheredBand;

/** Starts with file and reporter set, the rest {0}. To be cleared in any case. */
typedef struct TareGathered {
    const char* file; ///< where the reader stands: to report; such names must stay
    const TareReporter* reporter;
    TareGatheredBand* bands; ///< owned
    size_t n_bands;
    double preamp_db[TARE_MAX_CHANNELS];
    bool has_preamp;
    bool is_short_of_memory;
    struct {
        const char *file, *why;
        TareSeverity severity;
        unsigned first, last; ///< lines; 0: none
    } unused;                 ///< lines, one after the other, that have yet to be reported
} TareGathered;

/** Takes a band of a line. A Q or gain beyond what a correction holds becomes the nearest it holds,
    a frequency beyond it leaves the band out: both are reported. */
void tare_gathered_band(TareGathered* gathered, unsigned line, const TareBand* band);

/** Adds to the preamp of the sides that the channel stands for. */
void tare_gathered_preamp(TareGathered* gathered, TareChannel channel, double preamp_db);

/** Remembers that a line is not used, for reasons worded "what is wrong; what was expected", of
    which the text must stay. Lines that follow each other for one reason are reported as one. */
void tare_gathered_unused(TareGathered* gathered, TareSeverity severity, unsigned line,
                          const char* why);

/** Reports what was remembered. */
void tare_gathered_tell(TareGathered* gathered);

/** What a finished correction is told of where it comes from. */
typedef struct TareGatheredOrigin {
    const char* author; ///< as ids end: "apo"
    const char* note;   ///< of the evidence, which names the file; NULL: there is evidence already
    bool keeps_preamp;  ///< whether or not it is safe
} TareGatheredOrigin;

/** Makes a correction of it, which has its reference rate, and what names it has, already: of bands
    that are the same left and right one, of preamps that differ one and a shelf below what is
    heard, and the preamp lower where it would let something clip. What is missing of id, brand and
    model comes from the name of the file and the author. On TARE_OK the correction is moved behind
    those in `contents`, else it is cleared and those before it stay. TARE_NOT_FOUND: nothing was
    found, which is reported. */
TareStatus tare_gathered_finish(TareGathered* gathered, TareContents* contents,
                                TareCorrection* correction, const TareGatheredOrigin* origin);

void tare_gathered_clear(TareGathered* gathered);

#endif
