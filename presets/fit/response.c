#include "fit/response.h"

#include "fit/shapes.h"

void tare_fit_response_db(const TareFitGrid* grid, const TareFitFilter* filters, unsigned n,
                          double* gain_db)
{
    TareFitShape shapes[TARE_MAX_BANDS];
    for (unsigned k = 0; k < n; ++k)
        shapes[k] = tare_fit_shapes_of(&filters[k], grid->rate_hz);
    tare_fit_shapes_gain_db(grid, shapes, n, gain_db);
}
