/* Where the results of a list of measurements go: a folder that knows what they were made with. */

#ifndef TARE_FIT_RESULTS_H
#define TARE_FIT_RESULTS_H

#include "fit/rows.h"

typedef struct TareFitOrder TareFitOrder;
typedef struct TareReporter TareReporter;

typedef struct TareFitResults {
    const char* folder;
    const char* ending; ///< of each file, behind the model: " ParametricEQ.txt"
} TareFitResults;

/** "FOLDER/source/form/model ENDING" for a row, to be freed; NULL when memory is short. */
char* tare_fit_results_path(const TareFitResults* results, const TareFitRow* row);

/** Sees to it that each row gets a file of its own: TARE_BAD_INPUT, reported, when not. */
TareStatus tare_fit_results_check(const TareFitResults* results, const TareFitRows* rows,
                                  const TareReporter* reporter);

/** Makes the folder, or sees to it that what lies there was made by the same order: TARE_BAD_INPUT,
    reported, when not, or when it cannot be made. */
TareStatus tare_fit_results_prepare(const TareFitResults* results, const TareFitOrder* order,
                                    const TareReporter* reporter);

#endif
