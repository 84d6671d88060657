#include "fit/order.h"

#include "fit/fit.h"
#include "fit/goal.h"

TareFitter* tare_fit_order_fitter(const TareFitOrder* order)
{
    TareFitOptions options = tare_fit_default_options();
    options.n_restarts = order->n_restarts;
    options.rate_hz = order->rate_hz;
    return tare_fitter_new(&options);
}

bool tare_fit_order_form(const char* name, TareForm* form, const TareReporter* reporter)
{
    *form = tare_form_find(name);
    if (!name || *form != TARE_FORM_UNKNOWN)
        return true;
    tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                "%s is no form of a headphone; expected over-ear, on-ear, in-ear or earbud", name);
    return false;
}

TareStatus tare_fit_order_goal(TareFitGoal* goal, const TareFitOrder* order, TareForm form,
                               TareRig rig, const char* usual, const TareReporter* reporter)
{
    const char* const file = order->like ? order->like : order->target ? NULL : usual;
    *goal = (TareFitGoal){.bend = order->bend};
    return file ? tare_fit_goal_take_file(goal, file, reporter)
                : tare_fit_goal_take(goal, order->target, form, rig, reporter);
}

bool tare_fit_order_run(const TareFitOrder* order, TareFitter* fitter, const TareCurve* response,
                        const TareFitGoal* goal, unsigned max_filters, TareBandSet* set,
                        TareFitOutcome* outcome)
{
    TareFitCount count = order->count;
    if (count.n > max_filters)
        count.n = max_filters;
    if (order->is_gain_curve)
        return tare_fit_outcome_curve(fitter, response, count, set, outcome);
    return tare_fit_outcome_measured(fitter, response, goal, &order->wish, count, set, outcome);
}
