#include "fit/octaves.h"

#include "fit/polish.h"

#include <math.h>

#define FROM_HZ 20.0
#define TO_HZ 20000.0
#define AND_LAST_BITS 1.000001

/* High, as a search has few restarts, and what is worse in the end costs more to mend. */
#define PRICE_PER_DB 3.0

TareFitOctave tare_fit_octaves_of(const TareFitGrid* grid, unsigned octave)
{
    const double from_hz = FROM_HZ * (1u << octave / 2) * (octave % 2 ? M_SQRT2 : 1.0);
    TareFitOctave points = {0, 0};
    for (unsigned i = 0; i < grid->n; ++i) {
        const double freq_hz = grid->freq_hz[i];
        points.begin += freq_hz * AND_LAST_BITS < from_hz;
        points.end += freq_hz <= 2.0 * from_hz * AND_LAST_BITS && freq_hz <= TO_HZ;
    }
    return points;
}

static double rms_of(const double* db, TareFitOctave points)
{
    double sum = 0.0;
    for (unsigned i = points.begin; i < points.end; ++i)
        sum += db[i] * db[i];
    return points.end > points.begin ? sqrt(sum / (points.end - points.begin)) : 0.0;
}

void tare_fit_octaves_worse_db(const TareFitProblem* problem, const TareFitChain* chain,
                               double worse_db[TARE_FIT_N_OCTAVES])
{
    double left_db[TARE_FIT_MAX_POINTS];
    (void)tare_fit_polish_loss(problem, chain->filters, chain->n, left_db);
    for (unsigned i = 0; i < problem->grid->n; ++i)
        left_db[i] /= problem->weight[i];
    for (unsigned octave = 0; octave < TARE_FIT_N_OCTAVES; ++octave) {
        const TareFitOctave points = tare_fit_octaves_of(problem->grid, octave);
        worse_db[octave] = rms_of(left_db, points) - rms_of(problem->wished_db, points);
    }
}

double tare_fit_octaves_price(const TareFitProblem* problem, const TareFitChain* chain)
{
    double worse_db[TARE_FIT_N_OCTAVES];
    double price = 1.0;
    tare_fit_octaves_worse_db(problem, chain, worse_db);
    for (unsigned octave = 0; octave < TARE_FIT_N_OCTAVES; ++octave)
        price += PRICE_PER_DB * fmax(0.0, worse_db[octave]);
    return price;
}
