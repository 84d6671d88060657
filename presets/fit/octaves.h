/* Whether a fit makes an octave worse than it was. */

#ifndef TARE_FIT_OCTAVES_H
#define TARE_FIT_OCTAVES_H

typedef struct TareFitChain TareFitChain;
typedef struct TareFitGrid TareFitGrid;
typedef struct TareFitProblem TareFitProblem;

/** Octaves from 20 Hz on, half an octave apart; the last ends at 20 kHz. */
enum { TARE_FIT_N_OCTAVES = 19 };

/* What nobody hears: an octave that is worse by less counts as no worse. */
#define TARE_FIT_OCTAVES_WORSE_DB 0.03

/** The points of a grid in an octave, the end not among them. */
typedef struct TareFitOctave {
    unsigned begin, end;
} TareFitOctave;

/** The octave of an index below TARE_FIT_N_OCTAVES. */
TareFitOctave tare_fit_octaves_of(const TareFitGrid* grid, unsigned octave);

/** By how much the rms of what a chain leaves of a wish is above that of the wish itself, in each
    octave; levels as tare_fit_figures_is_level() says. Below 0 where it gets better. */
void tare_fit_octaves_worse_db(const TareFitProblem* problem, const TareFitChain* chain,
                               double worse_db[TARE_FIT_N_OCTAVES]);

/** How many times its loss a chain costs for octaves that it makes worse, at least 1. */
double tare_fit_octaves_price(const TareFitProblem* problem, const TareFitChain* chain);

#endif
