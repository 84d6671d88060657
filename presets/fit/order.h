/* What is asked of a fit, the same for one measurement and for a list of them. */

#ifndef TARE_FIT_ORDER_H
#define TARE_FIT_ORDER_H

#include "base/report.h"
#include "curves/targets.h"
#include "fit/count.h"
#include "fit/wish.h"

typedef struct TareBandSet TareBandSet;
typedef struct TareCurve TareCurve;
typedef struct TareEqLimits TareEqLimits;
typedef struct TareFitGoal TareFitGoal;
typedef struct TareFitOutcome TareFitOutcome;
typedef struct TareFitter TareFitter;

typedef struct TareFitOrder {
    bool is_gain_curve;  ///< the measurement is the wished equaliser itself: no goal counts
    const char* target;  ///< name or file; NULL: what form and rig suggest
    const char* like;    ///< the file of another headphone, instead of a target; NULL: none
    const char* form;    ///< "in-ear"; NULL when unknown
    const char* rig;     ///< NULL when unknown
    const char* column;  ///< of the files to read; NULL: the first level
    bool leaves_balance; ///< a difference of level between left and right stays
    TareTargetBend bend; ///< how the target is bent
    TareWishOptions wish;
    TareFitCount count;
    unsigned n_restarts;
    double rate_hz;
    const TareEqLimits* device; ///< for which it is; NULL: any
} TareFitOrder;

/** What fits of an order have in common; NULL when memory is short. */
TareFitter* tare_fit_order_fitter(const TareFitOrder* order);

/** Reads a measured response from a file, and notes where it ends; as tare_curve_read_file(). */
TareStatus tare_fit_order_read(const TareFitOrder* order, TareCurve* response, const char* path,
                               const TareReporter* reporter);

/** Finds the form of a name; false, and reported, when there is none. NULL: unknown. */
bool tare_fit_order_form(const char* name, TareForm* form, const TareReporter* reporter);

/** Takes the goal of a measurement of a form at a rig: what is ordered, else the file `usual`
    unless that is NULL, else what form and rig suggest. As tare_fit_goal_take() does. */
TareStatus tare_fit_order_goal(TareFitGoal* goal, const TareFitOrder* order, TareForm form,
                               TareRig rig, const char* usual, const TareReporter* reporter);

/** Fits up to `max_filters` bands, or as many as are ordered. False when memory is short. */
bool tare_fit_order_run(const TareFitOrder* order, TareFitter* fitter, const TareCurve* response,
                        const TareFitGoal* goal, unsigned max_filters, TareBandSet* set,
                        TareFitOutcome* outcome);

#endif
