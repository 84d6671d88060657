#include "fit/tidy.h"

#include "base/exact.h"
#include "fit/clashes.h"
#include "fit/octaves.h"
#include "fit/search.h"
#include "fit/steps.h"

#include <math.h>
#include <stdbool.h>

/* Then it is hopeless. */
enum { MAX_ROUNDS = 24 };

/* Twins are held an eighth of an octave apart. */
#define APART (TARE_EXACT_LN2 / 8.0)
#define ALMOST 0.99 /* one that stands right there is apart */

/* 6 dB, less what points between may add. */
#define MOST_UNDONE_DB 5.5
#define MORE_RELUCTANCE 2.5

#define MORE_WEIGHT 1.4

static const TareFitPatience patience = {30, 1e-5, TARE_FIT_POLISH_FROM_FAR};

/** Whether a filter would stand within limits and apart from all others at a place. */
static bool is_free(const TareFitChain* chain, unsigned index, const TareFitLimits* limits,
                    double ln_freq)
{
    bool is_free = ln_freq >= tare_exact_log(limits->min_freq_hz) &&
                   ln_freq <= tare_exact_log(limits->max_freq_hz);
    for (unsigned k = 0; k < chain->n && is_free; ++k)
        is_free = k == index || fabs(chain->filters[k].ln_freq - ln_freq) > ALMOST * APART;
    return is_free;
}

/** The nearest place for a filter that is apart from all others; where it is if there is none. */
static double place_apart(const TareFitSearch* search, const TareFitChain* chain, unsigned index)
{
    const TareFitFilter* const filter = &chain->filters[index];
    const TareFitLimits* const limits = tare_fit_polish_limits(&search->fine.problem, filter->type);
    double nearest = filter->ln_freq, least = HUGE_VAL;
    for (unsigned k = 0; k < 2 * chain->n; ++k) {
        const double place = chain->filters[k / 2].ln_freq + (k % 2 ? APART : -APART);
        const double distance = fabs(place - filter->ln_freq);
        if (k / 2 != index && distance < least && is_free(chain, index, limits, place)) {
            nearest = place;
            least = distance;
        }
    }
    return nearest;
}

/** Holds twins apart. */
static bool part_twins(const TareFitSearch* search, const TareFitChain* judged, TareFitChain* chain)
{
    TareFitPair twins;
    if (!tare_fit_clashes_twins(judged, &twins))
        return false;
    chain->filters[twins.second].ln_freq = place_apart(search, chain, twins.second);
    chain->filters[twins.first].stays = chain->filters[twins.second].stays = true;
    return true;
}

/** Makes gain dearer for two that undo each other. */
static bool part_opponents(TareFitSearch* search, const TareFitChain* judged, TareFitChain* chain)
{
    TareFitPair pair;
    if (tare_fit_clashes_undone_db(&search->fine.grid, judged, MOST_UNDONE_DB, &pair) == 0.0)
        return false;
    const unsigned both[] = {pair.first, pair.second};
    for (unsigned i = 0; i < 2; ++i) {
        double* const reluctance = &chain->filters[both[i]].reluctance;
        *reluctance = MORE_RELUCTANCE * (1.0 + *reluctance) - 1.0;
    }
    return true;
}

/** Gives weight to the octaves that are worse than without. */
static bool weigh_octaves(TareFitSearch* search, const TareFitChain* judged)
{
    double worse_db[TARE_FIT_N_OCTAVES];
    bool is_worse = false;
    tare_fit_octaves_worse_db(&search->fine.problem, judged, worse_db);
    for (unsigned octave = 0; octave < TARE_FIT_N_OCTAVES; ++octave) {
        if (worse_db[octave] <= TARE_FIT_OCTAVES_WORSE_DB)
            continue;
        is_worse = true;
        const TareFitOctave points = tare_fit_octaves_of(&search->fine.grid, octave);
        for (unsigned i = points.begin; i < points.end; ++i)
            search->fine.problem.weight[i] *= MORE_WEIGHT;
    }
    return is_worse;
}

/** Changes a chain or the field for what is wrong with how it is judged; false when nothing is. */
static bool mend(TareFitSearch* search, const TareFitChain* judged, TareFitChain* chain)
{
    return part_twins(search, judged, chain) || part_opponents(search, judged, chain) ||
           weigh_octaves(search, judged);
}

/** Polishes, mends and rounds a chain by turns; false when there is something wrong in the end. */
static bool settle(TareFitSearch* search, const TareFitSteps* steps, TareFitChain* chain)
{
    TareFitChain moved = *chain;
    for (unsigned round = 0; round < MAX_ROUNDS; ++round) {
        tare_fit_search_polish(search, &search->fine, &moved, patience);
        if (mend(search, &moved, &moved))
            continue;
        *chain = moved;
        tare_fit_steps_round(search, steps, chain);
        if (!mend(search, chain, &moved))
            return true;
    }
    return false;
}

/** Takes the filter out without which the others do best. */
static void take_one_out(TareFitSearch* search, TareFitChain* chain)
{
    TareFitChain best = {.n = 0};
    double least = HUGE_VAL;
    for (unsigned k = 0; k < chain->n; ++k) {
        TareFitChain rest = tare_fit_filters_without(chain, k);
        tare_fit_search_polish(search, &search->fine, &rest, patience);
        const double price = rest.loss * tare_fit_octaves_price(&search->fine.problem, &rest);
        if (price < least) {
            best = rest;
            least = price;
        }
    }
    *chain = best;
}

void tare_fit_tidy(TareFitSearch* search, const TareFitSteps* steps, TareFitChain* chain)
{
    TareFitChain untidy = *chain;
    while (!settle(search, steps, chain) && untidy.n > 0) {
        tare_fit_search_weigh(&search->fine);
        take_one_out(search, &untidy);
        *chain = untidy;
    }
}
