/* What a reader of another program's file has found so far, until it becomes a correction: bands,
   curves, the preamp of each side, and what was left out with its reason. */

#ifndef TARE_GATHERED_H
#define TARE_GATHERED_H

#include "base/report.h"
#include "curves/curve.h"
#include "tare/band.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareContents TareContents;
typedef struct TareCorrection TareCorrection;
typedef struct TareSecondOrder TareSecondOrder;

typedef struct TareGatheredBand {
    TareBand band;
    const char* file;
    unsigned line;
} TareGatheredBand;

/** Starts with file and reporter set, the rest {0}. To be cleared in any case. */
typedef struct TareGathered {
    const char* file; ///< where the reader stands: to report; such names must stay
    const TareReporter* reporter;
    double rate_hz;          ///< at which the filters are made; 0: the analogue shape
    TareGatheredBand* bands; ///< owned
    size_t n_bands;
    TareCurve curves[TARE_MAX_CHANNELS]; ///< of each side, the sum of what has yet to be fitted
    unsigned curve_line;                 ///< of the first of them, where there are lines
    double preamp_db[TARE_MAX_CHANNELS];
    bool has_preamp;
    bool is_short_of_memory;
    struct {
        const char *file, *why;
        TareSeverity severity;
        unsigned first, last; ///< lines; 0: none
    } unused;                 ///< lines, one after the other, that have yet to be reported
} TareGathered;

/** Takes a band of a line, 0 where there are none. One of a Q or gain beyond what a correction
   holds becomes several that are the same filter or, where there are none, the nearest it holds;
   one of a frequency beyond it waits for tare_gathered_fit(), or is left out when that is none
   below half the rate: all are reported. */
void tare_gathered_band(TareGathered* gathered, unsigned line, const TareBand* band);

/** Takes a filter of second order for a channel, as the bands that it is; where none are, as a
    curve. Reports what it has to say; false when the filter cannot be used, which is reported. */
bool tare_gathered_filter(TareGathered* gathered, unsigned line, TareChannel channel,
                          const TareSecondOrder* filter);

/** Adds an arranged curve, with a point, to the sides of a channel. */
void tare_gathered_curve(TareGathered* gathered, unsigned line, TareChannel channel,
                         const TareCurve* curve);

/** A filter at a rate, as far as it is heard. */
typedef struct TareGatheredSound {
    const TareSecondOrder* filter;
    double rate_hz;
} TareGatheredSound;

/** Its level, that of the deepest notch being one that nobody hears. */
double tare_gathered_sound_db(TareGatheredSound sound, double freq_hz);

/** Adds what a filter does as such a curve, less what another does where that has a rate. */
void tare_gathered_sound(TareGathered* gathered, unsigned line, TareChannel channel,
                         TareGatheredSound sound, TareGatheredSound less);

/** The rate that a correction can mean which is akin to another one, 0 to 0. */
double tare_gathered_own_rate_hz(double rate_hz);

/** Makes bands at another rate, and within the range of frequencies, of all: those that are the
   same there stay, others take their place, and the curves are fitted, as near as there is room
   for; how near they come is said. The level of the curves goes to the preamps. For
   tare_gathered_finish(). */
void tare_gathered_fit(TareGathered* gathered, double rate_hz);

/** How many bands there are so far that do something. */
size_t tare_gathered_n_active(const TareGathered* gathered);

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
