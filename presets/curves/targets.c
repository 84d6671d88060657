#include "curves/targets.h"

#include "curves/bend.h"
#include "curves/target_curves.h"

#include <math.h>
#include <string.h>

static const double bass_q = 0.7; /* of targets, as AutoEq has it */

bool tare_target_is_bent(const TareTargetBend* bend)
{
    return bend->bass_db != 0.0 || bend->treble_db != 0.0 || bend->ear_db != 0.0 ||
           bend->tilt_db_per_octave != 0.0;
}

double tare_target_bend_db(const TareTargetBend* bend, double freq_hz)
{
    const double f = tare_bend_freq_hz(freq_hz);
    return tare_bend_bass_db(bend->bass_db, 0.707, f) + tare_bend_treble_db(bend->treble_db, f) +
           tare_bend_ear_db(bend->ear_db, f) + bend->tilt_db_per_octave * log2(f / 1000.0);
}

static const TareTargetCurve* curve_of(const TareTarget* target)
{
    for (const TareTargetCurve* curve = tare_target_curves; target->file && curve->file; ++curve)
        if (strcmp(curve->file, target->file) == 0)
            return curve;
    return NULL;
}

double tare_target_level_db(const TareTarget* target, double freq_hz)
{
    const TareTargetCurve* const curve = curve_of(target);
    const double f = tare_bend_freq_hz(freq_hz);
    const double level_db = curve ? tare_curve_points_level_db(curve->points, curve->n, f) : 0.0;
    return level_db + tare_bend_bass_db(target->bass_db, bass_q, f);
}

const char* tare_target_licence(const TareTarget* target)
{
    return target->file ? "MIT" : NULL;
}

const TareTarget* tare_target_find(const char* name)
{
    const TareTarget* target;
    for (size_t i = 0; (target = tare_target_get(i)); ++i)
        if (strcmp(target->name, name) == 0)
            return target;
    return NULL;
}

static TareForm without_pads(TareForm form)
{
    return form == TARE_FORM_ON_EAR ? TARE_FORM_OVER_EAR : form;
}

/** The coupler behind the ear canal is all that counts inside it. */
TareRig tare_target_ear(TareForm form, TareRig rig)
{
    const bool is_inside = form == TARE_FORM_IN_EAR || form == TARE_FORM_EARBUD;
    return is_inside && rig == TARE_RIG_711 ? TARE_RIG_GRAS : rig;
}

static TareTargetFit fit_of(int wanted, int known)
{
    if (wanted == 0 || wanted == known)
        return TARE_TARGET_FITS;
    return known == 0 ? TARE_TARGET_MAY_FIT : TARE_TARGET_MISFITS;
}

/** A headphone of unknown form is taken for one that the target is made for. */
static TareTargetFit fit_of_rig(const TareTarget* target, TareForm form, TareRig rig)
{
    return fit_of((int)target->rig, (int)tare_target_ear(form ? form : target->form, rig));
}

TareTargetFit tare_target_fit(const TareTarget* target, TareForm form, TareRig rig)
{
    const TareTargetFit of_form = fit_of((int)target->form, (int)without_pads(form));
    const TareTargetFit of_rig = fit_of_rig(target, form, rig);
    return of_form > of_rig ? of_form : of_rig;
}

/** Whether headphones of a form take a target when nothing is asked for; all those of an unknown
    one may. */
static bool is_default_for(const TareTarget* target, TareForm form)
{
    return form == TARE_FORM_UNKNOWN || (target->is_default_forms & 1u << without_pads(form));
}

/** How badly a target serves as the default: a wrong rig counts most, then one that is not known,
    then a wrong form. */
static int cost_of(const TareTarget* target, TareForm form, TareRig rig)
{
    return 2 * (int)fit_of_rig(target, form, rig) + !is_default_for(target, form);
}

const TareTarget* tare_target_default(TareForm form, TareRig rig)
{
    const TareTarget* best = NULL;
    const TareTarget* target;
    for (size_t i = 0; (target = tare_target_get(i)); ++i)
        if (target->is_default_forms &&
            (!best || cost_of(target, form, rig) < cost_of(best, form, rig)))
            best = target;
    return best;
}
