#include "cli/fit/fit_picture.h"

#include "cli/catalogue/draw.h"
#include "cli/fit/fit_request.h"
#include "fit/goal.h"
#include "fit/sides.h"
#include "picture/picture.h"

TareExit tare_fit_picture_draw(const TareFitRequest* request, const TareCorrection* correction,
                               const TareFitSides* sides, const TareFitGoal* goal)
{
    TareCurve responses[TARE_FIT_MAX_SIDES];
    TareCurve target = {0};
    TarePicture* picture = NULL;
    for (unsigned i = 0; i < sides->n; ++i)
        responses[i] = sides->sides[i].response;
    const TarePictureSound sound = {
        .responses = responses, .n_responses = sides->n, .target = &target};
    if (request->gain_curve)
        picture = tare_picture_new_wish(correction, responses, request->rate_hz);
    else if (tare_fit_goal_curve(&target, goal))
        picture = tare_picture_new_sound(correction, &sound, TARE_PICTURE_BOTH, request->rate_hz);
    tare_curve_clear(&target);
    return tare_draw(request->command, picture, request->plot_path);
}
