#include "fit/order.h"

#include "base/ascii.h"
#include "base/nearest.h"
#include "curves/curve_file.h"
#include "fit/fit.h"
#include "fit/goal.h"
#include "fit/measured.h"

TareFitter* tare_fit_order_fitter(const TareFitOrder* order)
{
    TareFitOptions options = tare_fit_default_options();
    options.n_restarts = order->n_restarts;
    options.rate_hz = order->rate_hz;
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
    *goal =
        (TareFitGoal){.bass_db = order->bass_db, .tilt_db_per_octave = order->tilt_db_per_octave};
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
