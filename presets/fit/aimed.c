#include "fit/aimed.h"

#include "corrections/correction.h"
#include "curves/curve.h"
#include "fit/aimed_text.h"
#include "fit/fit.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "fit/outcome.h"
#include "fit/wish.h"

#include <math.h>
#include <stdlib.h>

struct TareAimed {
    const TareCorrection* correction;
    TareKnownBy known_by;
    TareCurve response;     ///< of the headphone
    TareKnownEnd end;       ///< of what is known of it
    const TareCurve* trust; ///< NULL: whole
    TareAimedLender lender;
    TareFitter* fitter;
};

TareAimed* tare_aimed_new(const TareCorrection* correction)
{
    TareAimed* const aimed = calloc(1, sizeof *aimed);
    if (!aimed)
        return NULL;
    TareFitOptions options = tare_fit_default_options();
    aimed->correction = correction;
    aimed->known_by = tare_known_sound_by(correction);
    if (aimed->known_by != TARE_KNOWN_BY_CURVE)
        options.rate_hz = tare_known_sound_rate_hz(correction);
    aimed->fitter = tare_fitter_new(&options);
    if (aimed->fitter && tare_known_sound(&aimed->response, correction, &aimed->end))
        return aimed;
    tare_aimed_free(aimed);
    return NULL;
}

void tare_aimed_free(TareAimed* aimed)
{
    if (!aimed)
        return;
    tare_curve_clear(&aimed->response);
    tare_fitter_free(aimed->fitter);
    free(aimed);
}

bool tare_aimed_lend(TareAimed* aimed, const TareCurve* curve, bool is_own, const char* names)
{
    TareCurve response = {0};
    TareKnownEnd end = {0.0, 0.0};
    if (aimed->known_by == TARE_KNOWN_BY_CURVE)
        return true;
    if (!(is_own ? tare_curve_mean(&response, curve, 1)
                 : tare_known_sound_beside(&response, aimed->correction, curve, &end)))
        return false;
    tare_curve_clear(&aimed->response);
    aimed->response = response;
    aimed->end = end;
    aimed->lender = (TareAimedLender){names, is_own};
    return true;
}

TareAimedWay tare_aimed_way(const TareAimed* aimed, const TareFitGoal* goal, TareFitCount count)
{
    const TareCorrection* const correction = aimed->correction;
    const bool is_own = goal->built_in &&
                        goal->built_in == tare_known_sound_target(&correction->entry) &&
                        !tare_target_is_bent(&goal->bend);
    if (is_own && count.n == 0 && correction->set.n_bands > 0 && !aimed->trust)
        return TARE_AIMED_UNCHANGED;
    return aimed->known_by == TARE_KNOWN_BY_CURVE ? TARE_AIMED_FITTED : TARE_AIMED_MOVED;
}

static unsigned n_free(const TareAimed* aimed)
{
    return TARE_MAX_BANDS - aimed->correction->set.n_bands;
}

bool tare_aimed_has_room(const TareAimed* aimed, TareAimedWay way)
{
    return way != TARE_AIMED_MOVED || n_free(aimed) > 0;
}

void tare_aimed_set_trust(TareAimed* aimed, const TareCurve* trust)
{
    aimed->trust = trust;
}

/** Fits only what is trusted of a wish. */
static bool fit_trusted(TareAimed* aimed, const TareFitGoal* goal, TareFitCount count,
                        TareBandSet* set)
{
    const TareWishOptions options = tare_wish_default_options();
    TareCurve target = {0}, wished = {0};
    bool is_good = tare_fit_goal_curve(&target, goal) &&
                   tare_wish(&wished, &aimed->response, &target, &options);
    for (size_t i = 0; is_good && i < wished.n; ++i)
        wished.points[i].level_db *= tare_curve_level_db(aimed->trust, wished.points[i].freq_hz);
    is_good = is_good && tare_fit_outcome_curve(aimed->fitter, &wished, count, set, NULL);
    tare_curve_clear(&target);
    tare_curve_clear(&wished);
    return is_good;
}

