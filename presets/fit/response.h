/* What filters in series do together. */

#ifndef TARE_FIT_RESPONSE_H
#define TARE_FIT_RESPONSE_H

typedef struct TareFitFilter TareFitFilter;
typedef struct TareFitGrid TareFitGrid;

/** The response of all filters in dB, at each point of the grid; `gain_db` has room for an even
    number of them. */
void tare_fit_response_db(const TareFitGrid* grid, const TareFitFilter* filters, unsigned n,
                          double* gain_db);

#endif
