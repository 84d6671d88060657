#include "fit/order.h"

#include "band_set.h"
#include "base/ascii.h"
#include "base/nearest.h"
#include "curves/curve_file.h"
#include "fit/approach.h"
#include "fit/eq_limits.h"
#include "fit/fit.h"
#include "fit/goal.h"
#include "fit/measured.h"
#include "fit/outcome.h"

#include <math.h>

/** What both allow. */
static TareFitLimits both(const TareFitLimits* usual, const TareEqLimits* device, double rate_hz,
                          bool is_shelf)
{
    const TareFitLimits other = tare_fit_approach_limits(device, rate_hz, is_shelf);
    return (TareFitLimits){
        fmax(usual->min_freq_hz, other.min_freq_hz),
        fmin(usual->max_freq_hz, other.max_freq_hz),
        fmax(usual->min_q, other.min_q),
        fmin(usual->max_q, other.max_q),
        fmin(usual->max_gain_db, other.max_gain_db),
        fmax(tare_fit_polish_min_gain_db(usual), tare_fit_polish_min_gain_db(&other))};
}

/** Takes what a device cannot do out of the options. */
static void narrow(TareFitOptions* options, const TareEqLimits* device)
{
    options->peak = both(&options->peak, device, options->rate_hz, false);
    options->low_shelf = both(&options->low_shelf, device, options->rate_hz, true);
    options->high_shelf = both(&options->high_shelf, device, options->rate_hz, true);
    options->freq_step_hz = device->freq_step_hz;
    options->gain_step_db = device->gain_step_db;
    options->q_step = device->q_step;
    if ((device->types & TARE_EQ_HAS_SHELVES) != TARE_EQ_HAS_SHELVES)
        options->max_shelves = 0;
}

TareFitter* tare_fit_order_fitter(const TareFitOrder* order)
{
    TareFitOptions options = tare_fit_default_options();
    options.n_restarts = order->n_restarts;
    options.rate_hz = order->rate_hz;
    if (order->device)
        narrow(&options, order->device);
    return tare_fitter_new(&options);
}

TareStatus tare_fit_order_read(const TareFitOrder* order, TareCurve* response, const char* path,
                               const TareReporter* reporter)
{
    const TareStatus status = tare_curve_read_file(response, path, order->column, reporter);
    if (status == TARE_OK)
        tare_fit_measured_tell(response, path, reporter);
    return status;
}

/** The form that a word of daily use or a slip means; NULL when none does. */
static const char* meant_form(const char* name)
{
    static const char* const words[][2] = {{"over-ear", "over-ear"},  {"on-ear", "on-ear"},
                                           {"in-ear", "in-ear"},      {"earbud", "earbud"},
                                           {"over ear", "over-ear"},  {"around-ear", "over-ear"},
                                           {"overear", "over-ear"},   {"circumaural", "over-ear"},
                                           {"headphone", "over-ear"}, {"full-size", "over-ear"},
                                           {"onear", "on-ear"},       {"supra-aural", "on-ear"},
                                           {"iem", "in-ear"},         {"ciem", "in-ear"},
                                           {"inear", "in-ear"},       {"in-ear monitor", "in-ear"},
                                           {"in-ears", "in-ear"},     {"earphone", "in-ear"},
                                           {"bud", "earbud"},         {"earpod", "earbud"},
                                           {"ear-bud", "earbud"}};
    char lower[32] = "";
    for (size_t i = 0; name[i] && i + 1 < sizeof lower; ++i)
        lower[i] = name[i] == '_' ? '-' : tare_ascii_lower(name[i]);
    TareNearest nearest = {.typed = lower};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        tare_nearest_look(&nearest, words[i][0]);
    const char* const word = tare_nearest_word(&nearest);
    for (size_t i = 0; word && i < sizeof words / sizeof *words; ++i)
        if (words[i][0] == word)
            return words[i][1];
    return NULL;
}

bool tare_fit_order_form(const char* name, TareForm* form, const TareReporter* reporter)
{
    *form = tare_form_find(name);
    if (!name || *form != TARE_FORM_UNKNOWN)
        return true;
    const char* const meant = meant_form(name);
    if (meant)
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "%s is no form of a headphone; did you mean %s? Expected over-ear, on-ear, "
                    "in-ear or earbud",
                    name, meant);
    else
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "%s is no form of a headphone; expected over-ear, on-ear, in-ear or earbud",
                    name);
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

static bool run(const TareFitOrder* order, TareFitter* fitter, const TareCurve* response,
                const TareFitGoal* goal, TareFitCount count, TareBandSet* set,
                TareFitOutcome* outcome)
{
    if (order->is_gain_curve)
        return tare_fit_outcome_curve(fitter, response, count, set, outcome);
    return tare_fit_outcome_measured(fitter, response, goal, &order->wish, count, set, outcome);
}

bool tare_fit_order_run(const TareFitOrder* order, TareFitter* fitter, const TareCurve* response,
                        const TareFitGoal* goal, unsigned max_filters, TareBandSet* set,
                        TareFitOutcome* outcome)
{
    TareFitCount count = order->count;
    if (count.n > max_filters)
        count.n = max_filters;
    if (!order->device)
        return run(order, fitter, response, goal, count, set, outcome);
    if (count.n > order->device->n_bands)
        count.n = order->device->n_bands;
    do
        if (!run(order, fitter, response, goal, count, set, outcome))
            return false;
    while (!tare_eq_limits_have_room(order->device, set->bands, set->n_bands) && --count.n > 0);
    set->preamp_db = tare_eq_limits_preamp_db(order->device, set->preamp_db);
    return true;
}
