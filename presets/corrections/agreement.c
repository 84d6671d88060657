#include "corrections/agreement.h"

#include "cascade.h"
#include "design.h"
#include "settings.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#define RATE_HZ 48000.0
#define LOW_HZ 100.0
#define HIGH_HZ 10000.0

enum { POINTS_PER_OCTAVE = 24, STEPS_PER_OCTAVE = 96 };

struct TareMeasured {
    TareCascade cascade;
    double mean_db[TARE_MAX_CHANNELS];
};

/** Mean gain over a range, by the logarithm of frequency. */
static double mean_db(const TareCascade* cascade, uint32_t channel, double from_hz, double to_hz)
{
    const int n = 1 + (int)ceil(log2(to_hz / from_hz) * POINTS_PER_OCTAVE);
    double sum = 0.0;
    for (int i = 0; i < n; ++i)
        sum +=
            tare_cascade_gain_db(cascade, channel, from_hz * pow(to_hz / from_hz, (i + 0.5) / n));
    return sum / n;
}

static void design(TareMeasured* measured, const TareBandSet* set)
{
    const TareControls last = tare_controls_default();
    TareControls controls = tare_settings_from_set(set);
    tare_controls_clamp(&controls, &last);
    tare_design_cascade(&measured->cascade, &controls, RATE_HZ, TARE_MAX_CHANNELS);
    measured->mean_db[0] = mean_db(&measured->cascade, 0, LOW_HZ, HIGH_HZ);
    measured->mean_db[1] = tare_cascade_is_same_in_both(&measured->cascade)
                               ? measured->mean_db[0]
                               : mean_db(&measured->cascade, 1, LOW_HZ, HIGH_HZ);
}

TareMeasured* tare_measured_new(const TareBandSet* set)
{
    TareMeasured* measured = malloc(sizeof *measured);
    if (measured)
        design(measured, set);
    return measured;
}

void tare_measured_free(TareMeasured* measured)
{
    free(measured);
}

/** Where a band does all that it does. */
static double place_of(const TareBand* band)
{
    const double half_octave = sqrt(2.0);
    if (band->type == TARE_BAND_LOW_SHELF || band->type == TARE_BAND_HIGH_PASS)
        return band->freq_hz / half_octave;
    if (band->type == TARE_BAND_HIGH_SHELF || band->type == TARE_BAND_LOW_PASS)
        return band->freq_hz * half_octave;
    return band->freq_hz;
}

double tare_measured_level_db(const TareMeasured* measured, const TareBand* band)
{
    const double sixth = exp2(1.0 / 6.0);
    const double highest_hz = 0.49 * RATE_HZ;
    const double freq_hz = fmin(place_of(band), highest_hz / sixth);
    const uint32_t channel = band->channel == TARE_CHANNEL_RIGHT;
    return mean_db(&measured->cascade, channel, freq_hz / sixth, freq_hz * sixth) -
           measured->mean_db[channel];
}

/* How far from a place a fault may be, and one step more, which tells whether it is one. */
enum { MAX_STEPS = STEPS_PER_OCTAVE / 2, MAX_LOOK = MAX_STEPS + 1 };

/** What a headphone shows around a place, a step apart, from MAX_LOOK below it to as many above;
    evaluated where it is asked for, as the nearest fault ends the search. */
typedef struct {
    const TareMeasured* measured;
    double place_hz;
    double fault_db[2 * MAX_LOOK + 1];
    bool is_known[2 * MAX_LOOK + 1];
} Around;

static double freq_at(const Around* around, int n_steps)
{
    return around->place_hz * exp2((double)n_steps / STEPS_PER_OCTAVE);
}

/** What it shows so many steps above the place. */
static double fault_db(Around* around, int n_steps)
{
    const TareMeasured* const measured = around->measured;
    const int i = n_steps + MAX_LOOK;
    if (!around->is_known[i])
        around->fault_db[i] = measured->mean_db[0] -
                              tare_cascade_gain_db(&measured->cascade, 0,
                                                   fmin(freq_at(around, n_steps), 0.49 * RATE_HZ));
    around->is_known[i] = true;
    return around->fault_db[i];
}

static bool is_extreme(Around* around, int n_steps)
{
    const double here_db = fault_db(around, n_steps);
    const double size_db = fabs(here_db);
    const double sign = here_db < 0.0 ? -1.0 : 1.0;
    return size_db >= TARE_AGREEMENT_LEAST_DB && sign * fault_db(around, n_steps - 1) < size_db &&
           sign * fault_db(around, n_steps + 1) < size_db;
}

double tare_measured_fault_db(const TareMeasured* measured, double place_hz, double* freq_hz)
{
    Around around = {.measured = measured, .place_hz = place_hz};
    for (int distance = 0; distance <= MAX_STEPS; ++distance) {
        for (int steps = -distance; steps <= distance; steps += distance ? 2 * distance : 1) {
            if (!is_extreme(&around, steps))
                continue;
            *freq_hz = freq_at(&around, steps);
            return fault_db(&around, steps);
        }
    }
    return 0.0;
}

double tare_words_level_db(const TareBand* band, double reference_rate_hz)
{
    const TareBandSet alone = {
        .reference_rate_hz = reference_rate_hz, .n_bands = 1, .bands = {*band}};
    TareMeasured words;
    design(&words, &alone);
    return tare_measured_level_db(&words, band);
}

TareAgreement tare_agreement(double words_db, double measured_db)
{
    if (fmin(fabs(words_db), fabs(measured_db)) < TARE_AGREEMENT_LEAST_DB)
        return TARE_UNDECIDED;
    return (words_db > 0.0) == (measured_db > 0.0) ? TARE_AGREES : TARE_DISAGREES;
}

const char* tare_agreement_name(TareAgreement agreement)
{
    static const char* const names[] = {"agrees", "disagrees", "undecided"};
    return names[agreement];
}