static bool fit(TareAimed* aimed, const TareFitGoal* goal, TareFitCount count, TareBandSet* set)
{
    const TareWishOptions options = tare_wish_default_options();
    if (count.n == 0)
        count = (TareFitCount){.n = TARE_FIT_USUAL};
    if (aimed->trust)
        return fit_trusted(aimed, goal, count, set);
    return tare_fit_outcome_measured(aimed->fitter, &aimed->response, goal, &options, count, set,
                                     NULL);
}

/** What the new target asks an equaliser for beyond the old one, each within the limits of a fit,
    or those that the bands go to already. */
static bool find_difference(TareCurve* difference, const TareAimed* aimed, const TareFitGoal* goal)
{
    const TareFitGoal old = {.built_in = tare_known_sound_target(&aimed->correction->entry)};
    TareWishOptions options = tare_wish_default_options();
    options.max_boost_db = fmax(options.max_boost_db, aimed->end.max_gain_db);
    TareCurve targets[2] = {{0}, {0}}, wishes[2] = {{0}, {0}};
    const bool is_good = tare_fit_goal_curve(&targets[0], &old) &&
                         tare_fit_goal_curve(&targets[1], goal) &&
                         tare_wish(&wishes[0], &aimed->response, &targets[0], &options) &&
                         tare_wish(&wishes[1], &aimed->response, &targets[1], &options) &&
                         tare_curve_difference(difference, &wishes[1], &wishes[0]);
    for (unsigned i = 0; i < 2; ++i) {
        tare_curve_clear(&targets[i]);
        tare_curve_clear(&wishes[i]);
    }
    return is_good;
}

/** Appends the bands of the difference to those that there are. */
static bool move(TareAimed* aimed, const TareFitGoal* goal, TareFitCount count, TareBandSet* set)
{
    TareCurve difference = {0};
    TareBandSet more;
    if (count.n == 0)
        count = (TareFitCount){TARE_FIT_USUAL, true, TARE_FIT_UNHEARD_DB};
    count.n = count.n < n_free(aimed) ? count.n : n_free(aimed);
    if (!find_difference(&difference, aimed, goal))
        return false;
    const bool is_good = tare_fit_outcome_curve(aimed->fitter, &difference, count, &more, NULL);
    tare_curve_clear(&difference);
    if (!is_good)
        return false;
    *set = aimed->correction->set;
    for (uint32_t i = 0; i < more.n_bands; ++i)
        set->bands[set->n_bands++] = more.bands[i];
    return tare_fit_figures_safe_preamp(set);
}

bool tare_aimed_bands(TareAimed* aimed, const TareFitGoal* goal, TareFitCount count,
                      TareBandSet* set)
{
    switch (tare_aimed_way(aimed, goal, count)) {
    case TARE_AIMED_FITTED:
        return fit(aimed, goal, count, set);
    case TARE_AIMED_MOVED:
        return move(aimed, goal, count, set);
    case TARE_AIMED_UNCHANGED:
        break;
    }
    *set = aimed->correction->set;
    return true;
}

bool tare_aimed_correction(TareAimed* aimed, const TareFitGoal* goal, TareFitCount count,
                           TareCorrection* correction)
{
    const TareAimedWay way = tare_aimed_way(aimed, goal, count);
    TareBandSet set;
    *correction = (TareCorrection){0};
    if (!tare_aimed_bands(aimed, goal, count, &set))
        return false;
    if (way == TARE_AIMED_UNCHANGED)
        return tare_correction_copy(correction, aimed->correction);
    const TareAimedText how = {way == TARE_AIMED_FITTED, aimed->trust != NULL,
                               aimed->end.guessed_to_hz, aimed->lender};
    return tare_aimed_text_set(correction, aimed->correction, &set, goal, how);
}
