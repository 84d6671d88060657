#include "fit/known_sound.h"

#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "curves/curve.h"
#include "curves/stored_curve.h"
#include "curves/targets.h"
#include "fit/filters.h"
#include "fit/response.h"

#include <math.h>
#include <string.h>

/* At so high a rate the cookbook's filters are the analogue ones as far as anybody hears. */
#define ANALOGUE_RATE_HZ 768000.0

#define FROM_HZ 20.0
#define TO_HZ 20000.0
#define MEAN_FROM_HZ 100.0
#define MEAN_TO_HZ 10000.0

/* Most fits, ours and AutoEq's, end boosts at 6 dB above the mean. One that stays so near to its
   end over half an octave of bass or more was ended there. */
#define LEAST_LIMIT_DB 5.0
#define MOST_LIMIT_DB 8.0
#define EDGE_DB 0.7

enum { POINTS_PER_OCTAVE = 48, LEAST_OF_LIMIT = POINTS_PER_OCTAVE / 2 };

/* The section of an evidence of which the curve is a target. */
static const char target_section[] = "target";

/** The first curve that is a target, or that is none; NULL without one. */
static const char* curve_of(const TareCorrection* correction, bool is_target)
{
    for (size_t i = 0; i < correction->n_evidence; ++i) {
        const TareEvidence* const evidence = &correction->evidence[i];
        const char* const section = evidence->section ? evidence->section : "";
        if (evidence->curve && (strcmp(section, target_section) == 0) == is_target)
            return evidence->curve;
    }
    return NULL;
}

const char* tare_known_sound_curve(const TareCorrection* correction)
{
    return curve_of(correction, false);
}

const char* tare_known_sound_own_target(const TareCorrection* correction)
{
    return curve_of(correction, true);
}

bool tare_known_sound_set_own_target(TareCorrection* correction, const char* file,
                                     const char* curve)
{
    const TareEvidence evidence = {.file = file, .section = target_section, .curve = curve};
    return tare_correction_add_evidence(correction, &evidence);
}

const TareTarget* tare_known_sound_target(const TareEntry* entry)
{
    return entry->aim ? tare_target_find(entry->aim->name) : NULL;
}

TareRig tare_known_sound_rig(const TareEntry* entry)
{
    const TareRig told = tare_rig_find(entry->rig);
    const char* const of_aim = entry->aim ? entry->aim->rig : NULL;
    return tare_target_ear(entry->form, told ? told : tare_rig_find(of_aim));
}

/** Whether all bands are of the kinds whose response is known here. */
static bool has_plain_bands(const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (set->bands[i].type != TARE_BAND_PEAK && set->bands[i].type != TARE_BAND_LOW_SHELF &&
            set->bands[i].type != TARE_BAND_HIGH_SHELF)
            return false;
    return true;
}

TareKnownBy tare_known_sound_by(const TareCorrection* correction)
{
    if (tare_known_sound_curve(correction))
        return TARE_KNOWN_BY_CURVE;
    return tare_known_sound_target(&correction->entry) && has_plain_bands(&correction->set)
               ? TARE_KNOWN_BY_TARGET
               : TARE_KNOWN_BY_NOTHING;
}

double tare_known_sound_rate_hz(const TareCorrection* correction)
{
    const double rate_hz = correction->set.reference_rate_hz;
    return rate_hz > 0.0 ? rate_hz : ANALOGUE_RATE_HZ;
}

/** What the bands for one side do at each point of the grid. */
static void find_gain(const TareFitGrid* grid, const TareBandSet* set, TareChannel other_side,
                      double* gain_db)
{
    TareFitFilter filters[TARE_MAX_BANDS];
    unsigned n = 0;
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (set->bands[i].channel != other_side)
            filters[n++] = tare_fit_filters_of_band(&set->bands[i]);
    tare_fit_response_db(grid, filters, n, gain_db);
}

/** Where bands boost all bass alike, by about as much as fits go, the headphone lacks more than
   they give. Returns the first point above that; 0: nowhere. */
static unsigned end_of_limit(const TareFitGrid* grid, const double* gain_db, double max_db)
{
    unsigned edge = 0;
    while (edge < grid->n && gain_db[edge] > max_db - EDGE_DB)
        ++edge;
    return max_db < LEAST_LIMIT_DB || max_db > MOST_LIMIT_DB || edge < LEAST_OF_LIMIT ||
                   edge + POINTS_PER_OCTAVE >= grid->n
               ? 0
               : edge;
}

