#include "cli/catalogue/left_over.h"

#include "cli/catalogue/pick.h"
#include "cli/catalogue/pick_curves.h"
#include "cli/frame/json.h"
#include "cli/frame/terminal.h"
#include "corrections/correction.h"
#include "fit/figures.h"
#include "fit/known_sound.h"
#include "fit/measured.h"
#include "tare/band_traits.h"

#include <math.h>
#include <stdio.h>

typedef struct {
    TareFitFigures before, after;
    bool is_known;
} LeftOver;

/** Whether the figures know the kinds of all bands. */
static bool has_plain_bands(const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (!tare_band_type_has_gain(set->bands[i].type))
            return false;
    return true;
}

/** The bands of a correction that the left side has, at a rate that filters can be made for. */
static TareBandSet left_bands(const TareCorrection* correction)
{
    TareBandSet set = {.reference_rate_hz = tare_known_sound_rate_hz(correction)};
    for (uint32_t i = 0; i < correction->set.n_bands; ++i)
        if (tare_band_is_in_channel(&correction->set.bands[i], 0))
            set.bands[set.n_bands++] = correction->set.bands[i];
    return set;
}

/** False when memory is short. */
static bool find(LeftOver* left, const TarePick* pick)
{
    TarePickCurves curves;
    TareCurve missing = {0};
    const TareBandSet set = left_bands(pick->correction);
    const TareBandSet none = {.reference_rate_hz = set.reference_rate_hz};
    *left = (LeftOver){.is_known = false};
    bool is_good = tare_pick_curves(&curves, pick);
    if (is_good && curves.is_own && curves.target.n > 0 && has_plain_bands(&set)) {
        is_good = tare_curve_difference(&missing, &curves.target, &curves.response);
        left->is_known = is_good;
    }
    if (left->is_known) {
        const TareFitRange measured = tare_fit_measured_range(&curves.response);
        left->before = tare_fit_figures_within(&missing, &none, &measured);
        left->after = tare_fit_figures_within(&missing, &set, &measured);
    }
    tare_curve_clear(&missing);
    tare_pick_curves_clear(&curves);
    return is_good;
}

static void print_line(const char* label, const TareFitFigures* figures)
{
    const double tilt = round(figures->tilt_db_per_octave * 100.0) / 100.0 + 0.0; /* no "-0.00" */
    printf("  %-18s %8.2f dB  %+6.2f dB/octave\n", label, figures->deviation_db, tilt);
}

void tare_left_over_print(const TareFitFigures* before, const TareFitFigures* after)
{
    printf("\n%s  %-18s %s%s\n", tare_style(stdout, TARE_STYLE_FAINT), "20 Hz-10 kHz",
           "  deviation             tilt", tare_style(stdout, TARE_STYLE_PLAIN));
    print_line("before", before);
    print_line("after", after);
}

bool tare_left_over_print_pick(const TarePick* pick)
{
    LeftOver left;
    const bool is_good = find(&left, pick);
    if (left.is_known)
        tare_left_over_print(&left.before, &left.after);
    return is_good;
}

static json_t* figures_json(const TareFitFigures* figures)
{
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "deviation_db", tare_json_thousandths(figures->deviation_db)) &&
        tare_json_set(object, "tilt_db_per_octave",
                      tare_json_thousandths(figures->tilt_db_per_octave));
    return tare_json_keep_if(ok, object);
}

json_t* tare_left_over_json(const TarePick* pick)
{
    LeftOver left;
    if (!find(&left, pick))
        return NULL;
    if (!left.is_known)
        return json_null();
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "before", figures_json(&left.before)) &&
                    tare_json_set(object, "after", figures_json(&left.after));
    return tare_json_keep_if(ok, object);
}
