#include "window/aiming.h"

#include "corrections/correction.h"
#include "fit/aimed.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "fit/stored_fit.h"
#include "search/models.h"
#include "search/persons.h"
#include "search/stock.h"
#include "window/shelf.h"

#include <stdlib.h>

struct TareAiming {
    TareShelf* shelf;
    const TareEntry* entry;           ///< NULL: none
    const TareCorrection* correction; ///< of it; NULL: none
    unsigned turn;
    TareKnownBy known_by;
    TareFitGoal own; ///< whereto it leads by itself
    TareCurve response;
    TarePersons persons;      ///< all who measured it
    TareAimed* engine;        ///< NULL as long as nothing was aimed
    const TareEntry* like_of; ///< whose sound `like` is
    TareCurve like;
    TareAimGoal goal; ///< whereto `target` is
    TareCurve target;
};

TareAiming* tare_aiming_new(TareShelf* shelf)
{
    TareAiming* const aiming = calloc(1, sizeof *aiming);
    if (aiming)
        aiming->shelf = shelf;
    return aiming;
}

static void clear(TareAiming* aiming)
{
    tare_aimed_free(aiming->engine);
    tare_fit_goal_clear(&aiming->own);
    tare_curve_clear(&aiming->response);
    tare_persons_clear(&aiming->persons);
    tare_curve_clear(&aiming->like);
    tare_curve_clear(&aiming->target);
    *aiming = (TareAiming){.shelf = aiming->shelf, .turn = aiming->turn + 1};
}

void tare_aiming_free(TareAiming* aiming)
{
    if (aiming)
        clear(aiming);
    free(aiming);
}

/** Who measured the model at like ears; nobody when memory is short. */
static void find_persons(TareAiming* aiming)
{
    TareStock* const stock = tare_shelf_stock(aiming->shelf);
    const TareEntry* const entry = &aiming->correction->entry;
    if (stock &&
        !tare_persons_measured(&aiming->persons, stock, entry, tare_known_sound_rig(entry))) {
        tare_persons_clear(&aiming->persons);
        aiming->persons = (TarePersons){.n = 0};
    }
}

void tare_aiming_take(TareAiming* aiming, const TareEntry* entry)
{
    if (entry == aiming->entry)
        return;
    clear(aiming);
    aiming->entry = entry;
    aiming->correction = entry ? tare_shelf_correction(aiming->shelf, entry) : NULL;
    if (!aiming->correction)
        return;
    aiming->known_by = tare_known_sound_by(aiming->correction);
    if (aiming->known_by != TARE_KNOWN_BY_NOTHING &&
        (!tare_known_sound(&aiming->response, aiming->correction, NULL) ||
         !tare_stored_fit_goal(&aiming->own, aiming->correction)))
        aiming->known_by = TARE_KNOWN_BY_NOTHING;
    if (aiming->known_by != TARE_KNOWN_BY_NOTHING)
        find_persons(aiming);
}

TareAimingState tare_aiming_state(const TareAiming* aiming)
{
    if (aiming->known_by == TARE_KNOWN_BY_NOTHING)
        return TARE_AIMING_UNKNOWN;
    return aiming->known_by == TARE_KNOWN_BY_TARGET &&
                   aiming->correction->set.n_bands == TARE_MAX_BANDS
               ? TARE_AIMING_NO_ROOM
               : TARE_AIMING_READY;
}

const TareTarget* tare_aiming_own_target(const TareAiming* aiming)
{
    return aiming->own.built_in;
}

/** Has the sound of a headphone ready; false when it is not known. */
static bool take_like(TareAiming* aiming, const TareEntry* entry)
{
    if (aiming->like_of == entry)
        return true;
    const TareCorrection* const other = tare_shelf_correction(aiming->shelf, entry);
    tare_curve_clear(&aiming->like);
    aiming->like_of = NULL;
    if (!other || tare_known_sound_by(other) == TARE_KNOWN_BY_NOTHING ||
        !tare_known_sound(&aiming->like, other, NULL))
        return false;
    aiming->like_of = entry;
    return true;
}

/** The goal as a fit has it, which owns nothing. */
static bool find_goal(TareAiming* aiming, const TareAimGoal* goal, TareFitGoal* found)
{
    *found = aiming->own;
    if (goal->target)
        *found = (TareFitGoal){.built_in = goal->target};
    if (goal->like) {
        if (!take_like(aiming, goal->like))
            return false;
        *found = (TareFitGoal){.is_headphone = true, .curve = aiming->like};
    }
    found->bend =
        (TareTargetBend){goal->bass_db, goal->treble_db, goal->ear_db, goal->tilt_db_per_octave};
    return found->built_in || found->curve.n > 0;
}

bool tare_aiming_bands(TareAiming* aiming, const TareAimGoal* goal, TareBandSet* set)
{
    TareFitGoal found;
    if (tare_aiming_state(aiming) != TARE_AIMING_READY || !find_goal(aiming, goal, &found))
        return false;
    if (!aiming->engine)
        aiming->engine = tare_aimed_new(aiming->correction);
    return aiming->engine && tare_aimed_bands(aiming->engine, &found, (TareFitCount){0}, set);
}

static bool is_same_goal(const TareAimGoal* a, const TareAimGoal* b)
{
    return a->target == b->target && a->like == b->like && a->bass_db == b->bass_db &&
           a->treble_db == b->treble_db && a->ear_db == b->ear_db &&
           a->tilt_db_per_octave == b->tilt_db_per_octave;
}

TareSound tare_aiming_sound(TareAiming* aiming, const TareAimGoal* goal)
{
    TareFitGoal found;
    if (aiming->known_by == TARE_KNOWN_BY_NOTHING)
        return (TareSound){.turn = aiming->turn};
    if (aiming->target.n == 0 || !is_same_goal(&aiming->goal, goal)) {
        tare_curve_clear(&aiming->target);
        aiming->goal = *goal;
        ++aiming->turn;
        if (find_goal(aiming, goal, &found))
            (void)tare_fit_goal_curve(&aiming->target, &found);
    }
    return (TareSound){.response = &aiming->response,
                       .target = aiming->target.n > 0 ? &aiming->target : NULL,
                       .is_measured = aiming->known_by == TARE_KNOWN_BY_CURVE,
                       .measured = aiming->persons.responses,
                       .n_measured = aiming->persons.n,
                       .turn = aiming->turn};
}

/** Whether a correction tells how a headphone sounds at the ear of a rig. */
static bool tells_at(TareShelf* shelf, const TareEntry* entry, TareRig rig)
{
    if (rig == TARE_RIG_UNKNOWN || tare_known_sound_rig(entry) != rig)
        return false;
    const TareCorrection* const correction = tare_shelf_correction(shelf, entry);
    return correction && tare_known_sound_by(correction) != TARE_KNOWN_BY_NOTHING;
}

const TareEntry* tare_aiming_like(const TareAiming* aiming, const TareEntry* other)
{
    TareStock* const stock = tare_shelf_stock(aiming->shelf);
    if (!aiming->correction || !stock)
        return NULL;
    const TareRig rig = tare_known_sound_rig(&aiming->correction->entry);
    const TareModels* const models = tare_stock_models(stock);
    const TareModel* const model = models ? tare_models_find_id(models, other->id) : NULL;
    if (tells_at(aiming->shelf, other, rig))
        return other;
    for (size_t i = 0; model && i < model->n_corrections; ++i)
        if (tells_at(aiming->shelf, model->corrections[i], rig))
            return model->corrections[i];
    return NULL;
}
