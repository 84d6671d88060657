/* As few filters as do about as much as more would. */

#include "band_set.h"
#include "fit/figures.h"
#include "fit/fit.h"
#include "fit/octaves.h"

bool tare_fit_fewest(TareFitter* fitter, const TareCurve* wished, unsigned max_filters,
                     double within_db, TareBandSet* set)
{
    if (!tare_fit(fitter, wished, max_filters, set))
        return false;
    const double enough_db = tare_fit_figures(wished, set).whole_rms_db + within_db;
    for (unsigned n = 1; n < max_filters; ++n) {
        TareBandSet fewer;
        if (!tare_fit(fitter, wished, n, &fewer))
            return false;
        const TareFitFigures figures = tare_fit_figures(wished, &fewer);
        if (figures.whole_rms_db > enough_db || figures.worse_db > TARE_FIT_OCTAVES_WORSE_DB)
            continue;
        *set = fewer;
        break;
    }
    return true;
}
