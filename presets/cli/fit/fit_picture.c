#include "cli/fit/fit_picture.h"

#include "cli/catalogue/draw.h"
#include "cli/fit/fit_request.h"
#include "picture/picture.h"

TareExit tare_fit_picture_draw(const TareFitRequest* request, const TareCorrection* correction,
                               const TareCurve* error)
{
    TarePicture* const picture = tare_picture_new_measured(correction, error, 0, request->rate_hz);
    return tare_draw(request->command, picture, request->plot_path);
}