/** Below an edge the lack goes on as it begins. */
static void lengthen_slope(double* gain_db, unsigned edge)
{
    const double slope_db = (gain_db[edge] - gain_db[edge + POINTS_PER_OCTAVE]) / POINTS_PER_OCTAVE;
    for (unsigned i = 0; i < edge; ++i)
        gain_db[i] = fmax(gain_db[i], gain_db[edge] + slope_db * (edge - i));
}

/** What another response lacks at a point of the grid. */
static double lack_of_db(const TareCurve* other, const TareTarget* target, double freq_hz)
{
    return tare_target_level_db(target, freq_hz) - tare_curve_level_db(other, freq_hz);
}

/** Below an edge the lack goes on as in another response, as loud as this one in the octave above.
 */
static void lengthen_as(const TareFitGrid* grid, const TareTarget* target, const TareCurve* other,
                        double* gain_db, unsigned edge)
{
    double louder_db = 0.0;
    for (unsigned i = edge; i < edge + POINTS_PER_OCTAVE; ++i)
        louder_db += (gain_db[i] - lack_of_db(other, target, grid->freq_hz[i])) / POINTS_PER_OCTAVE;
    for (unsigned i = 0; i < edge; ++i)
        gain_db[i] = fmax(gain_db[i], lack_of_db(other, target, grid->freq_hz[i]) + louder_db);
}

/** What the bands do above their mean, the louder side at each point; the most of it. */
static double find_lack(const TareFitGrid* grid, const TareBandSet* set, double* lack_db)
{
    double right_db[TARE_FIT_MAX_POINTS];
    double sum_db = 0.0, max_db = 0.0;
    find_gain(grid, set, TARE_CHANNEL_RIGHT, lack_db);
    find_gain(grid, set, TARE_CHANNEL_LEFT, right_db);
    for (unsigned i = 0; i < grid->n; ++i) {
        lack_db[i] = fmax(lack_db[i], right_db[i]);
        sum_db +=
            grid->freq_hz[i] >= MEAN_FROM_HZ && grid->freq_hz[i] <= MEAN_TO_HZ ? lack_db[i] : 0.0;
    }
    const double mean_db = sum_db / (log2(MEAN_TO_HZ / MEAN_FROM_HZ) * POINTS_PER_OCTAVE);
    for (unsigned i = 0; i < grid->n; ++i) {
        lack_db[i] -= mean_db;
        max_db = fmax(max_db, lack_db[i]);
    }
    return max_db;
}

/** The target less what the bands do to get there, and where they end, what they would have to:
    beside the response that others saw, or without (NULL). */
static bool follow_back(TareCurve* response, const TareCorrection* correction,
                        const TareCurve* other, TareKnownEnd* end)
{
    TareFitGrid grid;
    double lack_db[TARE_FIT_MAX_POINTS];
    const TareTarget* const target = tare_known_sound_target(&correction->entry);
    tare_fit_filters_grid(&grid, tare_known_sound_rate_hz(correction), FROM_HZ, TO_HZ,
                          POINTS_PER_OCTAVE);
    const double max_db = find_lack(&grid, &correction->set, lack_db);
    const unsigned edge = end_of_limit(&grid, lack_db, max_db);
    *end = (TareKnownEnd){max_db, edge > 0 ? grid.freq_hz[edge] : 0.0};
    if (edge > 0 && other)
        lengthen_as(&grid, target, other, lack_db, edge);
    else if (edge > 0)
        lengthen_slope(lack_db, edge);
    *response = (TareCurve){0};
    for (unsigned i = 0; i < grid.n; ++i) {
        const double level_db = tare_target_level_db(target, grid.freq_hz[i]) - lack_db[i];
        if (!tare_curve_append(response, grid.freq_hz[i], level_db)) {
            tare_curve_clear(response);
            return false;
        }
    }
    return true;
}

bool tare_known_sound_beside(TareCurve* response, const TareCorrection* correction,
                             const TareCurve* other, TareKnownEnd* end)
{
    const char* const curve = tare_known_sound_curve(correction);
    *end = (TareKnownEnd){0.0, 0.0};
    return curve ? tare_stored_curve_read(response, curve)
                 : follow_back(response, correction, other, end);
}

bool tare_known_sound(TareCurve* response, const TareCorrection* correction, TareKnownEnd* end)
{
    TareKnownEnd unused;
    return tare_known_sound_beside(response, correction, NULL, end ? end : &unused);
}
