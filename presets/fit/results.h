/* Where the results of a list of measurements go: a folder that knows what they were made with. */

#ifndef TARE_FIT_RESULTS_H
#define TARE_FIT_RESULTS_H

#include "base/report.h"

#include <stdbool.h>
#include <stdio.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCorrection TareCorrection;
typedef struct TareFitOrder TareFitOrder;
typedef struct TareFitRow TareFitRow;
typedef struct TareFitRows TareFitRows;
typedef struct TareFitted TareFitted;

typedef struct TareFitResults {
    const char* folder;
    const char* ending; ///< of each file, behind the model: " ParametricEQ.txt"
    /** Writes one, as a format of corrections does. */
    bool (*write)(FILE* out, const TareCorrection* correction, const TareReporter* reporter);
} TareFitResults;

/** Whether the result of a row is there. */
bool tare_fit_results_has(const TareFitResults* results, const TareFitRow* row);

/** Writes the result of a row, whole or not at all, with what `fitted` says of it:
    "FOLDER/source/form/model ENDING". */
TareStatus tare_fit_results_keep(const TareFitResults* results, const TareFitRow* row,
                                 const TareBandSet* set, const TareFitted* fitted,
                                 const TareReporter* reporter);

/** Sees to it that each row gets a file of its own: TARE_BAD_INPUT, reported, when not. */
TareStatus tare_fit_results_check(const TareFitResults* results, const TareFitRows* rows,
                                  const TareReporter* reporter);

/** Makes the folder, or sees to it that what lies there was made by the same order: TARE_BAD_INPUT,
    reported, when not, or when it cannot be made. */
TareStatus tare_fit_results_prepare(const TareFitResults* results, const TareFitOrder* order,
                                    const TareReporter* reporter);

#endif
