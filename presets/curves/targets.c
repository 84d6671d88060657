#include "curves/targets.h"

#include "prototype.h"

#include <math.h>
#include <string.h>

static const double min_freq_hz = 20.0, max_freq_hz = 20000.0, centre_hz = 1000.0;

/** Power of a band's analogue prototype. */
static double power_of(const TareBand* band, double freq_hz)
{
    const TarePrototype p = tare_prototype(band, 1.0);
    const double w = freq_hz / band->freq_hz;
    const double b = p.b[2] - p.b[0] * w * w, a = p.a[2] - p.a[0] * w * w;
    return (b * b + p.b[1] * p.b[1] * w * w) / (a * a + p.a[1] * p.a[1] * w * w);
}

static double bands_db(const TareTarget* target, double freq_hz)
{
    double power = 1.0;
    for (size_t i = 0; i < TARE_TARGET_MAX_BANDS && target->bands[i].gain_db != 0.0; ++i)
        power *= power_of(&target->bands[i], freq_hz);
    return 10.0 * log10(power);
}

double tare_target_level_db(const TareTarget* target, double freq_hz, double bass_db,
                            double tilt_db_per_octave)
{
    const double f = fmin(fmax(freq_hz, min_freq_hz), max_freq_hz);
    const TareBand shelf = {TARE_BAND_LOW_SHELF, 105.0, target->bass_db + bass_db, 0.7,
                            TARE_CHANNEL_BOTH};
    return bands_db(target, f) - bands_db(target, centre_hz) + 10.0 * log10(power_of(&shelf, f)) +
           tilt_db_per_octave * log2(f / centre_hz);
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
static TareRig ear_of(TareForm form, TareRig rig)
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
    return fit_of((int)target->rig, (int)ear_of(form ? form : target->form, rig));
}

TareTargetFit tare_target_fit(const TareTarget* target, TareForm form, TareRig rig)
{
    const TareTargetFit of_form = fit_of((int)target->form, (int)without_pads(form));
    const TareTargetFit of_rig = fit_of_rig(target, form, rig);
    return of_form > of_rig ? of_form : of_rig;
}

/** How badly a target serves as the default: a wrong rig counts most, then one that is not known,
    then a wrong form. */
static int cost_of(const TareTarget* target, TareForm form, TareRig rig)
{
    const TareTargetFit of_form = fit_of((int)target->form, (int)without_pads(form));
    return 2 * (int)fit_of_rig(target, form, rig) + (of_form == TARE_TARGET_MISFITS);
}

const TareTarget* tare_target_default(TareForm form, TareRig rig)
{
    const TareTarget* best = NULL;
    const TareTarget* target;
    for (size_t i = 0; (target = tare_target_get(i)); ++i)
        if (target->is_default && (!best || cost_of(target, form, rig) < cost_of(best, form, rig)))
            best = target;
    return best;
}
