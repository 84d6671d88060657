/* Columns of single-precision numbers, one for each point of a grid, four at a time.

   Each of the four lanes adds up its own share of a sum, and the lanes are added in one order, so
   that every machine gets the same bits, with registers of whatever width. What moves filters
   downhill needs no more than the seven digits; what says how good they are is in double. */

#ifndef TARE_FIT_COLUMNS_H
#define TARE_FIT_COLUMNS_H

enum {
    TARE_FIT_N_LANES = 4,
    TARE_FIT_MAX_POINTS = 480, ///< even, and whole lots of lanes
    TARE_FIT_MAX_LOTS = TARE_FIT_MAX_POINTS / TARE_FIT_N_LANES,
    TARE_FIT_N_PARAMETERS = 3 ///< of a filter
};

typedef float TareFitLanes __attribute__((vector_size(4 * TARE_FIT_N_LANES)));

/** Three columns side by side: what a filter has for its parameters. */
typedef struct TareFitTriple {
    TareFitLanes lots[TARE_FIT_MAX_LOTS][TARE_FIT_N_PARAMETERS];
} TareFitTriple;

/** How many lots of lanes hold n numbers; what the last has too many is 0. */
static inline unsigned tare_fit_columns_lots(unsigned n)
{
    return (n + TARE_FIT_N_LANES - 1) / TARE_FIT_N_LANES;
}

/** The sum of the lanes. */
static inline double tare_fit_columns_sum(TareFitLanes x)
{
    return (double)((x[0] + x[1]) + (x[2] + x[3]));
}

/** Takes n numbers over; the rest of the last lot is 0. */
static inline void tare_fit_columns_take(TareFitLanes* column, const double* numbers, unsigned n)
{
    for (unsigned i = 0; i < tare_fit_columns_lots(n) * TARE_FIT_N_LANES; ++i)
        column[i / TARE_FIT_N_LANES][i % TARE_FIT_N_LANES] = i < n ? (float)numbers[i] : 0.0F;
}

/** The same, as one of three columns. */
static inline void tare_fit_columns_take_one(TareFitTriple* triple, unsigned which,
                                             const double* numbers, unsigned n)
{
    for (unsigned i = 0; i < tare_fit_columns_lots(n) * TARE_FIT_N_LANES; ++i)
        triple->lots[i / TARE_FIT_N_LANES][which][i % TARE_FIT_N_LANES] =
            i < n ? (float)numbers[i] : 0.0F;
}

#endif
