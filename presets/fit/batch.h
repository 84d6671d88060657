/* Fits a list of measurements: each result is a file of its own that is there whole or not at all,
   so that an interrupted batch goes on where it was. */

#ifndef TARE_FIT_BATCH_H
#define TARE_FIT_BATCH_H

#include "fit/results.h"

#include <stdio.h>

typedef struct TareFitGoal TareFitGoal;
typedef struct TareFitOrder TareFitOrder;

typedef struct TareReporter TareReporter;

typedef struct TareCorrection TareCorrection;

typedef struct TareFitBatch {
    const TareFitOrder* order;
    const TareFitRows* rows;
    TareFitResults results; ///< checked and prepared
    /** Writes a result, as a format of corrections does. */
    bool (*write)(FILE* out, const TareCorrection* correction, const TareReporter* reporter);
    /** Told of each built-in target that is taken; NULL: nobody asks. In a process of its own. */
    void (*take)(void* data, const TareFitGoal* goal);
    /** Told how many rows are done; NULL: nobody asks. */
    void (*progress)(void* data, size_t n_done, size_t n);
    void* data; ///< for both
} TareFitBatch;

/** Fits all rows whose results are not there yet, in `n_jobs` processes, until an interrupt comes
    (interrupt.h). `n_fitted` receives how many results are there. What cannot be fitted is
   reported. TARE_IO_ERROR, reported, when no process can be had. */
TareStatus tare_fit_batch_run(const TareFitBatch* batch, unsigned n_jobs, size_t* n_fitted,
                              const TareReporter* reporter);

#endif
